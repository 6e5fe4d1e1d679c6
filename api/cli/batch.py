"""Tables of questions answered: a CSV in, the same rows with their answers out."""

from __future__ import annotations

import csv
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Annotated

import typer

from graph.errors import BadDataFile, QueryError
from ingest.curated.rows import read_cells

Batch = Annotated[Path | None, typer.Option("--batch", help="CSV of questions, one a row")]
Out = Annotated[Path | None, typer.Option("--out", help="CSV to write: the same rows, answered")]


def answer_rows(
    batch: Path,
    out: Path,
    wanted: Sequence[str],
    answer: Callable[[Mapping[str, str]], Mapping[str, str]],
    refused: Callable[[str], Mapping[str, str]],
) -> None:
    """Answer each row of a table.

    Shape:   a row that cannot be answered is written with what ``refused`` makes of the reason, and named on stderr;
        the exit code is 2 then. Nothing is written before every row has its answer.

    Raises:
        BadDataFile: no table, or a column is missing.
    """
    rows = list(read_cells(batch))
    if rows and (missing := [name for name in wanted if name not in rows[0][1]]):
        raise BadDataFile(str(batch), "line 1", f"no column {', '.join(missing)}")
    answered, faults = [], list[BadDataFile]()
    for number, cells in rows:
        try:
            answered.append({**cells, **answer(cells)})
        except QueryError as exc:
            faults.append(BadDataFile(str(batch), f"line {number}", str(exc)))
            answered.append({**cells, **refused(str(exc))})
    header = dict.fromkeys((*(rows[0][1] if rows else wanted), *refused("")))
    with out.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(header))
        writer.writeheader()
        writer.writerows(answered)
    for fault in faults:
        typer.echo(f"comity: {fault}", err=True)
    if faults:
        raise typer.Exit(2)
