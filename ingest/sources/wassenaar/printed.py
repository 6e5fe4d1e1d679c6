"""Rows of the Wassenaar lists: a page may repeat the step that its first item stands below."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.outline.gathered import DUPLICATE, P
from ingest.outline.levels import NEAR, far, goes_on, style_of
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
        """Read the next row; a step of an open note or item that is printed again is left out."""
        found = _TWO.match(row.text)
        if found and self._is_repeated(found["above"], row.x):
            at = found.start("step")
            if self._step(row, at):
                self.gathered.omit(DUPLICATE, row.line.part(0, at))
                return
        Paths.row(self, row)

    def _is_repeated(self, step: str, x: float) -> bool:
        """Say whether an enumerator is one that is open, and no next one in its column."""
        style = style_of(step, ".")
        levels = [level for level in (*self._items, *self._notes) if level.step]
        goes = any(far(level.x, x) < NEAR and goes_on(level, style, step) for level in levels)
        return not goes and any(level.step == step for level in levels)

    def begin(self, row: Row, code: str, end: int) -> None:
        """Begin an entry whose code the caller has read, wherever in the row it stands."""
        self._items, self._notes = [], []
        self._head(row, Path(code, end=end))
        self._items[0].x = None
