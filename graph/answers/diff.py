"""Two states of one list: what was added, removed, changed, moved, or only printed otherwise."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from graph.answers.asof import ListState, states
from graph.answers.licensing import attached, requirements
from graph.answers.lists import note_lines, positions_of
from graph.answers.position import NoteText, Position, described, notes, position
from graph.ids import Item
from graph.model.paragraph import ParagraphKind
from graph.store import GraphStore, Question
from graph.typographic import typographic


class Change(StrEnum):
    """What happened to a position."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"
    TYPOGRAPHIC = "typographic"
    """The same letters, numbers and signs, printed otherwise: no amendment."""


class Part(StrEnum):
    """Which part of a position changed."""

    TEXT = "text"
    HEADING = "heading"
    NOTE = "note"
    REQUIREMENT = "requirement"


@dataclass(frozen=True, slots=True, order=True)
class Difference:
    """One difference between two states of a list."""

    notation: str
    change: Change
    part: Part
    before: str
    """The words, or their digest where they are not held; the notation where it moved from."""

    after: str
    """The words, or their digest where they are not held; the notation where it moved to."""


@dataclass(frozen=True, slots=True)
class _Side:
    state: ListState
    positions: dict[str, Position]
    notes: dict[str, tuple[str, str]]
    """Notation of a note to what it annotates and the digest of its words."""


def diff(store: GraphStore, before: ListState, after: ListState) -> tuple[Difference, ...]:
    """Return what differs between two states of a list, by notation.

    Shape:   nothing for two names of one state; a paragraph that moved has one difference, at its old notation.
    """
    one, other = _side(store, before), _side(store, after)
    return tuple(sorted({*_positions(store, one, other), *_notes(store, one, other)}))


def _side(store: GraphStore, state: ListState) -> _Side:
    held = {p.item.notation: p for p in positions_of(store, state)}
    lines = {n.notation: (n.annotates, n.digest) for n in note_lines(store, state)}
    return _Side(state, held, lines)


def _positions(store: GraphStore, one: _Side, other: _Side) -> Iterator[Difference]:
    gone = [p for n, p in one.positions.items() if n not in other.positions]
    new = [p for n, p in other.positions.items() if n not in one.positions]
    moved = dict(_moves(gone, new))
    for p in gone:
        target = moved.get(p.item.notation)
        if target is not None:
            yield Difference(p.item.notation, Change.MOVED, _part(p), p.item.notation, target)
        else:
            yield Difference(p.item.notation, Change.REMOVED, _part(p), _words(store, one, p), "")
    for p in new:
        if p.item.notation not in moved.values():
            yield Difference(p.item.notation, Change.ADDED, _part(p), "", _words(store, other, p))
    reprinted = _reprinted(store, one.state, other.state)
    for notation, p in one.positions.items():
        if (now := other.positions.get(notation)) is not None:
            yield from _compared(store, (one, p), (other, now), reprinted)


def _compared(
    store: GraphStore, was: tuple[_Side, Position], now: tuple[_Side, Position], reprinted: set[str]
) -> Iterator[Difference]:
    (one, old), (other, new) = was, now
    if old.version == new.version:
        if new.version in reprinted:
            words = _words(store, one, old)
            yield Difference(old.item.notation, Change.TYPOGRAPHIC, _part(old), words, words)
        return
    if old.words.digest != new.words.digest:
        before, after = _words(store, one, old), _words(store, other, new)
        held = typographic(before) == typographic(after)
        change = Change.TYPOGRAPHIC if held else Change.CHANGED
        yield Difference(old.item.notation, change, _part(old), before, after)
    rows = tuple(_rows(store, p) for p in (old, new))
    if rows[0] != rows[1]:
        said = tuple(
            ";".join(sorted((side - both).elements()))
            for side, both in zip(rows, rows[::-1], strict=True)
        )
        yield Difference(old.item.notation, Change.CHANGED, Part.REQUIREMENT, *said)


def _notes(store: GraphStore, one: _Side, other: _Side) -> Iterator[Difference]:
    for notation in sorted({*one.notes, *other.notes}):
        (holder, old), (now, new) = (
            one.notes.get(notation, ("", "")),
            other.notes.get(notation, ("", "")),
        )
        if notation in one.notes and notation in other.notes and old == new:
            continue
        before = _note_words(store, one, holder, notation) if notation in one.notes else ""
        after = _note_words(store, other, now, notation) if notation in other.notes else ""
        change = Change.CHANGED
        if notation not in one.notes:
            change = Change.ADDED
        elif notation not in other.notes:
            change = Change.REMOVED
        elif typographic(before) == typographic(after):
            change = Change.TYPOGRAPHIC
        yield Difference(notation, change, Part.NOTE, before, after)


def _moves(gone: Iterable[Position], new: Iterable[Position]) -> Iterator[tuple[str, str]]:
    """Yield where words went that stand once among what is gone and once among what is new."""
    sides = [_once(positions) for positions in (gone, new)]
    for digest, notation in sides[0].items():
        if digest in sides[1]:
            yield notation, sides[1][digest]


def _once(positions: Iterable[Position]) -> dict[str, str]:
    held = [p for p in positions if p.words.digest and p.kind is not ParagraphKind.RESERVED]
    times = Counter(p.words.digest for p in held)
    return {p.words.digest: p.item.notation for p in held if times[p.words.digest] == 1}


def _reprinted(store: GraphStore, before: ListState, after: ListState) -> set[str]:
    between = (s for s in states(store) if s.key == after.key and before.of < s.of <= after.of)
    return {row["version"] for s in between for row in store.find(Question.REPRINTS, state=s.iri)}


def _part(p: Position) -> Part:
    return Part.TEXT if p.depth > 0 else Part.HEADING


def _words(store: GraphStore, side: _Side, p: Position) -> str:
    rows = store.find(Question.POSITION, entry=p.item.iri, state=side.state.text)
    held = next(map(position, described(rows)), p)
    return held.words.quote or held.words.digest


def _note_words(store: GraphStore, side: _Side, holder: str, notation: str) -> str:
    if holder:
        entry = Item(side.state.text_key, holder).iri
        rows = store.find(Question.NOTES, entry=entry, state=side.state.text)
    else:
        listed = Item(side.state.text_key, "").iri
        rows = store.find(Question.LIST_NOTES, list=listed, state=side.state.text)
    found = next((n for n in _flat(notes(rows)) if n.notation == notation), None)
    return (found.words.quote or found.words.digest) if found else ""


def _flat(found: Iterable[NoteText]) -> Iterator[NoteText]:
    for note in found:
        yield note
        yield from _flat(note.items)


def _rows(store: GraphStore, p: Position) -> Counter[str]:
    found = requirements(attached(store, p.version), p.item.notation)
    return Counter(f"{','.join(r.reasons)} {','.join(r.columns)} {r.words.digest}" for r in found)
