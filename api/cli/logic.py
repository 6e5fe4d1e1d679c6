"""`comity logic`: what a position controls, as an expression; or how everything in a list combines."""

from __future__ import annotations

from typing import Annotated

import typer

from api.cli.options import Known, Output, ReleaseKey, Valid, at, store
from api.cli.table import show
from graph.answers.asof import state_of
from graph.answers.logic import effective, flags
from graph.errors import UnreadableItem
from graph.logic.expression import AllOf, AnyOf, AtLeast, Expression, Not, Opaque, Threshold, walk
from graph.model.paragraph import Connective

FLAG_COLUMNS = ("paragraph", "flag", "k", "explicit")
COLUMNS = (
    "path", "node", "paragraph", "parameter", "comparator", "value", "unit", "condition", "label", "wording_hash",
)  # fmt: skip

_BLANK = ("",) * 8


def run(
    key: Annotated[
        str, typer.Argument(metavar="LIST", help="list key, such as us-ccl; LIST@DAY too")
    ],
    notation: Annotated[str, typer.Argument(metavar="NOTATION", help="a position of it")] = "",
    everything: Annotated[
        bool, typer.Option("--all", help="how what is below each position combines")
    ] = False,
    valid: Valid = "",
    known: Known = "",
    release: ReleaseKey = "",
    form: Output = None,
) -> None:
    """Draw the expression of what a position controls, or list the connectives of a whole list."""
    if everything == bool(notation):
        raise UnreadableItem(notation, "one NOTATION, or none with --all")
    key, days = at(key, valid, known)
    graph = store(release)
    state = state_of(graph, key, days)
    if everything:
        rows = [
            (where, flag.value, str(k or ""), str(int(stated and flag is not Connective.NONE)))
            for where, flag, k, stated in flags(graph, state)
        ]
        show(FLAG_COLUMNS, rows, form)
    else:
        _, expression = effective(graph, state, notation)
        show(COLUMNS, [_row(path, node) for path, node in walk(expression)], form)


def _row(path: tuple[int, ...], node: Expression) -> tuple[str, ...]:
    return (".".join(map(str, path)), *_cells(node))


def _cells(node: Expression) -> tuple[str, ...]:
    match node:
        case Threshold(where, parameter, comparator, value, unit, condition):
            told = "" if value is None else format(value, "f")
            return ("threshold", where, parameter, comparator.value, told, unit, condition, "", "")
        case Opaque(where, digest, label):
            return ("opaque", where, "", "", "", "", "", label, digest)
        case AllOf():
            return ("all", *_BLANK)
        case AnyOf():
            return ("any", *_BLANK)
        case AtLeast(count, _):
            return (f"at least {count}", *_BLANK)
        case Not():
            return ("not", *_BLANK)
