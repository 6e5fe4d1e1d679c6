"""`comity compare`: who controls more, two positions at a time or a table of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

import click
import typer

from api.cli.batch import Batch, Out, answer_rows
from api.cli.options import Known, Output, ReleaseKey, Valid, at, store
from api.cli.table import show
from graph.answers.asof import Determinacy, state_of
from graph.answers.compare import compared
from graph.logic.relation import Relation
from graph.store import GraphStore

WANTED = ("id", "a_list", "a_paragraph", "b_list", "b_paragraph")
ADDED = ("relation", "determinacy", "boundary_only", "witness_a", "witness_b", "reason", "modulo")

_Side = Annotated[str, typer.Argument(help="list key, perhaps with its day: eu-annex-i@2025-11-15")]
_Place = Annotated[str, typer.Argument(help="notation in any usual spelling")]


def run(
    list_a: _Side = "",
    notation_a: _Place = "",
    list_b: _Side = "",
    notation_b: _Place = "",
    batch: Batch = None,
    out: Out = None,
    valid: Valid = "",
    known: Known = "",
    release: ReleaseKey = "",
    form: Output = None,
) -> None:
    """Compare what two positions control: relation, witness, and what it is modulo."""
    if (batch is None) != (out is None) or (batch is None) != bool(notation_b):
        raise click.UsageError("give LIST_A NOTATION LIST_B NOTATION, or --batch and --out")
    graph = store(release)
    if batch is not None and out is not None:
        answer_rows(batch, out, WANTED, lambda cells: _answer(graph, cells, valid, known), _refused)
        return
    given = dict(zip(WANTED[1:], (list_a, notation_a, list_b, notation_b), strict=True))
    told = given | _answer(graph, given, valid, known)
    show(tuple(told), [tuple(told.values())], form)


def _refused(reason: str) -> dict[str, str]:
    unknown = {"relation": Relation.UNKNOWN, "determinacy": Determinacy.UNKNOWN, "reason": reason}
    return dict.fromkeys(ADDED, "") | unknown


def _answer(graph: GraphStore, cells: Mapping[str, str], valid: str, known: str) -> dict[str, str]:
    sides = []
    for side in ("a", "b"):
        key, days = at(cells[f"{side}_list"], valid, known)
        sides.append((state_of(graph, key, days), cells[f"{side}_paragraph"]))
    found = compared(graph, sides[0], sides[1])
    return {
        "relation": found.relation,
        "determinacy": found.determinacy,
        "boundary_only": str(int(found.boundary_only)),
        "witness_a": found.witness_a,
        "witness_b": found.witness_b,
        "reason": found.reason,
        "modulo": " | ".join(found.modulo),
    }
