"""The two tables of the document: acronyms, and coatings for which technology is controlled."""

from __future__ import annotations

import re
from itertools import groupby

from ingest.outline.gathered import Gathered
from ingest.outline.grid import Grid, keep
from ingest.outline.levels import NEAR
from ingest.outline.line import Line
from ingest.outline.printed import Printed
from ingest.sources.eu_annex_i_2021.footnotes import keep_footnote
from ingest.sources.pdf import Pdf, Row

REPEATED = "repeated-table-head"

_ACRONYMS = (76.3, 234.8)
_COATINGS = (78.5, 219.9, 375.9)
"""Left edges of the columns, in points."""

_ABOUT = "2E003.f"
_FOOTNOTE = re.compile(r"\(\*(?P<number>\d)\) ")
_LOOSE = 1.5
"""Lines of one cell stand less far apart than this part of their size."""


class AcronymReader:
    """Reads the table of acronyms: one row of print a row, whatever the order of its cells in the file."""

    def __init__(self, gathered: Gathered[Pdf], printed: Printed[Pdf]) -> None:
        self._gathered = gathered
        self._printed = printed
        self._rows: list[Row] = []
        self._head = ""

    def row(self, row: Row) -> None:
        """Read one row: what stands left of the table belongs to the note."""
        if row.x < _ACRONYMS[0] - NEAR:
            self._printed.row(row)
        elif "Bold" not in row.font:
            self._rows.append(row)
        elif row.text == self._head:
            self._gathered.omit(REPEATED, row.line)
        else:
            self._head = row.text
            self._gathered.add_cells("note.acronyms", 1, [row.line], heading=True)

    def end(self) -> None:
        """Keep the rows.

        Raises:
            UnreadableDocument: two runs of words in one column of one row.
        """
        rows = sorted(self._rows, key=lambda row: (row.page, -round(row.y), row.x))
        for _, cells in groupby(rows, key=lambda row: (row.page, round(row.y))):
            grid = Grid(_ACRONYMS)
            found: list[Line | None] = [None] * len(_ACRONYMS)
            for row in cells:
                for column, line in grid.split(row):
                    if found[column] is not None:
                        raise self._gathered.page.unreadable(
                            line.where, f"two cells in one: {line.text}"
                        )
                    found[column] = line
            self._gathered.add_cells("note.acronyms", 1, found, heading=False)


class CoatingReader:
    """Reads the table of 2E003.f."""

    def __init__(self, gathered: Gathered[Pdf]) -> None:
        self._gathered = gathered
        self._grid = Grid(_COATINGS, pitch=_LOOSE)

    def row(self, row: Row) -> None:
        """Read one row; the last one explains the asterisk in the head of the table."""
        found = _FOOTNOTE.match(row.text)
        if found is None:
            self._grid.read(row)
            return
        keep_footnote(self._gathered, row, found, _ABOUT)

    def end(self) -> None:
        """Keep the rows: a row that a new page breaks is two, the second without what it is about."""
        keep(self._gathered, self._grid, _ABOUT)
        for row in self._gathered.tables:
            if row.about == _ABOUT and not any(row.cells[:-1]):
                value = f"row {row.row - 1} goes on"
                self._gathered.issue(f"{_ABOUT}, row {row.row}", "row-over-two-pages", value)
