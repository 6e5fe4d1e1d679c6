"""Texts as vectors of whole numbers: products of such are exact, so that every machine gives the same bytes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from math import log
from zlib import crc32

import numpy as np
import numpy.typing as npt

Matrix = npt.NDArray[np.float32]
Places = npt.NDArray[np.intp]

WIDE, NARROW = 2048, 1024
"""Features are hashed to so many places: wide to find candidates, narrow to weigh them."""

LENGTH = 4000.0
"""Every vector has this length: a product stays below 2**24, up to where a float32 holds whole numbers."""

_UNITS = 1000
"""Weights are counted in thousandths: sums of whole numbers are exact in any order."""

_BLOCK = 4096


class Weights:
    """How rare each feature is among all texts of both lists."""

    def __init__(self, texts: Iterable[Iterable[str]]) -> None:
        held = [set(text) for text in texts]
        self._count = len(held)
        self._found = Counter(feature for text in held for feature in text)

    def of(self, feature: str) -> float:
        """Return the weight of a feature: the rarer the more."""
        return 1.0 + log((1 + self._count) / (1 + self._found[feature]))

    def table(self) -> Mapping[str, float]:
        """Return the weight of every feature."""
        return {feature: self.of(feature) for feature in self._found}


def matrix(texts: Sequence[Mapping[str, float]], width: int) -> Matrix:
    """Return one row a text: the weights of its features, hashed, of one length and whole.

    Shape:   ``len(texts)`` by ``width``; a text without features is a row of zeros.
    """
    distinct = {id(text): text for text in texts}
    order = {name: row for row, name in enumerate(distinct)}
    sizes = [len(text) for text in distinct.values()]
    rows = np.repeat(np.arange(len(distinct)), sizes)
    hashed = (_hash(feature) % width for text in distinct.values() for feature in text)
    columns = np.fromiter(hashed, dtype=np.intp, count=sum(sizes))
    told = (int(w * _UNITS) for text in distinct.values() for w in text.values())
    size = len(distinct) * width
    weights = np.fromiter(told, dtype=np.float64, count=sum(sizes))
    made = np.bincount(rows * width + columns, weights, size).reshape(len(distinct), width)
    lengths = np.sqrt(np.einsum("ij,ij->i", made, made))
    lengths[lengths == 0] = 1.0
    whole: Matrix = np.floor(made * (LENGTH / lengths)[:, None]).astype(np.float32)
    return whole[[order[id(text)] for text in texts]]


def products(left: Matrix, right: Matrix) -> Matrix:
    """Return how alike every row of one is to every row of the other, 0 to 1."""
    found: Matrix = left @ right.T
    found /= np.float32(LENGTH * LENGTH)
    return found


def rowwise(left: Matrix, right: Matrix, rows: Places, columns: Places) -> Matrix:
    """Return how alike the pairs are that ``rows`` and ``columns`` name."""
    found = np.empty(len(rows), dtype=np.float32)
    for start in range(0, len(rows), _BLOCK):
        part = slice(start, start + _BLOCK)
        found[part] = np.einsum("ij,ij->i", left[rows[part]], right[columns[part]])
    return found / np.float32(LENGTH * LENGTH)


@lru_cache(maxsize=500_000)
def _hash(feature: str) -> int:
    return crc32(feature.encode())
