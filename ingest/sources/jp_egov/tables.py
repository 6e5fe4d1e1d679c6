"""Annexed tables of three columns: rows (項), the sub-items that run together in a cell, and destinations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from graph.errors import UnknownValue, UnreadableDocument
from graph.model.paragraph import ParagraphKind
from graph.model.requirement import Statement, StatementKind
from ingest.sources.jp_egov.gathered import LANGUAGE, Gathered, kind_below
from ingest.sources.jp_egov.lines import Line
from ingest.sources.jp_egov.numbering import PATTERNS, Enumerator, Form, follows, read_enumerator
from ingest.text.label import label_of
from ingest.text.tree import Draft

HEADS = (("", "貨物", "地域"), ("", "技術", "外国"))
"""What stands above the columns of a list of goods, of a list of technology."""

_MARK = re.compile(rf"(?P<mark>{PATTERNS[Form.BRACKETS]}|{PATTERNS[Form.ARABIC]}) ")
_SCOPE = re.compile(r"全地域(?P<but>（(?:輸出貿易管理令)?別表第三に掲げる地域を除く。）)?")
_ALL, _BUT = "all", "not:jp-etco-3"
"""What the third column says, as codes: all destinations, less those of table 3 of the Order."""

_RULE = re.compile(r"[|\-\s]+")


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table."""

    start: int
    end: int
    text: str
    """Without blanks at its ends."""


def read_table(gathered: Gathered, lines: Sequence[Line], prefix: str) -> None:
    """Read one table of three columns.

    Args:
        gathered: Where the records go.
        lines: The table, its title first.
        prefix: What rows begin with: ``1-``.

    Raises:
        UnreadableDocument: a line that is no row, a row of other cells or without a number.
        UnknownValue: columns or a destination scope that we do not know.
    """
    title, *rows = lines
    read_title(gathered, title)
    last: tuple[int, ...] | None = None
    for place, line in enumerate(rows):
        cells = read_cells(gathered, line)
        texts = tuple(cell.text for cell in cells)
        if place == 0:
            if texts not in HEADS:
                raise UnknownValue("columns", "/".join(texts), ["/".join(head) for head in HEADS])
            gathered.leave_out("column-heads", cells[1].start, cells[1].end)
            gathered.leave_out("column-heads", cells[2].start, cells[2].end)
        elif _RULE.fullmatch(line.text):
            for cell in cells:
                gathered.leave_out("markup", cell.start, cell.end)
        else:
            last = _Row(gathered, prefix, line).read(cells, last)


def read_title(gathered: Gathered, line: Line) -> None:
    """Leave out the title of a table: our name of the list says it."""
    gathered.leave_out("markup", line.start, line.start + 2)
    gathered.leave_out("title", line.start + 2, line.end - 2)
    gathered.leave_out("markup", line.end - 2, line.end)


def read_cells(gathered: Gathered, line: Line) -> list[Cell]:
    """Return the cells of a line; leave out the bars between them.

    Raises:
        UnreadableDocument: the line is no row of a table.
    """
    bars = [line.start + at for at, char in enumerate(line.text) if char == "|"]
    if len(bars) < 2 or bars[0] != line.start or bars[-1] != line.end - 1:
        raise UnreadableDocument(gathered.name, f"line {line.number}", "no row of a table")
    for bar in bars:
        gathered.leave_out("markup", bar, bar + 1)
    text = gathered.parts.canonical.text
    return [Cell(a + 1, b, text[a + 1 : b].strip()) for a, b in pairwise(bars)]


@dataclass(frozen=True, slots=True)
class _Row:
    """One row of a table."""

    gathered: Gathered
    prefix: str
    line: Line

    def read(self, cells: Sequence[Cell], last: tuple[int, ...] | None) -> tuple[int, ...]:
        """Read the row that follows on row ``last``; return its number."""
        number = read_enumerator(cells[0].text)
        if len(cells) != len(HEADS[0]) or number is None or number.form is not Form.KANJI:
            where = f"line {self.line.number}"
            raise UnreadableDocument(self.gathered.name, where, "no row of three cells, numbered")
        notation = f"{self.prefix}{number.step.strip('()')}"
        if not follows(number.numbers, last):
            self.gathered.note(notation, "gap-in-numbering", cells[0].text)
        self._goods(notation, cells[0], cells[1])
        self._scope(notation, cells[2])
        return number.numbers

    def _goods(self, notation: str, label: Cell, cell: Cell) -> None:
        marks = list(self._marks(notation, cell))
        end = marks[0][0] if marks else cell.end
        own = self.gathered.cut(cell.start, end)
        words = own.wording or "" if own else ""
        row = Draft(
            notation=notation,
            official=label.text,
            marker=self.gathered.cut(label.start, label.end),
            text=(own,) if own else (),
            kind=ParagraphKind.HEADING if marks else ParagraphKind.ENTRY,
            title=f"{label.text}の項" if marks else label_of(words, LANGUAGE),
        )
        self.gathered.drafts.append(row)
        entry = row
        stops = [*(start for start, _ in marks[1:]), cell.end]
        for (start, mark), stop in zip(marks, stops, strict=False):
            above = entry if mark.form is Form.ARABIC else row
            draft = self._item(above, start, stop, mark)
            entry = draft if mark.form is Form.BRACKETS else entry

    def _item(self, above: Draft, start: int, stop: int, mark: Enumerator) -> Draft:
        text = self.gathered.cut(start + len(mark.printed), stop)
        words = text.wording or "" if text else ""
        kind = kind_below(words, above)
        is_entry = mark.form is Form.BRACKETS and kind is not ParagraphKind.RESERVED
        draft = Draft(
            notation=above.notation + mark.step,
            official=mark.printed,
            marker=self.gathered.cut(start, start + len(mark.printed)),
            text=(text,) if text else (),
            kind=ParagraphKind.ENTRY if is_entry else kind,
            parent=above.notation,
            title=label_of(words, LANGUAGE) if is_entry else None,
        )
        self.gathered.drafts.append(draft)
        return draft

    def _marks(self, notation: str, cell: Cell) -> Iterator[tuple[int, Enumerator]]:
        """Yield the enumerators of a cell whose sentences run together: each is the expected next of its form."""
        outer: tuple[int, ...] | None = None
        inner: tuple[int, ...] | None = None
        words = self.gathered.parts.canonical.text
        for found in _MARK.finditer(words, cell.start, cell.end):
            mark = read_enumerator(found["mark"])
            if mark is None:
                continue
            nested = mark.form is Form.ARABIC
            if (nested and outer is None) or not follows(mark.numbers, inner if nested else outer):
                self.gathered.note(notation, "unexpected-enumerator", mark.printed)
                continue
            outer, inner = (outer, mark.numbers) if nested else (mark.numbers, None)
            yield found.start(), mark

    def _scope(self, notation: str, cell: Cell) -> None:
        found = _SCOPE.fullmatch(cell.text)
        if found is None:
            raise UnknownValue("destination scope", cell.text, [_SCOPE.pattern])
        passage = self.gathered.cut(cell.start, cell.end)
        self.gathered.statements.append(
            Statement(
                about=notation,
                kind=StatementKind.DESTINATION,
                index=1,
                values=(_ALL, _BUT) if found["but"] else (_ALL,),
                text=(passage,) if passage else (),
            )
        )
