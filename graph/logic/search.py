"""Whether anything lies in a region: branch and bound over its tree, with the values of each dimension as bits of a whole number.

The ends of all limits on one dimension cut it into pieces (points, and what lies between two of them). A set of values is then a whole
number, and to meet, to lie within and to be empty are one step each. What is done in which order does not depend on that.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from graph.logic.interval import Interval
from graph.logic.region import Allowed, Box, Leaf, Of, Tree, leaves

BUDGET = 20_000
"""Steps after which a question counts as too complex: an answer of its own, never a guess."""

_FALSE, _TRUE = 1, 2
"""Bits of the two values of words."""


class TooComplex(Exception):
    """The budget is spent."""


@dataclass(frozen=True, slots=True, eq=False)
class _Node:
    """A leaf or a choice, as `region` has them, in whole numbers."""

    mask: int
    """One bit for each dimension that stands in it."""

    dimension: int = 0
    allowed: int = 0
    count: int = 0
    parts: tuple[_Node, ...] | None = None
    """``None`` for a leaf."""


_Bits = dict[int, int]
"""Dimension to the pieces that are left; a dimension that is not there may have any."""


class _Fuel:
    """What is left of a budget."""

    def __init__(self, steps: int) -> None:
        self.steps = steps

    def burn(self) -> None:
        self.steps -= 1
        if self.steps < 0:
            raise TooComplex


def find(tree: Tree, budget: int = BUDGET) -> Box | None:
    """Return a box within a region, ``None`` where the region is empty.

    Raises:
        TooComplex: the budget did not suffice.
    """
    pieces = _Pieces(tree)
    found = pieces.solve({}, [pieces.node(tree)], -1, _Fuel(budget))
    return None if found is None else {pieces.names[n]: pieces.values(n, bits) for n, bits in found.items()}  # fmt: skip


class _Pieces:
    """The dimensions of one tree, each cut at the ends of its limits."""

    def __init__(self, tree: Tree) -> None:
        ends: dict[str, set[Fraction] | None] = {}
        for one in leaves(tree):
            if isinstance(one.allowed, Interval):
                held = ends.setdefault(one.dimension, set())
                assert held is not None  # noqa: S101  a dimension is numeric or not, in every leaf
                held |= {end for end in (one.allowed.low, one.allowed.high) if end is not None}
            else:
                ends[one.dimension] = None
        self.names = list(ends)
        self._numbers = {name: n for n, name in enumerate(ends)}
        self._ends = [None if held is None else sorted(held) for held in ends.values()]
        self._at = [{end: n for n, end in enumerate(held or ())} for held in self._ends]
        self._full = [3 if e is None else (1 << (2 * len(e) + 1)) - 1 for e in self._ends]

    def node(self, tree: Tree) -> _Node:
        """Return a tree in whole numbers."""
        if isinstance(tree, Of):
            return _of(tree.count, tuple(map(self.node, tree.parts)))
        n = self._numbers[tree.dimension]
        return _Node(1 << n, n, self._bits(n, tree))

    def values(self, n: int, bits: int) -> Allowed:
        """Return the values that pieces in a row stand for."""
        ends = self._ends[n]
        if ends is None:
            return frozenset(
                {value for value, bit in ((False, _FALSE), (True, _TRUE)) if bits & bit}
            )
        first, last = (bits & -bits).bit_length() - 1, bits.bit_length() - 1
        low = first // 2 - (first % 2 == 0)
        high = last // 2
        return Interval(
            ends[low] if low >= 0 else None, first % 2 == 1,
            ends[high] if high < len(ends) else None, last % 2 == 1,
        )  # fmt: skip

    def solve(self, box: _Bits, goals: list[_Node], dirty: int, fuel: _Fuel, fresh: int = 0) -> _Bits | None:  # fmt: skip
        """Return pieces for which all goals hold; those after the first ``fresh`` have been looked at with this box."""
        narrowed = _propagated(dict(box), goals, dirty, fresh, fuel)
        if narrowed is None:
            return None
        box, choices = narrowed
        if not choices:
            return box
        # a choice among conjunctions first: it narrows most; in it, a leaf before a tree
        chosen = min(choices, key=_breadth)
        parts = _parts(chosen)
        number = next((i for i, part in enumerate(parts) if part.parts is None), 0)
        part, others = parts[number], parts[:number] + parts[number + 1 :]
        rest = [one for one in choices if one is not chosen]
        found = self.solve(box, [part, _of(chosen.count - 1, others), *rest], 0, fuel, 2)
        if found is not None:
            return found
        # it does not hold: the two halves are disjoint, nothing is searched twice
        return self.solve(box, [self._negated(part), _of(chosen.count, others), *rest], 0, fuel, 2)

    def _negated(self, node: _Node) -> _Node:
        if node.parts is not None:
            count = len(node.parts) - node.count + 1
            return _of(count, tuple(map(self._negated, node.parts)))
        n, left = node.dimension, self._full[node.dimension] & ~node.allowed
        if self._ends[n] is None:
            return _Node(node.mask, n, left) if left else _of(1, ())
        return _of(1, tuple(_Node(node.mask, n, run) for run in _runs(left)))

    def _bits(self, n: int, leaf: Leaf) -> int:
        allowed = leaf.allowed
        if not isinstance(allowed, Interval):
            return _FALSE * (False in allowed) + _TRUE * (True in allowed)
        if allowed.is_empty:
            return 0
        at, bits = self._at[n], self._full[n]
        if allowed.low is not None:
            bits &= -1 << (2 * at[allowed.low] + (1 if allowed.has_low else 2))
        if allowed.high is not None:
            bits &= (1 << (2 * at[allowed.high] + (2 if allowed.has_high else 1))) - 1
        return bits


def _of(count: int, parts: tuple[_Node, ...]) -> _Node:
    mask = 0
    for part in parts:
        mask |= part.mask
    return _Node(mask, 0, 0, count, parts)


def _runs(bits: int) -> Iterator[int]:
    """Yield the pieces that stand in a row, from below."""
    while bits:
        low = bits & -bits
        run = bits & ~(bits + low)
        yield run
        bits &= ~run


def _breadth(node: _Node) -> tuple[bool, int]:
    parts = _parts(node)
    return all(part.parts is None for part in parts), len(parts) - node.count


def _parts(node: _Node) -> tuple[_Node, ...]:
    assert node.parts is not None  # noqa: S101  only choices are left to be chosen from
    return node.parts


def _propagated(
    box: _Bits, goals: Sequence[_Node], dirty: int, fresh: int, fuel: _Fuel
) -> tuple[_Bits, list[_Node]] | None:
    """Let conjunctions fall apart and leaves narrow the box until only choices are left; ``None`` where nothing can hold.

    Shape:   what has no dimension that was narrowed since it was looked at is not looked at again.
    """
    moved, left = True, list(goals)
    while moved:
        fuel.burn()
        moved, before, left, narrowed = False, left, [], 0
        for place, goal in enumerate(before):
            reduced = _reduced(goal, box, -1 if place < fresh else dirty | narrowed)
            if reduced is False:
                return None
            if reduced is True:
                continue
            if reduced.parts is None:
                n = reduced.dimension
                box[n] = box[n] & reduced.allowed if n in box else reduced.allowed
                narrowed |= reduced.mask
                moved = True
            elif reduced.count == len(reduced.parts):
                left += reduced.parts
                moved = True
            else:
                left.append(reduced)
        dirty, fresh = narrowed, 0
    return box, left


def _reduced(node: _Node, box: _Bits, dirty: int) -> _Node | bool:
    """Return what is left to satisfy within a box: nothing (true), the impossible (false), or a smaller tree."""
    parts = node.parts
    if parts is None:
        now = box.get(node.dimension)
        if now is None:
            return node if node.allowed else False
        if not now & node.allowed:
            return False
        return node if now & ~node.allowed else True
    if not node.mask & dirty and dirty != -1:
        return node
    wanted, rest = node.count, list[_Node]()
    for part in parts:
        reduced = _reduced(part, box, dirty)
        if reduced is True:
            wanted -= 1
        elif reduced is not False:
            rest.append(reduced)
        if wanted <= 0:
            return True
    if len(rest) < wanted:
        return False
    return rest[0] if len(rest) == 1 else _of(wanted, tuple(rest))
