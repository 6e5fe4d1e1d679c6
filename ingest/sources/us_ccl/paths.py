"""Paragraphs of an entry that its own words name: ``3A001.a.1 to a.3, .c (except c.2)``."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from ingest.sources.us_ccl.enumerators import next_step

_STEP = r"(?:[a-z]|\d{1,2})(?![A-Za-z0-9])"
_TOKEN = re.compile(
    rf"(?P<code>\d[A-E]\d{{3}})(?P<path>(?:\s?\.(?:\s(?=\d\.\w|[a-z] and))?{_STEP})*)"
    rf"|(?<![\w.])(?P<dotted>\.{_STEP}(?:\.\s?{_STEP})*)"
    rf"|(?<![\w.'’“])(?P<bare>(?!i\.e|e\.g)[a-z](?:\.{_STEP})*)(?![\w'’”-])"
)
_LINK = re.compile(r"[\s,;()]*(?:(?:and|or|to|through|except|for|in|paragraphs?)[\s,(]*)*")
_ASIDE = re.compile(r"^[^()]*\)|\([^()]*\)")
_LIST_GOES_ON = re.compile(r"\s*(?:$|[,;:.)(]|and |or |to |through |only)")
_RANGE = re.compile(r"\s*(?:to|through)\s*")
_EXCEPT = re.compile(r"\b(?:except|other than)\b", re.IGNORECASE)
_FILLER = re.compile(
    r"\b(?:the|entire|entry|and|or|except|for|paragraphs?|of|this|only|to|through|items|controlled|by|in|ECCN)\b"
    r"|[\s,;:.()]+",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Paths:
    """What some words say of the paragraphs of their entry."""

    included: tuple[str, ...]
    excluded: tuple[str, ...]
    unknown: tuple[str, ...]
    """Named paragraphs that the entry does not have."""

    qualified: bool
    """There are further words, or another entry is named."""


def read_paths(text: str, entry: str, known: Collection[str]) -> Paths:
    """Read the paragraphs of an entry that some words name, ranges as their members.

    >>> known = {"1A001.a", "1A001.a.1", "1A001.a.2", "1A001.b", "1A001.c"}
    >>> read_paths("entire entry, except 1A001.a.1 to a.2 and .c", "1A001", known)
    Paths(included=(), excluded=('1A001.a.1', '1A001.a.2', '1A001.c'), unknown=(), qualified=False)
    >>> read_paths("“software” for 2A001.b", "1A001", known).qualified
    True
    """
    reader = _Reader(entry)
    reader.read(text)
    named = reader.included + reader.excluded
    return Paths(
        included=_present(reader.included, known),
        excluded=_present(reader.excluded, known),
        unknown=tuple(sorted({name for name in named if name not in known})),
        qualified=reader.qualified,
    )


def _present(names: list[str], known: Collection[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in names if name in known))


class _Reader:
    def __init__(self, entry: str) -> None:
        self._entry = entry
        self._owner = entry
        self._last: tuple[str, ...] = ()
        self._listed = False
        """The token before was a path, so that a bare letter can continue the list."""

        self._depth = 0
        self._outside: int | None = None
        """Depth of brackets at which an exception began; ``None`` outside one."""

        self.included: list[str] = []
        self.excluded: list[str] = []
        self.qualified = False

    def read(self, text: str) -> None:
        at = 0
        for found in _TOKEN.finditer(text):
            between = text[at : found.start()]
            if found["bare"] and not self._continues(found["bare"], between, text[found.end() :]):
                continue
            self._pass(between)
            self._token(found, between)
            at = found.end()
        self._pass(text[at:])

    def _continues(self, bare: str, between: str, after: str) -> bool:
        between = _ASIDE.sub("", between)
        if not _LINK.fullmatch(between) or not (self._listed or "paragraph" in between):
            return False
        return "." in bare or _LIST_GOES_ON.match(after) is not None

    def _pass(self, between: str) -> None:
        if _FILLER.sub("", between):
            self.qualified = True
        for char in re.finditer(rf"[()]|{_EXCEPT.pattern}", between, re.IGNORECASE):
            if char[0] == "(":
                self._depth += 1
            elif char[0] == ")":
                self._depth -= 1
                if self._outside is not None and self._depth < self._outside:
                    self._outside = None
            elif self._outside is None:
                self._outside = self._depth

    def _token(self, found: re.Match[str], between: str) -> None:
        raw = found["path"] if found["code"] else found["dotted"] or found["bare"]
        path = tuple(step for step in re.split(r"[.\s]+", raw) if step)
        if found["code"]:
            self._owner = found["code"]
        elif path[0].isdigit() and self._last:
            path = (*self._last[: -len(path)], *path)
        self._listed = bool(path)
        if self._owner != self._entry:
            self.qualified = True
            self._last = path
            return
        if not path:
            return
        names = self.included if self._outside is None else self.excluded
        if _RANGE.fullmatch(between) and self._last[:-1] == path[:-1] and self._last:
            names += [self._name(between_) for between_ in _between(self._last, path)]
        names.append(self._name(path))
        self._last = path

    def _name(self, path: tuple[str, ...]) -> str:
        return ".".join((self._entry, *path))


def _between(first: tuple[str, ...], last: tuple[str, ...]) -> list[tuple[str, ...]]:
    found: list[tuple[str, ...]] = []
    step = next_step(first[-1])
    while step is not None and step != last[-1] and len(found) < 40:
        found.append((*first[:-1], step))
        step = next_step(step)
    return found if step == last[-1] else []
