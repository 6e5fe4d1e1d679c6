"""Where a licence requirements row reaches, where it is not said by the country chart: typed, not as text.

Terms of an expression, in their order: ``*`` every destination, ``CN`` a destination, ``us/D5`` a group, each with a
minus sign where the row takes it out; ``?`` alone where the row names neither a column nor destinations nor a provision.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from ingest.curated import read_yaml

UNSTATED = "?"
EVERYWHERE = "*"

_WORLD = re.compile(r"\b(?:any destination worldwide|[Ww]orldwide|(?:ALL|all) destinations)\b")
_EXCEPT = re.compile(r"\b(?:except(?: for)?|excluding)\b(?P<rest>[^.]*)")
_GROUP = re.compile(r"\b(?P<letter>[A-E]):(?P<number>\d)\b")
_SEE = re.compile(r"\(?\b(?:[Ss]ee|[Rr]efer to)\b.*", re.DOTALL)


class Names(BaseModel):
    """What `destinations.yml` holds."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    names: dict[str, str]
    groups: dict[str, str]


@cache
def names() -> Names:
    """Return the names of destinations and groups.

    Raises:
        BadDataFile: see `read_yaml`.
    """
    return read_yaml(Path(__file__).with_name("destinations.yml"), Names)


def read_destinations(
    text: str, *, columns: tuple[str, ...], pointers: tuple[str, ...]
) -> tuple[str, ...]:
    """Return the expression of a row; nothing where it has columns of the chart, or is only a reference.

    >>> read_destinations("To or within Macau or Country Group D:5. See § 742.4.", columns=(), pointers=("x",))
    ('MO', 'us/D5')
    >>> read_destinations("A license is required for ALL destinations, except Canada.", columns=(), pointers=())
    ('*', '-CA')
    >>> read_destinations("See § 746.1(b) for UN controls", columns=(), pointers=("15 CFR 746.1(b)",))
    ()
    >>> read_destinations("N/A.", columns=(), pointers=())
    ('?',)
    """
    if columns:
        return ()
    spoken = _SEE.sub("", text)
    excepted = _EXCEPT.search(spoken)
    spared = _named(excepted["rest"]) if excepted else ()
    plain = spoken[: excepted.start()] if excepted else spoken
    reached = (EVERYWHERE,) if _WORLD.search(plain) else _named(plain)
    if reached:
        return (*reached, *(f"-{name}" for name in spared))
    return () if pointers else (UNSTATED,)


def _named(text: str) -> tuple[str, ...]:
    """Return the destinations and groups that words name, in order."""
    found = {
        match.start(): f"us/{match['letter']}{match['number']}" for match in _GROUP.finditer(text)
    }
    for table in (names().names, names().groups):
        for name, code in table.items():
            for match in re.finditer(rf"\b{re.escape(name)}\b", text):
                found.setdefault(match.start(), code)
    return tuple(dict.fromkeys(code for _, code in sorted(found.items())))
