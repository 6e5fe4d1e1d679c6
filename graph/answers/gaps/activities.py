"""Activity coverage gaps (DOMAIN.md 2.10): what is done that one side controls and the other does not."""

from __future__ import annotations

from collections.abc import Iterator

from graph.answers.asof import Determinacy
from graph.answers.facts import Fact
from graph.answers.gaps.sides import Rows, Sides, Told
from graph.model.gap import Gap

KIND = "activity"
CLASS = "ActivityCoverage"
_COMPONENT = "controlled"
_NO, _YES = "no", "yes"


def gaps(sides: Sides) -> Iterator[Gap]:
    """Yield a gap for each activity that is controlled on one side only, or on conditions that are not ordered."""
    first, second = sides.rows(CLASS)
    for activity in sorted({fact.text("onActivity") for fact in (*first, *second)}):
        held = _about(sides, first, activity), _about(sides, second, activity)
        if held[0] != held[1] and (told := _gap(sides, activity, held)) is not None:
            yield told


def _about(sides: Sides, rows: Rows, activity: str) -> Rows:
    """Return the rows that control an activity most on one side."""
    held = [fact for fact in rows if fact.text("onActivity") == activity]
    most = max((_rank(sides, fact) for fact in held), default=0)
    return tuple(fact for fact in held if _rank(sides, fact) == most)


def _rank(sides: Sides, fact: Fact) -> int:
    return sides.orders.rank(_COMPONENT, fact.text("isControlled")) or 0


def _gap(sides: Sides, activity: str, held: tuple[Rows, Rows]) -> Gap | None:
    said = tuple(_said(rows) for rows in held)
    if not held[0] or not held[1]:
        if said[0] in ("", _NO) and said[1] in ("", _NO):
            return None
        reason = f"{activity}: {said[0] or 'not read'} against {said[1] or 'not read'}"
        return sides.only(KIND, held, reason, activity)
    ranks = _rank(sides, held[0][0]), _rank(sides, held[1][0])
    if ranks[0] == ranks[1] and said[0] in (_NO, _YES):
        return None
    reason = f"{activity}: {_told(held[0])} against {_told(held[1])}"
    if ranks[0] == ranks[1]:
        said_so = f"{reason}; the conditions are not ordered"
        told = Told("incomparable", said_so, Determinacy.CONDITIONAL, about=activity)
        return sides.gap(KIND, held, told)
    less = said[1] if ranks[0] > ranks[1] else said[0]
    more = ("only_a", "wider") if ranks[0] > ranks[1] else ("only_b", "narrower")
    sure = Determinacy.DETERMINED if less == _NO else Determinacy.CONDITIONAL
    return sides.gap(KIND, held, Told(more[less != _NO], reason, sure, about=activity))


def _said(rows: Rows) -> str:
    return rows[0].text("isControlled") if rows else ""


def _told(rows: Rows) -> str:
    conditions = "; ".join(c for fact in rows if (c := fact.text("underCondition")))
    return f"{_said(rows)} ({conditions})" if conditions else _said(rows)
