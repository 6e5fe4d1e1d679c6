"""Slips of the document: where it stands alone, what stands there, what is meant and why."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from ingest.curated import read_yaml

_FILE = Path(__file__).with_name("slips.yml")


class _Row(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    stands: str
    why: str


class PathSlip(_Row):
    """The start of a line that prints another path than the law has."""

    meant: str


class ExponentSlip(_Row):
    """Words with an exponent that no rule can tell from a number."""

    exponent: str


class Oddity(_Row):
    """Words that are kept as they are, and reported."""

    kind: str
    meant: str | None = None


class Slips(BaseModel):
    """What ``slips.yml`` names."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    paths: tuple[PathSlip, ...]
    exponents: tuple[ExponentSlip, ...]
    oddities: tuple[Oddity, ...]
    strays: tuple[_Row, ...]
    """Whole lines that belong to nothing."""


@cache
def read_slips() -> Slips:
    """Return the slips of this source.

    Raises:
        BadDataFile: a row that lacks a field or has one too many.
    """
    return read_yaml(_FILE, Slips)


def repaired(text: str) -> str | None:
    """Return a line with the path that it should begin with; ``None`` where nothing is wrong with it."""
    rows = sorted(read_slips().paths, key=lambda row: len(row.stands), reverse=True)
    for row in rows:
        after = text.removeprefix(row.stands)
        if after != text and after[:1] in {"", " ", ".", ":"}:
            return row.meant + after
    return None
