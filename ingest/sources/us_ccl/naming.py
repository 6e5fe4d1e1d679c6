"""Names for the notes: which paragraph each annotates, its notation, its kind."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from graph.errors import DuplicateNotation
from graph.model.note import Note, NoteEffect, NoteKind
from ingest.sources.us_ccl.gathered import Gathered, NoteDraft, NoteItem
from ingest.text.note_kind import note_kind
from ingest.text.note_target import annotated, note_notation, note_prefix, printed_number

_CODE_LENGTH = 5
_LIST_WIDE = frozenset({"cat5p2"})
"""Headings whose plain notes the whole list cites: the Cryptography Note is ``note.cat5p2.3``."""


@dataclass(frozen=True, slots=True)
class _Reading:
    """What the words of a note say of it."""

    heading: str
    kind: NoteKind
    effect: NoteEffect
    target: str
    prefix: str
    number: int | None


class NoteNames:
    """Turns the notes that were gathered into records, in document order."""

    def __init__(self, gathered: Gathered, known: Collection[str]) -> None:
        self._gathered = gathered
        self._of: dict[str, list[str]] = {}
        """Entry to its notations; the empty string to those of headings."""

        for name in known:
            code = name.partition(".")[0]
            self._of.setdefault(code if len(code) == _CODE_LENGTH else "", []).append(name)
        self._taken: set[str] = set()
        self._counts: dict[str, int] = {}
        self._names: dict[int, str] = {}

    def read(self) -> list[Note]:
        """Return each note, followed by its own items."""
        readings = [(draft, self._reading(draft)) for draft in self._gathered.notes]
        printed: dict[tuple[object, str], set[int]] = {}
        for draft, reading in readings:
            if reading.number is not None:
                printed.setdefault(_series(draft, reading), set()).add(reading.number)
        notes: list[Note] = []
        for draft, reading in readings:
            note = self._note(draft, reading, printed.get(_series(draft, reading), set()))
            notes.append(note)
            notes += self._items(draft, note)
        return notes

    def _reading(self, draft: NoteDraft) -> _Reading:
        heading = self._gathered.text(draft.heading) if draft.heading else ""
        own = " ".join(filter(None, map(self._gathered.text, draft.lines)))
        text = own or self._first(draft)
        kind, effect = note_kind(heading, text)
        in_entry = draft.place in self._of
        known = self._of[draft.place if in_entry else ""]
        # a note in an entry annotates the entry; one below a heading annotates what its own heading says
        target = annotated(heading, text if in_entry else "", before=draft.before, known=known)
        number = printed_number(heading)
        return _Reading(heading, kind, effect, target, note_prefix(kind, heading), number)

    def _note(self, draft: NoteDraft, reading: _Reading, printed: Collection[int]) -> Note:
        parent = self._names[id(draft.within)] if draft.within else None
        above = parent or reading.target
        notation = self._notation(above, reading, printed)
        self._names[id(draft)] = notation
        self._taken.add(notation)
        self._counts[above] = self._counts.get(above, 0) + 1
        return Note(
            notation=notation,
            annotates=reading.target,
            parent=parent,
            kind=reading.kind,
            effect=reading.effect,
            index=self._counts[above],
            official=reading.heading,
            requirement=draft.requirement,
            marker=self._gathered.cut(draft.heading) if draft.heading else None,
            text=self._gathered.cut_all(draft.lines),
        )

    def _notation(self, above: str, reading: _Reading, printed: Collection[int]) -> str:
        """A printed number is kept for the note that prints it."""
        prefix = reading.prefix
        if above in _LIST_WIDE and prefix == "note":
            above, prefix = prefix, above
        taken = self._taken
        if reading.number is None:
            taken = taken | {f"{above}.{prefix}.{number}" for number in printed}
        return note_notation(above, prefix, reading.number, taken)

    def _first(self, draft: NoteDraft) -> str:
        for item in draft.items:
            text = " ".join(map(self._gathered.text, item.lines)).strip()
            if text:
                return text
        return ""

    def _items(self, draft: NoteDraft, note: Note) -> list[Note]:
        counts: dict[str, int] = {}
        found: list[Note] = []
        for item in draft.items:
            parent = ".".join((note.notation, *item.path[:-1]))
            counts[parent] = counts.get(parent, 0) + 1
            found.append(self._item(item, note, parent, counts[parent]))
        return found

    def _item(self, item: NoteItem, note: Note, parent: str, index: int) -> Note:
        notation = f"{parent}.{item.path[-1]}"
        if notation in self._taken:
            places = (f"line {line.at}" for line in item.lines[:1])
            raise DuplicateNotation(self._gathered.page.name, notation, tuple(places))
        self._taken.add(notation)
        kind, effect = note.kind, note.effect
        if not note.text:  # a list of notes: each speaks for itself
            kind, effect = note_kind(note.official, " ".join(map(self._gathered.text, item.lines)))
        return Note(
            notation=notation,
            annotates=note.annotates,
            parent=parent,
            kind=kind,
            effect=effect if effect is not NoteEffect.DEFINES else NoteEffect.NONE,
            index=index,
            official=self._gathered.text(item.marker) if item.marker else "",
            requirement=note.requirement,
            marker=self._gathered.cut(item.marker) if item.marker else None,
            text=self._gathered.cut_all(item.lines),
        )


def _series(draft: NoteDraft, reading: _Reading) -> tuple[object, str]:
    return id(draft.within) if draft.within else reading.target, reading.prefix
