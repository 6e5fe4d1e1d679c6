"""Slips of the document, and what it says of other lists: where, what stands there, what is meant and why."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from ingest.curated import read_yaml
from ingest.outline.stated import Oddity, Slip, Stated

_FILE = Path(__file__).with_name("slips.yml")


class CodeSlip(Slip):
    """A code that is printed wrong."""

    meant: str


class Slips(BaseModel):
    """What ``slips.yml`` names."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    codes: tuple[CodeSlip, ...]
    oddities: tuple[Oddity, ...]
    relations: tuple[Stated, ...]


@cache
def read_slips() -> Slips:
    """Return the slips of this source.

    Raises:
        BadDataFile: a row that lacks a field or has one too many.
    """
    return read_yaml(_FILE, Slips)


def code_meant(printed: str) -> str:
    """Return the code that is meant where another one is printed."""
    return next((row.meant for row in read_slips().codes if row.stands == printed), printed)
