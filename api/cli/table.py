"""Rows and records for people and for scripts."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

import orjson

from api.cli.options import Format
from graph.ids import Item


def show(
    columns: Sequence[str], rows: Iterable[Sequence[str]], form: Format | None, title: str = ""
) -> None:
    """Print rows: a readable table on a terminal, else TSV: header row, LF, no quoting."""
    form = form or (Format.TABLE if sys.stdout.isatty() else Format.TSV)
    if form is Format.TABLE:
        _table(columns, rows, title)
    elif form is Format.TSV:
        for row in (columns, *rows):
            sys.stdout.write("\t".join(" ".join(cell.split()) for cell in row) + "\n")
    else:
        told = [dict(zip(columns, row, strict=True)) for row in rows]
        documents = told if form is Format.JSONL else [told]
        for document in documents:
            sys.stdout.write(orjson.dumps(document).decode() + "\n")


def show_record(record: Any) -> None:
    """Print one record as a JSON document."""
    options = orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE
    sys.stdout.write(orjson.dumps(plain(record), option=options).decode())


def plain(value: Any) -> Any:
    """Return a record as JSON can hold it: items as ``LIST:NOTATION``, days as ISO 8601, numbers as printed."""
    if isinstance(value, Item | Decimal | date):
        return str(value)
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple | list):
        return [plain(part) for part in value]
    return value.value if isinstance(value, Enum) else value


def _table(columns: Sequence[str], rows: Iterable[Sequence[str]], title: str) -> None:
    # rich is slow to import and needed on a terminal only
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    table = Table(*columns, title=title or None)
    for row in rows:
        table.add_row(*(escape(cell) for cell in row))
    Console().print(table)
