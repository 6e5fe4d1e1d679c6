"""Definitions of the terms that stand in double quotation marks, in the order of the document."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from graph.errors import DuplicateNotation
from graph.ids import slug
from graph.model.term import Term, TermScope
from ingest.outline.gathered import STRAY, Gathered
from ingest.outline.inline import note_heading
from ingest.outline.line import Line
from ingest.sources.eu_annex_i.blocks import Page
from ingest.sources.eu_annex_i.slips import read_slips

_CATEGORY = r"(?:\d|[A-Z]{3,4}|All|def)"
_TERM = re.compile(
    rf"[\"“](?P<term>[^\"“”]+)[\"”](?P<between>[^.;]{{0,60}}?)\s?\((?P<categories>{_CATEGORY}(?: {_CATEGORY})*)\)"
)
_ABBREVIATION = re.compile(r"\([\"“](?P<short>[^\"“”]+)[\"”]\)")
_GOES_ON = re.compile(r"(?:\d{1,2}|[a-z])(?:\.\d{1,2})?\s")
_QUOTE = ('"', "“")


@dataclass(slots=True)
class _Definition:
    label: str
    between: str
    categories: tuple[str, ...]
    marker: Line
    lines: list[Line] = field(default_factory=list)


def read_definitions(gathered: Gathered[Page], lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Gather the terms; return the lines before the first of them.

    Raises:
        UnreadableDocument: a line that is neither a term with its categories nor goes on with one.
        DuplicateNotation: a term stands twice.
    """
    before = _before(lines)
    found: list[_Definition] = []
    for line in lines[before:]:
        if line.text.startswith(_QUOTE):
            found.append(_definition(gathered, line))
        elif note_heading(line.text) or _GOES_ON.match(line.text):
            found[-1].lines.append(line)
        elif line.text in {stray.stands for stray in read_slips().strays}:
            gathered.issue(slug(found[-1].label), STRAY, line.text)
            gathered.omit(STRAY, line)
        else:
            raise gathered.page.unreadable(line.where, "neither a term nor part of a definition")
    _keep(gathered, found)
    return lines[:before]


def _before(lines: tuple[Line, ...]) -> int:
    starts = (n for n, line in enumerate(lines) if line.text.startswith(_QUOTE))
    return next(starts, len(lines))


def _definition(gathered: Gathered[Page], line: Line) -> _Definition:
    found = _TERM.match(line.text)
    if found is None:
        raise gathered.page.unreadable(line.where, "a term without categories")
    rest = line.part(found.end())
    return _Definition(
        label=found["term"],
        between=found["between"].strip(),
        categories=tuple(found["categories"].split()),
        marker=line.part(0, found.end()),
        lines=[rest] if rest.text else [],
    )


def _keep(gathered: Gathered[Page], found: list[_Definition]) -> None:
    """Keep the terms: two of one name are told apart by what stands behind the name."""
    times = Counter(slug(definition.label) for definition in found)
    taken: set[str] = set()
    for definition in found:
        name, label = slug(definition.label), definition.label
        if times[name] > 1 and definition.between:
            label = f"{label} {definition.between}"
            gathered.aliases.setdefault(name, []).append(slug(label))
            name = slug(label)
        if name in taken:
            raise DuplicateNotation(gathered.page.name, name, [definition.marker.where])
        taken.add(name)
        if short := _ABBREVIATION.search(definition.between):
            gathered.aliases.setdefault(slug(short["short"]), []).append(name)
        gathered.terms.append(_term(gathered, definition, name, label))


def _term(gathered: Gathered[Page], definition: _Definition, name: str, label: str) -> Term:
    return Term(
        slug=name,
        label=label,
        scope=TermScope.LIST,
        categories=definition.categories,
        marker=gathered.page.cut(definition.marker),
        text=tuple(gathered.page.cut(line) for line in definition.lines),
    )
