"""Quantities in a text: numbers with their units, where they stand; what holds no limits is passed over."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from ingest.text.limits.figures import quotient, read_number
from ingest.text.limits.forms import Forms

_FORMULA = re.compile(
    r"\s?[×x]\s?10|\s?(?:(?:multiplied by|divided by|times)\b|[+*×·]\s?(?:[A-Zλ]\b|\(|[a-z]\b))|(?<=\d)\s?[/÷]\s?(?:[A-Zλ]\b|\(|[a-z]\b)"
)
_SYMBOLIC = re.compile(r"λ\s?/\s?\d+")
_PARTS = re.compile(
    r"(?<![\w.,])(?P<first>\d+) parts? (?:in|[a-z]+ to) (?P<second>\d+(?:[, ]\d{3})*)(?!\w)"
)
_RATIO = re.compile(
    r"(?<![\w.:/])(?P<first>\d{1,3}(?:,\d{3})+|\d+(?:[.,]\d+)?)\s?:\s?(?P<second>\d+(?:[, ]\d{3})*(?:[.,]\d+)?)(?![\w:])"
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit, where it stands."""

    start: int
    end: int
    value: Decimal | None
    unit: str


def blanked(text: str, how: Forms) -> str:
    """Return the text with what holds no limits made unreadable, places kept."""
    for pattern in how.blanks:
        text = pattern.sub(lambda match: "¤" * len(match[0]), text)
    return text


def quantities_in(
    text: str, blank: str, how: Forms, doubtful: frozenset[int], decimal_comma: bool
) -> Iterator[Quantity]:
    """Yield every number of a text with its unit; ratios and shares are quotients, formulas have no value."""
    ratios = [*_RATIO.finditer(blank), *_PARTS.finditer(blank)]
    yield from map(_ratio, ratios)
    for match in _SYMBOLIC.finditer(blank):
        yield Quantity(match.start(), match.end(), None, "")
    for match in how.quantity.finditer(blank):
        if any(ratio.start() <= match.start() < ratio.end() for ratio in ratios):
            continue
        unsure = not doubtful.isdisjoint(range(*match.span("number")))
        unsure = unsure or how.doubtful.search(match["number"]) is not None
        formula = _FORMULA.match(blank, match.end()) is not None
        value = None
        if not (unsure or formula):
            value = read_number(match["number"], decimal_comma=decimal_comma)
        yield Quantity(match.start(), match.end(), value, _unit(text, match))


def _ratio(match: re.Match[str]) -> Quantity:
    """Read 1:5000 as 0.0002; a quotient that no decimal gives exactly has no value."""
    first, second = read_number(match["first"]), read_number(match["second"])
    return Quantity(match.start(), match.end(), quotient(first, second) if second else None, "")


def _unit(text: str, match: re.Match[str]) -> str:
    written = text[match.start("unit") : match.end("unit")] if match["unit"] else ""
    return re.sub(r"\s(?=[⁺⁻⁰¹²³⁴⁵⁶⁷⁸⁹])", "", written)
