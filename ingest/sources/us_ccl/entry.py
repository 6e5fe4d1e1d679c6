"""One place of the outline, read block by block: its remarks, tables, notes and items."""

from __future__ import annotations

from dataclasses import replace

from graph.errors import UnknownValue
from graph.model.requirement import StatementKind
from ingest.sources.ecfr import Box, Grid, Line
from ingest.sources.us_ccl import labels, licence
from ingest.sources.us_ccl.gathered import Gathered, Remark, Table
from ingest.sources.us_ccl.items import ItemReader
from ingest.sources.us_ccl.labels import Section
from ingest.sources.us_ccl.notes import NoteReader
from ingest.sources.us_ccl.outline import Place, Role

_LINKS = ("and", "or")
"""A line of its own that links the item above it with the next."""


class PlaceReader:
    """Reads the blocks of one place into what has been gathered."""

    def __init__(self, gathered: Gathered, place: Place) -> None:
        self._gathered = gathered
        self._place = place
        self._items = ItemReader(gathered, place.notation, relative=place.role is Role.HEADING)
        self._notes = NoteReader(gathered, place.notation)
        self._section = Section.HEAD
        self._label: Line | None = None
        """Label of a section whose prose is a remark, until something follows."""

        self._remark: Remark | None = None
        self._in_note = False
        self._tables = 0
        self._labelled = any(
            isinstance(block, Line) and labels.items_label(gathered.text(block))
            for block in place.blocks
        )

    def read(self) -> None:
        """Read every block.

        Raises:
            UnknownValue: a label that no table covers.
            UnreadableDocument: words or an enumerator that fit nowhere.
        """
        for block in self._place.blocks:
            if isinstance(block, Line):
                if self._gathered.text(block):
                    self._line(block)
                elif block.tag.startswith("FP"):
                    self._gathered.issue(self._place.notation, "blank-label", block.tag)
            elif isinstance(block, Box):
                self._box(block)
            elif isinstance(block, Grid):
                self._grid(block)
            else:
                self._gathered.issue(self._items.before, "formula-image", block.file)
        self._drop_label()

    def _line(self, line: Line) -> None:
        text = self._gathered.text(line)
        section = labels.section_of(text)
        if section is not None:
            self._open_section(section, line)
        elif length := labels.glued_section(text):
            label, rest = self._gathered.split(line, length)
            self._open_section(Section.CONTROLLED, label)
            self._gathered.issue(self._place.notation, "glued-label", text[:length])
            self._line(rest)
        elif line.tag in {"HD2", "HD3"}:
            self._subheading(line)
        elif length := labels.items_label(text):
            label, rest = self._gathered.split(line, length)
            self._open_section(Section.ITEMS, label)
            if self._gathered.text(rest):
                self._line(rest)
        elif labels.is_pointer(text):
            self._state(StatementKind.ITEMS_POINTER, line)
        elif self._section is Section.ITEMS or self._place.role is not Role.ENTRY:
            self._item(line)
        else:
            self._head(line, text)

    def _open_section(self, section: Section, line: Line) -> None:
        self._drop_label()
        self._section, self._remark, self._in_note = section, None, False
        if labels.prose_of(section) is None:
            self._gathered.omit("section-label", line)
        else:
            self._label = line

    def _drop_label(self) -> None:
        if self._label is not None:
            self._gathered.omit("section-label", self._label)
            self._label = None

    def _head(self, line: Line, text: str) -> None:
        label = labels.label_of_remark(text, self._section)
        if label is not None:
            self._drop_label()
            marker, rest = self._gathered.split(line, label.length)
            self._start(label.kind, label.exception, marker if label.length else None)
            self._words(rest)
        elif labels.note_heading(text):
            self._note(line)
        elif self._is_unknown_label(line, text):
            raise self._unknown_label(line, text)
        elif self._in_note:
            self._note(line)
        elif self._starts_items(line):
            self._section = Section.ITEMS
            self._item(line)
        elif self._section is Section.HEAD:
            if not self._items.read(line):
                self._state(StatementKind.TEXT, line)
        else:
            self._prose(line)

    def _is_unknown_label(self, line: Line, text: str) -> bool:
        looks = line.lead == "I" and labels.looks_like_label(text)
        return line.tag.startswith("FP") and (line.lead == "E" or looks)

    def _unknown_label(self, line: Line, text: str) -> UnknownValue:
        where = f"{self._place.notation}, line {line.at}: label"
        return UnknownValue(where, text[:40], (*Section, *labels.EXCEPTIONS, *StatementKind))

    def _starts_items(self, line: Line) -> bool:
        """Some entries have no label ``Items:``: the first enumerated paragraph begins them."""
        listed = self._section is Section.CONTROLLED and not self._labelled
        return listed and self._items.fits(line)

    def _prose(self, line: Line) -> None:
        if self._remark is None:
            kind = labels.prose_of(self._section)
            if kind is None:
                raise self._gathered.unreadable(self._place.notation, line, "words below no label")
            marker, self._label = self._label, None
            self._start(kind, None, marker)
        self._words(line)

    def _start(
        self, kind: StatementKind | None, exception: str | None, marker: Line | None
    ) -> None:
        self._remark = Remark(self._place.notation, kind, exception, marker)
        self._gathered.remarks.append(self._remark)
        self._in_note = False

    def _words(self, line: Line) -> None:
        text = self._gathered.text(line)
        at = labels.inner_label(text)
        first, rest = self._gathered.split(line, at) if at else (line, None)
        if self._remark is not None and self._gathered.text(first):
            self._remark.lines.append(first)
        if rest is not None:
            self._head(rest, self._gathered.text(rest))

    def _item(self, line: Line) -> None:
        text = self._gathered.text(line)
        if text in _LINKS and self._items.more(line):
            self._in_note = False
        elif labels.note_heading(text):
            self._note(line)
        elif self._is_unknown_label(line, text):
            raise self._unknown_label(line, text)
        elif line.lead == "I":
            self._note(line)
        elif self._items.read(line):
            self._in_note = False
        elif self._in_note:
            self._note(line)
        elif line.tag != "FP-1" or not self._items.more(line):
            self._state(StatementKind.TEXT, line)

    def _note(self, line: Line) -> None:
        before, requirement = self._where()
        self._notes.add(line, before=before, requirement=requirement)
        self._in_note = self._section is not Section.ITEMS

    def _where(self) -> tuple[str, bool]:
        head = self._place.role is Role.ENTRY and self._section is not Section.ITEMS
        return self._items.before, head and self._section is not Section.HEAD

    def _box(self, box: Box) -> None:
        before, requirement = self._where()
        heading, *lines = box.lines
        self._notes.head(heading, before=before, requirement=requirement)
        for line in lines:
            if self._section is Section.ITEMS and not line.lead and self._items.fits(line):
                self._items.read(line)
                before = self._items.before
                self._gathered.issue(before, "hidden-item", "note")
            elif self._gathered.text(line):
                self._notes.add(line, before=before, requirement=requirement)

    def _grid(self, grid: Grid) -> None:
        self._remark, self._in_note = None, False
        if not licence.is_licence_table(self._gathered, grid):
            self._tables += 1
            about = self._items.before
            self._gathered.tables += licence.read_grid(self._gathered, about, grid, self._tables)
            return
        rows: list[tuple[Line, ...]] = []
        for row in grid.body:
            if len(row) > 1 and not self._gathered.text(row[0]):
                self._note_row(row)
            else:
                rows.append(row)
        self._gathered.licence_tables.append(
            Table(self._place.notation, replace(grid, body=tuple(rows)))
        )

    def _note_row(self, row: tuple[Line, ...]) -> None:
        """A row without a first cell is a note on the row above it."""
        self._gathered.issue(self._place.notation, "note-in-table", f"{len(row)} cells")
        for cell in row:
            if self._gathered.text(cell):
                self._notes.add(cell, before=self._place.notation, requirement=True)

    def _subheading(self, line: Line) -> None:
        if self._place.role is Role.RESIDUAL:
            self._notes.enclose(line, before=self._place.notation)
            return
        self._state(StatementKind.GROUPING, line)

    def _state(self, kind: StatementKind, line: Line) -> None:
        remark = Remark(self._place.notation, kind, None, None, [line])
        self._gathered.remarks.append(remark)
