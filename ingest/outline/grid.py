"""Printed tables: rows of print to cells, told by the columns that the words begin in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from ingest.outline.gathered import Gathered, P
from ingest.outline.levels import NEAR, join
from ingest.outline.line import Line
from ingest.sources.pdf import Row


@dataclass(slots=True)
class Grid:
    """One table: collects the cells of its rows while rows of print are read in order.

    Shape:   a row of the table ends where print goes back to a column further left, or to the head of the same column.
    """

    columns: tuple[float, ...]
    """Left edge of each column, in points."""

    pitch: float = 1.35
    """Lines of one cell stand less far apart than this many times their size."""

    rows: list[tuple[Line | None, ...]] = field(default_factory=list)
    headings: set[int] = field(default_factory=set)
    """Numbers of the rows that are set in bold."""

    _cells: list[Line | None] = field(default_factory=list)
    _column: int = -1
    _y: float = 0.0
    _page: int = 0
    _bold: bool = False

    def read(self, row: Row) -> None:
        """Read one row of print."""
        bold = "Bold" in row.font
        for column, line in self.split(row):
            if self._is_new(row, column, line, bold=bold):
                self.end()
                self._cells, self._bold = [None] * len(self.columns), bold
            held = self._cells[column]
            self._cells[column] = line if held is None else join(held, line)
            self._column, self._y, self._page = column, row.y, row.page

    def end(self) -> None:
        """Keep the row that is open."""
        if self._cells:
            if self._bold:
                self.headings.add(len(self.rows))
            self.rows.append(tuple(self._cells))
        self._cells, self._column = [], -1

    def split(self, row: Row) -> Iterator[tuple[int, Line]]:
        """Yield the parts of one row of print, with the column that each stands in."""
        cuts = [0]
        for left in self.columns[1:]:
            words = (n for n, x in enumerate(row.xs) if x > left - NEAR and _begins(row, n))
            at = next(words, len(row.xs))
            cuts.append(max(at, cuts[-1]))
        for column, (start, end) in enumerate(zip(cuts, [*cuts[1:], len(row.xs)], strict=True)):
            line = row.line.part(start, end)
            if line.text:
                yield column, line

    def _is_new(self, row: Row, column: int, line: Line, *, bold: bool) -> bool:
        if not self._cells or column < self._column or bold != self._bold:
            return True
        held = self._cells[column]
        if held is None:
            return False
        far = row.page != self._page or not 0 <= self._y - row.y < self.pitch * row.size
        return far or join(held, line) is None


def keep(gathered: Gathered[P], grid: Grid, about: str, table: int = 1) -> None:
    """Keep the rows of a table."""
    grid.end()
    for number, cells in enumerate(grid.rows):
        gathered.add_cells(about, table, cells, heading=number in grid.headings)


def _begins(row: Row, at: int) -> bool:
    """Say whether a word begins at a place: a word does not run on into the next column."""
    return row.text[at] != " " and (at == 0 or row.text[at - 1] == " ")
