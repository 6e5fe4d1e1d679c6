"""Positions by code, then by words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from graph.answers.asof import AsOf, ListState, Vintage, acts, states, states_of, vintage_of
from graph.answers.position import Position
from graph.answers.resolve import resolve
from graph.errors import AmbiguousItem, NotAtHand, NotFound, UnreadableItem
from graph.ids import Item
from graph.store import GraphStore
from graph.store.search import SearchIndex


class FoundBy(StrEnum):
    """Why a position was found."""

    CODE = "code"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class Found:
    """One position that search found."""

    item: Item
    kind: str
    label: str | None
    found_by: FoundBy
    snippet: str | None
    """Words around the match, between ``[`` and ``]``; ``None`` for a code."""

    vintage: Vintage


def search(
    store: GraphStore, index: SearchIndex, text: str, as_of: AsOf, *, key: str | None, most: int
) -> tuple[Found, ...]:
    """Return what a text finds at the states that count: positions of that code, then positions with those words.

    Raises:
        NotFound: ``key`` is no list that is held.
    """
    held = {state.key for state in (*states(store), *acts(store))}
    if key is not None and key not in held:
        raise NotFound("list", key)
    listed, _, notation = text.rpartition(":")
    if listed not in held:
        listed, notation = "", text
    # a copy of another list holds nothing of its own: it is searched where it is asked for by name
    wanted = key or listed
    counting = {
        s.text: s
        for s in states_of(store, as_of, with_acts=True)
        if s.key == (wanted or s.text_key)
    }
    found = list(_by_code(store, tuple(counting.values()), notation, as_of))
    seen = {hit.item for hit in found}
    for hit in index.find(text, states=counting.keys(), most=most + len(seen)):
        item = Item.of(hit.position.version)
        state = next(counting[iri] for iri in hit.position.states if iri in counting)
        if item in seen:
            continue
        vintage = vintage_of(store, state, item.notation, as_of)
        label = hit.position.label or None
        found.append(Found(item, hit.position.kind, label, FoundBy.WORDS, hit.snippet, vintage))
    return tuple(found[:most])


def _by_code(
    store: GraphStore, counting: tuple[ListState, ...], notation: str, as_of: AsOf
) -> Iterator[Found]:
    for state in counting:
        for p in _positions(store, state, notation):
            vintage = vintage_of(store, state, p.item.notation, as_of)
            yield Found(p.item, p.kind, p.label, FoundBy.CODE, None, vintage)


def _positions(store: GraphStore, state: ListState, notation: str) -> Iterator[Position]:
    try:
        yield resolve(store, state, notation)
    except AmbiguousItem as exc:
        for candidate in exc.candidates:
            yield resolve(store, state, Item.parse(candidate).notation)
    except (NotAtHand, NotFound, UnreadableItem):
        return
