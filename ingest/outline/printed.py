"""The order of printed rows: entries, items and notes told by their marks, their indentation and what should come next."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Generic

from graph.errors import DuplicateNotation
from ingest.outline.gathered import Gathered, Item, NoteDraft, P
from ingest.outline.inline import next_step
from ingest.outline.line import Line
from ingest.sources.pdf import Row

NEAR = 4.0
"""Points: two marks that stand less apart are in one column."""

_STEP = re.compile(r"(?:(?P<step>\d{1,3}|[a-z]{1,2})(?P<stop>[.)])|\((?P<inner>\d{1,3}|[a-z]{1,4})\))(?=\s|$)")  # fmt: skip
_NOTE = re.compile(
    r"(?:(?:Technical|Validity|Related) )?Notes?\b(?: ?\d{1,2}(?![.,]?\w))?(?: ?[:.](?=\s|$)|(?=\s|$))"
    r"|N\.\s?B\.?(?: ?\d{1,2}\b\.?)?:?(?=\s|$)"
)
_FIRST = {"1", "a", "i"}
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii")


@dataclass(frozen=True, slots=True)
class Head:
    """What a row prints in front: an entry's code, and below it the steps of a path where it prints them."""

    code: str
    steps: tuple[str, ...] = ()
    end: int = 0
    """Where the words begin in the row."""

    mark: int = 0
    """Where the last step stands in the row: its column is the item's."""


@dataclass(frozen=True, slots=True)
class Style:
    """How one document prints."""

    head: Callable[[Row], Head | None]
    """Reads the code or path that a row begins with; ``None`` for any other row."""

    note: re.Pattern[str] = _NOTE
    """Heading of a note at the start of a row."""


@dataclass(slots=True)
class _Level:
    """A column of enumerators that is open."""

    x: float | None
    """``None`` where a whole path was printed and the column is not known."""

    style: str
    """``1.``, ``a.``, ``(a)``; empty for an entry or the heading of a note."""

    step: str
    holder: Item | NoteDraft


@dataclass(slots=True)
class Printed(Generic[P]):
    """Reads rows one by one; what it finds goes to ``gathered``."""

    gathered: Gathered[P]
    style: Style
    _items: list[_Level] = field(default_factory=list)
    """From the entry, or the heading, to the innermost open item."""

    _notes: list[_Level] = field(default_factory=list)
    """From the open note to the innermost open item of it; empty where none is open."""

    _italic: bool = False
    """The open note is set in italics."""

    def at(self, heading: str) -> None:
        """Begin below a heading: notes that follow are about it."""
        marker = Line("", 0, heading)
        self._items = [_Level(None, "", heading, Item(heading, "", marker, []))]
        self._notes = []

    def row(self, row: Row) -> None:
        """Read the next row.

        Raises:
            UnreadableDocument: words before the first entry or heading, or a path below nothing.
            DuplicateNotation: an entry stands twice; a path that does is found by the tree.
        """
        head = self.style.head(row)
        note = self.style.note.match(row.text)
        if head is not None:
            self._head(row, head)
        elif not self._items:
            raise self.gathered.page.unreadable(row.line.where, f"no entry before: {row.text[:40]}")
        elif note is not None:
            self._note(row, note.end())
        elif not self._step(row, 0):
            self._more(row)

    def _head(self, row: Row, head: Head) -> None:
        self._notes = []
        marker, words = row.line.part(0, head.end), row.line.part(head.end)
        if not head.steps:
            if head.code in self.gathered.entries:
                places = [self.gathered.entries[head.code][0].marker.where, row.line.where]
                raise DuplicateNotation(self.gathered.page.name, head.code, places)
            item = Item(head.code, "", marker, [words] if words.text else [])
            self.gathered.entries[head.code] = [item]
            self._items = [_Level(row.x, "", head.code, item)]
            return
        if head.code not in self.gathered.entries:
            raise self.gathered.page.unreadable(row.line.where, f"no {head.code} before its items")
        parent = ".".join((head.code, *head.steps[:-1]))
        kept = [level for level in self._items if f"{parent}.".startswith(f"{_name(level)}.")]
        self._items = kept or [self._entry(head.code)]
        self._add(_style(head.steps[-1], "."), head.steps[-1], row.xs[head.mark], (marker, words), parent)  # fmt: skip

    def _entry(self, code: str) -> _Level:
        return _Level(None, "", code, self.gathered.entries[code][0])

    def _step(self, row: Row, at: int) -> bool:
        """Read a row that begins with an enumerator; say whether it is one."""
        found = _STEP.match(row.text, at)
        if found is None:
            return False
        step = found["step"] or found["inner"]
        style = _style(step, found["stop"] or "()")
        x = row.xs[at]
        chosen = self._level(style, step, x, italic="Italic" in row.font)
        if chosen is None:
            return False
        levels, depth = chosen
        if levels is self._items:
            self._notes = []
        if depth < len(levels):
            style = levels[depth].style
        del levels[depth:]
        words = row.line.part(found.end())
        parts = (row.line.part(at, found.end()), words)
        if levels is self._notes:
            self._add_to_note(style, step, x, parts)
        else:
            self._add(style, step, x, parts, _name(levels[-1]))
        if words.text:  # a second enumerator on one row: the first child of the first
            self._split(row, words)
        return True

    def _split(self, row: Row, words: Line) -> None:
        at = words.start - row.line.start
        holder = (self._notes or self._items)[-1].holder
        found = _STEP.match(words.text)
        if found is not None and (found["step"] or found["inner"]) in _FIRST:
            holder.lines.remove(words)
            if not self._step(row, at):
                holder.lines.append(words)

    def _level(
        self, style: str, step: str, x: float, *, italic: bool
    ) -> tuple[list[_Level], int] | None:
        """Return the list that an enumerator goes on, or begins, and the depth that it has there."""
        ways = [(self._notes, 1 if self._notes else 0), (self._items, 1)]
        found = [
            (_far(level.x, x), levels is self._notes and not italic and self._italic, -depth, levels, depth)
            for levels, first in ways
            for depth, level in enumerate(levels)
            if depth >= first and _goes_on(level, style, step)
        ]  # fmt: skip
        found.sort(key=lambda way: way[:3])
        if found and found[0][0] < NEAR:
            return found[0][3], found[0][4]
        if step in _FIRST and (begun := self._begun(x, italic=italic)):
            return begun
        return (found[0][3], found[0][4]) if found else None

    def _begun(self, x: float, *, italic: bool) -> tuple[list[_Level], int] | None:
        """Return where a first enumerator begins a list: below the innermost mark that stands further left."""
        in_note = bool(self._notes) and (italic or not self._italic)
        levels = self._notes if in_note else self._items
        for depth in range(len(levels) - 1, -1, -1):
            left = levels[depth].x
            if left is None or left < x - NEAR or (in_note and depth == 0 and left <= x + NEAR):
                return levels, depth + 1
        return None

    def _add(self, style: str, step: str, x: float, parts: tuple[Line, Line], parent: str) -> None:
        marker, words = parts
        item = Item(f"{parent}.{step}", parent, marker, [words] if words.text else [])
        entry = self._items[0].step
        self.gathered.entries.setdefault(entry, []).append(item)
        self._items.append(_Level(x, style, step, item))

    def _add_to_note(self, style: str, step: str, x: float, parts: tuple[Line, Line]) -> None:
        marker, words = parts
        above = self._notes[-1].holder
        if not isinstance(above, NoteDraft):
            raise TypeError(above)
        draft = NoteDraft(above.place, above.before, marker, [words] if words.text else [], above, step)  # fmt: skip
        self.gathered.notes.append(draft)
        self._notes.append(_Level(x, style, step, draft))

    def _note(self, row: Row, end: int) -> None:
        """Keep a note: about the innermost item that stands further left, or inside the note that does."""
        marker, words = row.line.part(0, end), row.line.part(end)
        inside = [level for level in self._notes[1:] if level.x is None or level.x < row.x - NEAR]
        above = inside[-1].holder if inside else None
        place = self._items[0].step
        left = [level for level in self._items if level.x is None or level.x < row.x - NEAR]
        before = _name(left[-1] if left else self._items[0])
        draft = NoteDraft(place, before, marker, [words] if words.text else [])
        if isinstance(above, NoteDraft):
            draft.parent, draft.before = above, above.before
        self.gathered.notes.append(draft)
        kept = self._notes[: self._notes.index(inside[-1]) + 1] if inside else []
        self._notes = [*kept, _Level(row.x, "", "", draft)]
        self._italic = "Italic" in row.font
        if words.text:
            self._split(row, words)

    def _more(self, row: Row) -> None:
        """Go on with the words of what is open."""
        levels = self._notes or self._items
        if self._notes and self._italic and "Italic" not in row.font:
            note = self._notes[0].x
            if note is not None and row.x < note - NEAR:
                levels, self._notes = self._items, []  # set apart: the words of the item go on
        lines = levels[-1].holder.lines
        if lines and (joined := join(lines[-1], row.line)) is not None:
            lines[-1] = joined
        else:
            lines.append(row.line)


def join(first: Line, second: Line) -> Line | None:
    """Return two lines as one where nothing but a blank stands between them; else ``None``.

    >>> join(Line("a pump", 0, "page 1"), Line("and valves", 7, "page 1")).text
    'a pump and valves'
    """
    gap = second.start - first.start - len(first.text)
    if gap not in {0, 1}:
        return None
    return Line(first.text + " " * gap + second.text, first.start, first.where)


def _name(level: _Level) -> str:
    return level.holder.notation if isinstance(level.holder, Item) else level.step


def _style(step: str, stop: str) -> str:
    return ("1" if step.isdigit() else "a") + stop


def _far(left: float | None, x: float) -> float:
    return 0.0 if left is None else abs(left - x)


def _goes_on(level: _Level, style: str, step: str) -> bool:
    if level.style != style:
        return False
    if level.step in _ROMAN and step in _ROMAN and _ROMAN.index(step) == _ROMAN.index(level.step) + 1:  # fmt: skip
        return True
    counted = level.step.isdigit() or (len(level.step) == 1 and level.step != "z")
    return counted and next_step(level.step) == step
