"""What the words of a Korean act name of the same act: articles (조), paragraphs (항), items (호)."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from ingest.law.assemble import Citation, Unit

_ITEM = r"제(?P<item>\d+)호(?:의(?P<itembranch>\d+))?"
_MENTION = re.compile(
    rf"(?P<other>「[^」]*」|같은 법)|(?:제(?P<article>\d+)조(?:의(?P<branch>\d+))?|(?P<same>같은 조))(?: ?제(?P<paragraph>\d+)항)?(?: ?{_ITEM})?"
    rf"|(?P<samein>같은 항)(?: ?{_ITEM.replace('P<', 'P<same')})?|제(?P<own>\d+)항(?: ?{_ITEM.replace('P<', 'P<own')})?|{_ITEM.replace('P<', 'P<only')}"
)
_LINK = re.compile(r"(?:[ ,ㆍ]|및|또는|부터|까지|과|와|중|각|항|호)*")


def read_citations(units: Sequence[Unit], key: str) -> Iterator[Citation]:
    """Yield what each provision names of its own act; what it names of another act is left to the one that holds it."""
    known = {unit.notation for unit in units}
    for unit in units:
        chain = Chain(unit, known)
        for found in _MENTION.finditer(unit.words):
            target = chain.go_on(found)
            if target:
                yield Citation(where=unit.notation, as_written=found[0], act=key, target=target)


class Chain:
    """Mentions of one provision in order: what one leaves out, those before it say."""

    def __init__(self, unit: Unit, known: Collection[str]) -> None:
        self._words, self._known = unit.words, known
        self._here = "/".join(unit.notation.split("/")[:2])
        self._within = "/".join(unit.notation.split("/")[:3])
        self._article = self._here
        self._paragraph = "" if self._within == self._here else self._within.rpartition("/")[2]
        self._end, self._foreign = -1, False

    def go_on(self, found: re.Match[str]) -> str:
        """Take the next mention; return the path that it means, empty where it is of another act."""
        between = self._words[max(self._end, 0) : found.start()]
        linked = self._end >= 0 and bool(_LINK.fullmatch(between))
        self._end = found.end()
        if found["other"]:
            self._foreign = True
            return ""
        if self._foreign and linked:
            return ""
        self._foreign = False
        quoted = self._words[: found.start()].count('"') % 2 == 1
        target = self._target(found, linked=linked)
        return "" if quoted else target

    def _target(self, found: re.Match[str], *, linked: bool) -> str:
        item = _step(found["item"], found["itembranch"])
        if found["article"] or found["same"]:
            if found["article"]:
                self._article = f"art/{_step(found['article'], found['branch'])}"
            self._paragraph = found["paragraph"] or ""
            return self._path(item)
        if found["samein"]:
            return self._path(_step(found["sameitem"], found["sameitembranch"]))
        if not linked:
            self._article, self._paragraph = self._here, ""
        if found["own"]:
            self._paragraph = found["own"]
            return self._path(_step(found["ownitem"], found["ownitembranch"]))
        item = _step(found["onlyitem"], found["onlyitembranch"])
        inside = self._within != self._here and f"{self._within}/{item}" in self._known
        if inside and not linked:
            self._paragraph = self._within.rpartition("/")[2]  # the one that the words stand in
        return self._path(item)

    def _path(self, item: str) -> str:
        return "/".join(step for step in (self._article, self._paragraph, item) if step)


def _step(number: str | None, branch: str | None) -> str:
    """Return a number with its branch as a step of a path.

    >>> _step("19", "3"), _step(None, None)
    ('19-3', '')
    """
    return f"{number or ''}-{branch}" if branch else number or ""
