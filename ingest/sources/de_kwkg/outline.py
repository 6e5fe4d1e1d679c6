"""The annex from top to bottom: parts, groups, numbers, notes and the table of chemicals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from graph.errors import DuplicateNotation
from graph.model.paragraph import ParagraphKind
from ingest.outline.gathered import Gathered, Item, NoteDraft
from ingest.outline.line import Line
from ingest.outline.parts import Aside, Grid, Leaves, Para, Part, Point, Words
from ingest.sources.de_kwkg.chemicals import Chemicals

RULE = "rule"

_PART = re.compile(r"Teil (?P<part>[AB])")
_GROUP = re.compile(r"(?P<group>[IVX]+)\.(?= |$)")
_NUMBER = re.compile(r"(?P<number>\d{1,2})\.")
_STEP = re.compile(r"(?P<step>[a-z]{1,2}|\d{1,2})[.)]")
_OWN_NUMBER = re.compile(r"\d{1,2}\.\d{1,2}")
"""Numbers below a letter that are cited without it: 3.1 stands in 3.b."""

_FOOTNOTE = re.compile(r"\d\)")
_HEADED = re.compile(r"Begriffsbestimmung:")


@dataclass(slots=True)
class Outline:
    """Reads the parts in order; what it finds is gathered."""

    gathered: Gathered[Leaves]
    order: list[Item] = field(default_factory=list)
    """Headings, numbers and paragraphs, in document order."""

    _part: Item | None = None
    _group: Item | None = None
    _seen: set[str] = field(default_factory=set)

    def read(self) -> None:
        """Read every block.

        Raises:
            UnreadableDocument: words, a point or a table that fits nowhere, or no number at all.
            DuplicateNotation: a part, a group or a number stands twice.
        """
        for block in self.gathered.page.blocks:
            if isinstance(block, Aside):
                self.gathered.omit(block.kind, block.line)
            elif isinstance(block, Para):
                for part in _flat(block.parts):
                    self._top(part)
            else:
                raise self.gathered.page.unreadable(block.line.where, "a title inside the list")
        if not any(item.kind is ParagraphKind.ENTRY for item in self.order):
            raise self.gathered.page.unreadable("the annex", "no number")

    def _top(self, part: Part) -> None:
        if isinstance(part, Words):
            self._words(part.line)
        elif isinstance(part, Grid):
            for item in Chemicals(self.gathered, self._above()).read(part):
                self._add(item)
        elif group := _GROUP.fullmatch(part.marker.text):
            self._heading(group["group"], part.marker, self._only(part))
        elif number := _NUMBER.fullmatch(part.marker.text):
            self._entry(number["number"], part)
        elif _FOOTNOTE.fullmatch(part.marker.text):
            self._note(part.marker, part.parts)
        else:
            raise self._unreadable(part.marker, "a point of no known kind")

    def _words(self, line: Line) -> None:
        part, group = _PART.fullmatch(line.text), _GROUP.match(line.text)
        if part:
            self._group = None
            self._part = Item(part["part"], "", line, [], ParagraphKind.HEADING)
            self._add(self._part)
        elif group:
            self._heading(group["group"], line.part(0, group.end()), line.part(group.end()))
        elif set(line.text) == {"-"}:
            self.gathered.omit(RULE, line)
        elif self._part is not None and not self._part.lines:
            self._part.lines.append(line)
        else:
            headed = _HEADED.match(line.text)
            size = headed.end() if headed else 0
            marker = line.part(0, size) if size else None
            above = self._above()
            self.gathered.notes.append(NoteDraft("", above, marker, [line.part(size)]))

    def _above(self) -> str:
        """Return the heading that the reader is below."""
        above = self._group or self._part
        if above is None:
            raise self.gathered.page.unreadable("the annex", "words before the first part")
        return above.notation

    def _heading(self, name: str, marker: Line, words: Line) -> None:
        if self._part is None or not self._part.lines:
            raise self._unreadable(marker, "a group outside the parts")
        above = self._part.notation
        self._group = Item(f"{above}.{name}", above, marker, [words], ParagraphKind.HEADING)
        self._add(self._group)

    def _only(self, point: Point) -> Line:
        lines = [part.line for part in _flat(point.parts) if isinstance(part, Words)]
        if len(lines) != 1 or len(lines) != len(point.parts):
            raise self._unreadable(point.marker, "a group without one title")
        return lines[0]

    def _entry(self, number: str, point: Point) -> None:
        if self._group is None:
            raise self._unreadable(point.marker, "a number outside the groups")
        item = Item(number, self._group.notation, point.marker, [], ParagraphKind.ENTRY)
        self._paragraph(item, point)
        item.title = item.lines[0].text.rstrip(".,;: ") if item.lines else None

    def _paragraph(self, item: Item, point: Point) -> None:
        self._add(item)
        for part in _flat(point.parts):
            if isinstance(part, Words):
                item.lines.append(part.line)
            elif isinstance(part, Grid):
                raise self._unreadable(point.marker, "a table below a number")
            else:
                self._paragraph(self._below(item, part.marker), part)

    def _below(self, above: Item, marker: Line) -> Item:
        if _OWN_NUMBER.fullmatch(marker.text):
            return Item(marker.text, above.notation, marker, [])
        step = _STEP.fullmatch(marker.text)
        if step is None:
            raise self._unreadable(marker, f"no enumerator: {marker.text[:20]}")
        return Item(f"{above.notation}.{step['step']}", above.notation, marker, [])

    def _note(self, marker: Line, parts: tuple[Part, ...]) -> None:
        note = NoteDraft("", self._above(), marker, [])
        self.gathered.notes.append(note)
        dashes = 0
        for part in _flat(parts):
            if isinstance(part, Words):
                note.lines.append(part.line)
                continue
            if isinstance(part, Grid) or part.marker.text != "-":
                raise self._unreadable(marker, "more than words and dashes in a footnote")
            dashes += 1
            lines = [inner.line for inner in part.parts if isinstance(inner, Words)]
            if len(lines) != len(part.parts):
                raise self._unreadable(part.marker, "more than words behind a dash")
            self.gathered.notes.append(
                NoteDraft("", note.before, part.marker, lines, note, str(dashes))
            )

    def _add(self, item: Item) -> None:
        if item.notation in self._seen:
            raise DuplicateNotation(self.gathered.page.name, item.notation, [item.marker.where])
        self._seen.add(item.notation)
        self.order.append(item)

    def _unreadable(self, line: Line, problem: str) -> Exception:
        return self.gathered.page.unreadable(line.where, problem)


def _flat(parts: tuple[Part, ...]) -> Iterator[Part]:
    """Yield parts without the points that have no mark: the source indents with them."""
    for part in parts:
        if isinstance(part, Point) and not part.marker.text:
            yield from _flat(part.parts)
        else:
            yield part
