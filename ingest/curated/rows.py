"""Tables of our own data, read strictly: CSV, one row a line, an error with file and line."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from graph.errors import BadDataFile

M = TypeVar("M", bound=BaseModel)


def read_cells(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield the number of the line and the cells of each row.

    Raises:
        BadDataFile: not UTF-8, no header, or a row of another length.
    """
    try:
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.reader(file, strict=True)
            header = next(reader, [])
            if not header or len(set(header)) != len(header):
                raise BadDataFile(str(path), "line 1", "no header, or a column twice")
            for cells in reader:
                if len(cells) != len(header):
                    said = f"{len(cells)} cells where the header has {len(header)}"
                    raise BadDataFile(str(path), f"line {reader.line_num}", said)
                yield reader.line_num, dict(zip(header, cells, strict=True))
    except (UnicodeDecodeError, csv.Error) as exc:
        raise BadDataFile(str(path), "CSV", str(exc)) from exc


def read_rows(path: Path, model: type[M]) -> Iterator[tuple[int, M]]:
    """Yield each row as what it should be, with the number of its line.

    Raises:
        BadDataFile: see `read_cells`; or a field that is missing, unknown or of the wrong kind.
    """
    for number, cells in read_cells(path):
        try:
            yield number, model.model_validate(cells)
        except ValidationError as exc:
            first = exc.errors()[0]
            where = f"line {number}, {'.'.join(map(str, first['loc']))}"
            raise BadDataFile(str(path), where, first["msg"]) from exc
