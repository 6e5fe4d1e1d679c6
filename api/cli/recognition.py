"""`comity recognition`: who recognises whom, for all pairs or between two jurisdictions."""

from __future__ import annotations

from typing import Annotated

import typer

from api.cli.options import Known, Output, ReleaseKey, Valid, as_of, store
from api.cli.table import show
from graph.answers.asof import AsOf, state_of
from graph.answers.recognition import Pair, Recognition, matrix, recognition
from graph.answers.resolve import resolve
from graph.errors import UnreadableItem
from graph.ids import Item
from graph.store import GraphStore

MATRIX = ("a", "b", "status", "a_recognises_b_by", "b_recognises_a_by", "overlap", "citations")
BETWEEN = (
    "kind", "direction", "arrangement", "symmetry", "items", "conditions", "interval", "citation", "status", "open",
    "determinacy", "currency", "finding",
)  # fmt: skip


def run(
    a: Annotated[str, typer.Argument(metavar="J_A", help="jurisdiction, such as us")] = "",
    b: Annotated[str, typer.Argument(metavar="J_B", help="another jurisdiction")] = "",
    is_matrix: Annotated[bool, typer.Option("--matrix", help="every pair once")] = False,
    item: Annotated[str, typer.Option("--item", help="LIST:NOTATION: only what reaches it")] = "",
    kind: Annotated[str, typer.Option("--kind", help="kind of recognition")] = "",
    valid: Valid = "",
    known: Known = "",
    release: ReleaseKey = "",
    form: Output = None,
) -> None:
    """Say what jurisdictions accept of each other, one way or both, on which conditions."""
    days = as_of(valid, known)
    if is_matrix == bool(a and b):
        raise UnreadableItem(f"{a} {b}".strip(), "--matrix, or two jurisdictions")
    graph = store(release)
    if is_matrix:
        show(MATRIX, sorted(map(pair_cells, matrix(graph, days))), form)
        return
    found = recognition(
        graph, a, b, days, item=named_item(graph, item, days) if item else None, kind=kind
    )
    show(BETWEEN, sorted(map(between_cells, found)), form)


def named_item(graph: GraphStore, text: str, days: AsOf) -> Item:
    """Return the position as its list writes it."""
    wanted = Item.parse(text)
    return resolve(graph, state_of(graph, wanted.list, days), wanted.notation).item


def pair_cells(pair: Pair) -> tuple[str, ...]:
    """Return the cells of one pair."""
    by = "; ".join(pair.a_by), "; ".join(pair.b_by)
    return pair.a, pair.b, pair.status.value, *by, pair.overlap, " | ".join(pair.citations)


def between_cells(one: Recognition) -> tuple[str, ...]:
    """Return the cells of one act in one direction."""
    status = "lapsed mirror" if one.finding else "conditional" if one.open else "satisfied"
    return (
        one.kind,
        one.direction.value,
        one.act.text("arrangement"),
        one.symmetry.value,
        one.act.text("itemScope"),
        one.act.text("underCondition"),
        one.interval,
        one.act.citation,
        status,
        "; ".join(one.open),
        one.determinacy.value,
        one.currency.value,
        one.finding,
    )
