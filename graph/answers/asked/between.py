"""Questions 9, 10, 15, 31 and 32: what two sides recognise, where their rules collide, whom each trusts, how each sees a state."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from graph.answers.asked.answer import AnswerRow, places, rows_of
from graph.answers.asof import AsOf, Determinacy, state_of
from graph.answers.conflicts import Status, conflicts
from graph.answers.facts import facts, of
from graph.answers.parties import party
from graph.answers.recognition import Standing, matrix, recognition
from graph.answers.resolve import resolve
from graph.answers.tiers import Reason, correlation, tiers
from graph.errors import NotFound
from graph.ids import Item
from graph.store import GraphStore

_SURE = (Standing.MUTUAL,)


def recognised(store: GraphStore, params: Mapping[str, str], as_of: AsOf) -> Iterator[AnswerRow]:
    """Yield what two jurisdictions recognise of each other; for an item, what reaches it or may reach it."""
    item = _item(store, params["item"], as_of) if "item" in params else None
    found = recognition(
        store, params["a"], params["b"], as_of, item=item, kind=params.get("kind", "")
    )
    for one in found:
        yield rows_of(
            (one.act,),
            as_of,
            one.determinacy,
            kind=one.kind,
            direction=one.direction.value,
            symmetry=one.symmetry.value,
            arrangement=one.act.text("arrangement"),
            items=one.act.text("itemScope"),
            conditions="; ".join(filter(None, (one.act.text("underCondition"), *one.open))),
            interval=one.interval,
            finding=one.finding,
        )


def favours(store: GraphStore, params: Mapping[str, str], as_of: AsOf) -> Iterator[AnswerRow]:
    """Yield each pair of the matrix, or those of one jurisdiction; where one side is empty, nothing is at hand for it."""
    wanted = params.get("jurisdiction", "").lower()
    for pair in matrix(store, as_of):
        if wanted and wanted not in (pair.a, pair.b):
            continue
        yield rows_of(
            pair.acts,
            as_of,
            Determinacy.DETERMINED if pair.status in _SURE else Determinacy.CONDITIONAL,
            a=pair.a,
            b=pair.b,
            status=pair.status.value,
            a_by="; ".join(pair.a_by),
            b_by="; ".join(pair.b_by),
            overlap=pair.overlap,
        )


def collisions(store: GraphStore, params: Mapping[str, str], as_of: AsOf) -> Iterator[AnswerRow]:
    """Yield the conflicts between jurisdictions, with what makes each real and how both rules can be kept."""
    wanted = params.get("jurisdictions", "").replace(",", " ").split()
    for one in conflicts(store, as_of, wanted):
        sure = one.determinacy if one.status is not Status.UNCONFIRMED else Determinacy.CONDITIONAL
        yield rows_of(
            (one.fact,),
            as_of,
            sure,
            kind=one.kind,
            rule_a=one.rule_a,
            rule_b=one.rule_b,
            status=one.status.value,
            trigger=one.fact.text("trigger"),
            exits=one.exits,
        )


def schemes(store: GraphStore, params: Mapping[str, str], as_of: AsOf) -> Iterator[AnswerRow]:
    """Yield the trusted-party schemes, each with the acts of other jurisdictions that rely on it."""
    acts = list(of(store, "RecognitionAct", "", as_of))
    for fact in of(store, "TrustedPartyScheme", params.get("jurisdiction", ""), as_of):
        near = [act for act in acts if fact.key in act.text("recognisesScheme").split()]
        yield rows_of(
            (fact,),
            as_of,
            jurisdiction=places(fact),
            scheme=fact.text("scheme"),
            kind=fact.text("factKind"),
            benefit=fact.text("benefit"),
            condition=fact.text("underCondition"),
            recognised_by="; ".join(
                f"{act.text('grantor')}: {act.text('arrangement')}" for act in near
            ),
        )


def risk(store: GraphStore, params: Mapping[str, str], as_of: AsOf) -> Iterator[AnswerRow]:
    """Yield the tier of a destination as each jurisdiction sees it, and how each agrees with the first named.

    Raises:
        NotFound: no such destination or jurisdiction.
    """
    code = params["destination"].upper()
    if not any(code in fact.codes("onDestination") for fact in facts(store, "Destination")):
        raise NotFound("destination", code)
    rules = facts(store, "RiskTierRule")
    given = params.get("jurisdictions", "").replace(",", " ").lower().split()
    keys = given or sorted({key for fact in rules for key in fact.jurisdictions})
    for key in given:
        party(store, key, as_of)
    first = tiers(store, keys[0], as_of)
    for key in keys:
        held = tiers(store, key, as_of)
        told, (agreed, over) = held[code], correlation(first, held)
        yield rows_of(
            told.rests_on,
            as_of,
            told.determinacy,
            jurisdiction=key,
            destination=code,
            tier="" if told.tier is None else str(told.tier),
            up_to="" if told.up_to is None else str(told.up_to),
            reasons="; ".join(dict.fromkeys(map(_reason, told.reasons)))
            or "named by no rule at hand",
            agreement=f"{agreed} with {keys[0]} over {over}" if agreed else "",
        )


def _reason(one: Reason) -> str:
    left = f" ({one.why_not})" if one.why_not else ""
    return f"{one.tier} {one.rule.text('sourceGroup')}{left}"


def _item(store: GraphStore, text: str, as_of: AsOf) -> Item:
    wanted = Item.parse(text)
    return resolve(store, state_of(store, wanted.list, as_of), wanted.notation).item
