"""Questions 23 and 24: what ends or is reviewed soon, and the status of what was to end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from graph.answers.asked.answer import AnswerRow, places, row_of
from graph.answers.asof import AsOf
from graph.answers.facts import Fact, facts
from graph.errors import NotFound, UnreadableItem
from graph.store import GraphStore

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_CLAUSES = ("SunsetClause", "NationalGeneralLicence")


@dataclass(frozen=True, slots=True)
class Status:
    """The status of one rule on one day."""

    fact: Fact
    rule: str
    status: str
    posture: str
    """What the authority said of enforcing it; empty where nothing is known."""

    confirmed: bool
    """Whether the status rests on an act that was seen, not on a date that has passed."""

    since: date | None


#: Kind of a clause to (before its day, what is expected from its day on).
_FOLD = {
    "suspension": (
        "suspended until {day}",
        "suspended until {day}, what followed is unconfirmed",
    ),
    "statutory sunset": ("in force, ends on {day}", "expected repealed on {day}, unconfirmed"),
    "expiry": ("in force, ends on {day}", "expected expired on {day}, unconfirmed"),
    "expiry and yearly renewal": (
        "in force, ends on {day}",
        "expected expired or renewed on {day}, unconfirmed",
    ),
    "temporary wording": (
        "in force, ends on {day}",
        "expected to have changed on {day}, unconfirmed",
    ),
    "transitional deadline": (
        "in force, ends on {day}",
        "expected to have ended on {day}, unconfirmed",
    ),
}
_OTHERS = ("in force, due on {day}", "due on {day}, what followed is unconfirmed")


def due(store: GraphStore, params: Mapping[str, str], as_of: AsOf) -> Iterator[AnswerRow]:
    """Yield what ends, is reviewed or comes back within some days, by day; terms without a day follow.

    Raises:
        UnreadableItem: ``days`` is no number.
    """
    text = params.get("days", "365")
    if not text.isdigit():
        raise UnreadableItem(text, "a number of days, such as days=90")
    last = as_of.valid + timedelta(days=int(text))
    found = [fact for name in _CLAUSES for fact in facts(store, name)]
    for fact in sorted(found, key=lambda fact: (fact.text("dueOrUntil") or "~", fact.iri)):
        day = due_on(fact)
        if day is not None and not as_of.valid <= day <= last:
            continue
        yield row_of(
            fact,
            as_of,
            day=day.isoformat() if day else "",
            jurisdiction=places(fact),
            what=_name(fact),
            kind=fact.text("factKind"),
            term="" if day else fact.text("dueOrUntil"),
            then=fact.text("onExpiry"),
        )


def status_of(store: GraphStore, rule: str, as_of: AsOf) -> tuple[Status, ...]:
    """Return the status of every dated rule, or of those that ``rule`` names by key or by words.

    Raises:
        NotFound: none is named so.
    """
    held = [fact for name in _CLAUSES for fact in facts(store, name)]
    found = tuple(
        told
        for fact in held
        if (due_on(fact) is not None or fact.first is not None or _is_posture(fact))
        and (told := _status(fact, as_of)) is not None
        and (not rule or rule.casefold() in f"{fact.key} {told.rule} {fact.citation}".casefold())
    )
    if not found:
        raise NotFound("rule with a status", rule)
    return tuple(sorted(found, key=lambda told: told.rule))


def statuses(store: GraphStore, params: Mapping[str, str], as_of: AsOf) -> Iterator[AnswerRow]:
    """Yield the status of rules on the day; see `status_of`."""
    for told in status_of(store, params.get("rule", ""), as_of):
        yield row_of(
            told.fact,
            as_of,
            rule=told.rule,
            status=told.status,
            posture=told.posture,
            confirmed="1" if told.confirmed else "0",
            since=told.since.isoformat() if told.since else "",
        )


def due_on(fact: Fact) -> date | None:
    """Return the day on which something ends or is due, where a day is said."""
    found = _DAY.fullmatch(fact.text("dueOrUntil"))
    return date.fromisoformat(found[0]) if found else None


def _status(fact: Fact, as_of: AsOf) -> Status | None:
    if fact.first is not None and fact.first > as_of.known:
        return None
    name, day = _name(fact), due_on(fact)
    if _is_posture(fact):
        begun = fact.first is None or fact.first <= as_of.valid
        posture = "announced: not enforced" if begun else ""
        return Status(fact, name, "in force", posture, confirmed=True, since=fact.first)
    if fact.first is not None and as_of.valid < fact.first:
        before = "in force" if fact.text("factKind") == "suspension" else "not yet in force"
        return Status(fact, name, before, "", confirmed=True, since=None)
    if day is None:
        return Status(fact, name, "in force", "", confirmed=True, since=fact.first)
    until, after = _FOLD.get(fact.text("factKind"), _OTHERS)
    passed = as_of.valid > day if fact.text("factKind") == "suspension" else as_of.valid >= day
    said = (after if passed else until).format(day=day)
    return Status(fact, name, said, "", confirmed=not passed, since=day if passed else fact.first)


def _is_posture(fact: Fact) -> bool:
    return "non-enforcement" in fact.text("factKind")


def _name(fact: Fact) -> str:
    return fact.text("instrument") or f"{fact.key} {fact.text('factSubject')}"
