"""Definitions of terms: the the categories that use one, if printed, beside the term and its meaning."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from graph.errors import DuplicateNotation
from graph.ids import slug
from graph.model.term import Term, TermScope
from ingest.outline.gathered import Gathered, NoteDraft
from ingest.outline.levels import join
from ingest.outline.line import Line
from ingest.sources.pdf import Pdf, Row

_MEANINGS = 160.0
"""Points: meanings begin right of it; a quotation mark begins a term wherever it stands."""

_APART = 1.8
"""Times its size: a definition stands so much lower than the one before it; one on a new page stands higher."""

_QUOTED = re.compile(r"\"(?P<term>[^\"]+)\"")
_SHORT = re.compile(r"\(\"(?P<short>[^\"]+)\"\)")
_USED = re.compile(r"(?P<list>ML|Cat)|(?P<number>\d{1,2}(?:P\d)?)|GTN|GSN|GISN|[A-Z][\w-]+ Lists?")


def _is_right(row: Row, at: int) -> bool:
    """Say whether a word of the right column begins at a place."""
    if row.text[at] == " " or (at and row.text[at - 1] != " "):
        return False
    return row.text[at] == '"' or row.xs[at] >= _MEANINGS


def _categories(used: str) -> tuple[str, ...]:
    """Return the categories and lists that a definition names; those of munitions with the letters that print once.

    >>> _categories("Cat 1, 5P1 ML9, 13 Both Lists")
    ('1', '5P1', 'ML9', 'ML13', 'Both Lists')
    """
    found, letters = dict[str, None](), ""
    for part in _USED.finditer(used):
        if part["list"]:
            letters = "ML" if part["list"] == "ML" else ""
        else:
            found[letters + part[0] if part["number"] else part[0]] = None
    return tuple(found)


@dataclass(slots=True)
class _Definition:
    marker: Line
    used: str
    lines: list[Line] = field(default_factory=list)

    @property
    def label(self) -> str:
        """The term, without quotation marks."""
        found = _QUOTED.match(self.marker.text)
        return found["term"] if found else self.marker.text.strip('"')

    @property
    def is_open(self) -> bool:
        """The term runs on in the next row."""
        return self.marker.text.count('"') == 1


class Definitions:
    """Collects definitions while rows are read in order."""

    def __init__(self, gathered: Gathered[Pdf]) -> None:
        self._gathered = gathered
        self._found: list[_Definition] = []
        self._intro: NoteDraft | None = None
        self._last: Row | None = None

    def row(self, row: Row) -> None:
        """Read one row: its left part names categories, its right part is a term or what it means."""
        at = next((n for n in range(len(row.xs)) if _is_right(row, n)), len(row.xs))
        left, right = row.line.part(0, at), row.line.part(at)
        apart, self._last = self._is_apart(row), row
        whole = self._term_goes_on(row)
        if whole is not None:
            self._found[-1].marker = whole
        elif apart and row.x < _MEANINGS and right.text.startswith('"'):
            self._found.append(_Definition(right, left.text))
            self._gathered.omit("category-column", left)
        elif self._found:
            self._more(left, right)
        else:
            self._before(row)

    def _term_goes_on(self, row: Row) -> Line | None:
        """Return the whole term whose quotation marks a row closes; ``None`` for any other row."""
        if not self._found or not self._found[-1].is_open or self._found[-1].lines:
            return None
        return join(self._found[-1].marker, row.line)

    def _is_apart(self, row: Row) -> bool:
        last = self._last
        return last is None or last.page != row.page or last.y - row.y > _APART * row.size

    def _before(self, row: Row) -> None:
        """Keep what introduces the definitions."""
        if self._intro is None:
            self._intro = NoteDraft("", "", row.line, [], notation="note.definitions")
            self._gathered.notes.append(self._intro)
            return
        lines = self._intro.lines
        joined = join(lines[-1], row.line) if lines else None
        lines[-1:] = [joined] if joined else [*lines[-1:], row.line]

    def _more(self, left: Line, right: Line) -> None:
        last = self._found[-1]
        if left.text:
            last.used += f" {left.text}"
            self._gathered.omit("category-column", left)
        if right.text:
            joined = join(last.lines[-1], right) if last.lines else None
            last.lines[-1:] = [joined] if joined else [*last.lines[-1:], right]

    def end(self) -> None:
        """Keep the terms: one of two of one name is told apart by the words behind it.

        Raises:
            DuplicateNotation: a term stands twice.
        """
        page, taken = self._gathered.page, set[str]()
        for one in self._found:
            name = slug(one.label.removesuffix("(s)"))
            if name in taken:
                name = slug(one.marker.text)
            if name in taken:
                raise DuplicateNotation(page.name, name, [one.marker.where])
            taken.add(name)
            for short in _SHORT.finditer(one.marker.text):
                self._gathered.aliases.setdefault(slug(short["short"]), []).append(name)
            self._gathered.terms.append(
                Term(
                    slug=name,
                    label=one.label,
                    scope=TermScope.LIST,
                    categories=_categories(one.used),
                    marker=page.cut(one.marker),
                    text=tuple(page.cut(line) for line in one.lines),
                )
            )
