"""Statements of understanding and validity notes: each a note, about a paragraph where its heading names one."""

from __future__ import annotations

import re

from ingest.outline.gathered import Gathered, NoteDraft
from ingest.outline.levels import join
from ingest.sources.pdf import Pdf, Row
from ingest.sources.wassenaar.titles import note_of, section_of
from ingest.text.codes import entry_of

_POSITION = re.compile(r"(?P<code>\d(?:\.\w{1,2})+\.|ML ?\d{1,2}\b)(?: \(.*\))?$")
_HEADING = re.compile(
    r"Statement of Understanding$|Validity Note(?=\s)|N\.B\.(?=\s)|Note \d\W+\w+ Note$"
)


class Statements:
    """Collects statements while rows are read in order; those on the other list are left out."""

    def __init__(self, gathered: Gathered[Pdf], wanted: str) -> None:
        self._gathered = gathered
        self._wanted = wanted
        self._list = ""
        self._open: NoteDraft | None = None
        self._count = 0

    def row(self, row: Row) -> None:
        """Read one row: part of a heading, or of the words below it."""
        position, heading = _POSITION.match(row.text), _HEADING.match(row.text)
        section = section_of(row.text)
        self._list = self._list if section is None else section
        if self._list not in ("", self._wanted):
            self._open = None
            self._gathered.omit("another-list", row.line)
        elif position or heading or "Bold" in row.font or self._open is None:
            self._head(row, heading.end() if heading else len(row.text))
            if position:
                self._place(position["code"])
        else:
            self._more(self._open, row, 0)

    def _head(self, row: Row, end: int) -> None:
        """Begin a note, or go on with the heading of one that has no words yet."""
        marker, draft = row.line.part(0, end), self._open
        joined = join(draft.marker, marker) if draft and draft.marker and not draft.lines else None
        title = note_of(row.text)
        if draft is not None and joined is not None:
            draft.marker = joined
        else:
            self._count += title is None
            draft = NoteDraft(
                "", "", marker, [], notation=title or f"note.statements.{self._count}"
            )
            self._gathered.notes.append(draft)
        self._open = None if title else draft
        if end < len(row.text):
            self._more(draft, row, end)

    def _more(self, draft: NoteDraft, row: Row, at: int) -> None:
        words = row.line.part(at)
        joined = join(draft.lines[-1], words) if draft.lines else None
        draft.lines[-1:] = [joined] if joined else [*draft.lines[-1:], words]

    def _place(self, printed: str) -> None:
        """Say what the note is about, if that stands in the list."""
        code = printed.replace(" ", "").rstrip(".")
        entry = entry_of(code)
        known = {item.notation for item in self._gathered.entries.get(entry, ())}
        if self._open is not None and code in known:
            self._open.place, self._open.before, self._open.is_placed = entry, code, True
