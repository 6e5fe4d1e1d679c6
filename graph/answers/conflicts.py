"""Rules of two jurisdictions that cannot both be kept (DOMAIN.md 2.8), with their status on a day and the exits."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from graph.answers.asof import AsOf, Currency, Determinacy
from graph.answers.facts import Fact, facts
from graph.answers.parties import orders, party
from graph.errors import UnreadableItem
from graph.store import GraphStore

_ANY = "*"


class Status(StrEnum):
    """Whether a conflict is real on a day."""

    LATENT = "latent"
    """It needs an order, or an annex that names the act, that is not known."""

    ACTIVE = "active"
    UNCONFIRMED = "unconfirmed"
    """A suspension has run out, and what followed was not seen."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two rules on one day; determined only where documents at hand have both."""

    kind: str
    rule_a: str
    rule_b: str
    status: Status
    exits: str
    fact: Fact
    determinacy: Determinacy
    currency: Currency

    @property
    def parties(self) -> str:
        """Whose rules they are."""
        return f"{self.fact.text('partiesOfFirst')} - {self.fact.text('partiesOfSecond')}"


#: What makes a conflict real, to its status (until the day it names, from then on).
_FOLD = {
    "both": (Status.ACTIVE, Status.ACTIVE),
    "order": (Status.LATENT, Status.LATENT),
    "annex": (Status.LATENT, Status.LATENT),
    "suspended": (Status.LATENT, Status.UNCONFIRMED),
}


def conflicts(
    store: GraphStore, as_of: AsOf, jurisdictions: Iterable[str] = ()
) -> tuple[Conflict, ...]:
    """Return the conflicts that are known on the day, by kind; between some jurisdictions, or all.

    Raises:
        NotFound: a jurisdiction that is none.
        UnreadableItem: a single jurisdiction: a conflict has two sides.
    """
    wanted = {key.lower() for key in jurisdictions}
    if len(wanted) == 1:
        raise UnreadableItem(wanted.pop(), "two jurisdictions at least, such as us,cn")
    for key in wanted:
        party(store, key, as_of)
    wanted |= {order for key in wanted for order in orders(store, key, as_of)}
    held = (fact for fact in facts(store, "ConflictOfLaws") if fact.holds(as_of))
    found = (_told(fact, as_of) for fact in held if not wanted or _is_between(fact, wanted))
    return tuple(sorted(found, key=lambda one: (one.kind, one.rule_a, one.rule_b)))


def _is_between(fact: Fact, wanted: set[str]) -> bool:
    first, second = (
        wanted if text == _ANY else wanted & set(text.split())
        for text in (fact.text("partiesOfFirst"), fact.text("partiesOfSecond"))
    )
    return any(one != other for one in first for other in second)


def _told(fact: Fact, as_of: AsOf) -> Conflict:
    until, after = _FOLD[fact.text("activation")]
    day = fact.text("dueOrUntil")
    passed = bool(day) and as_of.valid > date.fromisoformat(day)
    return Conflict(
        kind=fact.text("conflictKind"),
        rule_a=fact.text("firstRule"),
        rule_b=fact.text("secondRule"),
        status=after if passed else until,
        exits=fact.text("exits"),
        fact=fact,
        determinacy=Determinacy.CONDITIONAL if fact.text("unreadRule") else fact.determinacy,
        currency=fact.currency(as_of),
    )
