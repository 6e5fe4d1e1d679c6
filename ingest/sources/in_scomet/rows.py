"""The rows of the document in order: headings, entries, notes of the whole list, tables, the glossary."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import groupby

from graph.errors import DuplicateNotation
from graph.model.passage import MarkKind
from ingest.outline.assembled import Order
from ingest.outline.gathered import DUPLICATE, Gathered, Heading, NoteDraft
from ingest.outline.grid import Grid, keep
from ingest.outline.paths import Path, Paths
from ingest.outline.printed import Style
from ingest.outline.reading_order import read_down
from ingest.sources.in_scomet.chemicals import Chemicals, tables
from ingest.sources.in_scomet.definitions import Glossary
from ingest.sources.in_scomet.marks import masked, read_head, second_code
from ingest.sources.in_scomet.sections import Section, section_of
from ingest.sources.in_scomet.slips import heading_meant, repair_of, stray_mark, within
from ingest.sources.pdf import Pdf, Row
from ingest.text.codes import entry_of

_RUNNING_HEAD = "Appendix 3 – SCOMET List"
_FOOTNOTE = re.compile(r"(?P<number>\d{1,2})? ?(?=Added vide|Para 1|No change|Notification No)")
_HEADING = re.compile(
    r"C(?:ategory|ATEGORY) (?P<category>\d)\s*:?\s*(?=[A-Z]|$)|(?P<group>\d[A-H]\d?)(?!\d)\.?\s*(?=[A-Z\[\"(])"
)
_PART = re.compile(r"P(?:ART|art)[ -]*(?P<part>\d)")
_SUBJECT = re.compile(
    r"(?:ACOUSTICS|OPTICAL SENSORS|CAMERAS|OPTICS|LASERS|MAGNETIC AND ELECTRIC FIELD SENSORS|GRAVIMETERS|RADAR)\b"
)
_CHEMICAL = re.compile(r"\((?P<number>\d{1,2})\)\s")
_NOTE = re.compile(
    r"(?:(?:Technical|TECHNICAL) [Nn](?:ote|OTE)(?:s|S)?|Notes?(?: to exporters)?) ?\d{0,2} ?[:.]?(?=\s+[A-Z0-9\"“'‘(]|\s+[a-d1][.)]|\s*$|[A-Z][a-z])"
    r"|N\.[BC]\.?(?: ?\d{1,2}(?=\.?\s))?[.:]?(?=\s|$)"
)
_STEP = re.compile(
    r"(?:(?P<step>\d{1,2}|[a-z]|[ivx]{2,4})(?P<stop>[.)])|\((?P<inner>\d{1,2}|[a-z]|[ivx]{2,4})\))(?=\s|$|[^\W\d](?![.])|[\"“‘'(])"
)
_HEADING_MARGIN, _CHEMICAL_MARGIN = 110.0, 100.0
_TINY = 7.5


@dataclass(slots=True)
class Reader:
    """Reads the rows one by one."""

    gathered: Gathered[Pdf]
    order: Order = field(default_factory=lambda: Order(groups_control=True))
    _raised: set[int] = field(default_factory=set)
    _repairs: dict[str, str] = field(default_factory=dict)
    """Notation of each item whose path is not as printed, to what is printed."""

    _heading: str | None = None
    _section: Section | None = None
    _glossary: Glossary | None = None
    _grid: Grid | None = None
    _chemicals: Chemicals | None = None
    _footnote: Row | None = None
    _printed: Paths[Pdf] = field(init=False)

    def __post_init__(self) -> None:
        self._printed = Paths(self.gathered, Style(self._head, _NOTE, _STEP, columns=False))
        for mark in self.gathered.page.canonical.marks:
            if mark.kind is MarkKind.SUP:
                self._raised.update(range(mark.start, mark.end))

    def read(self) -> None:
        """Read the whole document.

        Raises:
            UnreadableDocument: words that stand nowhere.
            DuplicateNotation: an entry, a heading or a term stands twice.
        """
        for _, rows in groupby(self.gathered.page.rows, key=lambda row: row.page):
            for row in self._ordered(list(rows)):
                if row.text == _RUNNING_HEAD:
                    self.gathered.omit("page-head", row.line)
                elif not self._is_footnote(row):
                    self._row(row)
        self._close()
        for notation, stands in self._repairs.items():
            self.gathered.issue(notation, "path-repaired", stands)

    def _ordered(self, page: list[Row]) -> list[Row]:
        """Return the rows of a page as a person reads them; cells of tables stay in the order of the document."""
        is_table = self._section is not None or self._heading in {"1A", *tables()}
        if is_table or any(section_of(row.text) for row in page):
            return page
        return read_down(page)

    def _row(self, row: Row) -> None:
        section = section_of(row.text)
        if section is not None:
            self._begin(section, row)
        elif self._section is not None and self._section.reads == "left-out":
            self._left_out(row)
        elif not (self._is_heading(row) or self._is_held(row)):
            self._words(row)

    def _is_held(self, row: Row) -> bool:
        """Give a row to the glossary or the table that is open; say whether it is part of it."""
        if self._glossary is not None:
            return self._glossary.read(row)
        if self._grid is not None:
            self._grid.read(row)
            return True
        return self._chemicals is not None and self._chemicals.read(row)

    def _is_footnote(self, row: Row) -> bool:
        """Read a footnote that names the notification which changed a heading; say whether the row is one."""
        if row.size < _TINY and row.text.isdigit():
            self._footnote = row
            return True
        found = _FOOTNOTE.match(row.text)
        if found is None or not (found["number"] or self._footnote):
            return False
        mark = self._footnote.line if self._footnote else row.line.part(0, found.end())
        words = row.line if self._footnote else row.line.part(found.end())
        notation = f"note.footnote.{mark.text}"
        self.gathered.notes.append(NoteDraft("", "", mark, [words], notation=notation))
        self._footnote = None
        return True

    def _left_out(self, row: Row) -> None:
        self.gathered.omit("contents", row.line)

    def _words(self, row: Row) -> None:
        if self._section is not None and self._head(row) is not None:
            self._close()
        at = second_code(row.text) or within(row.page, row.text)
        if at:
            self._words(_part(row, 0, at))
            second = _part(row, at, None)
            self._words(replace(second, xs=(row.x, *second.xs[1:])))
        elif stray := stray_mark(row.page, row.text):
            self.gathered.omit("stray-mark", row.line.part(0, len(stray)))
        elif self._heading and (_SUBJECT.match(row.text) or self._is_column_head(row)):
            self.order.below[self._heading].append(row.line)
            if _SUBJECT.match(row.text):
                self.gathered.issue(self._heading, "heading-between-entries", row.text)
        else:
            self._printed.row(row)

    def _is_column_head(self, row: Row) -> bool:
        in_tables = self._heading in {"1A", *tables()}
        return in_tables and "Bold" in row.font and not _NOTE.match(row.text)

    def _head(self, row: Row) -> Path | None:
        text = masked(row, self._raised)
        if (
            self._heading in {"1A", "1B"}
            and (found := _CHEMICAL.match(text))
            and row.x < _CHEMICAL_MARGIN
        ):
            return Path(self._heading, (found["number"],), found.end(), 1, (1,))
        repair = repair_of(row.page, row.text, row.y)
        if repair is not None:
            code, *steps = repair.meant.split(".")
            head: Path | None = Path(code, tuple(steps), len(repair.marker), 0, (0,) * len(steps))
            self._repairs[repair.meant] = repair.marker or repair.stands
        else:
            head = read_head(row, text)
        if head is not None and head.code != self._heading:
            self.order.add(head.code, self._heading)
        return head

    def _begin(self, section: Section, row: Row) -> None:
        if section.columns and self._section == section:  # the table goes on on a new page
            self.gathered.omit(DUPLICATE, row.line)
            return
        self._close()
        self._section = section
        if section.reads == "left-out":
            self._left_out(row)
            return
        place = entry_of(section.about) if section.about else ""
        self._printed.open(NoteDraft(place, section.about, row.line, [], notation=section.note))
        if section.reads == "definitions":
            self._glossary = Glossary(self.gathered)
        if section.columns:
            self._grid = Grid(section.columns, pitch=section.pitch)

    def _close(self) -> None:
        """End the part that is open."""
        if self._glossary is not None:
            self._glossary.end()
        if self._grid is not None and self._section is not None:
            keep(self.gathered, self._grid, self._section.note or self._section.about)
        self._section = self._glossary = self._grid = self._chemicals = None

    def _is_heading(self, row: Row) -> bool:
        """Read the heading of a category or group; say whether the row is one."""
        text = masked(row, self._raised)
        found = _HEADING.match(text) if row.x < _HEADING_MARGIN else None
        meant = heading_meant(row.text)
        if meant is None and (found is None or (found["category"] and "Bold" not in row.font)):
            return False
        self._close()
        name, end = (meant, 0) if meant else (self._name(text, found), found.end() if found else 0)
        if name in self.gathered.headings:
            raise DuplicateNotation(self.gathered.page.name, name, [row.line.where])
        marker = row.line.part(0, end)
        self.gathered.headings[name] = Heading(marker if end else None, row.line.part(end))
        self.order.add(name, self._above(name))
        self._heading = name
        self._printed.at(name, self.order.below[name])
        self._chemicals = Chemicals(self.gathered, self.order, name) if name in tables() else None
        return True

    def _name(self, text: str, found: re.Match[str] | None) -> str:
        if found is None:
            return ""
        if found["category"]:
            return f"cat{found['category']}"
        part = _PART.match(text, found.end())
        return found["group"] + (f"p{part['part']}" if part else "")

    def _above(self, name: str) -> str | None:
        """Return the nearest heading above one: its group, else its category."""
        if name.startswith("cat"):
            return None
        group = name[:2]
        return group if group != name and group in self.gathered.headings else f"cat{name[0]}"


def _part(row: Row, start: int, end: int | None) -> Row:
    line = row.line.part(start, end)
    at = line.start - row.line.start
    return replace(row, line=line, xs=row.xs[at : at + len(line.text)])
