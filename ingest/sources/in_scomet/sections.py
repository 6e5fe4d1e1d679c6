"""Parts of the document that are no entries, by how they begin: ``sections.yml``."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, RootModel

from ingest.curated import read_yaml

_FILE = Path(__file__).with_name("sections.yml")


class Section(BaseModel):
    """One part: how its first row begins, what reads it, what it is."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    title: str
    note: str = ""
    """Notation of the note of the whole list that the part is."""

    about: str = ""
    """Paragraph or heading that the part is a note or a table of."""

    reads: Literal["words", "left-out", "definitions", "table"] = "words"
    columns: tuple[float, ...] = ()
    """Left edges of a table's columns, in points."""

    pitch: float = 1.35
    """Times the size of print: lines of one cell of a table are less apart."""


class _Sections(RootModel[tuple[Section, ...]]):
    model_config = ConfigDict(frozen=True)


@cache
def _read() -> tuple[Section, ...]:
    return read_yaml(_FILE, _Sections).root


def section_of(text: str) -> Section | None:
    """Return the part that begins with a row; ``None`` for any other row."""
    return next((section for section in _read() if text.startswith(section.title)), None)
