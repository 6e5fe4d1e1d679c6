"""Numbers in kanji, exact: by position (一〇), with 十百千 (十), 、 between thousands, ・ as the point, 分の."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

DIGITS = "〇一二三四五六七八九"
NUMERAL = f"[{DIGITS}十百千]+"
"""Pattern of an integer as law writes one in a reference."""

_PLAIN = str.maketrans(f"{DIGITS}・", "0123456789.", "、")
_POSITIONAL = re.compile(r"\d+(?:\.\d+)?")
_NAMED = re.compile(r"(?:(\d?)千)?(?:(\d?)百)?(?:(\d?)十)?(\d?)(?:\.\d+)?")
_MYRIADS = (("兆", 10**12), ("億", 10**8), ("万", 10**4))
_UNITS = (1000, 100, 10)


def integer_of(text: str) -> int | None:
    """Return the integer that a text is; ``None`` where it is none.

    >>> integer_of("一〇"), integer_of("十"), integer_of("二十五"), integer_of("十〇")
    (10, 10, 25, None)
    """
    number = number_of(text)
    return int(number) if number is not None and number == number.to_integral_value() else None


def number_of(text: str) -> Decimal | None:
    """Return the number that a text is, with the digits as printed; ``None`` where it is none.

    >>> number_of("五、〇〇〇"), number_of("一・五〇"), number_of("二億五千万")
    (Decimal('5000'), Decimal('1.50'), Decimal('250000000'))
    >>> number_of("１２")
    Decimal('12')
    """
    rest, total, whole = text.translate(_PLAIN), Decimal(0), False
    for sign, value in _MYRIADS:
        head, found, tail = rest.partition(sign)
        if found:
            part = _below_myriad(head)
            if part is None:
                return None
            total, rest, whole = total + part * value, tail, True
    if whole and not rest:
        return total
    part = _below_myriad(rest)
    return None if part is None else total + part


def ratio_of(text: str) -> Fraction | None:
    """Return the quotient that a text is; ``None`` where it is none.

    >>> ratio_of("五、〇〇〇分の一"), ratio_of("千分の二・五"), ratio_of("三")
    (Fraction(1, 5000), Fraction(1, 400), None)
    """
    below, found, above = text.partition("分の")
    numerator, denominator = number_of(above), number_of(below)
    if not found or numerator is None or not denominator:
        return None
    return Fraction(numerator) / Fraction(denominator)


def _below_myriad(text: str) -> Decimal | None:
    if _POSITIONAL.fullmatch(text):
        return Decimal(text)
    found = _NAMED.fullmatch(text)
    if not found or not text or not re.search("[千百十]", text) or found[4] == "0":
        return None
    digits = found.groups()[:3]
    if "0" in digits:
        return None
    named = (
        unit * int(digit or 1)
        for unit, digit in zip(_UNITS, digits, strict=True)
        if digit is not None
    )
    ending = text.rpartition(".")[2] if "." in text else ""
    return Decimal(f"{sum(named) + int(found[4] or 0)}{'.' if ending else ''}{ending}")
