"""The table of number 5: two lists of chemicals by letter, with named examples and their CAS numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.errors import UnreadableDocument
from graph.model.paragraph import ParagraphKind
from ingest.outline.gathered import Gathered, Item
from ingest.outline.line import Line
from ingest.outline.parts import Grid, Leaves

_NUMBER = re.compile(r"(?P<step>\d{1,2})\.")
_LIST = re.compile(r"(?P<step>[A-Z])\.")
_LETTER = re.compile(r"(?P<step>[a-z])\)")


class Chemicals:
    """Reads the rows of the table in order."""

    def __init__(self, gathered: Gathered[Leaves], group: str) -> None:
        self._gathered = gathered
        self._group = group
        self._number = ""
        self._list = ""
        self._letter = ""

    def read(self, grid: Grid) -> Iterator[Item]:
        """Yield the number, its lists and their letters; rows without a letter are examples of the one above.

        Raises:
            UnreadableDocument: a row that is none of these.
        """
        for row in grid.rows:
            cells = [cell for cell in row if cell.text]
            marks, size = list(self._marks(row)), 0
            for item in marks:
                size += 1
                if item is marks[-1]:
                    item.lines += cells[size:]
                yield item
            if not marks:
                self._example(cells, row)
            elif len(cells) != size + 1:
                raise self._unreadable(cells[0], "a mark without one run of words")

    def _marks(self, row: tuple[Line, ...]) -> Iterator[Item]:
        if len(row) not in (3, 5):
            raise UnreadableDocument(self._gathered.page.name, "table", f"{len(row)} cells")
        if found := _NUMBER.fullmatch(row[0].text):
            self._number = found["step"]
            yield Item(self._number, self._group, row[0], [], ParagraphKind.ENTRY)
        if found := _LIST.fullmatch(row[1].text):
            self._list = f"{self._number}.{found['step']}"
            yield Item(self._list, self._number, row[1], [])
        if len(row) == 5 and (found := _LETTER.fullmatch(row[2].text)):
            self._letter = f"{self._list}.{found['step']}"
            yield Item(self._letter, self._list, row[2], [])

    def _example(self, cells: list[Line], row: tuple[Line, ...]) -> None:
        if not self._letter or not cells or cells[0] is not row[3] or len(row) != 5:
            raise self._unreadable(cells[0] if cells else row[0], "an example of nothing")
        self._gathered.add_cells(self._letter, 1, row[3:], heading=False)

    def _unreadable(self, line: Line, problem: str) -> UnreadableDocument:
        return self._gathered.page.unreadable(line.where, problem)
