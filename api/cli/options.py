"""Options that many subcommands share, and what they open."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from enum import StrEnum
from typing import Annotated

import typer

from api.cli.settings import Settings
from graph.answers.asof import AsOf, day
from graph.errors import NotBuilt
from graph.release import Release, Shelf
from graph.store.oxigraph import OxigraphStore


class Format(StrEnum):
    """How rows are written."""

    TABLE = "table"
    TSV = "tsv"
    JSON = "json"
    JSONL = "jsonl"


Valid = Annotated[
    str, typer.Option("--valid", help="day the law is asked for, ISO 8601; default today")
]
Known = Annotated[
    str, typer.Option("--known", help="day by which texts were published, ISO 8601; default today")
]
ReleaseKey = Annotated[
    str, typer.Option("--release", help="key of a release; default the current one")
]
Output = Annotated[
    Format | None, typer.Option("--format", help="default: a table on a terminal, TSV when piped")
]


def settings() -> Settings:
    """Return what the environment decides."""
    return Settings.from_env(os.environ)


def as_of(valid: str, known: str) -> AsOf:
    """Read the two days; today where none is given.

    Raises:
        UnreadableDate: not ISO 8601.
    """
    today = datetime.now(UTC).date()
    return AsOf(day(valid) if valid else today, day(known) if known else today)


def at(key: str, valid: str, known: str) -> tuple[str, AsOf]:
    """Read a list key that may carry its day (``us-ccl@2026-06-24``), and the two days.

    Raises:
        UnreadableDate: not ISO 8601.
    """
    name, _, on = key.partition("@")
    return name, as_of(on or valid, known)


def release(key: str = "") -> Release:
    """Return the release to ask.

    Raises:
        NotBuilt: nothing was built in this home.
        NotFound: this home does not hold the release that was named.
    """
    shelf = Shelf(settings().home)
    return shelf.find(key) if key else shelf.current()


def store(key: str = "") -> OxigraphStore:
    """Open the embedded store of a release.

    Raises:
        NotBuilt: nothing was built in this home.
    """
    found = release(key)
    if not found.store.is_dir():
        raise NotBuilt(str(found.folder))
    return OxigraphStore.read_only(found.store)
