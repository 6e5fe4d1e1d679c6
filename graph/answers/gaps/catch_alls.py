"""Catch-all gaps (DOMAIN.md 2.6): rules for items on no list, component by component in the product order."""

from __future__ import annotations

from collections.abc import Iterator

from graph.answers.facts import Fact
from graph.answers.gaps.order import Compared, Folded, Orders, fold, sets
from graph.answers.gaps.sides import Sides, Told
from graph.model.gap import Gap

KIND = "catch-all"
CLASS = "CatchAllControl"


def gaps(sides: Sides) -> Iterator[Gap]:
    """Yield each pair of rules that share an end use and an activity and are not equal, and each rule that has no match.

    Shape:   a rule without match on the other side is *unknown* there: our rows are not all of its law.
    """
    first, second = sides.own(CLASS)
    for a in first:
        for b in second:
            if overlap(a, b) and (told := compared(sides, a, b)).relation != "equal":
                yield sides.gap(KIND, ((a,), (b,)), Told.of(told))
    for rows, others in ((first, second), (second, first)):
        for fact in rows:
            if not any(overlap(fact, other) for other in others):
                grounds = ((fact,), ()) if rows is first else ((), (fact,))
                about = f"{fact.text('endUses')} by {fact.text('reachesActivities')}"
                lone = sides.only(KIND, grounds, f"no rule at hand for {about}", about)
                yield from (lone,) if lone else ()


def overlap(a: Fact, b: Fact) -> bool:
    """Say whether two rules are about one end use and one activity at least."""
    return all(
        set(a.text(name).split()) & set(b.text(name).split())
        for name in ("endUses", "reachesActivities")
    )


def compared(sides: Sides, a: Fact, b: Fact) -> Folded:
    """Return how two rules stand in the product order."""
    uses = sets("end uses", a.text("endUses").split(), b.text("endUses").split())
    return fold((uses, *components(sides.orders, a, b)))


def components(orders: Orders, a: Fact, b: Fact) -> tuple[Compared, ...]:
    """Return how two rules for one end use stand, one component at a time."""
    return (
        orders.ranked("standard", a.text("standardCodes"), b.text("standardCodes")),
        orders.places(a.text("destinationTerms"), b.text("destinationTerms")),
        orders.scoped("items", a.text("itemScopeCode"), b.text("itemScopeCode")),
        sets(
            "activities", a.text("reachesActivities").split(), b.text("reachesActivities").split()
        ),
        orders.ranked("effect", a.text("effectCode"), b.text("effectCode")),
    )
