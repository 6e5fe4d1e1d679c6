"""The Common Military List of 2020, whole: counts and facts, no wording."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pypdfium2
import pytest

from graph.errors import UnreadableDocument
from graph.model.document import ListDocument
from graph.model.note import Note, NoteKind
from graph.model.paragraph import Connective, Paragraph, ParagraphKind
from graph.model.term import TermScope
from ingest.outline.powers import unmarked_powers
from ingest.read import Sited, read_from_document
from ingest.source import SOURCES, Source, read_source
from ingest.sources.eu_cml.parse import parse

pytestmark = pytest.mark.real

SOURCE: Source = read_source(SOURCES / "eu_cml" / "source.yml")


@pytest.fixture(name="found", scope="module")
def _found(documents: Path) -> ListDocument:
    return parse((documents / SOURCE.document).read_bytes(), SOURCE)


@pytest.fixture(name="entries", scope="module")
def _entries(documents: Path) -> str:
    """The pages of the entries as PDFium puts them into words."""
    document = pypdfium2.PdfDocument(documents / SOURCE.document)
    pages = (document[n].get_textpage().get_text_bounded() for n in range(2, 42))
    return "\n".join(pages).replace("\r", "")


def below(document: ListDocument, notation: str) -> list[str]:
    """The last steps of what stands directly below a paragraph or note."""
    records: list[Paragraph | Note] = [*document.paragraphs, *document.notes]
    return [r.notation.rpartition(".")[2] for r in records if r.parent == notation]


def test_nothing_is_lost_and_the_counts_are_those_of_source_yml(documents: Path) -> None:
    counts = read_from_document(Sited("eu_cml", SOURCE), documents).counts
    assert counts["characters-Paragraph.text"] > 33_000
    assert counts["characters-Note.text"] > 24_000
    assert counts["characters-Term.text"] > 11_000


def test_every_entry_is_there(found: ListDocument) -> None:
    entries = [p.notation for p in found.paragraphs if p.kind is ParagraphKind.ENTRY]
    assert entries == [f"ML{n}" for n in range(1, 23)]
    assert {p.notation for p in found.paragraphs if p.depth == 0} == set(entries)


def test_every_enumerator_and_note_of_the_raw_text_is_a_record(
    found: ListDocument, entries: str
) -> None:
    printed = re.findall(r"^(?:\d{1,2}|[a-z]{1,2})\. ?(?=\S)", entries, re.MULTILINE)
    items = [p for p in found.paragraphs if p.depth > 0]
    inside = [n for n in found.notes if n.annotates and re.fullmatch(r"\w{1,2}\.", n.official)]
    assert len(items) + len(inside) == len(printed)
    headed = re.findall(r"^(?:Technical Notes?|Note(?= (?:\d|ML|For|Item))|N\.B\.)", entries, re.M)
    heads = [n for n in found.notes if n.annotates and not re.fullmatch(r"\w{1,2}\.", n.official)]
    assert len(heads) == len(headed)


def test_placeholders_are_reserved(found: ListDocument, entries: str) -> None:
    reserved = [p.notation for p in found.paragraphs if p.kind is ParagraphKind.RESERVED]
    assert reserved == [
        "ML2.d", "ML8.a.32.g", "ML8.a.34", "ML8.b.2", "ML8.g.4", "ML9.e", "ML10.b", "ML22.b.3",
        "ML22.b.4",
    ]  # fmt: skip
    of_notes = 2  # ML7.b.note.1.f and ML17.techn.1.1
    assert len(re.findall(r"Not used since", entries)) == len(reserved) + of_notes


def test_hard_places(found: ListDocument) -> None:
    assert below(found, "ML8.a")[:43] == [str(n) for n in range(1, 44)]
    assert below(found, "ML8.a.32") == list("abcdefghij")
    assert below(found, "ML8.note.1")[-5:] == ["z", "aa", "bb", "cc", "dd"]
    assert below(found, "ML22") == ["a", "b"]
    assert below(found, "ML22.b") == ["1", "2", "3", "4", "5"]  # 3 and 4 lost their indentation
    assert below(found, "ML9.a.2") == ["a", "b", "c", "d"]
    assert below(found, "ML4.c.note.1.d.1") == ["a", "b"]  # goes on over the page
    notes = {note.notation: note for note in found.notes}
    assert notes["ML9.a.1.note.1"].kind is NoteKind.INCLUSION
    assert notes["ML22.note.1"].annotates == "ML22"
    assert notes["ML15.note.1.nb.1"].parent == "ML15.note.1"
    assert notes["ML8.a.note.1.techn.1"].parent == "ML8.a.note.1"
    known = {paragraph.notation: paragraph for paragraph in found.paragraphs}
    assert known["ML4.b"].connective is Connective.ALL
    assert known["ML9.b.3"].connective is Connective.ALL


def test_terms_references_and_exponents(found: ListDocument) -> None:
    terms = {t.slug: t for t in found.terms if t.scope is TermScope.LIST}
    assert len(terms) == 43
    assert terms["pyrotechnic"].categories == ("ML4", "ML8")
    assert [name for name, term in terms.items() if not term.categories] == [
        "airship", "microprogram", "program",
    ]  # fmt: skip
    targets = Counter((r.target_list, r.resolved) for r in found.references)
    assert targets == {("eu-cml", True): 141, ("eu-annex-i", False): 16}
    passages = [part for leaf, part in found.passages() if not leaf.startswith("Omission")]
    assert list(unmarked_powers(passages)) == []


def test_a_document_that_breaks_off_is_refused(documents: Path) -> None:
    raw = (documents / SOURCE.document).read_bytes()
    with pytest.raises(UnreadableDocument):
        parse(raw[: len(raw) // 2], SOURCE)
