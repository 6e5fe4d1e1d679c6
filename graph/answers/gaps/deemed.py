"""Deemed-export gaps (DOMAIN.md 2.11): when a release to a person counts as an export, component by component."""

from __future__ import annotations

from collections.abc import Iterator

from graph.answers.facts import Fact
from graph.answers.gaps.order import Compared, Folded, Order, flipped, fold, same, sets
from graph.answers.gaps.sides import Rows, Sides, Told
from graph.model.gap import Gap

KIND = "deemed-export"
CLASS = "DeemedExportRule"
_NONE, _ANYWHERE = "none", "anywhere"


def gaps(sides: Sides) -> Iterator[Gap]:
    """Yield each pair of rules that differ; a side that says it has none, or of which nothing is at hand."""
    first, second = sides.own(CLASS)
    rules = _rules(first), _rules(second)
    if not any(rules) or first == second:
        return
    if not all(rules):
        yield from _lone(sides, rules, first if not rules[0] else second)
        return
    for a in rules[0]:
        for b in rules[1]:
            if a != b and (told := compared(a, b)).relation != "equal":
                yield sides.gap(KIND, ((a,), (b,)), Told.of(told))


def _lone(sides: Sides, rules: tuple[Rows, Rows], other: Rows) -> Iterator[Gap]:
    """Yield the rules of one side; the other has none where its law says so, else nothing of it is at hand."""
    for fact in rules[0] or rules[1]:
        grounds = ((fact,), other) if rules[0] else (other, (fact,))
        told = Told("only_a" if rules[0] else "only_b", "the other side has no such rule")
        lone = sides.only(KIND, grounds, "no rule of the other side at hand", fact.key)
        yield lone or sides.gap(KIND, grounds, told)


def compared(a: Fact, b: Fact) -> Folded:
    """Return how two rules stand in the product order."""
    released = (a.text("releasesOf").split(), b.text("releasesOf").split())
    excluded = (a.text("excludedCodes").split(), b.text("excludedCodes").split())
    return fold(
        (
            sets("releases", *released),
            same("person", a.text("personTestCode"), b.text("personTestCode")),
            same("attributed", a.text("attributedCode"), b.text("attributedCode")),
            _place(a.text("placeCode"), b.text("placeCode")),
            flipped(sets("not for", *excluded)),
        )
    )


def _rules(rows: Rows) -> Rows:
    return tuple(fact for fact in rows if fact.text("personTestCode") != _NONE)


def _place(a: str, b: str) -> Compared:
    if a != b and _ANYWHERE in (a, b):
        return Compared("place", Order.WIDER if a == _ANYWHERE else Order.NARROWER, a, b)
    return same("place", a, b)
