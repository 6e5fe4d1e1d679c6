"""The glossary: a term in bold, its definition below it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from graph.ids import slug
from graph.model.term import Term, TermScope
from ingest.outline.gathered import Gathered
from ingest.outline.levels import join
from ingest.outline.line import Line
from ingest.sources.pdf import Pdf, Row

_TERM = re.compile(r"[“\"](?P<term>[^“”\"]+)[”\"],?")
_BRACKET = re.compile(r" ?\((?P<words>[^()]+)\)$")
_SHORT = re.compile(r"[A-Z][A-Za-z-]{1,9}")
_MEANS = re.compile(r" means$")


@dataclass(slots=True)
class Glossary:
    """Collects the rows of the glossary; ``end`` keeps the terms."""

    gathered: Gathered[Pdf]
    _found: list[list[Line]] = field(default_factory=list)

    def read(self, row: Row) -> bool:
        """Read one row; say whether it is part of a definition: what stands before the first is none."""
        if "Bold" in row.font and _TERM.match(row.text):
            self._found.append([row.line])
        elif not self._found:
            return False
        else:
            lines = self._found[-1]
            joined = join(lines[-1], row.line)
            lines[-1:] = [joined] if joined else [lines[-1], row.line]
        return True

    def end(self) -> None:
        """Keep the terms; a second definition of one name is a term of its own."""
        for lines in self._found:
            found = _TERM.match(lines[0].text)
            if found is None:
                raise self.gathered.page.unreadable(lines[0].where, "no term in quotation marks")
            self._keep(lines, found.end(), _MEANS.sub("", found["term"].strip()))

    def _keep(self, lines: list[Line], end: int, label: str) -> None:
        taken = {term.slug for term in self.gathered.terms}
        name = slug(label)
        if name in taken:
            self.gathered.issue(name, "term-defined-twice", label)
            self.gathered.aliases[name] = [name, f"{name}-2"]
            name = f"{name}-2"
        if bracket := _BRACKET.search(label):
            aliases = [label[: bracket.start()]]
            aliases += [bracket["words"]] if _SHORT.fullmatch(bracket["words"]) else []
            for alias in aliases:
                self.gathered.aliases.setdefault(slug(alias), []).append(name)
        cut = self.gathered.page.cut
        self.gathered.terms.append(
            Term(
                slug=name,
                label=label,
                scope=TermScope.LIST,
                marker=cut(lines[0].part(0, end)),
                text=tuple(cut(line) for line in (lines[0].part(end), *lines[1:]) if line.text),
            )
        )
