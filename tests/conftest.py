"""What many tests start from: an invented list, the real documents, a real release."""

import os
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from api.cli.settings import Settings
from graph.errors import Unreachable
from graph.model.control_list import ControlListVersion
from graph.model.document import Issue, ListDocument
from graph.model.note import Note, NoteEffect, NoteKind
from graph.model.paragraph import Connective, Paragraph, ParagraphKind
from graph.model.passage import Passage
from graph.model.quad import STRING, XSD, Quad
from graph.model.reference import Reference, ReferenceKind
from graph.model.requirement import (
    Amount,
    Availability,
    ExceptionFlag,
    RequirementRow,
    Statement,
    StatementKind,
)
from graph.model.term import Term, TermScope, TermUse
from graph.release import Release
from graph.store.oxigraph import OxigraphStore
from graph.store.server import LocalServer
from graph.vocabulary import cty
from ingest.build import build
from ingest.curated.tables import emit_tables
from ingest.emit.control_list import emit_facts
from ingest.emit.wording import emit_wording
from ingest.read import ListReading, all_lists, read_list
from ingest.report import Silent
from ingest.text.canonical import Builder

COMPARED = frozenset({"eu-cml", "uk-ml", "us-nrc-110", "wa-ml"})
"""Lists whose pairs lie in the release of the tests; those of the others are derived when asked."""


@pytest.fixture(scope="session")
def documents() -> Path:
    found = Settings.from_env(os.environ).documents
    if found is None or not (found / "us").is_dir():
        if os.environ.get("CI") == "true":
            pytest.fail("CI has the documents at ../shared/data: they are missing")
        pytest.skip("no documents: set COMITY_DOCUMENTS or put them at ../shared/data")
    return found


@pytest.fixture(scope="session")
def readings(documents: Path) -> dict[str, ListReading]:
    """Every list, read once from its documents."""
    return {key: read_list(sources, documents) for key, sources in all_lists().items()}


@pytest.fixture(scope="session")
def release(tmp_path_factory: pytest.TempPathFactory) -> Release:
    shared = os.environ.get("COMITY_TEST_HOME")  # .ci/suites keeps one home over its suites
    home = Path(shared) if shared else tmp_path_factory.mktemp("home")
    return build(home, Settings.from_env(os.environ).documents, Silent(), COMPARED)


@pytest.fixture(scope="session")
def invented() -> ListDocument:
    """Invented law of an invented list: one entry with a condition, a note, a requirement row and an exception."""
    text = Builder()

    def said(words: str) -> Passage:
        span = text.add(words)
        text.gap()
        return text.done().cut(*span)

    version = ControlListVersion(
        key="zz-list", name="Zz list", jurisdiction="zz", citation="Zz Act, Sch. 1", language="en",
        valid_on=date(2026, 6, 24), published_on=date(2026, 6, 24), document="zz/list.xml", sha256="0" * 64,
        url="https://law.example/zz", licence="free", title_is_free=True, length=100,
    )  # fmt: skip

    def paragraph(notation: str, kind: ParagraphKind, words: str, **more: Any) -> Paragraph:
        parent = notation.rpartition(".")[0] or ("3A" if len(notation) == 5 else None)
        fields = {
            "official": notation,
            "parent": parent,
            "kind": kind,
            "index": 1,
            "text": (said(words),),
        }
        return Paragraph(notation=notation, **(fields | {"depth": notation.count(".")} | more))

    paragraphs = (
        paragraph("3A", ParagraphKind.HEADING, "Things", depth=-1, label="Things", connective=Connective.LIST),
        paragraph("3A001", ParagraphKind.ENTRY, "Widgets as follows:", label="Widgets", connective=Connective.LIST),
        paragraph("3A001.a", ParagraphKind.ITEM, "Blue widgets having all of the following:",
                  label="Blue widgets", connective=Connective.ALL, explicit=True),
        paragraph("3A001.a.1", ParagraphKind.CONDITION, "A width of 5 mm or more; and", ends_with="and"),
        paragraph("3A001.a.2", ParagraphKind.CONDITION, "A mass below 1 kg.", index=2),
        paragraph("3A001.b", ParagraphKind.RESERVED, "[Reserved]", index=2),
        paragraph("9A012", ParagraphKind.ENTRY, "Kites.", label="Kites", parent=None),
    )  # fmt: skip
    return ListDocument(
        version=version,
        paragraphs=paragraphs,
        notes=(
            Note(notation="3A001.a.note.1", annotates="3A001.a", parent=None, kind=NoteKind.DECONTROL,
                 effect=NoteEffect.NARROWS, index=1, official="Note", text=(said("3A001.a does not control toys:"),)),
            Note(notation="3A001.a.note.1.a", annotates="3A001.a", parent="3A001.a.note.1", kind=NoteKind.DECONTROL,
                 effect=NoteEffect.NARROWS, index=1, official="a.", text=(said("Wooden toys."),)),
        ),
        requirements=(
            RequirementRow(entry="3A001", table=1, row=1, reasons=("NS",), scope=said("NS applies to 3A001.a"),
                           included=("3A001.a",), wording=said("NS Column 2"), columns=("NS 2",)),
        ),
        exceptions=(
            ExceptionFlag(entry="3A001", exception="LVS", index=1, availability=Availability.CONDITIONAL,
                          amounts=(Amount(value=Decimal(500), currency="USD", paragraphs=("3A001.a",)),),
                          text=(said("$500 for 3A001.a"),)),
        ),
        statements=(
            Statement(about="3A001", kind=StatementKind.REASONS, index=1, values=("AT", "NS"), text=(said("NS, AT"),)),
        ),
        terms=(Term(slug="widget", label="widget", scope=TermScope.LIST, text=(said("a small thing"),)),),
        term_uses=(TermUse(where="3A001.a", slug="widget", scope=TermScope.LIST),),
        references=(
            Reference(where="3A001.a", as_written="9A012", target_list="zz-list", target="9A012",
                      kind=ReferenceKind.SEE_ALSO, resolved=True),
        ),
        issues=(Issue(where="3A001.b", kind="odd-spelling", value="x"),),
    )  # fmt: skip


@pytest.fixture(scope="session")
def tables(tmp_path_factory: pytest.TempPathFactory) -> OxigraphStore:
    """Our own tables alone, as a release has them: nothing changes in it."""
    folder = tmp_path_factory.mktemp("tables")
    OxigraphStore.at(folder).load(emit_tables("urn:zz:tables"))
    return OxigraphStore.read_only(folder)


@pytest.fixture
def store(invented: ListDocument) -> OxigraphStore:
    """The invented list in memory, with its wording, and one later change of 9A012 that is known."""
    made = OxigraphStore.in_memory()
    made.load(emit_facts(invented, graph="urn:zz:facts"))
    made.load(emit_wording(invented, graph="urn:zz:wording"))
    event, entry = "urn:zz:event", "https://w3id.org/comity/id/list/zz-list/9A012"
    told = [("eventDate", "2026-08-13"), ("publishedOn", "2026-08-14")]
    made.load(Quad(event, cty(name), day, "urn:zz:updates", f"{XSD}date") for name, day in told)
    made.load([
        Quad(event, cty("citationLabel"), "Zz Gazette 7", "urn:zz:updates", STRING),
        Quad(event, cty("affects"), entry, "urn:zz:updates"),
    ])  # fmt: skip
    return made


@pytest.fixture(scope="session")
def neo4j_uri(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A real server on loopback: one that is named, else one that is started and stopped here."""
    if named := os.environ.get("COMITY_NEO4J"):
        yield named
        return
    server = LocalServer(tmp_path_factory.mktemp("server"), os.environ)
    try:
        server.start(lambda _: None)
    except Unreachable as exc:
        if os.environ.get("CI") == "true" or exc.server not in {"java", "mvn"}:
            raise
        pytest.skip(str(exc))
    yield server.uri
    server.stop()
