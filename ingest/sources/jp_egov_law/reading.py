"""Reading the lines of one act in order: chapters, articles with their paragraphs and items, tables, supplements."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from graph.ids import slug
from graph.model.document import Issue, Omission
from graph.model.paragraph import ParagraphKind
from graph.model.passage import Passage
from graph.model.requirement import TableRow
from ingest.law.draft import Draft, free_path
from ingest.sources.jp_egov_law.numbers import BRANCHED, branched, step_of
from ingest.text.canonical import Canonical

Line = tuple[int, int, int]
"""Indentation, start and end in the canonical text."""

_HEADING = re.compile(r"(?P<signs>#{1,6}) (?P<words>.*)")
_BOLD = re.compile(r"\*\*(?P<words>[^*]+)\*\* ?")
_ARTICLE = re.compile(
    rf"第(?P<number>{BRANCHED.replace('(?:の', '(?:条?の')})条?(?P<branch>(?:の{BRANCHED})?)(?P<to>から第.*まで|及び第.*)?(?P<caption>（.*)?"
)
_PARAGRAPH = re.compile(r"(?P<number>[０-９0-9]+)")
_TABLE = re.compile(rf"別表(?:第(?P<number>{BRANCHED}))?(?P<rest>.*)")
_DIVISION = re.compile(
    rf"第(?P<number>{BRANCHED})(?P<kind>編|章|節|款|目)(?P<branch>(?:の{BRANCHED})*)"
)
_ITEM = re.compile(r"- (?P<mark>\S{1,12}) ")
_KINDS = {"編": "pt", "章": "ch", "節": "sec", "款": "sub", "目": "div"}
_LISTS = {"jp/324CO0000000378": frozenset(["table/1"]), "jp/355CO0000000260": frozenset(["table"])}
"""Acts whose table is a control list that ``jp_egov`` reads."""


class Reader:
    """Collects the provisions of one act; every word is in one of them, in a table or left out by class."""

    def __init__(self, text: Canonical, key: str) -> None:
        self._text, self._key = text, key
        self.drafts: dict[str, Draft] = {}
        self.tables: list[TableRow] = []
        self.omissions: list[Omission] = []
        self.issues: list[Issue] = []
        self._headings: list[tuple[int, str]] = []
        self._base = ""
        self._article = ""
        self._holder = ""
        self._open: list[tuple[int, str]] = []
        self._supplements = 0
        self._elsewhere = False

    def read(self, lines: Sequence[Line]) -> None:
        """Read every line."""
        fences = [n for n, line in enumerate(lines) if self._said(line) == "---"][:2]
        front = fences[1] + 1 if len(fences) == 2 and fences[0] == 0 else 0
        for number, line in enumerate(lines):
            if number < front:
                self._omit("front-matter", line)
            else:
                self._line(line)

    def _line(self, line: Line) -> None:
        text = self._said(line)
        heading, bold = _HEADING.match(text), _BOLD.match(text)
        if heading:
            self._heading(line, heading)
        elif bold and self._bold(line, bold):
            return
        elif self._elsewhere:
            self._omit("control-list-read-elsewhere", line)
        elif text.startswith("|"):
            self._row(line, text)
        elif not self._item(line, text):
            self._plain(line)

    def _heading(self, line: Line, found: re.Match[str]) -> None:
        level, words = len(found["signs"]), found["words"].strip()
        self._elsewhere = False
        self._open, self._article, self._holder = [], "", ""
        division = _DIVISION.match(words)
        if words.startswith("附"):
            self._supplements += 1
            name, level = f"suppl/{self._supplements}", 0
            self._base = f"{name}/"
        elif division:
            number = branched(division["number"] + division["branch"]) or slug(words)
            name = f"{_KINDS[division['kind']]}/{number}"
        else:
            name = f"h/{len(self.drafts)}"
        while self._headings and self._headings[-1][0] >= level:
            self._headings.pop()
        above = self._headings[-1][1] if self._headings else None
        name = self._free(f"{above}/{name}" if above else name)
        self._new(name, words, ParagraphKind.HEADING, above, heading=self._cut(line), title=words)
        self._headings.append((level, name))

    def _bold(self, line: Line, found: re.Match[str]) -> bool:
        """Read a line that begins an article, a paragraph or a table."""
        words = found["words"].strip()
        article, paragraph, table = (
            _ARTICLE.match(words),
            _PARAGRAPH.fullmatch(words),
            _TABLE.match(words),
        )
        if table:
            self._begin_table(line, table, words)
            return True
        if article and "条" in words:
            self._begin_article(line, found, article, words)
            return True
        if paragraph and (self._article or self._base):
            self._begin_paragraph(line, found, branched(words) or words, words)
            return True
        return False

    def _begin_article(
        self, line: Line, found: re.Match[str], article: re.Match[str], words: str
    ) -> None:
        number, _, caption = words.partition("（")
        step = branched(
            number.removeprefix("第").replace("条", "", 1).partition("から")[0].partition("及び")[0]
        )
        self._elsewhere = False
        above = self._headings[-1][1] if self._headings else None
        self._article = self._free(f"{self._base}art/{step or slug(number) or len(self.drafts)}")
        marker = self._part(line, 0, found.end())
        title = caption.rstrip("）") or None
        self._new(self._article, number, ParagraphKind.ENTRY, above, marker=marker, title=title)
        rest = self._part(line, found.end(), line[2] - line[1])
        self._open, self._holder = [], self._article
        if rest is not None and article["to"] is None and (rest.wording or "").strip() != "削除":
            self._holder = f"{self._article}/1"
            self._new(self._holder, "第一項", ParagraphKind.ITEM, self._article)
        if rest is not None:
            self.drafts[self._holder].text.append(rest)

    def _begin_paragraph(self, line: Line, found: re.Match[str], step: str, words: str) -> None:
        above = self._article or self._headings[-1][1]
        name = self._free(f"{above}/{step}")
        kind = ParagraphKind.ITEM if self._article else ParagraphKind.ENTRY
        self._new(name, f"第{words}項", kind, above, marker=self._part(line, 0, found.end()))
        self._open, self._holder = [], name
        rest = self._part(line, found.end(), line[2] - line[1])
        if rest is not None:
            self.drafts[name].text.append(rest)

    def _begin_table(self, line: Line, found: re.Match[str], words: str) -> None:
        number = (branched(found["number"]) or "x").replace("_", "-") if found["number"] else ""
        # the tables of an act stand behind its supplementary provisions
        self._base, above = "", None
        self._headings.clear()
        name = self._free(f"table/{number}" if number else "table")
        self._new(
            name, words.partition("（")[0], ParagraphKind.ENTRY, above, marker=self._cut(line)
        )
        self._article, self._holder, self._open = name, name, []
        self._elsewhere = name in _LISTS.get(self._key, ())

    def _item(self, line: Line, text: str) -> bool:
        found = _ITEM.match(text)
        step = step_of(found["mark"]) if found else None
        if found is None or step is None:
            return False
        while self._open and self._open[-1][0] >= line[0]:
            self._open.pop()
        parent = self._open[-1][1] if self._open else self._anchor()
        name = self._free(f"{parent}/{step}")
        self._new(
            name, found["mark"], ParagraphKind.ITEM, parent, marker=self._part(line, 0, found.end())
        )
        rest = self._part(line, found.end(), line[2] - line[1])
        if rest is not None:
            self.drafts[name].text.append(rest)
        self._open.append((line[0], name))
        return True

    def _plain(self, line: Line) -> None:
        holder = self._open[-1][1] if self._open and line[0] > self._open[-1][0] else self._anchor()
        self.drafts[holder].text.append(self._cut(line))

    def _row(self, line: Line, text: str) -> None:
        holder = self._anchor()
        if not text.strip("|-: "):
            self._omit("table-rule", line)
            return
        edges = [n for n, sign in enumerate(text) if sign == "|"]
        spans = list(pairwise(edges))
        cells = [self._part(line, a, b if (a, b) != spans[-1] else len(text)) for a, b in spans]
        row = 1 + sum(1 for one in self.tables if one.about == holder)
        self.tables.append(TableRow(about=holder, table=1, row=row, cells=tuple(cells)))

    def _anchor(self) -> str:
        """Return the provision that words without a mark belong to; the act's own text where there is none yet."""
        if not self._holder:
            above = self._headings[-1][1] if self._headings else None
            self._holder = self._free(f"{self._base}text")
            self._new(self._holder, "text", ParagraphKind.ENTRY, above)
        return self._holder

    def _new(  # noqa: PLR0913  a provision and where it stands
        self,
        name: str,
        official: str,
        kind: ParagraphKind,
        parent: str | None,
        *,
        marker: Passage | None = None,
        heading: Passage | None = None,
        title: str | None = None,
    ) -> None:
        self.drafts[name] = Draft(name, official, kind, parent, marker, heading, title)

    def _part(self, line: Line, start: int, end: int) -> Passage | None:
        text = self._text.text[line[1] + start : line[1] + end]
        return self._text.cut(line[1] + start, line[1] + end) if text.strip() else None

    def _cut(self, line: Line) -> Passage:
        return self._text.cut(line[1], line[2])

    def _said(self, line: Line) -> str:
        return self._text.text[line[1] : line[2]]

    def _omit(self, kind: str, line: Line) -> None:
        self.omissions.append(Omission(kind=kind, passage=self._cut(line)))

    def _free(self, name: str) -> str:
        free = free_path(name, self.drafts)
        if free != name:
            self.issues.append(
                Issue(where=free, kind="repeated-label", value=name.rpartition("/")[2])
            )
        return free
