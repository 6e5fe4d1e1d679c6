"""Whether a jurisdiction's law reaches a transaction abroad: origin, content, direct product, person, as rules in data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from graph.answers.asof import AsOf, Determinacy
from graph.answers.facts import Fact, of
from graph.answers.licence_terms import Match, placed
from graph.errors import UnreadableFact
from graph.store import GraphStore

_YES, _NO = "yes", "no"


@dataclass(frozen=True, slots=True)
class Reached:
    """One rule of reach, as it applies."""

    rule: Fact
    reaches: bool | None
    """``None`` where a fact is open, or the rule rests on no document and would free."""

    says: str
    question: str
    """What is open; empty where nothing is."""


def reach(store: GraphStore, jurisdiction: str, destination: str, stated: Mapping[str, str], as_of: AsOf) -> tuple[Reached, ...]:  # fmt: skip
    """Return the rules by which a law reaches what happens abroad, applied to what is stated.

    Args:
        store: The release to ask.
        jurisdiction: Whose law.
        destination: Where the thing goes.
        stated: Answers by the name of the test: ``origin`` (where it was made: another origin leaves open whether it came
            through; or ``yes``, ``no`` to the question), ``content`` (per cent of controlled content), ``directProduct``,
            ``person`` (``yes`` or ``no``).
        as_of: The two days.

    Shape:   by the key of the rule. A rule that rests on an excerpt or a memory may reach, and leaves open what it would
        leave free.

    Raises:
        UnreadableFact: a share that is no number.
    """
    place = placed(store, destination, as_of)
    found = []
    for rule in of(store, "JurisdictionalRule", jurisdiction, as_of):
        where = place(rule.text("destinationTerms"))
        if where is not Match.NO:
            found.append(_applied(rule, where, jurisdiction, stated))
    return tuple(sorted(found, key=lambda one: one.rule.key))


def _applied(rule: Fact, where: Match, jurisdiction: str, stated: Mapping[str, str]) -> Reached:
    told = stated.get(rule.text("factKind"), "")
    met = _is_met(rule, told, jurisdiction) if told else None
    sure = rule.determinacy is Determinacy.DETERMINED and where is Match.YES
    if met is False and not sure:
        met = None
    question = "" if met is not None else rule.text("questionAsked")
    return Reached(rule, met, rule.text("ruleName"), question)


def _is_met(rule: Fact, told: str, jurisdiction: str) -> bool | None:
    limit = rule.text("amount")
    if limit:
        try:
            return Decimal(told) > Decimal(limit)
        except InvalidOperation as exc:
            raise UnreadableFact(told, "a share in per cent, such as 25") from exc
    if told in (_YES, _NO):
        return told == _YES
    return True if told.lower() == jurisdiction else None
