"""Definitions of the terms that stand in double quotation marks, in the order of the document."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from graph.errors import DuplicateNotation
from graph.ids import slug
from graph.model.term import Term, TermScope
from ingest.outline.gathered import Gathered
from ingest.outline.levels import join
from ingest.outline.line import Line
from ingest.sources.pdf import Pdf, Row

_CATEGORY = r"(?:\d|\dP\d|ML\d{1,2}|[A-Z]{3,4}|All|def)"
_TERM = re.compile(
    rf"[“\"](?P<term>[^“”\"]+)[”\"](?P<between>[^.;]{{0,60}}?)\s?\((?P<categories>{_CATEGORY}(?:,? {_CATEGORY})*)\)"
)
_BARE = re.compile(r"[“\"](?P<term>[^“”\"]+)[”\"]")
_ABBREVIATION = re.compile(r"\([“\"](?P<short>[^“”\"]+)[”\"]\)")
_ENDED = re.compile(r"[.)]$")
_GAP = 1.4
"""Times the size of print: lines further apart are two blocks."""


@dataclass(slots=True)
class _Definition:
    lines: list[Line]


@dataclass(slots=True)
class Definitions:
    """Collects the rows of the definitions; ``end`` keeps the terms."""

    gathered: Gathered[Pdf]
    _found: list[_Definition] = field(default_factory=list)
    _last: Row | None = None

    def read(self, row: Row) -> bool:
        """Read one row; say whether it is part of a definition: what stands before the first is none."""
        if self._begins(row):
            self._found.append(_Definition([row.line]))
        elif not self._found:
            return False
        else:
            lines = self._found[-1].lines
            joined = join(lines[-1], row.line)
            lines[-1:] = [joined] if joined else [lines[-1], row.line]
        self._last = row
        return True

    def _begins(self, row: Row) -> bool:
        if row.text[0] not in '“"':
            return False
        if self._last is None:
            return True
        parted = row.page != self._last.page or self._last.y - row.y > _GAP * row.size
        return parted and bool(_ENDED.search(self._last.text))

    def end(self) -> None:
        """Keep the terms: two of one name are told apart by what stands behind the name.

        Raises:
            DuplicateNotation: a term stands twice.
        """
        heads = [self._head(found.lines[0]) for found in self._found]
        times = Counter(slug(head["term"]) for head in heads)
        taken: set[str] = set()
        for found, head in zip(self._found, heads, strict=True):
            said = head.groupdict()
            label, between = said["term"], (said.get("between") or "").strip()
            name = slug(label)
            if times[name] > 1 and between:
                self.gathered.aliases.setdefault(name, []).append(slug(f"{label} {between}"))
                label = f"{label} {between}"
                name = slug(label)
            if name in taken:
                raise DuplicateNotation(self.gathered.page.name, name, [found.lines[0].where])
            taken.add(name)
            if short := _ABBREVIATION.search(between):
                self.gathered.aliases.setdefault(slug(short["short"]), []).append(name)
            categories = (
                re.split(r",? ", said.get("categories") or "") if said.get("categories") else []
            )
            self._keep(found.lines, head.end(), label, tuple(categories))

    def _head(self, line: Line) -> re.Match[str]:
        found = _TERM.match(line.text) or _BARE.match(line.text)
        if found is None:
            raise self.gathered.page.unreadable(line.where, "a term without closing mark")
        return found

    def _keep(self, lines: list[Line], end: int, label: str, categories: tuple[str, ...]) -> None:
        cut = self.gathered.page.cut
        parts = [lines[0].part(end), *lines[1:]]
        term = Term(
            slug=slug(label),
            label=label,
            scope=TermScope.LIST,
            categories=categories,
            marker=cut(lines[0].part(0, end)),
            text=tuple(cut(line) for line in parts if line.text),
        )
        self.gathered.terms.append(term)
        if not categories:
            self.gathered.issue(term.slug, "term-without-categories", label)
