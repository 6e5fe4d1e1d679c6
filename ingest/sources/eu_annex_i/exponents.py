"""Exponents that the document prints like plain digits: found, marked, never guessed at."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.sources.eu_annex_i.slips import read_slips

_SIGN = "[-–−]"
_POWER = rf"×\s*10(?P<power>{_SIGN}?[1-9]\d?)(?!\d)"
_NEGATIVE = rf"(?<![\w,.×–-])(?<!× )10(?P<negative>{_SIGN}[1-9]\d?)(?![\d–-])"
_UNIT = r"(?<![A-Za-z])[cmkμn]?m(?P<unit>[23])(?!\w|,\d)|(?<=/)[sV](?P<below>2)(?!\w)"
_INVERSE = rf"(?<=\s)(?:[cmkμn]?m|[NhKs]|Hz)(?P<inverse>{_SIGN}[1-3])(?![\w-])"
_EXPONENT = re.compile("|".join((_POWER, _NEGATIVE, _UNIT, _INVERSE)))


def lost_exponents(text: str) -> list[tuple[int, int]]:
    """Return where the exponents of a line are, in order.

    Shape:   the digits with their sign: after ten (``2 × 108 Hz``), after a unit (``7 cm3``), and what ``slips.yml`` names.

    >>> text = "A rate of 2 × 108 Hz, an area of 7 cm2"
    >>> [text[start:end] for start, end in lost_exponents(text)]
    ['8', '2']
    """
    return sorted({*_printed(text), *_named(text)})


def _printed(text: str) -> Iterator[tuple[int, int]]:
    for found in _EXPONENT.finditer(text):
        if found.lastgroup:
            yield found.span(found.lastgroup)


def _named(text: str) -> Iterator[tuple[int, int]]:
    for slip in read_slips().exponents:
        for found in re.finditer(re.escape(slip.stands), text):
            start = found.start() + slip.stands.rindex(slip.exponent)
            yield start, start + len(slip.exponent)
