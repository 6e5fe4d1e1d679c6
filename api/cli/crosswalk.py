"""`comity crosswalk`: which paragraphs of one list correspond to which of another."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import Annotated

import typer

from api.cli.options import Format, Known, ReleaseKey, Valid, at, store
from api.cli.table import show
from graph.answers.asof import state_of
from graph.answers.crosswalk import mappings, sheet
from graph.answers.resolve import resolve
from graph.derive.crosswalk.sssom import lines

COLUMNS = (
    "subject", "predicate", "set_relation", "object", "confidence", "rank", "review", "reasons", "subject_version",
    "object_version",
)  # fmt: skip


class Written(StrEnum):
    """How mappings are written."""

    TABLE = "table"
    TSV = "tsv"
    JSON = "json"
    JSONL = "jsonl"
    SSSOM = "sssom"


def run(
    one: Annotated[str, typer.Option("--from", metavar="LIST", help="list key; LIST@DAY too")],
    other: Annotated[str, typer.Option("--to", metavar="LIST", help="list key; LIST@DAY too")],
    item: Annotated[str, typer.Option("--item", help="one paragraph of the first list only")] = "",
    top: Annotated[int, typer.Option("--top", min=1, help="counterparts of each, at most")] = 5,
    valid: Valid = "",
    known: Known = "",
    release: ReleaseKey = "",
    form: Annotated[
        Written | None,
        typer.Option("--format", help="default: a table on a terminal, TSV when piped; also sssom"),
    ] = None,
) -> None:
    """Say for every paragraph of a list what corresponds to it in another, or that nothing does."""
    graph = store(release)
    (key, days), (other_key, other_days) = at(one, valid, known), at(other, valid, known)
    ours, theirs = state_of(graph, key, days), state_of(graph, other_key, other_days)
    wanted = resolve(graph, ours, item).item.notation if item else ""
    found = [
        m
        for m in mappings(graph, ours, theirs)
        if m.rank <= top and (not wanted or m.subject == wanted)
    ]
    found.sort(key=lambda m: (m.subject, m.rank, m.object))
    sides = sheet(graph, ours), sheet(graph, theirs)
    if form is Written.SSSOM:
        sys.stdout.writelines(f"{line}\n" for line in lines(found, *sides))
        return
    rows = [
        (
            m.subject, m.predicate, m.set_relation, m.object, f"{m.confidence:.3f}", str(m.rank), m.review,
            "; ".join((*m.reasons, *(f"modulo {term}" for term in m.modulo))), sides[0].version, sides[1].version,
        )
        for m in found
    ]  # fmt: skip
    show(COLUMNS, rows, Format(form) if form else None)
