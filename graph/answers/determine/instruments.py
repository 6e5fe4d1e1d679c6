"""Which licences, exceptions and permits stand to a case, and whether one makes an individual licence needless."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from graph.answers.asof import AsOf, Determinacy
from graph.answers.determine.fold import Folded
from graph.answers.facts import Fact, facts
from graph.answers.licence_rules import LicenceHit, Standing, covers
from graph.answers.licence_terms import instruments as names
from graph.ids import Item
from graph.model.determination import Case, Level, OpenPoint
from graph.store import GraphStore

_DUTIES = ("registrationDuty", "notificationDuty", "reportingDuty", "recordDuty")


@dataclass(frozen=True, slots=True)
class Instruments:
    """What instruments do to a case."""

    level: Level
    usable: tuple[str, ...] = ()
    open: tuple[str, ...] = ()
    foreclosed: tuple[str, ...] = ()
    duties: tuple[str, ...] = ()
    assumptions: tuple[str, ...] = ()
    citations: tuple[str, ...] = ()
    open_points: tuple[OpenPoint, ...] = ()


def instruments(
    store: GraphStore,
    orders: tuple[str, ...],
    item: Item,
    case: Case,
    as_of: AsOf,
    folded: Folded,
) -> Instruments:
    """Return what instruments do to a case that needs an individual licence.

    Shape:   an instrument whose scope is met as a whole, and whose questions the declared scenario or facts of the case
        answer, lowers the level to ``exception``; the answers are listed as assumptions. Others are open or foreclosed.
    """
    if folded.level is not Level.INDIVIDUAL:
        return Instruments(folded.level)
    hits = [hit for order in orders for hit in covers(store, order, item, case.destination, as_of)]
    assumed = _assumed(store, orders) if not case.end_use else {}
    others = _activities(store) - {case.activity}
    reached = [
        hit
        for hit in hits
        if hit.standing in (Standing.AVAILABLE, Standing.CONDITIONAL)
        and hit.rules[0].text("onActivity") not in others
    ]
    usable = [hit for hit in reached if _is_usable(hit, case, assumed)]
    rest = [hit for hit in reached if hit not in usable]
    met = folded.determinacy is not Determinacy.UNKNOWN and usable
    return Instruments(
        level=Level.EXCEPTION if met else Level.INDIVIDUAL,
        usable=tuple(hit.instrument for hit in (usable or [h for h in rest if h.whole])),
        open=tuple(hit.instrument for hit in rest),
        foreclosed=tuple(
            f"{hit.instrument}: {hit.reason}" for hit in hits if hit.standing is Standing.FORECLOSED
        ),
        duties=tuple(duty for hit in usable for duty in _duties(store, hit)),
        assumptions=tuple(dict.fromkeys(assumed[q] for hit in usable for q in hit.questions if q in assumed)),
        citations=tuple(rule.citation for hit in usable for rule in hit.rules),
        open_points=tuple(_asked(hit) for hit in rest if hit.whole),
    )  # fmt: skip


def _activities(store: GraphStore) -> set[str]:
    """Return the activities that law tells apart: what is for brokering is not for export."""
    return {fact.text("onActivity") for fact in facts(store, "ActivityCoverage")}


def _assumed(store: GraphStore, orders: tuple[str, ...]) -> dict[str, str]:
    """Return the questions that the declared scenario answers, with what it assumes."""
    return {
        question: fact.text("factName")
        for fact in facts(store, "ScenarioAssumption")
        if set(orders) & set(fact.jurisdictions)
        for question in fact.text("asksQuestions").split()
    }


def _is_usable(hit: LicenceHit, case: Case, assumed: dict[str, str]) -> bool:
    if not hit.whole or not all(_is_plain(rule, case) for rule in hit.rules):
        return False
    return all(q in assumed or case.facts.get(q) == "yes" for q in hit.questions)


def _is_plain(rule: Fact, case: Case) -> bool:
    """Say whether nothing but questions stands between the scope of a rule and its use."""
    if rule.text("effect") != "authorises" or rule.determinacy is not Determinacy.DETERMINED:
        return False
    if rule.text("onReasons") or rule.text("endUserTypes"):
        return False
    if rule.text("onActivity") not in ("", case.activity):
        return False
    amount = rule.text("amount")
    stated = case.value is not None and case.value_currency == rule.text("inUnit")
    return not amount or (stated and (case.value or Decimal(0)) <= Decimal(amount))


def _duties(store: GraphStore, hit: LicenceHit) -> tuple[str, ...]:
    for fact in facts(store, "AuthorisationInstrument"):
        if (
            names(hit.instrument, fact.text("officialKey"))
            and hit.jurisdiction in fact.jurisdictions
        ):
            return tuple(
                f"{hit.instrument}: {fact.text(name)}" for name in _DUTIES if fact.text(name)
            )
    return ()


def _asked(hit: LicenceHit) -> OpenPoint:
    return OpenPoint(
        key=hit.instrument,
        question=" ".join((hit.reason, *hit.questions)),
        citation=hit.rules[0].citation,
        could_lead_to=(Level.EXCEPTION,),
    )
