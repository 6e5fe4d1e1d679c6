"""The tables of category 1 whose rows are entries: serial number, code, name, number in the Convention, CAS, customs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pydantic import ConfigDict, RootModel

from graph.errors import DuplicateNotation
from ingest.curated import read_yaml
from ingest.outline.assembled import Order
from ingest.outline.gathered import Gathered, Item
from ingest.outline.grid import Grid
from ingest.outline.levels import NEAR
from ingest.outline.line import Line
from ingest.sources.pdf import Pdf, Row

_FILE = Path(__file__).with_name("chemicals.yml")
_ROW = re.compile(r"\d{1,2}\.? \d[A-E] ?\d{3}\s")
_NAME = 2
"""Number of the column of names: what goes on with a row begins there or further right."""


class _Tables(RootModel[dict[str, tuple[float, ...]]]):
    model_config = ConfigDict(frozen=True)


@cache
def tables() -> dict[str, tuple[float, ...]]:
    """Return the columns of each group that has a table of entries."""
    return read_yaml(_FILE, _Tables).root


@dataclass(slots=True)
class Chemicals:
    """Reads the rows of one table."""

    gathered: Gathered[Pdf]
    order: Order
    heading: str
    """The group that the entries belong to."""

    _open: Item | None = None

    def read(self, row: Row) -> bool:
        """Read one row; say whether it belongs to the table."""
        columns = tables()[self.heading]
        if _ROW.match(row.text):
            self._entry([line for _, line in Grid(columns).split(row)])
            return True
        if self._open is None or row.x < columns[_NAME] - NEAR or "Bold" in row.font:
            return False
        self._open.lines += [line for _, line in Grid(columns).split(row)]
        return True

    def _entry(self, cells: list[Line]) -> None:
        serial, code, *rest = cells
        name = code.text.replace(" ", "")
        if name != code.text:
            self.gathered.issue(name, "blank-in-a-code", code.text)
        if name in self.gathered.entries:
            places = [self.gathered.entries[name][0].marker.where, code.where]
            raise DuplicateNotation(self.gathered.page.name, name, places)
        self._open = Item(name, "", code, [serial, *rest])
        self.gathered.entries[name] = [self._open]
        self.order.add(name, self.heading)
