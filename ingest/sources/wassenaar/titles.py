"""Running heads and titles of the document, and what they mean: ``titles.yml``."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from ingest.curated import read_yaml

_FILE = Path(__file__).with_name("titles.yml")


class Part(BaseModel):
    """The pages below one running head."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    head: str
    """How the running head begins."""

    list: str
    """``du`` or ``ml``; empty for what both lists use."""

    reads: str
    heading: str = ""
    """Notation of the heading that the running head is."""

    cut: int = 0
    """Characters of the running head before the title."""


class Inside(BaseModel):
    """A title inside a category, and what it begins."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    title: str
    reads: str
    """``note``, ``entry``, or ``left-out`` for a title that is printed again."""

    about: str = ""
    """Which titles are the same: the second one only continues."""

    place: str = ""
    before: str = ""


class _Titles(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    parts: tuple[Part, ...]
    notes: dict[str, str]
    sections: dict[str, str]
    inside: tuple[Inside, ...]


@cache
def _read() -> _Titles:
    return read_yaml(_FILE, _Titles)


def part_of(text: str) -> Part | None:
    """Return the part that a running head begins or goes on; ``None`` for an unknown one."""
    return next((part for part in _read().parts if text.startswith(part.head)), None)


def inside(text: str) -> Inside | None:
    """Return what a title inside a category begins; ``None`` for any other row."""
    return next((one for one in _read().inside if text == one.title), None)


def note_of(text: str) -> str | None:
    """Return the notation of a note on the whole list that a title begins; ``None`` for any other title."""
    return _read().notes.get(text)


def section_of(text: str) -> str | None:
    """Return the list that the statements below a title are about, empty for both; ``None`` for any other row."""
    return _read().sections.get(text)
