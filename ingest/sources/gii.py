"""The XML of gesetze-im-internet.de (gii-norm): one annex as blocks, everything else as words outside the list."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from lxml import etree

from graph.errors import UnknownValue, UnreadableDocument, UnreadFields
from graph.model.passage import MarkKind
from ingest.outline.line import Line
from ingest.outline.parts import Aside, Block, Grid, Leaves, Para, Part, Point, Title, Words
from ingest.text.canonical import Builder

ARTICLES = "articles"
METADATA = "metadata"

_MARKS = {"SUP": MarkKind.SUP, "SUB": MarkKind.SUB}
_INLINE = frozenset(["I", "U", "B", "NB", "small", "LA", *_MARKS])
_EDITORIAL = frozenset(["noindex", "kommentar"])
_EMPTY = frozenset(["BR", "ABWFORMAT", "colspec"])
_ROWS = frozenset(["table", "tgroup", "thead", "tbody"])
_KNOWN = _INLINE | _EDITORIAL | _EMPTY | _ROWS | {"DL", "DT", "DD", "P", "Title", "row", "entry"}
_LAYOUT = frozenset(
    [
        "Align", "Font", "Indent", "Size", "Type", "VJ", "align", "char", "charoff", "colname",
        "colnum", "cols", "colsep", "colwidth", "frame", "nameend", "namest", "pgwide", "rowsep",
        "tocentry", "typ", "valign",
    ]
)  # fmt: skip


def read_annex(document: bytes, name: str, annex: str) -> Leaves:
    """Read one annex of a law.

    Args:
        document: The XML of the whole law.
        name: The document's path, for errors.
        annex: What ``enbez`` says, such as ``Anlage 1``.

    Shape:   every character of the document is in exactly one line of the blocks, in document order.

    Raises:
        UnreadableDocument: not well-formed, not UTF-8, not such a law, the annex missing or there twice, a point
            without words or words where there can be none.
        UnknownValue: an element of the annex that the tables above do not cover.
        UnreadFields: an attribute that they do not cover.
    """
    return _Reader(name).read(_root(document, name), annex)


def _root(document: bytes, name: str) -> etree._Element:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        document.decode("utf-8")
        root = etree.fromstring(document, parser)
    except UnicodeDecodeError as exc:
        line = document.count(b"\n", 0, exc.start) + 1
        raise UnreadableDocument(name, f"line {line}", "not UTF-8") from exc
    except etree.XMLSyntaxError as exc:
        raise UnreadableDocument(name, f"line {exc.lineno or 1}", exc.msg or "not XML") from exc
    if root.getroottree().docinfo.internalDTD is not None:
        raise UnreadableDocument(name, "line 1", "a document type is declared")
    if any(not isinstance(part.tag, str) for part in root.iter()):
        raise UnreadableDocument(name, "line 1", "a comment or processing instruction")
    if root.tag != "dokumente":
        raise UnreadableDocument(name, "line 1", f"root is {root.tag}")
    return root


class _Reader:
    def __init__(self, name: str) -> None:
        self._name = name
        self._words = Builder()
        self._run: list[str] = []
        self._start = 0
        self._italic = True
        self._out: list[Part] = []

    def read(self, root: etree._Element, annex: str) -> Leaves:
        blocks: list[Block] = []
        found = 0
        for norm in root:
            if norm.findtext("metadaten/enbez") == annex:
                found += 1
                blocks += self._annex(norm)
            else:
                blocks += self._aside(ARTICLES, norm)
            blocks += self._kept(ARTICLES, norm.tail, norm)
        if found != 1:
            raise UnreadableDocument(self._name, "line 1", f"{annex} is there {found} times")
        return Leaves(self._name, self._words.done(), tuple(blocks))

    def _annex(self, norm: etree._Element) -> Iterator[Block]:
        content = norm.find("textdaten/text/Content")
        if content is None:
            raise self._unreadable(norm, "no content")
        return self._around(norm, content)

    def _around(self, element: etree._Element, content: etree._Element) -> Iterator[Block]:
        """Yield the content of the annex, and whatever stands around it."""
        yield from self._kept(METADATA, element.text, element)
        for child in element:
            yield from self._content(child) if child is content else self._around(child, content)
            yield from self._kept(METADATA, child.tail, child)

    def _content(self, content: etree._Element) -> Iterator[Block]:
        for child in self._children(content):
            self._check(child)
            if child.tag == "Title":
                self._inline(child, italic=False)
                for part in self._done(child):
                    if not isinstance(part, Words):
                        raise self._unreadable(child, "a title with more than words")
                    yield Title(part.line)
            elif child.tag == "P" and self._is_editorial(child):
                yield from self._aside(METADATA, child)
            elif child.tag == "P":
                self._inline(child, italic=False)
                yield Para(self._done(child))
            elif child.tag == "table":
                yield Para((self._grid(child),))
            elif child.tag != "BR":
                raise self._unreadable(child, f"{child.tag} between the blocks")

    def _is_editorial(self, block: etree._Element) -> bool:
        return any(part.tag in _EDITORIAL for part in block)

    def _inline(
        self, element: etree._Element, *, italic: bool, mark: MarkKind | None = None
    ) -> None:
        self._check(element)
        self._add(element.text, italic, mark)
        for child in element:
            tag = str(child.tag)
            if tag == "BR":
                self._add(" ", italic=True, mark=None)
            elif tag == "DL":
                self._flush(child)
                self._out += self._points(child)
            elif tag == "table":
                self._flush(child)
                self._out.append(self._grid(child))
            elif tag in _INLINE:
                if tag == "LA":
                    self._flush(child)
                self._inline(child, italic=italic or tag == "I", mark=_MARKS.get(tag, mark))
                if tag == "LA":
                    self._flush(child)
            else:
                raise self._unreadable(child, f"{tag} inside of words")
            self._add(child.tail, italic, mark)

    def _points(self, listed: etree._Element) -> tuple[Point, ...]:
        self._check(listed)
        children = list(self._children(listed))
        if [child.tag for child in children] != ["DT", "DD"] * (len(children) // 2):
            raise self._unreadable(listed, "not DT and DD in turn")
        outside, points = self._out, []
        for term, words in zip(children[::2], children[1::2], strict=True):
            self._out = []
            self._inline(term, italic=False)
            marker = self._marker(term)
            self._inline(words, italic=False)
            parts = self._done(words)
            points.append(Point(marker, parts, words.get("Font") == "italic"))
        self._out = outside
        return tuple(points)

    def _marker(self, term: etree._Element) -> Line:
        parts = self._done(term)
        if not parts:
            return Line("", len(self._words), self._where(term))
        if len(parts) > 1 or not isinstance(parts[0], Words):
            raise self._unreadable(term, "a point with more than a mark")
        return parts[0].line

    def _grid(self, table: etree._Element) -> Grid:
        rows: list[tuple[Line, ...]] = []
        for part in table.iter():
            self._check(part)
            if part.tag == "row":
                rows.append(tuple(self._cell(cell) for cell in self._children(part)))
            elif part.tag in _ROWS:
                list(self._children(part))
        return Grid(tuple(rows))

    def _cell(self, cell: etree._Element) -> Line:
        outside, self._out = self._out, []
        self._inline(cell, italic=False)
        line = self._marker(cell)
        self._out = outside
        return line

    def _add(self, raw: str | None, italic: bool, mark: MarkKind | None) -> None:
        if not raw:
            return
        if not self._run:
            if not raw.strip():
                return
            self._words.gap()
            self._start = len(self._words)
            self._italic = True
        self._run.append(raw)
        self._words.add(raw, mark)
        self._italic = self._italic and (italic or not raw.strip())

    def _flush(self, element: etree._Element) -> None:
        text = " ".join(unicodedata.normalize("NFC", "".join(self._run)).split())
        if text:
            line = Line(text, self._start, self._where(element))
            self._out.append(Words(line, self._italic))
        self._run = []
        self._words.gap()

    def _done(self, element: etree._Element) -> tuple[Part, ...]:
        self._flush(element)
        parts, self._out = tuple(self._out), []
        return parts

    def _aside(self, kind: str, element: etree._Element) -> Iterator[Aside]:
        yield from self._kept(kind, " ".join(map(str, element.itertext())), element)

    def _kept(self, kind: str, raw: str | None, element: etree._Element) -> Iterator[Aside]:
        self._words.gap()
        start = len(self._words)
        self._words.add(raw or "")
        self._words.gap()
        if text := " ".join(unicodedata.normalize("NFC", raw or "").split()):
            yield Aside(kind, Line(text, start, self._where(element)))

    def _children(self, element: etree._Element) -> Iterable[etree._Element]:
        stray = [element.text, *(child.tail for child in element)]
        if any(text and text.strip() for text in stray):
            raise self._unreadable(element, f"words directly in {element.tag}")
        return iter(element)

    def _check(self, element: etree._Element) -> None:
        if element.tag not in _KNOWN:
            where = f"{self._name}: {self._where(element)}: element"
            raise UnknownValue(where, str(element.tag), _KNOWN)
        unread = set(map(str, element.attrib)) - _LAYOUT - {f"{{{_XML}}}space"}
        if unread:
            raise UnreadFields(f"{self._name}: {self._where(element)}: {element.tag}", unread)
        if element.tag in _EMPTY and (len(element) or (element.text or "").strip()):
            raise self._unreadable(element, f"words in {element.tag}")

    def _where(self, element: etree._Element) -> str:
        return f"line {element.sourceline}, character {len(self._words)}"

    def _unreadable(self, element: etree._Element, problem: str) -> UnreadableDocument:
        return UnreadableDocument(self._name, self._where(element), problem)


_XML = "http://www.w3.org/XML/1998/namespace"
