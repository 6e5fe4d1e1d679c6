"""What the words of an Australian act name of the same act: sections, subsections, paragraphs, Parts and Divisions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from ingest.law.assemble import Citation, Unit
from ingest.sources.md_law.places import nearest

_LINK = r"(?:, | and | or | to )"
_STEP = r"\(\w{1,4}\)"
_PLACE = rf"(?:\d+[A-Z]{{0,2}}(?![A-Z\d]|\.\d)(?:{_STEP})*|(?:{_STEP})+)"
_MENTION = re.compile(
    rf"\b(?:[Ss]ub)?(?:[Ss]ections?|[Pp]aragraphs?) (?P<places>{_PLACE}(?:{_LINK}{_PLACE})*)"
)
_GROUP = re.compile(
    r"\b(?P<kind>Part|Division)s? (?P<names>\d{1,2}[A-Z]?(?![\dA-Z]|\.\d)(?:(?:, | or | and )\d+[A-Z]?\b)*)(?: of Part (?P<part>\d+))?"
)
#: What stands behind a mention of another act, of a treaty, or of a place inside a definition.
_FOREIGN = re.compile(
    r"(?:\.\d|,? (?:or|and) \d+\.\d[^,;]*)? of (?:the (?!Act\b)|that (?:Act|list|Code)|Section|Article|_|[A-Z])"
)


def read_citations(units: Sequence[Unit], key: str) -> Iterator[Citation]:
    """Yield what each provision names of its own act; what it names of another act is left to the one that holds it."""
    by_path = {unit.notation: unit for unit in units}
    for unit in units:
        for said, target in (*_places(unit, by_path), *_groups(unit, by_path)):
            yield Citation(where=unit.notation, as_written=said, act=key, target=target)


def _places(unit: Unit, known: Mapping[str, Unit]) -> Iterator[tuple[str, str]]:
    here = "/".join(unit.notation.split("/")[:2])
    for found in _MENTION.finditer(unit.words):
        if _FOREIGN.match(unit.words, found.end()):
            continue
        kind, before = found[0].partition(" ")[0], ""
        for part in re.split(_LINK, found["places"]):
            number, steps = part.partition("(")[0], re.findall(r"\((\w+)\)", part)
            if number:
                before = "/".join([f"s/{number}", *steps])
            elif before:  # "subsection 10(1) or (3)": what it leaves out, the one before it says
                before = "/".join([*before.split("/")[: -len(steps)], *steps])
            elif kind.casefold().startswith("subsection"):
                before = "/".join([here, *steps])
            else:
                before = nearest(unit.notation, steps, known, here)
            yield f"{kind} {part}", before


def _groups(unit: Unit, known: Mapping[str, Unit]) -> Iterator[tuple[str, str]]:
    """Yield the Parts and Divisions that are named; a Division is of the Part that is named with it, or of this one."""
    for found in _GROUP.finditer(unit.words):
        if _FOREIGN.match(unit.words, found.end()):
            continue
        for name in re.split(r", | or | and ", found["names"]):
            said = f"{found['kind']} {name}"
            if found["kind"] == "Part":
                yield said, f"pt/{name}"
            else:
                part = f"pt/{found['part']}" if found["part"] else _part(unit, known)
                yield said, f"{part}/div/{name}"


def _part(unit: Unit, known: Mapping[str, Unit]) -> str:
    """Return the Part that a provision stands in."""
    while unit.parent is not None:
        unit = known[unit.parent]
    return unit.notation
