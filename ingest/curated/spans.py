"""Dates of rows: possible, and for one thing never two at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import pairwise

from graph.errors import BadDataFile


def check_spans(rows: Iterable[tuple[int, Mapping[str, str]]], file: str) -> None:
    """Refuse a row that ends before it begins, and two memberships of one destination that overlap.

    Raises:
        BadDataFile: with file and line.
    """
    spans: dict[tuple[str, str], list[tuple[date, date, int]]] = {}
    for line, cells in rows:
        first = date.fromisoformat(cells.get("valid_from", date.min.isoformat()))
        end = date.fromisoformat(cells.get("valid_to", date.max.isoformat()))
        if first >= end:
            raise BadDataFile(file, f"line {line}", f"ends on {end}, begins on {first}")
        is_interval = "valid_from" in cells or "valid_to" in cells
        if "group" in cells and "destination" in cells and is_interval:
            key = cells["group"], cells["destination"]
            spans.setdefault(key, []).append((first, end, line))
    for held in spans.values():
        held.sort()
        for (_, end, one), (first, _, other) in pairwise(held):
            if first < end:
                raise BadDataFile(file, f"line {other}", f"overlaps line {one}")
