"""`comity status`: the status of dated rules on a day."""

from __future__ import annotations

from typing import Annotated

import typer

from api.cli.options import Known, Output, ReleaseKey, as_of, store
from api.cli.table import show
from graph.answers.asked.calendar import status_of

COLUMNS = ("rule", "status", "posture", "confirmed", "since", "source")


def run(
    rule: Annotated[str, typer.Argument(help="key, or words of its name or citation")] = "",
    on: Annotated[str, typer.Option("--on", help="day, ISO 8601; default today")] = "",
    known: Known = "",
    release: ReleaseKey = "",
    form: Output = None,
) -> None:
    """Say which rules are suspended, about to end, or were to end and nothing confirms it."""
    found = status_of(store(release), rule, as_of(on, known))
    rows = [
        (
            told.rule,
            told.status,
            told.posture,
            "1" if told.confirmed else "0",
            told.since.isoformat() if told.since else "",
            told.fact.citation,
        )
        for told in found
    ]
    show(COLUMNS, sorted(rows), form)
