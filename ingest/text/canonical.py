"""The canonical text of a document: NFC, white space collapsed, with what its markup says beside it."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from graph.model import passage
from graph.model.passage import Mark, MarkKind, Passage


@dataclass(frozen=True, slots=True)
class Canonical:
    """Text that passages are cut from; offsets count its characters."""

    text: str
    marks: tuple[Mark, ...] = ()
    """In order, not overlapping."""

    def cut(self, start: int, end: int) -> Passage:
        """Return the passage of a span, white space at its ends left out, with the marks inside it.

        Raises:
            ValueError: nothing but white space is in the span.
        """
        wording = self.text[start:end]
        start += len(wording) - len(wording.lstrip())
        wording = wording.strip()
        if not wording:
            raise ValueError(start)
        end = start + len(wording)
        inside = [mark for mark in self.marks if start <= mark.start and mark.end <= end]
        return passage.of(wording, start, inside)


class Builder:
    """Collect the pieces of a document in order.

    >>> text = Builder()
    >>> text.add("10"), text.add("3", MarkKind.SUP), text.add("  Gy")
    ((0, 2), (2, 3), (3, 6))
    >>> text.gap()
    >>> text.add("next"), text.done().text
    ((7, 11), '103 Gy next')
    """

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._marks: list[Mark] = []
        self._length = 0

    def __len__(self) -> int:
        return self._length

    def add(self, raw: str, mark: MarkKind | None = None) -> tuple[int, int]:
        """Append one run of characters; return its span in the canonical text.

        Shape:   the span begins and ends where the run's own characters do; it may be empty.
        """
        text = unicodedata.normalize("NFC", raw)
        start = self._length
        words = text.split()
        if not words:
            if text:
                self._append(" ")
            return start, self._length
        if text[0].isspace():
            self._append(" ")
        begin = self._length
        self._append(" ".join(words))
        end = self._length
        if mark is not None:
            self._marks.append(Mark(begin, end, mark))
        if text[-1].isspace():
            self._append(" ")
        return start, self._length

    def gap(self) -> None:
        """End a block: what follows is parted by one space."""
        self._append(" ")

    def ends_hyphenated(self) -> bool:
        """Say whether the text so far breaks off inside a word that has a hyphen."""
        tail = self._parts[-1][-2:] if self._parts else ""
        return len(tail) == 2 and tail[0].isalnum() and tail[1] == "-"

    def done(self) -> Canonical:
        """Return the text so far."""
        return Canonical("".join(self._parts), tuple(self._marks))

    def _append(self, text: str) -> None:
        if text == " " and (self._length == 0 or self._parts[-1].endswith(" ")):
            return
        self._parts.append(text)
        self._length += len(text)
