"""Gaps between the items of two lists: coverage and thresholds. The seam where they come in."""

from __future__ import annotations

from graph.answers.asof import AsOf
from graph.model.gap import Gap
from graph.store import GraphStore


def list_gaps(store: GraphStore, list_a: str, list_b: str, as_of: AsOf) -> tuple[Gap, ...]:
    """Return what one list controls and the other does not, or controls from another threshold on."""
    return ()
