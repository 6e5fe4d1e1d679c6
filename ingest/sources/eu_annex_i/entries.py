"""Entries: one provision a line, with its whole path in front."""

from __future__ import annotations

import re

from graph.model.paragraph import ParagraphKind
from ingest.outline.gathered import DUPLICATE, Gathered, Item, NoteDraft
from ingest.outline.inline import next_step, note_heading, read_items, read_note
from ingest.outline.line import Line
from ingest.sources.eu_annex_i.blocks import Page
from ingest.sources.eu_annex_i.slips import repaired
from ingest.text.lead_in import read_lead_in

_PATH = re.compile(r"(?P<code>\d[A-E]\d{3})(?:\.[a-z0-9]+)*(?=\s)")
_STEP = re.compile(r"(?P<step>\d{1,2}|[a-z])\.(?=\s)")


class EntryReader:
    """Reads the lines of one entry, in document order."""

    def __init__(self, gathered: Gathered[Page], code: str) -> None:
        self._gathered = gathered
        self._code = code
        self._items: dict[str, Item] = {}
        self._last: NoteDraft | None = None
        """The note that the line before ends with."""

        self._list: dict[str, NoteDraft] = {}
        """Path to the note or item of a note whose items are printed like paragraphs."""

    def read(self, lines: tuple[Line, ...]) -> list[Item]:
        """Return the paragraphs of the entry; its notes are gathered.

        Raises:
            UnreadableDocument: a line without a path of this entry, or a path without words.
        """
        for line in lines:
            self._line(line)
        return list(self._items.values())

    def _line(self, line: Line) -> None:
        printed = _PATH.match(line.text)
        if printed is None or printed["code"] != self._code:
            raise self._gathered.page.unreadable(line.where, f"no path of {self._code} in front")
        notation = self._notation(line, printed[0])
        path, rest = line.part(0, printed.end()), line.part(printed.end())
        if notation != self._code and self._code not in self._items:
            raise self._gathered.page.unreadable(line.where, f"{self._code} has no words before")
        above = self._above(notation)
        if note_heading(rest.text) and self._items:
            self._notes(self._items[above if notation not in self._items else notation], path, rest)
        elif notation in self._items:
            self._more(self._items[notation], path, rest)
        elif above_in_note := self._list.get(notation.rpartition(".")[0]):
            self._note_item(above_in_note, notation, path, rest)
        else:
            self._paragraph(notation, above, path, rest)

    def _notation(self, line: Line, printed: str) -> str:
        fixed = _PATH.match(repaired(line.text) or "")
        if fixed is None:
            return printed
        self._gathered.issue(fixed[0], "path-repaired", printed)
        return fixed[0]

    def _above(self, notation: str) -> str:
        """Return the nearest paragraph above a notation; empty for the entry itself."""
        above = notation.rpartition(".")[0]
        while above and above not in self._items:
            above = above.rpartition(".")[0]
        return above

    def _paragraph(self, notation: str, above: str, path: Line, rest: Line) -> None:
        if above != notation.rpartition(".")[0] and not self._list:
            self._gathered.issue(notation, "missing-parent", notation.rpartition(".")[0])
        self._last, self._list = None, {}
        own, pieces = read_items(rest)
        item = Item(notation, above, path, [own])
        if notation == self._code:
            item.kind, item.title = ParagraphKind.ENTRY, rest.text.rstrip(".,;: ")
        self._items[notation] = item
        names: dict[int, str] = {}
        for piece in pieces:
            parent = names[id(piece.parent)] if piece.parent else notation
            names[id(piece)] = self._inline(parent, piece.step, piece.marker, [piece.text])

    def _inline(self, parent: str, step: str, marker: Line, lines: list[Line]) -> str:
        """Keep an item that is printed inside a line of its parent."""
        notation = f"{parent}.{step}"
        self._items[notation] = Item(notation, parent, marker, lines)
        self._gathered.issue(notation, "item-inside-a-line", marker.text)
        return notation

    def _more(self, item: Item, path: Line, rest: Line) -> None:
        """Read a second line of a paragraph: it goes on with whatever stands before it."""
        self._gathered.omit(DUPLICATE, path)
        step = _STEP.match(rest.text)
        if self._last is not None:
            self._gathered.issue(item.notation, "continued-note", self._heading(self._last))
            self._last.lines.append(rest)
        elif step and step["step"] == self._expected(item.notation):
            marker, words = rest.part(0, step.end()), rest.part(step.end())
            cells = [cell for cell in self._gathered.cells(words) if cell.text]
            self._inline(item.notation, step["step"], marker, cells)
        elif "|" in rest.text:
            self._gathered.issue(item.notation, "table-row", item.notation)
            self._gathered.add_row(item.notation, 1, rest)
        else:
            self._gathered.issue(item.notation, "continued-paragraph", item.notation)
            item.lines.append(rest)

    def _expected(self, notation: str) -> str:
        """Return the enumerator of the next item below a paragraph."""
        steps = [
            item.notation.rpartition(".")[2]
            for item in self._items.values()
            if item.parent == notation
        ]
        return next_step(steps[-1]) if steps else "a"

    def _notes(self, item: Item, path: Line, rest: Line) -> None:
        self._gathered.omit(DUPLICATE, path)
        within = NoteDraft(self._code, item.notation, None, [])
        self._last = self._gathered.add_notes(read_note(rest), within)[-1]
        announced = item.words.endswith(":") or read_lead_in(item.words) is not None
        is_open = self._last.words.endswith(":") and not announced
        self._list = {item.notation: self._last} if is_open else {}

    def _note_item(self, above: NoteDraft, notation: str, path: Line, rest: Line) -> None:
        """Keep an item of a note that the document prints like a paragraph."""
        step = notation.rpartition(".")[2]
        draft = NoteDraft(self._code, above.before, path, [rest], above, step)
        self._list[notation] = draft
        self._last = None
        self._gathered.notes.append(draft)

    def _heading(self, note: NoteDraft) -> str:
        while note.step and note.parent is not None:
            note = note.parent
        return note.marker.text if note.marker else ""
