"""Candidates between two lists, and what speaks for each of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from graph.derive.crosswalk.features import Bag, Parts, alike, bags, blended, parts, weights
from graph.derive.crosswalk.lineage import Numbering, Place
from graph.derive.crosswalk.sheet import Sheet
from graph.derive.crosswalk.vectors import (
    NARROW,
    WIDE,
    Matrix,
    Places,
    Weights,
    matrix,
    products,
    rowwise,
)

NEAREST = 20
"""Candidates for each thing, on both sides, by words."""

BLIND = ("words", "path", "below", "around", "notes", "letters", "limits", "limits_differ", "chemicals", "chemicals_differ",
         "sorts_differ", "mentions", "lead", "lead_back")  # fmt: skip
"""Signals that see no code of the two things themselves."""

_CHANNELS = {
    "own": "words",
    "path": "path",
    "below": "below",
    "around": "around",
    "notes": "notes",
    "letters": "letters",
}
"""Parts of a thing, and the signal that says how alike they are."""


@dataclass(frozen=True)
class Candidates:
    """Pairs of things, with the strength of each signal."""

    rows: Places
    """Place of the thing of the left list among its things."""

    columns: Places
    signals: Mapping[str, Matrix]
    """Name of a signal to its strength for each pair."""

    numbered: Mapping[tuple[int, int], tuple[Place, Place]]
    """Pairs that stand at the same place of one family."""

    def __len__(self) -> int:
        return len(self.rows)


@dataclass(frozen=True, eq=False)
class Side:
    """One list made ready to be matched with any other."""

    sheet: Sheet
    parts: tuple[Parts, ...]
    blend: Matrix
    channels: Mapping[str, Matrix]
    """Signal to one row a thing."""


def side(sheet: Sheet) -> Side:
    """Return a list ready to be matched; words count by how rare they are in it."""
    told = tuple(parts(sheet))
    weight = weights(told).table()
    bagged = {name: bags(told, name, weight) for name in _CHANNELS}
    channels = {signal: matrix(bagged[name], NARROW) for name, signal in _CHANNELS.items()}
    return Side(sheet, told, matrix(_blends(bagged), WIDE), channels)


def candidates(one: Side, other: Side, numbering: Numbering, *, blind: bool = False) -> Candidates:
    """Return the pairs worth looking at; ``blind`` leaves out whatever reads the number of a thing.

    Shape:   sorted by row and column; the same pairs whichever of the lists is on the left.
    """
    left, right = one.sheet, other.sheet
    near = products(one.blend, other.blend)
    numbered = {} if blind else _numbered(left, right, numbering)
    pairs = _nearest(near) | _sharing(one.parts, other.parts) | numbered.keys()
    ordered = sorted(pairs)
    rows = np.array([row for row, _ in ordered], dtype=np.intp)
    columns = np.array([column for _, column in ordered], dtype=np.intp)
    signals = {
        signal: rowwise(one.channels[signal], other.channels[signal], rows, columns)
        for signal in _CHANNELS.values()
    }
    signals |= _sets(one.parts, other.parts, ordered)
    signals["mentions"] = _column(
        float(_mentions(left, row, right, column) or _mentions(right, column, left, row))
        for row, column in ordered
    )
    mapped = [_mapped(sheet, numbering) for sheet in (left, right)]
    signals["references"] = _column(
        alike(mapped[0][row], mapped[1][column], {}) for row, column in ordered
    )
    blend = near[rows, columns] if len(rows) else np.zeros(0, dtype=np.float32)
    signals["lead"], signals["lead_back"] = lead(blend, rows), lead(blend, columns)
    return Candidates(rows, columns, signals, numbered)


def _mentions(one: Sheet, row: int, other: Sheet, column: int) -> bool:
    return f"{other.key}:{other.things[column].notation}" in one.things[row].mentions


def _mapped(sheet: Sheet, numbering: Numbering) -> list[frozenset[str]]:
    """Return the places in families of what each thing and its conditions mention in their own list."""
    found = []
    for node in sheet.things:
        told = {mention for one in sheet.lifted(node) for mention in one.mentions}
        named = (mention.partition(":") for mention in told)
        places = (numbering.place(sheet.key, name) for key, _, name in named if key == sheet.key)
        found.append(frozenset(f"{place.family} {place.place}" for place in places if place))
    return found


def lead(score: Matrix, groups: Places) -> Matrix:
    """Return by how much each score is above the best other one of its group; below zero for all but the best."""
    best: dict[int, tuple[float, float]] = {}
    for group, value in zip(groups.tolist(), score.tolist(), strict=True):
        first, second = best.get(group, (0.0, 0.0))
        best[group] = (value, first) if value > first else (first, max(second, value))
    return _column(
        value - (best[group][1] if value == best[group][0] else best[group][0])
        for group, value in zip(groups.tolist(), score.tolist(), strict=True)
    )


def _nearest(near: Matrix) -> set[tuple[int, int]]:
    found: set[tuple[int, int]] = set()
    for turned, scores in ((False, near), (True, near.T)):
        count = min(NEAREST, scores.shape[1])
        if not count:
            continue
        for row, score in enumerate(scores):
            order = np.argsort(-score, kind="stable")[:count]
            held = (int(column) for column in order if score[column] > 0)
            found.update((column, row) if turned else (row, column) for column in held)
    return found


def _sharing(ours: Sequence[Parts], theirs: Sequence[Parts]) -> set[tuple[int, int]]:
    """Return pairs with a chemical number in common."""
    held: dict[str, list[int]] = {}
    for column, part in enumerate(theirs):
        for number in part.chemicals:
            held.setdefault(number, []).append(column)
    return {
        (row, column)
        for row, part in enumerate(ours)
        for number in part.chemicals
        for column in held.get(number, ())[:NEAREST]
    }


def _numbered(
    left: Sheet, right: Sheet, numbering: Numbering
) -> dict[tuple[int, int], tuple[Place, Place]]:
    there = numbering.places(right.key, right.index)
    by_place = {(place.family, place.place): notation for notation, place in there.items()}
    found = {}
    for notation, place in numbering.places(left.key, left.index).items():
        if (other := by_place.get((place.family, place.place))) is not None:
            found[left.index[notation], right.index[other]] = (place, there[other])
    return found


def _blends(told: Mapping[str, Sequence[Bag]]) -> list[Bag]:
    return [
        blended(dict(zip(told, each, strict=True))) for each in zip(*told.values(), strict=True)
    ]


def _sets(
    ours: Sequence[Parts], theirs: Sequence[Parts], pairs: Sequence[tuple[int, int]]
) -> dict[str, Matrix]:
    weight = Weights(part.bounds for part in (*ours, *theirs)).table()
    limits = [alike(ours[r].bounds, theirs[c].bounds, weight) for r, c in pairs]
    chemicals = [alike(ours[r].chemicals, theirs[c].chemicals, {}) for r, c in pairs]
    return {
        "limits": _column(limits),
        "limits_differ": _column(
            float(bool(ours[r].bounds or theirs[c].bounds) and not found)
            for (r, c), found in zip(pairs, limits, strict=True)
        ),
        "chemicals": _column(chemicals),
        "sorts_differ": _column(float(ours[r].sort != theirs[c].sort) for r, c in pairs),
        "chemicals_differ": _column(
            float(bool(ours[r].chemicals and theirs[c].chemicals) and not found)
            for (r, c), found in zip(pairs, chemicals, strict=True)
        ),
    }


def _column(values: Iterable[float]) -> Matrix:
    return np.fromiter(values, dtype=np.float32)
