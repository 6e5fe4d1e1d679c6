"""`comity references`: what a list mentions."""

from __future__ import annotations

from typing import Annotated

import typer

from api.cli.options import Known, Output, ReleaseKey, Valid, at, store
from api.cli.table import show
from graph.answers.asof import state_of
from graph.answers.limits import reference_lines

COLUMNS = ("paragraph", "as_written", "target_list", "target", "kind", "resolved")


def run(
    key: Annotated[
        str, typer.Argument(metavar="LIST", help="list key, such as us-ccl; LIST@DAY too")
    ],
    valid: Valid = "",
    known: Known = "",
    release: ReleaseKey = "",
    form: Output = None,
) -> None:
    """List every reference that the paragraphs and notes of a control list make; a range is a row for each target."""
    key, days = at(key, valid, known)
    graph = store(release)
    rows = [
        (one.where, one.as_written, one.target_list, one.target, one.kind, str(int(one.resolved)))
        for one in reference_lines(graph, state_of(graph, key, days))
    ]
    show(COLUMNS, rows, form)
