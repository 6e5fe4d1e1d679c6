"""Mentions of other positions of the same list: 第六条第十六号の三, 前号, イ又はロ, （五）２."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.iroha import KANA
from graph.model.paragraph import Paragraph
from ingest.sources.jp_egov.numbering import (
    BRANCHES,
    PATTERNS,
    Enumerator,
    Form,
    branched,
    read_enumerator,
)
from ingest.sources.jp_egov.row_mentions import JOIN, between
from ingest.text.kanji import NUMERAL

_AFTER = rf"(?=に(?:該当|掲げる|規定|おいて)|から|まで|、|の(?!{NUMERAL})|若しくは|又は|及び|並びに|[（を])"
_KANA = rf"(?<![ァ-ヶー])[{KANA}]{{1,2}}(?![ァ-ヶー])"
_BRACKETS = PATTERNS[Form.BRACKETS]
_ARABIC = r"(?<![０-９・．])[０-９]{1,2}(?:の[０-９])?(?!、?[０-９]|[・．Ａ-ｚ])"
_DEEP = rf"(?:(?P<kana>{_KANA}))?(?P<brackets>{_BRACKETS})?(?P<arabic>{_ARABIC})?"
_PATH = re.compile(
    # of this ordinance: 法律第五十四号 and 法（..）第四十八条第一項 are of another act
    rf"(?:(?!第)|(?<![法令則律）条項]))(?P<unit>[同前次本](?:条|項|号))?"
    rf"(?:第(?P<article>{NUMERAL})条(?P<article_b>{BRANCHES}))?"
    rf"(?:第(?P<para>{NUMERAL})項)?"
    rf"(?:第(?P<item>{NUMERAL})号(?P<item_b>{BRANCHES}))?"
    rf"{_DEEP}{_AFTER}|(?<![法令則律）])(?P<annex>別表第(?P<annex_n>{NUMERAL}{BRANCHES}))(?!類)"
)
ELSEWHERE = "＊"
"""Stands for each character of a mention that is of another act."""

_JOINED = re.compile(rf"(?:{JOIN}|まで)")
_OWN_BELOW = re.compile(r"次の$")


@dataclass(frozen=True, slots=True)
class PathMention:
    """One position that words name."""

    as_written: str
    target: str
    resolved: bool


class Positions:
    """The positions of a list, to be found from one of them by steps."""

    def __init__(self, paragraphs: Sequence[Paragraph]) -> None:
        self.order = tuple(paragraph.notation for paragraph in paragraphs)
        self._all = {paragraph.notation: paragraph for paragraph in paragraphs}

    def __contains__(self, notation: str) -> bool:
        return notation in self._all

    def chain(self, notation: str) -> list[str]:
        """Return what stands above a position, the nearest first, then the position itself."""
        chain, at = list[str](), self._all.get(notation)
        while at is not None and at.parent is not None:
            chain.append(at.parent)
            at = self._all.get(at.parent)
        return [*chain, notation]

    def below(self, base: str, marks: Sequence[Enumerator]) -> str | None:
        """Return the position that some enumerators below another lead to, as printed; ``None`` for none."""
        for mark in marks:
            child = self._all.get(base + mark.step)
            if child is None or child.parent != base or child.official != mark.printed:
                return None
            base = child.notation
        return base

    def beside(self, notation: str, away: int) -> str | None:
        """Return the position before (-1) or after (1) one on the same level."""
        here = self._all[notation]
        siblings = (one for one in self._all.values() if one.parent == here.parent)
        return next((one.notation for one in siblings if one.index == here.index + away), None)


@dataclass(slots=True)
class _Series:
    """The mentions of a text so far: one goes on where the one before ends."""

    where: str
    positions: Positions
    antecedent: str | None
    """The last target of the paragraph above: what 同条 means before any other is named."""

    last: str | None = None
    """The target of the mention before."""

    start: int = 0
    end: int = 0
    own_below: bool = False
    """The mention before is of the paragraph's own points, or of what another paragraph named."""

    @property
    def before(self) -> str | None:
        """The position named last."""
        return self.last or self.antecedent

    def read(self, text: str, found: re.Match[str]) -> Iterator[PathMention]:
        gap = _without_brackets(text[self.end : found.start()])
        joined = self.end > 0 and bool(_JOINED.fullmatch(gap))
        own = self.own_below if joined else bool(_OWN_BELOW.search(text, 0, found.start()))
        if (found["unit"] or "").startswith("同"):
            if ELSEWHERE in text[self.end : found.start()]:
                self.last = self.antecedent = None
            own = own or not self.before
        target = None if own else self._target(found, joined)
        if target is not None:
            first = found.start()
            if joined and self.last and "から" in gap:
                first = self.start
                words = text[first : found.end()]
                for one in between(self.last, target, self.positions.order):
                    yield PathMention(words, one, one in self.positions)
            yield PathMention(text[first : found.end()], target, target in self.positions)
        if own or target is not None:
            self.last, self.own_below = target, own
            self.start, self.end = found.start(), found.end()

    def _target(self, found: re.Match[str], joined: bool) -> str | None:
        if found["annex"]:
            return f"table{branched(found['annex_n'])}"
        names = ("kana", "brackets", "arabic")
        marks = [mark for name in names if (mark := read_enumerator(found[name] or ""))]
        here = self.positions.chain(self.where)
        before = self.positions.chain(self.last) if self.last else []
        head = self._head(found, before if joined else here)
        if head is not None:
            return head + "".join(mark.step for mark in marks)
        if not marks:
            return None
        bases = [*(before if joined else ()), *here]
        return next((one for base in bases if (one := self.positions.below(base, marks))), None)

    def _head(self, found: re.Match[str], chain: Sequence[str]) -> str | None:
        """Return the article, paragraph or item that the words begin with; ``None`` where they begin lower."""
        top, base = _of_unit("条", chain), _of_unit("項", chain)
        if found["unit"]:
            base = self._named(*found["unit"])
            top = base if found["unit"][1] == "条" else top
        if found["article"]:
            top = base = branched(found["article"] + found["article_b"])
        if found["para"] and top:
            number = branched(found["para"])
            base = top if number == "1" else f"{top}-{number}"
        if found["item"] and base:
            return f"{base}({branched(found['item'] + found['item_b'])})"
        return base if found["unit"] or found["article"] or found["para"] else None

    def _named(self, which: str, unit: str) -> str | None:
        """Return the article, paragraph or item that is the same one (同), this one (本), the one before (前) or after (次)."""
        if which == "同":
            return _of_unit(unit, self.positions.chain(self.before)) if self.before else None
        here = _of_unit(unit, self.positions.chain(self.where))
        top = _of_unit("条", self.positions.chain(self.where))
        if here is None or which == "本":
            return here
        if unit == "項" and here == top:  # an article is its own first paragraph
            return f"{here}-2" if which == "次" else None
        return self.positions.beside(here, -1 if which == "前" else 1) or (
            top if unit == "項" else None
        )


_UNITS = {"条": r"[\d_]+", "項": r"[\d_]+(?:-[\d_]+)?", "号": r"[\d_]+(?:-[\d_]+)?\([\d_]+\)"}


def find_paths(
    text: str, where: str, positions: Positions, antecedent: str | None = None
) -> Iterator[PathMention]:
    """Yield the positions of the same list that a text names, in order; a range gives each of its members.

    Args:
        text: words of one paragraph.
        where: its notation.
        positions: those of the list.
        antecedent: what the paragraph above names last.

    Shape:   a step that leads nowhere is no mention; an article or item that does not exist is one, not resolved.
    """
    series = _Series(where, positions, antecedent)
    for found in _PATH.finditer(text):
        if found[0]:
            yield from series.read(text, found)


def _of_unit(unit: str, chain: Sequence[str]) -> str | None:
    """Return the article (条), paragraph (項) or item (号) that a position is of."""
    nearest = [*chain[-1:], *chain[:-1]]
    return next((one for one in nearest if re.fullmatch(_UNITS[unit], one)), None)


def _without_brackets(text: str) -> str:
    while (inner := re.sub("（[^（）]*）", "", text)) != text:
        text = inner
    return text
