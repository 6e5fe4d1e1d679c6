"""Questions 21, 22 and 33: who is in a group, what a change of a group touches, which embargoes reach a destination."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from graph.answers.asked.answer import AnswerRow, places, row_of
from graph.answers.asof import AsOf
from graph.answers.facts import Fact, facts, of
from graph.answers.groups import Membership, groups, history, members, of_destination
from graph.answers.licence_terms import names as is_named
from graph.errors import NotFound, UnreadableItem
from graph.ids import group_iri
from graph.store import GraphStore


def members_of(store: GraphStore, params: Mapping[str, str], as_of: AsOf) -> Iterator[AnswerRow]:
    """Yield who is in a group on the day; with a destination, all that is known of it in that group, or in all.

    Raises:
        NotFound: no such group.
        UnreadableItem: neither a group nor a destination is given.
    """
    group, destination = params.get("group", ""), params.get("destination", "").upper()
    if not group and not destination:
        raise UnreadableItem("", "group=us/A5, destination=KR, or both")
    if group and destination:
        if group not in groups(store):
            raise NotFound("destination group", group)
        for fact in history(store, group, destination):
            yield row_of(fact, as_of, **_span(group, destination, fact))
    elif group:
        for member in members(store, group, as_of):
            yield _standing(member, as_of)
    else:
        for member in of_destination(store, destination, as_of):
            yield _standing(member, as_of)


def _standing(one: Membership, as_of: AsOf) -> AnswerRow:
    told = row_of(one.fact, as_of, **_span(one.group, one.destination, one.fact))
    standing = "excluded" if one.excluded else "member" if one.member else "not a member"
    cells = {**told.cells, "standing": standing, "reason": one.reason}
    return AnswerRow(cells, one.determinacy, told.currency, told.citations)


def _span(group: str, destination: str, fact: Fact) -> dict[str, str]:
    return {
        "group": group,
        "destination": destination,
        "standing": fact.text("membershipMode"),
        "from": fact.text("validFrom"),
        "to": fact.text("validTo"),
        "text_of": fact.text("textDay"),
        "limited_to": fact.text("membershipLimitedTo"),
        "reason": fact.text("remark"),
    }


def changes(store: GraphStore, params: Mapping[str, str], as_of: AsOf) -> Iterator[AnswerRow]:
    """Yield each dated entry or removal of a destination up to the day, with what names the group."""
    wanted = params["destination"].upper()
    for fact in facts(store, "GroupMembership"):
        if wanted not in fact.codes("onDestination"):
            continue
        group = fact.text("inGroup").removeprefix(group_iri(""))
        for change, day in (("added", fact.first), ("removed", fact.end)):
            if day is not None and day <= as_of.valid and day <= as_of.known:
                yield row_of(
                    fact,
                    as_of,
                    destination=wanted,
                    group=group,
                    change=change,
                    day=day.isoformat(),
                    affects="; ".join(sorted(_that_use(store, group, as_of))),
                )


def _that_use(store: GraphStore, group: str, as_of: AsOf) -> Iterator[str]:
    """Yield the instruments, tiers and recognition acts that name a group."""
    jurisdiction, _, key = group.partition("/")
    names = {key, f"{key[0]}:{key[1:]}"} if jurisdiction == "us" else {key}
    for fact in of(store, "AuthorisationInstrument", jurisdiction, as_of):
        if fact.text("officialKey") in names:
            yield f"licence {fact.text('officialKey')}"
    for fact in of(store, "AuthorisationRule", jurisdiction, as_of):
        if is_named(fact.text("destinationTerms"), group):
            yield f"{fact.text('effect')}: rule {fact.key}"
    for fact in of(store, "RiskTierRule", jurisdiction, as_of):
        if fact.text("sourceGroup") in names or is_named(fact.text("destinationTerms"), group):
            yield f"tier rule {fact.key}"
    for fact in of(store, "RecognitionAct", "", as_of):
        terms = f"{fact.text('grantorTerms')} {fact.text('destinationTerms')}"
        if is_named(terms, group):
            yield f"recognition {fact.key}"


def embargoes(store: GraphStore, params: Mapping[str, str], as_of: AsOf) -> Iterator[AnswerRow]:
    """Yield the rules that rest on an embargo and name a destination, and those that name none and may reach it."""
    wanted = params["destination"].upper()
    for fact in of(store, "EmbargoRule", params.get("jurisdiction", ""), as_of):
        named = fact.codes("namesDestination")
        whole = bool(named) and not fact.text("whereTo")
        if whole and wanted not in named:
            continue
        yield row_of(
            fact,
            as_of,
            jurisdiction=places(fact),
            rule=fact.text("ruleName"),
            basis=fact.text("embargoBasis"),
            effect=fact.text("effect"),
            reaches="named"
            if wanted in named
            else "open: the rule names its destinations elsewhere",
        )
