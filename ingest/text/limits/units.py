"""Units as sources write them, and what UCUM calls them."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

_TABLE = Path(__file__).parent / "units.tsv"
_PREFIXES = {p: p for p in ("Y", "Z", "E", "P", "T", "G", "M", "k", "h", "d", "c", "m", "µ", "n", "p", "f")} | {
    "µ": "u", "u": "u", "K": "k",
    "kilo": "k", "mega": "M", "Mega": "M", "giga": "G", "Giga": "G", "tera": "T", "Tera": "T", "micro": "u", "milli": "m", "nano": "n", "pico": "p",
}  # fmt: skip
_JAPANESE = {
    "キロ": "k", "メガ": "M", "ギガ": "G", "テラ": "T", "ペタ": "P", "ヘクト": "h", "センチ": "c",
    "ミリ": "m", "マイクロ": "u", "ナノ": "n", "ピコ": "p", "フェムト": "f",
}  # fmt: skip
_SHAPES = {"平方": "2", "立方": "3"}
_POWER = r"(?:\s?[⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)"
_PLAIN = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻", "0123456789+-")
_QUALIFIER = r"(?:\s?\((?:Si|silicon|rms|RMS|radians?|radius|SiO₂|tissue|(?:reference|re|ref\.?):? [^()]*)\))"


@cache
def _rows() -> tuple[dict[str, str], ...]:
    with _TABLE.open(encoding="utf-8", newline="") as lines:
        return tuple(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


@cache
def atoms() -> dict[str, str]:
    """Return every spelling of a single unit with its UCUM code, prefixes put before those that take them."""
    return _spelled(row for row in _rows() if not row["about"])


def is_japanese(spelling: str) -> bool:
    """Say whether a spelling has kana or kanji."""
    return re.search("[ァ-ヶ一-龠％]", spelling) is not None


@cache
def _told_apart() -> tuple[tuple[re.Pattern[str], dict[str, str]], ...]:
    """Return spellings that mean something else where a limit is about certain things."""
    rows = [row for row in _rows() if row["about"]]
    return tuple((re.compile(row["about"], re.IGNORECASE), _spelled([row])) for row in rows)


def _spelled(rows: Iterable[dict[str, str]]) -> dict[str, str]:
    rows = tuple(rows)
    plain = {row["spelling"]: row["ucum"] for row in rows}
    prefixed = {
        f"{prefix}{row['spelling']}": f"{code}{row['ucum']}"
        for row in rows
        if row["prefix"]
        for prefix, code in (_JAPANESE if row["prefix"] == "ja" else _PREFIXES).items()
    }
    shaped = {
        f"{shape}{prefix}メートル": f"{code}m{power}"
        for shape, power in _SHAPES.items()
        for prefix, code in {"": "", **_JAPANESE}.items()
        if "メートル" in plain
    }
    return prefixed | plain | shaped


@cache
def unit_pattern() -> str:
    """Return a regular expression of a unit: spellings, powers, quotients and products."""
    words = sorted((word for word in atoms() if not is_japanese(word)), key=len, reverse=True)
    end = r"(?![A-Za-zµ]|(?<=[a-z])-[a-z])"
    atom = rf"(?:(?:{'|'.join(map(re.escape, words))}){end}{_POWER}?{_QUALIFIER}?)"
    apart = r"(?:\s?/\s?|\s?[·×*]\s?|(?<=\w)[.-](?=[A-Za-z])|\s(?:per|in a)\s|\s(?![a-ln-z]\b(?![⁺⁻⁰¹²³⁴⁵⁶⁷⁸⁹])))"
    share = rf"(?:%|percent|per cent)(?:(?:\s?/\s?|\sper\s){atom})?"  # "90 % degree" is no product
    return rf"(?:{share}|(?:/\s?|per\s)?{atom}(?:{apart}{atom}){{0,4}})"


@cache
def _atom() -> re.Pattern[str]:
    words = sorted(atoms(), key=len, reverse=True)
    return re.compile(rf"({'|'.join(map(re.escape, words))})(?![A-Za-zµ])({_POWER}?)")


def ucum(written: str, about: str = "") -> str:
    """Return the UCUM code of a unit as written; empty where a part of it is not known.

    Args:
        written: The unit.
        about: What is measured: an acceleration of 10 g is no mass.

    >>> ucum("kW/m³"), ucum("liters per hour"), ucum("kg N⁻¹ h⁻¹"), ucum("W/kWh")
    ('kW/m3', 'L/h', 'kg.N-1.h-1', 'W/(kW.h)')
    >>> ucum("平方センチメートル"), ucum("ワット時毎キログラム")
    ('cm2', 'W.h/kg')
    >>> ucum("g"), ucum("g", "linear acceleration levels")
    ('g', '[g]')
    """
    other: dict[str, str] = {}
    for pattern, told in _told_apart():
        other |= told if pattern.search(about) else {}
    opening = re.match(r"(?:/|per\b)\s?", written)
    code, rest, joint = ("/", written[opening.end() :], "") if opening else ("", written, "")
    while rest:
        found = _atom().match(rest)
        if found is None:
            return ""
        atom = other.get(found[1], atoms()[found[1]])
        code += (
            joint
            + (f"({atom})" if joint == "/" and "." in atom else atom)
            + found[2].strip().translate(_PLAIN)
        )
        rest = rest[found.end() :]
        qualifier = re.match(_QUALIFIER, rest)
        if qualifier:
            code += "{" + re.sub(r"\W+", "_", qualifier[0].strip(" ()")) + "}"
            rest = rest[qualifier.end() :]
        between = re.match(r"\s?(/|per\b|in a\b|毎|[·×*.-])?\s?", rest)
        assert between is not None  # noqa: S101  everything in it is optional
        joint = "/" if between[1] and between[1] in "/ per in a 毎" else "."
        rest = rest[between.end() :]
    return code
