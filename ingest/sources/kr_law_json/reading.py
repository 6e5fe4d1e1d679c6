"""Reading the lines of one act: articles, their paragraphs (항), items (호)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.errors import UnreadableDocument
from graph.model.document import Issue, Omission
from graph.model.paragraph import ParagraphKind
from ingest.law.draft import Draft, free_path
from ingest.sources.kr_law_json.fields import NOTE, TEXT, Line
from ingest.text.canonical import Canonical

GONE = re.compile(r"\W*삭제\W*")
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_ARTICLE = re.compile(
    r"(?P<mark>제(?P<number>\d+)조(?:의(?P<branch>\d+))?)(?:(?P<title>\([^()]*(?:\([^()]*\)[^()]*)*\))|(?=\W|$))\s*"
)
_PARAGRAPH = re.compile(rf"(?P<mark>[{_CIRCLED}])\s*")
_ITEM = re.compile(r"(?P<mark>(?P<number>\d+)(?:의(?P<branch>\d+))?\.)\s*")
_AMENDED = re.compile(r"\s*<[^<>]*\d{4}\.\d[^<>]*>$")
_POINTS = re.compile(r"다음 각 목")


class Reader:
    """Collects the provisions of one act; every word is in one of them or left out by class."""

    def __init__(self, text: Canonical, name: str, act: str) -> None:
        self._text, self._name, self._act = text, name, act
        self.drafts: dict[str, Draft] = {}
        self.omissions: list[Omission] = []
        self.issues: list[Issue] = []
        self._article = self._paragraph = ""
        self._first = True
        """The next line of words is the first one of an article."""

    def read(self, lines: Sequence[Line]) -> None:
        """Read every line; those that follow each other and are left out alike are one omission."""
        runs: list[tuple[str, int, int]] = []
        for line in lines:
            kind = self._class(line)
            if runs and runs[-1][0] == kind:
                runs[-1] = (kind, runs[-1][1], line.end)
            else:
                runs.append((kind, line.start, line.end))
            if line.act != self._act:
                continue
            if line.field != TEXT:
                self._first = True
            else:
                self._words(line)
        for kind, start, end in runs:
            if kind:
                self._omit(kind, start, end)
        self._say_what_is_missing()

    def _class(self, line: Line) -> str:
        """Return the class in which a line is left out; empty where it is words of the act."""
        if not line.act:
            return "front-matter"
        if line.act != self._act:
            return "another-act"
        if line.field == NOTE and line.value != "None":
            return "amendment-note"
        return "" if line.field == TEXT else "article-data"

    def _words(self, line: Line) -> None:
        if self._first:
            start = self._open_article(line)
        elif found := _PARAGRAPH.match(line.value):
            number = _CIRCLED.index(found["mark"]) + 1
            self._paragraph = self._item(f"{self._article}/{number}", self._article, line, found)
            start = found.end()
        elif found := _ITEM.match(line.value):
            above = self._paragraph or self._article
            self._item(f"{above}/{_step(found)}", above, line, found)
            start = found.end()
        else:
            start = 0
        self._first = False
        amended = _AMENDED.search(line.value, start)
        end = amended.start() if amended else len(line.value)
        if amended:
            self._omit("amendment-mark", line.start + end, line.end)
        if line.value[start:end].strip():
            passage = self._text.cut(line.start + start, line.start + end)
            self.drafts[next(reversed(self.drafts))].text.append(passage)

    def _open_article(self, line: Line) -> int:
        """Open an article; return where the words behind its number and title begin."""
        found = _ARTICLE.match(line.value)
        if found is None:
            raise UnreadableDocument(self._name, line.value[:20], "not the beginning of an article")
        name = self._article = self._free(f"art/{_step(found)}")
        self._paragraph = ""
        edge = line.start + found.end("mark")
        titled = found["title"] is not None
        self.drafts[name] = Draft(
            name,
            found["mark"],
            ParagraphKind.ENTRY,
            None,
            marker=self._text.cut(line.start, edge),
            heading=self._text.cut(edge, line.start + found.end("title")) if titled else None,
            title=found["title"][1:-1] if titled else None,
        )
        return found.end()

    def _item(self, name: str, parent: str, line: Line, found: re.Match[str]) -> str:
        if not self._article:
            raise UnreadableDocument(self._name, line.value[:20], "words below no article")
        name = self._free(name)
        marker = self._text.cut(line.start, line.start + found.end("mark"))
        self.drafts[name] = Draft(name, found["mark"], ParagraphKind.ITEM, parent, marker)
        return name

    def _say_what_is_missing(self) -> None:
        """Keep as issues the points that the extract does not hold, and articles without words."""
        parents = {draft.parent for draft in self.drafts.values()}
        for name, draft in self.drafts.items():
            if _POINTS.search(draft.words) and name not in parents:
                self.issues.append(Issue(where=name, kind="points-not-held", value="각 목"))
            if draft.is_section and not draft.text and name not in parents:
                self.issues.append(Issue(where=name, kind="no-words", value=draft.official))

    def _omit(self, kind: str, start: int, end: int) -> None:
        self.omissions.append(Omission(kind=kind, passage=self._text.cut(start, end)))

    def _free(self, name: str) -> str:
        free = free_path(name, self.drafts)
        if free != name:
            value = name.rpartition("/")[2]
            self.issues.append(Issue(where=free, kind="repeated-label", value=value))
        return free


def _step(found: re.Match[str]) -> str:
    return found["number"] + (f"-{found['branch']}" if found["branch"] else "")
