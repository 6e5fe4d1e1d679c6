"""Substances by their number in the registry of the Chemical Abstracts Service."""

from __future__ import annotations

import re
import unicodedata

_NUMBER = re.compile(r"(?<![\w-])(\d{2,7})-(\d{2})-(\d)(?![\w-])")
_DASHES = str.maketrans("‐‑‒–—−", "------")


def cas_numbers(text: str) -> tuple[str, ...]:
    """Return the registry numbers in a text, each once, in order; what fails its check digit is none.

    >>> cas_numbers("Water (CAS 7732-18-5), a date 2021-09-9, a misprint 7732-18-4")
    ('7732-18-5',)
    """
    plain = unicodedata.normalize("NFKC", text).translate(_DASHES)
    found = (match[0] for match in _NUMBER.finditer(plain) if _is_sound(match))
    return tuple(dict.fromkeys(found))


def _is_sound(match: re.Match[str]) -> bool:
    """Say whether the last digit is the sum of the others, each times its place from the right, modulo ten."""
    digits = f"{match[1]}{match[2]}"
    total = sum(place * int(digit) for place, digit in enumerate(reversed(digits), start=1))
    return match[1][0] != "0" and total % 10 == int(match[3])
