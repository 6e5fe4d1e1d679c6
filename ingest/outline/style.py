"""How one document prints its entries, items and notes."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from ingest.sources.pdf import Row

_STEP = re.compile(r"(?:(?P<step>\d{1,3}|[a-z]{1,2})(?P<stop>[.)])|\((?P<inner>\d{1,3}|[a-z]{1,4})\))(?=\s|$)")  # fmt: skip
_NOTE = re.compile(
    r"(?:(?:Technical|Validity|Related) [Nn]otes?|Notes?)\b(?: ?\d{1,2}(?![.,]?\w)[*\uf02a]?)?(?: ?[:.](?=\s|$)|(?=\s|$))"
    r"|N\.\s?B\.?(?: ?\d{1,2}\b\.?)?:?(?=\s|$)"
)


@dataclass(frozen=True, slots=True)
class Head:
    """What a row prints in front: an entry's code, and below it the steps of a path where it prints them."""

    code: str
    steps: tuple[str, ...] = ()
    end: int = 0
    """Where the words begin in the row."""

    mark: int = 0
    """Where the last step stands in the row: its column is the item's."""


@dataclass(frozen=True, slots=True)
class Style:
    """How one document prints."""

    head: Callable[[Row], Head | None]
    """Reads the code or path that a row begins with; ``None`` for any other row."""

    note: re.Pattern[str] = _NOTE
    """Heading of a note at the start of a row."""

    step: re.Pattern[str] = _STEP
    """Enumerator at the start of a row: ``step`` with its ``stop``, or ``inner`` brackets."""

    columns: bool = True
    """The column of an enumerator tells its level; else a first one stands below the item before."""

    label: re.Pattern[str] | None = None
    """Words that begin an item of a note in place of an enumerator, such as ``Length:``."""

    nested: float = float("inf")
    """Points: a note that stands so much further right than the open one is inside it."""

    ragged: bool = False
    """A mark that stands left of the marks before it in its list has lost its indentation."""
