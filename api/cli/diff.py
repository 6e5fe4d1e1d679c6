"""`comity diff`: what differs between two states of a list."""

from __future__ import annotations

from typing import Annotated

import typer

from api.cli.options import Known, Output, ReleaseKey, at, store
from api.cli.table import show
from graph.answers.asof import state_of
from graph.answers.diff import diff
from graph.errors import UnreadableItem

COLUMNS = ("notation", "change", "part", "before", "after", "relation")


def run(
    before: Annotated[
        str, typer.Argument(metavar="LIST@DAY", help="such as eu-annex-i@2021-09-09")
    ],
    after: Annotated[str, typer.Argument(metavar="LIST@DAY", help="a later day of the same list")],
    known: Known = "",
    release: ReleaseKey = "",
    form: Output = None,
) -> None:
    """Say what differs between two states of a list: added, removed, changed, moved, typographic only."""
    graph = store(release)
    (key, on), (other, later) = at(before, "", known), at(after, "", known)
    if key != other:
        raise UnreadableItem(after, f"a state of {key}: two lists are compared by `comity compare`")
    found = diff(graph, state_of(graph, key, on), state_of(graph, key, later))
    # which of two thresholds is stricter is not computed yet
    show(COLUMNS, [(d.notation, d.change, d.part, d.before, d.after, "") for d in found], form)
    if found:
        raise typer.Exit(1)
