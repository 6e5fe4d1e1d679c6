"""The JSON of Annex I as blocks: each value in document order, its lines with their place in the canonical text."""

from __future__ import annotations

import json
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeAlias

from graph.errors import UnreadableDocument, UnreadFields
from graph.model.passage import MarkKind, Passage
from ingest.outline.line import Line
from ingest.sources.eu_annex_i.exponents import lost_exponents
from ingest.text.canonical import Builder, Canonical


@dataclass(frozen=True, slots=True)
class Value:
    """One string or number of the document."""

    where: str
    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        """Its words in one line."""
        return " ".join(line.text for line in self.lines)


Node: TypeAlias = "dict[str, Node] | list[Node] | Value"


@dataclass(frozen=True, slots=True)
class Page:
    """The document: its canonical text, and the JSON with blocks in place of its values."""

    name: str
    canonical: Canonical
    root: Node

    def cut(self, line: Line) -> Passage:
        """Return the passage of a line."""
        return self.canonical.cut(line.start, line.start + len(line.text))

    def unreadable(self, where: str, problem: str) -> UnreadableDocument:
        """Return the error of something that is not as the format has it."""
        return UnreadableDocument(self.name, where, problem)

    def record(self, node: Node, where: str, names: Sequence[str]) -> dict[str, Node]:
        """Return an object that has exactly some keys.

        Raises:
            UnreadableDocument: not an object, or a key is missing.
            UnreadFields: a key that nobody reads.
        """
        if not isinstance(node, dict):
            raise self.unreadable(where, "an object should stand here")
        for name in names:
            if name not in node:
                raise self.unreadable(where, f"the key {name} is missing")
        if unread := set(node) - set(names):
            raise UnreadFields(f"{self.name}: {where}", unread)
        return node

    def items(self, node: Node, where: str) -> list[Node]:
        """Return the members of an array."""
        if not isinstance(node, list):
            raise self.unreadable(where, "an array should stand here")
        return node

    def value(self, node: Node, where: str) -> Value:
        """Return a string or number."""
        if not isinstance(node, Value):
            raise self.unreadable(where, "a string should stand here")
        return node

    def values(self, node: Node, where: str) -> list[Value]:
        """Return every value below a node, in document order."""
        if isinstance(node, Value):
            return [node]
        members = node.values() if isinstance(node, dict) else node
        return [value for member in members for value in self.values(member, where)]


def read_page(document: bytes, name: str) -> Page:
    """Read the bytes of the document.

    Raises:
        UnreadableDocument: not UTF-8, not JSON, a key that stands twice, or a value that is no string or number.
    """
    builder = Builder()
    root = _Walk(builder, name).node(_loaded(document, name), "document")
    return Page(name, builder.done(), root)


def _loaded(document: bytes, name: str) -> Any:
    try:
        return json.loads(document.decode("utf-8"), object_pairs_hook=partial(_object, name))
    except UnicodeDecodeError as exc:
        raise UnreadableDocument(name, f"byte {exc.start}", "not UTF-8") from exc
    except json.JSONDecodeError as exc:
        where = f"line {exc.lineno}, column {exc.colno}"
        raise UnreadableDocument(name, where, f"not JSON: {exc.msg}") from exc
    except (RecursionError, ValueError) as exc:
        raise UnreadableDocument(name, "document", f"nested too deeply or too long: {exc}") from exc


def _object(name: str, found: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(found)
    if len(made) < len(found):
        key = next(key for key, times in Counter(key for key, _ in found).items() if times > 1)
        raise UnreadableDocument(name, f"key {key}", "stands twice in one object")
    return made


class _Walk:
    """Turns the values of a JSON document into blocks of canonical text, in document order."""

    def __init__(self, builder: Builder, name: str) -> None:
        self._builder = builder
        self._name = name

    def node(self, raw: Any, where: str) -> Node:
        if isinstance(raw, dict):
            prefix = "" if where == "document" else f"{where}."
            return {key: self.node(value, f"{prefix}{key}") for key, value in raw.items()}
        if isinstance(raw, list):
            return [self.node(value, f"{where}[{n}]") for n, value in enumerate(raw)]
        if not isinstance(raw, str | int) or isinstance(raw, bool):
            raise UnreadableDocument(self._name, where, "neither string nor number")
        lines = (self._line(text, f"{where}, line {n}") for n, text in enumerate(_lines(raw), 1))
        return Value(where, tuple(line for line in lines if line.text))

    def _line(self, raw: str, where: str) -> Line:
        if any("\ud800" <= char <= "\udfff" for char in raw):
            raise UnreadableDocument(self._name, where, "half a surrogate pair")
        text = " ".join(unicodedata.normalize("NFC", raw).split())
        self._builder.gap()
        start, last = len(self._builder), 0
        for begin, end in lost_exponents(text):
            self._builder.add(text[last:begin])
            self._builder.add(text[begin:end], MarkKind.LOST_EXPONENT)
            last = end
        self._builder.add(text[last:])
        return Line(text, start, where)


def _lines(raw: str | int) -> list[str]:
    return str(raw).split("\n")
