"""Mentions in the words of the regulations: positions of the list, items and groups of the Guide."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache

from ingest.sources.ca_justice.labels import STEP, above, below, steps_of
from ingest.sources.ca_justice.words import Speech, blanked

_HEAD = r"(?:(?<![\w.])[AB](?:\.\d{1,2})+|(?<![\w.-])(?:\d-\d{1,2}|\d{4}(?= ?\())(?![\w-]))"
_PATH = rf"(?:{_HEAD}(?:\.? ?{STEP}+)?|{STEP}+)"
_CODE = r"(?<![\w.-])\d-\d{1,2}(?:\.[A-Za-z0-9]{1,2})*(?![\w-])"
_LONGEST = 7
"""Words of a mention that is kept whole."""

_FAR = 18
"""Characters that the name of a level may take in front of a mention."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One position that words name."""

    written: str
    """The whole mention, which may name several; of a long one the part that names the target."""

    target: str
    start: int
    """Where the mention begins in the words."""

    is_guide: bool = False


@dataclass(frozen=True, slots=True)
class _Patterns:
    """What mentions look like in one language."""

    own: re.Pattern[str]
    own_piece: re.Pattern[str]
    guide: re.Pattern[str]
    guide_piece: re.Pattern[str]


@cache
def _patterns(levels: str, join: str) -> _Patterns:
    return _Patterns(
        own=re.compile(
            rf"(?:\b(?P<level>(?i:{levels})) )?(?P<series>{_PATH}(?:(?:{join}){_PATH})*)"
        ),
        own_piece=re.compile(rf"(?P<between>{join})?(?P<path>{_PATH})"),
        guide=re.compile(rf"{_CODE}\.?(?:(?:{join}){_CODE}\.?)*"),
        guide_piece=re.compile(rf"(?:\.?(?P<between>{join}))?(?P<code>{_CODE})"),
    )


def find_mentions(text: str, place: str, speech: Speech, known: Collection[str]) -> list[Mention]:
    """Return the positions that words name, in order; a range gives each of its members.

    Args:
        text: words of one paragraph or note.
        place: notation that they are read at: a mention of a level is one among those around it.
        speech: the language.
        known: notations of the list.
    """
    found = [
        *_guide(text, speech),
        *_groups(text, speech, known),
        *_own(text, place, speech, known),
    ]
    return sorted(found, key=lambda one: one.start)


def subject_of(text: str, place: str, speech: Speech, known: Collection[str]) -> str:
    """Return what the words of a note are about; empty where they do not say it.

    Shape:   where they name several positions, the one that all of these stand below.
    """
    found = speech.subject.match(text)
    mentions = list(_own(text, place, speech, known)) if found and place else []
    if found is None or not mentions or mentions[0].start - found.start("path") > _FAR:
        return ""
    named = [_around(one.target) for one in mentions if one.start == mentions[0].start]
    shared = (one for one in named[0] if all(one in row for row in named))
    return next((one for one in shared if one in known), "")


def _own(text: str, place: str, speech: Speech, known: Collection[str]) -> Iterator[Mention]:
    """Yield mentions of positions of the list itself."""
    patterns = _patterns(speech.levels, speech.join)
    for found in patterns.own.finditer(blanked(text)):
        if not found["level"] and not re.match(_HEAD, found["series"]):
            continue
        last = ""
        for piece in patterns.own_piece.finditer(found["series"]):
            target = _resolved(piece["path"], last, place, known)
            if target:
                through = last and speech.through.search(piece["between"] or "")
                written = _written(found[0], piece["path"])
                for one in (*(_between(last, target, known) if through else ()), target):
                    yield Mention(written, one, found.start("series"))
                last = target


def _resolved(path: str, last: str, place: str, known: Collection[str]) -> str:
    """Return what a mention stands for: the nearest position that has such levels; empty for none.

    Shape:   a full number is kept though it does not exist, in a list that has such numbers at all.
    """
    head = re.match(_HEAD, path)
    if head:
        target = below(head[0], *steps_of(path[head.end() :]))
        is_dotted = head[0][0].isalpha() and head[0][0] in known
        return target if target in known or is_dotted else ""
    steps = steps_of(path)
    bases = [*_around(last)[1:], *_around(place)]
    return next((one for base in bases if (one := below(base, *steps)) in known), "")


def _around(notation: str) -> list[str]:
    """Return a position and those above it, the nearest first."""
    found = []
    while notation:
        found.append(notation)
        notation = above(notation)
    return found


def _between(first: str, last: str, known: Collection[str]) -> list[str]:
    """Return the siblings between two positions."""
    row = [one for one in known if above(one) == above(first)]
    if above(last) != above(first) or first not in row or last not in row:
        return []
    return row[row.index(first) + 1 : row.index(last)]


def _guide(text: str, speech: Speech) -> Iterator[Mention]:
    """Yield items of the Guide."""
    patterns, plain = _patterns(speech.levels, speech.join), blanked(text)
    for found in patterns.guide.finditer(plain):
        named = speech.guide.match(plain, found.end())
        if named is None:
            continue
        whole, last = text[found.start() : named.end()], ""
        for piece in patterns.guide_piece.finditer(found[0]):
            code = piece["code"]
            through = last and speech.through.search(piece["between"] or "")
            for one in (*(_range(last, code) if through else ()), code):
                yield Mention(_written(whole, code), one, found.start(), is_guide=True)
            last = code


def _written(whole: str, part: str) -> str:
    return (whole if len(whole.split()) <= _LONGEST else part).strip()


def _range(first: str, last: str) -> list[str]:
    """Return the codes between two that differ in their last figure."""
    (head, _, low), (other, _, high) = first.rpartition("."), last.rpartition(".")
    if head != other or not (low.isdecimal() and high.isdecimal()):
        return []
    return [f"{head}.{number}" for number in range(int(low) + 1, int(high))]


def _groups(text: str, speech: Speech, known: Collection[str]) -> Iterator[Mention]:
    """Yield groups of the Guide and of the list, and parts of the nuclear schedule."""
    plain = blanked(text)
    for found in speech.groups.finditer(plain):
        for number in re.findall(r"\d", found["groups"]):
            if found["of"] or number in known:
                yield Mention(found[0], number, found.start(), is_guide=bool(found["of"]))
    for found in speech.parts.finditer(plain):
        if found[1] in known:
            yield Mention(found[0], found[1], found.start())
