"""Codes of the Ausfuhrliste as it prints them, glued: ``0009a2c1``, ``3A1901a15``."""

from __future__ import annotations

import re

SECTION_A = "de-al-a"
SECTION_B = "de-al-b"
ANNEX_I = "eu-annex-i"

_MUNITIONS = r"00(?:0[1-9]|1\d|2[0-2])"
_DUAL_USE = r"\d[A-E]\d{3,4}"
CODE = re.compile(rf"(?<![\w.,–-])(?:{_MUNITIONS}|{_DUAL_USE})(?:[a-z]\d{{0,2}})*(?!\w)")
"""A code in running text or in front of an entry."""

_STEP = re.compile(r"[a-z]|\d+")
_NATIONAL = re.compile(r"\d[A-E](?:9\d\d|1\d{3})")
_HEAD = re.compile(rf"{_MUNITIONS}|{_DUAL_USE}")


def notation_of(code: str) -> str:
    """Return the regular notation of a printed code.

    >>> notation_of("0009a2c1"), notation_of("3A1901a15"), notation_of("3B1901k")
    ('0009.a.2.c.1', '3A1901.a.15', '3B1901.k')
    """
    found = _HEAD.match(code)
    assert found  # noqa: S101  the caller matched CODE
    return ".".join([found[0], *_STEP.findall(code[found.end() :])])


def list_of(code: str) -> str:
    """Return the list that a code is of: national numbers are 9xx or have four digits.

    >>> list_of("0008f"), list_of("9A904b"), list_of("3A1904"), list_of("3A001e2")
    ('de-al-a', 'de-al-b', 'de-al-b', 'eu-annex-i')
    """
    if code.startswith("00"):
        return SECTION_A
    return SECTION_B if _NATIONAL.match(code) else ANNEX_I
