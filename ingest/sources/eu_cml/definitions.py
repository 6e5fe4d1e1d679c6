"""Definitions of the terms that stand in double quotation marks: the entries that use one, the term, its meaning below."""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph.errors import DuplicateNotation
from graph.ids import slug
from graph.model.term import Term, TermScope
from ingest.outline.gathered import Gathered
from ingest.outline.levels import join
from ingest.outline.line import Line
from ingest.outline.printed import Printed
from ingest.sources.pdf import Pdf, Row

_TERM = re.compile(
    r"(?P<entries>ML ?\d{1,2}(?:,? \d{1,2})* )?[\"“](?P<term>[^\"“”]+)[\"”](?P<more> \(.+\))?"
)
_ABBREVIATION = re.compile(r"\([\"“](?P<short>[^\"“”]+)[\"”]\)")
_PLURAL = re.compile(r"\(e?s\)$")
_NUMBER = re.compile(r"\d{1,2}")


@dataclass(slots=True)
class _Definition:
    found: re.Match[str]
    marker: Line
    lines: list[Line]


class DefinitionReader:
    """Collects definitions while rows are read in order."""

    def __init__(self, gathered: Gathered[Pdf], printed: Printed[Pdf]) -> None:
        self._gathered = gathered
        self._printed = printed
        self._found: list[_Definition] = []

    def row(self, row: Row) -> None:
        """Read one row: a term stands alone in its row, what stands before the first one belongs to the note."""
        found = _TERM.fullmatch(row.text)
        if found is not None:
            self._found.append(_Definition(found, row.line, []))
        elif not self._found:
            self._printed.row(row)
        else:
            lines = self._found[-1].lines
            joined = join(lines[-1], row.line) if lines else None
            lines[-1:] = [joined] if joined else [*lines[-1:], row.line]

    def end(self) -> None:
        """Keep the terms.

        Raises:
            UnreadableDocument: a term without a meaning.
            DuplicateNotation: a term stands twice.
        """
        page, taken = self._gathered.page, set[str]()
        for one in self._found:
            name, marker = slug(_PLURAL.sub("", one.found["term"])), one.marker
            if not one.lines:
                raise page.unreadable(marker.where, f"{one.found['term']} without a meaning")
            if name in taken:
                raise DuplicateNotation(page.name, name, [marker.where])
            taken.add(name)
            if short := _ABBREVIATION.search(one.found["more"] or ""):
                self._gathered.aliases.setdefault(slug(short["short"]), []).append(name)
            self._gathered.terms.append(
                Term(
                    slug=name,
                    label=one.found["term"],
                    scope=TermScope.LIST,
                    categories=tuple(f"ML{n}" for n in _NUMBER.findall(one.found["entries"] or "")),
                    marker=page.cut(marker),
                    text=tuple(page.cut(line) for line in one.lines),
                )
            )
