"""Which parts of a regulation are a control list: ``lists.yml``."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, RootModel

from graph.errors import UnknownValue
from ingest.curated import read_yaml

_FILE = Path(__file__).with_name("lists.yml")


class Places(BaseModel):
    """The sections and appendices that are one list."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    sections: tuple[str, ...] | Literal["all"]
    appendices: tuple[str, ...] | Literal["all"]
    categories: bool
    """Headings inside the section divide the list."""

    def has_section(self, name: str) -> bool:
        """Say whether a section belongs to the list."""
        return self.sections == "all" or name in self.sections

    def has_appendix(self, name: str) -> bool:
        """Say whether an appendix belongs to the list."""
        return self.appendices == "all" or name in self.appendices


class _Lists(RootModel[dict[str, Places]]):
    pass


@cache
def _read() -> dict[str, Places]:
    return read_yaml(_FILE, _Lists).root


def places_of(key: str) -> Places:
    """Return the places of a list.

    Raises:
        UnknownValue: nobody said where the list stands.
    """
    if key not in _read():
        raise UnknownValue("list", key, _read())
    return _read()[key]
