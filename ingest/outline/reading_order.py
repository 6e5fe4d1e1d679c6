"""The order in which a person reads a page, where the document holds its rows in another one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from ingest.sources.pdf import Row

_UP = 8.0
"""Points: print that goes up by more is not in reading order; less is an exponent."""

_ONE_ROW = 3.0
"""Points: baselines that are less apart are one row of print."""


def read_down(page: Sequence[Row]) -> list[Row]:
    """Return the rows of one page from top to bottom, those on one baseline from left to right.

    Shape:   the order of the document where print never goes up.
    """
    rows = list(page)
    if not any(below.y - above.y > _UP for above, below in pairwise(rows)):
        return rows
    down = sorted(rows, key=lambda row: -row.y)
    lines: list[list[Row]] = []
    for row in down:
        if lines and lines[-1][0].y - row.y <= _ONE_ROW:
            lines[-1].append(row)
        else:
            lines.append([row])
    return [row for line in lines for row in sorted(line, key=lambda row: row.x)]
