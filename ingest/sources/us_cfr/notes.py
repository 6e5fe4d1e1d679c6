"""Notes of a part: which paragraph each annotates, and its numbered items."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from graph.errors import UnreadableDocument
from graph.model.note import Note
from graph.model.passage import Passage
from ingest.sources.ecfr import Box, Line, Page
from ingest.sources.us_cfr.ladder import Ladder, announces
from ingest.text.note_kind import note_kind
from ingest.text.note_target import note_notation, note_prefix, printed_number

_TARGET = re.compile(r"\bparagraphs? (?P<path>(?:\s?\(\w{1,5}\))+)")
_OF_CATEGORY = re.compile(r"\bCategory (?P<name>[IVX]+)\b")
_CATEGORY_NOTE = re.compile(r"\bto (?:USML )?Category\b", re.IGNORECASE)
_NOTE_STEP = re.compile(r"(?:\((?P<inner>[a-z]{1,4}|\d{1,2})\)|(?P<number>\d{1,2})\.)(?=\s)\s*")


def _named_in(text: str, entries: Collection[str]) -> str | None:
    """Return the paragraph that the words of an effective date note name: category, then paragraph."""
    category, path = _OF_CATEGORY.search(text), _TARGET.search(text)
    notation = f"{category['name']}{path['path'].replace(' ', '')}" if category and path else ""
    return notation if notation in entries else None


class NoteReader:
    """Collects the notes of one part in document order."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._taken: set[str] = set()
        self.found: list[Note] = []

    def read(self, box: Box, ladder: Ladder, entries: Collection[str]) -> None:
        """Read one note.

        Args:
            box: Its heading and paragraphs.
            ladder: What is open where it stands.
            entries: Every notation so far.
        """
        heading, words = self._parted(box.lines)
        official = self._page.text(heading) if heading else ""
        text = " ".join(self._page.text(line) for line in words)
        target = self._target(official, ladder, entries)
        if (
            box.tag == "EFFDNOT"
        ):  # it stands at the end of the section and names its place in its words
            target = _named_in(text, entries) or target
        kind, effect = note_kind(official, text)
        notation = note_notation(
            target, note_prefix(kind, official), printed_number(official), self._taken
        )
        self._taken.add(notation)
        lead, items = self._items(words)
        self.found.append(
            Note(
                notation=notation,
                annotates=target,
                parent=None,
                kind=kind,
                effect=effect,
                index=1 + sum(n.annotates == target and n.parent is None for n in self.found),
                official=official,
                marker=self._whole(heading) if heading else None,
                text=tuple(filter(None, map(self._whole, lead))),
            )
        )
        self._note_items(notation, target, items)

    def _parted(self, lines: Sequence[Line]) -> tuple[Line | None, list[Line]]:
        seen = [line for line in lines if self._page.text(line)]
        if seen and seen[0].tag in {"HED", "HD3"}:
            return seen[0], seen[1:]
        return None, seen

    def _items(self, words: list[Line]) -> tuple[list[Line], list[Line]]:
        first = next(
            (n for n, line in enumerate(words) if _NOTE_STEP.match(self._page.text(line))),
            len(words),
        )
        return words[:first], words[first:]

    def _note_items(self, whole: str, target: str, items: list[Line]) -> None:
        ladder = Ladder(whole, joint=".{}")
        above = next(note for note in self.found if note.notation == whole)
        held: dict[str, Note] = {whole: above}
        for line in items:
            text = self._page.text(line)
            found = _NOTE_STEP.match(text)
            if found is None:
                last = held[ladder.innermost]
                self._more(last, line, held)
                continue
            announced = announces(" ".join(p.wording or "" for p in held[ladder.innermost].text))
            notation, parent = ladder.open(found["inner"] or found["number"], announced=announced)
            if notation in self._taken:
                raise self._unreadable(line, f"{notation} stands twice")
            self._taken.add(notation)
            note = Note(
                notation=notation, annotates=target, parent=parent, kind=above.kind, effect=above.effect,
                index=1 + sum(n.parent == parent for n in held.values()), official=found[0].strip(),
                marker=self._cut(line, 0, found.end()),
                text=(self._cut(line, found.end(), len(text)),) if text[found.end() :].strip() else (),
            )  # fmt: skip
            held[notation] = note
            self.found.append(note)

    def _more(self, note: Note, line: Line, held: dict[str, Note]) -> None:
        longer = replace(note, text=(*note.text, self._cut(line, 0, len(self._page.text(line)))))
        held[note.notation] = longer
        self.found[self.found.index(note)] = longer

    def _target(self, heading: str, ladder: Ladder, entries: Collection[str]) -> str:
        """Return what a note annotates: its heading says, else the paragraph that it stands below."""
        found = _TARGET.search(heading)
        if found:
            path = re.sub(r"\s", "", found["path"])
            while path:
                if ladder.base + path in entries:
                    return ladder.base + path
                path = path.rpartition("(")[0]
        return ladder.base if found or _CATEGORY_NOTE.search(heading) else ladder.innermost

    def _whole(self, line: Line) -> Passage | None:
        text = self._page.text(line)
        return self._cut(line, 0, len(text)) if text.strip() else None

    def _cut(self, line: Line, start: int, end: int) -> Passage:
        return self._page.canonical.cut(line.start + start, line.start + end)

    def _unreadable(self, line: Line, problem: str) -> UnreadableDocument:
        return UnreadableDocument(self._page.name, f"line {line.at}", problem)
