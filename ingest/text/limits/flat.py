"""The words of one paragraph as one string, character for character beside its passages."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from graph.model.passage import MarkKind, Passage

_SAME = str.maketrans("\u00a0\u2009\u202f−–‑—μ✕∗⋅•", "   ----µ××··")
_RAISED = str.maketrans("0123456789+-−–=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁼⁽⁾ⁿⁱ")
_UNIT_OR_FACTOR = re.compile(r"(?:[×x·]\s*10|(?<!\w)10|[A-Za-zµ°])$")


@dataclass(frozen=True, slots=True)
class Flat:
    """One string; ``starts`` and ``origins`` lead from its characters back to the document."""

    text: str
    starts: tuple[int, ...]
    """Where each passage begins in the string."""

    origins: tuple[int, ...]
    """Where each begins in the canonical text of the document."""

    doubtful: frozenset[int]
    """Characters that may be an exponent, for all that the source tells."""

    def place(self, position: int) -> int:
        """Return where a character stands in the canonical text."""
        number = bisect_right(self.starts, position) - 1
        return self.origins[number] + position - self.starts[number]


def flat(passages: Iterable[Passage]) -> Flat:
    """Join the passages of a paragraph by blanks; exponents become superscripts, look-alikes one character.

    Shape:   each character stands for one of the passages, so that places are kept; passages without wording are left out.
    """
    text, starts, origins = "", list[int](), list[int]()
    doubtful: set[int] = set()
    for passage in passages:
        if passage.wording is None:
            continue
        text += " " if text else ""
        base = len(text)
        starts.append(base)
        origins.append(passage.start)
        characters = list(passage.wording.translate(_SAME))
        for mark in passage.marks:
            if mark.kind is MarkKind.SUB:
                continue
            first, last = mark.start - passage.start, mark.end - passage.start
            for i in range(first, last):
                characters[i] = characters[i].translate(_RAISED)
            before = "".join(characters[:first]).rstrip()
            if mark.kind is MarkKind.LOST_EXPONENT and not _told(
                before, "".join(characters[first:last])
            ):
                doubtful.update(range(base + first, base + last))
        text += "".join(characters)
    return Flat(text, tuple(starts), tuple(origins), frozenset(doubtful))


def _told(before: str, raised: str) -> bool:
    """Say whether the form alone proves that an exponent is meant: a factor, a unit, or a minus sign right after 10."""
    found = _UNIT_OR_FACTOR.search(before)
    return found is not None and (found[0] != "10" or raised.startswith("⁻"))
