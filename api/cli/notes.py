"""`comity notes`: every note of a list."""

from __future__ import annotations

from typing import Annotated

import typer

from api.cli.options import Known, Output, ReleaseKey, Valid, at, store
from api.cli.table import show
from graph.answers.asof import state_of
from graph.answers.lists import note_lines

COLUMNS = ("note", "paragraph", "kind", "effect")


def run(
    key: Annotated[
        str, typer.Argument(metavar="LIST", help="list key, such as us-ccl; LIST@DAY too")
    ],
    valid: Valid = "",
    known: Known = "",
    release: ReleaseKey = "",
    form: Output = None,
) -> None:
    """List every note of a control list, with what it annotates and what it does."""
    key, days = at(key, valid, known)
    graph = store(release)
    found = note_lines(graph, state_of(graph, key, days))
    show(COLUMNS, [(note.notation, note.annotates, note.kind, note.effect) for note in found], form)
