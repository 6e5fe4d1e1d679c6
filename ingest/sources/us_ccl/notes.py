"""Notes: boxes and stray lines of notes, with the items that restart at each level."""

from __future__ import annotations

import re

from ingest.sources.ecfr import Line
from ingest.sources.us_ccl.enumerators import Step, next_step, read_step
from ingest.sources.us_ccl.gathered import Gathered, NoteDraft, NoteItem
from ingest.sources.us_ccl.labels import note_heading


class NoteReader:
    """Reads the notes of one place, line by line, in document order."""

    def __init__(self, gathered: Gathered, place: str) -> None:
        self._gathered = gathered
        self._place = place
        self._notes: list[NoteDraft] = []
        self._current: NoteDraft | None = None
        """The note that the line before belongs to."""

        self._tail: list[Line] = []
        self._within: NoteDraft | None = None

    @property
    def is_open(self) -> bool:
        """There is a note that a line can continue."""
        return bool(self._notes)

    def enclose(self, line: Line, *, before: str) -> None:
        """Read a heading whose notes, to the end of the place, are parts of one note."""
        self._open(line, before, requirement=False)
        self._within = self._notes[-1]

    def head(self, line: Line, *, before: str, requirement: bool) -> None:
        """Read the heading of a box: an empty one continues the note before it."""
        text = self._gathered.text(line)
        if not text:
            return
        if self._notes and read_step(text):
            self.add(line, before=before, requirement=requirement)
            return
        length = note_heading(text) or len(text)
        heading, rest = self._gathered.split(line, length)
        self._open(heading, before, requirement)
        if self._gathered.text(rest):
            self.add(rest, before=before, requirement=requirement)

    def add(self, line: Line, *, before: str, requirement: bool) -> None:
        """Read one line of a note: a heading of its own, an item, or more words.

        Raises:
            UnreadableDocument: an enumerator that continues no list of the notes here.
        """
        text = self._gathered.text(line)
        length = note_heading(text)
        if length or not self._notes:
            heading, line = self._gathered.split(line, length)
            self._open(heading if length else None, before, requirement)
            text = self._gathered.text(line)
        step = read_step(text)
        if step is None:
            self._tail.append(line)
            return
        marker, rest = self._gathered.split(line, step.length)
        for note in self._candidates():
            path = note.ladder.place(step)
            if path is not None:
                self._item(note, NoteItem(path, marker, [rest]), step)
                return
        if step.style.startswith("("):  # an enumeration that runs on inside a sentence
            self._tail.append(line)
            return
        raise self._gathered.unreadable(self._place, line, f"{step.path} continues no note")

    def _candidates(self) -> list[NoteDraft]:
        """The notes that an item can continue: the current one, then the others, last first."""
        others = [note for note in reversed(self._notes) if note is not self._current]
        return [self._current, *others] if self._current else others

    def _item(self, note: NoteDraft, item: NoteItem, step: Step) -> None:
        """Keep an item; where the next one is printed inside its line, part them."""
        note.items.append(item)
        self._current, self._tail = note, item.lines
        rest = item.lines[0]
        text = self._gathered.text(rest)
        glued = re.search(rf"(?<=[.;:]) ?(?={next_step(step.path[-1])}\. [A-Z])", text)
        if step.style == "1." and glued:
            item.lines[0], after = self._gathered.split(rest, glued.end())
            self._gathered.issue(self._place, "glued-item", text[glued.end() :][:2])
            self.add(after, before=note.before, requirement=note.requirement)

    def _open(self, heading: Line | None, before: str, requirement: bool) -> None:
        said = heading is not None and "icense" in self._gathered.text(heading)
        note = NoteDraft(before, self._place, requirement or said, heading, self._within)
        self._notes.append(note)
        self._current = note
        self._gathered.notes.append(note)
        self._tail = note.lines
