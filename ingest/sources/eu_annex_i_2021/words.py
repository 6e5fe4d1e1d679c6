"""Odd characters and words of the document, kept as data: ``slips.yml``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from graph.errors import UnknownValue
from graph.model.document import Issue
from ingest.curated import read_yaml
from ingest.outline.powers import unmarked_powers
from ingest.outline.said import Said

_FILE = Path(__file__).with_name("slips.yml")
_GLUED = re.compile(r"(?<![\w.])\d[A-E]\d{3}[a-z]\w?")
_SYMBOLS = {
    "\uf063": "χ",
    "\uf073": "σ",
    "\uf0b0": "°",
    "\uf0b4": "×",
    "\uf0f2": "∫",
}
"""Glyphs of the Symbol font, which the text layer has no letter for."""

_SYMBOL = re.compile("[\uf000-\uf0ff]")
_DEGREE = re.compile(r"\d{2,4} ?oC")


class MarkSlip(BaseModel):
    """The start of a row whose enumerator lacks its stop."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    stands: str
    why: str


class GluedSlip(BaseModel):
    """The start of a row behind which a product group begins."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    stands: str
    why: str


class Oddity(BaseModel):
    """Words that are kept as they are, and reported."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    stands: str
    kind: str
    meant: str | None = None
    why: str


class Slips(BaseModel):
    """What ``slips.yml`` names."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    marks: tuple[MarkSlip, ...]
    glued: tuple[GluedSlip, ...]
    oddities: tuple[Oddity, ...]


@cache
def read_slips() -> Slips:
    """Return the slips of this source.

    Raises:
        BadDataFile: a row that lacks a field or has one too many.
    """
    return read_yaml(_FILE, Slips)


def find_oddities(said: Iterable[Said]) -> Iterator[Issue]:
    """Yield what is odd in the words: slips, codes without their dots, a degree sign that is a letter."""
    for part in said:
        words = part.words
        for slip in read_slips().oddities:
            if slip.stands in words:
                yield Issue(where=part.where, kind=slip.kind, value=slip.stands)
        for value in unmarked_powers(part.passages):
            yield Issue(where=part.where, kind="lost-exponent", value=value)
        for found in _GLUED.finditer(words):
            yield Issue(where=part.where, kind="glued-code", value=found[0])
        for found in _SYMBOL.finditer(words):
            if found[0] not in _SYMBOLS:
                raise UnknownValue(f"{part.where}: symbol", hex(ord(found[0])), _SYMBOLS.values())
            yield Issue(where=part.where, kind="symbol-without-letter", value=_SYMBOLS[found[0]])
        for found in _DEGREE.finditer(words):
            yield Issue(where=part.where, kind="lost-degree-sign", value=found[0])
