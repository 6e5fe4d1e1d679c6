"""Annexed tables of the Goods Ordinance: a deleted one, a list of areas, a table of coatings."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.errors import UnreadableDocument
from graph.model.paragraph import ParagraphKind
from graph.model.requirement import TableRow
from ingest.sources.jp_egov.gathered import Gathered
from ingest.sources.jp_egov.lines import Line
from ingest.sources.jp_egov.numbering import BRANCHES, branched
from ingest.sources.jp_egov.tables import Cell, read_cells
from ingest.text.kanji import NUMERAL
from ingest.text.tree import Draft

_TITLE = re.compile(rf"\*\*(別表第(?P<number>{NUMERAL}{BRANCHES}))(?: (?P<text>\S+))?\*\*")


def read_annex(gathered: Gathered, lines: Sequence[Line]) -> None:
    """Read one annexed table: a heading ``table2``, and its words or its rows.

    Raises:
        UnreadableDocument: a title without a number, or a row that is none.
    """
    title, *rows = lines
    draft = _heading(gathered, title)
    if not rows and not draft.text:
        gathered.note(draft.notation, "empty-annex", draft.official)
    count = 0
    for line in rows:
        if line.text.startswith("|"):
            cells = read_cells(gathered, line)
            count += _row(gathered, draft.notation, count + 1, cells)
        else:
            _words(gathered, line)


def notation_of(title: str) -> str | None:
    """Return the notation of an annexed table from its title: ``table2`` of 別表第二."""
    found = _TITLE.fullmatch(title)
    number = branched(found["number"]) if found else None
    return f"table{number}" if number else None


def _heading(gathered: Gathered, line: Line) -> Draft:
    found, notation = _TITLE.fullmatch(line.text), notation_of(line.text)
    if found is None or notation is None:
        where = f"line {line.number}"
        raise UnreadableDocument(gathered.name, where, "an annexed table without a number")
    start, end = (line.start + at for at in found.span(1))
    text = gathered.cut(end, line.end - 2)
    gathered.leave_out("markup", line.start, start)
    gathered.leave_out("markup", line.end - 2, line.end)
    draft = Draft(
        notation=notation,
        official=found[1],
        marker=gathered.cut(start, end),
        text=(text,) if text else (),
        kind=ParagraphKind.HEADING,
        title=found[1],
    )
    gathered.drafts.append(draft)
    return draft


def _words(gathered: Gathered, line: Line) -> None:
    start = line.start
    if line.text.startswith("- "):
        gathered.leave_out("markup", start, start + 1)
        start += 1
    passage = gathered.cut(start, line.end)
    if passage is not None:
        gathered.extend_last(passage)


def _row(gathered: Gathered, about: str, number: int, cells: Sequence[Cell]) -> int:
    """Read one row; return how many rows of the table it is: none for the rule below the heads."""
    if all(re.fullmatch("-+", cell.text) for cell in cells):
        for cell in cells:
            gathered.leave_out("markup", cell.start, cell.end)
        return 0
    is_head = number == 1
    shifted = not is_head and branched(cells[0].text) is None
    if (
        shifted
    ):  # a cell that spans rows stands in the first of them only, and the others moved left
        gathered.note(about, "lost-row-span", f"row {number}")
    row = TableRow(
        about=about,
        table=1,
        row=number,
        cells=tuple(gathered.cut(cell.start, cell.end) for cell in cells),
        heading=is_head,
    )
    gathered.tables.append(row)
    return 1
