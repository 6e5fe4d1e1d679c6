"""Positions of another list that carry the same code: candidates to look at, never matches."""

from __future__ import annotations

from dataclasses import dataclass

from graph.answers.asof import AsOf, states_of
from graph.answers.compare import compared
from graph.answers.entries import EntryAnswer, entry
from graph.answers.resolve import at
from graph.ids import Item, is_act_key
from graph.logic.contrast import Contrast
from graph.store import GraphStore

REASON = "same code: a candidate by its number only; a code is no key across lists"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A position of another list that may correspond; nothing was compared."""

    item: Item
    label: str | None
    reason: str = REASON


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Two positions laid beside each other, and how what they control lies to each other."""

    left: EntryAnswer
    right: EntryAnswer
    same_code: bool
    same_wording: bool | None
    """Whether the own words are the same characters; ``None`` where a side has none."""

    contrast: Contrast | None
    """``None`` for provisions of acts: they control nothing by themselves."""


def same_code(store: GraphStore, item: Item, as_of: AsOf) -> tuple[Candidate, ...]:
    """Return the positions of all other lists that carry the code of ``item``, by list.

    Shape:   at most one a list; none says nothing about control: other lists use other codes.
    """
    found: list[Candidate] = []
    if is_act_key(item.list):
        return ()
    for state in states_of(store, as_of):
        if item.list not in (state.key, state.text_key) and state.text == state.iri:
            for other in at(store, state, Item(state.key, item.notation)):
                found.append(Candidate(other.item, other.label))
    return tuple(found)


def side_by_side(store: GraphStore, left: Item, right: Item, as_of: AsOf) -> SideBySide:
    """Return two positions, each with everything that bears on it.

    Raises:
        QueryError: a side that has no answer.
    """
    one = entry(store, left.list, left.notation, as_of)
    other = entry(store, right.list, right.notation, as_of)
    digests = one.position.words.digest, other.position.words.digest
    return SideBySide(
        one,
        other,
        one.position.item.notation == other.position.item.notation,
        digests[0] == digests[1] if all(digests) else None,
        _contrast(store, one, other),
    )


def _contrast(store: GraphStore, one: EntryAnswer, other: EntryAnswer) -> Contrast | None:
    items = one.position.item, other.position.item
    if any(is_act_key(item.list) for item in items):
        return None
    left, right = ((answer.state, answer.position.item.notation) for answer in (one, other))
    return compared(store, left, right)
