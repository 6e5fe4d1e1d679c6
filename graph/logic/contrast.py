"""Two sides compared: how they lie to each other, where they part, and what that rests on (DOMAIN.md 2.2)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from graph.logic.alignment import Alignment, Known, align, constrained, dimension
from graph.logic.interval import Interval
from graph.logic.region import Leaf, Of, Tree
from graph.logic.relation import OPAQUE, Comparison, Relation, Verdict, compare
from graph.logic.search import BUDGET
from graph.logic.side import Side
from graph.logic.words import Bound

DIGITS = 12
"""Significant digits of a number in a witness that has no end."""


_BOTH = re.compile("left is (.*?) right, right is (.*?) left(.*)", re.DOTALL)
_TURNED = {
    Relation.STRICTER: Relation.LOOSER,
    Relation.LOOSER: Relation.STRICTER,
    Relation.STRICTER_OR_EQUAL: Relation.LOOSER_OR_EQUAL,
    Relation.LOOSER_OR_EQUAL: Relation.STRICTER_OR_EQUAL,
}


@dataclass(frozen=True, slots=True)
class Contrast:
    """How two sides lie to each other."""

    relation: Relation
    determinacy: str
    """``determined``, ``conditional`` or ``unknown``."""

    boundary_only: bool
    """They part at the ends of limits only: less than against at most."""

    witness_a: str
    """A thing that the left side controls and the right side does not, by its numbers; empty where there is none."""

    witness_b: str
    reason: str
    modulo: tuple[str, ...]


def contrast(left: Side, right: Side, known: Known, *, budget: int = BUDGET) -> Contrast:
    """Compare two sides; ``budget`` are the steps after which a question is too complex.

    Shape:   ``determined`` only where every word of both sides is the same or read; ``conditional`` where words are
        taken to be the same, and ``modulo`` names them; ``unknown`` where a side is not read or nothing is common.
    """
    unread = [f"{side.list} {where}" for side in (left, right) for where in side.unread]
    if unread:
        return _unknown(f"words not read: {', '.join(unread[:3])}")
    held = align(left, right, known)
    if held.unaligned:
        return _unknown(f"not aligned: {'; '.join(held.unaligned[:3])}", tuple(held.modulo))
    trees = left.tree(held.leaves(0)), right.tree(held.leaves(1))
    told = compare(*trees, budget)
    if told.left_within.too_complex or told.right_within.too_complex:
        return _unknown("too complex", tuple(held.modulo))
    return _told(left, right, held, told, trees)


def turned(found: Contrast) -> Contrast:
    """Return how the right side lies to the left one; the words that are taken to be the same stay as they were held."""
    said = _BOTH.fullmatch(found.reason)
    return replace(
        found,
        relation=_TURNED.get(found.relation, found.relation),
        witness_a=found.witness_b,
        witness_b=found.witness_a,
        reason=f"left is {said[2]} right, right is {said[1]} left{said[3]}" if said else found.reason,
    )  # fmt: skip


def _told(left: Side, right: Side, held: Alignment, told: Comparison, trees: tuple[Tree, Tree]) -> Contrast:  # fmt: skip
    unsure = (
        f"note: {side.list} {where} [effect not read]"
        for side in (left, right)
        for where in side.unsure()
    )
    modulo = (*held.modulo, *unsure, *(f"only one side says: '{_words(one)}'" for one in told.open))
    parts = told.relation not in (Relation.EQUAL, Relation.UNKNOWN)
    names = {
        dimension(held.parameters.get(named, named)): clause.bound
        for side in (right, left)
        for clause in constrained((side,))
        for named in (held.named(clause),)
    }
    reached = "unknown" if told.relation is Relation.UNKNOWN else "determined"
    return Contrast(
        relation=told.relation,
        determinacy="conditional" if modulo and reached == "determined" else reached,
        boundary_only=parts
        and compare(_closed(trees[0]), _closed(trees[1])).relation is Relation.EQUAL,
        witness_a=_witness(told.left_within, names),
        witness_b=_witness(told.right_within, names),
        reason=_reason(told, held.assumed),
        modulo=tuple(dict.fromkeys(modulo)),
    )


def _unknown(reason: str, modulo: tuple[str, ...] = ()) -> Contrast:
    return Contrast(
        relation=Relation.UNKNOWN,
        determinacy="unknown",
        boundary_only=False,
        witness_a="",
        witness_b="",
        reason=reason,
        modulo=modulo,
    )


def _closed(tree: Tree) -> Tree:
    """Return the tree with both ends of every limit belonging to it."""
    if isinstance(tree, Of):
        return Of(tree.count, tuple(map(_closed, tree.parts)))
    allowed = tree.allowed
    if not isinstance(allowed, Interval):
        return tree
    return Leaf(tree.dimension, replace(allowed, has_low=allowed.low is not None, has_high=allowed.high is not None))  # fmt: skip


def _witness(verdict: Verdict, names: Mapping[str, Bound]) -> str:
    if verdict.holds is not False or verdict.witness is None:
        return ""
    numbers = (
        f"{name.partition('|')[0] or 'value'} = {_number(value, names[name])}"
        for name, value in sorted(verdict.witness.items())
        if name in names and not isinstance(value, bool)
    )
    return "; ".join(numbers) or "by its words"


def _number(base: Fraction, bound: Bound) -> str:
    value = (base - bound.offset) / bound.factor
    whole = value.denominator == 1
    told = str(value.numerator) if whole else f"{float(value):.{DIGITS}g}"
    return f"{told} {bound.unit}".strip()


def _reason(told: Comparison, assumed: list[str]) -> str:
    """Say in a few words what the relation rests on."""
    left, right = told.left_within, told.right_within
    said = {True: "within", False: "not within", None: "perhaps within"}
    both = f"left is {said[left.holds]} right, right is {said[right.holds]} left"
    return f"{both}; terms taken as those of the regime: {', '.join(assumed)}" if assumed else both


def _words(name: str) -> str:
    words = name.removeprefix(OPAQUE).split()
    return " ".join(words[:12]) + (" …" if len(words) > 12 else "")
