"""The words of one document of the gazette as runs, each with the block of the page that it stands in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from graph.errors import UnknownValue
from ingest.law.xml import read_root
from ingest.text.canonical import Builder, Canonical

_BLOCKS = frozenset({"title", "dt", "dd", "h1", "h2", "article", "span"})
_OTHERS = frozenset(
    {"html", "head", "base", "body", "header", "dl", "ul", "li", "main", "section", "i", "strong", "br"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one block that no other block parts."""

    block: etree._Element
    start: int
    end: int


def read_runs(document: bytes, name: str) -> tuple[Canonical, list[Run]]:
    """Return the canonical text, and its runs in document order.

    Raises:
        UnreadableDocument: not XML of this form.
        UnknownValue: an element that no row of the tables covers.
    """
    root = read_root(document, name, {"html"}, doctype="<!DOCTYPE html>")
    words = Builder()
    runs: list[Run] = []
    last: etree._Element | None = None
    for block, said in _texts(root, root):
        if block is not last:
            words.gap()
        start, end = words.add(said)
        if end == start:
            continue
        if block is last:
            runs[-1] = Run(block, runs[-1].start, end)
        else:
            runs.append(Run(block, start, end))
            last = block
    return words.done(), runs


def _texts(element: etree._Element, block: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    """Yield each text of an element with the block that holds it."""
    tag = str(element.tag)
    if tag not in _BLOCKS | _OTHERS:
        raise UnknownValue("no.element", tag, _BLOCKS | _OTHERS)
    inner = element if tag in _BLOCKS else block
    yield inner, f" {element.text or ''}" if tag in {"br", "li"} else element.text or ""
    for child in element:
        yield from _texts(child, inner)
        yield inner, f" {child.tail or ''}" if child.tag in {"br", "li"} else child.tail or ""
