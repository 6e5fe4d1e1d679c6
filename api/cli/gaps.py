"""`comity gaps`: what one side has and the other has not."""

from __future__ import annotations

from typing import Annotated

import typer

from api.cli.options import Known, Output, ReleaseKey, Valid, as_of, store
from api.cli.table import show
from graph.answers.gaps.report import gaps_between
from graph.model.gap import COLUMNS


def run(
    list_a: Annotated[str, typer.Argument(metavar="LIST_A", help="key of a list")],
    list_b: Annotated[str, typer.Argument(metavar="LIST_B", help="key of another list")],
    kind: Annotated[str, typer.Option("--kind", help="kind of gap; default all")] = "",
    category: Annotated[
        str, typer.Option("--category", help="gaps of items below it, such as 3 or 3A")
    ] = "",
    valid: Valid = "",
    known: Known = "",
    release: ReleaseKey = "",
    form: Output = None,
) -> None:
    """Print the gaps between two lists and between the rules of their jurisdictions."""
    found = gaps_between(
        store(release), list_a, list_b, as_of(valid, known), kind=kind, category=category
    )
    show(COLUMNS, (gap.cells for gap in found), form)
