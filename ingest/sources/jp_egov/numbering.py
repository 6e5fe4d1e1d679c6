"""Enumerators of Japanese law: 一, （一）, １, イ, 第一条, each with branches (の二), and the notation they give."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from graph.iroha import KANA, position
from ingest.text.kanji import NUMERAL, integer_of

BRANCHES = rf"(?:の{NUMERAL})*"
"""What may follow a number."""


class Form(Enum):
    """How an enumerator is written."""

    KANJI = "一"
    KANA = "イ"
    BRACKETS = "（一）"
    ARABIC = "１"


PATTERNS = {
    Form.BRACKETS: rf"（{NUMERAL}{BRANCHES}）",
    Form.KANA: rf"[{KANA}]{{1,2}}{BRANCHES}",
    Form.KANJI: rf"{NUMERAL}{BRANCHES}",
    Form.ARABIC: rf"[０-９]+(?:の(?:[０-９]+|{NUMERAL}))*",
}
"""Pattern of each form, without the blank after it."""

_FORMS = {form: re.compile(pattern) for form, pattern in PATTERNS.items()}


@dataclass(frozen=True, slots=True)
class Enumerator:
    """One enumerator: its form, and its number with branches."""

    form: Form
    numbers: tuple[int, ...]
    printed: str

    @property
    def step(self) -> str:
        """What it adds to the notation of the level above: ``(10_2)``, ``カ``, ``.1``."""
        if self.form is Form.KANA:
            kana = self.printed.partition("の")[0]
            return "_".join([kana, *map(str, self.numbers[1:])])
        number = joined(self.numbers)
        return f".{number}" if self.form is Form.ARABIC else f"({number})"


def read_enumerator(text: str) -> Enumerator | None:
    """Return the enumerator that a text is; ``None`` where it is none.

    >>> read_enumerator("（十の二）").step, read_enumerator("カ").step, read_enumerator("５の２").step
    ('(10_2)', 'カ', '.5_2')
    """
    for form, pattern in _FORMS.items():
        if pattern.fullmatch(text):
            head, *branches = text.strip("（）").split("の")
            first = position(head) if form is Form.KANA else integer_of(head)
            numbers = (first, *(integer_of(branch) for branch in branches))
            known = tuple(number for number in numbers if number is not None)
            return Enumerator(form, known, text) if len(known) == len(numbers) else None
    return None


def branched(text: str) -> str | None:
    """Return a number with branches as notations have it; ``None`` where it is none.

    >>> branched("三の二"), branched("一〇"), branched("十十")
    ('3_2', '10', None)
    """
    numbers = [integer_of(part) for part in text.split("の")]
    known = [number for number in numbers if number is not None]
    return joined(known) if len(known) == len(numbers) else None


def joined(numbers: tuple[int, ...] | list[int]) -> str:
    """Return a number and its branches as one: ``10_2``."""
    return "_".join(map(str, numbers))


def follows(numbers: tuple[int, ...], last: tuple[int, ...] | None) -> bool:
    """Say whether a number is one that may come next: 十の二 or 十一 after 十, 一 first.

    >>> follows((10, 2), (10,)), follows((11,), (10, 2)), follows((12,), (10,)), follows((1,), None)
    (True, True, False, True)
    """
    if last is None:
        return numbers == (1,)
    onward = {(*last[:at], last[at] + 1) for at in range(len(last))}
    return numbers in onward | {(*last, 2)}
