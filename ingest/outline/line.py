"""A line of a document, or a part of one, with its place in the canonical text."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Protocol

from graph.errors import UnreadableDocument
from graph.model.passage import Passage


@dataclass(frozen=True, slots=True)
class Line:
    """Words as the canonical text has them from ``start`` on."""

    text: str
    start: int
    where: str
    """Place in the document, as an error names it."""

    def part(self, start: int, end: int | None = None) -> Line:
        """Return a part of the line, without the white space around it."""
        text = self.text[start:end]
        left = len(text) - len(text.lstrip())
        return replace(self, text=text.strip(), start=self.start + start + left)


class Paper(Protocol):
    """A document whose lines can be cut into passages."""

    @property
    def name(self) -> str:
        """Path below the folder of documents."""

    def cut(self, line: Line) -> Passage:
        """Return the passage of a line."""

    def unreadable(self, where: str, problem: str) -> UnreadableDocument:
        """Return the error of something that is not as the format has it."""
