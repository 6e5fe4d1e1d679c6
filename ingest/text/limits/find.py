"""Limits in the words of one paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal

from graph.model.limit import Comparator
from ingest.text.limits.forms import Forms, Range, forms
from ingest.text.limits.quantities import Quantity, blanked, quantities_in

FAR = 110
"""Characters on either side that may hold the comparator of a number."""

_SERIES = re.compile(
    r"(?:(?!\b(?:at|with|for|having|from|using|when|in|to|over)\b)[a-zA-Z -]){0,40},?\s(?:or\s|and\s)|(?:(?!\b(?:at|with|for|having|from|using|when|in|to|over)\b)[a-zA-Z -]){0,40},\s"
)
_PLAIN = frozenset({"<", "<=", ">", ">="})
_QUANTIFIER = re.compile(r"\s*(?:of|than)\b")


@dataclass(frozen=True, slots=True)
class Found:
    """One limit in a string."""

    start: int
    end: int
    comparator: Comparator
    value: Decimal | None
    unit: str
    condition: str = ""
    alternative: bool = False
    band: bool = False
    """It says where something else is measured."""

    opening: int = field(default=0, compare=False)
    """Where its comparator begins, or the number where that follows: the parameter stands before it."""


def find_limits(
    text: str,
    language: str,
    *,
    doubtful: frozenset[int] = frozenset(),
    above: str = "",
    decimal_comma: bool = False,
    defines: bool = False,
) -> tuple[Found, ...]:
    """Return the limits that a text states, in order.

    Args:
        text: Words of one paragraph, exponents as superscripts.
        language: Of the words; ``en``.
        doubtful: Characters that may be exponents: a number that holds one has no value.
        above: Words of the paragraph above: a lead-in may end with the comparator.
        decimal_comma: The source writes 0,005.
        defines: The text explains how things are measured: "of 1 g" or "is equal to 633 nm" is no limit there.

    >>> [(f.comparator.value, str(f.value), f.unit) for f in find_limits("exceeding 31.8 GHz up to and including 37 GHz", "en")]
    [('>', '31.8', 'GHz'), ('<=', '37', 'GHz')]
    """
    how = forms(language)
    blank = blanked(text, how)
    quantities = list(quantities_in(text, blank, how, doubtful, decimal_comma))
    found = [
        one
        for one in _judged(blank, quantities, how, above)
        if not (defines and one.comparator is Comparator.EQUAL)
    ]
    found += _in_words(blank, how)
    return tuple(sorted(found, key=lambda one: (one.start, one.end)))


def _judged(blank: str, quantities: list[Quantity], how: Forms, above: str) -> Iterator[Found]:
    """Give each quantity its comparator, if it has one."""
    quantities = sorted(quantities, key=lambda q: q.start)
    main: Found | None = None
    done = -1
    for i, q in enumerate(quantities):
        if i <= done:
            continue
        if main is not None and _is_bracketed(blank, main.end, q):
            main = replace(
                main, start=q.start, end=q.end, value=q.value, unit=q.unit, alternative=True
            )
            yield main
            continue
        other = _past_brackets(blank, quantities, i)
        pair = _range(blank, q, quantities[other], how) if other < len(quantities) else None
        if pair is not None:
            lower, main = pair
            yield lower
            for again in quantities[i + 1 : other]:
                yield replace(
                    lower,
                    start=again.start,
                    end=again.end,
                    value=again.value,
                    unit=again.unit,
                    alternative=True,
                )
            yield main
            done = other
            continue
        main = _single(blank, q, quantities[i + 1 :], how, above) or _same_again(blank, main, q)
        if main is not None:
            yield main


def _past_brackets(blank: str, quantities: list[Quantity], i: int) -> int:
    """Return the number of the next quantity that does not stand in the bracket right after this one."""
    bracket = re.match(r"\s?\([^()]*\)", blank[quantities[i].end :])
    end = quantities[i].end + (bracket.end() if bracket else 0)
    return next(
        (j for j in range(i + 1, len(quantities)) if quantities[j].start >= end), len(quantities)
    )


def _is_bracketed(blank: str, end: int, q: Quantity) -> bool:
    """Say whether a quantity stands in the bracket that opens right after a limit."""
    between = blank[end : q.start]
    return (
        bool(q.unit)
        and re.fullmatch(r"\s?[(\[](?:[^()]*?(?:;|,|or|i\.e\.,?)\s)?[^()\d]{0,12}", between)
        is not None
    )


def _same_again(blank: str, main: Found | None, q: Quantity) -> Found | None:
    """A series under one comparator: ``exceeding 5 kW, 10 kW or 20 kW``."""
    if main is None or not q.unit or main.comparator is Comparator.EQUAL:
        return None
    if _SERIES.fullmatch(blank[main.end : q.start]) is None:
        return None
    return replace(
        main,
        start=q.start,
        end=q.end,
        value=q.value,
        unit=q.unit,
        alternative=False,
        opening=main.end,
    )


def _range(blank: str, q: Quantity, other: Quantity, how: Forms) -> tuple[Found, Found] | None:
    between = _bare(blank[q.end : other.start])
    if len(between) > 40 or (q.unit and other.unit and not between.strip()):
        return None
    left = blank[max(0, q.start - FAR) : q.start]
    for form in how.ranges:
        opening = form.before.search(left)
        joint = form.joint.fullmatch(between)
        if opening is None or joint is None or not _may_pair(form, q, other):
            continue
        start = q.start - len(left) + opening.start() if form.before.pattern else q.start
        band = how.points.search(blank[max(0, start - FAR) : start]) is not None
        unit = q.unit or other.unit
        return (
            Found(q.start, q.end, Comparator(form.lower), q.value, unit, band=band, opening=start),
            Found(other.start, other.end, Comparator(form.upper), other.value, other.unit, band=band, opening=start),
        )  # fmt: skip
    return None


def _bare(between: str) -> str:
    """Leave out a bracket with the same in another unit."""
    return re.sub(r"\s?\([^()]*\)", "", between)


def _may_pair(form: Range, q: Quantity, other: Quantity) -> bool:
    if form.before.pattern:
        return True
    return bool(other.unit) and q.unit in ("", other.unit)  # no word says that it is a range


def _single(blank: str, q: Quantity, later: list[Quantity], how: Forms, above: str) -> Found | None:
    left = blank[max(0, q.start - FAR) : q.start]
    unit = q.unit or _shared_unit(blank, q, later)
    for pattern, sign in how.prefixes:
        opening = pattern.search(left)
        if opening is not None:
            start = q.start - len(left) + opening.start()
            return _found(blank, q, unit, sign, start, how)
    right = _bare_ahead(blank[_product_end(blank, q, later) :][:FAR])
    for pattern, sign in how.suffixes:
        if pattern.match(right):
            return _found(blank, q, unit, sign, q.start, how)
    if above and re.fullmatch(r"\s*(?:[Aa]n? |[\"“])?", blank[: q.start]):
        return _inherited(blank, q, unit, how, above)
    equal = how.equal.search(left)
    if equal is None or not q.unit:
        return None
    start = q.start - len(left) + equal.start()
    if how.points.search(blank[max(0, start - FAR) : start]):
        return None
    return _found(blank, q, unit, "=", start, how)


def _product_end(blank: str, q: Quantity, later: list[Quantity]) -> int:
    """Dimensions, ``120 mm × 120 mm × 50 mm or greater``: one comparator follows them all."""
    end = q.end
    for other in later:
        if re.fullmatch(r"\s?[×x]\s?", blank[end : other.start]) is None:
            break
        end = other.end
    return end


def _bare_ahead(right: str) -> str:
    return re.sub(r"^\s?\([^()]*\)", "", right)


def _inherited(blank: str, q: Quantity, unit: str, how: Forms, above: str) -> Found | None:
    lead = how.follow.sub("", above.rstrip(" :"))
    for pattern, sign in how.prefixes:
        if pattern.search(lead):
            return _found(blank, q, unit, sign, q.start, how)
    return None


def _shared_unit(blank: str, q: Quantity, later: list[Quantity]) -> str:
    """``exceeding 5 but not exceeding 20 kHz``: the unit that closes the clause counts for both."""
    following = next(iter(later), None)
    if following is None or not following.unit:
        return ""
    between = blank[q.end : following.start]
    joined = re.fullmatch(r"\s?(?:,?\s?(?:but|and|or|to)\s)?[A-Za-z\s]{0,40}", between)
    return following.unit if joined and re.match(r"\s?,?\s?(?:but|and|or|to|up)\b", between) else ""


def _found(blank: str, q: Quantity, unit: str, sign: str, opening: int, how: Forms) -> Found:
    before = blank[max(0, opening - FAR) : opening]
    band = how.points.search(before) is not None
    return Found(
        q.start, q.end, _comparator(sign, before, unit, q, how), q.value, unit, band=band, opening=opening
    )  # fmt: skip


def _comparator(sign: str, before: str, unit: str, q: Quantity, how: Forms) -> Comparator:
    """Read a sign; "better" follows the parameter's good direction."""
    if sign not in ("better", "worse", "or better"):
        return Comparator(sign)
    words = f"{before[-60:]} {unit}"
    high = bool(how.larger.search(words)) or (
        unit in ("%", "percent") and q.value is not None and q.value >= 50
    )
    high = high or not (how.smaller.search(words) or unit)
    if sign == "or better":
        return Comparator.AT_LEAST if high else Comparator.AT_MOST
    better = sign == "better"
    return Comparator.MORE if high is better else Comparator.LESS


def _in_words(blank: str, how: Forms) -> Iterator[Found]:
    """Yield limits whose number is a word: they are atoms without value."""
    for match in how.counted.finditer(blank):
        told = _word_after(blank, match, how) or _word_before(blank, match, how)
        if told is not None:
            sign, start, end = told
            yield Found(
                *match.span(),
                Comparator(sign),
                None,
                "",
                blank[start:end],
                opening=min(start, match.start()),
            )


def _word_before(blank: str, match: re.Match[str], how: Forms) -> tuple[str, int, int] | None:
    left = blank[max(0, match.start() - FAR) : match.start()]
    for pattern, sign in how.prefixes:
        opening = pattern.search(left)
        if opening is not None and sign in _PLAIN and not _QUANTIFIER.match(blank, match.end()):
            return sign, match.start() - len(left) + opening.start(), match.end()
    return None


def _word_after(blank: str, match: re.Match[str], how: Forms) -> tuple[str, int, int] | None:
    right = blank[match.end() : match.end() + 12]
    for pattern, sign in how.suffixes:
        close = pattern.match(right)
        if close is not None and sign in _PLAIN:
            end = match.end() + close.end()
            return None if _QUANTIFIER.match(blank, end) else (sign, match.start(), end)
    return None
