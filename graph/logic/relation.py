"""How two regions lie to each other, and how sure that is (DOMAIN.md 2.2)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from graph.logic.region import FALSE, Leaf, Of, Tree, dimensions, every, negated, point_of
from graph.logic.search import BUDGET, TooComplex, find

OPAQUE = "phrase:"
"""What the key of a dimension begins with whose words nobody can calculate."""


class Relation(StrEnum):
    """How the left side lies to the right side; stricter: it controls more."""

    EQUAL = "equal"
    STRICTER = "stricter"
    STRICTER_OR_EQUAL = "stricter_or_equal"
    LOOSER = "looser"
    LOOSER_OR_EQUAL = "looser_or_equal"
    OVERLAP = "overlap"
    DISJOINT = "disjoint"
    INCOMPARABLE = "incomparable"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether one region lies within another."""

    holds: bool | None
    """``None``: it depends on open words, or the budget is spent."""

    witness: Mapping[str, Fraction | bool] | None = None
    """A point of the first outside the second."""

    open: tuple[str, ...] = ()
    """Dimensions of words on one side only that the answer depends on."""

    too_complex: bool = False


@dataclass(frozen=True, slots=True)
class Comparison:
    """The relation of two regions, with both directions."""

    relation: Relation
    left_within: Verdict
    right_within: Verdict

    @property
    def open(self) -> tuple[str, ...]:
        """Every dimension that one of the directions depends on."""
        return tuple(sorted({*self.left_within.open, *self.right_within.open}))


def implies(left: Tree, right: Tree, budget: int = BUDGET) -> Verdict:
    """Say whether the left region lies within the right one, for every completion of words that stand on one side only.

    Shape:   sound in both directions; exact unless words on one side occur with both signs: then a sure "no" may read as open.
    """
    outside = every((left, negated(right)))
    one_sided = {d for d in dimensions(left) ^ dimensions(right) if d.startswith(OPAQUE)}
    try:
        box = find(outside, budget)
        if box is None:
            return Verdict(holds=True)
        firm = find(_pessimal(outside, one_sided), budget) if one_sided else box
    except TooComplex:
        return Verdict(None, too_complex=True)
    if firm is not None:
        return Verdict(holds=False, witness=point_of(firm))
    return Verdict(None, point_of(box), tuple(sorted(one_sided & box.keys())))


def compare(left: Tree, right: Tree, budget: int = BUDGET) -> Comparison:
    """Return how two regions lie to each other."""
    inside, around = implies(left, right, budget), implies(right, left, budget)
    return Comparison(_relation(left, right, inside, around, budget), inside, around)


def _relation(left: Tree, right: Tree, inside: Verdict, around: Verdict, budget: int) -> Relation:
    known = {
        (True, True): Relation.EQUAL,
        (False, True): Relation.STRICTER,
        (None, True): Relation.STRICTER_OR_EQUAL,
        (True, False): Relation.LOOSER,
        (True, None): Relation.LOOSER_OR_EQUAL,
    }
    told = known.get((inside.holds, around.holds))
    if told is not None:
        return told
    if inside.holds is None or around.holds is None:
        return Relation.UNKNOWN
    try:
        common = find(every((left, right)), budget)
    except TooComplex:
        return Relation.UNKNOWN
    if common is None:
        return Relation.DISJOINT
    shared = dimensions(left) & dimensions(right)
    return Relation.OVERLAP if shared else Relation.INCOMPARABLE


def _pessimal(tree: Tree, open_: set[str]) -> Tree:
    """Return a tree in which every leaf that could fail in some completion fails."""
    if isinstance(tree, Leaf):
        return FALSE if tree.dimension in open_ else tree
    return Of(tree.count, tuple(_pessimal(part, open_) for part in tree.parts))
