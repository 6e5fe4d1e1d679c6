"""Definitions of terms: the categories that use one beside the term and its meaning."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from graph.ids import slug
from graph.model.term import Term, TermScope
from ingest.outline.gathered import Gathered, NoteDraft
from ingest.outline.levels import join
from ingest.outline.line import Line
from ingest.sources.pdf import Pdf, Row

_TERMS, _MEANINGS = 144.0, 160.0
"""Points: terms and their meanings begin right of these; numbers of categories may run into the first."""

_TERM = re.compile(r"\"(?P<term>[^\"]+)\"(?P<more>.*)")
_USED = re.compile(r"(?:Cats?|GTN|GSN|GISN|ML|DU|All)\b|ML ?\d")
_NUMBER = re.compile(r"ML ?\d{1,2}|\d(?:P\d)?|GTN|GSN|GISN")


def _is_right(row: Row, at: int) -> bool:
    """Say whether a word of the right column begins at a place."""
    if row.text[at] == " " or (at and row.text[at - 1] != " "):
        return False
    return row.xs[at] >= (_TERMS if row.text[at] == '"' else _MEANINGS)


@dataclass(slots=True)
class _Definition:
    label: str
    marker: Line
    used: str
    lines: list[Line] = field(default_factory=list)


class Definitions:
    """Collects definitions while rows are read in order."""

    def __init__(self, gathered: Gathered[Pdf]) -> None:
        self._gathered = gathered
        self._found: list[_Definition] = []
        self._intro: NoteDraft | None = None

    def row(self, row: Row) -> None:
        """Read one row: its left part names categories, its right part is a term or what it means."""
        at = next((n for n in range(len(row.xs)) if _is_right(row, n)), len(row.xs))
        left, right = row.line.part(0, at), row.line.part(at)
        if not self._found and not (_USED.match(left.text) and _TERM.match(right.text)):
            self._before(row)
        elif left.text and right.text and _USED.match(left.text) and _TERM.match(right.text):
            found = _TERM.match(right.text)
            label = found["term"] if found else right.text
            self._found.append(_Definition(label, right, left.text))
            self._gathered.omit("category-column", left)
        else:
            self._more(left, right)

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
        """Keep the terms; a term that has two meanings is told apart by the words behind it."""
        page, taken = self._gathered.page, set[str]()
        for one in self._found:
            name = slug(one.label)
            if name in taken:
                name = slug(one.marker.text)
            if name in taken:
                name = f"{name}-{len(taken)}"
                self._gathered.issue(one.label, "term-defined-twice", one.label)
            taken.add(name)
            self._gathered.terms.append(
                Term(
                    slug=name,
                    label=one.label,
                    scope=TermScope.LIST,
                    categories=tuple(dict.fromkeys(_NUMBER.findall(one.used))),
                    marker=page.cut(one.marker),
                    text=tuple(page.cut(line) for line in one.lines),
                )
            )
