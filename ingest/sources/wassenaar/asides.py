"""What stands beside the paragraphs: footnotes of headings, the table of coatings, acronyms."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.outline.gathered import Gathered, NoteDraft
from ingest.outline.grid import Grid, keep
from ingest.outline.levels import join
from ingest.sources.pdf import Pdf, Row
from ingest.sources.wassenaar.titles import note_of

_FOOTNOTE_Y = 95.0
_STAR = re.compile(r"[*\uf02a] ")
"""An asterisk; the font of symbols has its own."""

_TABLE, _TABLE_HEAD = "TABLE - DEPOSITION TECHNIQUES", "1. Coating Process (1)"
_COATINGS = (90.0, 251.0, 389.0)
_COLUMNS = (89.0, 240.0)
"""Points: acronym and meaning."""


@dataclass(slots=True)
class Asides:
    """Collects asides while rows are read in order."""

    _gathered: Gathered[Pdf]
    _grid: Grid | None = None
    _note_below: NoteDraft | None = None
    _footnote_page: int = 0
    _footnotes: int = 0
    _coatings: Grid | None = None
    _in_table: int = 0

    def footnote(self, row: Row) -> bool:
        """Keep the footnote of a heading; say whether the row belongs to one."""
        if _STAR.match(row.text) and row.y < _FOOTNOTE_Y:
            self._footnotes += 1
            name = f"note.footnote-{self._footnotes}"
            marker, words = row.line.part(0, 1), row.line.part(1)
            self._note_below = NoteDraft("", "", marker, [words], notation=name)
            self._gathered.notes.append(self._note_below)
            self._footnote_page = row.page
            return True
        if self._note_below is None or row.page != self._footnote_page or row.y > _FOOTNOTE_Y:
            return False
        joined = join(self._note_below.lines[-1], row.line)
        self._note_below.lines[-1:] = [joined] if joined else [self._note_below.lines[-1], row.line]
        return True

    def table(self, row: Row) -> bool:
        """Read the table of coatings; say whether the row belongs to it."""
        if row.text == _TABLE:
            if self._coatings is None:
                self._coatings = Grid(_COATINGS)
            self._in_table = row.page
            self._gathered.omit("running-head", row.line)
            return True
        if self._coatings is None or row.page != self._in_table or _STAR.match(row.text):
            return False
        if row.text.startswith(_TABLE_HEAD) and self._coatings.rows:
            self._gathered.omit("running-head", row.line)
        else:
            self._coatings.read(row)
        return True

    def acronym(self, row: Row) -> None:
        """Read one row of the table of acronyms."""
        if self._grid is None:
            if "Bold" in row.font and note_of(row.text):
                self._gathered.notes.append(
                    NoteDraft("", "", row.line, [], notation="note.acronyms")
                )
                return
            self._grid = Grid(_COLUMNS)
        self._grid.read(row)

    def end(self) -> None:
        """Keep the tables."""
        if self._grid is not None:
            keep(self._gathered, self._grid, "note.acronyms")
        if self._coatings is not None:
            keep(self._gathered, self._coatings, "2.E.3.f")
