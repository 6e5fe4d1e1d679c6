"""Mentions of rows of an annexed table: 輸出令別表第一の四から一五までの項, 五の項（十六）."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from ingest.sources.jp_egov.numbering import BRANCHES, PATTERNS, Form, branched
from ingest.text.kanji import NUMERAL

LISTS: Mapping[tuple[str, str], tuple[str, str]] = MappingProxyType(
    {
        ("輸出貿易管理令", "別表第一"): ("jp-etco-1", "1-"),
        ("輸出令", "別表第一"): ("jp-etco-1", "1-"),
        ("外国為替令", "別表"): ("jp-feto", ""),
        ("外為令", "別表"): ("jp-feto", ""),
    }
)
"""Order and table to the list, and to what its rows begin with."""

OWN: Mapping[str, tuple[str, str]] = MappingProxyType(
    {"jp-etco-1": ("jp-etco-1", "1-"), "jp-feto": ("jp-feto", "")}
)
"""What a row without a table is of, in the tables themselves."""

JOIN = r"(?:まで)?(?:、|及び|並びに|又は|若しくは|から)"
_ROW = rf"{NUMERAL}{BRANCHES}"
_SUB = rf"{PATTERNS[Form.BRACKETS]}(?:[０-９]+(?:の[０-９]+)?(?![０-９・、]))?"
_MENTION = re.compile(
    rf"(?:(?P<law>輸出貿易管理令|輸出令|外国為替令|外為令)(?:（[^（）]*）)?)?"
    rf"(?:(?P<table>別表(?:第{NUMERAL}(?:の{NUMERAL})*?)?)の)?"
    rf"(?P<rows>{_ROW}(?:{JOIN}{_ROW})*(?:まで)?)の項"
    rf"(?P<subs>{_SUB}(?:{JOIN}{_SUB})*(?:まで)?)?"
)
_JOINED = re.compile(JOIN)
_MEMBER = re.compile(rf"(?P<one>{_SUB}|{_ROW})(?P<join>{JOIN})?")


@dataclass(frozen=True, slots=True)
class RowMention:
    """One row or sub-item that words name, at its place."""

    start: int
    end: int
    as_written: str
    target_list: str
    targets: tuple[str, ...]


def find_rows(
    text: str, own: tuple[str, str] | None, known: tuple[str, ...]
) -> Iterator[RowMention]:
    """Yield the rows and sub-items that a text names.

    Args:
        text: words of one paragraph.
        own: list and prefix of a row that names no table; ``None`` where such a row is none of ours.
        known: notations of the text's own list, in order: a range gives those that exist.
    """
    place, end = own, 0
    for found in _MENTION.finditer(text):
        goes_on = place is not None and bool(_JOINED.fullmatch(text, end, found.start()))
        if not goes_on or found["law"] or found["table"]:
            place = _place(found["law"], found["table"], own)
        end = found.end()
        if place is None:
            continue
        key, prefix = place
        members = known if own is not None and key == own[0] else ()
        targets = tuple(series(found["rows"], prefix, members))
        if found["subs"] and len(targets) == 1:
            targets = tuple(series(found["subs"], targets[0], members))
        yield RowMention(found.start(), found.end(), found[0], key, targets)


def _place(
    law: str | None, table: str | None, own: tuple[str, str] | None
) -> tuple[str, str] | None:
    """Return the list that a row is of, and what its rows begin with; ``None`` where it is none of ours."""
    if law is not None:
        return LISTS.get((law, table or ""))
    return own if table is None or (own == OWN["jp-etco-1"] and table == "別表第一") else None


def series(text: str, base: str, known: tuple[str, ...]) -> Iterator[str]:
    """Yield the members of 一、二及び四から一五まで; a range gives those known, else each number between.

    >>> list(series("一、二及び四から六まで", "1-", ()))
    ['1-1', '1-2', '1-4', '1-5', '1-6']
    >>> list(series("（一）から（二）まで", "9", ("9(1)", "9(1_2)", "9(2)", "9(3)")))
    ['9(1)', '9(1_2)', '9(2)']
    """
    before, join = "", ""
    for found in _MEMBER.finditer(text):
        step = _step(found["one"])
        if step is None:
            continue
        if "から" in join:
            yield from between(before, base + step, known)
        yield base + step
        before, join = base + step, found["join"] or ""


def between(first: str, last: str, known: tuple[str, ...]) -> Iterator[str]:
    """Yield what a range has between its ends: those known, of the same level; else each number.

    >>> list(between("1-4", "1-7", ()))
    ['1-5', '1-6']
    """
    if first in known and last in known:
        inside = known[known.index(first) + 1 : known.index(last)]
        yield from (one for one in inside if _level(one) == _level(first))
        return
    start, end = _NUMBERED.fullmatch(first), _NUMBERED.fullmatch(last)
    if start and end and start["before"] == end["before"]:
        numbers = range(
            int(start["number"]) + 1, min(int(end["number"]), int(start["number"]) + 100)
        )
        yield from (f"{start['before']}{number}{start['after']}" for number in numbers)


_NUMBERED = re.compile(r"(?P<before>.*?)(?P<number>\d+)(?P<after>\)?)")


def _step(text: str) -> str | None:
    head, bracket, rest = text.partition("）")
    number = branched(head.strip("（"))
    if not bracket or number is None:
        return number
    return f"({number})" + (f".{branched(rest)}" if rest else "")


def _level(notation: str) -> str:
    """Return what two notations of one level share."""
    return re.sub(r"[\d_]+(?=\)?$)|[ア-ン]+$", "0", notation)
