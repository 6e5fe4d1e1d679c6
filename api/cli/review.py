"""`comity review`: mappings that a person accepts, refuses or changes, written to the set of both lists with who, when and why."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import click
import typer

from api.cli.options import Known, Output, ReleaseKey, Valid, as_of, store
from api.cli.table import show
from graph.answers.asof import AsOf, state_of
from graph.answers.review import Proposal, judgement, proposals
from graph.derive.crosswalk.judged import SetRow
from graph.store import GraphStore
from ingest.mapping_sets import read_set, write_set

COLUMNS = (
    "subject", "predicate", "set_relation", "object", "confidence", "depending", "reasons", "subject_label", "object_label",
)  # fmt: skip
_LEFT_OUT = "s"


def run(
    list_a: Annotated[str, typer.Argument(metavar="LIST_A", help="key of a list")],
    list_b: Annotated[str, typer.Argument(metavar="LIST_B", help="key of another list")],
    accept: Annotated[
        tuple[str, str] | None, typer.Option("--accept", help="SUBJECT OBJECT: they correspond; NONE for no counterpart")
    ] = None,
    refuse: Annotated[
        tuple[str, str] | None, typer.Option("--refuse", help="SUBJECT OBJECT: they do not correspond")
    ] = None,
    predicate: Annotated[str, typer.Option("--predicate", help="exactMatch, broadMatch, narrowMatch, closeMatch, relatedMatch")] = "",
    relation: Annotated[str, typer.Option("--relation", help="equal, subset, superset, intersects, none, unknown")] = "",
    by: Annotated[str, typer.Option("--by", help="name or role of who judges")] = "",
    why: Annotated[str, typer.Option("--why", help="reason, in own words")] = "",
    sets: Annotated[Path | None, typer.Option("--sets", help="folder of the sets; default data/mappings")] = None,
    top: Annotated[int, typer.Option("--top", help="how many proposals at the most")] = 50,
    valid: Valid = "",
    known: Known = "",
    release: ReleaseKey = "",
    form: Output = None,
) -> None:  # fmt: skip
    """Show what waits for a judgement, or write one; on a terminal with --by, ask for one after the other."""
    graph, days = store(release), as_of(valid, known)
    told = accept or refuse
    if told is None and not (by and form is None and sys.stdin.isatty()):
        show(COLUMNS, map(_cells, proposals(graph, list_a, list_b, days)[:top]), form)
        return
    if not by or (told is not None and not why):
        raise click.UsageError("a judgement has a name and a reason: give --by and --why")
    if told is None:
        _walk(graph, (list_a, list_b), days, (by, sets, top))
        return
    _write(graph, (list_a, list_b), days, told, (by, why, sets), (predicate, relation), refused=accept is None)  # fmt: skip


def _write(
    graph: GraphStore,
    lists: tuple[str, str],
    days: AsOf,
    pair: tuple[str, str],
    told: tuple[str, str, Path | None],
    as_what: tuple[str, str],
    *,
    refused: bool,
) -> None:  # fmt: skip
    by, why, folder = told
    turned = lists[0] > lists[1]
    first, second = reversed(lists) if turned else lists
    states = state_of(graph, first, days), state_of(graph, second, days)
    ordered = (pair[1], pair[0]) if turned else pair
    row = judgement(graph, states, ordered, refused=refused, as_what=as_what)
    held = {one.pair: one for one in read_set(first, second, folder)}
    eyes = _eyes(held.get(row.pair), row, by)
    today = datetime.now(UTC).date()
    held[row.pair] = replace(row, reviewers=eyes, reviewed_on=today, why=why)
    names = f"{first}{states[0].day}", f"{second}{states[1].day}"
    typer.echo(str(write_set(names, held.values(), folder)), err=True)


def _eyes(before: SetRow | None, row: SetRow, by: str) -> tuple[str, ...]:
    """Return who has judged so: another name beside the one that said the same is a second pair of eyes."""
    same = before is not None and (before.review, before.predicate, before.set_relation) == (
        row.review,
        row.predicate,
        row.set_relation,
    )
    return tuple(dict.fromkeys((*(before.reviewers if before is not None and same else ()), by)))


def _walk(graph: GraphStore, lists: tuple[str, str], days: AsOf, told: tuple[str, Path | None, int]) -> None:  # fmt: skip
    """Ask for a judgement on one proposal after the other."""
    by, folder, top = told
    for one in proposals(graph, *lists, days)[:top]:
        _show(one)
        answer = click.prompt("accept, refuse, skip, quit", type=click.Choice(["a", "r", _LEFT_OUT, "q"]), default=_LEFT_OUT)  # fmt: skip
        if answer == "q":
            return
        if answer != _LEFT_OUT:
            why = click.prompt("why")
            pair = one.link.subject, one.link.object
            _write(graph, lists, days, pair, (by, why, folder), ("", ""), refused=answer == "r")


def _show(one: Proposal) -> None:
    for side in (one.left, one.right):
        typer.echo(f"{side.item}: {side.words.quote or side.label or ''}")
    link = one.link
    typer.echo(f"{link.predicate}, {link.set_relation}, {link.confidence:.3f}; {one.depending} depend on it; {'; '.join(link.reasons)}")  # fmt: skip


def _cells(one: Proposal) -> Sequence[str]:
    link = one.link
    return (
        link.subject, link.predicate, link.set_relation, link.object, f"{link.confidence:.3f}", str(one.depending),
        "; ".join(link.reasons), one.left.label or "", one.right.label or "",
    )  # fmt: skip
