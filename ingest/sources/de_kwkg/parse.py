"""Parse the Kriegswaffenliste from the XML of gesetze-im-internet.de."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import replace

from graph.model.document import Issue, ListDocument
from graph.model.note import Note
from graph.model.paragraph import Paragraph, ParagraphKind
from graph.model.term import Term, TermScope
from ingest.outline.gathered import Gathered, Item, NoteDraft
from ingest.outline.parts import Leaves
from ingest.outline.said import Said
from ingest.source import Source
from ingest.sources.de_kwkg.mentions import read_mentions, targets
from ingest.sources.de_kwkg.outline import Outline
from ingest.sources.gii import read_annex
from ingest.text.canonical import Canonical
from ingest.text.german_terms import german_slug
from ingest.text.note_kind import note_kind
from ingest.text.note_target import note_notation
from ingest.text.tree import Draft, build_paragraphs

_NAME = "Kriegswaffenliste"
_ANNEX = "Anlage"
_SUBJECT = re.compile(r"^Für die unter Nummer (?P<number>\d+ Buchstabe [a-z])\b")
_SUBSCRIPT = re.compile(r"\w\((?:tief|hoch)\)\w+")
_FOOTNOTE = re.compile(r"\d\)")
_DEFINED = re.compile(r"^Als (?P<term>\w+) gilt\b")


def parse(document: bytes, source: Source) -> ListDocument:
    """Return everything that one state of the Kriegswaffenliste says, as records.

    Args:
        document: The XML of the whole act.
        source: What ``source.yml`` says of it.

    Shape:   paragraphs in the order of the list: parts ``A``, groups ``A.I``, numbers ``1`` to ``62``.

    Raises:
        UnreadableDocument: not the XML we know, or a part that fits nowhere.
        UnreadFields: an attribute that we do not know.
        UnknownValue: an element that no table covers.
        DuplicateNotation: two headings or numbers of one name.
    """
    page = read_annex(document, source.document, _ANNEX)
    gathered: Gathered[Leaves] = Gathered(page)
    outline = Outline(gathered)
    outline.read()
    drafts = [_draft(gathered, item) for item in outline.order]
    paragraphs = build_paragraphs(drafts, document=page.name, language=source.language)
    known = {paragraph.notation: None for paragraph in paragraphs}
    notes = tuple(_notes(gathered, known))
    known |= {note.notation: None for note in notes}
    said = list(_said(paragraphs, notes))
    return ListDocument(
        version=replace(source.version, length=len(page.canonical.text)),
        paragraphs=paragraphs,
        notes=notes,
        tables=tuple(gathered.tables),
        terms=tuple(_terms(notes)),
        references=read_mentions(said, list_key=source.key, known=known),
        issues=tuple(sorted((*gathered.issues, *_oddities(said, notes)))),
        omissions=tuple(gathered.omissions),
    )


def canonical(document: bytes) -> Canonical:
    """Return the canonical text that the passages of ``parse`` are cut from."""
    return read_annex(document, _NAME, _ANNEX).canonical


def _draft(gathered: Gathered[Leaves], item: Item) -> Draft:
    draft = gathered.draft(item)
    if item.kind is not ParagraphKind.HEADING:
        return draft
    title = " ".join(line.text for line in item.lines)
    return replace(draft, parent=item.parent or None, title=title)


def _notes(gathered: Gathered[Leaves], known: Collection[str]) -> Iterator[Note]:
    named: dict[int, Note] = {}
    taken: set[str] = set()
    counts: Counter[str] = Counter()
    for draft in gathered.notes:
        above = named[id(draft.parent)] if draft.parent else None
        target = above.annotates if above else _target(draft, known)
        holder = above.notation if above else target or ""
        name = f"{holder}.{draft.step}"
        notation = name if above else note_notation(holder, "note", None, taken)
        taken.add(notation)
        counts[holder] += 1
        heading = draft.marker.text if draft.marker else ""
        kind, effect = note_kind(heading, f"{heading} {draft.words}".strip(), "de")
        named[id(draft)] = Note(
            notation=notation,
            annotates=target,
            parent=above.notation if above else None,
            kind=kind,
            effect=effect,
            index=counts[holder],
            official=heading,
            marker=gathered.page.cut(draft.marker) if draft.marker else None,
            text=tuple(gathered.page.cut(line) for line in draft.lines),
        )
    yield from named.values()


def _target(draft: NoteDraft, known: Collection[str]) -> str:
    """Return what a note annotates: the position that its words begin with, else the heading it stands below."""
    found = _SUBJECT.match(draft.words)
    target = next(targets(found["number"])) if found else ""
    return target if target in known else draft.before


def _terms(notes: tuple[Note, ...]) -> Iterator[Term]:
    """Yield the terms that a note defines; their definition stands in the note."""
    for note in notes:
        words = note.text[0].wording if note.text else None
        if found := _DEFINED.match(words or ""):
            label = found["term"]
            yield Term(
                slug=german_slug(label),
                label=label,
                scope=TermScope.ENTRY,
                entry=note.annotates,
            )


def _oddities(said: list[Said], notes: tuple[Note, ...]) -> Iterator[Issue]:
    """Yield subscripts that the source writes in words, and footnotes whose mark stands nowhere."""
    for part in said:
        for found in _SUBSCRIPT.finditer(part.words):
            yield Issue(where=part.where, kind="subscript-in-words", value=found[0])
    for note in notes:
        if _FOOTNOTE.fullmatch(note.official) and not any(
            part.words.endswith(note.official) for part in said
        ):
            yield Issue(where=note.notation, kind="footnote-without-mark", value=note.official)


def _said(paragraphs: tuple[Paragraph, ...], notes: tuple[Note, ...]) -> Iterator[Said]:
    for paragraph in paragraphs:
        yield Said(paragraph.notation, "", paragraph.text)
    for note in notes:
        yield Said(note.notation, "", note.text)
