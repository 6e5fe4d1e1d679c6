"""What the words of a Japanese act name: its own articles, paragraphs and items, and acts that are held."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.law.assemble import Citation, Unit
from ingest.sources.jp_egov_law.numbers import BRANCHED, branched
from ingest.text.kanji import NUMERAL

_PATH = re.compile(
    rf"第(?P<article>{NUMERAL})条(?P<branch>(?:の{NUMERAL})*)(?:第(?P<paragraph>{NUMERAL})項)?(?:第(?P<item>{BRANCHED})号(?P<more>(?:の{NUMERAL})*))?"
    rf"|(?<![条次前同])第(?P<own>{NUMERAL})項(?:第(?P<ownitem>{BRANCHED})号)?|(?<![項条次前同律令則約示])第(?P<only>{BRANCHED})号"
    rf"|(?P<same>同(?:条|項|法|令|号|表)(?:第{NUMERAL}(?:条|項|号)(?:の{NUMERAL})*)*)|(?P<before>前(?:条|項|号))(?:第(?P<beforep>{NUMERAL})項)?(?:第(?P<beforei>{BRANCHED})号)?|(?P<next>次(?:条|項))(?:第(?P<nextp>{NUMERAL})項)?(?:第(?P<nexti>{BRANCHED})号)?|別表第(?P<table>{BRANCHED})"
)
_FOREIGN = re.compile(
    r"(?:[法令則律例程約書示」]|[律令則示号]）|（[^（）]*）|同[法令]|本則|という。）)(?:附則)?$"
)
_HELD = {
    "外国為替及び外国貿易法": "jp/324AC0000000228",
    "輸出貿易管理令": "jp/324CO0000000378",
    "外国為替令": "jp/355CO0000000260",
}
_LINK = re.compile(r"(?:、|及び|又は|若しくは|並びに|から|まで|イ|ロ|ハ|ニ|（[^（）]{0,40}）)*")
#: Items that stand in brackets behind a table are the table's.
_IN_TABLE = re.compile(r"別表第[^（）]{1,14}（[^）]*$")
_LAW = re.compile(r"(?:^|[^一-龥])法$")


def read_citations(units: Sequence[Unit], key: str) -> Iterator[Citation]:
    """Yield what each provision names; of another act, only where it is held."""
    known = {unit.notation for unit in units}
    for unit in units:
        chain = Chain(key)
        for found in _PATH.finditer(unit.words):
            target = chain.go_on(found, unit, known)
            if target and not _speaks_of_another(found, unit):
                yield Citation(
                    where=unit.notation, as_written=found[0], act=chain.act, target=target
                )


def _speaks_of_another(found: re.Match[str], unit: Unit) -> bool:
    """Say whether a mention is of words that are quoted, or, in a supplement, of the act that made the amendment."""
    ahead = unit.words[: found.start()]
    if ahead.count("「") > ahead.count("」"):
        return True
    return unit.notation.startswith("suppl/") and not (found["before"] or found["next"])


class Chain:
    """Mentions that follow each other with nothing but links between: what one leaves out, the one before says."""

    def __init__(self, key: str) -> None:
        self._key = key
        self.act = key
        self._end = -1
        self._article = self._paragraph = ""

    def go_on(self, found: re.Match[str], unit: Unit, known: set[str]) -> str:
        """Take the next mention; return the path that it means, empty where that is open."""
        words = unit.words
        if self._end < 0 or not _LINK.fullmatch(words[self._end : found.start()]):
            ahead = words[max(0, found.start() - 16) : found.start()]
            self.act = "" if found["same"] else _act(ahead, self._key)
            self._article, _ = _article(unit.notation)
            self._paragraph = _paragraph(unit.notation, self._article)
        self._end = found.end()
        in_table = found["only"] and _IN_TABLE.search(
            words[max(0, found.start() - 60) : found.start()]
        )
        if found["same"] or in_table:
            self.act = ""
        if not self.act or (self.act != self._key and not found["article"] and not found["table"]):
            return ""
        target = _target(
            found, unit, known, (self._article, self._paragraph), own=self.act == self._key
        )
        if found["article"]:
            self._article = "/".join(target.split("/")[: 2 + target.count("suppl/") * 2])
            self._paragraph = _paragraph(target, self._article)
        elif found["own"]:
            self._paragraph = "/".join([self._article, branched(found["own"]) or ""])
        return target


def _act(ahead: str, key: str) -> str:
    if ahead.endswith("以下「法」という。）"):
        return "jp/324AC0000000228"
    held = next((act for name, act in _HELD.items() if ahead.endswith(name)), "")
    if held:
        return held
    if _LAW.search(ahead):
        return "" if key == "jp/324AC0000000228" else "jp/324AC0000000228"
    return "" if _FOREIGN.search(ahead) else key


def _target(
    found: re.Match[str], unit: Unit, known: set[str], at: tuple[str, str], *, own: bool
) -> str:
    (article, paragraph), (here, base) = at, _article(unit.notation)
    if found["article"]:
        return _of_article(found, base if own else "", known)
    if found["table"]:
        return _of_table(found["table"], known if own else set())
    if not article:
        return ""
    if found["own"]:
        return _path(article, found["own"], found["ownitem"])
    if found["only"]:
        return _path(paragraph, found["only"])
    target = _relative(found["before"] or found["next"], unit.notation, here, known) if here else ""
    steps = (found[name] for name in ("beforep", "beforei", "nextp", "nexti"))
    return _path(target, *steps) if target else ""


def _path(above: str, *numbers: str | None) -> str:
    """Return a path with numbers below it; one that is not there is left out."""
    return "/".join([above, *(branched(number) or "" for number in numbers if number)])


def _of_article(found: re.Match[str], base: str, known: set[str]) -> str:
    """Return the path of an article with what is said below it: an item without a paragraph is of the first one."""
    first = "一" if found["item"] and not found["paragraph"] else found["paragraph"]
    item = f"{found['item']}{found['more']}" if found["item"] else None
    plain = _path("art", found["article"] + found["branch"], first, item)
    return f"{base}{plain}" if f"{base}{plain}" in known else plain


def _of_table(number: str, known: set[str]) -> str:
    """Return the path of a table: "別表第二の三五の項" is row 35 of table 2, where there is no table 2の35."""
    path = f"table/{(branched(number) or '').replace('_', '-')}"
    while known and path not in known and "-" in path:
        path = path.rpartition("-")[0]
    return path


def _relative(said: str, where: str, article: str, known: set[str]) -> str:
    """Return what 前条, 前項, 次項 and their like mean: the provision of its kind that stands next to this one."""
    rest = where.removeprefix(article).strip("/").split("/")
    paragraph = rest[0] if rest and rest[0] else "1"
    if said.endswith("項"):
        beside = int(paragraph) + (-1 if said[0] == "前" else 1) if paragraph.isdigit() else 0
        return f"{article}/{beside}" if beside > 0 else ""
    if said.endswith("号"):
        return ""  # which item is before this one follows from the list, not from its number
    stem = article.rpartition("/")[0]
    siblings = [
        name
        for name in known
        if name.rpartition("/")[0] == stem
        and re.fullmatch(r"\d+(?:_\d+)*", name.rpartition("/")[2])
    ]
    order = sorted(
        siblings, key=lambda name: [int(part) for part in name.rpartition("/")[2].split("_")]
    )
    if article not in order:
        return ""
    at = order.index(article) + (-1 if said[0] == "前" else 1)
    return order[at] if 0 <= at < len(order) else ""


def _article(where: str) -> tuple[str, str]:
    """Return the article that a provision is of, and what its path begins with."""
    base, sign, rest = where.rpartition("art/")
    if not sign:
        return "", ""
    return f"{base}art/{rest.partition('/')[0]}", base


def _paragraph(where: str, article: str) -> str:
    rest = where.removeprefix(article).strip("/")
    return f"{article}/{rest.partition('/')[0]}" if rest else f"{article}/1"
