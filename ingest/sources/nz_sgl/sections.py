"""Parts of the document that are no entries, by their titles: ``sections.yml``."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, RootModel

from ingest.curated import read_yaml

_FILE = Path(__file__).with_name("sections.yml")


class Section(BaseModel):
    """One part: its title, what reads it, what it is."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    title: str
    note: str = ""
    """Notation of the note of the whole list that the part is."""

    about: str = ""
    """Paragraph or heading that the part is a note or a table of."""

    reads: Literal["words", "left-out", "definitions", "table", "choice"] = "words"
    reads_as: str = ""
    """Heading that tells what the note is, where the title does not."""

    columns: tuple[float, ...] = ()
    """Left edges of a table's columns, in points."""


class _Sections(RootModel[tuple[Section, ...]]):
    model_config = ConfigDict(frozen=True)


@cache
def _read() -> dict[str, Section]:
    return {section.title: section for section in read_yaml(_FILE, _Sections).root}


def section_of(text: str) -> Section | None:
    """Return the part that begins with a title; ``None`` for any other words."""
    return _read().get(text)
