"""Questions 11, 12, 17, 18 and 19: decisions carried out or open, catch-alls side by side, exemptions of one side only."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from graph.answers.asked.answer import AnswerRow, places, rows_of
from graph.answers.asof import AsOf, Determinacy
from graph.answers.facts import Fact, facts
from graph.answers.gaps import catch_alls, exemptions
from graph.answers.gaps.order import Orders, fold, orders_on
from graph.answers.gaps.rules import rule_gaps
from graph.answers.gaps.timing import CLASS, Span, decided, decision_of, in_force, lags, median
from graph.answers.licence_terms import Match
from graph.answers.parties import orders, party
from graph.errors import NotFound
from graph.store import GraphStore

_LISTED = "listed"
_SIGNS = {"equal": "=", "wider": ">", "narrower": "<", "incomparable": "<>"}


def timeline(store: GraphStore, params: Mapping[str, str], as_of: AsOf) -> Iterator[AnswerRow]:
    """Yield who carried out which decision when, with the lag and the median lag of the jurisdiction.

    Raises:
        NotFound: no such decision.
    """
    since, wanted = decided(store, as_of), params.get("decision", "").upper()
    if wanted and wanted not in since:
        raise NotFound("decision", wanted)
    for fact in _acts(store, as_of):
        key = decision_of(fact)
        begun = in_force(fact)
        if begun is None or key not in since or wanted not in ("", key):
            continue
        observed = lags(store, fact.jurisdictions, as_of)
        ended = sum(1 for _, is_over in observed if is_over)
        yield rows_of(
            (fact,),
            as_of,
            _sure(begun),
            decision=key,
            decided=str(since[key].first),
            jurisdiction=places(fact),
            in_force=str(begun.first),
            lag=begun.days_from(since[key]),
            scope=fact.text("ruleScope"),
            median_lag=f"{median(observed) or '>'} days over {ended} carried out, {len(observed) - ended} not seen",
        )


def missing(store: GraphStore, params: Mapping[str, str], as_of: AsOf) -> Iterator[AnswerRow]:
    """Yield the decisions that others carried out and of which no act of the jurisdiction is at hand."""
    key = params["jurisdiction"]
    party(store, key, as_of)
    legal = set(orders(store, key, as_of))
    held = list(_acts(store, as_of))
    done = {decision_of(fact) for fact in held if legal & set(fact.jurisdictions)}
    for decision, since in sorted(decided(store, as_of).items()):
        if decision in done:
            continue
        others = [fact for fact in held if decision_of(fact) == decision]
        yield rows_of(
            others,
            as_of,
            Determinacy.UNKNOWN,
            jurisdiction=key,
            decision=decision,
            decided=str(since.first),
            days=f"> {(as_of.valid - since.last).days}",
            carried_out_by=" ".join(sorted({key for fact in others for key in fact.jurisdictions})),
        )


def catch_all_table(
    store: GraphStore, params: Mapping[str, str], as_of: AsOf
) -> Iterator[AnswerRow]:
    """Yield the catch-alls for an end use, with their components and how each stands to those of other jurisdictions.

    Raises:
        NotFound: an end use, a destination or a jurisdiction that is none.
    """
    use = params["end_use"]
    held = [fact for fact in facts(store, catch_alls.CLASS) if fact.holds(as_of)]
    known = sorted({code for fact in held for code in fact.text("endUses").split()})
    if use not in known:
        raise NotFound(f"end use (known are {', '.join(known)})", use)
    places_on = orders_on(store, as_of)
    keys = params.get("jurisdictions", "").replace(",", " ").lower().split()
    for key in keys:
        party(store, key, as_of)
    legal = {order for key in keys for order in orders(store, key, as_of)}
    rows = [
        fact
        for fact in held
        if use in fact.text("endUses").split()
        and (not legal or legal & set(fact.jurisdictions))
        and _reaches(places_on, fact, params.get("destination", "")) is not Match.NO
    ]
    for fact in rows:
        others = [other for other in rows if other.jurisdictions != fact.jurisdictions]
        order = (f"{_sign(places_on, fact, other)} {other.key}" for other in others)
        cells = _components(places_on, fact, params.get("destination", ""))
        yield rows_of((fact,), as_of, Determinacy.DETERMINED, **cells, order="; ".join(order))


def catch_alls_to(store: GraphStore, params: Mapping[str, str], as_of: AsOf) -> Iterator[AnswerRow]:
    """Yield the catch-alls of a jurisdiction that reach, or may reach, an item on no list to a destination.

    Raises:
        NotFound: no such destination or jurisdiction.
    """
    code, key = params["destination"].upper(), params["jurisdiction"]
    for name in (key, code):
        party(store, name, as_of)
    legal, places_on = set(orders(store, key, as_of)), orders_on(store, as_of)
    for fact in facts(store, catch_alls.CLASS):
        if not fact.holds(as_of) or not legal & set(fact.jurisdictions):
            continue
        met = _reaches(places_on, fact, code)
        if met is Match.NO or fact.text("itemScopeCode") == _LISTED:
            continue
        sure = Determinacy.DETERMINED if met is Match.YES else Determinacy.CONDITIONAL
        yield rows_of((fact,), as_of, sure, **_components(places_on, fact, code))


def exempted(store: GraphStore, params: Mapping[str, str], as_of: AsOf) -> Iterator[AnswerRow]:
    """Yield the exemptions that one side has and the other has not, or has otherwise.

    Raises:
        NotFound: no such jurisdiction.
    """
    for name in (params["a"], params["b"]):
        party(store, name, as_of)
    rows = {fact.key: fact for fact in facts(store, exemptions.CLASS)}
    for gap in rule_gaps(
        store, params["a"].lower(), params["b"].lower(), as_of, (exemptions.KIND,)
    ):
        keys = f"{gap.a_notation} {gap.b_notation}".split()
        yield rows_of(
            (rows[key] for key in keys),
            as_of,
            gap.determinacy,
            direction=gap.direction.value,
            a=gap.a_notation,
            b=gap.b_notation,
            status=gap.status,
            reason=gap.reason,
            finding=gap.finding,
        )


def _acts(store: GraphStore, as_of: AsOf) -> Iterator[Fact]:
    for fact in facts(store, CLASS):
        begun = in_force(fact)
        if begun is not None and begun.first <= as_of.valid:
            yield fact


def _sure(begun: Span) -> Determinacy:
    return Determinacy.DETERMINED if begun.first == begun.last else Determinacy.CONDITIONAL


def _reaches(places_on: Orders, fact: Fact, code: str) -> Match:
    reached = places_on.reached(fact.text("destinationTerms"))
    if not code:
        return Match.YES
    if code.upper() not in reached:
        raise NotFound("destination", code)
    return reached[code.upper()]


def _sign(places_on: Orders, fact: Fact, other: Fact) -> str:
    told = fold(catch_alls.components(places_on, fact, other))
    return "?" if told.determinacy is Determinacy.UNKNOWN else _SIGNS[told.relation]


def _components(places_on: Orders, fact: Fact, code: str) -> dict[str, str]:
    reached = {Match.YES: "yes", Match.OPEN: "open"}[_reaches(places_on, fact, code)]
    return {
        "jurisdiction": places(fact),
        "rule": fact.key,
        "trigger": fact.text("trigger"),
        "standard": fact.text("knowledgeStandard"),
        "reaches": reached if code else fact.text("whereTo"),
        "items": fact.text("itemScope"),
        "activities": fact.text("reachesActivities"),
        "effect": fact.text("effect"),
    }
