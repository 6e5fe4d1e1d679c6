"""The language of a comparison: spelling, synonyms, comparators and lead-ins, from one table."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

Tokens = tuple[str, ...]

QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "‑": "-", "–": "-", "−": "-", "⁻": "-"})  # fmt: skip
TOKEN = re.compile(r"⟦\d+⟧|@[a-z0-9.]+|[^\W_]+(?:[.,/'·+][^\W_]+)*[+%°]?|[%°±≥≤<>=×]")
_TABLE = Path(__file__).with_name("english.yml")


@dataclass(frozen=True, slots=True)
class Grammar:
    """The table, compiled."""

    dropped: tuple[re.Pattern[str], ...]
    lead_ins: tuple[re.Pattern[str], ...]
    before: re.Pattern[str]
    after: re.Pattern[str]
    joined: re.Pattern[str]
    releases: tuple[re.Pattern[str], ...]
    precedence: re.Pattern[str]
    synonyms: tuple[tuple[re.Pattern[str], str], ...]
    spelling: tuple[tuple[re.Pattern[str], str], ...]
    silent: frozenset[str]
    glue: frozenset[str]
    negations: frozenset[str]


@cache
def grammar() -> dict[str, Any]:
    """Return the tables of the language."""
    import yaml

    told: dict[str, Any] = yaml.safe_load(_TABLE.read_text(encoding="utf-8"))
    return told


@cache
def compiled() -> Grammar:
    """Return the table, compiled once."""
    told = grammar()
    before = "|".join(told["comparators_before"])
    after = "|".join(told["comparators_after"])
    return Grammar(
        dropped=tuple(map(re.compile, told["dropped"])),
        lead_ins=tuple(map(re.compile, told["lead_ins"])),
        before=re.compile(rf"(?:^|(?<=[\s(,;]))(?:{before})(?: (?:an?|the|of|about|any))* ?(?=⟦)"),
        after=re.compile(rf"(?<=⟧)(?:{after})"),
        joined=re.compile(rf"(?<=⟧)(?:{told['joints']}) ?(?=⟦)"),
        releases=tuple(
            re.compile(one.replace("{subject}", told["subject"])) for one in told["releases"]
        ),
        precedence=re.compile(told["precedence"]),
        synonyms=tuple((re.compile(rf"\b{p}\b"), to) for to, p in told["synonyms"].items()),
        spelling=tuple((re.compile(p), to) for p, to in told["spelling"].items()),
        silent=frozenset(told["silent"]),
        glue=frozenset(told["glue"]),
        negations=frozenset(told["negations"]),
    )


@cache
def root(word: str) -> str:
    """Return a word in one spelling and one number.

    >>> [root(word) for word in ("fibres", "Aluminium", "utilising", "alloys", "analogue", "glass", "bodies")]
    ['fiber', 'aluminum', 'utilizing', 'alloy', 'analog', 'glass', 'body']
    """
    word = word.casefold().replace("-", "")
    if word[:1] == "@" or not word.isalpha():
        return word
    if word.endswith("ies") and len(word) > 4:
        word = f"{word[:-3]}y"
    elif word.endswith(("sses", "xes", "ches", "shes")):
        word = word[:-2]
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        word = word[:-1]
    for pattern, to in compiled().spelling:
        word = pattern.sub(to, word)
    return word


def tokens(text: str) -> Tokens:
    """Return the words of a phrase: spelling, number and articles do not count.

    >>> tokens("The “colour” of millimetre-wave Fibres, as well as"), tokens("a 'total processing performance'")
    (('color', 'of', 'millimeter', 'wave', 'fiber', 'as', 'well', 'as'), ('total', 'processing', 'performance'))
    """
    words = TOKEN.findall(plain(text))
    found = (root(word) for word in words)
    return tuple(word for word in found if word not in compiled().silent)


def plain(text: str) -> str:
    """Return a text in lower case, with look-alike characters as one."""
    told = unicodedata.normalize("NFKC", text.translate(QUOTES)).casefold()
    return re.sub(r"[_^]\{([^{}]*)\}", r"\1", told)


def trimmed(words: Sequence[str]) -> Tokens:
    """Return words without those at both ends that only join."""
    glue, first, last = compiled().glue, 0, len(words)
    while first < last and words[first] in glue:
        first += 1
    while last > first and words[last - 1] in glue:
        last -= 1
    return tuple(words[first:last])


def with_numbers(text: str, *, decimal_comma: bool) -> str:
    """Write the numbers that are no limits in one way."""
    if decimal_comma:
        text = re.sub(r"(?<=\d),(?=\d)", ".", text)
        return re.sub(r"(?<=\d) (?=\d{3}\b)", "", text)
    return re.sub(r"(?<=\d),(?=\d{3}\b)", "", text)
