"""`comity inventory`: every position of a list, or every row of its licence requirements tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated

import typer

from api.cli.options import Known, Output, ReleaseKey, Valid, at, store
from api.cli.table import show
from graph.answers.asof import AsOf, state_of
from graph.answers.licensing import Requirement
from graph.answers.lists import note_lines, requirement_lines, translated, tree
from graph.store import GraphStore

COLUMNS = (
    "notation", "parent", "kind", "depth", "title", "hash", "valid_from", "notation_official",
)  # fmt: skip
REQUIREMENT_COLUMNS = (
    "eccn", "row", "reason", "scope", "columns", "destinations", "pointer", "wording_hash",
)  # fmt: skip


def run(
    key: Annotated[
        str, typer.Argument(metavar="LIST", help="list key, such as us-ccl; LIST@DAY too")
    ],
    requirements: Annotated[
        bool, typer.Option("--requirements", help="rows of the licence requirements tables")
    ] = False,
    valid: Valid = "",
    known: Known = "",
    release: ReleaseKey = "",
    form: Output = None,
    lang: Annotated[
        str, typer.Option("--lang", help="language of titles and hashes, where the list has it")
    ] = "",
) -> None:
    """List every position of a control list, or its licence requirements."""
    key, days = at(key, valid, known)
    graph = store(release)
    if requirements:
        rows = [_requirement(row) for row in requirement_lines(graph, state_of(graph, key, days))]
        show(REQUIREMENT_COLUMNS, rows, form)
    else:
        show(COLUMNS, sorted(_positions(graph, key, days, lang)), form)


def _positions(graph: GraphStore, key: str, days: AsOf, lang: str) -> Iterator[tuple[str, ...]]:
    state, positions = tree(graph, key, days)
    said = translated(graph, state, lang) if lang not in ("", state.language) else {}
    depths = {p.item.notation: p.depth for p in positions}
    for p in positions:
        yield (
            p.item.notation, p.parent or "", p.kind, str(p.depth), *said.get(p.item.notation, (p.label or "", p.words.digest)),
            _since(p.words.printed_in), p.official,
        )  # fmt: skip
    for note in note_lines(graph, state):
        depth = (
            depths.get(note.annotates, -1)
            + 1
            + (note.notation.count(".") - note.parent.count(".") if note.parent else 0)
        )
        yield (
            note.notation, note.parent or note.annotates, "note", str(depth),
            *said.get(note.notation, ("", note.digest)),
            _since(note.printed_in), note.official,
        )  # fmt: skip


def _since(day: str) -> str:
    """Return the day from which words are in force; a snapshot or a text of unknown beginning tells none."""
    return day.removeprefix("@") if day[1:2].isdigit() else ""


def _requirement(row: Requirement) -> Sequence[str]:
    return (
        row.entry,
        str(row.row),
        ";".join(row.reasons),
        _scope(row),
        ";".join(row.columns),
        " ".join(row.destinations),
        ";".join(row.pointers),
        row.words.digest,
    )


def _scope(row: Requirement) -> str:
    included = "entire entry" if row.included == (row.entry,) else ";".join(row.included)
    said = f"{included} except {';'.join(row.excluded)}" if row.excluded else included
    return f"{said} (qualified)" if row.qualified else said
