"""The rows of the document in order: headings, entries, notes of the whole list, tables, definitions."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from graph.errors import DuplicateNotation
from ingest.outline.assembled import Order
from ingest.outline.gathered import Gathered, Heading, NoteDraft
from ingest.outline.grid import Grid, keep
from ingest.outline.printed import Head, Printed, Style
from ingest.sources.nz_sgl.definitions import Definitions
from ingest.sources.nz_sgl.sections import Section, section_of
from ingest.sources.nz_sgl.slips import code_meant
from ingest.sources.pdf import Pdf, Row
from ingest.text.codes import entry_of

_FOOT = re.compile(r"New Zealand Strategic Goods List November 2024 Page \d{1,3}")
_HEADING = re.compile(
    r"Category (?P<category>\d) - |Part (?P<part>\d) ?— ?|(?P<group>\d[A-E]\d?) (?=[A-Z])"
)
_ENTRY = re.compile(r"(?P<code>\d[A-E]\d{3}|ML\d{1,3})\.?(?=\s|$)")
_CHOSEN = re.compile(r"(?P<code>\d[A-E]\d{3})(?P<steps>(?:\.\w{1,2})*)\.?(?=\s|$)")
_CHOICE_HEAD = re.compile(
    r"Category (?P<category>\d) (?:VERY )?SENSITIVE LIST|Part (?P<part>\d)(?=\s|$)"
)
_FOOTNOTE = re.compile(r"(?P<number>\d) (?=\S)")
_MARGIN = 95.0
"""Points: codes and headings stand left of it, everything else further right."""

_FOOTNOTE_SIZE = 10.0
_NOTE = re.compile(
    r"(?:Technical )?Notes?(?: \d{1,2})?:(?=\s|$)|Note [1-8](?:\.(?=\s)|(?= \.\.\.$|$))"
    r"|(?:Technical )?Note\.?$|Technical [Nn]otes?:?$"
    r"|N\.B\.?(?: ?\d{1,2}\.?)?(?: ?:)?(?: \d(?=\s))?(?=\s|$)"
)


_LABEL = re.compile(r"(?:Length|Width|Height):(?=\s)")


@dataclass(slots=True)
class Reader:
    """Reads the rows one by one."""

    gathered: Gathered[Pdf]
    order: Order = field(default_factory=Order)
    chosen: dict[str, str] = field(default_factory=dict)
    """Codes of the Sensitive and the Very Sensitive List: notation of the item to the code."""

    _category: str = ""
    _heading: str | None = None
    _last_name: str = ""
    """The heading or entry that was begun last."""

    _section: Section | None = None
    _definitions: Definitions | None = None
    _grid: Grid | None = None
    _chosen_heads: set[str] = field(default_factory=set)
    _printed: Printed[Pdf] = field(init=False)

    def __post_init__(self) -> None:
        self._printed = Printed(self.gathered, Style(self._head, _NOTE, label=_LABEL))

    def read(self) -> None:
        """Read the whole document.

        Raises:
            UnreadableDocument: words that stand nowhere.
            DuplicateNotation: an entry, a heading or a term stands twice.
        """
        for row in self.gathered.page.rows:
            if _FOOT.fullmatch(row.text):
                self.gathered.omit("page-foot", row.line)
            else:
                self._row(row)
        self._close()

    def _row(self, row: Row) -> None:
        section = section_of(row.text)
        heading = _HEADING.match(row.text) if "Bold" in row.font else None
        footnote = _FOOTNOTE.match(row.text) if row.size == _FOOTNOTE_SIZE else None
        if section is not None:
            self._begin(section, row)
        elif self._is_choice:
            self._choice(row)
        elif heading is not None and not self._is_left_out:
            self._named(row, heading)
        elif footnote is not None and self._grid is None and not self._is_left_out:
            self._footnote(row, footnote)
        elif self._section is None and not self.gathered.entries and not self._heading:
            self.gathered.omit("cover", row.line)
        elif self._is_left_out:
            self.gathered.omit("contents", row.line)
        elif self._definitions is None or not self._definitions.read(row):
            self._words(row)

    @property
    def _is_left_out(self) -> bool:
        return self._section is not None and self._section.reads == "left-out"

    @property
    def _is_choice(self) -> bool:
        return self._section is not None and self._section.reads == "choice"

    def _words(self, row: Row) -> None:
        if self._grid is not None and row.size <= _FOOTNOTE_SIZE:
            self._grid.read(row)
            return
        if self._head(row) is not None:
            self._close()
            self._section = None
        elif row.x < _MARGIN and self._section is None and self._heading:
            self._between(row)
            return
        self._printed.row(row)

    def _between(self, row: Row) -> None:
        """Keep words at the margin: a heading between entries, or what stands below a heading."""
        self.order.below[self._heading or ""].append(row.line)
        if self._heading != self._last_name:
            self.gathered.issue(self._last_name, "heading-between-entries", row.text)

    def _head(self, row: Row) -> Head | None:
        found = _ENTRY.match(row.text) if row.x < _MARGIN else None
        if found is None or self._is_choice:
            return None
        self.order.add(found["code"], self._heading)
        self._last_name = found["code"]
        return Head(found["code"], end=found.end())

    def _chosen(self, row: Row) -> None:
        """Read a row that may begin with a code of the Sensitive or the Very Sensitive List."""
        printed = row.text.partition(" ")[0]
        code = code_meant(printed)
        found = _CHOSEN.match(code) if row.x < _MARGIN else None
        if found is None or self._section is None:
            self._printed.row(row)
            return
        notation = found["code"] + found["steps"]
        where = f"{self._section.note}.{notation}"
        if code != printed:
            self.gathered.issue(where, "code-repaired", printed)
        if where in self.chosen:  # the code again, in front of a note
            words = row.line.part(len(printed))
            self.gathered.omit("repeated-head", row.line.part(0, len(printed)))
            self._printed.row(replace(row, line=words, xs=row.xs[words.start - row.line.start :]))
            return
        self.chosen[where] = notation
        self._printed.member(row, Head(notation, end=len(printed)))

    def _begin(self, section: Section, row: Row) -> None:
        self._close()
        self._section = section
        if section.reads == "left-out":
            self.gathered.omit("contents", row.line)
            return
        place = entry_of(section.about) if section.about else ""
        self._printed.open(
            NoteDraft(place, section.about, row.line, [], notation=section.note, reads_as=section.reads_as)
        )  # fmt: skip
        if section.reads == "definitions":
            self._definitions = Definitions(self.gathered)
        if section.columns:
            self._grid = Grid(section.columns)

    def _close(self) -> None:
        """End the definitions or the table that is open."""
        if self._definitions is not None:
            self._definitions.end()
        if self._grid is not None and self._section is not None:
            keep(self.gathered, self._grid, self._section.note or self._section.about)
        self._definitions = self._grid = None

    def _named(self, row: Row, found: re.Match[str]) -> None:
        """Read the heading of a category, a part of one or a product group."""
        self._close()
        self._section = None
        name, parent = _place(found, self._category)
        if name in self.gathered.headings:
            raise DuplicateNotation(self.gathered.page.name, name, [row.line.where])
        if found["category"]:
            self._category = found["category"]
        marker = row.line.part(0, found.end())
        self.gathered.headings[name] = Heading(marker, row.line.part(found.end()))
        if parent is not None and parent not in self.gathered.headings:
            raise self.gathered.page.unreadable(row.line.where, f"no {parent} above {name}")
        self.order.add(name, parent)
        self._heading = self._last_name = name
        self._printed.at(name, self.order.below[name])

    def _footnote(self, row: Row, found: re.Match[str]) -> None:
        marker, words = row.line.part(0, found.end()), row.line.part(found.end())
        notation = f"note.footnote.{found['number']}"
        self.gathered.notes.append(NoteDraft("", "", marker, [words], notation=notation))

    def _choice(self, row: Row) -> None:
        """Read a row of the Sensitive or the Very Sensitive List."""
        head = _CHOICE_HEAD.match(row.text) if "Bold" in row.font else None
        if head is None:
            self._chosen(row)
            return
        if head["category"]:
            self._category = head["category"]
        name = f"cat{self._category}" + (f"p{head['part']}" if head["part"] else "")
        key = f"{self._section.note if self._section else ''}.{name}"
        if key in self._chosen_heads:
            self.gathered.omit("repeated-head", row.line)
            return
        self._chosen_heads.add(key)
        end = head.end() if head["part"] else len(row.text)
        self._printed.member(row, Head(name, end=end))


def _place(found: re.Match[str], category: str) -> tuple[str, str | None]:
    """Return the name of a heading and of the one above it."""
    if found["category"]:
        return f"cat{found['category']}", None
    if found["part"]:
        return f"cat{category}p{found['part']}", f"cat{category}"
    group = found["group"]
    return group, f"cat{group[0]}p{group[2]}" if group[2:] else f"cat{group[0]}"
