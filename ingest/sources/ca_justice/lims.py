"""The XML of laws-lois.justice.gc.ca: every element with its span in the canonical text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from graph.errors import UnknownValue, UnreadableDocument
from graph.model.passage import MarkKind, Passage
from ingest.sources.ca_justice.elements import ATTRIBUTES, BOXES, INLINE, LEAVES, MARKS, NAMESPACE
from ingest.text.canonical import Builder, Canonical


@dataclass(frozen=True, slots=True)
class Node:
    """One element: what it is, where its words stand, what is below it."""

    tag: str
    start: int
    end: int
    """Span in the canonical text; equal where the element is empty."""

    at: str
    """Element and its number in the publisher's own register; the whole source is one line."""

    attributes: tuple[tuple[str, str], ...]
    """Without name spaces."""

    children: tuple[Node, ...]

    def get(self, name: str) -> str:
        """Return an attribute, empty where there is none."""
        return dict(self.attributes).get(name, "")

    def all(self, *tags: str) -> tuple[Node, ...]:
        """Return the elements of some kinds directly below."""
        return tuple(child for child in self.children if child.tag in tags)

    def first(self, tag: str) -> Node | None:
        """Return the first element of a kind directly below."""
        return next(iter(self.all(tag)), None)

    def inside(self, *tags: str) -> Iterator[Node]:
        """Yield the elements of some kinds below, at any depth, in document order."""
        for child in self.children:
            if child.tag in tags:
                yield child
            yield from child.inside(*tags)


@dataclass(frozen=True, slots=True)
class Page:
    """One document: its canonical text and its elements."""

    name: str
    canonical: Canonical
    root: Node

    def text(self, node: Node | None) -> str:
        """Return the words of an element; empty where there is none."""
        return self.canonical.text[node.start : node.end].strip() if node else ""

    def cut(self, start: int, end: int) -> Passage | None:
        """Return the passage of a span; ``None`` where no word stands there."""
        return self.canonical.cut(start, end) if self.canonical.text[start:end].strip() else None

    def passage(self, node: Node | None) -> Passage | None:
        """Return the passage of an element's words."""
        return self.cut(node.start, node.end) if node else None

    def check(self, node: Node, *tags: str) -> None:
        """Check that nothing but some kinds of elements stands directly in an element.

        Raises:
            UnknownValue: another one does.
        """
        for child in node.children:
            if child.tag not in tags:
                raise UnknownValue(f"{self.name}: {child.at}: in {node.tag}", child.tag, tags)

    def unreadable(self, node: Node, problem: str) -> UnreadableDocument:
        """Return the error of an element that is not as the format has it."""
        return UnreadableDocument(self.name, node.at, problem)


def read_page(document: bytes, name: str) -> Page:
    """Read one regulation.

    Shape:   every character of the document is in exactly one leaf element, in document order.

    Raises:
        UnreadableDocument: not well-formed, not UTF-8, a document type, words outside a leaf.
        UnknownValue: an element or attribute that the tables above do not cover.
    """
    reader = _Reader(name)
    root = reader.node(_root(document, name))
    if root.tag != "Regulation":
        raise UnreadableDocument(name, root.at, f"root is {root.tag}")
    return Page(name, reader.words.done(), root)


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
    """Lays the words of the elements one behind the other."""

    def __init__(self, name: str) -> None:
        self._name = name
        self.words = Builder()

    def node(self, element: etree._Element, mark: MarkKind | None = None) -> Node:
        tag = str(element.tag)
        if tag in INLINE:
            return self._run(element, MARKS.get(tag, mark))
        if tag not in BOXES | LEAVES:
            raise UnknownValue(self._where(element, "element"), tag, BOXES | LEAVES | INLINE)
        self.words.gap()
        made = self._run(element, mark) if tag in LEAVES else self._box(element)
        self.words.gap()
        return made

    def _box(self, element: etree._Element) -> Node:
        """Read an element that holds others; an inline one may stand in it alone."""
        stray = [element.text, *(child.tail for child in element)]
        if any(text and text.strip() for text in stray):
            raise UnreadableDocument(self._name, _at(element), f"words directly in {element.tag}")
        start = len(self.words)
        children = tuple(self.node(child) for child in element)
        made = self._made(element, start, children)
        self._check_order(made)
        return made

    def _check_order(self, node: Node) -> None:
        """Check that a label stands first and the text right behind it."""
        tags = [child.tag for child in node.children]
        labelled = "Label" in tags
        if tags.count("TitleText") > 1:
            raise UnreadableDocument(self._name, node.at, "TitleText stands twice")
        for tag, place in (("Label", 0), ("Text", int(labelled))):
            if tag in tags and (tags.index(tag) != place or tags.count(tag) > 1):
                raise UnreadableDocument(self._name, node.at, f"{tag} is out of place")

    def _run(self, element: etree._Element, mark: MarkKind | None) -> Node:
        """Read an element that holds words, and inline elements between them."""
        start = len(self.words)
        children: list[Node] = []
        self._add(element.text, mark)
        for child in element:
            if str(child.tag) not in INLINE:
                raise UnknownValue(self._where(child, "inline element"), str(child.tag), INLINE)
            children.append(self.node(child, mark))
            self._add(child.tail, mark)
        if element.tag == "LineBreak":
            self.words.gap()
        return self._made(element, start, tuple(children))

    def _made(self, element: etree._Element, start: int, children: tuple[Node, ...]) -> Node:
        for name in element.attrib:
            if name not in ATTRIBUTES:
                raise UnknownValue(self._where(element, "attribute"), str(name), ATTRIBUTES)
        given = tuple(
            (str(name).rpartition("}")[2], str(value)) for name, value in element.attrib.items()
        )
        return Node(str(element.tag), start, len(self.words), _at(element), given, children)

    def _add(self, text: str | None, mark: MarkKind | None) -> None:
        if text:
            self.words.add(text, mark)

    def _where(self, element: etree._Element, what: str) -> str:
        return f"{self._name}: {_at(element)}: {what}"


def _at(element: etree._Element) -> str:
    return f"{element.tag} {element.get(f'{NAMESPACE}id', '')}".strip()
