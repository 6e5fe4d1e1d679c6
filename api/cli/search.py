"""`comity search`: positions by code or by words."""

from __future__ import annotations

from typing import Annotated

import typer

from api.cli.options import Known, Output, ReleaseKey, Valid, as_of, release, store
from api.cli.table import show
from graph.answers.search import search
from graph.store.search import SearchIndex

MOST = 200

COLUMNS = ("list", "notation", "kind", "found_by", "label", "snippet", "currency", "determinacy")


def run(
    words: Annotated[str, typer.Argument(help="a notation in any spelling, or words")],
    key: Annotated[str, typer.Option("--list", help="search one list only")] = "",
    valid: Valid = "",
    known: Known = "",
    release_key: ReleaseKey = "",
    form: Output = None,
) -> None:
    """Find positions of control lists by code, then by words."""
    index = SearchIndex(release(release_key).search)
    found = search(
        store(release_key), index, words, as_of(valid, known), key=key or None, most=MOST
    )
    rows = [
        (
            hit.item.list, hit.item.notation, hit.kind, hit.found_by, hit.label or "", hit.snippet or "",
            hit.vintage.currency, hit.vintage.determinacy,
        )
        for hit in found
    ]  # fmt: skip
    show(COLUMNS, rows, form)
