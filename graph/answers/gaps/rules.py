"""Gaps between the rules of two jurisdictions, of every kind."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping

from graph.answers.asof import AsOf
from graph.answers.daily import daily
from graph.answers.gaps import activities, catch_alls, deemed, exemptions, obligations, timing
from graph.answers.gaps.sides import Sides
from graph.answers.parties import party
from graph.errors import NotFound, UnreadableItem
from graph.model.gap import Gap
from graph.store import GraphStore

#: Kind of gap to what finds it.
RULE_KINDS: Mapping[str, Callable[[Sides], Iterator[Gap]]] = {
    found.KIND: found.gaps
    for found in (activities, catch_alls, deemed, exemptions, obligations, timing)
}


def rule_gaps(
    store: GraphStore,
    jurisdiction_a: str,
    jurisdiction_b: str,
    as_of: AsOf,
    kinds: Collection[str] = (),
) -> tuple[Gap, ...]:
    """Return the gaps between the rules of two jurisdictions, of some kinds or of all, sorted.

    Shape:   none for a regime, or for a jurisdiction with itself: only legal orders have rules.

    Raises:
        UnreadableItem: a kind that is none.
    """
    if unknown := sorted(set(kinds) - RULE_KINDS.keys()):
        raise UnreadableItem(unknown[0], f"one of {', '.join(RULE_KINDS)}")
    asked = tuple(sorted(kinds or RULE_KINDS))
    if jurisdiction_a == jurisdiction_b:
        return ()

    def made() -> tuple[Gap, ...]:
        if not all(_is_order(store, key, as_of) for key in (jurisdiction_a, jurisdiction_b)):
            return ()
        sides = Sides.of(store, jurisdiction_a, jurisdiction_b, as_of)
        found = [gap for kind in asked for gap in RULE_KINDS[kind](sides)]
        return tuple(sorted(found, key=lambda gap: gap.cells))

    return daily(store, "rule gaps", (jurisdiction_a, jurisdiction_b, asked), as_of, made)


def _is_order(store: GraphStore, key: str, as_of: AsOf) -> bool:
    try:
        party(store, key, as_of)
    except NotFound:
        return False
    return True
