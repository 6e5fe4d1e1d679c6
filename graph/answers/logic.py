"""What a position of a list controls, as an expression (DOMAIN.md 1.4)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from graph.answers.asof import ListState
from graph.answers.limits import LimitLine, limit_lines
from graph.answers.lists import NoteLine, note_lines, positions_of
from graph.answers.position import Position
from graph.answers.resolve import resolve
from graph.logic.expression import AtLeast, Expression, Not, Opaque, Threshold, all_of, any_of
from graph.model.note import NoteKind
from graph.model.paragraph import Connective, ParagraphKind
from graph.store import GraphStore


@dataclass(frozen=True, slots=True)
class _State:
    """One state of a list, taken apart once."""

    positions: dict[str, Position]
    below: dict[str, list[Position]]
    notes: dict[str, list[NoteLine]]
    """Notes by what they annotate, without their items."""

    items: dict[str, list[NoteLine]]
    """Items by the note that they belong to."""

    limits: dict[str, list[LimitLine]]


def flags(
    store: GraphStore, state: ListState
) -> tuple[tuple[str, Connective, int | None, bool], ...]:
    """Return how what is below each paragraph and note combines: notation, connective, k, whether the words say it."""
    paragraphs = [
        (p.item.notation, p.connective, p.at_least, p.stated) for p in positions_of(store, state)
    ]
    notes = [
        (n.notation, n.connective, n.at_least, True)
        for n in note_lines(store, state)
        if n.connective is not Connective.NONE
    ]
    return tuple(sorted([*paragraphs, *notes], key=lambda row: row[0]))


def effective(store: GraphStore, state: ListState, notation: str) -> tuple[Position, Expression]:
    """Return a position and the expression of what it controls.

    Shape:   heads of the position and of all above it, its conditions below, less what decontrol notes on any of them
        release, and what validity notes demand. Words beyond the limits are opaque leaves; an exempted mention
        ("other than those in") is part of them until references are resolved.

    Raises:
        UnreadableItem: ``notation`` is no spelling of one.
        AmbiguousItem: the spelling may mean several positions.
        NotFound: the state has no such position.
    """
    held: _State = store.kept(("logic", state.text), lambda: _taken_apart(store, state))
    found = resolve(store, state, notation)
    chain = [found]
    while chain[-1].parent in held.positions and chain[-1].depth > 0:
        chain.append(held.positions[chain[-1].parent or ""])
    parts: list[Expression] = [part for p in reversed(chain) for part in _head(p, held)]
    parts += _conditions(found, held)
    about = [note for p in reversed(chain) for note in held.notes.get(p.item.notation, ())]
    released = [_note(n, held) for n in about if n.kind == NoteKind.DECONTROL]
    parts += [Not(any_of(released))] if released else []
    parts += [_note(n, held) for n in about if n.kind == NoteKind.VALIDITY]
    return found, all_of(parts)


def _taken_apart(store: GraphStore, state: ListState) -> _State:
    positions = positions_of(store, state)
    below: dict[str, list[Position]] = defaultdict(list)
    notes: dict[str, list[NoteLine]] = defaultdict(list)
    items: dict[str, list[NoteLine]] = defaultdict(list)
    limits: dict[str, list[LimitLine]] = defaultdict(list)
    for p in positions:
        below[p.parent or ""].append(p)
    for note in note_lines(store, state):
        (items if note.parent else notes)[note.parent or note.annotates].append(note)
    for limit in limit_lines(store, state):
        limits[limit.where].append(limit)
    return _State({p.item.notation: p for p in positions}, below, notes, items, limits)


def _head(p: Position, held: _State) -> Iterator[Expression]:
    """Yield what the own words of a position demand."""
    if p.words.digest:
        yield Opaque(p.item.notation, p.words.digest, p.label or "")
    yield from _thresholds(held.limits.get(p.item.notation, ()))


def _thresholds(limits: Iterable[LimitLine]) -> Iterator[Expression]:
    for one in limits:
        if not one.alternative:
            value = Decimal(one.value) if one.value else None
            yield Threshold(
                one.where, one.parameter, one.comparator, value, one.unit, one.condition
            )


def _conditions(p: Position, held: _State) -> list[Expression]:
    """Return what the condition paragraphs below a position demand together."""
    below = [c for c in held.below.get(p.item.notation, ()) if c.kind is ParagraphKind.CONDITION]
    parts = [all_of([*_head(c, held), *_conditions(c, held)]) for c in below]
    return [_joined(parts, p.connective, p.at_least)] if parts else []


def _joined(parts: list[Expression], connective: Connective, at_least: int | None) -> Expression:
    if connective is Connective.AT_LEAST_K and at_least is not None:
        return AtLeast(at_least, tuple(parts))
    return all_of(parts) if connective is Connective.ALL else any_of(parts)


def _note(note: NoteLine, held: _State) -> Expression:
    own: list[Expression] = []
    if note.digest:
        own.append(Opaque(note.notation, note.digest, ""))
    own += _thresholds(held.limits.get(note.notation, ()))
    items = [_note(item, held) for item in held.items.get(note.notation, ())]
    if items:
        own.append(_joined(items, note.connective, note.at_least))
    return all_of(own)
