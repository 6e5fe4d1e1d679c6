"""The sheet: one row a line of the user interface, each cell with its place in the canonical text."""

from __future__ import annotations

import csv
import unicodedata
from dataclasses import dataclass
from io import StringIO

from graph.errors import UnreadableDocument
from ingest.outline.line import Line
from ingest.text.canonical import Builder, Canonical

NOTES = ("decontrol_note", "note", "nota_bene", "see_also", "technical_note")
COLUMNS = ("list", "row", "depth", "rating", "text", *NOTES)


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row."""

    number: int
    """Of the file, from 1 for the header."""

    cells: dict[str, Line]

    def text(self, column: str) -> str:
        """Return the words of a cell."""
        return self.cells[column].text


@dataclass(frozen=True, slots=True)
class Sheet:
    """The document: its canonical text and its rows, the header first."""

    name: str
    canonical: Canonical
    rows: tuple[SheetRow, ...]


def read_sheet(document: bytes, name: str) -> Sheet:
    """Read the bytes of the sheet.

    Raises:
        UnreadableDocument: not UTF-8, not the columns we know, or a row of another length.
    """
    try:
        text = document.decode("utf-8-sig")
        found = list(csv.reader(StringIO(text), strict=True))
    except UnicodeDecodeError as exc:
        raise UnreadableDocument(name, f"byte {exc.start}", "not UTF-8") from exc
    except csv.Error as exc:
        raise UnreadableDocument(name, "document", f"not CSV: {exc}") from exc
    if not found or tuple(found[0]) != COLUMNS:
        raise UnreadableDocument(name, "row 1", f"columns other than {', '.join(COLUMNS)}")
    builder = Builder()
    rows = tuple(_row(builder, cells, n, name) for n, cells in enumerate(found, start=1))
    return Sheet(name, builder.done(), rows)


def _row(builder: Builder, cells: list[str], number: int, name: str) -> SheetRow:
    if len(cells) != len(COLUMNS):
        raise UnreadableDocument(name, f"row {number}", f"{len(cells)} cells, not {len(COLUMNS)}")
    lines = {}
    for column, cell in zip(COLUMNS, cells, strict=True):
        builder.gap()
        start, _ = builder.add(cell.strip())
        text = " ".join(unicodedata.normalize("NFC", cell).split())
        lines[column] = Line(text, start, f"row {number}")
    return SheetRow(number, lines)
