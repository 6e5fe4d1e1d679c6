"""Exemption gaps (DOMAIN.md 2.5): a kind that one side has and the other has not, or has with another test or limit."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from graph.answers.facts import Fact
from graph.answers.gaps.order import Compared, Folded, Order, fold, same
from graph.answers.gaps.sides import Rows, Sides, Told
from graph.model.gap import Gap

KIND = "exemption"
CLASS = "Exemption"


def gaps(sides: Sides) -> Iterator[Gap]:
    """Yield a gap for each kind of exemption on one side only, and for each two that differ in test or limit.

    Shape:   the direction says who *has* the exemption: the other side may demand more.
    """
    first, second = sides.own(CLASS)
    for code in sorted({code for fact in (*first, *second) for code in codes(fact)}):
        held = _with(first, code), _with(second, code)
        lone = sides.only(KIND, held, f"no exemption of kind {code} at hand", code)
        if lone is not None:
            yield lone
        for a in held[0]:
            for b in held[1]:
                if a != b and (told := compared(a, b)).relation != "equal":
                    yield sides.gap(KIND, ((a,), (b,)), Told.of(told, code))


def codes(fact: Fact) -> tuple[str, ...]:
    """Return the kinds of an exemption."""
    return tuple(fact.text("exemptionCodes").split())


def compared(a: Fact, b: Fact) -> Folded:
    """Return how two exemptions of one kind stand: test, limit, and what each is not for."""
    tests = same("test", a.text("exemptionTest") or "-", b.text("exemptionTest") or "-")
    return fold((tests, _limit(a, b), _excluded(a, b)))


def _with(rows: Rows, code: str) -> Rows:
    return tuple(fact for fact in rows if code in codes(fact))


def _limit(a: Fact, b: Fact) -> Compared:
    told = (
        f"{a.text('amount')} {a.text('inUnit')}".strip(),
        f"{b.text('amount')} {b.text('inUnit')}".strip(),
    )
    if told[0] == told[1]:
        return Compared("limit", Order.EQUAL, *told)
    if not all(told) or a.text("inUnit") != b.text("inUnit"):
        # currencies are not converted
        return Compared("limit", Order.CROSS, told[0] or "-", told[1] or "-")
    wider = Decimal(a.text("amount")) > Decimal(b.text("amount"))
    return Compared("limit", Order.WIDER if wider else Order.NARROWER, *told)


def _excluded(a: Fact, b: Fact) -> Compared:
    """Compare what is taken out: phrases that differ are open, not ordered."""
    told = a.text("excludedScope") or "-", b.text("excludedScope") or "-"
    return Compared("not for", Order.EQUAL if told[0] == told[1] else Order.OPEN, *told)
