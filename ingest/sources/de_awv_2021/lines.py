"""Lines of the Markdown: canonical text, indents, and the superscripts and subscripts that break a line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graph.errors import UnreadableDocument
from graph.model.passage import MarkKind
from ingest.text.canonical import Builder, Canonical

# a raised or lowered part stands in front of a line of its own, padded with blanks to the column that it left
_MOVED = re.compile(r"(?P<moved>[^\s*]{1,4}) {6,}(?P<rest>\S.*)?")
_RAISED_AFTER = re.compile(r"(?:\b(?:c|m|k)?m|10|m/s|\d x 10)$")
_RAISED_BEFORE = re.compile(r"(?:I\b|C\b|°)")
_JOINS = re.compile(r"(?!und\b|oder\b|bzw\.|bis\b|sowie\b)[\w(]")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the file."""

    number: int
    indent: int
    start: int
    text: str
    """As the canonical text has it; empty for a blank line."""

    @property
    def end(self) -> int:
        """Where its words end in the canonical text."""
        return self.start + len(self.text)


def read_rows(document: bytes, name: str) -> tuple[Canonical, tuple[Row, ...]]:
    """Return the canonical text of a document and its lines.

    Raises:
        UnreadableDocument: not UTF-8.
    """
    try:
        text = document.decode("utf-8")
    except UnicodeDecodeError as exc:
        line = document.count(b"\n", 0, exc.start) + 1
        raise UnreadableDocument(name, f"line {line}", "not UTF-8") from exc
    words, spans = Builder(), list[tuple[int, int, int]]()
    before = ""
    for raw in text.split("\n"):
        content = raw.strip()
        if not (words.ends_hyphenated() and before and _JOINS.match(content)):
            words.gap()
        start = len(words)
        _add(words, content, before)
        before = content
        spans.append((len(raw) - len(raw.lstrip()), start, len(words)))
    canonical = words.done()
    return canonical, tuple(_rows(canonical.text, spans))


def _add(words: Builder, content: str, before: str) -> None:
    moved = _MOVED.fullmatch(content)
    if moved is None or not before:
        words.add(content)
        return
    rest = moved["rest"] or ""
    raised = _RAISED_AFTER.search(before) or _RAISED_BEFORE.match(rest)
    words.add(moved["moved"], MarkKind.SUP if raised else MarkKind.SUB)
    words.add(f" {rest}")


def _rows(text: str, spans: list[tuple[int, int, int]]) -> Iterator[Row]:
    for number, (indent, start, end) in enumerate(spans, start=1):
        yield Row(number, indent, start, text[start:end].rstrip())
