"""Rules of law in data, applied to one transaction: which fire, which are open, which lift what others ask."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from graph.answers.asof import AsOf, Determinacy
from graph.answers.daily import daily
from graph.answers.facts import Fact, facts
from graph.answers.licence_terms import Match, Things, placed
from graph.model.determination import Case, Cause, Level
from graph.store import GraphStore

FREES = "frees"


@dataclass(frozen=True, slots=True)
class Applied:
    """One rule as it applies to one transaction."""

    rule: Fact
    cause: Cause
    question: str
    """What is open, where it is."""

    scenario: bool
    """The declared scenario, and no fact of the case, keeps it from applying."""

    @property
    def frees(self) -> bool:
        """Whether the rule lifts what others ask."""
        return self.rule.text("effect") == FREES


class Reach:
    """Item and destination of a case, to ask rules about."""

    def __init__(self, store: GraphStore, case: Case, things: Things, as_of: AsOf) -> None:
        self._things = things
        self._placed = placed(store, treated_as(store, case), as_of)

    def item(self, rule: Fact) -> Match:
        """Return whether a rule is about the item."""
        found = self._things.terms(rule.text("itemTerms"))
        return min(found, self._things.reasons(rule.text("onReasons"))) if found else found

    def place(self, rule: Fact) -> Match:
        """Return whether a rule is about the destination."""
        return self._placed(rule.text("destinationTerms"))


def treated_as(store: GraphStore, case: Case) -> str:
    """Return the destination whose rows count, as the jurisdiction treats it."""
    for fact in facts(store, "TreatedAs"):
        if case.jurisdiction in fact.jurisdictions and case.destination in fact.codes(
            "onDestination"
        ):
            return fact.text("treatedAs")
    return case.destination


def concerning(store: GraphStore, orders: tuple[str, ...], as_of: AsOf) -> tuple[Fact, ...]:
    """Return the rules of some legal orders that hold on the day asked for, in the order of their keys."""

    def made() -> tuple[Fact, ...]:
        rules = facts(store, "DeterminationRule")
        return tuple(r for r in rules if set(orders) & set(r.jurisdictions) and r.holds(as_of))

    return daily(store, "rules", orders, as_of, made)


def applied(store: GraphStore, orders: tuple[str, ...], case: Case, reach: Reach, as_of: AsOf) -> Iterator[Applied]:  # fmt: skip
    """Yield every rule of some legal orders that is about the item, the destination and the activity."""
    for rule in concerning(store, orders, as_of):
        if rule.text("onActivity") in ("", case.activity):
            match = min(reach.place(rule), reach.item(rule))
            if match is not Match.NO:
                yield apply(rule, match, case)


def apply(rule: Fact, match: Match, case: Case) -> Applied:
    """Return a rule as it applies to a case that it is about, wholly or in part."""
    fires, scenario = _fires(rule, match, case)
    part = "is the item wholly meant?" if match is Match.OPEN else "the source is no document"
    cause = Cause(
        rule=rule.key,
        says=rule.text("remark") or rule.citation,
        level=Level(rule.text("requirementLevel")),
        fires=fires,
        citation=rule.citation,
    )
    return Applied(rule, cause, rule.text("questionAsked") or part, scenario)


def _fires(rule: Fact, match: Match, case: Case) -> tuple[bool | None, bool]:
    """Say whether a rule applies (open: ``None``), and whether the declared scenario alone keeps it from applying."""
    uses = rule.text("onEndUse").split()
    if uses and case.end_use not in uses:
        return False, not case.end_use
    if rule.text("amount") and (within := _within(rule, case)) is not True:
        return within, False
    told = case.facts.get(rule.key, "")
    if told in ("yes", "no"):
        return told == "yes", False
    sure = rule.determinacy is Determinacy.DETERMINED and match is Match.YES
    return (True if sure and not rule.text("questionAsked") else None), False


def _within(rule: Fact, case: Case) -> bool | None:
    """Say whether the value lies within the limit of a rule; ``None`` where it was not stated in its currency."""
    if case.value is None or case.value_currency != rule.text("inUnit"):
        return None
    return case.value <= Decimal(rule.text("amount"))
