"""Whether what one list controls is controlled by another one, as far as mappings tell (DOMAIN.md 2.1)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from graph.answers.asof import AsOf, Currency, Determinacy, ListState, states_of, vintage_of
from graph.answers.crosswalk import between, mappings, model, region
from graph.derive.crosswalk.links import NOTHING, Mapping, Predicate, Review
from graph.derive.crosswalk.setrelation import SetRelation
from graph.logic.relation import Relation
from graph.model.control_list import Completeness
from graph.store import GraphStore

_HELD = frozenset({Completeness.WHOLE, Completeness.PARTIAL})
_ACCEPTED = frozenset({Review.BY_RULE, Review.REVIEWED})
_WITHIN = frozenset({SetRelation.EQUAL, SetRelation.SUBSET})
_PERHAPS_EQUAL = frozenset({Relation.STRICTER_OR_EQUAL, Relation.EQUAL})
_ESCAPES = frozenset({Relation.STRICTER, Relation.OVERLAP})
_PARTLY = frozenset({SetRelation.SUPERSET, SetRelation.INTERSECTS})


class Status(StrEnum):
    """How a paragraph of one list stands to another list."""

    COVERED = "covered"
    PARTLY = "partly"
    ELSEWHERE = "elsewhere"
    """Another list of the same jurisdiction has it."""

    UNCOVERED = "uncovered"
    VINTAGE = "vintage"
    """A known change lies between the two texts."""

    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Coverage:
    """One paragraph against one other list."""

    list: str
    paragraph: str
    other_list: str
    status: Status
    by: str
    """The counterpart: a notation of the other list, or an item of another list of its jurisdiction."""

    reason: str
    determinacy: Determinacy
    modulo: tuple[str, ...] = ()
    """What the answer depends on: terms that must mean the same, mappings that nobody has reviewed."""


def coverage(
    store: GraphStore, one: ListState, other: ListState, as_of: AsOf, *, beside: bool = True
) -> tuple[Coverage, ...]:
    """Return one row for each thing of a list, in the order of the document.

    Args:
        store: The release to ask.
        one: State of the list whose things are asked about.
        other: State of the list that may cover them.
        as_of: The two days.
        beside: Other lists of the other jurisdiction are looked into for what has no counterpart.

    Shape:   determined only where a rule or a person has verified a mapping on which nothing else depends; uncovered
        only where a person has accepted that there is no counterpart: until then that none was found is unknown.

    Raises:
        NotFound, NotAtHand: see ``mappings``.
    """
    best = [m for m in mappings(store, one, other) if m.rank == 1]
    told: dict[str, list[Mapping]] = {}
    for link in best:
        told.setdefault(link.subject, []).append(link)
    asker = _Asker(store, one, other, as_of)
    asker.elsewhere = None if beside else {}
    return tuple(asker.of(notation, links) for notation, links in told.items())


class _Asker:
    """Answers for one pair of states."""

    def __init__(self, store: GraphStore, one: ListState, other: ListState, as_of: AsOf) -> None:
        self._store, self._one, self._other, self._as_of = store, one, other, as_of
        self._model = model(store)
        self._pointers = between(store, one, other).pointers
        self.elsewhere: dict[str, tuple[str, Mapping]] | None = None

    def of(self, notation: str, links: list[Mapping]) -> Coverage:
        """Return how one thing stands."""
        link = min(links, key=lambda link: (link.set_relation not in _WITHIN, link.object))
        if link.object == NOTHING:
            return self._without(link)
        if target := self._pointers.get((self._other.key, link.object)):
            said = f"{link.object} controls nothing: it points to {target}"
            return self._told(link, Status.ELSEWHERE, said, by=target)
        if changed := self._changes(link):
            return self._told(link, Status.VINTAGE, changed)
        if link.set_relation in _WITHIN and link.confidence >= self._model.close:
            return self._told(link, Status.COVERED, f"{link.set_relation} to {link.object}")
        if link.set_relation in _PARTLY and link.confidence >= self._model.close:
            return self._partly(link)
        said = f"{link.predicate} {link.object} at {link.confidence:.3f}: what it covers is not decided"
        return self._told(link, Status.UNKNOWN, said)

    def _partly(self, link: Mapping) -> Coverage:
        """Return a part as covered only where something is known to escape."""
        told = region(self._store, (self._one, link.subject), (self._other, link.object))
        if told.relation in _PERHAPS_EQUAL:
            said = f"{link.object} is within it; whether anything escapes is open"
            return self._told(link, Status.UNKNOWN, said)
        escapes = f": {told.witness_a}" if told.relation in _ESCAPES else ""
        return self._told(link, Status.PARTLY, f"{link.set_relation} of {link.object}{escapes}")

    def _told(self, link: Mapping, status: Status, reason: str, by: str = "") -> Coverage:
        verified = link.review in _ACCEPTED
        modulo = (*link.modulo, *(() if verified else (f"mapping to {link.object} not reviewed",)))
        sure = Determinacy.CONDITIONAL if modulo else Determinacy.DETERMINED
        unknown = status in {Status.UNKNOWN, Status.VINTAGE}
        return Coverage(
            self._one.key, link.subject, self._other.key, status, by or link.object.replace(NOTHING, ""), reason,
            Determinacy.UNKNOWN if unknown else sure, modulo,
        )  # fmt: skip

    def _without(self, link: Mapping) -> Coverage:
        """Return how a thing without counterpart stands."""
        here = self._siblings().get(link.subject)
        if here is not None:
            key, found = here
            said = f"{found.predicate} at {found.confidence:.3f} in another list of {self._other.jurisdiction}"
            return self._told(found, Status.ELSEWHERE, said, by=f"{key}:{found.object}")
        searched = "; ".join(link.reasons)
        accepted = link.review is Review.REVIEWED and self._other.completeness is Completeness.WHOLE
        if accepted:
            return self._told(link, Status.UNCOVERED, searched)
        told = "candidate uncovered, not reviewed" if link.set_relation is SetRelation.NONE else "not comparable"  # fmt: skip
        return Coverage(
            self._one.key, link.subject, self._other.key, Status.UNKNOWN, "", f"{told}: {searched}",
            Determinacy.UNKNOWN,
        )  # fmt: skip

    def _siblings(self) -> dict[str, tuple[str, Mapping]]:
        """Return the best counterparts in other lists of the same jurisdiction."""
        if self.elsewhere is None:
            self.elsewhere = {}
            for state in _beside(states_of(self._store, self._as_of), self._one, self._other):
                for link in mappings(self._store, self._one, state):
                    if link.predicate is not Predicate.NONE and link.confidence >= self._model.close:  # fmt: skip
                        self.elsewhere.setdefault(link.subject, (state.key, link))
        return self.elsewhere

    def _changes(self, link: Mapping) -> str:
        """Return the known change that lies between the two texts; empty where there is none."""
        for state, notation, day in (
            (self._one, link.subject, self._other.of),
            (self._other, link.object, self._one.of),
            (self._one, link.subject, self._as_of.valid),
            (self._other, link.object, self._as_of.valid),
        ):
            found = vintage_of(self._store, state, notation, AsOf(day, self._as_of.known))
            if found.currency is Currency.SUPERSEDED:
                return f"{state.key}:{notation}: {'; '.join(found.remarks)}"
        return ""


def _beside(states: Iterable[ListState], one: ListState, other: ListState) -> list[ListState]:
    return [
        state
        for state in states
        if state.jurisdiction == other.jurisdiction
        and state.key not in {one.key, other.key}
        and state.completeness in _HELD
    ]
