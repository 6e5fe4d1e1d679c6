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
from ingest.outline.stated import Oddity

_FILE = Path(__file__).with_name("slips.yml")
_SYMBOL = re.compile("[\ue000-\uf8ff]")


class Symbol(BaseModel):
    """What a glyph without a letter prints."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    prints: str
    is_mark: bool = False
    """It only orders the page, as a bullet does."""


class Slips(BaseModel):
    """What ``slips.yml`` names."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    symbols: dict[str, Symbol]
    oddities: tuple[Oddity, ...]


@cache
def read_slips() -> Slips:
    """Return the slips of this source.

    Raises:
        BadDataFile: a row that lacks a field or has one too many.
    """
    return read_yaml(_FILE, Slips)


def find_oddities(said: Iterable[Said]) -> Iterator[Issue]:
    """Yield what is odd in the words: powers that are not raised, glyphs without a letter, slips.

    Raises:
        UnknownValue: a glyph that nobody has looked at.
    """
    slips = read_slips()
    for part in said:
        for value in unmarked_powers(part.passages):
            yield Issue(where=part.where, kind="lost-exponent", value=value)
        for glyph in dict.fromkeys(_SYMBOL.findall(part.words)):
            if glyph not in slips.symbols:
                raise UnknownValue(f"{part.where}: symbol", hex(ord(glyph)), slips.symbols)
            symbol = slips.symbols[glyph]
            if not symbol.is_mark:
                yield Issue(where=part.where, kind="symbol-without-letter", value=symbol.prints)
        for slip in slips.oddities:
            if slip.stands in part.words:
                yield Issue(where=part.where, kind=slip.kind, value=slip.stands)
