"""Positions of control lists that the words of a German act name."""

from __future__ import annotations

import re
from collections.abc import Iterator

_JOINT = r"(?:, |,? (?:und|oder|sowie|bis) )"
_SECTION = re.compile(
    r"\bTeil(?:s|es)? I Abschnitts? (?P<name>[AB])(?= (?:der Ausfuhrliste|der Anlage 1)\b)"
)
_PART = re.compile(r"\bTeil(?:s|es)? (?P<name>[AB])(?= der Kriegswaffenliste)")
_CODES = re.compile(
    rf"\bNummern? (?P<run>(?:\d[A-E]\d{{3}}|0\d{{3}})\w*(?:{_JOINT}(?:der )?(?:Nummern? )?(?:\d[A-E]\d{{3}}|0\d{{3}})\w*)*)"
)
_CODE = re.compile(r"\d[A-E]\d{3}|0\d{3}")
_WEAPONS = re.compile(rf"\b[IVX]+\. Nummer (?P<run>\d+(?:{_JOINT}\d+)*)")
_NUMBER = re.compile(r"(?P<bis>bis )?(?P<last>\d+)")
#: What stands behind a position within this many characters says which list it is of.
_WITHIN = 200
_EU = re.compile(r"^[^.]*?\bAnhangs? I (?:der Verordnung|zur Verordnung)")
_NATIONAL = re.compile(r"\d[A-E]9\d\d")


def positions(text: str) -> Iterator[tuple[str, str, str]]:
    """Yield words, key of the list and notation of each position that is named.

    >>> list(positions("Güter des Teils I Abschnitt A der Ausfuhrliste und der Nummern 2B952 oder 5A902"))
    ... # doctest: +NORMALIZE_WHITESPACE
    [('Teils I Abschnitt A', 'de-al-a', 'A'), ('2B952', 'de-al-b', '2B952'), ('5A902', 'de-al-b', '5A902')]
    """
    for found in _SECTION.finditer(text):
        yield found[0], f"de-al-{found['name'].lower()}", found["name"]
    for found in _PART.finditer(text):
        yield found[0], "de-kwl", found["name"]
    for found in _WEAPONS.finditer(text):
        for number in _numbers(found["run"]):
            yield f"Nummer {number}", "de-kwl", str(number)
    for found in _CODES.finditer(text):
        of_union = _EU.match(text[found.end() : found.end() + _WITHIN]) is not None
        for code in _CODE.findall(found["run"]):
            if key := _list_of(code, of_union=of_union):
                yield code, key, code


def _numbers(run: str) -> Iterator[int]:
    last = 0
    for number in _NUMBER.finditer(run):
        first = last + 1 if number["bis"] else int(number["last"])
        last = int(number["last"])
        yield from range(first, last + 1)


def _list_of(code: str, *, of_union: bool) -> str:
    """Return the list that has a code; none for one of the Union's where the words do not name its annex."""
    if code[1].isdigit():
        return "de-al-a"
    if _NATIONAL.fullmatch(code):
        return "de-al-b"
    return "eu-annex-i" if of_union else ""
