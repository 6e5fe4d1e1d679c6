"""The XML of the Electronic Code of Federal Regulations: blocks in document order with canonical text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from lxml import etree

from graph.errors import UnknownValue, UnreadableDocument
from graph.model.passage import MarkKind
from ingest.text.canonical import Builder, Canonical

_LEAVES = frozenset(
    [
        "HEAD",
        "HD1",
        "HD2",
        "HD3",
        "P",
        "FP",
        "FP-1",
        "FP-2",
        "HED",
        "PSPACE",
        "TH",
        "TD",
        "CITA",
        "LI",
        "SECAUTH",
    ]
)
_BOXES = frozenset(["NOTE", "EDNOTE", "EFFDNOT", "FTNT", "EFTNT", "AUTH", "SOURCE"])
_ROWS = {"THEAD": True, "TBODY": False, "TFOOT": False}
_FOLDERS = frozenset(["DIV5", "DIV6", "DIV7", "DIV8", "DIV9", "EXTRACT", "DIV", "SCOL2"])
_EMPHASIS = frozenset(["I", "B", "strong", "FR"])
_MARKS = {"SU": MarkKind.SUP, "sup": MarkKind.SUP, "sub": MarkKind.SUB}
_TYPEFACES = {
    "01": None,
    "03": None,
    "04": None,
    "05": None,
    "51": MarkKind.SUP,
    "52": MarkKind.SUB,
    "53": MarkKind.SUP,
    "54": MarkKind.SUB,
    "8064": None,
}
"""Typeface numbers of the Government Publishing Office: bold and italic faces, superiors and inferiors."""


@dataclass(frozen=True, slots=True)
class Line:
    """One run of words that the source sets as a block: a heading, a paragraph, a cell."""

    tag: str
    start: int
    end: int
    """Span in the canonical text; equal where the block is empty."""

    at: int
    """Line of the source file."""

    lead: str
    """Emphasis that its first words stand in: ``I``, ``B``, ``E``; empty for plain words."""


@dataclass(frozen=True, slots=True)
class Box:
    """A note with its heading and paragraphs."""

    tag: str
    at: int
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table, row by row."""

    at: int
    head: tuple[tuple[Line, ...], ...]
    """Caption and header rows."""

    body: tuple[tuple[Line, ...], ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """An image between the blocks: a formula whose words the source has lost."""

    at: int
    file: str


Block: TypeAlias = Line | Box | Grid | Picture


@dataclass(frozen=True, slots=True)
class Page:
    """One document: its canonical text and its blocks."""

    name: str
    canonical: Canonical
    blocks: tuple[Block, ...]

    def text(self, line: Line) -> str:
        """Return the words of a block."""
        return self.canonical.text[line.start : line.end].rstrip()


def read_page(document: bytes, name: str) -> Page:
    """Read one eCFR document.

    Shape:   every character of the document is in exactly one ``Line``, in document order.

    Raises:
        UnreadableDocument: not well-formed, not UTF-8, a document type, words outside a block.
        UnknownValue: an element or typeface that the tables above do not cover.
    """
    return _Reader(name).read(_root(document, name))


def _root(document: bytes, name: str) -> etree._Element:
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        document.decode("utf-8")
        root = etree.fromstring(document, parser)
    except UnicodeDecodeError as exc:
        line = document.count(b"\n", 0, exc.start) + 1
        raise UnreadableDocument(name, f"line {line}", "not UTF-8") from exc
    except etree.XMLSyntaxError as exc:
        raise UnreadableDocument(name, f"line {exc.lineno or 1}", exc.msg or "not XML") from exc
    info = root.getroottree().docinfo
    if info.internalDTD is not None:
        raise UnreadableDocument(name, "line 1", "a document type is declared")
    if (info.encoding or "UTF-8").upper() != "UTF-8":
        raise UnreadableDocument(name, "line 1", f"encoding {info.encoding}, not UTF-8")
    return root


class _Reader:
    def __init__(self, name: str) -> None:
        self._name = name
        self._words = Builder()

    def read(self, root: etree._Element) -> Page:
        if root.tag not in _FOLDERS:
            raise UnreadableDocument(self._name, f"line {_at(root)}", f"root is {root.tag}")
        blocks = tuple(self._blocks(root))
        return Page(self._name, self._words.done(), blocks)

    def _blocks(self, folder: etree._Element) -> Iterator[Block]:
        for child in self._children(folder):
            tag, at = str(child.tag), _at(child)
            if tag in _LEAVES:
                yield self._line(child)
            elif tag in _BOXES:
                yield Box(tag, at, tuple(map(self._line, self._children(child))))
            elif tag == "TABLE":
                yield self._grid(child, at)
            elif tag == "img":
                yield Picture(at, child.get("src", "").rpartition("/")[2])
            elif tag in _FOLDERS:
                yield from self._blocks(child)
            else:
                raise UnknownValue(f"{self._name}: line {at}: element", tag, _LEAVES | _BOXES)

    def _grid(self, table: etree._Element, at: int) -> Grid:
        rows: dict[bool, list[tuple[Line, ...]]] = {True: [], False: []}
        for part in self._children(table):
            if part.tag == "CAPTION":
                rows[True].append(tuple(map(self._line, self._children(part))))
                continue
            if part.tag not in _ROWS:
                raise UnknownValue(f"{self._name}: line {at}: table part", str(part.tag), _ROWS)
            for row in self._children(part):
                cells = tuple(map(self._line, self._children(row)))
                rows[_ROWS[str(part.tag)]].append(cells)
        return Grid(at, tuple(rows[True]), tuple(rows[False]))

    def _children(self, element: etree._Element) -> Iterator[etree._Element]:
        stray = [element.text, *(child.tail for child in element)]
        if any(text and text.strip() for text in stray):
            where = f"line {_at(element)}"
            raise UnreadableDocument(self._name, where, f"words directly in {element.tag}")
        return iter(element)

    def _line(self, element: etree._Element) -> Line:
        tag = str(element.tag)
        if tag not in _LEAVES:
            where = f"{self._name}: line {_at(element)}: block"
            raise UnknownValue(where, tag, _LEAVES)
        self._words.gap()
        start = len(self._words)
        self._inline(element, None)
        end = len(self._words)
        self._words.gap()
        return Line(tag, start, end, _at(element), _lead(element))

    def _inline(self, element: etree._Element, mark: MarkKind | None) -> None:
        self._add(element.text, mark)
        for child in element:
            self._child(child, mark)
            self._add(child.tail, mark)

    def _child(self, child: etree._Element, mark: MarkKind | None) -> None:
        tag = str(child.tag)
        if tag in _MARKS:
            self._inline(child, _MARKS[tag])
        elif tag == "E":
            face = child.get("T", "")
            if face not in _TYPEFACES:
                where = f"{self._name}: line {_at(child)}: typeface"
                raise UnknownValue(where, face, _TYPEFACES)
            self._inline(child, _TYPEFACES[face] or mark)
        elif tag in _EMPHASIS:
            self._inline(child, mark)
        elif tag in {"br", "img", "FTREF"}:
            self._words.gap()
        else:
            where = f"{self._name}: line {_at(child)}: inline element"
            raise UnknownValue(where, tag, _EMPHASIS | set(_MARKS) | {"E", "br", "img", "FTREF"})

    def _add(self, text: str | None, mark: MarkKind | None) -> None:
        if text:
            self._words.add(text, mark)


def _at(element: etree._Element) -> int:
    return int(getattr(element, "sourceline", 0) or 0)


def _lead(element: etree._Element) -> str:
    if (element.text or "").strip() or not len(element):
        return ""
    tag = str(element[0].tag)
    face = element[0].get("T", "")
    return "" if tag in _MARKS or _TYPEFACES.get(face) else tag
