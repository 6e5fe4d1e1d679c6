"""Codes in running text: entries of the lists that number like ``3A001``, with their paragraphs."""

from __future__ import annotations

import re
from collections.abc import Collection

from graph.notation import readings

_GLUED = r"(?:[a-z](?:\d{1,2}[a-z]?)*(?!\w))?"
_STEPS = r"(?:\.{1,2}(?:\d{1,3}[a-z]?|[a-z]{1,2}|[ivx]{3,4})(?!\w))*"

CODE = re.compile(rf"(?<![\w.])\d[A-E]\d{{3}}{_GLUED}{_STEPS}")
"""A full code as printed; the dot that ends it is no part of it."""


def notation_of(code: str, known: Collection[str] = ()) -> str:
    """Return the regular notation of a code: the first known reading, else the plainest.

    >>> notation_of("9A801i"), notation_of("3A801.a..2")
    ('9A801.i', '3A801.a.2')
    >>> notation_of("3A801a15", {"3A801.a.1.5"})
    '3A801.a.1.5'
    """
    candidates = readings(code)
    return next((notation for notation in candidates if notation in known), candidates[0])
