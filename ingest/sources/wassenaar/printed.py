"""Rows of the Wassenaar lists: a page may repeat the step that its first item stands below."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.outline.gathered import DUPLICATE, P
from ingest.outline.paths import Path, Paths
from ingest.sources.pdf import Row

_TWO = re.compile(r"(?P<above>\d{1,2}|[a-z])\. (?P<step>(?:\d{1,2}|[a-z])\.)(?=\s)")


@dataclass(slots=True)
class Repeating(Paths[P]):
    """Reads rows one by one."""

    @property
    def is_wide(self) -> bool:
        """Say whether a note is open that takes everything."""
        return self._wide

    def row(self, row: Row) -> None:
        """Read the next row; a step of an open note that is printed again is left out."""
        found = _TWO.match(row.text)
        if found and any(level.step == found["above"] for level in self._notes):
            at = found.start("step")
            if self._step(row, at):
                self.gathered.omit(DUPLICATE, row.line.part(0, at))
                return
        Paths.row(self, row)

    def begin(self, row: Row, code: str, end: int) -> None:
        """Begin an entry whose code the caller has read."""
        self._items, self._notes = [], []
        self._head(row, Path(code, end=end))
