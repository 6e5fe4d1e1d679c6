"""The annex in the Markdown as blocks: indents say what stands below what."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from graph.errors import UnreadableDocument
from ingest.outline.line import Line
from ingest.outline.parts import Aside, Block, Grid, Leaves, Para, Part, Point, Title, Words
from ingest.sources.de_awv.codes import CODE
from ingest.sources.de_awv.walk import NOTE_HEADING
from ingest.sources.de_awv_2021.lines import Row, read_rows
from ingest.text.canonical import Canonical

ARTICLES = "articles"
MARKUP = "markup"
METADATA = "metadata"

_ANNEX = re.compile(r"### Anlage 1\b")
_NEXT = re.compile(r"### Anlage 2\b")
_SECTION = re.compile(r"\*\*[A-Z]\*\* ")
_ENUMERATOR = re.compile(r"(?:\d{1,2}\.|[a-z]{1,2}\))(?= )")
_CELL = re.compile(r"(?P<row>\*\s+)?\*(?:\s+|$)")
_BOLD = "**"
_STEP = 4
"""Columns that a point sets what stands below it in by."""


@dataclass(slots=True)
class _Open:
    """A point that is not closed yet; the first one is the section itself."""

    indent: int
    """Of what stands below it."""

    marker: Line | None
    parts: list[Part | _Open] = field(default_factory=list)

    def closed(self) -> tuple[Part, ...]:
        parts = (part.point() if isinstance(part, _Open) else part for part in self.parts)
        return tuple(parts)

    def point(self) -> Point:
        assert self.marker is not None  # noqa: S101  only the section has none
        return Point(self.marker, self.closed(), None)


def read_outline(document: bytes, name: str) -> Leaves:
    """Read the annex of one edition of the law in Markdown.

    Shape:   every character of the document is in exactly one line of the blocks.

    Raises:
        UnreadableDocument: not UTF-8, the annex missing or there twice, a table that begins in the middle.
    """
    canonical, rows = read_rows(document, name)
    starts = [n for n, row in enumerate(rows) if _ANNEX.match(row.text)]
    ends = [n for n, row in enumerate(rows) if _NEXT.match(row.text)]
    if len(starts) != 1 or len(ends) != 1 or ends[0] < starts[0]:
        problem = f"annex 1 begins {len(starts)} times, annex 2 {len(ends)} times"
        raise UnreadableDocument(name, "line 1", problem)
    return _Reader(name, canonical).read(rows, starts[0], ends[0])


class _Reader:
    def __init__(self, name: str, canonical: Canonical) -> None:
        self._name = name
        self._canonical = canonical
        self._asides: list[Aside] = []
        self._blocks: list[Block] = []
        self._stack = [_Open(0, None)]
        self._cells: list[list[list[Row]]] = []
        """Rows of the table that is open; a cell is lines."""

        self._chunk: list[Row] = []

    def read(self, rows: tuple[Row, ...], start: int, end: int) -> Leaves:
        self._aside(ARTICLES, rows[:start])
        self._aside(METADATA, rows[start : start + 1])
        for row in rows[start + 1 : end]:
            self._row(row)
        self._close()
        self._aside(ARTICLES, rows[end:])
        blocks = (*self._blocks, *self._asides)
        return Leaves(self._name, self._canonical, blocks)

    def _row(self, row: Row) -> None:
        if not row.text:
            self._chunk_ends()
        elif row.text == "##":
            self._aside(MARKUP, (row,))
            chunk, self._chunk = self._chunk, []
            self._title(row, chunk)
        elif (cell := _CELL.match(row.text)) and not self._chunk:
            self._cell(row, cell)
        elif self._cells and row.indent > self._stack[-1].indent + _STEP:
            self._cells[-1][-1].append(row)
        else:
            self._table_ends()
            self._chunk.append(row)

    def _title(self, row: Row, chunk: list[Row]) -> None:
        if not chunk:
            raise UnreadableDocument(self._name, f"line {row.number}", "a title without words")
        self._close()
        bold = [line for line in self._bold(chunk) if line.text]
        whole = Line(
            self._canonical.text[bold[0].start : bold[-1].start + len(bold[-1].text)],
            bold[0].start,
            bold[0].where,
        )
        inner = [aside for aside in self._asides if aside.line.start > whole.start]
        for aside in inner:
            if aside.kind == MARKUP and aside.line.start < whole.start + len(whole.text):
                self._asides.remove(aside)
        self._blocks.append(Title(whole))

    def _close(self) -> None:
        """End a section: what it holds is one block."""
        self._chunk_ends()
        self._table_ends()
        parts = self._stack[0].closed()
        if parts:
            self._blocks.append(Para(parts))
        self._stack = [_Open(0, None)]

    def _chunk_ends(self) -> None:
        chunk, self._chunk = self._chunk, []
        if not chunk:
            return
        if chunk[0].text.startswith("(Fundstelle:") and not self._blocks:
            self._aside(METADATA, tuple(chunk))
            return
        while len(self._stack) > 1 and self._stack[-1].indent > chunk[0].indent:
            self._stack.pop()
        line = self._line(chunk)
        size = self._marker(line.text, chunk[0].indent)
        if size:
            marker = line.part(0, size)
            if marker.text.startswith(_BOLD):
                marker = self._split(marker)[0]
            point = _Open(chunk[0].indent + _STEP, marker)
            self._stack[-1].parts.append(point)
            self._stack.append(point)
            line = line.part(size)
        self._stack[-1].parts += [Words(part, None) for part in self._split(line) if part.text]

    def _marker(self, text: str, indent: int) -> int:
        """Return how many characters of a chunk are the mark of a point."""
        if section := _SECTION.match(text):
            return section.end()
        if found := _ENUMERATOR.match(text):
            return found.end()
        first = text.partition(" ")[0]
        if indent == 0 and CODE.fullmatch(first) and first != text:
            return len(first)
        note = NOTE_HEADING.match(text)
        return note.end() if note and note.end() < len(text) else 0

    def _cell(self, row: Row, cell: re.Match[str]) -> None:
        if cell["row"]:
            while len(self._stack) > 1 and self._stack[-1].indent > row.indent:
                self._stack.pop()
            self._cells.append([])
        elif not self._cells:
            raise UnreadableDocument(self._name, f"line {row.number}", "a cell without a row")
        end = cell.end()
        mark = Line(row.text[:end].strip(), row.start, f"line {row.number}")
        self._asides.append(Aside(MARKUP, mark))
        rest = row.text[end:]
        self._cells[-1].append([Row(row.number, row.indent, row.start + end, rest)])

    def _table_ends(self) -> None:
        if self._cells:
            rows = tuple(tuple(map(self._cell_line, row)) for row in self._cells)
            self._stack[-1].parts.append(Grid(rows))
        self._cells = []

    def _cell_line(self, rows: list[Row]) -> Line:
        filled = [row for row in rows if row.text]
        if not filled:
            return Line("", rows[0].start, f"line {rows[0].number}")
        return self._line(filled)

    def _bold(self, chunk: list[Row]) -> list[Line]:
        return self._split(self._line(chunk))

    def _split(self, line: Line) -> list[Line]:
        """Return the words between marks of bold print; the marks are left out."""
        parts, at = [], 0
        while (found := line.text.find(_BOLD, at)) >= 0:
            parts.append(line.part(at, found))
            self._asides.append(Aside(MARKUP, line.part(found, found + len(_BOLD))))
            at = found + len(_BOLD)
        parts.append(line.part(at))
        return [part for part in parts if part.text]

    def _line(self, rows: list[Row]) -> Line:
        start, end = rows[0].start, rows[-1].end
        return Line(self._canonical.text[start:end].rstrip(), start, f"line {rows[0].number}")

    def _aside(self, kind: str, rows: tuple[Row, ...]) -> None:
        filled = [row for row in rows if row.text]
        if filled:
            self._asides.append(Aside(kind, self._line(filled)))
