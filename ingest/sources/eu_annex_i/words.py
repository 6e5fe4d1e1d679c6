"""Odd characters and words of Annex I, kept as data."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from graph.model.document import Issue
from graph.model.passage import MarkKind, Passage
from ingest.outline.said import Said
from ingest.sources.eu_annex_i.slips import read_slips
from ingest.text.codes import CODE

_ODD_QUOTES = re.compile(r"[“”″][^“”″]{0,40}[“”″]?")
_SEE_ALSO = re.compile(r"SEE ALSO (?P<target>[^.]*)")
_GLUED = re.compile(r"(?<![\w.])\d[A-E]\d{3}[a-z]\w?")


def find_oddities(said: Iterable[Said]) -> Iterator[Issue]:
    """Yield what is odd in the words: lost exponents, slips, unusual marks, a reference without target."""
    for part in said:
        for passage in part.passages:
            yield from _exponents(part.where, passage)
        words = part.words
        for slip in read_slips().oddities:
            if slip.stands in words:
                yield Issue(where=part.where, kind=slip.kind, value=slip.stands)
        for found in _ODD_QUOTES.finditer(words):
            yield Issue(where=part.where, kind="unusual-quotation-marks", value=found[0])
        for found in _GLUED.finditer(words):
            yield Issue(where=part.where, kind="glued-code", value=found[0])
        see = _SEE_ALSO.search(words)
        if see and "MILITARY GOODS" not in see["target"] and not CODE.search(see["target"]):
            yield Issue(where=part.where, kind="see-also-without-target", value=see["target"])


def _exponents(where: str, passage: Passage) -> Iterator[Issue]:
    words = passage.wording or ""
    for mark in passage.marks:
        if mark.kind is MarkKind.LOST_EXPONENT:
            end = mark.end - passage.start
            value = words[:end].rpartition(" ")[2].lstrip("(")
            yield Issue(where=where, kind="lost-exponent", value=value)
