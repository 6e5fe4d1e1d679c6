"""Codes in running text: entries of the lists that number like the Wassenaar List, with their paragraphs."""

from __future__ import annotations

import re
from collections.abc import Collection
from enum import StrEnum

from graph.notation import readings

_GLUED = r"(?:[a-z](?:\d{1,2}[a-z]?)*(?!\w))?"
_STEPS = r"(?:\.{1,2}(?:\d{1,3}[a-z]?|[a-z]{1,2}|[ivx]{3,4})(?!\w))*"


class Form(StrEnum):
    """How a code is written: tells which list it is of."""

    CODE = "3A001.a"
    WASSENAAR = "3.A.1.a"
    MUNITIONS = "ML1.a"


_FORMS = {
    Form.CODE: rf"\d[A-E]\d{{3}}{_GLUED}",
    Form.WASSENAAR: r"\d\.[A-E]\.\d{1,2}",
    Form.MUNITIONS: rf"ML\d{{1,3}}{_GLUED}",
}
_HEADS = {
    form: re.compile(pattern)
    for form, pattern in (
        (Form.CODE, r"\d[A-E]\d{3}"),
        (Form.WASSENAAR, r"\d\.[A-E]\.\d{1,2}"),
        (Form.MUNITIONS, r"ML\d{1,3}"),
    )
}

CODE = re.compile(rf"(?<![\w.])(?:{'|'.join(_FORMS.values())}){_STEPS}")
"""A full code as printed; the dot that ends it is no part of it."""


def form_of(code: str) -> Form | None:
    """Return how a code or notation is written; ``None`` for a heading or a note of the whole list.

    >>> form_of("3.A.1.a"), form_of("cat3")
    (<Form.WASSENAAR: '3.A.1.a'>, None)
    """
    return next((form for form, head in _HEADS.items() if head.match(code)), None)


def entry_of(notation: str) -> str:
    """Return the entry that a notation is of, or the heading.

    >>> entry_of("3A001.a.1"), entry_of("3.A.1.a"), entry_of("ML10.e.note.1"), entry_of("3A.note.1")
    ('3A001', '3.A.1', 'ML10', '3A')
    """
    for head in _HEADS.values():
        if found := head.match(notation):
            return found[0]
    return notation.partition(".")[0]


def notation_of(code: str, known: Collection[str] = ()) -> str:
    """Return the regular notation of a code: the first known reading, else the plainest.

    >>> notation_of("9A801i"), notation_of("3A801.a..2"), notation_of("ML10e1")
    ('9A801.i', '3A801.a.2', 'ML10.e.1')
    >>> notation_of("3A801a15", {"3A801.a.1.5"})
    '3A801.a.1.5'
    """
    candidates = readings(code)
    return next((notation for notation in candidates if notation in known), candidates[0])
