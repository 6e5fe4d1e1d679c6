"""Reading the lines of one act: chapters, articles, their paragraphs by count, items by their numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.errors import UnreadableDocument
from graph.model.document import Issue, Omission
from graph.model.paragraph import ParagraphKind
from graph.model.passage import Passage
from ingest.law.draft import Draft, free_path
from ingest.sources.tw_moj_law.fields import CHAPTER, FIELDS, NUMBER, WORDS, Line
from ingest.text.canonical import Canonical
from ingest.text.kanji import NUMERAL, integer_of

GONE = re.compile(r"\W*(?:刪除|deleted)\W*", re.IGNORECASE)
_CHAPTER = re.compile(
    rf"(?:第 ?(?P<han>{NUMERAL}) ?章|Chapter (?P<number>\d+|[IVX]+))(?:[ 　-]+|$)"
)
_ARTICLE = re.compile(r"第 ?(?P<number>\d+(?:-\d+)?) ?條|Article (?P<english>\d+(?:-\d+)?)")
_LEVELS = (
    re.compile(rf"(?P<mark>(?P<han>{NUMERAL})、|(?P<number>\d+)\. ?(?=\D))"),
    re.compile(rf"(?P<mark>（(?P<han>{NUMERAL})）|\((?P<number>\d+)\) ?)"),
)
_AGAIN = re.compile(r"Arti[a-z]{2,4} \d+-\d+")
"""Another article inside the words of one: the English text keeps an older state of it there."""

_ROMAN = {"I": 1, "V": 5, "X": 10}


class Reader:
    """Collects the provisions of one act; every word is in one of them or left out by class."""

    def __init__(self, text: Canonical, name: str) -> None:
        self._text, self._name = text, name
        self.drafts: dict[str, Draft] = {}
        self.omissions: list[Omission] = []
        self.issues: list[Issue] = []
        self._chapter: str | None = None
        self._article = ""
        self._open: list[str] = []
        """Paths of the paragraph and of the items that are open, from the outermost in."""
        self._again = False

    def read(self, lines: Sequence[Line]) -> None:
        """Read every line."""
        for number, line in enumerate(lines):
            if line.field in FIELDS:
                self._omit(FIELDS[line.field], line)
            elif line.field == CHAPTER:
                self._open_chapter(line)
            elif line.field == NUMBER:
                self._open_article(line)
            else:
                ends = number + 1 == len(lines) or lines[number + 1].field != WORDS
                self._words(line, alone=ends and lines[number - 1].field != WORDS)

    def _open_chapter(self, line: Line) -> None:
        said = self._said(line)
        found = _CHAPTER.match(said)
        if found is None:
            raise UnreadableDocument(self._name, said[:20], "not the heading of a chapter")
        number = _number(found["han"] or found["number"])
        name = self._chapter = self._free(f"ch/{number}")
        self.drafts[name] = Draft(
            name, found[0].strip(" -　"), ParagraphKind.HEADING, None, heading=self._whole(line), title=said
        )  # fmt: skip
        self._article, self._open = "", []

    def _open_article(self, line: Line) -> None:
        said = self._said(line)
        found = _ARTICLE.fullmatch(said)
        if found is None:
            raise UnreadableDocument(self._name, said[:20], "not the number of an article")
        name = self._article = self._free(f"art/{found['number'] or found['english']}")
        self.drafts[name] = Draft(
            name, said, ParagraphKind.ENTRY, self._chapter, marker=self._whole(line)
        )
        self._open, self._again = [], False

    def _words(self, line: Line, *, alone: bool) -> None:
        said = self._said(line)
        if not self._article:
            raise UnreadableDocument(self._name, said[:20], "words below no article")
        self._again = self._again or bool(_AGAIN.fullmatch(said))
        if self._again:
            self._omit("older-article", line)
        elif alone and GONE.fullmatch(said):
            self.drafts[self._article].text.append(self._whole(line))
        elif not self._enumerated(line, said):
            number = 1 + sum(draft.parent == self._article for draft in self.drafts.values())
            name = f"{self._article}/{number}"
            self.drafts[name] = Draft(
                name, f"{number}", ParagraphKind.ITEM, self._article, text=[self._whole(line)]
            )
            self._open = [name]

    def _enumerated(self, line: Line, said: str) -> bool:
        """Read a line that begins with the number of an item."""
        for level, pattern in enumerate(_LEVELS, start=1):
            found = pattern.match(said)
            if found is None or len(self._open) < level:
                continue
            del self._open[level:]
            parent = self._open[-1]
            name = self._free(f"{parent}/{_number(found['han'] or found['number'])}")
            edge = line.start + found.end()
            self.drafts[name] = Draft(
                name,
                found["mark"].strip(),
                ParagraphKind.ITEM,
                parent,
                self._text.cut(line.start, edge),
                text=[self._text.cut(edge, line.end)] if edge < line.end else [],
            )
            self._open.append(name)
            return True
        return False

    def _said(self, line: Line) -> str:
        return self._text.text[line.start : line.end]

    def _whole(self, line: Line) -> Passage:
        return self._text.cut(line.start, line.end)

    def _omit(self, kind: str, line: Line) -> None:
        self.omissions.append(Omission(kind=kind, passage=self._whole(line)))

    def _free(self, name: str) -> str:
        free = free_path(name, self.drafts)
        if free != name:
            value = name.rpartition("/")[2]
            self.issues.append(Issue(where=free, kind="repeated-label", value=value))
        return free


def _number(text: str) -> int:
    """Return a number in Han, Arabic or Roman signs.

    >>> _number("十二"), _number("12"), _number("IV"), _number("VII")
    (12, 12, 4, 7)
    """
    if text.isdigit() and text.isascii():
        return int(text)
    if set(text) <= set(_ROMAN):
        values = [_ROMAN[sign] for sign in text]
        return sum(-value if value < max(values[at:]) else value for at, value in enumerate(values))
    return integer_of(text) or 0
