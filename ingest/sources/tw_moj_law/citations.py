"""What the Chinese words of an act of Taiwan name: its own articles, paragraphs and items, and acts that are held."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.law.assemble import Citation, Unit
from ingest.text.kanji import NUMERAL, integer_of

_ACT = "tw/J0090004"
"""The Foreign Trade Act, which the orders below it call "this Act" (本法)."""

_HELD = {
    "戰略性高科技貨品輸出入管理辦法": "tw/J0090013",
    "貿易法施行細則": "tw/J0090011",
    "貨品輸出管理辦法": "tw/J0090008",
    "貿易法": _ACT,
}
_BELOW = rf"(?:第(?P<paragraph>{NUMERAL})項)?(?:第(?P<item>{NUMERAL})款)?"
_NAMED = rf"{'|'.join(_HELD)}|本(?:法|辦法|細則|標準)"
_MENTION = re.compile(
    rf"(?P<stop>。)|(?P<act>{_NAMED}|(?:(?!{_NAMED}|[第前同])[一-龥]){{1,12}}(?:法|條例|辦法|規則|準則)(?=第))"
    rf"|第(?P<article>{NUMERAL})條(?:之(?P<branch>{NUMERAL}))?{_BELOW}"
    rf"|(?P<same>同條){_BELOW.replace('P<', 'P<same')}"
    rf"|前(?P<articles>[二三四])?條{_BELOW.replace('P<', 'P<before')}"
    rf"|前(?P<paragraphs>[二三四])?項(?:第(?P<pitem>{NUMERAL})款)?"
    rf"|第(?P<own>{NUMERAL})項(?:第(?P<ownitem>{NUMERAL})款)?|第(?P<only>{NUMERAL})款"
)
_LINK = re.compile(r"(?:、|及|或|至|與|之|規定)*")


def read_citations(units: Sequence[Unit], key: str) -> Iterator[Citation]:
    """Yield what each provision names; of another act, only where it is held."""
    articles = [unit.notation for unit in units if re.fullmatch(r"art/[\d-]+", unit.notation)]
    for unit in units:
        chain = Chain(key, unit, articles)
        for found in _MENTION.finditer(unit.words):
            for act, target in chain.go_on(found):
                yield Citation(where=unit.notation, as_written=found[0], act=act, target=target)


class Chain:
    """Mentions of one provision in order: which act and article a mention leaves out, those before it say."""

    def __init__(self, key: str, unit: Unit, articles: Sequence[str]) -> None:
        self._key, self._words, self._articles = key, unit.words, articles
        parts = unit.notation.split("/")
        self._here = "/".join(parts[:2])
        self._place = int(parts[2]) if len(parts) > 2 else 1
        self._act, self._article, self._paragraph = key, self._here, self._place
        self._end = 0

    def go_on(self, found: re.Match[str]) -> Iterator[tuple[str, str]]:
        """Take the next mention; yield act and path of what it means."""
        linked = bool(_LINK.fullmatch(self._words[self._end : found.start()]))
        self._end = found.end()
        if found["stop"]:
            self._act = self._key
        elif found["act"]:
            self._act = self._named(found["act"])
        elif found["article"]:
            branch = f"-{integer_of(found['branch'])}" if found["branch"] else ""
            self._article = f"art/{integer_of(found['article'])}{branch}"
            yield from self._path(found["paragraph"], found["item"])
        elif found["same"]:
            yield from self._path(found["sameparagraph"], found["sameitem"])
        else:
            yield from self._relative(found, linked=linked)

    def _named(self, said: str) -> str:
        """Return the key of an act that is named; empty where it is not held."""
        if said == "本法":
            return _ACT
        return self._key if said.startswith("本") else _HELD.get(said, "")

    def _relative(self, found: re.Match[str], *, linked: bool) -> Iterator[tuple[str, str]]:
        if not linked:
            self._article, self._paragraph = self._here, self._place
        if not found["own"] and not found["only"]:
            self._act = self._key
        if found["only"]:
            number = integer_of(found["only"])
            yield from self._told(f"{self._article}/{self._paragraph}/{number}")
        elif found["own"]:
            if not linked:
                self._act = self._key
            yield from self._path(found["own"], found["ownitem"])
        elif found[0].startswith("前") and "條" in found[0]:
            yield from self._articles_before(found)
        else:
            count = integer_of(found["paragraphs"] or "一") or 1
            for paragraph in range(max(1, self._place - count), self._place):
                self._article, self._paragraph = self._here, paragraph
                item = f"/{integer_of(found['pitem'])}" if found["pitem"] else ""
                yield from self._told(f"{self._here}/{paragraph}{item}")

    def _articles_before(self, found: re.Match[str]) -> Iterator[tuple[str, str]]:
        if self._here not in self._articles:
            return
        at, count = self._articles.index(self._here), integer_of(found["articles"] or "一") or 1
        for article in self._articles[max(0, at - count) : at]:
            self._article = article
            yield from self._path(found["beforeparagraph"], found["beforeitem"])

    def _path(self, paragraph: str | None, item: str | None) -> Iterator[tuple[str, str]]:
        """Yield the article with what is said below it: an item without a paragraph is of the first one."""
        self._paragraph = (integer_of(paragraph) or 1) if paragraph else 1
        steps = [self._article]
        if paragraph or item:
            steps.append(f"{self._paragraph}")
        if item:
            steps.append(f"{integer_of(item)}")
        yield from self._told("/".join(steps))

    def _told(self, path: str) -> Iterator[tuple[str, str]]:
        if self._act:
            yield self._act, path
