"""Lead-ins: how the words of a paragraph say that the paragraphs below it combine."""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph.model.paragraph import Connective

_NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_NUMBER = "|".join((*_NUMBERS, r"\d{1,2}"))

# what may stand after a colon or the last word: pointers and notes in brackets, loose punctuation
_AFTER = re.compile(r"(?:[\s.:;,]|\([^()]*\)|\[[^\[\]]*\])+$")
_BREAK = re.compile(r":|\.\s+(?=[A-Z])")
_GOODS = r"(?:commodities|goods|items|products|equipment|components|parts|systems|chemicals)"
# what the number words count; a lost blank or a dropped "the" occurs
_BELOW = (
    r"\s*(?:following|(?:the )?(?:characteristics|features|criteria) (?:described|listed) in)\b"
)
_OF = rf"(?: of(?: the)?| the){_BELOW}"

_LEAD_INS: tuple[tuple[re.Pattern[str], Connective | None], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), connective)
    for pattern, connective in (
        # things, not properties
        (rf"^\W*any of the following\W+(?:[\w-]+\W+){{0,3}}{_GOODS}\b", Connective.LIST),
        (r"\bas follows\b", Connective.LIST),
        (r"\bincluding\b(?:,? but (?:is |are )?not limited to)?(?=\W*$)", Connective.LIST),
        # properties
        (rf"\b(?P<k>{_NUMBER}) or more(?: of any)?{_OF}", None),
        (rf"\b(?:at least|any|any combination of) (?P<k>{_NUMBER}){_OF}", None),
        (rf"\b(?P<k>two|three|four){_OF}", None),
        (rf"\bmore than (?P<more>one|two|three){_OF}", None),
        (rf"\b(?:having)?(?:any|either|one)(?: one)?{_OF}", Connective.ANY),
        (rf"\b(?:having)?(?:all|both|each){_OF}", Connective.ALL),
        (r"\beither(?=\W*$)", Connective.ANY),
        (r"\bboth(?=\W*$)", Connective.ALL),
        (r"\b(?:having|with|meeting) the following\b", Connective.ALL),
        # what is left of "the following" names things
        (r"(?<!combination of )\bthe following\b(?! \w+ conditions)", Connective.LIST),
    )
)

_CLOSING = re.compile(r"(?:^|[\s;,.])(and|or)\W*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class LeadIn:
    """How the paragraphs below combine."""

    connective: Connective
    at_least: int | None
    """k of ``at_least_k``."""

    explicit: bool
    """The words say it."""

    conditions: bool
    """The paragraphs below are conditions of their parent, not controlled things of their own."""


def read_lead_in(text: str) -> LeadIn | None:
    """Return the lead-in that governs the end of a text; ``None`` where it has none.

    >>> read_lead_in("Pumps having two or more of the following:").at_least
    2
    >>> read_lead_in("Pumps and valves, as follows (see List of Items Controlled).").connective
    <Connective.LIST: 'list'>
    >>> read_lead_in("Pumps for use in water.") is None
    True
    """
    text = _AFTER.sub("", text)
    last: tuple[int, re.Match[str], Connective | None] | None = None
    for pattern, connective in _LEAD_INS:
        for found in pattern.finditer(text):
            if last is None or found.end() > last[0]:
                last = found.end(), found, connective
    if last is None or _BREAK.search(text, last[0]):
        return None
    return _lead_in(last[1], last[2])


def closing(text: str) -> str | None:
    """Return ``and`` or ``or`` where a text closes with it.

    >>> closing("A mass of 48 kg or more; or")
    'or'
    >>> closing("A mass of 48 kg or more;") is None
    True
    """
    found = _CLOSING.search(text)
    return found[1].lower() if found else None


def _lead_in(found: re.Match[str], connective: Connective | None) -> LeadIn:
    if connective is not None:
        return LeadIn(connective, None, explicit=True, conditions=connective is not Connective.LIST)
    words = found.groupdict()
    least = _number(words["k"]) if words.get("k") else _number(words["more"]) + 1
    if least == 1:
        return LeadIn(Connective.ANY, None, explicit=True, conditions=True)
    return LeadIn(Connective.AT_LEAST_K, least, explicit=True, conditions=True)


def _number(word: str) -> int:
    return int(word) if word.isdecimal() else _NUMBERS[word.lower()]
