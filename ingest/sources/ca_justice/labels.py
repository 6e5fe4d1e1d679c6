"""Labels of the regulations: what a label is of, and the notation that it gives."""

from __future__ import annotations

import re
from enum import StrEnum

from graph.errors import UnknownValue


class Form(StrEnum):
    """What a label numbers."""

    ENTRY = "5506, 9-8"
    """An item of the Export Control List."""

    DOTTED = "A.2.4.1"
    """A paragraph of the nuclear schedule: every level in one label."""

    BRACKET = "(a)"
    """One level below either; French prints small letters as ``a)``."""

    NUMBER = "1"
    """A note among several below one heading."""


_FORMS = (
    (Form.ENTRY, re.compile(r"(\d{4}|\d-\d{1,2})")),
    (Form.DOTTED, re.compile(r"([A-Z](?:\.\d{1,2})+)\.?")),
    (Form.BRACKET, re.compile(r"\(?([a-z]{1,6}(?:\.\d)?|[A-Z]{1,6}|\d{1,2})\)")),
    (Form.NUMBER, re.compile(r"(\d{1,2})")),
)
_GROUP = re.compile(r"(?:GROUPE?|PART(?:IE)?) ([A-Z]|\d{1,2})")
_TITLE = re.compile(r"([A-Z](?:\.\d{1,2})+)\.?\s")
_SECTION = re.compile(r"\d{1,3}(?:\.\d{1,2})?")

STEP = r"(?:\((?:[a-z]{1,6}|[A-Z]{1,6}|\d{1,2})\)|(?<![\w(])[a-z]\)|(?<=[.)\d])[a-z]\))"
"""One level in running text, as either language prints it."""

_STEP = re.compile(r"\(?(\w+)\)")


def read_label(label: str, where: str) -> tuple[Form, str]:
    """Return what a label numbers, and its number.

    >>> read_label("a)", ""), read_label("A.1.1.", "")
    ((<Form.BRACKET: '(a)'>, 'a'), (<Form.DOTTED: 'A.2.4.1'>, 'A.1.1'))

    Raises:
        UnknownValue: no form covers the label.
    """
    for form, pattern in _FORMS:
        if found := pattern.fullmatch(label):
            return form, found[1]
    raise UnknownValue(f"{where}: label", label, [str(form) for form in Form])


def read_group(label: str, where: str) -> str:
    """Return the notation of a group or part.

    >>> read_group("GROUPE 5", ""), read_group("PART A", "")
    ('5', 'A')

    Raises:
        UnknownValue: neither a group nor a part.
    """
    found = _GROUP.fullmatch(label)
    if found is None:
        raise UnknownValue(f"{where}: heading", label, ("GROUP", "PART"))
    return found[1]


def read_section(label: str, where: str) -> str:
    """Return the number of a section of the regulation.

    Raises:
        UnknownValue: not a number.
    """
    if not _SECTION.fullmatch(label):
        raise UnknownValue(f"{where}: section", label, ("1", "3.1"))
    return label


def coded(title: str) -> tuple[str, int] | None:
    """Return the notation that a title begins with, and where its words begin.

    >>> coded("A.1. Toys"), coded("Toys")
    (('A.1', 5), None)
    """
    found = _TITLE.match(title)
    return (found[1], found.end()) if found else None


def below(notation: str, *steps: str) -> str:
    """Return the notation of a position below another; a section and a note join their levels by dots.

    >>> below("5506", "2", "c"), below("note.s4", "1", "f")
    ('5506(2)(c)', 'note.s4.1.f')
    """
    if re.search(r"(?:^|\.)note\.", notation):
        return ".".join((notation, *steps))
    return notation + "".join(f"({step})" for step in steps)


def above(notation: str) -> str:
    """Return the position that another stands directly below; empty for the uppermost.

    >>> above("5506(2)(c)"), above("5506"), above("A.1.2"), above("note.s4.1")
    ('5506(2)', '', 'A.1', 'note.s4')
    """
    if notation.endswith(")"):
        return notation[: notation.rindex("(")]
    head = notation.rpartition(".")[0]
    return "" if head.endswith("note") else head


def steps_of(path: str) -> list[str]:
    """Return the levels of a path in running text.

    >>> steps_of("c)(ii)(B)")
    ['c', 'ii', 'B']
    """
    return _STEP.findall(path)
