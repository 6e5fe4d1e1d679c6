"""Units by UCUM code: exact factors, and which quantities can be compared at all."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from math import isqrt
from pathlib import Path
from typing import Any

_TABLE = Path(__file__).with_name("units.yml")
_STEP = re.compile(r"([./]?)((?:10\*\d+|[^./{}\d*-]+|\{[^}]*\})+?)(-?\d+(?:\.\d+)?)?(?=[./]|$)")


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit against the base of its kind: ``value * factor + offset`` is the value in base units."""

    kind: str
    """Only quantities of one kind can be compared."""

    factor: Fraction
    offset: Fraction = Fraction(0)


@cache
def exact(ucum: str) -> Unit | None:
    """Return a unit by its UCUM code, ``""`` for plain numbers; ``None`` where its factor is not known exactly.

    >>> exact("Cel").offset - Fraction("268.65"), exact("kPa").factor == exact("Pa").factor * 1000
    (Fraction(9, 2), True)
    >>> exact("GBq").kind == exact("Ci").kind, exact("Hz").kind == exact("Bq").kind
    (True, False)
    """
    told = _table()
    if ucum in told["scales"]:
        added, factor = map(_number, told["scales"][ucum])
        return Unit("K1", factor, added * factor)
    product = _product(ucum)
    if product is None:
        return None
    factor, powers = product
    own = told["own_kinds"].get(ucum)
    kind = own or ".".join(f"{name}{power}" for name, power in sorted(powers.items()) if power)
    return Unit(kind or "1", factor)


@cache
def _table() -> Mapping[str, Any]:
    import yaml

    told: Mapping[str, Any] = yaml.safe_load(_TABLE.read_text(encoding="utf-8"))
    return told


@cache
def _product(ucum: str) -> tuple[Fraction, Mapping[str, Fraction]] | None:
    """Return factor and powers of base units of a product of units."""
    factor, powers = Fraction(1), Counter[str]()
    for name, power in _steps(ucum):
        found = _atom(name)
        if found is None:
            return None
        raised = _raised(found[0], power)
        if raised is None:
            return None
        factor *= raised
        for base, of in found[1].items():
            powers[base] += of * power  # type: ignore[assignment]
    return factor, powers  # type: ignore[return-value]


def _steps(ucum: str) -> Iterator[tuple[str, Fraction]]:
    if ucum in _table()["derived"] or ucum in _table()["bases"] or not ucum:
        if ucum:
            yield ucum, Fraction(1)
        return
    for sign, name, power in _STEP.findall(ucum):
        yield name, Fraction(power or 1) * (-1 if sign == "/" else 1)


@cache
def _atom(name: str) -> tuple[Fraction, Mapping[str, Fraction]] | None:
    """Return one unit, perhaps with a prefix: first as it stands, so that ``min`` is no milli-inch."""
    told = _table()
    if name in told["bases"]:
        return Fraction(1), {name: Fraction(1)}
    if name in told["derived"]:
        factor, terms = told["derived"][name]
        base = _product(terms)
        return base and (base[0] * _number(factor), base[1])
    annotation = re.fullmatch(r"([A-Za-z]{0,2})\{([^}]*)\}", name)
    if annotation and annotation[1] in ("", *told["prefixes"]):
        scale = _number(told["prefixes"].get(annotation[1], 1))
        return scale, {f"{{{annotation[2]}}}": Fraction(1)}
    if qualified := re.fullmatch(r"([^{}]+)\{([^}]*)\}", name):
        plain = _atom(qualified[1])
        return plain and (plain[0], {**plain[1], f"{{{qualified[2]}}}": Fraction(1)})
    for length in (2, 1):
        scale = told["prefixes"].get(name[:length])
        if scale is not None and (rest := name[length:]) in {*told["bases"], *told["derived"]}:
            plain = _atom(rest)
            return plain and (plain[0] * _number(scale), plain[1])
    return None


def _raised(factor: Fraction, power: Fraction) -> Fraction | None:
    """Return an exact power; ``None`` where it is not rational."""
    if power.denominator == 1:
        return factor**power.numerator
    if power.denominator != 2:
        return None
    top, bottom = (isqrt(n) for n in (factor.numerator, factor.denominator))
    is_square = top**2 == factor.numerator and bottom**2 == factor.denominator
    return Fraction(top, bottom) ** power.numerator if is_square else None


def _number(told: float | str) -> Fraction:
    return Fraction(*map(Fraction, str(told).split("/"))) if told != "" else Fraction(1)
