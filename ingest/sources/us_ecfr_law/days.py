"""Days as effective date notes write them."""

from __future__ import annotations

import re
from collections.abc import Iterator

_DAY = re.compile(r"(?P<month>[A-Z][a-z]{2})[a-z]*\.? (?P<day>\d{1,2}), (?P<year>\d{4})")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def days_in(text: str) -> Iterator[str]:
    """Yield the days that words name, in ISO form.

    >>> list(days_in("stayed Nov. 12, 2025, until September 9, 2026"))
    ['2025-11-12', '2026-09-09']
    """
    for found in _DAY.finditer(text):
        if found["month"] in _MONTHS:
            month = _MONTHS.index(found["month"]) + 1
            yield f"{found['year']}-{month:02d}-{int(found['day']):02d}"
