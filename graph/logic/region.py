"""Regions of controlled things as trees of conditions; `search` decides what lies in them, never on a disjunctive normal form.

A leaf says that one dimension has a value in a set. Dimensions are parameters and phrases *after* alignment: two lists share one only where
a rule or a person has said that they are the same. Any values of different dimensions are taken to be possible together (DOMAIN.md 2.2).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from graph.logic.interval import Interval

Allowed = Interval | frozenset[bool]
Box = Mapping[str, Allowed]
"""Dimension to the values that are left; a dimension that is not there may have any."""

ANY_TRUTH = frozenset({True, False})


@dataclass(frozen=True, slots=True)
class Leaf:
    """A dimension has a value in a set."""

    dimension: str
    allowed: Allowed


@dataclass(frozen=True, slots=True)
class Of:
    """At least ``count`` of the parts hold: all of n is n, any is 1, true is 0 of none, false is 1 of none."""

    count: int
    parts: tuple[Tree, ...]


Tree = Leaf | Of
TRUE, FALSE = Of(0, ()), Of(1, ())


def leaf(dimension: str, allowed: Allowed) -> Tree:
    """Return a leaf; an empty set is false."""
    return FALSE if _is_empty(allowed) else Leaf(dimension, allowed)


def phrase(key: str) -> Tree:
    """Return the leaf of words that hold or do not hold, nobody can calculate which."""
    return Leaf(key, frozenset({True}))


def every(parts: Iterable[Tree]) -> Of:
    """All parts hold."""
    told = tuple(parts)
    return Of(len(told), told)


def some(parts: Iterable[Tree]) -> Of:
    """One part holds."""
    return Of(1, tuple(parts))


def negated(tree: Tree) -> Tree:
    """Return what holds where a tree does not; negation ends at the leaves."""
    if isinstance(tree, Of):
        return Of(len(tree.parts) - tree.count + 1, tuple(map(negated, tree.parts)))
    if isinstance(tree.allowed, Interval):
        return some(Leaf(tree.dimension, left) for left in Interval().without(tree.allowed))
    return leaf(tree.dimension, ANY_TRUTH - tree.allowed)


def dimensions(tree: Tree) -> frozenset[str]:
    """Return every dimension that a tree constrains."""
    if isinstance(tree, Leaf):
        return frozenset({tree.dimension})
    return frozenset().union(*map(dimensions, tree.parts))


def holds(tree: Tree, point: Mapping[str, Fraction | bool]) -> bool:
    """Say whether a point, which has a value for every dimension, lies in a region."""
    if isinstance(tree, Of):
        return sum(holds(part, point) for part in tree.parts) >= tree.count
    value = point[tree.dimension]
    if isinstance(tree.allowed, Interval):
        return Fraction(value) in tree.allowed
    return value in tree.allowed


def point_of(box: Box) -> dict[str, Fraction | bool]:
    """Return one point of a box."""
    return {
        name: allowed.sample() if isinstance(allowed, Interval) else max(allowed)
        for name, allowed in sorted(box.items())
    }


def reduce(tree: Tree, box: Box) -> Tree | bool:
    """Return what is left to satisfy within a box: nothing (true), the impossible (false), or a smaller tree.

    >>> short = leaf("length", Interval(high=Fraction(5)))
    >>> [reduce(short, {"length": Interval(low=Fraction(n), high=Fraction(n + 1))}) for n in (3, 5)]
    [True, False]
    """
    if isinstance(tree, Leaf):
        now = box.get(tree.dimension)
        if _is_empty(_meet(now, tree.allowed)):
            return False
        return True if now is not None and _within(now, tree.allowed) else tree
    wanted, rest = tree.count, list[Tree]()
    for part in tree.parts:
        reduced = reduce(part, box)
        if reduced is True:
            wanted -= 1
        elif reduced is not False:
            rest.append(reduced)
        if wanted <= 0:
            return True
    if len(rest) < wanted:
        return False
    return rest[0] if len(rest) == 1 else Of(wanted, tuple(rest))


def _meet(now: Allowed | None, allowed: Allowed) -> Allowed:
    if now is None:
        return allowed
    if isinstance(now, Interval) and isinstance(allowed, Interval):
        return now & allowed
    assert not isinstance(now, Interval)  # noqa: S101  a dimension is numeric or not, in every leaf
    assert not isinstance(allowed, Interval)  # noqa: S101  as above
    return now & allowed


def _within(now: Allowed, allowed: Allowed) -> bool:
    if isinstance(now, Interval):
        return isinstance(allowed, Interval) and now.within(allowed)
    return not isinstance(allowed, Interval) and now <= allowed


def _is_empty(allowed: Allowed) -> bool:
    return allowed.is_empty if isinstance(allowed, Interval) else not allowed


def leaves(tree: Tree) -> Iterator[Leaf]:
    """Yield every leaf of a tree, left to right."""
    if isinstance(tree, Leaf):
        yield tree
    else:
        for part in tree.parts:
            yield from leaves(part)
