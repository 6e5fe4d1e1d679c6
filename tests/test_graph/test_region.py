"""Regions against brute force: the grid holds a point in every part that ends at whole numbers can make."""

from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.logic.interval import Interval
from graph.logic.region import (
    FALSE,
    TRUE,
    Of,
    Tree,
    dimensions,
    every,
    holds,
    leaf,
    leaves,
    negated,
    phrase,
    point_of,
    some,
)
from graph.logic.relation import OPAQUE, Relation, compare, implies
from graph.logic.search import TooComplex, find
from graph.model.limit import Comparator

NUMBERS, WORDS = ("mass", "speed"), ("steel", f"{OPAQUE}toy")
GRID = [Fraction(n, 2) for n in range(-1, 10)]
POINTS: list[dict[str, Fraction | bool]] = [
    dict(zip((*NUMBERS, *WORDS), point, strict=True))
    for point in product(GRID, GRID, (True, False), (True, False))
]


def limit(dimension: str, sign: str, value: object) -> Tree:
    return leaf(dimension, Interval.of(Comparator(sign), Fraction(str(value))))


limits = st.builds(
    limit, st.sampled_from(NUMBERS), st.sampled_from(["<", "<=", "=", ">=", ">"]), st.integers(0, 4)
)
words = st.sampled_from(WORDS).map(phrase)


def _of(parts: list[Tree]) -> st.SearchStrategy[Tree]:
    return st.integers(0, len(parts) + 1).map(lambda count: Of(count, tuple(parts)))


trees = st.recursive(
    limits | words | words.map(negated),
    lambda below: st.lists(below, max_size=4).flatmap(_of) | below.map(negated),
    max_leaves=8,
)


def inside(tree: Tree) -> list[bool]:
    return [holds(tree, point) for point in POINTS]


@given(trees)
@settings(max_examples=200, deadline=None)
def test_a_region_is_empty_exactly_where_no_point_lies_in_it(tree: Tree) -> None:
    box = find(tree)
    assert (box is not None) == any(inside(tree))
    if box is not None:
        assert holds(tree, POINTS[0] | point_of(box))


@given(trees)
@settings(max_examples=100, deadline=None)
def test_negation_turns_every_point(tree: Tree) -> None:
    assert inside(negated(tree)) == [not value for value in inside(tree)]
    assert dimensions(negated(tree)) <= dimensions(tree)


@given(trees, trees)
@settings(max_examples=200, deadline=None)
def test_containment_is_what_brute_force_says_and_open_words_are_never_decided_against_it(
    left: Tree, right: Tree
) -> None:
    verdict = implies(left, right)
    outside = [a and not b for a, b in zip(inside(left), inside(right), strict=True)]
    if verdict.holds is True:
        assert not any(outside)
    elif verdict.holds is False:
        assert any(outside)
        assert verdict.witness is not None
        witness = POINTS[0] | dict(verdict.witness)
        assert holds(left, witness)
        assert not holds(right, witness)
    else:
        assert verdict.open


@given(trees, trees)
@settings(max_examples=100, deadline=None)
def test_comparing_the_other_way_round_turns_the_relation(left: Tree, right: Tree) -> None:
    turned = {
        Relation.STRICTER: Relation.LOOSER,
        Relation.LOOSER: Relation.STRICTER,
        Relation.STRICTER_OR_EQUAL: Relation.LOOSER_OR_EQUAL,
        Relation.LOOSER_OR_EQUAL: Relation.STRICTER_OR_EQUAL,
    }
    there, back = compare(left, right).relation, compare(right, left).relation
    assert back is turned.get(there, there)


@given(trees)
@settings(max_examples=50, deadline=None)
def test_everything_equals_itself(tree: Tree) -> None:
    assert compare(tree, tree).relation is Relation.EQUAL


CASES = [
    (limit("mass", ">=", 5), limit("mass", ">", 5), Relation.STRICTER),
    (limit("mass", "<", 5), limit("mass", "<=", 7), Relation.LOOSER),
    (limit("mass", "<", 5), limit("mass", ">", 7), Relation.DISJOINT),
    (limit("mass", "<", 5), limit("speed", ">", 7), Relation.INCOMPARABLE),
    (limit("mass", "<", 5), limit("mass", ">", 3), Relation.OVERLAP),
    (every((limit("mass", ">", 5), phrase(f"{OPAQUE}toy"))), limit("mass", ">", 5), Relation.LOOSER_OR_EQUAL),
    (phrase(f"{OPAQUE}toy"), phrase(f"{OPAQUE}kite"), Relation.UNKNOWN),
    # no box of the right side holds the left side alone, both together do
    (limit("mass", ">", 0), some((limit("mass", "<", 5), limit("mass", ">=", 5))), Relation.LOOSER),
]  # fmt: skip


@pytest.mark.parametrize(("left", "right", "relation"), CASES)
def test_relations(left: Tree, right: Tree, relation: Relation) -> None:
    assert compare(left, right).relation is relation


def chip(*parts: Tree) -> Tree:
    """What a chip for a data centre must reach, as 3A090.a says it, less what its second note releases."""
    reached = some(
        (
            limit("performance", ">=", 4800),
            every((limit("performance", ">=", 1600), limit("density", ">=", "5.92"))),
        )
    )
    return every((reached, *parts))


def test_a_union_entry_lies_strictly_within_the_american_one() -> None:
    union = limit("performance", ">=", 6000)
    found = compare(chip(), union)
    assert found.relation is Relation.STRICTER
    assert found.left_within.witness is not None
    performance = found.left_within.witness["performance"]
    assert isinstance(performance, Fraction)
    assert performance < 6000


def notes(count: int, number: int = 3) -> Tree:
    """Things of which notes take some out, each by conditions of its own."""
    released = some(
        every(limit(f"d{note}-{one}", ">", one) for one in range(number)) for note in range(count)
    )
    return every((limit("mass", ">", 1), negated(released)))


def test_many_notes_are_decided_without_multiplying_them_out() -> None:
    assert compare(notes(12), notes(12)).relation is Relation.EQUAL
    assert compare(notes(12), notes(11)).relation is Relation.LOOSER


def test_a_spent_budget_is_an_answer() -> None:
    with pytest.raises(TooComplex):
        find(notes(12), budget=0)
    verdict = implies(notes(3), notes(4), budget=1)
    assert (verdict.holds, verdict.too_complex) == (None, True)


def test_true_false_and_leaves() -> None:
    assert find(TRUE) == {}
    assert find(FALSE) is None
    assert (
        leaf(
            "mass",
            Interval.of(Comparator.LESS, Fraction(1)) & Interval.of(Comparator.MORE, Fraction(2)),
        )
        == FALSE
    )
    assert [one.dimension for one in leaves(every((phrase("a"), some((phrase("b"),)))))] == [
        "a",
        "b",
    ]


@given(st.lists(st.builds(lambda s, v: Interval.of(Comparator(s), Fraction(v)), st.sampled_from(["<", "<=", "=", ">=", ">"]), st.integers(0, 4)), min_size=2, max_size=2))  # fmt: skip
def test_intervals_take_out_and_meet_as_sets_do(pair: list[Interval]) -> None:
    one, other = pair
    for value in GRID:
        assert (value in one & other) == (value in one and value in other)
        left = any(value in part for part in one.without(other))
        assert left == (value in one and value not in other)
    if not one.is_empty:
        assert one.sample() in one
