"""`comity classify`: what stated facts about a thing come to in every list, and the question to ask next."""

from __future__ import annotations

from typing import Annotated

import typer

from api.cli.options import Known, Output, ReleaseKey, Valid, as_of, store
from api.cli.table import show
from graph.answers.classify import EXPECTED, Classification, classified

COLUMNS = ("list", "notation", "verdict", "deciding_question", "facts_used", "reason", "confidence", "label", "determinacy", "currency", "citation", "text_of")  # fmt: skip


def run(
    lists: Annotated[
        str,
        typer.Option("--list", help="keys of lists, parted by commas; default all that are read"),
    ] = "",
    fact: Annotated[list[str] | None, typer.Option("--fact", help=EXPECTED)] = None,
    text: Annotated[str, typer.Option("--text", help="words that describe the thing")] = "",
    valid: Valid = "",
    known: Known = "",
    release: ReleaseKey = "",
    form: Output = None,
) -> None:
    """Say which positions control a thing, which do not, and on which question the rest depends."""
    keys = [key for key in lists.replace(",", " ").split() if key]
    found = classified(store(release), keys, fact or [], text, as_of(valid, known))
    show(COLUMNS, map(cells, found), form)


def cells(row: Classification) -> tuple[str, ...]:
    """Return one position as a row."""
    told = row.found
    return (
        row.list, row.notation, told.verdict, told.question, "; ".join(told.used), told.reason, row.confidence,
        row.label, row.determinacy, row.currency, row.citation, f"{row.list}{row.state.day}",
    )  # fmt: skip
