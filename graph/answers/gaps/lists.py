"""Gaps between the items of two lists: what one list covers only in part or not at all, and where thresholds part."""

from __future__ import annotations

from collections.abc import Iterator

from graph.answers.asof import AsOf, Currency, Determinacy, ListState, state_of, vintage_of
from graph.answers.compare import compared
from graph.answers.coverage import Coverage, Status, coverage
from graph.answers.crosswalk import mappings
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
        asked = _Asked(store, as_of)
        return (
            *asked.coverage(one, other, Direction.A_NOT_B),
            *asked.coverage(other, one, Direction.B_NOT_A),
            *asked.thresholds(one, other),
        )

    found: tuple[Gap, ...] = store.kept(("list gaps", one.iri, other.iri, as_of), made)
    return found


class _Asked:
    """What is asked of one release for one pair of days."""

    def __init__(self, store: GraphStore, as_of: AsOf) -> None:
        self._store, self._as_of = store, as_of
        self._severities = {
            (fact.text("gapKind"), fact.text("gapRelation")): Severity(fact.text("severity"))
            for fact in facts(store, "SeverityRule")
        }

    def coverage(self, one: ListState, other: ListState, direction: Direction) -> Iterator[Gap]:
        """Yield what the second list covers in part, or not at all."""
        for row in coverage(self._store, one, other, self._as_of):
            if row.status in _GAPS:
                yield self._covered(one, other, row, direction)

    def thresholds(self, one: ListState, other: ListState) -> Iterator[Gap]:
        """Yield the best counterparts whose regions surely part, by the paragraph of the first list."""
        for link in mappings(self._store, one, other):
            if link.rank != 1 or link.object == "NONE" or not _may_part(link):
                continue
            told = compared(self._store, (one, link.subject), (other, link.object))
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
        inputs = (f"{state.iri} {place}" for state, place in sides)
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
            finding=key_of(kind, direction, status, *inputs),
            modulo=modulo,
            currency=max(ages, key=list(Currency).index),
        )


def _may_part(link: Mapping) -> bool:
    return link.set_relation.value not in ("equal", "none")
