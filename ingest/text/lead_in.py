"""Lead-ins: how the words of a paragraph say that the paragraphs below it combine."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from graph.model.paragraph import Connective
from ingest.text.languages import LANGUAGES


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


def read_lead_in(text: str, language: str = "en") -> LeadIn | None:
    """Return the lead-in that governs the end of a text; ``None`` where it has none.

    >>> read_lead_in("Pumps having two or more of the following:").at_least
    2
    >>> read_lead_in("Pumps and valves, as follows (see List of Items Controlled).").connective
    <Connective.LIST: 'list'>
    >>> read_lead_in("Pumps for use in water.") is None
    True
    """
    spoken = LANGUAGES[language]
    text = spoken.lead_in_after.sub("", text)
    last: tuple[int, re.Match[str], Connective | None] | None = None
    for pattern, connective in spoken.lead_ins:
        for found in pattern.finditer(text):
            if last is None or found.end() > last[0]:
                last = found.end(), found, connective
    if last is None or spoken.lead_in_break.search(text, last[0]):
        return None
    return _lead_in(last[1], last[2], spoken.numbers)


def closing(text: str, language: str = "en") -> str | None:
    """Return ``and`` or ``or`` where a text closes with the word for it.

    >>> closing("A mass of 48 kg or more; or")
    'or'
    >>> closing("A mass of 48 kg or more;") is None
    True
    """
    spoken = LANGUAGES[language]
    found = spoken.closing.search(text)
    return spoken.closings[found[1].lower()] if found else None


def _lead_in(
    found: re.Match[str], connective: Connective | None, numbers: Mapping[str, int]
) -> LeadIn:
    if connective is not None:
        return LeadIn(connective, None, explicit=True, conditions=connective is not Connective.LIST)
    words = found.groupdict()
    least = _number(words["k"], numbers) if words.get("k") else _number(words["more"], numbers) + 1
    if least == 1:
        return LeadIn(Connective.ANY, None, explicit=True, conditions=True)
    return LeadIn(Connective.AT_LEAST_K, least, explicit=True, conditions=True)


def _number(word: str, numbers: Mapping[str, int]) -> int:
    return int(word) if word.isdecimal() else numbers[word.lower()]
