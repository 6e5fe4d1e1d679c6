"""Notes under their names: which position a note annotates, and what it does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from graph.errors import DuplicateNotation
from graph.model.note import Note, NoteEffect, NoteKind
from graph.model.passage import Passage
from ingest.sources.ca_justice.gathered import Gathered, NoteDraft
from ingest.sources.ca_justice.labels import below
from ingest.sources.ca_justice.mentions import subject_of
from ingest.text.note_kind import note_kind
from ingest.text.note_target import note_notation

_GENERAL = (NoteKind.GENERAL, NoteEffect.NONE)


@dataclass(frozen=True, slots=True)
class Kept:
    """A note, and the place that its words are read at."""

    note: Note
    place: str


def name_notes(gathered: Gathered) -> tuple[Kept, ...]:
    """Return the notes in document order.

    Raises:
        DuplicateNotation: two items of one note have one label.
    """
    return tuple(_Namer(gathered).notes())


class _Namer:
    def __init__(self, gathered: Gathered) -> None:
        self._gathered = gathered
        self._taken: dict[str, Passage | None] = {
            position.notation: position.marker for position in gathered.positions.values()
        }
        self._count: Counter[str] = Counter()

    def notes(self) -> Iterator[Kept]:
        """Yield notes and their items."""
        for draft in self._gathered.notes:
            target = self._target(draft)
            notation = draft.notation
            if not notation:
                notation = note_notation(target, "note", draft.number, self._taken)
                if draft.number and not notation.endswith(f".{draft.number}"):
                    self._gathered.issue(notation, "repeated-number", str(draft.number))
            self._count[target] += 1
            yield from self._named(draft, notation, target, None, self._count[target])

    def _named(
        self, draft: NoteDraft, notation: str, target: str, parent: Note | None, index: int
    ) -> Iterator[Kept]:
        if notation in self._taken:
            places = [_place(self._taken[notation]), _place(draft.marker)]
            raise DuplicateNotation(self._gathered.page.name, notation, places)
        self._taken[notation] = draft.marker
        kind, effect = (parent.kind, parent.effect) if parent else self._kind(draft)
        note = Note(
            notation=notation,
            annotates=target or None,
            parent=parent.notation if parent else None,
            kind=kind,
            effect=effect,
            index=index,
            official=draft.official or (parent.official if parent else notation),
            requirement=bool(self._gathered.speech.duty.search(draft.words)),
            marker=draft.marker,
            text=tuple(draft.text),
        )
        yield Kept(note, draft.place)
        for number, item in enumerate(draft.items, start=1):
            yield from self._named(item, below(notation, item.step), target, note, number)

    def _target(self, draft: NoteDraft) -> str:
        """Return the position that the words of a note annotate: their subject, else where it stands."""
        known = self._gathered.positions
        found = subject_of(draft.words, draft.place, self._gathered.speech, known)
        return found or draft.place

    def _kind(self, draft: NoteDraft) -> tuple[NoteKind, NoteEffect]:
        if not draft.place:
            return _GENERAL
        if draft.narrows:
            return NoteKind.DECONTROL, NoteEffect.NARROWS
        heading = draft.official if draft.official.isupper() else ""
        found = note_kind(heading, draft.words, self._gathered.language)
        if found == _GENERAL and self._defines(draft):
            return NoteKind.DEFINITION, NoteEffect.DEFINES
        return found

    def _defines(self, draft: NoteDraft) -> bool:
        """Say whether a defined term, which is set in italics, stands in a note or its items."""
        spans = [(part.start, part.end) for part in draft.text]
        spans += [(part.start, part.end) for item in draft.items for part in item.text]
        return any(
            start <= term.start and term.end <= end
            for term in self._gathered.page.root.inside(
                "DefinedTermEn", "DefinedTermFr", "DefinitionRef"
            )
            for start, end in spans
        )


def _place(marker: Passage | None) -> str:
    return f"character {marker.start}" if marker else "no words"
