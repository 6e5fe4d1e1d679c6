"""Levels of enumerators: the columns that are open while rows of print are read, and what goes on with which."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.outline.gathered import Item, NoteDraft
from ingest.outline.inline import next_step
from ingest.outline.line import Line
from ingest.text.codes import CODE

NEAR = 4.0
"""Points: two marks that stand less apart are in one column."""

_POINTER = re.compile(r"N\.\s?B\b")
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii")


@dataclass(slots=True)
class Level:
    """A column of enumerators that is open."""

    x: float | None
    """``None`` where a whole path was printed and the column is not known."""

    style: str
    """``1.``, ``a.``, ``(a)``; empty for an entry or the heading of a note."""

    step: str
    holder: Item | NoteDraft
    is_path: bool = False
    """The list prints the whole path in front of it: what stands below it has a column of its own."""


def join(first: Line, second: Line) -> Line | None:
    """Return two lines as one where nothing but a blank stands between them; else ``None``.

    >>> join(Line("a pump", 0, "page 1"), Line("and valves", 7, "page 1")).text
    'a pump and valves'
    """
    gap = second.start - first.start - len(first.text)
    if gap not in {0, 1}:
        return None
    return Line(first.text + " " * gap + second.text, first.start, first.where)


def name_of(level: Level) -> str:
    """Return the notation of an item, or the code of an entry."""
    return level.holder.notation if isinstance(level.holder, Item) else level.step


def left_of(level: Level, x: float) -> bool:
    """Say whether a mark stands left of a place."""
    return level.x is None or level.x < x - NEAR


def is_announced(level: Level, style: str, innermost: bool) -> bool:
    """Say whether a list may begin in the column of the mark above it: below a note, or behind a colon."""
    if not level.step:
        return True
    return innermost and level.style != style and announces(level)


def announces(level: Level) -> bool:
    """Say whether the words of a level so far end with a colon."""
    lines = level.holder.lines
    return bool(lines) and lines[-1].text.endswith(":")


def holds(note: Level, x: float, nested: float) -> bool:
    """Say whether a place is in the column of a note's words; a technical note and an N.B. hold no other note."""
    marker = note.holder.marker
    plain = marker is not None and marker.text.startswith("Note")
    return plain and note.x is not None and x > note.x + nested


def takes_plain(notes: list[Level], *, italic: bool) -> bool:
    """Say whether items in plain print may be of the open note.

    Args:
        notes: From the open note to its innermost item.
        italic: The note is set in italics: plain items are its own only where it announces them. An N.B. points
            elsewhere and has none.
    """
    if not notes or announces(notes[-1]):
        return bool(notes)
    marker = notes[0].holder.marker
    return not (italic or (marker and _POINTER.match(marker.text)))


def style_of(step: str, stop: str) -> str:
    """Return how an enumerator is written: ``1.``, ``a)``, ``a()``."""
    return ("1" if step.isdigit() else "a") + stop


def far(left: float | None, x: float) -> float:
    """Return how far a column is from a place; 0 where the column is not known."""
    return 0.0 if left is None else abs(left - x)


def goes_on(level: Level, style: str, step: str) -> bool:
    """Say whether an enumerator is the next one of a level."""
    if level.style != style:
        return False
    if level.step in _ROMAN and step in _ROMAN and _ROMAN.index(step) == _ROMAN.index(level.step) + 1:  # fmt: skip
        return True
    if level.step[0] == level.step[-1] == "z" or (len(level.step) == 2 and level.step.isalpha()):
        return step in _after_z(level.step)
    return (level.step.isdigit() or len(level.step) == 1) and next_step(level.step) == step


def _after_z(step: str) -> tuple[str, ...]:
    """Return what may follow z, or two letters: some lists count aa, bb, cc, others aa, ab, ac."""
    if set(step) == {"z"}:
        return ("a" * (len(step) + 1),)
    last = next_step(step[-1])
    return step[:-1] + last, last * len(step)


def is_own(notes: list[Level], words: str) -> bool:
    """Say whether a note is no part of the open one: it names what it is about, or the open one only explains."""
    marker = notes[0].holder.marker if notes else None
    return bool(CODE.match(words)) or marker is None or not marker.text.startswith("Note")


def awaits(levels: list[Level]) -> bool:
    """Say whether the open note announces its items, of which none stands yet."""
    if not levels or levels[-1].step:
        return False
    return not levels[-1].holder.lines or announces(levels[-1])


def resumed(past: list[list[Level]], style: str, step: str) -> tuple[list[Level], int] | None:
    """Return the list of an earlier note that an enumerator goes on, the latest first."""
    if step == "i":
        return None
    for levels in reversed(past):
        for depth in range(len(levels) - 1, 0, -1):
            if goes_on(levels[depth], style, step):
                return levels, depth
    return None
