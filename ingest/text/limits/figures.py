"""Numbers as sources print them, read exactly."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_PLAIN = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻", "0123456789+-")

#: 1,000 and 21 000 have groups of three; 0,5 and 1,48 a decimal comma; .5 no leading nought.
_MANTISSA = r"(?:\d{1,3}(?:,\d{3})+(?![\d])(?:\.\d+)?|[1-9]\d{0,2}(?: \d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)?|\.\d+)"
_POWER = rf"10\s?(?:[⁺⁻]?\s?[{_RAISED}]+|\^\s?\(?[+-]?\d+\)?)"
NUMBER = rf"(?:{_MANTISSA}\s?[×xX·*.]\s?{_POWER}|{_POWER}|{_MANTISSA}(?:[eE][+-]?\d+)?)"
"""A number without its sign."""

_NUMBER = re.compile(
    rf"(?:(?P<mantissa>{_MANTISSA})\s?[×xX·*.]\s?)?{_POWER.replace('10', '10(?P<base>)', 1)}"
)
_SCALE = {
    "thousand": 3,
    "million": 6,
    "billion": 9,
    "trillion": 12,
    "Millionen": 6,
    "Million": 6,
    "Milliarden": 9,
}
SCALE = "|".join(_SCALE)


def read_number(text: str, *, decimal_comma: bool = False) -> Decimal:
    """Return the exact value of a number as printed.

    Args:
        text: What `NUMBER` matched, perhaps with a sign before it or a word such as ``million`` after it.
        decimal_comma: A comma before three digits is a decimal one too, as in a source that writes 0,005.

    >>> read_number("1,48 × 10³"), read_number("21 000"), read_number("-3,500.5"), read_number("10⁻⁶")
    (Decimal('1480'), Decimal('21000'), Decimal('-3500.5'), Decimal('0.000001'))
    """
    text = text.strip()
    sign, text = ("-", text[1:].strip()) if text.startswith("-") else ("", text.lstrip("+± "))
    scale = 0
    for word, thousands in _SCALE.items():
        if text.endswith(word):
            text, scale = text.removesuffix(word).strip(), thousands
    found = _NUMBER.fullmatch(text)
    if found:
        power = re.sub(r"[\s^()]", "", text[found.end("base") :].translate(_PLAIN))
        text, scale = found["mantissa"] or "1", scale + int(power)
    return plain(Decimal(sign + _mantissa(text, decimal_comma)).scaleb(scale))


def quotient(first: Decimal, second: Decimal) -> Decimal | None:
    """Return a quotient that a decimal gives exactly; ``None`` for any other.

    >>> quotient(Decimal(1), Decimal(5000)), quotient(Decimal(1), Decimal("1.8"))
    (Decimal('0.0002'), None)
    """
    value = first / second
    return plain(value) if Fraction(value) * Fraction(second) == Fraction(first) else None


def plain(value: Decimal) -> Decimal:
    """Return the same value without exponent, as it would be written out."""
    return Decimal(f"{value:f}")


def _mantissa(text: str, decimal_comma: bool) -> str:
    text = text.replace(" ", "")
    grouped = re.fullmatch(r"[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?", text)
    if grouped and not decimal_comma:
        return text.replace(",", "")
    return (
        text.replace(",", ".")
        if text.count(",") == 1 and "." not in text
        else text.replace(",", "")
    )
