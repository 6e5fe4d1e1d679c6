"""How the list labels its parts: section headings, labelled remarks, headings of notes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from graph.model.requirement import StatementKind


class Section(StrEnum):
    """The parts of an entry, in the order in which they stand."""

    HEAD = "head"
    REQUIREMENTS = "licence requirements"
    REPORTING = "reporting requirements"
    EXCEPTIONS = "licence exceptions"
    STA = "special conditions for STA"
    CONTROLLED = "list of items controlled"
    ITEMS = "items"


_SECTIONS = (
    (r"license requirements:?", Section.REQUIREMENTS),
    (r"reporting requirements:?", Section.REPORTING),
    (r"list based license exceptions\b.*", Section.EXCEPTIONS),
    (r"license exceptions", Section.EXCEPTIONS),
    (r"\(see part 740 for a description of all license exceptions\)\.?", Section.EXCEPTIONS),
    (r"special conditions for sta", Section.STA),
    (r"special conditions for strategic trade authorization \(sta\)", Section.STA),
    (r"list of items controlled:?", Section.CONTROLLED),
    (r"items:?", Section.ITEMS),
)
_PROSE = {
    Section.REQUIREMENTS: StatementKind.REQUIREMENT,
    Section.REPORTING: StatementKind.REQUIREMENT,
    Section.STA: StatementKind.STA_CONDITION,
}
"""Sections whose prose is a remark of its own; the section's label is its marker."""

EXCEPTIONS = (
    "LVS",
    "GBS",
    "TSR",
    "STA",
    "IEC",
    "AIA",
    "ACM",
    "NAC/ACA",
    "LPP",
    "ACE",
    "APP",
    "ENC",
    "HBM",
)
_REMARKS = (
    (r"reasons? for control:", StatementKind.REASONS),
    (r"(?:eccn )?controls?(?:\(s\))?(?::|$)", StatementKind.CONTROLS),
    (r"country chart\.", StatementKind.CONTROLS),
    (r"related controls?:?(?= )", StatementKind.RELATED_CONTROLS),
    (r"related controls?:", StatementKind.RELATED_CONTROLS),
    (r"related definitions?:", StatementKind.RELATED_DEFINITIONS),
    (r"unit:", StatementKind.UNIT),
    (r"special reporting:", StatementKind.REQUIREMENT),
    (r"reporting requirements:?(?= )", StatementKind.REQUIREMENT),
    (r"license requirements:(?= )", StatementKind.REQUIREMENT),
)
_BARE_CONTROL = re.compile(r"[A-Z]{2}(?: and [A-Z]{2})? appl(?:y|ies) to ")
_EXCEPTION = re.compile(r"([A-Z]{3}(?:/[A-Z]{3})?):")
_ITEMS = re.compile(r"Items?(?::|$|(?= [a-z]\. ))")
_GLUED = re.compile(r"list of items controlled:?(?= [a-z]\. )", re.IGNORECASE)
_INNER = re.compile(r"(?<=\. )(?=Related (?:Controls|Definitions):)")
_TARGET = r"(?: (?:to|for) (?:(?!\. )[^:]){1,70})?"
_NOTE = re.compile(
    r">?(?P<what>(?:(?:license (?:requirements?|exceptions)|control|heading) notes?"
    r"|technical notes?|notes?|n\.b)\.?(?: \d+)?)"
    rf"(?:{_TARGET}:|(?: to ECCN \d[A-E]\d{{3}}|)\.(?=$| \d)|$)\s*",
    re.IGNORECASE,
)
_TABLE_NOTE = re.compile(
    r"(?:(?:Technical )?Notes? to|Accompanying Technical Information to) Table [^:.\d]*:?"
)
_POINTER = re.compile(
    r"the lists? of items controlled (?:is|in|are) contained in th(?:e|is) ECCN headings?\b",
    re.IGNORECASE,
)
_UNKNOWN = re.compile(r"[A-Z][A-Za-z/() ]{1,38}:(?= |$)")


@dataclass(frozen=True, slots=True)
class Label:
    """A label at the start of a line, and what the words after it are."""

    length: int
    """Characters of the line that are the label; 0 where the words say it without one."""

    kind: StatementKind | None = None
    exception: str | None = None


def section_of(text: str) -> Section | None:
    """Return the section that a line opens; ``None`` where it is no section label.

    >>> section_of("List Based License Exceptions (See Part 740 for Description of All)")
    <Section.EXCEPTIONS: 'licence exceptions'>
    """
    for pattern, section in _SECTIONS:
        if re.fullmatch(pattern, text, re.IGNORECASE):
            return section
    return None


def glued_section(text: str) -> int:
    """Return the length of a section label with items run on behind it; 0 where there is none."""
    found = _GLUED.match(text)
    return found.end() if found else 0


def prose_of(section: Section) -> StatementKind | None:
    """Return what unlabelled words below a section's label are."""
    return _PROSE.get(section)


def label_of_remark(text: str, section: Section) -> Label | None:
    """Return the label that a line starts with.

    >>> label_of_remark("Related Controls: See 1A002.", Section.CONTROLLED)
    Label(length=17, kind=<StatementKind.RELATED_CONTROLS: 'related controls'>, exception=None)
    >>> label_of_remark("LVS: $3000", Section.EXCEPTIONS)
    Label(length=4, kind=None, exception='LVS')
    """
    if section is Section.REQUIREMENTS and _BARE_CONTROL.match(text):
        return Label(0, kind=StatementKind.CONTROLS)
    found = _EXCEPTION.match(text)
    if found:
        return Label(found.end(), exception=found[1])
    for pattern, kind in _REMARKS:
        match = re.match(pattern, text, re.IGNORECASE)
        if match:
            return Label(match.end(), kind=kind)
    return None


def items_label(text: str) -> int:
    """Return the length of the label ``Items:`` at the start of a line; 0 where it is not there."""
    found = _ITEMS.match(text)
    return found.end() if found else 0


def inner_label(text: str) -> int | None:
    """Return where a second labelled remark begins inside a line."""
    found = _INNER.search(text)
    return found.start() if found else None


def note_heading(text: str) -> int:
    """Return the length of the note heading that a line starts with; 0 where there is none.

    >>> note_heading("Note 2: 1A004.d does not apply."), note_heading("N.B. 1"), note_heading("Notes 1 and 2 follow")
    (8, 6, 0)
    """
    found = _TABLE_NOTE.match(text) or _NOTE.match(text)
    return found.end() if found else 0


def is_pointer(text: str) -> bool:
    """Say whether a line says that the items are in the heading."""
    return bool(_POINTER.match(text))


def looks_like_label(text: str) -> bool:
    """Say whether a line begins like a label; asked only where no known one matches."""
    return bool(_UNKNOWN.match(text))
