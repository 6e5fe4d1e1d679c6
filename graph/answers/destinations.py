"""One destination as the graph sees it: its names, groups, chart row and every rule that names it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from graph.answers.asof import AsOf
from graph.answers.facts import Fact, facts
from graph.answers.groups import Membership, of_destination
from graph.answers.licence_terms import names
from graph.errors import NotFound
from graph.store import GraphStore

#: Class of a rule to (the property that names destinations, the properties that say what the rule is).
_NAMING = {
    "EmbargoRule": ("namesDestination", ("ruleName", "effect")),
    "RiskTierRule": ("namesDestination", ("sourceGroup", "riskTier")),
    "RecognitionAct": ("beneficiaryDestination", ("arrangement", "factKind")),
}


@dataclass(frozen=True, slots=True)
class NamingRule:
    """One rule that names the destination."""

    kind: str
    what: str
    fact: Fact


@dataclass(frozen=True, slots=True)
class DestinationAnswer:
    """Everything that names one destination on one day."""

    code: str
    fact: Fact
    aliases: tuple[Fact, ...]
    standings: tuple[Membership, ...]
    chart: tuple[Fact, ...]
    """Rows of country charts; ``POINTER`` where the chart refers to another part of the law."""

    rules: tuple[NamingRule, ...]


def destination(store: GraphStore, code: str, as_of: AsOf) -> DestinationAnswer:
    """Return everything that names a destination.

    Raises:
        NotFound: no such destination.
    """
    code = code.upper()
    held = [f for f in facts(store, "Destination") if code in f.codes("onDestination")]
    if not held:
        raise NotFound("destination", code)
    return DestinationAnswer(
        code=code,
        fact=held[0],
        aliases=tuple(_about(store, "DestinationAlias", code)),
        standings=of_destination(store, code, as_of),
        chart=tuple(_about(store, "ChartRow", code)),
        rules=tuple(
            sorted(_rules(store, code, as_of), key=lambda rule: (rule.kind, rule.fact.iri))
        ),
    )


def destinations(store: GraphStore) -> tuple[Fact, ...]:
    """Return every destination by its name."""
    return tuple(sorted(facts(store, "Destination"), key=lambda fact: fact.text("factName")))


def _about(store: GraphStore, table: str, code: str) -> Iterator[Fact]:
    return (fact for fact in facts(store, table) if code in fact.codes("onDestination"))


def _rules(store: GraphStore, code: str, as_of: AsOf) -> Iterator[NamingRule]:
    for kind, (naming, telling) in _NAMING.items():
        for fact in facts(store, kind):
            if code in fact.codes(naming) and fact.holds(as_of):
                what = ": ".join(said for name in telling if (said := fact.text(name)))
                yield NamingRule(kind, what, fact)
    for fact in facts(store, "AuthorisationRule"):
        if names(fact.text("destinationTerms"), code) and fact.holds(as_of):
            reach = (
                "not for it" if f"-{code}" in fact.text("destinationTerms").split() else "for it"
            )
            what = f"{fact.text('instrument')}: {fact.text('effect')}, {reach}"
            yield NamingRule("AuthorisationRule", what, fact)
