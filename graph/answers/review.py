"""Proposed mappings for a person to judge, those on which most findings depend first."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from graph.answers.asof import AsOf, ListState, state_of
from graph.answers.crosswalk import between
from graph.answers.gaps.lists import list_gaps
from graph.answers.lists import positions_of
from graph.answers.position import Position
from graph.answers.resolve import resolve
from graph.derive.crosswalk.judged import SetRow
from graph.derive.crosswalk.links import NOTHING, Mapping, Predicate, Review
from graph.derive.crosswalk.setrelation import SetRelation
from graph.errors import NotFound
from graph.store import GraphStore


@dataclass(frozen=True, slots=True)
class Proposal:
    """One proposed mapping, with the words of both sides and what depends on it."""

    link: Mapping
    depending: int
    """Findings that rest on it, and things below either side."""

    left: Position
    right: Position


def proposals(store: GraphStore, list_a: str, list_b: str, as_of: AsOf) -> tuple[Proposal, ...]:
    """Return the mappings between two lists that nobody has judged, by what depends on them, then by confidence.

    Raises:
        NotFound: no such list.
    """
    one, other = state_of(store, list_a, as_of), state_of(store, list_b, as_of)
    resting = Counter((gap.a_notation, gap.b_notation) for gap in list_gaps(store, list_a, list_b, as_of))  # fmt: skip
    ours, theirs = _positions(store, one), _positions(store, other)
    below = Counter(p.parent for held in (ours, theirs) for p in held.values() if p.parent)
    found = [
        Proposal(
            link,
            resting[link.subject, link.object] + below[link.subject] + below[link.object],
            ours[link.subject],
            theirs[link.object],
        )
        for link in between(store, one, other).links
        if link.review is Review.PROPOSED
    ]
    return tuple(sorted(found, key=_order))


def judgement(
    store: GraphStore,
    states: tuple[ListState, ListState],
    pair: tuple[str, str],
    *,
    refused: bool,
    as_what: tuple[str, str] = ("", ""),
) -> SetRow:
    """Return what a person says of two positions as a row of their set, without name and reason.

    Args:
        store: The release to ask.
        states: Both states, the key that sorts first in front.
        pair: Both notations in that order; ``NONE`` where the other side has no counterpart.
        refused: They do not correspond.
        as_what: Predicate and set relation, where they are to be others than those that were proposed.

    Raises:
        NotFound: no such position, or no predicate or relation of that name.
    """
    ends = [_end(store, state, text) for state, text in zip(states, pair, strict=True)]
    subject, object_ = ends[0][0], ends[1][0]
    links = between(store, *states).links
    known = next((one for one in links if (one.subject, one.object) == (subject, object_)), None)
    predicate = as_what[0] or (known.predicate.value if known else Predicate.CLOSE.value)
    relation = as_what[1] or (known.set_relation.value if known else SetRelation.UNKNOWN.value)
    if predicate not in set(Predicate) or relation not in set(SetRelation):
        raise NotFound("predicate or relation", f"{predicate} {relation}")
    return SetRow(
        subject=subject,
        subject_version=ends[0][1],
        predicate=Predicate.EXACT if NOTHING in pair else Predicate(predicate),
        set_relation=SetRelation.NONE if NOTHING in pair else SetRelation(relation),
        object=object_,
        object_version=ends[1][1],
        confidence=1.0,
        review=Review.REFUSED if refused else Review.REVIEWED,
    )


def _end(store: GraphStore, state: ListState, text: str) -> tuple[str, str]:
    """Return notation and version of one side, as a set names them."""
    if text == NOTHING:
        return NOTHING, ""
    position = resolve(store, state, text)
    return position.item.notation, f"@{position.version.rpartition('/@')[2]}"


def _positions(store: GraphStore, state: ListState) -> dict[str, Position]:
    return {p.item.notation: p for p in positions_of(store, state)}


def _order(one: Proposal) -> tuple[int, float, str, str]:
    return -one.depending, -one.link.confidence, one.link.subject, one.link.object
