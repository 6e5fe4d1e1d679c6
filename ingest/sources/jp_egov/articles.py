"""Articles of the Goods Ordinance: article, paragraph (項), item (号), and the levels イ, （一）, １ below it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from graph.errors import UnreadableDocument
from graph.model.paragraph import ParagraphKind
from ingest.sources.jp_egov.gathered import LANGUAGE, Gathered, kind_below
from ingest.sources.jp_egov.lines import Line
from ingest.sources.jp_egov.numbering import (
    BRANCHES,
    PATTERNS,
    Enumerator,
    Form,
    branched,
    follows,
    read_enumerator,
)
from ingest.text.kanji import NUMERAL
from ingest.text.label import label_of
from ingest.text.languages import LANGUAGES
from ingest.text.tree import Draft

FORMS = (
    Form.KANJI,
    Form.KANA,
    Form.BRACKETS,
    Form.ARABIC,
    Form.KANJI,
    Form.KANA,
    Form.BRACKETS,
)
"""How each level below an article is numbered."""

_ARTICLE = re.compile(
    rf"\*\*(?P<mark>(?P<number>第{NUMERAL}条{BRANCHES})(?:（(?P<caption>[^*]*)）)?)\*\*(?: (?P<text>.*))?"
)
_PARAGRAPH = re.compile(r"\*\*(?P<mark>[０-９]+(?:の[０-９]+)?)\*\*(?: (?P<text>.*))?")
_ANY = "|".join(PATTERNS.values())
_ITEM = re.compile(
    rf"- (?P<mark>(?P<first>{_ANY})(?:(?:及び|から)(?P<last>{_ANY})(?:まで)?)?)(?: (?P<text>.*))?"
)
_OPENING = re.compile(r"は、次(?:の(?:各号の)?いずれか|に掲げる)")
"""The words name no thing of their own: the items do."""


@dataclass(slots=True)
class Outline:
    """The articles of one document, line by line."""

    gathered: Gathered
    article: Draft | None = None
    base: Draft | None = None
    """The article or paragraph that items stand below."""

    open: list[tuple[Draft, Enumerator]] = field(default_factory=list)
    """The item, and the levels below it, that are not closed yet."""

    def read(self, lines: Sequence[Line]) -> None:
        """Read all articles.

        Raises:
            UnreadableDocument: a line that is no part of an article, or is too deep.
        """
        for line, after in zip(lines, [*lines[1:], None], strict=True):
            has_items = (
                after is not None and after.indent == 0 and bool(_ITEM.fullmatch(after.text))
            )
            if found := _ARTICLE.fullmatch(line.text):
                self._article(line, found, has_items)
            elif found := _PARAGRAPH.fullmatch(line.text):
                self._paragraph(line, found, has_items)
            elif found := _ITEM.fullmatch(line.text):
                self._item(line, found)
            else:
                self._loose(line)

    def _article(self, line: Line, found: re.Match[str], has_items: bool) -> None:
        number = branched(re.sub("[第条]", "", found["number"]))
        if number is None:
            raise self._unreadable(line, "an article without a number")
        title = found["caption"] or found["number"]
        self.article = self._head(line, found, _Heading(number, None, title, has_items))

    def _paragraph(self, line: Line, found: re.Match[str], has_items: bool) -> None:
        mark = read_enumerator(found["mark"])
        if self.article is None or mark is None:
            raise self._unreadable(line, "a paragraph below no article")
        number = mark.step.removeprefix(".")
        name = f"{self.article.notation}-{number}"
        title = f"{self.article.official.partition('（')[0]}第{found['mark']}項"
        self._head(line, found, _Heading(name, self.article.notation, title, has_items))

    def _head(self, line: Line, found: re.Match[str], head: _Heading) -> Draft:
        start, end = (line.start + at for at in found.span("mark"))
        self.gathered.leave_out("markup", line.start, start)
        self.gathered.leave_out("markup", end, end + 2)
        words = found["text"] or ""
        orders = head.has_items and bool(_OPENING.search(words))
        text = self.gathered.cut(end + 2, line.end)
        draft = Draft(
            notation=head.notation,
            official=found["mark"],
            marker=self.gathered.cut(start, end),
            text=(text,) if text else (),
            kind=ParagraphKind.HEADING if orders else ParagraphKind.ENTRY,
            parent=head.parent,
            title=head.title,
        )
        self.gathered.drafts.append(draft)
        self.base, self.open = draft, []
        return draft

    def _item(self, line: Line, found: re.Match[str]) -> None:
        level, odd = divmod(line.indent, 2)
        if self.base is None or odd or level > len(self.open):
            raise self._unreadable(line, "an item below nothing")
        marks = self._marks(line, found)
        above = self.open[level - 1][0] if level else self.base
        before = self.open[level][1] if level < len(self.open) else None
        self._check(marks, level, before, above)
        self.gathered.leave_out("markup", line.start, line.start + 1)
        start, end = (line.start + at for at in found.span("mark"))
        text = self.gathered.cut(end, line.end)
        words = text.wording or "" if text else ""
        for place, mark in enumerate(marks):
            draft = Draft(
                notation=above.notation + mark.step,
                official=mark.printed,
                marker=None if place else self.gathered.cut(start, end),
                text=(text,) if text and not place else (),
                kind=self._kind(words, above, level),
                parent=above.notation,
                title=None if level else label_of(words, LANGUAGE),
            )
            self.gathered.drafts.append(draft)
            self.open[level:] = [(draft, mark)]

    def _kind(self, words: str, above: Draft, level: int) -> ParagraphKind:
        below = kind_below(words, above)
        orders = level == 0 and above.kind is ParagraphKind.HEADING
        reserved = below is ParagraphKind.RESERVED
        return ParagraphKind.ENTRY if orders and not reserved else below

    def _marks(self, line: Line, found: re.Match[str]) -> list[Enumerator]:
        """Return the enumerator of a line, or all that a range of placeholders stands for."""
        marks = [read_enumerator(found["first"]), read_enumerator(found["last"] or found["first"])]
        first, last = marks
        if first is None or last is None or first.form is not last.form:
            raise self._unreadable(line, f"no enumerator {found['mark']}")
        if first == last:
            return [first]
        steps = range(first.numbers[0], last.numbers[0] + 1)
        if len(first.numbers) > 1 or len(last.numbers) > 1 or not 1 < len(steps) < 100:
            raise self._unreadable(line, f"no range {found['mark']}")
        if not LANGUAGES[LANGUAGE].reserved.fullmatch(found["text"] or ""):
            raise self._unreadable(line, f"a range of items {found['mark']}")
        return [Enumerator(first.form, (number,), found["mark"]) for number in steps]

    def _check(
        self, marks: Sequence[Enumerator], level: int, before: Enumerator | None, above: Draft
    ) -> None:
        where = above.notation + marks[0].step
        if level >= len(FORMS) or marks[0].form is not FORMS[level]:
            self.gathered.note(where, "irregular-level", marks[0].printed)
        if not follows(marks[0].numbers, before.numbers if before else None):
            self.gathered.note(where, "gap-in-numbering", marks[0].printed)
        if len(marks) > 1:
            self.gathered.note(where, "reserved-range", marks[0].printed)

    def _loose(self, line: Line) -> None:
        """Read a line without a mark: a formula, mostly printed at the end of the line before too."""
        if self.base is None or re.match(r"[-*#|]", line.text):
            raise self._unreadable(line, "no part of an article")
        last = self.gathered.drafts[-1]
        if last.words.replace(" ", "").endswith(line.text.replace(" ", "")):
            self.gathered.leave_out("formula-twice", line.start, line.end)
            return
        passage = self.gathered.cut(line.start, line.end)
        if passage is not None:
            self.gathered.extend_last(passage)
        self.gathered.note(last.notation, "loose-line", line.text[:12])

    def _unreadable(self, line: Line, problem: str) -> UnreadableDocument:
        return UnreadableDocument(self.gathered.name, f"line {line.number}", problem)


@dataclass(frozen=True, slots=True)
class _Heading:
    """What the first line of an article or paragraph says of it."""

    notation: str
    parent: str | None
    title: str
    has_items: bool
