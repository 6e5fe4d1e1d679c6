"""Limits in Japanese: a number in kanji, a unit in katakana, and the comparator after both."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from typing import Any

import yaml

from graph.model.limit import Comparator
from ingest.text.kanji import number_of, ratio_of
from ingest.text.limits.figures import plain, quotient
from ingest.text.limits.find import Found
from ingest.text.limits.forms import HERE
from ingest.text.limits.units import atoms, is_japanese

_DIGIT = "〇一二三四五六七八九"
_PLAIN = rf"(?:[{_DIGIT}]{{1,3}}(?:、[{_DIGIT}]{{3}})+|[{_DIGIT}十百千万億兆]+)[百千万億兆]*(?:・[{_DIGIT}]+)?"
_NUMBER = rf"{_PLAIN}(?:分の{_PLAIN})?(?:の(?:マイナス)?{_PLAIN}乗)?"
_POWER = re.compile(rf"(?P<base>{_PLAIN})の(?P<sign>マイナス)?(?P<power>{_PLAIN})乗")
_BRACKET = re.compile(r"（(?:[^（）]|（[^（）]*）)*）")
LONGEST = 24
"""Characters that a phrase may have: a name, never a sentence."""


@dataclass(frozen=True, slots=True)
class _Forms:
    quantity: re.Pattern[str]
    suffixes: tuple[tuple[re.Pattern[str], Comparator], ...]
    blank: re.Pattern[str]
    joint: re.Pattern[str]
    lower: re.Pattern[str]
    upper: re.Pattern[str]
    passed: re.Pattern[str]
    left: re.Pattern[str]
    strip: re.Pattern[str]
    right: re.Pattern[str]
    nameless: re.Pattern[str]
    condition: re.Pattern[str]
    degrees: re.Pattern[str]


@cache
def _forms() -> _Forms:
    told: dict[str, Any] = yaml.safe_load((HERE / "ja.yml").read_text(encoding="utf-8"))
    unit = "|".join(map(re.escape, sorted(filter(is_japanese, atoms()), key=len, reverse=True)))

    def per(name: str) -> str:
        return str(told["per"]).replace("{name}", name).replace("{unit}", unit)

    return _Forms(
        quantity=re.compile(
            rf"{per('first')}{per('second')}(?:{told['every']})?(?<![{_DIGIT}・十百千万億兆第])(?P<scale>摂氏)?(?P<sign>{told['negative']})?(?P<number>{_NUMBER})"
            rf"(?P<unit>(?:{unit})(?:毎?(?:{unit})){{0,3}})?(?:{told['counters']})?"
        ),
        suffixes=tuple((re.compile(text), Comparator(sign)) for text, sign in told["suffixes"]),
        blank=re.compile(told["blank"]),
        joint=re.compile(told["joint"]),
        lower=re.compile(told["from"]),
        upper=re.compile(told["to"]),
        passed=re.compile(told["passed"]),
        **{name: re.compile(text) for name, text in told["phrases"].items()},
    )  # fmt: skip


def read_japanese(text: str) -> tuple[tuple[Found, str, str], ...]:
    """Return each limit that a Japanese text states, with what it is about and where it is measured.

    >>> [(f.comparator.value, str(f.value), f.unit, about) for f, about, _ in read_japanese("三ギガヘルツを超え六・八ギガヘルツ以下の動作周波数")]
    [('>', '3', 'ギガヘルツ', '動作周波数'), ('<=', '6.8', 'ギガヘルツ', '動作周波数')]
    >>> [(str(f.value), f.unit, f.alternative) for f, *_ in read_japanese("飽和出力値が五ワット（三七ディービーエム）を超えるもの")]
    [('5', 'ワット', False), ('37', 'ディービーエム', True)]
    """
    text = _forms().blank.sub(lambda match: "¤" * len(match[0]), text)
    found = tuple(_limits(text))
    told = [_degrees(text, one) or _before(text, one) for one in found]
    for i in range(1, len(found)):
        told[i] = told[i] or (told[i - 1] if _joined(text, found[i - 1], found[i]) else "")
    told = [about or _after(text, one) for about, one in zip(told, found, strict=True)]
    for i in range(len(found) - 1, 0, -1):
        told[i - 1] = told[i - 1] or (told[i] if _joined(text, found[i - 1], found[i]) else "")
    return tuple(
        (one, about[-LONGEST:], _condition(text, one)) for one, about in zip(found, told, strict=True)
    )  # fmt: skip


def _limits(text: str) -> Iterator[Found]:
    forms, lower, last = _forms(), None, None
    for match in forms.quantity.finditer(text):
        found = _by_the_same(text, _quantity(match), last)
        is_number = found.value is not None or "分の" in match["number"]
        if last is not None and last.unit and last.end == found.opening:  # a year, six months
            found = replace(found, value=None)
        last = found
        if not is_number or forms.passed.match(text, match.end()):
            continue
        if lower is not None and found.unit and forms.upper.match(text, found.end):
            yield replace(lower, comparator=Comparator.AT_LEAST, unit=lower.unit or found.unit)
            yield replace(found, comparator=Comparator.AT_MOST)
            lower = None
            continue
        lower = found if forms.lower.match(text, found.end) else None
        sign = _sign(text, found)
        if sign is not None:
            found = replace(found, comparator=sign)
            yield found
            yield from _again(text, found)


def _quantity(match: re.Match[str]) -> Found:
    unit = f"{match['scale'] or ''}{match['unit'] or ''}"
    by = [match[name] for name in ("first", "second", "every") if match[name]] if unit else []
    value = _value(match["number"])
    return Found(
        match.start("number"),
        match.end(),
        Comparator.EQUAL,
        -value if value is not None and match["sign"] else value,
        "毎".join([unit, *by]),
        opening=match.start(),
    )


def _by_the_same(text: str, found: Found, last: Found | None) -> Found:
    """Give the other end of a range the time by which the first is meant: "per hour 0.4 kg or more, 400 kg or less"."""
    if last is None or not found.unit or not last.unit.startswith(f"{found.unit}毎"):
        return found
    between = _BRACKET.sub("", text[last.end : max(last.end, found.opening)])
    return replace(found, unit=last.unit) if _forms().joint.fullmatch(between) else found


def _value(text: str) -> Decimal | None:
    """Read a number, a quotient that a decimal gives exactly, or a power."""
    power = _POWER.fullmatch(text)
    if power:
        base, exponent = number_of(power["base"]), number_of(power["power"])
        if base is None or exponent is None:
            return None
        return plain(base ** int(-exponent if power["sign"] else exponent))
    if "分の" not in text:
        return number_of(text)
    ratio = ratio_of(text)
    return quotient(Decimal(ratio.numerator), Decimal(ratio.denominator)) if ratio else None


def _sign(text: str, found: Found) -> Comparator | None:
    """Return the comparator after a number, past a bracket that says the same in another unit or explains it."""
    forms = _forms()
    bracket = _BRACKET.match(text, found.end)
    for place in (found.end, *((bracket.end(),) if bracket else ())):
        for pattern, comparator in forms.suffixes:
            if pattern.match(text, place):
                return comparator
    return None


def _again(text: str, found: Found) -> Iterator[Found]:
    """Yield the same limit in a second unit: the bracket right after a number that begins with another."""
    if not text.startswith("（", found.end):
        return
    match = _forms().quantity.match(text, found.end + 1)
    other = _quantity(match) if match else None
    is_whole = other is not None and text[other.end : other.end + 1] in ("）", "（")
    if other is not None and other.unit and other.value is not None and is_whole:
        yield replace(other, comparator=found.comparator, alternative=True)


def _before(text: str, found: Found) -> str:
    forms = _forms()
    left = _BRACKET.sub("", text[: found.opening])
    clause = re.split(r"[、。（）「」]", left)[-1]
    return _named(forms.left.split(forms.strip.sub("", clause))[-1])


def _after(text: str, found: Found) -> str:
    forms = _forms()
    bracket = _BRACKET.match(text, found.end)
    place = bracket.end() if bracket else found.end
    for pattern, _ in forms.suffixes:
        close = pattern.match(text, place)
        right = forms.right.match(text, close.end()) if close else None
        if right:
            return _named(right["phrase"])
    return ""


def _named(phrase: str) -> str:
    forms = _forms()
    phrase = forms.strip.sub("", phrase.strip())
    is_name = re.search(
        r"[一-龠々ァ-ヶA-Za-zＡ-Ｚａ-ｚ]{2}|[一-龠]さ", phrase
    ) and not forms.nameless.match(phrase)
    return phrase if is_name else ""


def _joined(text: str, one: Found, other: Found) -> bool:
    """Say whether two limits are the ends of one range, or one limit in two units."""
    if other.alternative:
        return True
    between = _BRACKET.sub("", text[one.end : max(one.end, other.opening)])
    return one.unit == other.unit and _forms().joint.fullmatch(between) is not None


def _degrees(text: str, found: Found) -> str:
    """Return what a bare degree is of, temperature or angle, where the words right after it tell."""
    after = _after(text, found) if found.unit == "度" else ""
    if _forms().degrees.search(after):
        return after
    is_cold = found.unit == "度" and found.value is not None and found.value < 0
    return "温度" if is_cold else ""


def _condition(text: str, found: Found) -> str:
    """Return the point at which it is measured: it names a number of its own."""
    told = [match["phrase"] for match in _forms().condition.finditer(text[: found.opening])]
    phrase = told[-1] if told else ""
    return phrase[-LONGEST:] if re.search(f"[{_DIGIT}]", phrase) else ""
