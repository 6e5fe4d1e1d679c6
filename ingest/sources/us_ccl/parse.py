"""Parse the Commerce Control List from the XML of the eCFR."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from graph.model.document import ListDocument
from graph.model.note import Note
from graph.model.paragraph import Paragraph
from graph.model.passage import Passage
from graph.model.requirement import ExceptionFlag, Statement
from ingest.source import Source
from ingest.sources.ecfr import read_page
from ingest.sources.us_ccl.entry import PlaceReader
from ingest.sources.us_ccl.gathered import Gathered, Item
from ingest.sources.us_ccl.headings import open_place
from ingest.sources.us_ccl.licence import read_tables
from ingest.sources.us_ccl.naming import NoteNames
from ingest.sources.us_ccl.outline import Outline
from ingest.sources.us_ccl.remarks import read_exceptions, read_statements
from ingest.sources.us_ccl.slips import read_slips
from ingest.sources.us_ccl.words import read_references, read_terms
from ingest.text.canonical import Canonical
from ingest.text.tree import Draft, build_paragraphs

_NAME = "us-ccl"


def parse(document: bytes, source: Source) -> ListDocument:
    """Return everything that one state of the Commerce Control List says, as records.

    Args:
        document: The XML of 15 CFR part 774, Supplement No. 1, as the eCFR gives it.
        source: What ``source.yml`` says of it.

    Shape:   paragraphs, notes and remarks in document order; passages and omissions tile the canonical text.

    Raises:
        UnreadableDocument: not the XML we know, or an enumerator, label or run of words that fits nowhere.
        UnknownValue: a heading, label, reason or licence exception that no table covers.
        DuplicateNotation: two entries or paragraphs with one notation.
    """
    gathered = _gather(document, source.document)
    paragraphs = build_paragraphs(_drafts(gathered), document=source.document)
    known = {paragraph.notation: None for paragraph in paragraphs}
    requirements = read_tables(gathered, known)
    exceptions = read_exceptions(gathered, known)
    statements = read_statements(gathered)
    notes = NoteNames(gathered, known).read()
    _find_slips(gathered, paragraphs)
    said = _said(paragraphs, notes, statements, exceptions)
    terms, uses = read_terms(paragraphs, notes)
    version = replace(source.version, length=len(gathered.page.canonical.text))
    return ListDocument(
        version=version,
        paragraphs=paragraphs,
        notes=tuple(notes),
        requirements=tuple(requirements),
        exceptions=tuple(exceptions),
        statements=tuple(statements),
        tables=tuple(gathered.tables),
        terms=terms,
        term_uses=uses,
        references=read_references(said, list_key=source.key, known=known),
        issues=tuple(sorted(gathered.issues)),
        omissions=tuple(gathered.omissions),
    )


def canonical(document: bytes) -> Canonical:
    """Return the canonical text that the passages of ``parse`` are cut from."""
    return read_page(document, _NAME).canonical


def _gather(document: bytes, name: str) -> Gathered:
    gathered = Gathered(read_page(document, name), read_slips())
    for place in Outline(gathered.page).read():
        open_place(gathered, place)
        PlaceReader(gathered, place).read()
    return gathered


def _drafts(gathered: Gathered) -> list[Draft]:
    return [_draft(gathered, item) for item in gathered.items]


def _draft(gathered: Gathered, item: Item) -> Draft:
    marker = gathered.cut(item.marker) if item.marker else None
    return Draft(
        notation=item.notation,
        official=(marker.wording or item.notation) if marker else item.notation,
        marker=marker,
        text=gathered.cut_all(item.lines),
        kind=item.kind,
        parent=item.parent,
        title=item.title,
    )


def _find_slips(gathered: Gathered, paragraphs: Sequence[Paragraph]) -> None:
    """Keep as an issue each slip that stands in the words of its paragraph."""
    words = {paragraph.notation: _words(paragraph.text) for paragraph in paragraphs}
    for where, stands in gathered.slips:
        if stands in words.get(where, ""):
            gathered.issue(where, "official-typo", stands)


def _said(
    paragraphs: Sequence[Paragraph],
    notes: Sequence[Note],
    statements: Sequence[Statement],
    exceptions: Sequence[ExceptionFlag],
) -> Iterator[tuple[str, str]]:
    """Yield the words that can mention something, with the notation that says them."""
    for paragraph in paragraphs:
        yield paragraph.notation, _words(paragraph.text)
    for note in notes:
        yield note.notation, _words(note.text)
    for statement in statements:
        yield statement.about, _words(statement.text)
    for flag in exceptions:
        yield flag.entry, _words(flag.text)


def _words(text: Collection[Passage]) -> str:
    return " ".join(passage.wording or "" for passage in text)
