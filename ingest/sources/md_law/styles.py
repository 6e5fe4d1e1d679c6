"""How acts of a jurisdiction are set in Markdown: what is a section, what opens which level."""

from __future__ import annotations

import re
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
    """Enumerators from the outermost level in: ``step`` is what they count."""

    chapter: re.Pattern[str]

    counts_paragraphs: bool = False
    """A paragraph of a section that has no enumerator counts, and is cited by its number."""

    wraps: bool = False
    """A line that is set in goes on with the one before."""


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
STYLES = {"eu": _EU, "gb": _GB, "ch": _CH, "fi": _FI}
"""By jurisdiction, which an act's key begins with."""
