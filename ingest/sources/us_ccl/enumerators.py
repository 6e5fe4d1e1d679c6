"""Enumerators: ``c.4.b.``, ranges of reserved ones, the steps of a note's own items."""

from __future__ import annotations

import re
from dataclasses import dataclass

_STEP = r"(?:[a-z]{1,2}|\d{1,3})"
_PATH = rf"{_STEP}(?:\.{_STEP})*"
_ITEM = re.compile(rf"\.?(?P<path>{_PATH})(?P<stop>\.*)(?=$|[\s'“\"\[(A-Z])")
_BRACKETED = re.compile(r"\((?P<path>[a-z])\)\s")
_RANGE = re.compile(
    rf"\.?(?P<first>{_PATH})\.?\s?(?:through|to|-|–|and)\s?\.?(?P<last>{_PATH})\.?\s(?=\[Reserved\]\.?$)",
    re.IGNORECASE,
)
_NOTE_STEP = re.compile(
    rf"(?P<open>\(?)(?P<path>{_STEP}(?:\.{_STEP})*|[ivx]{{1,4}})(?P<close>\)|\.)(?=$|[\s'“”\"\[(A-Z])"
)
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")


@dataclass(frozen=True, slots=True)
class Enumerator:
    """The enumerator that a paragraph starts with."""

    path: tuple[str, ...]
    length: int
    """Characters of the line that it takes."""

    last: tuple[str, ...] = ()
    """End of a range of reserved paragraphs; empty for a single one."""

    irregular: bool = False
    """Two full stops stand after it."""


def read_enumerator(text: str) -> Enumerator | None:
    """Read the enumerator of an item.

    >>> read_enumerator("c.4.b. Rated for use").path
    ('c', '4', 'b')
    >>> read_enumerator("f. through w. [Reserved]").last
    ('w',)
    >>> read_enumerator("a device"), read_enumerator("1.5 mm or more")
    (None, None)
    """
    found = _RANGE.match(text)
    if found:
        first, last = _steps(found["first"]), _steps(found["last"])
        return Enumerator(first, found.end(), last)
    found = _BRACKETED.match(text)
    if found:
        return Enumerator((found["path"],), found.end())
    found = _ITEM.match(text)
    if not found or (found["path"][0].isdigit() and "." in found["path"]):
        return None
    path = _steps(found["path"])
    if len(path) == 1 and not found["stop"]:
        return None
    return Enumerator(path, found.end(), irregular=len(found["stop"]) > 1)


def members(enumerator: Enumerator) -> list[tuple[str, ...]]:
    """Return every path of a range, or the one path of an enumerator.

    >>> members(read_enumerator("y.2 through y.5. [Reserved]"))
    [('y', '2'), ('y', '3'), ('y', '4'), ('y', '5')]
    """
    path, last = enumerator.path, enumerator.last or enumerator.path
    found = [path]
    while found[-1][-1] != last[-1]:
        step = next_step(found[-1][-1])
        if step is None or len(found) > 40:
            raise ValueError(".".join(last))
        found.append((*path[:-1], step))
    return found


def next_step(step: str) -> str | None:
    """Return the step after one: ``b`` after ``a``, ``10`` after ``9``, ``aa`` after ``z``.

    >>> next_step("a"), next_step("9"), next_step("z")
    ('b', '10', 'aa')
    """
    if step.isdigit():
        return str(int(step) + 1)
    if step == "z":
        return "aa"
    if len(step) > 1:
        return chr(ord(step[0]) + 1) * 2 if len(set(step)) == 1 and step[0] < "z" else None
    return chr(ord(step) + 1)


def is_first(step: str) -> bool:
    """Say whether a step begins a series."""
    return step in {"a", "1", "i"}


@dataclass(frozen=True, slots=True)
class Step:
    """The enumerator of an item of a note."""

    style: str
    """``a.``, ``1.``, ``(a)``, ``(1)``, ``i.`` or, for a whole path, ``path``."""

    path: tuple[str, ...]
    length: int


def read_step(text: str) -> Step | None:
    """Read the enumerator of an item of a note.

    >>> read_step("1. Made of foam").style, read_step("b.2. Lithium").path
    ('1.', ('b', '2'))
    """
    found = _NOTE_STEP.match(text)
    if not found or (found["open"] == "(") != (found["close"] == ")"):
        return None
    path = _steps(found["path"])
    if len(path) > 1:
        if all(step.isdigit() for step in path):
            return None
        return Step("path", path, found.end())
    first = "1" if path[0].isdigit() else "a"
    return Step(f"{found['open']}{first}{found['close']}", path, found.end())


class Ladder:
    """Places the enumerators of a note, which restart at each level, in a tree.

    >>> ladder = Ladder()
    >>> [ladder.place(read_step(text)) for text in ("a. x", "1. x", "2. x", "b. x", "d. x")]
    [('a',), ('a', '1'), ('a', '2'), ('b',), None]
    """

    def __init__(self) -> None:
        self._open: list[tuple[str, str]] = []

    def place(self, step: Step) -> tuple[str, ...] | None:
        """Return the path of the next item; ``None`` where it continues nothing here."""
        if step.style == "path":
            return self._whole(step.path)
        name = step.path[0]
        for depth in range(len(self._open) - 1, -1, -1):
            style, last = self._open[depth]
            if style == step.style and name in {next_step(last), _after_roman(last)}:
                self._open[depth:] = [(style, name)]
                return self._path()
        deepest = self._open[-1][0] if self._open else ""
        if is_first(name) and (step.style != deepest or name == "i"):
            self._open.append((step.style, name))
            return self._path()
        return None

    def _whole(self, path: tuple[str, ...]) -> tuple[str, ...] | None:
        """Place a whole path, which may begin below a level that is open."""
        parent, name = path[:-1], path[-1]
        names = self._path()
        for offset in range(len(names)):
            depth = offset + len(parent)
            if names[offset:depth] != parent:
                continue
            expected = next_step(names[depth]) if len(names) > depth else None
            if name == expected or (expected is None and is_first(name)):
                self._open[depth:] = [("1." if name.isdigit() else "a.", name)]
                return self._path()
        return None

    def _path(self) -> tuple[str, ...]:
        return tuple(name for _, name in self._open)


def _after_roman(step: str) -> str | None:
    if step not in _ROMAN[:-1]:
        return None
    return _ROMAN[_ROMAN.index(step) + 1]


def _steps(path: str) -> tuple[str, ...]:
    return tuple(path.split("."))
