"""The model: a logistic of named signals, whose weights lie in ``data/mappings/model.csv``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from graph.derive.crosswalk.sheet import Sheet
from graph.derive.crosswalk.signals import Candidates, lead
from graph.derive.crosswalk.vectors import Matrix

BIAS = "bias"
#: Signals of the second stage: what the first says of the pair, of its rivals, and of what stands above and below.
STRUCTURE = ("first", "above", "children", "rivals", "rivals_back")
_NEAR_ZERO = 1e-4


@dataclass(frozen=True, slots=True)
class Model:
    """Weights by stage and signal, and the confidence from which a link is of a kind."""

    words: Mapping[str, float]
    """First stage: what is seen of two things alone."""

    structure: Mapping[str, float]
    """Second stage."""

    numbered: float
    """What the same place in one family adds, in log odds."""

    referring: float
    """What the same references add, in log odds."""

    close: float
    """Confidence from which a pair is mainly the same control."""

    related: float
    """Confidence from which a pair is shown at all."""


def confidences(found: Candidates, left: Sheet, right: Sheet, model: Model) -> Matrix:
    """Return the confidence of each candidate, 0 to 1."""
    return _logistic(stage(structure(found, left, right, model), model.structure) + _numbers(found, model))  # fmt: skip


def structure(found: Candidates, left: Sheet, right: Sheet, model: Model) -> dict[str, Matrix]:
    """Return the signals of the second stage."""
    odds = stage(found.signals, model.words) + _numbers(found, model)
    first = _logistic(odds)
    rows, columns = found.rows.tolist(), found.columns.tolist()
    held = dict(zip(zip(rows, columns, strict=True), first.tolist(), strict=True))
    return {
        "first": odds,
        "above": _above(held, rows, columns, left, right),
        "children": _children(held, rows, columns, left, right),
        "rivals": lead(first, found.rows),
        "rivals_back": lead(first, found.columns),
    }


def stage(signals: Mapping[str, Matrix], weights: Mapping[str, float]) -> Matrix:
    """Return the log odds of one stage."""
    size = len(next(iter(signals.values())))
    total: Matrix = np.full(size, weights.get(BIAS, 0.0), dtype=np.float64).astype(np.float32)
    for name in sorted(weights.keys() - {BIAS}):
        if name in signals:
            total += np.float32(weights[name]) * signals[name]
    return total


def _numbers(found: Candidates, model: Model) -> Matrix:
    """Return what numbers say: the same place in a family, references to the same places."""
    pairs = zip(found.rows.tolist(), found.columns.tolist(), strict=True)
    placed = np.fromiter(
        (model.numbered if pair in found.numbered else 0.0 for pair in pairs), dtype=np.float32
    )
    total: Matrix = placed + np.float32(model.referring) * found.signals["references"]
    return total


def _above(
    held: Mapping[tuple[int, int], float], rows: list[int], columns: list[int], left: Sheet, right: Sheet
) -> Matrix:  # fmt: skip
    ours, theirs = _parents(left), _parents(right)
    return np.fromiter(
        (
            held.get((ours[r], theirs[c]), 0.0)
            if ours[r] >= 0 and theirs[c] >= 0
            else 0.5 * (ours[r] == theirs[c])
            for r, c in zip(rows, columns, strict=True)
        ),
        dtype=np.float32,
    )


def _parents(sheet: Sheet) -> list[int]:
    above = (sheet.thing_above(node) for node in sheet.things)
    return [sheet.index[node.notation] if node else -1 for node in above]


def _children(
    held: Mapping[tuple[int, int], float], rows: list[int], columns: list[int], left: Sheet, right: Sheet
) -> Matrix:  # fmt: skip
    """Return how well the things below two things correspond; a half where neither has any."""
    ours, theirs = _below(left), _below(right)
    found = []
    for r, c in zip(rows, columns, strict=True):
        mine, other = ours[r], theirs[c]
        if not mine and not other:
            found.append(0.5)
        elif not mine or not other:
            found.append(0.0)
        else:
            best = [max(held.get((m, o), 0.0) for o in other) for m in mine]
            found.append(sum(best) / max(len(mine), len(other)))
    return np.array(found, dtype=np.float32)


def _below(sheet: Sheet) -> list[list[int]]:
    return [[sheet.index[b.notation] for b in sheet.things_below(node)] for node in sheet.things]


def _logistic(odds: Matrix) -> Matrix:
    found: Matrix = (1.0 / (1.0 + np.exp(-odds.astype(np.float64)))).astype(np.float32)
    return found
