"""Where an entry or a note belongs, as far as the document does not say it: ``places.yml``."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from graph.errors import UnknownValue
from ingest.curated import read_yaml

_FILE = Path(__file__).with_name("places.yml")
_IN_PARTS = "5"


class Behind(BaseModel):
    """A title behind the entries, and what its notes and tables are about."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    title: str
    about: str
    why: str
    reads_as: str = ""
    """Heading that tells what the note is, where the title does not."""


class _Places(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    behind: tuple[Behind, ...]
    parts: dict[str, int]


@cache
def _read() -> _Places:
    return read_yaml(_FILE, _Places)


def behind(title: str) -> Behind | None:
    """Return what is known of a title; ``None`` where the title says by itself what it is about."""
    return next((row for row in _read().behind if row.title == title), None)


def group_of(code: str) -> str:
    """Return the product group of an entry.

    >>> group_of("3A001"), group_of("5A001"), group_of("5A002")
    ('3A', '5A1', '5A2')

    Raises:
        UnknownValue: an entry of category 5 of which nobody said in which part it is.
    """
    if code[0] != _IN_PARTS:
        return code[:2]
    parts = _read().parts
    if code[2:] not in parts:
        raise UnknownValue("category 5, number of the entry", code[2:], parts)
    return f"{code[:2]}{parts[code[2:]]}"


def above(group: str) -> str:
    """Return the category, or its part, that a product group belongs to.

    >>> above("3A"), above("5A2"), above("cat5p2")
    ('cat3', 'cat5p2', 'cat5')
    """
    if group.startswith("cat"):
        return group.partition("p")[0]
    return f"cat{group[0]}p{group[2]}" if group[2:] else f"cat{group[0]}"
