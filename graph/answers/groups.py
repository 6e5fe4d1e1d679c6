"""Groups of destinations: who is in them, on which day, and how that is known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from graph.answers.asof import AsOf, Currency, Determinacy
from graph.answers.facts import Fact, facts
from graph.errors import NotFound
from graph.ids import group_iri
from graph.store import GraphStore

_OUT = "absent"
"""Mode of a snapshot that was read and has not the destination."""


@dataclass(frozen=True, slots=True)
class Membership:
    """One destination's standing in one group on one day."""

    group: str
    destination: str
    member: bool
    limited_to: str
    """What the membership is limited to; empty where nothing is said."""

    excluded: bool
    """The group names it as excluded: the licence reaches others."""

    determinacy: Determinacy
    currency: Currency
    reason: str
    fact: Fact


def groups(store: GraphStore) -> dict[str, Fact]:
    """Return every group by its key (``us/A5``)."""
    held = facts(store, "DestinationGroup")
    return {fact.iri.removeprefix(group_iri("")): fact for fact in held}


def members(store: GraphStore, group: str, as_of: AsOf) -> tuple[Membership, ...]:
    """Return who is in a group on the day asked for, by destination.

    Raises:
        NotFound: no such group.
    """
    if group not in groups(store):
        raise NotFound("destination group", group)
    held = _by_destination(store, group)
    standings = (standing(rows, as_of) for _, rows in sorted(held.items()))
    return tuple(one for one in standings if one is not None and one.member)


def of_destination(store: GraphStore, destination: str, as_of: AsOf) -> tuple[Membership, ...]:
    """Return a destination's standing in every group that ever named it, by group."""
    rows = _memberships(store).get(destination, {})
    standings = (standing(held, as_of) for _, held in sorted(rows.items()))
    return tuple(one for one in standings if one is not None)


def history(store: GraphStore, group: str, destination: str) -> tuple[Fact, ...]:
    """Return everything that is known of one destination in one group, by its days."""
    held = _by_destination(store, group).get(destination, ())
    return tuple(sorted(held, key=lambda fact: (fact.first or fact.end or fact.read, fact.iri)))


def standing(rows: Iterable[Fact], as_of: AsOf) -> Membership | None:
    """Return one destination's standing from the rows about it.

    Shape:   an interval that covers the day counts; where intervals are known and none covers it, the destination is
        out; else the snapshot of the day, or the nearest before it, else after it; two snapshots around the day that
        disagree leave it open, unless one is of the day itself. ``None`` where nothing was public by then.
    """
    held = [row for row in rows if row.first is None or row.first <= as_of.known]
    spans = [row for row in held if row.first is not None or row.end is not None]
    shots = sorted((row for row in held if row not in spans), key=lambda row: row.read)
    if not held:
        return None
    covering = [row for row in spans if row.holds(as_of)]
    if covering:
        best = max(covering, key=lambda row: (row.determinacy is Determinacy.DETERMINED, row.iri))
        return _told(best, as_of, member=True, reason="in the interval")
    if spans and (not shots or any(row.end is not None for row in spans)):
        near = min(spans, key=lambda row: abs((_edge(row, as_of) - as_of.valid).days))
        return _told(near, as_of, member=False, reason="outside the intervals")
    before = [row for row in shots if row.read <= as_of.valid]
    after = [row for row in shots if row.read > as_of.valid]
    best = before[-1] if before else after[0]
    told = _told(best, as_of, member=_is_in(best), reason=f"text of {best.read}")
    dated = best.read == as_of.valid
    if before and after and not dated and _is_in(best) is not _is_in(after[0]):
        reason = f"{told.reason}; the text of {after[0].read} differs"
        return replace(told, determinacy=Determinacy.CONDITIONAL, reason=reason)
    return told


def _told(row: Fact, as_of: AsOf, *, member: bool, reason: str) -> Membership:
    return Membership(
        group=_group(row),
        destination=row.codes("onDestination")[0],
        member=member,
        limited_to=row.text("membershipLimitedTo"),
        excluded=row.text("membershipMode") == "exclude",
        determinacy=row.determinacy,
        currency=row.currency(as_of),
        reason=reason,
        fact=row,
    )


def _edge(row: Fact, as_of: AsOf) -> date:
    return row.first or row.end or as_of.valid


def _is_in(row: Fact) -> bool:
    return row.text("membershipMode") != _OUT


def _group(fact: Fact) -> str:
    return fact.text("inGroup").removeprefix(group_iri(""))


def _memberships(store: GraphStore) -> Mapping[str, Mapping[str, list[Fact]]]:
    """Return every row about a membership by destination and group."""

    def made() -> Mapping[str, Mapping[str, list[Fact]]]:
        found: dict[str, dict[str, list[Fact]]] = {}
        for fact in facts(store, "GroupMembership"):
            for code in fact.codes("onDestination"):
                found.setdefault(code, {}).setdefault(_group(fact), []).append(fact)
        return found

    held: Mapping[str, Mapping[str, list[Fact]]] = store.kept("memberships", made)
    return held


def _by_destination(store: GraphStore, group: str) -> dict[str, list[Fact]]:
    rows: dict[str, list[Fact]] = {}
    for fact in facts(store, "GroupMembership"):
        if _group(fact) == group:
            for code in fact.codes("onDestination"):
                rows.setdefault(code, []).append(fact)
    return rows
