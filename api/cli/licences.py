"""`comity licences --batch`: which general licences, exceptions and permits cover items to destinations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated

import typer

from api.cli.batch import answer_rows
from api.cli.options import Known, ReleaseKey, at, store
from graph.answers.asof import AsOf, state_of
from graph.answers.licence_rules import LicenceHit, Standing, covers
from graph.answers.resolve import resolve
from graph.ids import Item
from graph.store import GraphStore

WANTED = ("id", "jurisdiction", "item", "destination", "valid")
ADDED = ("licences", "conditional", "why_not", "questions")


def run(
    batch: Annotated[
        Path, typer.Option("--batch", help="CSV with id, jurisdiction, item, destination, valid")
    ],
    out: Annotated[Path, typer.Option("--out", help="CSV to write: the same rows, answered")],
    known: Known = "",
    release: ReleaseKey = "",
) -> None:
    """Answer a table of questions: which instruments cover an item of a list to a destination on a day."""
    graph = store(release)
    answer_rows(batch, out, WANTED, lambda cells: _answer(graph, cells, known), _refused)


def _refused(reason: str) -> dict[str, str]:
    return dict.fromkeys(ADDED, "") | {"why_not": reason}


def _answer(graph: GraphStore, cells: Mapping[str, str], known: str) -> dict[str, str]:
    key, _, notation = cells["item"].partition(":")
    _, days = at(key, cells["valid"], known)
    item = _item(graph, key, notation, days)
    hits = covers(graph, cells["jurisdiction"], item, cells["destination"], days)
    reached = [hit for hit in hits if hit.standing in (Standing.AVAILABLE, Standing.CONDITIONAL)]
    return {
        "licences": ";".join(hit.instrument for hit in reached if hit.whole),
        "conditional": ";".join(hit.instrument for hit in reached if not hit.whole),
        "why_not": ";".join(_why_not(hits)),
        "questions": ";".join(dict.fromkeys(q for hit in reached for q in hit.questions)),
    }


def _item(graph: GraphStore, key: str, notation: str, days: AsOf) -> Item:
    """Return the position as the list writes it."""
    return resolve(graph, state_of(graph, key, days), notation).item


def _why_not(hits: tuple[LicenceHit, ...]) -> Iterator[str]:
    for hit in hits:
        if hit.standing in (Standing.FORECLOSED, Standing.OUT_OF_SCOPE):
            yield f"{hit.instrument}: {hit.reason}"
