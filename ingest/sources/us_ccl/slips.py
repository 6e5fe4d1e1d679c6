"""Slips of the source itself: what stands there, and what is meant."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TypeAlias

import yaml

from graph.errors import BadDataFile

Slips: TypeAlias = Mapping[tuple[str, str], str]
"""Place and what stands there, to what is meant."""

_FILE = Path(__file__).with_name("slips.yml")
_FIELDS = {"where", "stands", "meant", "why"}


@cache
def read_slips() -> Slips:
    """Return the slips that ``slips.yml`` names.

    Raises:
        BadDataFile: a row without one of its four fields, or two rows for one slip.
    """
    found: dict[tuple[str, str], str] = {}
    for number, row in enumerate(yaml.safe_load(_FILE.read_text(encoding="utf-8")), start=1):
        if set(row) != _FIELDS:
            raise BadDataFile(_FILE.name, f"row {number}", f"has {sorted(row)}")
        key = str(row["where"]), str(row["stands"])
        if key in found:
            raise BadDataFile(_FILE.name, f"row {number}", "stands twice")
        found[key] = str(row["meant"])
    return MappingProxyType(found)
