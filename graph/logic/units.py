"""Exact units: what a UCUM code is in base units, and which values may be compared at all.

A *kind* is more than a dimension: Hz, Bq and flop/s are all one by second, and no two of them are comparable. So the base units are those of
the SI and, beside them, whatever must not be turned into another: becquerel, gray, decibel, degree (no rational multiple of the radian) and
each annotation, ``{rms}`` or ``{pulse}``. What follows from them stands in ``units.csv``, each row with the source of its factor.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cache
from math import isqrt
from pathlib import Path

_TABLE = Path(__file__).parent / "units.csv"
_PREFIXES = {
    "Y": 24, "Z": 21, "E": 18, "P": 15, "T": 12, "G": 9, "M": 6, "k": 3, "h": 2,
    "d": -1, "c": -2, "m": -3, "u": -6, "n": -9, "p": -12, "f": -15,
}  # fmt: skip
_COMPONENT = re.compile(
    r"(?P<name>10\*|1(?!\d)|[^\d./(){}\[\]+-]*(?:\[[^\[\]]*\])?)(?P<power>[+-]?\d+(?:\.\d+)?)?(?P<note>\{[^{}]+\})?"
)
_SAME = {"{silicon}": "{Si}", "{RMS}": "{rms}", "{radians}": "", "{radian}": ""}
"""Annotations that say what another one says, or nothing that the unit does not say."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit in base units: ``value * factor + offset`` is the value in base units."""

    kind: str
    """Product of base units and annotations, such as ``kg.m-1.s-2``; ``1`` for counts, shares and ratios."""

    factor: Fraction
    offset: Fraction = Fraction(0)
    """Of a scale with a nought of its own: a *difference* of temperatures must not be converted with it."""


@dataclass(frozen=True, slots=True)
class _Row:
    factor: Fraction
    of: str
    offset: Fraction
    takes_prefixes: bool


@dataclass(frozen=True, slots=True)
class _Part:
    name: str
    power: Fraction
    note: str


class _UnknownUnitError(Exception):
    """A part of a code is in no row, or not rational."""


@cache
def exact(ucum: str) -> Unit | None:
    """Return what a UCUM code is in base units, ``""`` being plain numbers; ``None`` where that is not known or not rational.

    Shape:   a level (decibels to a reference) within a product is a kind of its own; a scale with its own nought counts as a
        difference there.

    >>> exact("[degF]")
    Unit(kind='K', factor=Fraction(5, 9), offset=Fraction(45967, 180))
    >>> [unit and unit.kind for unit in map(exact, ("deg/h0.5", "{flop}/s", "kHz", "kHz0.5"))]
    ['deg.s-0.5', 's-1.{flop}', 'Hz', None]
    """
    row = _rows().get(ucum)
    try:
        if row is not None or _prefixed(ucum) is not None:
            powers, factor = _atom(ucum, "")
            return Unit(_kind(powers), factor, row.offset if row else Fraction(0))
        parts = tuple(_parts(ucum))
        if any(part.name.startswith("dB[") or _is_level(part) for part in parts):
            return Unit(_level(ucum), Fraction(1))
        powers, factor = _multiplied(parts)
    except _UnknownUnitError:
        return None
    return Unit(_kind(powers), factor)


def convert(value: Decimal, ucum: str) -> tuple[str, Fraction] | None:
    """Return the kind of a quantity and its value in base units; ``None`` where the unit is not known exactly.

    >>> convert(Decimal("-268.65"), "Cel") == convert(Decimal("4.5"), "K")
    True
    """
    unit = exact(ucum)
    return (unit.kind, Fraction(value) * unit.factor + unit.offset) if unit else None


@cache
def _rows() -> Mapping[str, _Row]:
    with _TABLE.open(encoding="utf-8", newline="") as lines:
        return {
            row["code"]: _Row(
                _fraction(row["factor"]),
                row["of"],
                _fraction(row["offset"]),
                row["prefixes"] == "1",
            )
            for row in csv.DictReader(lines)
        }


@cache
def _base(row: _Row, code: str) -> tuple[Mapping[str, Fraction], Fraction]:
    """Return the base units of a row and its factor, as a difference."""
    if not row.of:
        return {code: Fraction(1)}, row.factor
    powers, factor = _multiplied(tuple(_parts(row.of)))
    return powers, factor * row.factor


def _parts(code: str) -> Iterator[_Part]:
    """Take a code apart, from left to right: a solidus concerns what comes right after it."""
    place, signs, sign = 0, [1], 1
    while place < len(code):
        match code[place]:
            case "." | "/" as joint:
                sign = -signs[-1] if joint == "/" else signs[-1]
            case "(":
                signs.append(sign)
            case ")":
                sign = signs.pop()
            case _:
                found = _COMPONENT.match(code, place)
                if found is None or not (found["name"] or found["note"]):
                    raise _UnknownUnitError(code)
                note = _SAME.get(found["note"] or "", found["note"] or "")
                yield _Part(found["name"], sign * Fraction(found["power"] or 1), note)
                place = found.end() - 1
        place += 1


def _multiplied(parts: tuple[_Part, ...]) -> tuple[Mapping[str, Fraction], Fraction]:
    powers, factor = defaultdict[str, Fraction](Fraction), Fraction(1)
    for part in parts:
        inner, times = _atom(part.name, part.note)
        for name, power in inner.items():
            powers[name] += power * part.power
        if part.note:
            powers[part.note] += Fraction(1) if _qualifies(part) else part.power
        factor *= _raised(times, part.power)
    return powers, factor


def _qualifies(part: _Part) -> bool:
    """Say whether an annotation says how something is measured, and is no count: nT{rms}, but not M{sample}."""
    return part.name in _rows() or _prefixed(part.name) is not None


def _atom(name: str, note: str) -> tuple[Mapping[str, Fraction], Fraction]:
    """Return the base units of one atom with its prefix; of a prefix alone before an annotation; of nothing."""
    if name in ("", "1"):
        return {}, Fraction(1)
    if name == "10*":
        return {}, Fraction(10)
    if name in _rows():
        return _base(_rows()[name], name)
    if (prefix := _prefixed(name)) is not None:
        powers, factor = _base(_rows()[name[1:]], name[1:])
        return powers, factor * prefix
    if name in _PREFIXES and note:
        return {}, Fraction(10) ** _PREFIXES[name]
    raise _UnknownUnitError(name)


def _prefixed(name: str) -> Fraction | None:
    """Return the factor of the prefix of a unit that is in the table; ``None`` where there is none."""
    row = _rows().get(name[1:])
    if row is None or not row.takes_prefixes or name[:1] not in _PREFIXES:
        return None
    return Fraction(10) ** _PREFIXES[name[0]]


def _raised(factor: Fraction, power: Fraction) -> Fraction:
    """Return a power that is rational; half powers of squares only."""
    if power.denominator == 1:
        return factor**power.numerator
    root = Fraction(isqrt(factor.numerator), isqrt(factor.denominator))
    if power.denominator != 2 or root**2 != factor:
        raise _UnknownUnitError(str(factor))
    return root**power.numerator


def _is_level(part: _Part) -> bool:
    return part.name == "dB" and part.note.startswith("{re")


def _level(code: str) -> str:
    """One spelling of a level: blanks of its reference do not count."""
    return code.replace("_", "").replace("{reference", "{re")


def _kind(powers: Mapping[str, Fraction]) -> str:
    told = (f"{name}{_figure(power)}" for name, power in sorted(powers.items()) if power)
    return ".".join(told) or "1"


def _fraction(told: str) -> Fraction:
    """Read 9.80665, 1e-19 or 45967/180."""
    above, _, below = told.partition("/")
    return Fraction(above) / Fraction(below or 1)


def _figure(power: Fraction) -> str:
    return "" if power == 1 else f"{Decimal(power.numerator) / power.denominator}"
