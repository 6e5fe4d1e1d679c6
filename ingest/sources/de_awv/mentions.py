"""Mentions: numbers of this and other lists, sections, named notes and provisions that the words name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from graph.model.document import Issue
from graph.model.reference import Reference, ReferenceKind
from graph.model.relation import Relation, RelationKind
from ingest.outline.said import Said
from ingest.sources.de_awv.codes import ANNEX_I, CODE, SECTION_A, SECTION_B, list_of, notation_of
from ingest.text.german_provisions import find_provisions

_SECTION = re.compile(
    r"\bTeils? I (?:Abschnitte? )?(?P<first>[AB])(?: und (?P<second>[AB]))?\b(?!,? Nummer)"
)
_SECTIONS = {"A": SECTION_A, "B": SECTION_B}
_NAMED = re.compile(r"\bAllgemeinen? (?P<name>Technologie|Software)-Anmerkung\b")
_NAMES = {"Technologie": "note.ata", "Software": "note.asa"}
_CLAUSE = re.compile(r"[;)]|\.\s+(?=[A-ZÄÖÜ„‚])")
_SEE = re.compile(r"\b[Ss]iehe\b")
_NOTA_BENE = re.compile(r"(?:^|\.)nb\.")
_NUMBERED_LIKE = re.compile(
    r"\bNummerierungssystem\b[^.]*\((?P<said>Anhang I der Verordnung \(EU\) \d+/\d+)\) anlehnt\b"
)


def read_mentions(
    said: Iterable[Said], *, list_key: str, known: Mapping[str, None]
) -> tuple[tuple[Reference, ...], tuple[Issue, ...]]:
    """Return what the words mention, each mention once for each place, sorted; ranges that nobody can count here.

    Args:
        said: words of paragraphs and notes.
        list_key: the list that they are of.
        known: every notation of the list's state, in document order.
    """
    found: set[Reference] = set()
    issues: set[Issue] = set()
    for part in said:
        found.update(_codes(part, list_key, known))
        found.update(_others(part, list_key))
        issues.update(_ranges_elsewhere(part, list_key))
    return tuple(sorted(found)), tuple(sorted(issues))


def read_relations(said: Iterable[Said], list_key: str) -> tuple[Relation, ...]:
    """Return what the words say of whole other lists: Section B takes the numbering of Annex I."""
    if list_key != SECTION_B:
        return ()
    return tuple(
        Relation(
            where="",
            kind=RelationKind.NUMBERED_LIKE,
            target_list=ANNEX_I,
            target="",
            as_written=found["said"],
        )
        for part in said
        for found in _NUMBERED_LIKE.finditer(part.words)
    )


def _codes(part: Said, list_key: str, known: Mapping[str, None]) -> Iterator[Reference]:
    matches = list(CODE.finditer(part.words))
    for match in matches:
        yield from _reference(part, match, notation_of(match[0]), list_key, known)
    for first, last in pairwise(matches):
        if _is_range(part.words, first, last) and list_of(first[0]) == list_key:
            for target in _between(notation_of(first[0]), notation_of(last[0]), known):
                yield from _reference(part, first, target, list_key, known, end=last.end())


def _reference(
    part: Said,
    match: re.Match[str],
    target: str,
    list_key: str,
    known: Mapping[str, None],
    end: int | None = None,
) -> Iterator[Reference]:
    target_list = list_of(match[0])
    if target_list == list_key and target == part.where:
        return
    yield Reference(
        where=part.where,
        as_written=part.words[match.start() : end or match.end()],
        target_list=target_list,
        target=target,
        kind=_kind(part, match.start(), match.end()),
        resolved=target_list == list_key and target in known,
    )


def _is_range(words: str, first: re.Match[str], last: re.Match[str]) -> bool:
    return words[first.end() : last.start()] == " bis "


def _between(first: str, last: str, known: Mapping[str, None]) -> list[str]:
    """Return the members of a range that stand between its ends."""
    above = first.rpartition(".")[0]
    members = [name for name in known if name.rpartition(".")[0] == above and "note" not in name]
    if first not in members or last not in members:
        return []
    return members[members.index(first) + 1 : members.index(last)]


def _ranges_elsewhere(part: Said, list_key: str) -> Iterator[Issue]:
    for first, last in pairwise(CODE.finditer(part.words)):
        if _is_range(part.words, first, last) and list_of(first[0]) != list_key:
            value = part.words[first.start() : last.end()]
            yield Issue(where=part.where, kind="range-of-another-list", value=value)


def _kind(part: Said, start: int, end: int) -> ReferenceKind:
    clause = _CLAUSE.split(part.words[:start])[-1]
    see = _SEE.search(clause) or _NOTA_BENE.search(part.where)
    return ReferenceKind.SEE_ALSO if see else ReferenceKind.CITES


def _others(part: Said, list_key: str) -> Iterator[Reference]:
    for section in _SECTION.finditer(part.words):
        for name in filter(None, section.groups()):
            own = list_key == _SECTIONS[name]
            yield _simple(part, section, _SECTIONS[name], name, resolved=own)
    # `resolved` promises a paragraph: a named note is none, though it stands in the list
    for named in _NAMED.finditer(part.words):
        target = _NAMES[named["name"]]
        if not part.where.startswith(target):
            yield _simple(part, named, list_key, target, resolved=False)
    for written, target in find_provisions(part.words):
        yield Reference(
            where=part.where,
            as_written=written,
            target_list="",
            target=target,
            kind=ReferenceKind.PROVISION,
            resolved=False,
        )


def _simple(
    part: Said, match: re.Match[str], target_list: str, target: str, *, resolved: bool
) -> Reference:
    return Reference(
        where=part.where,
        as_written=match[0],
        target_list=target_list,
        target=target,
        kind=_kind(part, match.start(), match.end()),
        resolved=resolved,
    )
