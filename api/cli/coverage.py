"""`comity coverage`: whether what a list controls is controlled by another one."""

from __future__ import annotations

from typing import Annotated

import typer

from api.cli.options import Known, Output, ReleaseKey, Valid, at, store
from api.cli.table import show
from graph.answers.asof import state_of
from graph.answers.coverage import coverage

COLUMNS = (
    "list", "paragraph", "other_list", "status", "by", "reason", "determinacy", "modulo",
)  # fmt: skip


def run(
    key: Annotated[
        str, typer.Argument(metavar="LIST", help="list key, such as us-ccl; LIST@DAY too")
    ],
    other: Annotated[str, typer.Option("--other", metavar="LIST", help="the other list")],
    valid: Valid = "",
    known: Known = "",
    release: ReleaseKey = "",
    form: Output = None,
) -> None:
    """Say for every paragraph of a list whether another list covers it, as far as mappings tell."""
    key, days = at(key, valid, known)
    other_key, other_days = at(other, valid, known)
    graph = store(release)
    found = coverage(graph, state_of(graph, key, days), state_of(graph, other_key, other_days), days)  # fmt: skip
    rows = sorted(
        (c.list, c.paragraph, c.other_list, c.status, c.by, c.reason, c.determinacy, ";".join(c.modulo))
        for c in found
    )  # fmt: skip
    show(COLUMNS, rows, form)
