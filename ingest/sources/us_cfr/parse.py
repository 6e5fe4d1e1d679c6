"""Parse a control list that stands in a part of the Code of Federal Regulations."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from graph.errors import UnreadableDocument
from graph.ids import slug
from graph.model.document import ListDocument
from graph.model.paragraph import Paragraph
from graph.model.passage import Passage
from graph.model.requirement import Statement, StatementKind
from graph.model.term import Term, TermScope, TermUse
from ingest.source import Source
from ingest.sources.ecfr import read_page
from ingest.sources.us_cfr.entry import Entry
from ingest.sources.us_cfr.mentions import read_mentions
from ingest.sources.us_cfr.places import places_of
from ingest.sources.us_cfr.reading import PartReader
from ingest.text.canonical import Canonical
from ingest.text.quotes import find_terms
from ingest.text.tree import build_paragraphs

_MISSILE = re.compile(r"\(MT\b[^()]*(?:\([^()]*\)[^()]*)*\)")


def parse(document: bytes, source: Source) -> ListDocument:
    """Return everything that one state of the list says, as records.

    Args:
        document: The XML of the part, as the eCFR gives it.
        source: What ``source.yml`` says of it; its key tells which sections are the list.

    Shape:   paragraphs and notes in document order; passages and omissions tile the canonical text.

    Raises:
        UnreadableDocument: not the XML we know, no such list in it, or a paragraph below nothing.
        UnknownValue: an element or typeface that no table covers.
        DuplicateNotation: a notation stands twice.
    """
    page = read_page(document, source.document)
    reader = PartReader(page, places_of(source.key))
    reader.read()
    if not reader.entries:
        raise UnreadableDocument(source.document, "document", f"holds no part of {source.key}")
    paragraphs = build_paragraphs([e.draft() for e in reader.entries.values()], document=page.name)
    said = [(p.notation, p.text) for p in paragraphs] + [
        (n.notation, n.text) for n in reader.notes.found
    ]
    known = {notation for notation, _ in said}
    return ListDocument(
        version=replace(source.version, length=len(page.canonical.text)),
        paragraphs=paragraphs,
        notes=tuple(reader.notes.found),
        statements=tuple(_marks(reader.entries.values(), paragraphs))
        if source.key == "us-usml"
        else (),
        tables=tuple(reader.tables),
        terms=(*reader.terms, *_terms(said, {term.slug for term in reader.terms})),
        term_uses=tuple(_uses(said)),
        references=read_mentions(said, key=source.key, known=known),
        issues=tuple(sorted(reader.issues)),
        omissions=tuple(reader.omissions),
    )


def canonical(document: bytes) -> Canonical:
    """Return the canonical text that the passages of ``parse`` are cut from."""
    return read_page(document, "ecfr").canonical


def _marks(entries: Iterable[Entry], paragraphs: Iterable[Paragraph]) -> Iterator[Statement]:
    """Yield what asterisks and "(MT)" say of paragraphs."""
    for entry in entries:
        if entry.starred:
            yield Statement(
                about=entry.notation, kind=StatementKind.SIGNIFICANT, index=1, values=("SME",)
            )
    for paragraph in paragraphs:
        if _MISSILE.search(" ".join(part.wording or "" for part in paragraph.text)):
            yield Statement(
                about=paragraph.notation, kind=StatementKind.MISSILE, index=1, values=("MT",)
            )


def _terms(said: Iterable[tuple[str, tuple[Passage, ...]]], seen: set[str]) -> Iterator[Term]:
    """Yield the terms that stand in quotation marks: they hold in the whole part, which defines them elsewhere."""
    for _, passages in said:
        for part in passages:
            for label, _scope in find_terms(part.wording or ""):
                name = slug(label)
                if name and name not in seen:
                    seen.add(name)
                    yield Term(slug=name, label=label, scope=TermScope.LIST)


def _uses(said: Iterable[tuple[str, tuple[Passage, ...]]]) -> Iterator[TermUse]:
    for where, passages in said:
        labels = {slug(label) for part in passages for label, _ in find_terms(part.wording or "")}
        for name in sorted(labels - {""}):
            yield TermUse(where=where, slug=name, scope=TermScope.LIST)
