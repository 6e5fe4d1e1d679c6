"""Slips of the document, and what it says of other lists: where, what stands there, what is meant and why."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from ingest.curated import read_yaml
from ingest.outline.stated import Oddity, Slip, Stated

_FILE = Path(__file__).with_name("slips.yml")


class HeadingSlip(Slip):
    """A heading that is printed wrong."""

    meant: str


class Repair(Slip):
    """A row that prints a wrong path or none, on one page."""

    page: int
    marker: str
    """What the row prints as its mark; empty where it is missing."""

    meant: str
    """The notation; empty for a mark that belongs to nothing."""

    y: int | None = None
    """Points from the foot of the page, where several rows of one page begin so."""


class Slips(BaseModel):
    """What ``slips.yml`` names."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    headings: tuple[HeadingSlip, ...]
    repairs: tuple[Repair, ...]
    oddities: tuple[Oddity, ...]
    relations: tuple[Stated, ...]


@cache
def read_slips() -> Slips:
    """Return the slips of this source.

    Raises:
        BadDataFile: a row that lacks a field or has one too many.
    """
    return read_yaml(_FILE, Slips)


def heading_meant(text: str) -> str | None:
    """Return the heading that a row is, where it does not say so itself."""
    rows = read_slips().headings
    return next((row.meant for row in rows if text.startswith(row.stands)), None)


def repair_of(page: int, text: str, y: float) -> Repair | None:
    """Return the repair of a row that prints a wrong path."""
    rows = (row for row in read_slips().repairs if row.meant and row.page == page)
    fitting = (row for row in rows if row.y is None or abs(row.y - y) <= 1)
    return next((row for row in fitting if text.startswith(row.stands)), None)


def within(page: int, text: str) -> int | None:
    """Return where an item without a mark begins inside a row."""
    rows = (row for row in read_slips().repairs if row.page == page)
    places = (text.find(row.stands) for row in rows)
    return next((place for place in places if place > 0), None)


def stray_mark(page: int, text: str) -> str | None:
    """Return a mark that stands alone in its row and belongs to nothing."""
    rows = (row for row in read_slips().repairs if not row.meant)
    return next((row.marker for row in rows if row.page == page and text == row.stands), None)
