"""Points and words below an entry or a note, as paragraphs, notes and items of notes."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.outline.gathered import Gathered, Item, NoteDraft
from ingest.outline.line import Line
from ingest.outline.parts import Grid, Leaves, Part, Point, Words

NOTE_HEADING = re.compile(r"(?:Technische |Ergänzende )?Anmerkung(?:en)?(?: \d{1,2})?:")
_STEP = re.compile(r"(\d{1,2}|[a-z]{1,2})(?:\)|\.)")
_NAMED = re.compile(r"ALLGEMEINE [\w-]+-ANMERKUNG \((?P<name>[A-Z]{3})\)")
"""The notes that the list itself calls by three letters."""


@dataclass(slots=True)
class _Place:
    """Where the walk is."""

    item: Item | None
    """The paragraph; ``None`` in words of the whole list."""

    within: NoteDraft | None
    """The note or item that everything here belongs to."""

    note: NoteDraft | None = None
    """The note that a heading opened here."""

    taken: str = ""
    """Enumerator of the last point that the open note took."""

    @property
    def holder(self) -> NoteDraft | None:
        return self.note or self.within


class Walk:
    """Turns parts into what is gathered, in document order."""

    def __init__(self, gathered: Gathered[Leaves]) -> None:
        self._gathered = gathered
        self._entry: list[Item] = []
        self._tables = 0

    def entry(self, item: Item, parts: tuple[Part, ...]) -> list[Item]:
        """Return an entry and its paragraphs; its notes are gathered."""
        self._entry = [item]
        self._parts(parts, _Place(item, None))
        return self._entry

    def note(self, note: NoteDraft, parts: tuple[Part, ...]) -> None:
        """Gather a note of the whole list with its items."""
        self._gathered.notes.append(note)
        self._parts(parts, _Place(None, note))

    def _parts(self, parts: tuple[Part, ...], place: _Place) -> None:
        for part in parts:
            if isinstance(part, Words):
                self._words(part, place)
            elif isinstance(part, Grid):
                self._grid(part, place)
            else:
                self._point(part, place)

    def _words(self, words: Words, place: _Place) -> None:
        line = words.line
        if NOTE_HEADING.fullmatch(line.text):
            self._open(line, place)
        elif named := _NAMED.match(line.text):
            self._open(line.part(0, named.end()), place, f"note.{named['name'].lower()}")
            rest = line.part(named.end())
            if rest.text and place.note is not None:
                place.note.lines.append(rest)
        elif place.holder is not None and (place.within is not None or words.italic is not False):
            place.holder.lines.append(line)
        elif place.item is not None:
            place.note = None
            place.item.lines.append(line)
        else:
            raise self._gathered.page.unreadable(line.where, "words of nothing")

    def _open(self, heading: Line, place: _Place, notation: str = "") -> None:
        above = place.item.notation if place.item else ""
        code = self._entry[0].notation if place.item else ""
        place.note = NoteDraft(code, above, heading, [], notation=notation)
        if not notation:
            place.note.parent = place.within
        place.taken = ""
        self._gathered.notes.append(place.note)

    def _point(self, point: Point, place: _Place) -> None:
        if NOTE_HEADING.fullmatch(point.marker.text):
            self._open(point.marker, place)
            self._parts(point.parts, _Place(place.item, place.note))
            place.note = None
            return
        found = _STEP.fullmatch(point.marker.text)
        if found is None:
            where = point.marker.where
            raise self._gathered.page.unreadable(where, f"no enumerator: {point.marker.text[:20]}")
        if self._is_of_note(point, found[1], place):
            self._item(point, found[1], place)
        else:
            self._paragraph(point, found[1], place)

    def _is_of_note(self, point: Point, step: str, place: _Place) -> bool:
        if place.within is not None:
            return True
        note = place.note
        if note is None or point.italic is not None:
            return note is not None and point.italic is True
        if place.taken:
            return place.taken.isdigit() == step.isdigit()
        return not note.words or note.words.endswith(":")

    def _item(self, point: Point, step: str, place: _Place) -> None:
        above = place.holder
        assert above is not None  # noqa: S101  a point of a note has one
        draft = NoteDraft(above.place, above.before, point.marker, [], above, step)
        place.taken = step
        self._gathered.notes.append(draft)
        self._parts(point.parts, _Place(place.item, draft))

    def _paragraph(self, point: Point, step: str, place: _Place) -> None:
        if place.item is None:
            raise self._gathered.page.unreadable(point.marker.where, "a point of nothing")
        place.note = None
        above = place.item.notation
        item = Item(f"{above}.{step}", above, point.marker, [])
        self._entry.append(item)
        self._parts(point.parts, _Place(item, None))

    def _grid(self, grid: Grid, place: _Place) -> None:
        holder = place.holder
        if holder is None:
            where = grid.rows[0][0].where if grid.rows and grid.rows[0] else "table"
            raise self._gathered.page.unreadable(where, "a table of nothing")
        name = path_of(holder)
        for row in grid.rows:
            self._gathered.add_cells(name, 1, row, heading=False)


def path_of(note: NoteDraft) -> str:
    """Return the notation of a list-wide note or of an item of one."""
    if note.notation or note.parent is None:
        return note.notation
    return f"{path_of(note.parent)}.{note.step}"
