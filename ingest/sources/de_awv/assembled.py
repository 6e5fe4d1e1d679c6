"""One state of one section of the Ausfuhrliste as records, whatever format its document had."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from graph.model.document import ListDocument
from graph.model.note import Note
from graph.model.paragraph import Paragraph, ParagraphKind
from ingest.outline.gathered import Gathered
from ingest.outline.parts import Leaves
from ingest.outline.said import Said
from ingest.source import Source
from ingest.sources.de_awv.destinations import read_destinations
from ingest.sources.de_awv.mentions import read_mentions, read_relations
from ingest.sources.de_awv.note_names import NoteNames
from ingest.sources.de_awv.sections import SECTIONS, read_sections
from ingest.sources.de_awv.slips import find_slips
from ingest.sources.de_awv.term_uses import TermUses
from ingest.text.tree import Draft, build_paragraphs


def read_list(page: Leaves, source: Source) -> ListDocument:
    """Return everything that one section says, with the notes and definitions of both.

    Shape:   paragraphs in the order of the list, the section's title before its numbers; notes in document order;
        passages and omissions tile the canonical text.

    Raises:
        UnreadableDocument: a part that fits nowhere.
        UnknownValue: a title, or a list, that no table covers.
        DuplicateNotation: two numbers, paragraphs, notes or terms of one name.
    """
    gathered: Gathered[Leaves] = Gathered(page)
    read_sections(gathered, source.key)
    drafts = list(_drafts(gathered, SECTIONS[source.key]))
    paragraphs = build_paragraphs(drafts, document=page.name, language=source.language)
    known = {paragraph.notation: None for paragraph in paragraphs}
    notes = NoteNames(gathered, known).read()
    known |= {note.notation: None for note in notes}
    said = list(_said(paragraphs, notes))
    elsewhere = [Said(term.slug, "", term.text) for term in gathered.terms]
    terms, uses, undefined = TermUses(gathered.terms, gathered.aliases).read(said)
    references, ranges = read_mentions(said, list_key=source.key, known=known)
    destinations, unread = read_destinations(paragraphs)
    slips = find_slips([*said, *elsewhere])
    return ListDocument(
        version=replace(source.version, length=len(page.canonical.text)),
        paragraphs=paragraphs,
        notes=notes,
        statements=destinations,
        tables=tuple(gathered.tables),
        terms=(*gathered.terms, *terms),
        term_uses=uses,
        references=references,
        relations=read_relations(said, source.key),
        issues=tuple(sorted((*gathered.issues, *undefined, *ranges, *unread, *slips))),
        omissions=tuple(gathered.omissions),
    )


def _drafts(gathered: Gathered[Leaves], section: str) -> Iterator[Draft]:
    heading = gathered.headings[section]
    assert heading.marker is not None  # noqa: S101  a section's letter is a point of the list
    yield Draft(
        notation=section,
        official=section,
        marker=gathered.page.cut(heading.marker),
        text=(gathered.page.cut(heading.words),),
        kind=ParagraphKind.HEADING,
        title=heading.words.text,
    )
    for items in gathered.entries.values():
        yield from map(gathered.draft, items)


def _said(paragraphs: Sequence[Paragraph], notes: Sequence[Note]) -> Iterator[Said]:
    """Yield the words of paragraphs and notes, with the entry in which a local term holds."""
    entries = {p.notation for p in paragraphs if p.kind is ParagraphKind.ENTRY}
    for paragraph in paragraphs:
        yield Said(paragraph.notation, _entry(paragraph.notation, entries), paragraph.text)
    for note in notes:
        yield Said(note.notation, _entry(note.annotates or "", entries), note.text)


def _entry(notation: str, entries: Collection[str]) -> str:
    """Return the entry that a notation is of; empty for a section and for the whole list."""
    while notation and notation not in entries:
        notation = notation.rpartition(".")[0]
    return notation
