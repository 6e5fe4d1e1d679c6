"""What the words of the list name: other positions, the Guide, laws, terms; what it takes from other lists."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict, RootModel

from graph.model.passage import Passage
from graph.model.reference import Reference, ReferenceKind
from graph.model.relation import Relation, RelationKind
from graph.model.term import Term, TermScope, TermUse
from ingest.curated import read_yaml
from ingest.sources.ca_justice.labels import above
from ingest.sources.ca_justice.lims import Node, Page
from ingest.sources.ca_justice.mentions import find_mentions
from ingest.sources.ca_justice.sections import term_slug
from ingest.sources.ca_justice.words import Speech

_GUIDE = "ca-guide"
"""A Guide to Canada's Export Control List: incorporated by reference, not at hand."""

_FILE = Path(__file__).with_name("relations.yml")
_DOCUMENT = re.compile(r"\bINFCIRC/\d+(?:/[A-Z][a-z]+\.? ?\d+)*|\bMTCR/TEM/\d{4}/An+exe?\b")
_LONGEST = 11
"""Words of a title that are kept: a snapshot holds no run of twelve."""

_BEFORE = 60
"""Characters in front of the name of a law that may name a provision of it."""

_TERMS = ("DefinedTermEn", "DefinedTermFr", "DefinitionRef")


@dataclass(frozen=True, slots=True)
class Said:
    """The words of one record."""

    where: str
    place: str
    """Position that they are read at."""

    passages: tuple[Passage, ...]
    is_paragraph: bool = False

    @property
    def words(self) -> str:
        """All its words."""
        return " ".join(passage.wording or "" for passage in self.passages)

    def holds(self, node: Node) -> bool:
        """Say whether an element stands in these words."""
        return any(part.start <= node.start and node.end <= part.end for part in self.passages)


class _Stated(BaseModel):
    """A list that the words of a position bring in by name."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    position: str
    stands: dict[str, str]
    """Language to the words."""

    target_list: str
    why: str


class _AllStated(RootModel[tuple[_Stated, ...]]):
    model_config = ConfigDict(frozen=True)


def find_references(
    said: Collection[Said], page: Page, speech: Speech, *, list_key: str, known: Collection[str]
) -> tuple[Reference, ...]:
    """Return what the words mention, each mention once for each place, sorted.

    Shape:   a note that the law numbers like a position (``3-01(2)``) counts as unresolved: what is resolved is
        stated of a position, and no reader of the notation could tell that it is none.
    """
    entries = {one.where for one in said if one.is_paragraph or ".note." in f".{one.where}"}
    linked = [node for node in page.root.inside("XRefExternal") if node.get("link")]
    found: set[Reference] = set()
    for part in said:
        found.update(_positions(part, speech, list_key, known, entries))
        found.update(_laws(part, page, speech, linked))
    return tuple(sorted(found))


def find_relations(
    said: Iterable[Said], speech: Speech, language: str, known: Collection[str]
) -> tuple[Relation, ...]:
    """Return what positions take in from the Guide, and from lists that they name."""
    found: dict[Relation, None] = {}
    for part in said:
        if not part.is_paragraph:
            continue
        text = part.words
        for one in find_mentions(text, part.place, speech, known):
            before = text[: one.start]
            if one.is_guide and speech.within.search(before) and not speech.without.search(before):
                found[_relation(part.where, _GUIDE, one.target, one.written)] = None
        for row in _read_stated():
            words = row.stands[language]
            if row.position == part.where and words in text:
                found[_relation(part.where, row.target_list, "", words)] = None
    return tuple(found)


def find_terms(
    said: Iterable[Said], page: Page, defined: Iterable[Term]
) -> tuple[tuple[Term, ...], tuple[TermUse, ...]]:
    """Return the terms of single entries, and where terms stand in italics.

    Shape:   a term of an entry has no text of its own: its definition stands in a note, in the Guide or in a law.
    """
    listed = {term.slug for term in defined}
    nodes = list(page.root.inside(*_TERMS))
    local: dict[tuple[str, str], Term] = {}
    uses: dict[TermUse, None] = {}
    for part in said:
        entry = "" if part.place.startswith("note.") else _entry(part.place)
        for node in filter(part.holds, nodes):
            label = page.text(node)
            name = term_slug(label)
            if name in listed:
                uses[TermUse(where=part.where, slug=name, scope=TermScope.LIST)] = None
            elif entry and name:
                term = Term(slug=name, label=label, scope=TermScope.ENTRY, entry=entry)
                local.setdefault((name, entry), term)
                uses[TermUse(where=part.where, slug=name, scope=TermScope.ENTRY)] = None
    return tuple(local.values()), tuple(uses)


def _positions(
    part: Said, speech: Speech, list_key: str, known: Collection[str], entries: Collection[str]
) -> Iterator[Reference]:
    for one in find_mentions(part.words, part.place, speech, known):
        if one.is_guide or one.target != part.where:
            yield Reference(
                where=part.where,
                as_written=one.written,
                target_list=_GUIDE if one.is_guide else list_key,
                target=one.target,
                kind=ReferenceKind.CITES,
                resolved=not one.is_guide and one.target in entries,
            )


def _laws(part: Said, page: Page, speech: Speech, linked: list[Node]) -> Iterator[Reference]:
    """Yield the laws that words cite, by their links, and documents of regimes, by their numbers."""
    for node in filter(part.holds, linked):
        before = page.canonical.text[max(0, node.start - _BEFORE) : node.start]
        section = speech.section.search(before)
        target = f"{node.get('link')} {section[1]}" if section else node.get("link")
        yield _provision(part.where, _begun(page.text(node)), target)
    for found in _DOCUMENT.finditer(part.words):
        yield _provision(part.where, found[0], found[0])


def _provision(where: str, written: str, target: str) -> Reference:
    return Reference(
        where=where,
        as_written=written,
        target_list="",
        target=target,
        kind=ReferenceKind.PROVISION,
        resolved=False,
    )


def _relation(where: str, target_list: str, target: str, written: str) -> Relation:
    return Relation(
        where=where,
        kind=RelationKind.INCORPORATES,
        target_list=target_list,
        target=target,
        as_written=written,
    )


def _begun(title: str) -> str:
    """Return the first words of a title; what an apostrophe joins counts as two."""
    ends = [found.end() for found in re.finditer(r"\w+", title)][:_LONGEST]
    return title[: ends[-1]] if len(ends) == _LONGEST else title


def _entry(place: str) -> str:
    """Return the outermost numbered position around another."""
    while place and (higher := above(place)) and "." not in place[len(higher) :]:
        place = higher
    return place


@cache
def _read_stated() -> tuple[_Stated, ...]:
    return read_yaml(_FILE, _AllStated).root
