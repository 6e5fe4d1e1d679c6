"""Timing gaps (DOMAIN.md 2.3): when each side carried out a decision, the window between, and what is still open."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from graph.answers.asof import AsOf, Determinacy
from graph.answers.facts import Fact, facts
from graph.answers.gaps.sides import Rows, Sides, Told
from graph.model.gap import Direction, Gap
from graph.store import GraphStore

KIND = "timing"
CLASS = "DecisionImplementation"
_DAY = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")
_ALONE = ("national", "bilateral")
"""Decisions of one state, or of two: nobody else is late with them."""


@dataclass(frozen=True, slots=True)
class Span:
    """A day that is known, or the days between which it lies."""

    first: date
    last: date

    def days_from(self, earlier: Span) -> str:
        """Return the number of days since another day; a range where either is not exact."""
        least, most = (self.first - earlier.last).days, (self.last - earlier.first).days
        return f"{least}" if least == most else f"{least}..{most}"


def gaps(sides: Sides) -> Iterator[Gap]:
    """Yield, for each decision, the window in which one side controlled and the other did not; open ones as ``> n days``."""
    since = decided(sides.store, sides.as_of)
    rows = sides.rows(CLASS)
    for decision in sorted({decision_of(fact) for side in rows for fact in side} & since.keys()):
        held = _of(rows[0], decision), _of(rows[1], decision)
        if not all(held):
            yield _open(sides, decision, held, since[decision])
        for a in held[0]:
            for b in held[1]:
                if (gap := _window(sides, a, b, since[decision])) is not None:
                    yield gap


def decided(store: GraphStore, as_of: AsOf) -> Mapping[str, Span]:
    """Return when each decision of several states was taken; of one without a day, when the first carried it out."""
    found: dict[str, Span] = {}
    for fact in facts(store, CLASS):
        begun = in_force(fact)
        if fact.text("ofRegime") in _ALONE or begun is None or begun.first > as_of.valid:
            continue
        said = _span(fact.text("decisionDate"))
        earliest = min((s for s in (said or begun, found.get(decision_of(fact))) if s), key=_first)
        found[decision_of(fact)] = earliest
    return found


def in_force(fact: Fact) -> Span | None:
    """Return when an act came into force; where the day is not known, when it was published."""
    if fact.first is not None:
        return Span(fact.first, fact.first)
    return _span(fact.text("publishedWhen"))


def lags(store: GraphStore, legal: Collection[str], as_of: AsOf) -> tuple[tuple[int, bool], ...]:
    """Return the days from each decision to the first act of some legal orders; where none is at hand, the days so far."""
    acts = [fact for fact in facts(store, CLASS) if set(fact.jurisdictions) & set(legal)]
    found = []
    for decision, since in decided(store, as_of).items():
        days = [
            begun.first
            for fact in acts
            if decision_of(fact) == decision
            and (begun := in_force(fact)) is not None
            and begun.first <= as_of.valid
        ]
        end = min(days, default=as_of.valid)
        found.append((max((end - since.last).days, 0), bool(days)))
    return tuple(found)


def median(lags: Iterable[tuple[int, bool]]) -> int | None:
    """Return the Kaplan-Meier median of lags, each with whether it ended (else it is at least that long).

    >>> median([(100, True), (200, True), (300, False)]), median([(100, False), (300, True)]), median([(9, False)])
    (200, 300, None)
    """
    held = sorted(lags, key=lambda lag: (lag[0], not lag[1]))
    left, share = len(held), Fraction(1)
    for days, ended in held:
        if ended:
            share *= Fraction(left - 1, left)
            if share <= Fraction(1, 2):
                return days
        left -= 1
    return None


def _window(sides: Sides, a: Fact, b: Fact, since: Span) -> Gap | None:
    first, second = in_force(a), in_force(b)
    if a == b or first is None or second is None or first == second:
        return None
    earlier, later = sorted((first, second), key=_first)
    sure = first.first == first.last and second.first == second.last
    reason = (
        f"lags of {first.days_from(since)} and {second.days_from(since)} days;"
        f" scopes: {a.text('ruleScope')} / {b.text('ruleScope')}"
    )
    told = Told(
        relation="window",
        reason=reason,
        sure=Determinacy.DETERMINED if sure else Determinacy.CONDITIONAL,
        witness=f"{earlier.first}/{later.first} ({later.days_from(earlier)} days)",
        direction=Direction.A_NOT_B if earlier is first else Direction.B_NOT_A,
    )
    return sides.gap(KIND, ((a,), (b,)), told)


def _open(sides: Sides, decision: str, held: tuple[Rows, Rows], since: Span) -> Gap:
    begun = min((s for fact in (*held[0], *held[1]) if (s := in_force(fact))), key=_first)
    days = (sides.as_of.valid - begun.last).days
    told = Told(
        relation="open",
        reason=f"{decision} of {since.first}: no act of the other side at hand",
        sure=Determinacy.UNKNOWN,
        witness=f"> {days} days",
        about=decision,
        direction=Direction.A_NOT_B if held[0] else Direction.B_NOT_A,
    )
    return sides.gap(KIND, held, told)


def _of(rows: Rows, decision: str) -> Rows:
    return tuple(fact for fact in rows if decision_of(fact) == decision)


def decision_of(fact: Fact) -> str:
    """Return the key of the decision that an act carries out."""
    return fact.text("regimeDecision")


def _first(span: Span) -> date:
    return span.first


def _span(text: str) -> Span | None:
    """Read a day, a month or a year."""
    found = _DAY.fullmatch(text)
    if found is None:
        return None
    year, month, day = (int(part) if part else 0 for part in found.groups())
    if day:
        return Span(date(year, month, day), date(year, month, day))
    last = month or 12
    return Span(date(year, month or 1, 1), date(year, last, monthrange(year, last)[1]))
