"""Footnotes: at the foot of a page below an entry, behind a table, below the table of contents."""

from __future__ import annotations

import re

from ingest.outline.gathered import Gathered, NoteDraft
from ingest.outline.line import Line
from ingest.sources.eu_annex_i_2021.definitions import extend
from ingest.sources.pdf import Pdf, Row
from ingest.text.codes import entry_of

_MARKED = re.compile(r"(?P<number>\d{1,2}) (?=[A-Z])")


class Footnotes:
    """Keeps footnotes to entries: the rows from their mark to the end of the page."""

    def __init__(self, gathered: Gathered[Pdf]) -> None:
        self._gathered = gathered
        self._lines: list[Line] = []
        self._page = 0

    def row(self, row: Row, left: float) -> bool:
        """Read a row; say whether it is part of a footnote.

        Args:
            row: A row below an entry.
            left: Points: a mark stands left of this.
        """
        found = _MARKED.match(row.text) if row.x < left else None
        if found is not None and self._gathered.entries:
            self._page = row.page
            self._lines = keep_footnote(self._gathered, row, found, self._last).lines
        elif row.page == self._page:
            extend(self._lines, row.line)
        else:
            return False
        return True

    @property
    def _last(self) -> str:
        return next(reversed(self._gathered.entries))


def keep_footnote(gathered: Gathered[Pdf], row: Row, found: re.Match[str], about: str) -> NoteDraft:
    """Keep the first row of a footnote; its notation has the printed number."""
    marker, words = row.line.part(0, found.end()), row.line.part(found.end())
    name = f"{about}.footnote.{found['number']}"
    draft = NoteDraft(entry_of(about), about, marker, [words], notation=name)
    gathered.notes.append(draft)
    return draft
