"""`comity show`: one position with everything that bears on it."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from api.cli.options import Format, Known, Output, ReleaseKey, Valid, at, store
from api.cli.table import plain, show_record
from graph.answers.candidates import same_code
from graph.answers.entries import entry


def run(
    key: Annotated[
        str, typer.Argument(metavar="LIST", help="list key, such as us-ccl; LIST@DAY too")
    ],
    notation: Annotated[str, typer.Argument(help="in any usual spelling: 3A001.b.4, 3a001(b)(4)")],
    valid: Valid = "",
    known: Known = "",
    release: ReleaseKey = "",
    form: Output = None,
) -> None:
    """Show what stands at one position, around it and about it, and where each line comes from."""
    key, days = at(key, valid, known)
    graph = store(release)
    answer = entry(graph, key, notation, days)
    if form in (None, Format.TABLE) and sys.stdout.isatty():
        # rich is slow to import and needed on a terminal only
        from api.cli.sheet import print_entry

        print_entry(answer, same_code(graph, answer.position.item, days))
        return
    candidates = same_code(graph, answer.position.item, days)
    told = plain(answer) | {"determinacy": answer.determinacy, "candidates": plain(candidates)}
    show_record(told)
