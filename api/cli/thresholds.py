"""`comity thresholds`: every limit of a list."""

from __future__ import annotations

from typing import Annotated

import typer

from api.cli.options import Known, Output, ReleaseKey, Valid, at, store
from api.cli.table import show
from graph.answers.asof import state_of
from graph.answers.limits import limit_lines

COLUMNS = (
    "paragraph", "parameter", "comparator", "value", "unit", "unit_ucum", "condition", "alt", "span",
)  # fmt: skip


def run(
    key: Annotated[
        str, typer.Argument(metavar="LIST", help="list key, such as us-ccl; LIST@DAY too")
    ],
    valid: Valid = "",
    known: Known = "",
    release: ReleaseKey = "",
    form: Output = None,
) -> None:
    """List every limit that the paragraphs and notes of a control list state; a range is two rows."""
    key, days = at(key, valid, known)
    graph = store(release)
    rows = [
        (
            one.where, one.parameter, one.comparator.value, one.value, one.unit, one.ucum, one.condition,
            str(int(one.alternative)), one.span,
        )
        for one in limit_lines(graph, state_of(graph, key, days))
    ]  # fmt: skip
    show(COLUMNS, rows, form)
