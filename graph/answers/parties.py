"""Jurisdictions as parties: a state, or the Union as all of its Member States on the day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from graph.answers.asof import AsOf
from graph.answers.daily import daily
from graph.answers.facts import facts
from graph.answers.groups import groups, members
from graph.answers.licence_terms import Match, places, terms
from graph.errors import NotFound
from graph.store import GraphStore

UNION, _MEMBERS = "eu", "eu/MS"

#: The jurisdictions of the matrix (DOMAIN.md 2.9), beside the Member States.
_OUTSIDE = ("ca", "ch", "gb", "jp", "no", "us")


@dataclass(frozen=True, slots=True)
class Party:
    """One jurisdiction on one day."""

    key: str
    destinations: tuple[str, ...]
    store: GraphStore = field(compare=False, repr=False)
    match: tuple[Callable[[str], Match], ...] = field(compare=False, repr=False)
    """For each destination, whether a term means it."""

    said: dict[str, Match] = field(default_factory=dict, compare=False, repr=False)
    """What was read already."""

    def within(self, text: str) -> Match:
        """Say whether terms mean the whole of it; open where they mean part of it."""
        if text not in self.said:
            found = {terms(text, match) for match in self.match}
            self.said[text] = found.pop() if len(found) == 1 else Match.OPEN
        return self.said[text]


def party(store: GraphStore, key: str, as_of: AsOf) -> Party:
    """Return a jurisdiction by its code in either case.

    Raises:
        NotFound: no such jurisdiction.
    """
    key = key.lower()
    codes = tuple(map(str.upper, member_states(store, as_of))) if key == UNION else (key.upper(),)
    if not codes or not _known(store).issuperset(codes):
        raise NotFound("jurisdiction", key)

    def made() -> Party:
        return Party(key, codes, store, tuple(places(store, code, as_of) for code in codes))

    return daily(store, "parties", key, as_of, made)


def parties(store: GraphStore, as_of: AsOf) -> tuple[Party, ...]:
    """Return the parties of the matrix that the destinations at hand have, by code."""
    keys = sorted({*_OUTSIDE, *member_states(store, as_of)})
    known = _known(store)
    return tuple(party(store, key, as_of) for key in keys if key.upper() in known)


def _known(store: GraphStore) -> frozenset[str]:
    held = facts(store, "Destination")
    return frozenset(code for fact in held for code in fact.codes("onDestination"))


def member_states(store: GraphStore, as_of: AsOf) -> tuple[str, ...]:
    """Return the codes of the Member States of the Union on the day."""

    def made() -> tuple[str, ...]:
        held = members(store, _MEMBERS, as_of) if _MEMBERS in groups(store) else ()
        return tuple(one.destination.lower() for one in held)

    return daily(store, "parties", _MEMBERS, as_of, made)


def orders(store: GraphStore, key: str, as_of: AsOf) -> tuple[str, ...]:
    """Return the legal orders whose rules have effect in a jurisdiction: its own, and the Union's in a Member State."""
    key = key.lower()
    return (key, UNION) if key in member_states(store, as_of) else (key,)
