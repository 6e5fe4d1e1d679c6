"""Obligation gaps (DOMAIN.md 2.7): kinds of duty by activity; records by the day from which they may be deleted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from graph.answers.asof import AsOf
from graph.answers.facts import Fact
from graph.answers.gaps.order import Compared, Folded, Order, fold, same
from graph.answers.gaps.sides import Rows, Sides, Told
from graph.model.gap import Gap

KIND = "obligation"
CLASS = "Obligation"
RECORDS = "recordKeeping"
_YEAR_END, _EVENT = "yearEnd", "event"


def gaps(sides: Sides) -> Iterator[Gap]:
    """Yield a gap for each kind of duty, by activity, on one side only, and for each two that differ."""
    first, second = sides.own(CLASS)
    for kind, activity in sorted({key for fact in (*first, *second) for key in keys(fact)}):
        held = _with(first, kind, activity), _with(second, kind, activity)
        about = f"{kind} for {activity}"
        lone = sides.only(KIND, held, f"no {about} at hand", about)
        if lone is not None:
            yield lone
        for a in held[0]:
            for b in held[1]:
                if a == b:
                    continue
                witness, told = (
                    _records(a, b, sides.as_of) if kind == RECORDS else ("", _others(a, b))
                )
                if told.relation != "equal":
                    yield sides.gap(KIND, ((a,), (b,)), Told.of(told, about, witness))


def keys(fact: Fact) -> Iterator[tuple[str, str]]:
    """Yield the kind of a duty with each activity that it follows."""
    for activity in fact.text("reachesActivities").split():
        yield fact.text("dutyCode"), activity


def deletion(fact: Fact, event: date) -> date | None:
    """Return the first day on which records of an event may be deleted, less one; ``None`` where no term is known.

    Source:  2.7: the end of the calendar year of the event and the years, or the event and the years.
    """
    years, anchor = fact.text("amount"), fact.text("anchor")
    if not years.isdigit() or anchor not in (_YEAR_END, _EVENT):
        return None
    if anchor == _YEAR_END:
        return date(event.year + int(years), 12, 31)
    leap = (event.month, event.day) == (2, 29)
    return date(event.year + int(years), event.month, 28 if leap else event.day)


def harmonised(rows: Iterable[Fact], event: date) -> tuple[date | None, Rows]:
    """Return the last day of keeping that meets every row, and the rows that ask for it (pointwise maximum)."""
    known = [(day, fact) for fact in rows if (day := deletion(fact, event)) is not None]
    last = max((day for day, _ in known), default=None)
    return last, tuple(fact for day, fact in known if day == last)


def _with(rows: Rows, kind: str, activity: str) -> Rows:
    return tuple(fact for fact in rows if (kind, activity) in keys(fact))


def _records(a: Fact, b: Fact, as_of: AsOf) -> tuple[str, Folded]:
    """Compare two terms at both ends of a year: between them the difference only grows or only shrinks."""
    parts, said = [], []
    for event in (date(as_of.valid.year, 1, 1), date(as_of.valid.year, 12, 31)):
        first, second = deletion(a, event), deletion(b, event)
        told = f"until {first or 'unknown'}", f"until {second or 'unknown'}"
        order = (
            Order.OPEN if first is None or second is None
            else Order.EQUAL if first == second
            else Order.WIDER if first > second
            else Order.NARROWER
        )  # fmt: skip
        parts.append(Compared(f"export of {event}", order, *told))
        said.append(f"export of {event}: {told[0]} / {told[1]}")
    return "; ".join(said), fold(parts)


def _others(a: Fact, b: Fact) -> Folded:
    names = (("due", "timingClass"), ("number", "amount"), ("unit", "inUnit"))
    return fold(same(said, a.text(name) or "-", b.text(name) or "-") for said, name in names)
