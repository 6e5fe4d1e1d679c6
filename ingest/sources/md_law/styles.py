"""How acts of a jurisdiction are set in Markdown: what is a section, what opens which level."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

_LIST = r"^(?P<dash>\s*- )?"


@dataclass(frozen=True, slots=True)
class Style:
    """One way of setting an act."""

    section: re.Pattern[str]
    """Heading of a section or article, without its signs: ``name`` is its number, the rest its title."""

    path: str
    """What paths of sections begin with."""

    schedule: re.Pattern[str]
    """Heading of a schedule or annex."""

    levels: tuple[re.Pattern[str], ...]
    """Enumerators from the outermost level in: ``step`` is what they count, ``term`` what is defined."""

    chapter: re.Pattern[str]
    """Heading of a division: ``name`` is its number, ``kind`` its word where several kinds are told apart."""

    counts_paragraphs: bool = False
    """A paragraph of a section that has no enumerator counts, and is cited by its number."""

    wraps: bool = False
    """A line that is set in goes on with the one before."""

    begins: re.Pattern[str] | None = None
    """Long title, what stands before it is the publisher's; ``None`` where front matter is between lines of hyphens."""

    gap: re.Pattern[str] | None = None
    """Where words that the publisher prints are missing from a document."""

    levels_of: Mapping[int, int] | None = None
    """Indentation to the innermost level that a paragraph without an enumerator belongs to."""


_EU = Style(
    section=re.compile(r"Article (?P<name>\d+[a-z]?)\s*"),
    path="art",
    schedule=re.compile(r"ANNEX(?: (?P<name>[IVX]+))?\s*"),
    levels=(
        re.compile(rf"{_LIST}(?P<mark>(?P<step>\d+[a-z]?)\.) (?=\S)"),
        re.compile(rf"{_LIST}(?P<mark>\((?P<step>[a-z])\)) "),
        re.compile(rf"{_LIST}(?P<mark>\((?P<step>[ivx]+)\)) "),
    ),
    chapter=re.compile(r"CHAPTER (?P<name>[IVX]+)\s*"),
)
_GB = Style(
    section=re.compile(r"(?P<name>\d+[A-Z]?)\s*$"),
    path="s",
    schedule=re.compile(r"SCHEDULE(?: (?P<name>\d+))?\s*"),
    levels=(
        re.compile(rf"{_LIST}(?P<mark>\((?P<step>\d+[A-Z]?)\)) "),
        re.compile(rf"{_LIST}(?P<mark>\((?P<step>[a-z]{{1,2}})\)) "),
        re.compile(rf"{_LIST}(?P<mark>\((?P<step>[ivx]+)\)) "),
    ),
    chapter=re.compile(r"Part (?P<name>\d+)\s*"),
)
_CH = Style(
    section=re.compile(r"\**Art\. (?P<name>\d+(?: ?[a-z]{1,8})?)\**\s*"),
    path="art",
    schedule=re.compile(r"\**Anhang(?: (?P<name>\d+[a-z]?))?\**\s*"),
    levels=(
        re.compile(rf"{_LIST}(?P<mark><sup>(?P<step>\d+(?:bis|ter|quater)?)</sup>) (?=\S)"),
        re.compile(rf"{_LIST}(?P<mark>(?P<step>[a-z](?:bis|ter)?)\.) "),
        re.compile(rf"{_LIST}(?P<mark>(?P<step>\d+)\.) "),
    ),
    chapter=re.compile(r"\**(?P<name>\d+[a-z]?)\. (?:Kapitel|Abschnitt|Titel)\**:?\s*"),
)
_FI = Style(
    section=re.compile(r"(?P<name>\d+(?: ?[a-z])?) §\s*"),
    path="s",
    schedule=re.compile(r"Liite(?: (?P<name>\d+))?\s*"),
    levels=(
        re.compile(r"(?!)"),
        re.compile(rf"{_LIST}(?P<mark>(?P<step>\d+[a-z]?)\)) "),
        re.compile(rf"{_LIST}(?P<mark>(?P<step>[a-z])\)) "),
    ),
    chapter=re.compile(r"(?P<name>\d+(?: ?[a-z])?) luku\.?\s*"),
    counts_paragraphs=True,
    wraps=True,
)
_AU = Style(
    section=re.compile(r"(?P<name>\d+[A-Z]{0,2}) (?=\S)"),
    path="s",
    schedule=re.compile(r"Schedule (?P<name>\d+)--"),
    levels=(
        re.compile(r"^\* (?:\*\*_ _\*\*)?(?P<mark>\((?P<step>\d+[A-Z]{0,2})\))(?=\W)"),
        re.compile(r"^(?P<mark>\* )(?=\*\*_ ?(?P<term>[^_*]*[a-zA-Z][^_*]*)_\*\*)"),
        re.compile(r"^\* (?:_ _)?(?P<mark>\((?P<step>[a-z]{1,2})\)) "),
        re.compile(r"^\* (?P<mark>\((?P<step>[ivx]+)\)) "),
    ),
    chapter=re.compile(r"(?P<kind>Part|Division) (?P<name>\d+[A-Z]?)--"),
    begins=re.compile(r"### An Act to "),
    gap=re.compile(r"\w+ [,;.](?= |$)|\b(?:in|outside) (?:or|and) (?:an|the)\b"),
    levels_of={4: 1, 5: 2, 6: 3},
)
STYLES = {"eu": _EU, "gb": _GB, "ch": _CH, "fi": _FI, "au": _AU}
"""By jurisdiction, which an act's key begins with."""
