"""Provisions that German words name: sections of German acts, articles and annexes of the Union's."""

from __future__ import annotations

import re
from collections.abc import Iterator

_ACTS = {
    "AWV": "AWV",
    "der Außenwirtschaftsverordnung": "AWV",
    "des Beschussgesetzes": "BeschG",
    "des Gesetzes über die Kontrolle von Kriegswaffen": "KrWaffKontrG",
    "des Sprengstoffgesetzes": "SprengG",
    "WaffG": "WaffG",
}
"""An act as the words name it, to its official abbreviation."""

_NUMBER = r"\d+[a-z]?"
_DEEPER = r"(?: (?:Absatz|Abs\.|Satz|Nummer|Nr\.) \d+)*"
_SECTIONS = re.compile(
    rf"§§?\s(?P<first>{_NUMBER}{_DEEPER})(?P<more>(?:(?:, | und | oder ){_NUMBER}{_DEEPER})*)"
    rf"(?: (?P<act>{'|'.join(map(re.escape, _ACTS))}))?"
)
_MORE = re.compile(rf"(?:, | und | oder )({_NUMBER}{_DEEPER})")
_ANNEX_OF_ACT = re.compile(
    r"\bAnlage (?P<annex>\d+) Abschnitt (?P<section>\d+), Unterabschnitt (?P<sub>\d+)"
    r" Nummer (?P<number>[\d.]+) (?P<act>WaffG)\b"
)
_UNION = re.compile(
    r"\b(?:Anhangs? (?P<annex>II+)(?: Abschnitt (?P<section>[A-Z]))?(?: Teil (?P<part>\d))?"
    r"|Artikel (?P<article>\d+)(?: Abs(?:\.|atz) (?P<paragraph>\d+))?)"
    r" der Verordnung \(E[UG]\) (?P<act>\d+/\d+)"
)


def find_provisions(text: str) -> Iterator[tuple[str, str]]:
    """Yield each provision as written and as cited.

    >>> list(find_provisions("nach §§ 17, 18 des Gesetzes über die Kontrolle von Kriegswaffen"))[1][1]
    'KrWaffKontrG § 18'
    >>> list(find_provisions("in Anhang II Abschnitt A der Verordnung (EU) 2021/821"))[0][1]
    'Regulation (EU) 2021/821, Annex II, Section A'
    """
    for found in _SECTIONS.finditer(text):
        act = _act_of(found, text)
        if act:
            for section in [found["first"], *_MORE.findall(found["more"])]:
                yield found[0], f"{act} § {section}"
    for found in _ANNEX_OF_ACT.finditer(text):
        place = f"Abschnitt {found['section']} Unterabschnitt {found['sub']}"
        yield found[0], f"{found['act']} Anlage {found['annex']} {place} Nummer {found['number']}"
    for found in _UNION.finditer(text):
        yield found[0], f"Regulation (EU) {found['act']}, {_union_place(found)}"


def _act_of(found: re.Match[str], text: str) -> str:
    """Return the act of a section; a series of sections may name it only at its end."""
    if found["act"]:
        return _ACTS[found["act"]]
    later = [name for name in _ACTS if name in text[found.end() : found.end() + 120]]
    return _ACTS[min(later, key=lambda name: text.index(name, found.end()))] if later else ""


def _union_place(found: re.Match[str]) -> str:
    if found["article"]:
        paragraph = f"({found['paragraph']})" if found["paragraph"] else ""
        return f"Article {found['article']}{paragraph}"
    parts = (("Annex", found["annex"]), ("Section", found["section"]), ("Part", found["part"]))
    return ", ".join(f"{name} {value}" for name, value in parts if value)
