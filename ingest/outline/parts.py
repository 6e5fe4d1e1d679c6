"""A document whose lists are marked as such: words, points with what stands below them, tables, titles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from graph.errors import UnreadableDocument
from graph.model.passage import Passage
from ingest.outline.line import Line
from ingest.text.canonical import Canonical


@dataclass(frozen=True, slots=True)
class Words:
    """A run of words."""

    line: Line
    italic: bool | None
    """Lists set notes in italics; ``None`` where the format cannot show it."""


@dataclass(frozen=True, slots=True)
class Point:
    """One point of a list, with its enumerator, code or note heading."""

    marker: Line
    parts: tuple[Part, ...]
    italic: bool | None


@dataclass(frozen=True, slots=True)
class Grid:
    """A table, row by row; an empty cell has a line without words."""

    rows: tuple[tuple[Line, ...], ...]


Part: TypeAlias = Words | Point | Grid


@dataclass(frozen=True, slots=True)
class Title:
    """A title between the blocks."""

    line: Line


@dataclass(frozen=True, slots=True)
class Para:
    """A block with what is in it, in document order."""

    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Aside:
    """Words outside the list, and the class of things that they are."""

    kind: str
    line: Line


Block: TypeAlias = Title | Para | Aside


@dataclass(frozen=True, slots=True)
class Leaves:
    """One document: its canonical text and its blocks, in order."""

    name: str
    canonical: Canonical
    blocks: tuple[Block, ...]

    def cut(self, line: Line) -> Passage:
        """Return the passage of a line."""
        return self.canonical.cut(line.start, line.start + len(line.text))

    def unreadable(self, where: str, problem: str) -> UnreadableDocument:
        """Return the error of something that is not as the format has it."""
        return UnreadableDocument(self.name, where, problem)

    def joined(self, lines: Iterable[Line]) -> list[Line]:
        """Return lines with those made one that nothing stands between."""
        found: list[Line] = []
        for line in lines:
            last = found[-1] if found else None
            if last and not self.canonical.text[last.start + len(last.text) : line.start].strip():
                end = line.start + len(line.text)
                found[-1] = Line(self.canonical.text[last.start : end], last.start, last.where)
            else:
                found.append(line)
        return found


def lines_of(parts: tuple[Part, ...]) -> Iterator[Line]:
    """Yield every line of some parts that has words, in order."""
    for part in parts:
        if isinstance(part, Grid):
            yield from (cell for row in part.rows for cell in row if cell.text)
        elif isinstance(part, Point):
            yield from (line for line in (part.marker,) if line.text)
            yield from lines_of(part.parts)
        else:
            yield part.line
