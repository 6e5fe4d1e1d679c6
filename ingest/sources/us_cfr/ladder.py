"""Enumerators of the Code of Federal Regulations: ``(a)(1)(i)(A)`` printed one level at a time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_TENS, _ONES = (
    ("", "x", "xx", "xxx", "xl"),
    ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"),
)
_ROMAN = tuple(tens + ones for tens in _TENS for ones in _ONES)[1:]
_STEP = r"\((?P<step>[a-z]{1,5}|[A-Z]{1,2}|\d{1,3})\)"
ENUMERATOR = re.compile(rf"(?P<star>\* ?)?{_STEP}\s*")
RANGE = re.compile(rf"(?P<star>\* ?)?{_STEP}\s?[-–—](?:\s?\([a-zA-Z0-9]+\))\s*")
NUMBER = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2})*)\.?(?=\s)\s*")
_LEAD = re.compile(r":\s*$")


@dataclass(frozen=True, slots=True)
class Level:
    """One open enumerator."""

    style: str
    """``a``, ``1``, ``i``, ``A``; ``n`` for a number such as ``1.2``, ``n.`` for one below a letter."""

    step: str
    notation: str


@dataclass(slots=True)
class Ladder:
    """The enumerators that are open, from the heading down."""

    base: str
    """What notations begin with: a category, a section, an appendix."""

    joint: str = "({})"
    """How a step is written behind what stands above it."""

    levels: list[Level] = field(default_factory=list)

    @property
    def innermost(self) -> str:
        """Notation of the innermost open position."""
        return self.levels[-1].notation if self.levels else self.base

    def open(self, step: str, *, announced: bool) -> tuple[str, str]:
        """Go on with an enumerator; return its notation and its parent's.

        Args:
            step: Without brackets.
            announced: The words above end in a colon: a list may begin here.

        Shape:   the innermost level that it is the next of; else the first of a new level; else the last of a level of
            its style, where the source leaves one out.
        """
        depth, style = self._place(step, announced=announced)
        parent = self.levels[depth - 1].notation if depth else self.base
        notation = parent + self.joint.format(step)
        self.levels[depth:] = [Level(style, step, notation)]
        return notation, parent

    def number(self, number: str) -> tuple[str, str]:
        """Go on with a number such as ``1.2``; return its notation and its parent's."""
        above = [
            level
            for level in self.levels
            if level.style == "n"
            and f"{number}.".startswith(f"{level.step}.")
            and level.step != number
        ]
        parent = above[-1].notation if above else self.base
        notation = f"{self.base} {number}"
        self.levels = [*above, Level("n", number, notation)]
        return notation, parent

    def inner(self, number: str, *, announced: bool) -> tuple[str, str] | None:
        """Go on with a plain number that counts below a letter; ``None`` where it counts the part itself."""
        for depth in range(len(self.levels) - 1, -1, -1):
            level = self.levels[depth]
            if level.style == "n.":
                if int(number) == int(level.step) + 1:
                    return self._below(depth, number)
            elif level.style == "n":
                return None
            elif announced and depth == len(self.levels) - 1:
                return self._below(depth + 1, number)
        return None

    def _below(self, depth: int, number: str) -> tuple[str, str]:
        parent = self.levels[depth - 1].notation if depth else self.base
        notation = f"{parent}.{number}"
        self.levels[depth:] = [Level("n.", number, notation)]
        return notation, parent

    def _place(self, step: str, *, announced: bool) -> tuple[int, str]:
        begins = [style for style in _styles(step) if _is_first(step, style)]
        going = [
            (depth, level.style)
            for depth, level in reversed(list(enumerate(self.levels)))
            if level.style in _styles(step) and _after(level, step) > 0
        ]
        exact = [(d, style) for d, style in going if _after(self.levels[d], step) == 1]
        fresh = [style for style in begins if not self.levels or self.levels[-1].style != style]
        if fresh and (announced or not going):
            inside = next((style for style in fresh if style == "i" and self.levels), fresh[0])
            return len(self.levels), inside
        if going:
            return (exact or going)[0]
        same = [
            (depth, level.style)
            for depth, level in reversed(list(enumerate(self.levels)))
            if level.style in _styles(step)
        ]
        return same[0] if same else (len(self.levels), _styles(step)[0])


def announces(text: str) -> bool:
    """Say whether words open a list."""
    return bool(_LEAD.search(text))


def enumerators(text: str) -> Iterator[re.Match[str]]:
    """Yield the enumerators that a block begins with, one for each level: ``(g)(1)``."""
    at = 0
    while found := ENUMERATOR.match(text, at):
        yield found
        at = found.end()


def _styles(step: str) -> tuple[str, ...]:
    if step.isdigit():
        return ("1",)
    if step.isupper():
        return ("A",)
    return ("a", "i") if step in _ROMAN else ("a",)


def _is_first(step: str, style: str) -> bool:
    return step == {"a": "a", "1": "1", "i": "i", "A": "A"}[style]


def _after(level: Level, step: str) -> int:
    """Return how many places a step is behind the one that is open; 1 for the next."""
    if level.style == "1":
        return int(step) - int(level.step)
    if level.style == "i":
        return _ROMAN.index(step) - _ROMAN.index(level.step)
    return _letters(step) - _letters(level.step)


def _letters(step: str) -> int:
    """Return the place of a letter mark: a, b, ... z, aa, bb."""
    return 26 * (len(step) - 1) + ord(step[0].lower()) - ord("a")
