"""Odd characters and words of the document, kept as data."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from graph.model.document import Issue
from ingest.outline.powers import unmarked_powers
from ingest.outline.said import Said

_ODD_QUOTES = re.compile(r"[“”][^“”]{0,40}[“”]?")
_MISWRITTEN = re.compile(r"\bML\.\d{1,2}(?:\.[a-z0-9]+)*")
_GLUED = re.compile(r"(?<![\w.])ML\d{1,2}[a-z]\w?")


def find_oddities(said: Iterable[Said]) -> Iterator[Issue]:
    """Yield what is odd in the words: lost exponents, unusual marks, codes written in another way."""
    for part in said:
        for value in unmarked_powers(part.passages):
            yield Issue(where=part.where, kind="lost-exponent", value=value)
        for found in _ODD_QUOTES.finditer(part.words):
            yield Issue(where=part.where, kind="unusual-quotation-marks", value=found[0])
        for found in _MISWRITTEN.finditer(part.words):
            yield Issue(where=part.where, kind="miswritten-code", value=found[0])
        for found in _GLUED.finditer(part.words):
            yield Issue(where=part.where, kind="glued-code", value=found[0])
