"""`comity ask`: a question of DOMAIN.md 3 by its number."""

from __future__ import annotations

from typing import Annotated

import typer

from api.cli.options import Known, Output, ReleaseKey, Valid, as_of, store
from api.cli.table import show
from graph.answers.ask import QUESTIONS, SHARED, ask, cells_of
from graph.errors import UnreadableItem


def run(
    number: Annotated[
        int | None, typer.Argument(metavar="N", help="number of the question; none lists them")
    ] = None,
    param: Annotated[
        list[str] | None, typer.Option("--param", help="NAME=VALUE, as often as needed")
    ] = None,
    valid: Valid = "",
    known: Known = "",
    release: ReleaseKey = "",
    form: Output = None,
) -> None:
    """Answer one question with its determinacy, its currency and its citations."""
    if number is None:
        listed = [
            (str(n), asked.text, " ".join(asked.needs), " ".join(asked.takes))
            for n, asked in QUESTIONS.items()
        ]
        show(("number", "question", "needs", "takes"), listed, form)
        return
    given = dict(map(_pair, param or ()))
    rows = ask(store(release), number, given, as_of(valid, known))
    asked = QUESTIONS[number]
    columns = (*asked.columns, *SHARED)
    show(columns, [cells_of(row, asked) for row in rows], form, asked.text)


def _pair(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals:
        raise UnreadableItem(text, "NAME=VALUE")
    return name, value
