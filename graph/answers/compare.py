"""Two positions compared: who controls more, where they part, and what that rests on."""

from __future__ import annotations

from collections.abc import Mapping

from graph.answers.asof import ListState
from graph.answers.facts import facts
from graph.answers.resolve import resolve
from graph.answers.sides import sides
from graph.logic.alignment import Known
from graph.logic.contrast import Contrast, contrast
from graph.logic.grammar import Tokens, tokens
from graph.store import GraphStore


def compared(
    store: GraphStore,
    left: tuple[ListState, str],
    right: tuple[ListState, str],
    *,
    children: bool = True,
) -> Contrast:
    """Compare what two positions of two states control.

    Args:
        store: The release to ask.
        left: State and notation of the one side; every spelling of a notation is read.
        right: State and notation of the other side.
        children: The things listed below count too; conditions always do.

    Raises:
        UnreadableItem: a notation is no spelling of one.
        AmbiguousItem: a spelling may mean several positions.
        NotFound: a state has no such position.
    """
    one, other = (
        sides(store, state).side(resolve(store, state, notation).item.notation, children=children)
        for state, notation in (left, right)
    )
    return contrast(one, other, known(store))


def known(store: GraphStore) -> Known:
    """Return what our tables say of phrases."""
    held: Known = store.kept("known words", lambda: Known(_phrases(store)))
    return held


def _phrases(store: GraphStore) -> Mapping[Tokens, Tokens]:
    return {
        tokens(fact.text("aliasOf")): tokens(fact.text("factName"))
        for fact in facts(store, "PhraseMapping")
    }
