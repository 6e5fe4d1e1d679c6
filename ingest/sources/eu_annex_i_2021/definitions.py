"""Definitions of the terms that stand in double quotation marks, in the order of the document."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from graph.errors import DuplicateNotation
from graph.ids import slug
from graph.model.term import Term, TermScope
from ingest.outline.gathered import Gathered
from ingest.outline.levels import join
from ingest.outline.line import Line
from ingest.outline.printed import Printed
from ingest.sources.pdf import Pdf, Row

_CATEGORY = r"(?:\d|[A-Z]{3,4}|All|def)"
_TERM = re.compile(
    rf"[\"“](?P<term>[^\"“”]+)[\"”](?P<between>[^.;]{{0,60}}?)\s?\((?P<categories>{_CATEGORY}(?: {_CATEGORY})*)\)"
)
_ABBREVIATION = re.compile(r"\([\"“](?P<short>[^\"“”]+)[\"”]\)")
_ENDED = re.compile(r"[.)\]'’;:]$")


@dataclass(slots=True)
class _Definition:
    found: re.Match[str]
    lines: list[Line]
    """All its words, the term too."""


class DefinitionReader:
    """Collects definitions while rows are read in order."""

    def __init__(self, gathered: Gathered[Pdf], printed: Printed[Pdf]) -> None:
        self._gathered = gathered
        self._printed = printed
        self._rows: list[Row] = []

    def row(self, row: Row) -> None:
        """Read one row: what stands before the first term belongs to the note."""
        if self._rows or row.text.startswith(('"', "“")):
            self._rows.append(row)
        else:
            self._printed.row(row)

    def end(self) -> None:
        """Keep the terms: two of one name are told apart by what stands behind the name.

        Raises:
            UnreadableDocument: words that begin like a definition and name no categories.
            DuplicateNotation: a term stands twice.
        """
        found = self._definitions()
        times = Counter(slug(one.found["term"]) for one in found)
        for one in found:
            label, between = one.found["term"], one.found["between"].strip()
            name = slug(label)
            if times[name] > 1 and between:
                label = f"{label} {between}"
                self._gathered.aliases.setdefault(name, []).append(slug(label))
            if short := _ABBREVIATION.search(between):
                self._gathered.aliases.setdefault(slug(short["short"]), []).append(slug(label))
            self._keep(label, one)

    def _definitions(self) -> list[_Definition]:
        found: list[_Definition] = []
        for number, row in enumerate(self._rows):
            term = self._term(number)
            if term is not None:
                found.append(_Definition(term, [row.line]))
            elif not found:
                raise self._gathered.page.unreadable(row.line.where, "a term without categories")
            else:
                extend(found[-1].lines, row.line)
        return found

    def _term(self, number: int) -> re.Match[str] | None:
        """Return the term that a row begins with; its categories may stand in the next row."""
        row = self._rows[number]
        if number and not _ENDED.search(self._rows[number - 1].text):
            return None
        more = self._rows[number + 1].text if number + 1 < len(self._rows) else ""
        return _TERM.match(f"{row.text} {more}")

    def _keep(self, label: str, one: _Definition) -> None:
        page, name = self._gathered.page, slug(label)
        if any(term.slug == name for term in self._gathered.terms):
            raise DuplicateNotation(page.name, name, [one.lines[0].where])
        first, *more = one.lines
        end = one.found.end()
        lines = [line for line in (first.part(end), *more) if line.text]
        self._gathered.terms.append(
            Term(
                slug=name,
                label=label,
                scope=TermScope.LIST,
                categories=tuple(one.found["categories"].split()),
                marker=page.cut(first.part(0, end)),
                text=tuple(page.cut(line) for line in lines),
            )
        )


def extend(lines: list[Line], line: Line) -> None:
    """Add a line to the lines of one text, joined to the last one where nothing stands between."""
    joined = join(lines[-1], line)
    if joined is None:
        lines.append(line)
    else:
        lines[-1] = joined
