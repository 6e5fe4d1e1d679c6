"""How one language says limits, as data: see the ``.yml`` beside this file."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from ingest.text.limits.figures import NUMBER, SCALE
from ingest.text.limits.units import unit_pattern

HERE = Path(__file__).parent
LANGUAGES = ("en", "de")


@dataclass(frozen=True, slots=True)
class Range:
    """Two numbers with a joint between them."""

    before: re.Pattern[str]
    joint: re.Pattern[str]
    lower: str
    upper: str


@dataclass(frozen=True, slots=True)
class Forms:
    """What one language writes around the number of a limit."""

    prefixes: tuple[tuple[re.Pattern[str], str], ...]
    suffixes: tuple[tuple[re.Pattern[str], str], ...]
    ranges: tuple[Range, ...]
    points: re.Pattern[str]
    equal: re.Pattern[str]
    follow: re.Pattern[str]
    quantity: re.Pattern[str]
    counted: re.Pattern[str]
    """A number in words."""

    smaller: re.Pattern[str]
    larger: re.Pattern[str]
    blanks: tuple[re.Pattern[str], ...]
    doubtful: re.Pattern[str]
    """Numbers that may mean two things."""


@cache
def forms(language: str) -> Forms:
    """Read the forms of one language."""
    told = yaml.safe_load((HERE / f"{language}.yml").read_text(encoding="utf-8"))
    filler, gap = told["filler"], told["gap"]

    def pattern(text: str) -> str:
        return text.replace("{aside}", f"(?:{told['asides']})").replace(" ", r"\s+")

    def before(text: str) -> re.Pattern[str]:
        start = r"(?<![\w-])" if text[:1].isalpha() or text.startswith("(?:") else ""
        return re.compile(rf"{start}(?:{pattern(text)}){pattern(filler)}\s*$", re.IGNORECASE)

    return Forms(
        prefixes=tuple((before(text), sign) for text, sign in told["prefixes"]),
        suffixes=tuple(
            (re.compile(rf"{pattern(gap)}\s*(?:{pattern(text)})", re.IGNORECASE), sign)
            for text, sign in told["suffixes"]
        ),
        ranges=tuple(
            Range(
                before(opening) if opening else re.compile(""),
                re.compile(rf"\s*(?:{pattern(joint)})\s*$", re.IGNORECASE),
                lower,
                upper,
            )
            for opening, joint, lower, upper in told["ranges"]
        ),
        points=re.compile(rf"(?:{pattern(told['points'])})\s*$", re.IGNORECASE),
        equal=re.compile(rf"\b(?:{pattern(told['equal'])})\s*$", re.IGNORECASE),
        follow=re.compile(rf"\s*{pattern(told['follow'])}\s*$", re.IGNORECASE),
        quantity=_quantity(),
        counted=re.compile(
            rf"(?<![\w-])(?:{'|'.join(told['words'])})(?![\w-])", re.IGNORECASE
        ),
        smaller=re.compile(told["smaller_is_better"], re.IGNORECASE),
        larger=re.compile(told["larger_is_better"], re.IGNORECASE),
        blanks=tuple(re.compile(text) for text in told["blanks"]),
        doubtful=re.compile(told["doubtful"]),
    )  # fmt: skip


def _quantity() -> re.Pattern[str]:
    number = rf"(?:{NUMBER})(?:\s(?:{SCALE})\b)?"
    return re.compile(
        rf"(?<![\w.,/'’⁰¹²³⁴⁵⁶⁷⁸⁹])(?<![A-Za-z)]-)(?<!\d:)(?P<number>(?:[+±-]\s?|-)?{number})(?![\d:])"
        rf"(?:[\s-]?(?P<unit>{unit_pattern()})|(?![\w'’]|-[A-Za-z]))"
    )
