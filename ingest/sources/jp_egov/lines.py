"""Lines of the Markdown that legalize-jp makes of a law: canonical text, and the parts of the document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from graph.errors import UnreadableDocument
from graph.model.passage import Passage
from ingest.text.canonical import Builder, Canonical

_FENCE = "---"
_SUPPLEMENT = "## 附則"
_ANNEX = re.compile(r"\*\*別表\S*( 削除)?\*\*")


@dataclass(frozen=True, slots=True)
class Line:
    """One line that is not blank."""

    number: int
    indent: int
    start: int
    text: str
    """As the canonical text has it: an ideographic space is a blank."""

    @property
    def end(self) -> int:
        """Where its words end in the canonical text."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Parts:
    """A document, divided: what each source reads of it, and what it leaves out."""

    canonical: Canonical
    front: tuple[Line, ...]
    """Metadata between the fences."""

    main: tuple[Line, ...]
    """The articles."""

    supplement: tuple[Line, ...]
    """The supplementary provisions of the law and of every amendment."""

    annexes: tuple[tuple[Line, ...], ...]
    """Annexed tables, each with its title first."""

    def cut(self, lines: Sequence[Line]) -> Passage:
        """Return the passage of some lines that follow each other."""
        return self.canonical.cut(lines[0].start, lines[-1].end)


def read_parts(document: bytes, name: str) -> Parts:
    """Return a document line by line, divided.

    Raises:
        UnreadableDocument: not UTF-8, no metadata, no articles, or titles in another order.
    """
    canonical, lines = _read_lines(document, name)
    fences = [at for at, line in enumerate(lines[:40]) if line.text == _FENCE][:2]
    if len(fences) < 2 or fences[0]:
        raise UnreadableDocument(name, "line 1", "no metadata between fences")
    front, body = lines[: fences[1] + 1], lines[fences[1] + 1 :]
    tables = [at for at, line in enumerate(body) if _ANNEX.fullmatch(line.text)]
    end = tables[0] if tables else len(body)
    supplements = [at for at, line in enumerate(body) if line.text == _SUPPLEMENT]
    first = supplements[0] if supplements else end
    if first > end or not first:
        raise UnreadableDocument(name, f"line {body[0].number if body else 0}", "no articles")
    if supplements and supplements[-1] > end:
        where = f"line {body[supplements[-1]].number}"
        raise UnreadableDocument(name, where, "supplementary provisions below an annexed table")
    annexes = [body[a:b] for a, b in pairwise([*tables, len(body)])]
    return Parts(canonical, front, body[:first], body[first:end], tuple(annexes))


def identifier_of(parts: Parts, name: str) -> str:
    """Return the e-Gov number of the law that the metadata name.

    Raises:
        UnreadableDocument: they name none.
    """
    for line in parts.front:
        if found := re.fullmatch(r'identifier: "(\w+)"', line.text):
            return found[1]
    raise UnreadableDocument(name, "metadata", "no identifier")


def _read_lines(document: bytes, name: str) -> tuple[Canonical, tuple[Line, ...]]:
    try:
        text = document.decode("utf-8")
    except UnicodeDecodeError as exc:
        line = document.count(b"\n", 0, exc.start) + 1
        raise UnreadableDocument(name, f"line {line}", "not UTF-8") from exc
    words, spans = Builder(), list[tuple[int, int, int, int]]()
    for number, raw in enumerate(text.split("\n"), 1):
        words.gap()
        content = raw.strip()
        if content:
            start, end = words.add(content)
            spans.append((number, len(raw) - len(raw.lstrip(" ")), start, end))
    canonical = words.done()
    return canonical, tuple(_lines(canonical.text, spans))


def _lines(text: str, spans: Sequence[tuple[int, int, int, int]]) -> Iterator[Line]:
    for number, indent, start, end in spans:
        yield Line(number, indent, start, text[start:end])
