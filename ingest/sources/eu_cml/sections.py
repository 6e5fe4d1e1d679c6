"""The parts of the document: cover, table of contents, entries, definitions."""

from __future__ import annotations

import re
from collections.abc import Callable

from ingest.outline.gathered import Gathered, NoteDraft
from ingest.outline.printed import Head, Printed, Style
from ingest.sources.eu_cml.definitions import DefinitionReader
from ingest.sources.pdf import Pdf, Row

COVER = "norwegian-cover"
CONTENTS = "table-of-contents"
FOOTER = "page-footer"

_FOOT = 20.0
"""Points from the foot of the page: below there is only the footer."""

_LEFT = 72.0
"""Points: an entry begins left of this."""

_NESTED = 20.0
"""Points: the words of a note hang at least so far right of its heading."""

_ENTRY = re.compile(r"ML\d{1,2}(?=\s)")
_CONTENTS = "Innholdsfortegnelse"
_DEFINITIONS = "DEFINITIONS OF TERMS USED IN THIS LIST"


class SectionReader:
    """Reads the rows of the document in order."""

    def __init__(self, gathered: Gathered[Pdf]) -> None:
        self._gathered = gathered
        self._printed = Printed(gathered, Style(head=_head, nested=_NESTED, ragged=True))
        self._definitions = DefinitionReader(gathered, self._printed)
        self._page: int | None = None
        self._read: Callable[[Row], None] = self._cover

    def row(self, row: Row) -> None:
        """Read the next row.

        Raises:
            UnreadableDocument: a row that fits nowhere.
            DuplicateNotation: an entry or a term stands twice.
        """
        if row.y < _FOOT:
            self._gathered.omit(FOOTER, row.line)
        elif row.text == _DEFINITIONS:
            self._printed.open(NoteDraft("", "", row.line, [], notation="note.definitions"))
            self._read = self._definitions.row
        else:
            self._read(row)

    def end(self) -> None:
        """Keep what is open at the end of the document."""
        self._definitions.end()

    def _cover(self, row: Row) -> None:
        if row.text == _CONTENTS:
            self._read = self._contents
            self._contents(row)
        else:
            self._gathered.omit(COVER, row.line)

    def _contents(self, row: Row) -> None:
        """Leave out a row of the table of contents; it repeats the headings of the page after it."""
        if self._page is None:
            self._page = row.page
        if row.page == self._page:
            self._gathered.omit(CONTENTS, row.line)
        else:
            self._read = self._printed.row
            self._printed.row(row)


def _head(row: Row) -> Head | None:
    found = _ENTRY.match(row.text) if row.x < _LEFT else None
    return Head(found[0], end=found.end()) if found else None
