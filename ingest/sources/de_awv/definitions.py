"""Definitions: each term with the numbers that use it and its English name."""

from __future__ import annotations

import re

from graph.errors import DuplicateNotation
from graph.model.term import Term, TermScope
from ingest.outline.gathered import Gathered
from ingest.outline.line import Line
from ingest.outline.parts import Leaves, Part, Words, lines_of
from ingest.sources.de_awv.codes import CODE
from ingest.text.german_terms import german_slug

_PLACE = rf"(?:ASA|ATA|DEF|{CODE.pattern})"
_TERM = re.compile(
    r"„(?P<term>[^„“”]+)[“”](?P<between>(?: \([^()]*\))?)"
    rf" \((?P<places>{_PLACE}(?:\s{_PLACE})*)\)"
)
_ENGLISH = re.compile(r"\s?\((?:[^()]|\([^()]*\))*\)")
_SHORT = re.compile(r"„(?P<short>[^„“”]+)[“”]")


def read_definitions(gathered: Gathered[Leaves], parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """Gather the terms; return the parts before the first of them.

    Shape:   the first passage of a term's text is its English name in brackets, where it has one; then all words of
        the definition with its points and notes.

    Raises:
        UnreadableDocument: no term at all, or a term without words.
        DuplicateNotation: a term stands twice.
    """
    starts = [n for n, part in enumerate(parts) if isinstance(part, Words) and _term(part)]
    if not starts:
        raise gathered.page.unreadable("Begriffsbestimmungen", "no definition")
    for start, end in zip(starts, [*starts[1:], len(parts)], strict=True):
        _keep(gathered, parts[start:end])
    return parts[: starts[0]]


def _term(words: Words) -> re.Match[str] | None:
    return _TERM.match(words.line.text)


def _keep(gathered: Gathered[Leaves], parts: tuple[Part, ...]) -> None:
    first = parts[0]
    assert isinstance(first, Words)  # noqa: S101  a term begins with words
    found = _term(first)
    assert found is not None  # noqa: S101  it is one
    name = german_slug(found["term"])
    if name in {term.slug for term in gathered.terms}:
        raise DuplicateNotation(gathered.page.name, name, [first.line.where])
    whole, *more = gathered.page.joined(lines_of(parts))
    english, rest = _after(whole, found.end())
    if not rest.text and not more:
        raise gathered.page.unreadable(first.line.where, f"{found['term']} has no definition")
    names = found["between"] + english.text
    for short in _SHORT.finditer(names):
        gathered.aliases.setdefault(short["short"], []).append(name)
    gathered.terms.append(
        Term(
            slug=name,
            label=found["term"],
            scope=TermScope.LIST,
            categories=tuple(found["places"].split()),
            marker=gathered.page.cut(whole.part(0, found.end())),
            text=tuple(gathered.page.cut(line) for line in (english, rest, *more) if line.text),
        )
    )


def _after(whole: Line, end: int) -> tuple[Line, Line]:
    """Return the English name and the definition; the colon between them stays with what it ends."""
    english = _ENGLISH.match(whole.text, end)
    split = english.end() if english else end
    if whole.text[split : split + 1] == ":":
        split += 1
    return whole.part(end, split), whole.part(split)
