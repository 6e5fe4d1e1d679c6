"""What the titles of the document begin: ``titles.yml``."""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from ingest.curated import read_yaml

_FILE = Path(__file__).with_name("titles.yml")


class Reads(StrEnum):
    """Who reads the rows below a title."""

    NOTES = "notes"
    LIST = "list"
    CONTENTS = "contents"
    ACRONYMS = "acronyms"
    DEFINITIONS = "definitions"
    COATINGS = "coatings"
    UPDATE = "update"


class Title(BaseModel):
    """One title."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    title: str
    reads: Reads
    notation: str = ""
    """Of the note that begins here; empty where the order of the notes gives it, or none begins."""

    about: str = ""
    """The paragraph or heading that the note is about; empty for the whole list."""

    reads_as: str = ""

    omission: str = ""
    """Class of the words of the title where no note begins."""

    @property
    def is_note(self) -> bool:
        """A note begins here."""
        return bool(self.notation or self.about)


class _Titles(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    titles: tuple[Title, ...]


@cache
def read_titles() -> dict[str, Title]:
    """Return the titles by their words.

    Raises:
        BadDataFile: a row that lacks a field or has one too many.
    """
    return {row.title: row for row in read_yaml(_FILE, _Titles).titles}
