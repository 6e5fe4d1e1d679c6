"""The order of printed rows: entries, items and notes told by their marks, their indentation and what should come next."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Generic

from graph.errors import DuplicateNotation
from graph.ids import slug
from ingest.outline.gathered import Gathered, Item, NoteDraft, P
from ingest.outline.levels import (
    NEAR,
    Level,
    awaits,
    far,
    goes_on,
    holds,
    is_announced,
    is_own,
    join,
    left_of,
    name_of,
    resumed,
    style_of,
    takes_plain,
)
from ingest.outline.line import Line
from ingest.outline.style import Head, Style
from ingest.sources.pdf import Row

__all__ = ["Head", "Printed", "Style"]

_FIRST = {"1", "a", "i"}
_PATH = 30.0
"""Points: how far a mark with its whole path in front counts as; where columns do not tell, none counts as further."""


@dataclass(slots=True)
class Printed(Generic[P]):
    """Reads rows one by one; what it finds goes to ``gathered``."""

    gathered: Gathered[P]
    style: Style
    _items: list[Level] = field(default_factory=list)
    """From the entry, or the heading, to the innermost open item."""

    _notes: list[Level] = field(default_factory=list)
    """From the open note to the innermost open item of it; empty where none is open."""

    _past: list[list[Level]] = field(default_factory=list)
    """What was open of the notes since the last item, where columns do not tell."""

    _italic: bool = False
    """The open note is set in italics."""

    _size: float = 0.0
    """Size of print of the note that was begun last."""

    def at(self, heading: str, words: list[Line] | None = None) -> None:
        """Begin below a heading: notes that follow are about it, other words go on with its own."""
        item = Item(heading, "", Line("", 0, heading), [] if words is None else words)
        self._items = [Level(None, "", heading, item)]
        self._notes = []

    def open(self, draft: NoteDraft) -> None:
        """Begin a note that takes everything up to the next entry, heading or note of this kind."""
        self._items = [Level(None, "", draft.place, Item(draft.before, "", Line("", 0, ""), []))]
        self._notes = [Level(None, "", "", draft)]
        self._italic = False
        self.gathered.notes.append(draft)

    def back(self, x: float) -> None:
        """End what is open in a note of the whole list and does not stand left of a place."""
        while self._wide and len(self._notes) > 1 and not left_of(self._notes[-1], x):
            del self._notes[-1]

    def member(self, row: Row, head: Head) -> None:
        """Begin an item of the note that is open: a list of codes inside a note of the whole list."""
        del self._notes[1:]
        parts = row.line.part(0, head.end), row.line.part(head.end)
        self._add_to_note("", ".".join((head.code, *head.steps)), row.x, parts)

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
        elif not (self._step(row, 0) or self._label(row)):
            self._more(row)

    def _is_set_apart(self, levels: list[Level], *, italic: bool) -> bool:
        """Say whether print tells that a row does not go on with an item, or a note."""
        return self._italic and italic is not (levels is self._notes)

    @property
    def _wide(self) -> bool:
        """The open note is about no item that stands here: it takes everything."""
        return bool(self._notes) and self._notes[0].x is None

    def _head(self, row: Row, head: Head) -> None:
        marker, words = row.line.part(0, head.end), row.line.part(head.end)
        self._notes = []
        if not head.steps:
            if head.code in self.gathered.entries:
                places = [self.gathered.entries[head.code][0].marker.where, row.line.where]
                raise DuplicateNotation(self.gathered.page.name, head.code, places)
            item = Item(head.code, "", marker, [words] if words.text else [])
            self.gathered.entries[head.code] = [item]
            self._items = [Level(row.x, "", head.code, item)]
            if words.text:
                self._split(row, words)
            return
        if head.code not in self.gathered.entries:
            raise self.gathered.page.unreadable(row.line.where, f"no {head.code} before its items")
        parent = ".".join((head.code, *head.steps[:-1]))
        kept = [level for level in self._items if f"{parent}.".startswith(f"{name_of(level)}.")]
        self._items = kept or [self._entry(head.code)]
        self._add(style_of(head.steps[-1], "."), head.steps[-1], row.xs[head.mark], (marker, words), parent)  # fmt: skip

    def _entry(self, code: str) -> Level:
        return Level(None, "", code, self.gathered.entries[code][0])

    def _step(self, row: Row, at: int) -> bool:
        """Read a row that begins with an enumerator; say whether it is one."""
        found = self.style.step.match(row.text, at)
        if found is None:
            return False
        step = found["step"] or found["inner"]
        style = style_of(step, "()" if found["inner"] else found["stop"] or ".")
        x = row.xs[at]
        chosen = self._level(style, step, x, italic="Italic" in row.font)
        if chosen is None:
            return False
        levels, depth = chosen
        if levels is self._items:
            self._notes = []
        if depth < len(levels):
            style = levels[depth].style
            x = max(x, levels[depth].x or x) if self.style.ragged else x
        del levels[depth:]
        words = row.line.part(found.end())
        parts = (row.line.part(at, found.end()), words)
        if levels is self._notes:
            self._italic &= self.style.columns or "Italic" in row.font
            self._add_to_note(style, step, x, parts)
        else:
            self._add(style, step, x, parts, name_of(levels[-1]))
        if words.text:  # a second enumerator on one row: the first child of the first
            self._split(row, words)
        return True

    def _label(self, row: Row) -> bool:
        """Read a row that begins with the name of an item of the open note; say whether it is one."""
        found = self.style.label.match(row.text) if self.style.label and self._notes else None
        if found is None:
            return False
        inside = [
            level for level in self._notes if not level.step and left_of(level, row.x + 2 * NEAR)
        ]
        if not inside:
            return False
        del self._notes[self._notes.index(inside[-1]) + 1 :]
        parts = row.line.part(0, found.end()), row.line.part(found.end())
        self._add_to_note("", slug(found[0]), row.x, parts)
        return True

    def _split(self, row: Row, words: Line) -> None:
        at = words.start - row.line.start
        holder = (self._notes or self._items)[-1].holder
        found = self.style.step.match(words.text)
        if found is not None and (found["step"] or found["inner"]) in _FIRST:
            holder.lines.remove(words)
            if not self._step(row, at):
                holder.lines.append(words)

    def _level(
        self, style: str, step: str, x: float, *, italic: bool
    ) -> tuple[list[Level], int] | None:
        """Return the list that an enumerator goes on, or begins, and the depth that it has there."""
        ways = [(self._notes, 1 if self._notes else 0), (self._items, 1)]
        found = []
        for levels, first in ways:
            apart = self._is_set_apart(levels, italic=italic)
            for depth, level in enumerate(levels):
                if depth >= first and goes_on(level, style, step):
                    distance = _PATH if level.is_path else max(NEAR, far(level.x, x))
                    if not self.style.columns:
                        distance = min(distance, _PATH)
                    key = (apart and not self.style.columns, distance, apart, -depth)
                    found.append((key, levels, depth))
        found.sort(key=lambda way: way[0])
        if not self.style.columns and italic is self._italic and awaits(self._notes):
            return self._notes, len(self._notes)
        if found and not found[0][0][0] and found[0][0][1] <= NEAR:
            return found[0][1:]
        again = not self.style.columns and (not found or (found[0][0][2] and italic))
        if again and (earlier := resumed(self._past, style, step)):
            self._notes = earlier[0]
            return earlier
        if (
            step in _FIRST
            and not (step == "i" and found)
            and (begun := self._begun(style, x, italic=italic))
        ):
            return begun
        return found[0][1:] if found else None

    def _begun(self, style: str, x: float, *, italic: bool) -> tuple[list[Level], int] | None:
        """Return where a first enumerator begins a list: below the innermost mark that stands further left."""
        plain = takes_plain(self._notes, italic=self._italic)
        in_note = bool(self._notes) and (italic or self._wide or plain)
        levels = self._notes if in_note else self._items
        if not self.style.columns:
            return levels, len(levels)
        for depth in range(len(levels) - 1, -1, -1):
            innermost = depth == len(levels) - 1
            if left_of(levels[depth], x + 2 * NEAR * is_announced(levels[depth], style, innermost)):
                return levels, depth + 1
        return None

    def _add(self, style: str, step: str, x: float, parts: tuple[Line, Line], parent: str) -> None:
        self._past = []
        marker, words = parts
        item = Item(f"{parent}.{step}", parent, marker, [words] if words.text else [])
        entry = self._items[0].step
        self.gathered.entries.setdefault(entry, []).append(item)
        self._items.append(Level(x, style, step, item))

    def _add_to_note(self, style: str, step: str, x: float, parts: tuple[Line, Line]) -> None:
        marker, words = parts
        above = self._notes[-1].holder
        if not isinstance(above, NoteDraft):
            raise TypeError(above)
        draft = NoteDraft(above.place, above.before, marker, [words] if words.text else [], above, step)  # fmt: skip
        self.gathered.notes.append(draft)
        self._notes.append(Level(x, style, step, draft))

    def _note(self, row: Row, end: int) -> None:
        """Keep a note: about the innermost item that stands further left, or inside the note that does."""
        marker, words = row.line.part(0, end), row.line.part(end)
        whole = self._wide or any(holds(n, row.x, self.style.nested) for n in self._notes[:1])
        inside = [level for level in self._notes[not whole :] if left_of(level, row.x)]
        if not (self.style.columns or self._wide) and is_own(self._notes, words.text):
            inside = []
        above = inside[-1].holder if inside else None
        place = self._items[0].step
        left = [level for level in self._items if left_of(level, row.x)]
        before = name_of(left[-1] if left else self._items[0])
        draft = NoteDraft(place, before, marker, [words] if words.text else [])
        if isinstance(above, NoteDraft):
            draft.parent, draft.before = above, above.before
        self.gathered.notes.append(draft)
        kept = self._notes[: self._notes.index(inside[-1]) + 1] if inside else []
        if whole:  # an item whose column the note stands in goes on behind it
            kept += [n for n in self._notes[len(kept) :] if n.style and far(n.x, row.x) < NEAR]
        self._past.append(self._notes)
        self._notes = [*kept, Level(row.x, "", "", draft)]
        self._italic = "Italic" in row.font
        self._size = row.size
        if words.text:
            self._split(row, words)

    def _more(self, row: Row) -> None:
        """Go on with the words of what is open."""
        inner = [n for n, level in enumerate(self._notes) if n and not level.step]
        if self._wide and inner and row.size > self._size + 1:
            del self._notes[inner[0] :]  # set in larger print: the words around the note go on
        levels = self._notes or self._items
        if self._notes and self._italic and "Italic" not in row.font:
            note = self._notes[0].x
            if note is not None and row.x < note - NEAR:
                levels, self._notes = self._items, []  # set apart: the words of the item go on
        if levels is self._notes and self.style.columns:
            self._italic |= "Italic" in row.font  # the heading of the note may be upright
        lines = levels[-1].holder.lines
        if lines and (joined := join(lines[-1], row.line)) is not None:
            lines[-1] = joined
        else:
            lines.append(row.line)
