"""Gaps between the items of two lists: what one list covers only in part or not at all, and where thresholds part."""

from __future__ import annotations

from collections.abc import Iterator

from graph.answers.asof import AsOf, Currency, Determinacy, ListState, state_of, vintage_of
from graph.answers.coverage import Coverage, Status, coverage
from graph.answers.crosswalk import between, mappings, region
from graph.answers.daily import daily
from graph.answers.facts import facts
from graph.derive.crosswalk.links import Mapping, Review
from graph.ids import key_of
from graph.logic.contrast import Contrast
from graph.logic.relation import Relation
from graph.model.gap import Direction, Gap, Severity
from graph.store import GraphStore

COVERAGE, THRESHOLD = "coverage", "threshold"
_GAPS = frozenset({Status.PARTLY, Status.UNCOVERED})
_PARTS = {
    Relation.STRICTER: Direction.A_NOT_B,
    Relation.LOOSER: Direction.B_NOT_A,
    Relation.OVERLAP: Direction.BOTH,
}


def list_gaps(store: GraphStore, list_a: str, list_b: str, as_of: AsOf) -> tuple[Gap, ...]:
    """Return what one list controls and the other does not, or controls from another threshold on.

    Shape:   coverage in both directions, partly and uncovered only: what is unknown, of another vintage or elsewhere is
        counted by ``coverage`` and is no gap; none between a list and itself or its copy. Thresholds of the best counterparts whose regions part, with a witness.
        Never surer than the mapping that it rests on.
    """
    one, other = state_of(store, list_a, as_of), state_of(store, list_b, as_of)
    if one.text == other.text:
        return ()

    def made() -> tuple[Gap, ...]:
        return tuple(pair_gaps(store, one, other, as_of))

    return daily(store, "list gaps", (one.iri, other.iri), as_of, made)


def pair_gaps(
    store: GraphStore, one: ListState, other: ListState, as_of: AsOf, *, beside: bool = True
) -> Iterator[Gap]:
    """Yield the gaps of two states; ``beside`` as in ``coverage``."""
    asked = _Asked(store, as_of)
    yield from asked.coverage(one, other, Direction.A_NOT_B, beside=beside)
    yield from asked.coverage(other, one, Direction.B_NOT_A, beside=beside)
    yield from asked.thresholds(one, other)


def best(store: GraphStore, one: ListState, other: ListState) -> tuple[Mapping, ...]:
    """Return the links that are the best of a thing on either side, by subject and object."""
    ours = {(m.subject, m.object) for m in mappings(store, one, other) if m.rank == 1}
    theirs = {(m.object, m.subject) for m in mappings(store, other, one) if m.rank == 1}
    return tuple(
        m for m in between(store, one, other).links if (m.subject, m.object) in ours | theirs
    )


class _Asked:
    """What is asked of one release for one pair of days."""

    def __init__(self, store: GraphStore, as_of: AsOf) -> None:
        self._store, self._as_of = store, as_of
        self._severities = {
            (fact.text("gapKind"), fact.text("gapRelation")): Severity(fact.text("severity"))
            for fact in facts(store, "SeverityRule")
        }

    def coverage(
        self, one: ListState, other: ListState, direction: Direction, *, beside: bool
    ) -> Iterator[Gap]:
        """Yield what the second list covers in part, or not at all."""
        for row in coverage(self._store, one, other, self._as_of, beside=beside):
            if row.status in _GAPS:
                yield self._covered(one, other, row, direction)

    def thresholds(self, one: ListState, other: ListState) -> Iterator[Gap]:
        """Yield the best counterparts of either side whose regions surely part, by the paragraph of the first list."""
        for link in best(self._store, one, other):
            if _may_part(link):
                told = region(self._store, (one, link.subject), (other, link.object))
                if told.relation in _PARTS and (told.witness_a or told.witness_b):
                    yield self._parting(one, other, link, told)

    def _covered(
        self, one: ListState, other: ListState, row: Coverage, direction: Direction
    ) -> Gap:
        places = (
            (row.paragraph, row.by) if direction is Direction.A_NOT_B else (row.by, row.paragraph)
        )
        states = (one, other) if direction is Direction.A_NOT_B else (other, one)
        return self._gap(
            COVERAGE, direction, states, places, row.status, row.determinacy,
            reason=row.reason, modulo=" | ".join(row.modulo),
        )  # fmt: skip

    def _parting(self, one: ListState, other: ListState, link: Mapping, told: Contrast) -> Gap:
        reviewed = link.review in (Review.BY_RULE, Review.REVIEWED)
        said = (*told.modulo, *(() if reviewed else (f"mapping to {link.object} not reviewed",)))
        sure = Determinacy.CONDITIONAL if said else Determinacy.DETERMINED
        witness = " | ".join(filter(None, (told.witness_a, told.witness_b)))
        return self._gap(
            THRESHOLD, _PARTS[told.relation], (one, other), (link.subject, link.object), told.relation, sure,
            reason=told.reason, modulo=" | ".join(said), witness=witness, boundary_only=told.boundary_only,
        )  # fmt: skip

    def _gap(  # noqa: PLR0913  a finding has that many sides
        self,
        kind: str,
        direction: Direction,
        states: tuple[ListState, ListState],
        places: tuple[str, str],
        status: str,
        determinacy: Determinacy,
        *,
        reason: str,
        modulo: str,
        witness: str = "",
        boundary_only: bool = False,
    ) -> Gap:
        sides = tuple(zip(states, places, strict=True))
        ages = (
            vintage_of(self._store, state, place, self._as_of).currency
            for state, place in sides
            if place
        )
        cited = [f"{state.citation}, {place}" if place else "" for state, place in sides]
        return Gap(
            kind=kind,
            direction=direction,
            a_notation=places[0],
            b_notation=places[1],
            status=status,
            determinacy=determinacy,
            boundary_only=boundary_only,
            witness=witness,
            reason=reason,
            severity=self._severities[kind, status],
            a_citation=cited[0],
            b_citation=cited[1],
            finding=_finding(kind, direction, states, places),
            modulo=modulo,
            currency=max(ages, key=list(Currency).index),
        )


def _finding(
    kind: str, direction: Direction, states: tuple[ListState, ListState], places: tuple[str, str]
) -> str:
    """Return the identity of a gap, whichever list is named first: of coverage, the side that has more comes first."""
    sides = [f"{state.iri} {place}" for state, place in zip(states, places, strict=True)]
    if kind == THRESHOLD:
        return key_of(kind, *sorted(sides))
    return key_of(kind, *(sides if direction is Direction.A_NOT_B else reversed(sides)))


def _may_part(link: Mapping) -> bool:
    return link.set_relation.value not in ("equal", "none")
