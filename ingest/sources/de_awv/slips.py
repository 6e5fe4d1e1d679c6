"""Slips of the official text, as issues."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from graph.model.document import Issue
from ingest.curated import read_yaml
from ingest.outline.said import Said


class Slip(BaseModel):
    """One slip: where, what stands there, what is meant, and how we know."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    place: str
    stands: str
    meant: str
    why: str


class _Slips(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    slips: tuple[Slip, ...]


@cache
def read_slips() -> tuple[Slip, ...]:
    """Return the slips that ``slips.yml`` names."""
    return read_yaml(Path(__file__).with_name("slips.yml"), _Slips).slips


def find_slips(said: Iterable[Said]) -> Iterator[Issue]:
    """Yield an issue for each slip that stands at its place."""
    for part in said:
        for slip in read_slips():
            if part.where == slip.place and slip.stands in part.words:
                yield Issue(where=part.where, kind="official-typo", value=slip.stands)
