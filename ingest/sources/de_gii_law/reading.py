"""Reading the norms of one act in order: headings, sections with their paragraphs and numbers, annexes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from graph.errors import UnknownValue
from graph.model.document import Issue, Omission
from graph.model.paragraph import ParagraphKind
from graph.model.passage import MarkKind
from graph.model.requirement import TableRow
from ingest.law.draft import free_path
from ingest.law.xml import read_root
from ingest.sources.de_gii_law.placed import Placed, Span
from ingest.text.canonical import Builder, Canonical

_MARKS = {"SUP": MarkKind.SUP, "SUB": MarkKind.SUB}
_INLINE = frozenset("I U B NB small LA SUP SUB BR FnR noindex kommentar ABWFORMAT".split())  # noqa: SIM905  a table of names
_SECTION = re.compile(r"§§? ?(?P<name>\d+[a-z]?)(?: ?(?:bis|und|,) ?(?:§ ?)?(?P<last>\d+[a-z]?))?")
_ANNEX = re.compile(r"Anlage ?(?P<name>\d+[a-z]?)?")
_PARAGRAPH = re.compile(r"\((?P<name>\d+[a-z]?)\)\s")
_MEANS = re.compile(r"^(?P<term>[A-ZÄÖÜ][\w-]+(?: [\wäöüß-]+){0,3}) (?:ist|sind) ")
_LISTS = {"AWV 2013": frozenset(["anl/1"]), "KrWaffKontrG": frozenset(["anl"])}
"""Acts, by the abbreviation that they have in the file, whose annex is a control list that another parser reads."""


class Reader:
    """Lays the words of an act one behind the other, and says which provision each belongs to."""

    def __init__(self, name: str) -> None:
        self._name, self._act = name, ""
        self._words = Builder()
        self.drafts: dict[str, Placed] = {}
        self.definitions: dict[str, str] = {}
        self.issues: list[Issue] = []
        self._left: list[tuple[str, Span]] = []
        self._rows: list[tuple[str, int, int, tuple[Span | None, ...]]] = []
        self._headings: list[tuple[int, str]] = []

    def read(self, document: bytes) -> Canonical:
        """Read the whole document; return its canonical text.

        Raises:
            UnreadableDocument: not the XML we know.
            UnknownValue: an element that the tables above do not cover.
        """
        for norm in read_root(document, self._name, ["dokumente"]):
            if norm.tag != "norm":
                raise UnknownValue(
                    f"{self._name}: line {norm.sourceline}: element", str(norm.tag), {"norm"}
                )
            self._norm(norm)
        return self._words.done()

    def tables(self, text: Canonical) -> Iterator[TableRow]:
        """Yield the rows of tables."""
        for about, table, row, cells in self._rows:
            cut = tuple(text.cut(*cell) if cell else None for cell in cells)
            yield TableRow(about=about, table=table, row=row, cells=cut)

    def omissions(self, text: Canonical) -> Iterator[Omission]:
        """Yield what is in no provision."""
        for kind, span in self._left:
            yield Omission(kind=kind, passage=text.cut(*span))

    def _norm(self, norm: etree._Element) -> None:
        holder = ""
        for part in norm:
            if part.tag == "metadaten":
                holder = self._metadata(part)
            elif part.tag == "textdaten":
                self._texts(part, holder)
            else:
                raise UnknownValue(
                    f"{self._name}: line {part.sourceline}: element",
                    str(part.tag),
                    {"metadaten", "textdaten"},
                )

    def _metadata(self, metadata: etree._Element) -> str:
        name = ""
        self._act = (metadata.findtext("jurabk") or "").strip()
        for part in metadata:
            if part.tag == "gliederungseinheit":
                self._division(part)
            elif part.tag == "enbez":
                name = self._section(part)
            elif part.tag == "titel" and name:
                self.drafts[name].heading = self._run(part)
            else:
                self._omit("metadata", part)
        return name

    def _division(self, part: etree._Element) -> None:
        code = (part.findtext("gliederungskennzahl") or "").strip()
        name = self._free(f"gl/{code}")
        level = len(code)
        while self._headings and self._headings[-1][0] >= level:
            self._headings.pop()
        above = self._headings[-1][1] if self._headings else None
        draft = Placed(
            name, (part.findtext("gliederungsbez") or code).strip(), ParagraphKind.HEADING, above
        )
        self.drafts[name] = draft
        self._headings.append((level, name))
        for child in part:
            if child.tag == "gliederungsbez":
                draft.marker = self._run(child)
            elif child.tag == "gliederungstitel":
                draft.heading = self._run(child)
            else:
                self._omit("metadata", child)

    def _section(self, part: etree._Element) -> str:
        label = (part.text or "").strip()
        found, annex = _SECTION.fullmatch(label), _ANNEX.fullmatch(label)
        if found:
            last = found["last"]
            name = f"{found['name']}-{last}" if last else found["name"]
        elif annex:
            name = f"anl/{annex['name']}" if annex["name"] else "anl"
            self._headings.clear()
        else:
            self._omit("metadata", part)
            return ""
        name = self._free(name)
        above = self._headings[-1][1] if self._headings else None
        self.drafts[name] = Placed(name, label, ParagraphKind.ENTRY, above, marker=self._run(part))
        return name

    def _texts(self, part: etree._Element, holder: str) -> None:
        for child in part:
            content = child.find("Content") if child.tag == "text" else None
            if content is None or not holder:
                self._omit("footnote" if child.tag == "fussnoten" else "front-matter", child)
            elif holder in _LISTS.get(self._act, ()):
                self._omit("control-list-read-elsewhere", child)
            else:
                for other in child:
                    if other is content:
                        self._content(content, holder)
                    else:
                        self._omit("footnote", other)

    def _content(self, content: etree._Element, holder: str) -> None:
        for block in content:
            if block.tag == "P":
                self._paragraph(block, holder)
            elif block.tag in {"Title", "pre"}:
                self._mixed(block, holder)
            elif block.tag in {"table", "DL"}:
                self._child(block, holder)
            elif block.tag == "TOC":
                self._omit("table-of-contents", block)
            elif block.tag != "BR":
                raise UnknownValue(
                    f"{self._name}: line {block.sourceline}: block",
                    str(block.tag),
                    {"P", "Title", "table"},
                )

    def _paragraph(self, block: etree._Element, section: str) -> None:
        found = _PARAGRAPH.match(block.text or "")
        if found is None:
            self._mixed(block, section)
            return
        name = self._free(f"{section}/{found['name']}")
        self._words.gap()
        marker = self._words.add(found[0].strip())
        self.drafts[name] = Placed(name, found[0].strip(), ParagraphKind.ITEM, section, marker)
        self._mixed(block, name, skip=found.end())

    def _mixed(self, element: etree._Element, holder: str, skip: int = 0) -> None:
        """Read words with points and tables between them: the words are the holder's."""
        self._words.gap()
        begin = len(self._words)
        self._words.add((element.text or "")[skip:])
        for child in element:
            holds = child.find(".//DL") is not None or child.find(".//table") is not None
            if child.tag in _INLINE and not holds:
                self._inline(child, holder)
            elif child.tag in _INLINE:
                self._close(begin, holder)
                self._mixed(child, holder)
                begin = len(self._words)
            else:
                self._close(begin, holder)
                self._child(child, holder)
                self._words.gap()
                begin = len(self._words)
            self._words.add(child.tail or "")
        self._close(begin, holder)

    def _inline(self, element: etree._Element, holder: str, mark: MarkKind | None = None) -> None:
        mark = _MARKS.get(str(element.tag), mark)
        if element.tag in {"BR", "LA"}:
            self._words.gap()
        self._words.add(element.text or "", mark)
        for child in element:
            if child.tag in _INLINE:
                self._inline(child, holder, mark)
            else:
                raise UnknownValue(
                    f"{self._name}: line {child.sourceline}: inline element",
                    str(child.tag),
                    _INLINE,
                )
            self._words.add(child.tail or "", mark)

    def _child(self, child: etree._Element, holder: str) -> None:
        if child.tag == "DL":
            self._points(child, holder)
        elif child.tag == "table":
            self._table(child, holder)
        elif child.tag == "P":
            self._mixed(child, holder)
        else:
            raise UnknownValue(
                f"{self._name}: line {child.sourceline}: element",
                str(child.tag),
                {"DL", "table", "P"},
            )

    def _points(self, listed: etree._Element, holder: str) -> None:
        children = list(listed)
        for term, words in zip(children[::2], children[1::2], strict=True):
            label = " ".join("".join(map(str, term.itertext())).split())
            if not label:
                # words behind the points, set as a point without a number: they are the holder's
                for part in words:
                    (self._mixed if part.tag == "LA" else self._child)(part, holder)
                continue
            step = label.strip(" .)(").replace(" ", "-").replace("/", "-")
            name = self._free(f"{holder}/{step}")
            self.drafts[name] = Placed(
                name, label, ParagraphKind.ITEM, holder, marker=self._run(term)
            )
            for part in words:
                if part.tag == "LA":
                    self._mixed(part, name)
                else:
                    self._child(part, name)
            text = "".join(map(str, words.itertext()))
            if term_found := _MEANS.match(text):
                self.definitions.setdefault(term_found["term"], name)

    def _table(self, table: etree._Element, holder: str) -> None:
        number = 1 + max((n for about, n, *_ in self._rows if about == holder), default=0)
        for index, row in enumerate(table.iter("row"), start=1):
            cells = tuple(self._run(cell) for cell in row)
            if any(cells):
                self._rows.append((holder, number, index, cells))

    def _run(self, element: etree._Element) -> Span | None:
        """Read the words of an element as one; ``None`` where it has none."""
        self._words.gap()
        start = len(self._words)
        self._flat(element, None)
        end = len(self._words)
        self._words.gap()
        return (start, end) if "".join(map(str, element.itertext())).strip() else None

    def _flat(self, element: etree._Element, mark: MarkKind | None) -> None:
        mark = _MARKS.get(str(element.tag), mark)
        self._words.add(element.text or "", mark)
        for child in element:
            if child.tag in {"BR", "LA", "P", "DT", "DD"}:
                self._words.gap()
            self._flat(child, mark)
            self._words.add(child.tail or "", mark)

    def _close(self, begin: int, holder: str) -> None:
        """Give the words since ``begin`` to a provision."""
        end = len(self._words)
        self._words.gap()
        if end > begin:
            self.drafts[holder].text.append((begin, end))

    def _omit(self, kind: str, element: etree._Element) -> None:
        if (span := self._run(element)) is not None:
            self._left.append((kind, span))

    def _free(self, name: str) -> str:
        free = free_path(name, self.drafts)
        if free != name:
            self.issues.append(
                Issue(where=free, kind="repeated-label", value=name.rpartition("/")[2])
            )
        return free
