"""Wording made comparable: what a text says beside its limits, as tokens; and what each limit is about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise

from graph.logic.grammar import (
    QUOTES,
    TOKEN,
    Tokens,
    compiled,
    plain,
    root,
    tokens,
    trimmed,
    with_numbers,
)
from graph.logic.interval import Interval

_MARK = re.compile(r"⟦(\d+)⟧")
_CODE = re.compile(
    r"\b(?:\d ?[a-e] ?\d{3}|ml ?\d{1,2}|\d\.[a-e]\.\d{1,3})(?:\.[a-z0-9]{1,3}(?![a-z0-9]))*\.?", re.IGNORECASE
)  # fmt: skip
_QUOTED = re.compile(r"(?<![\w])(?:\"([^\"⟦]{2,60})\"|'([^'⟦]{2,60})')(?!\w)")
_CAS = re.compile(r"\b\d{2,7}-\d\d-\d\b")
_BRACKETED_CAS = re.compile(
    r"[(\[]?\b(?:cas|c\.a\.s\.)(?:\s*(?:no|nr|number|rn|registry)\.?)*\s*[:#]?\s*\d{2,7}-\d\d-\d\b[)\]]?"
)
_SENTENCE = re.compile(r"(?<=[.;:])\s+(?=[A-Z\d\"'.])")
_PARTING = " ¶ "


@dataclass(frozen=True, slots=True)
class Bound:
    """One limit that is read, in exact numbers."""

    start: int
    end: int
    """Its place in the text."""

    allowed: Interval
    """In base units."""

    kind: str
    """What kind of quantity it is: only equal kinds can be compared."""

    unit: str
    """As its list writes it; a witness is told in it."""

    factor: Fraction
    offset: Fraction
    """A value in this unit is ``(base - offset) / factor``."""

    parameter: str
    condition: str
    alternative: bool
    """The limit before it, in a second unit."""


@dataclass(frozen=True, slots=True)
class Clause:
    """One limit with what it is about, as its text says it."""

    bound: Bound
    parameter: Tokens
    condition: Tokens


@dataclass(frozen=True, slots=True)
class Said:
    """One text taken apart."""

    where: str
    phrase: Tokens
    """What is left without limits, lead-ins and articles; empty where the text is nothing but limits."""

    clauses: tuple[Clause, ...]
    releases: bool
    """Of a note: it says what a position does not, or alone, control; ``phrase`` is what follows."""

    precedence: Tokens
    """Positions that come first, taken out of the phrase."""

    global_terms: frozenset[Tokens]
    """Terms in double quotation marks: defined for the whole list."""

    local_terms: frozenset[Tokens]
    """Terms in single quotation marks: defined beside the text."""

    substances: frozenset[str]
    """CAS registry numbers that it names."""

    turned: bool
    """Words of negation stand before a limit: whether it is one from above or below is not sure."""

    either: bool
    """Limits are joined by "or"."""


def said(
    where: str,
    text: str,
    bounds: Sequence[Bound],
    own: str,
    *,
    decimal_comma: bool = False,
    releasing: bool = False,
) -> Said:
    """Take a text apart.

    Shape:   ``bounds`` have their place in ``text``, in order; what is the same limit in a second unit is left out of
        the result. ``own`` is the code of the entry: its mention is no reference. Of a ``releasing`` note only the
        sentences count that say what is not, or alone, controlled.
    """
    marked = _marked(text, bounds).translate(QUOTES)
    marked = _SENTENCE.sub(_PARTING, marked) if releasing else marked
    marked = _without(compiled().dropped, marked)
    terms = [frozenset(_terms(marked, group)) for group in (1, 2)]
    told = _codes(with_numbers(plain(marked), decimal_comma=decimal_comma), own.casefold())
    substances = frozenset(_CAS.findall(told))
    told = _without_comparators(_BRACKETED_CAS.sub(" ", told))
    told, first = _without_precedence(told)
    released = tuple(_released(told)) if releasing else ()
    told = " ".join(released) if releasing else told
    phrase, clauses, turned, either = _taken_apart(
        _words(_without(compiled().lead_ins, told)), bounds
    )
    return Said(
        where=where,
        phrase=phrase,
        clauses=clauses,
        releases=bool(released),
        precedence=first,
        global_terms=terms[0],
        local_terms=terms[1],
        substances=substances,
        turned=turned,
        either=either,
    )


def _without(patterns: Iterable[re.Pattern[str]], text: str) -> str:
    for pattern in patterns:
        text = pattern.sub(" ", text)
    return text


def _taken_apart(
    words: list[str], bounds: Sequence[Bound]
) -> tuple[Tokens, tuple[Clause, ...], bool, bool]:
    marks = [n for n, word in enumerate(words) if word[0] == "⟦"]
    turned = any(_is_turned(words[:mark]) for mark in marks)
    either = any("or" in words[a:b] for a, b in pairwise(marks))
    clauses, taken = list[Clause](), set[int]()
    parameter, negated = Tokens(), False
    for place in marks:
        bound = bounds[int(_number(words[place]))]
        if not (place > 0 and words[place - 1][0] == "⟦"):
            reach = _reach(words, place, bound, taken)
            parameter = tuple(words[n] for n in reach if words[n] not in ("of", "is"))
            taken.update(reach)
            first = min((*reach, place))
            negated = first > 0 and words[first - 1] == "nothaving"
        taken.add(place)
        told = replace(bound, allowed=_negated(bound.allowed)) if negated else bound
        clauses.append(Clause(told, parameter, tokens(bound.condition)))
    left = trimmed([word for n, word in enumerate(words) if n not in taken])
    return left, tuple(clauses), turned, either


def _is_turned(before: Sequence[str]) -> bool:
    """Say whether words of negation that stand before a limit may reach it."""
    for n in range(len(before) - 1, -1, -1):
        if before[n] == "nothaving" or (before[n] == "and" and before[n + 1 : n + 2] == ["having"]):
            return False
        if before[n] in compiled().negations:
            return True
    return False


def _negated(allowed: Interval) -> Interval:
    rest = tuple(Interval().without(allowed))
    return rest[0] if len(rest) == 1 else allowed


def _released(text: str) -> Iterator[str]:
    """Yield what follows in the sentences that say what a position does not, or alone, control."""
    for sentence in text.split(_PARTING.strip()):
        told = sentence.strip()
        for pattern in compiled().releases:
            if match := pattern.match(told):
                yield told[match.end() :]


def _reach(words: list[str], place: int, bound: Bound, taken: set[int]) -> list[int]:
    """Return the places of the words that name the parameter of the limit at a place."""
    named = tokens(bound.parameter)
    if named:
        for start in (*range(place - len(named), -1, -1), *range(place + 1, len(words))):
            span = range(start, start + len(named))
            if tuple(words[start : start + len(named)]) == named and not taken & set(span):
                before = [place - 1] if place and words[place - 1] in ("of", "is") else []
                return sorted({*span, *before} - taken)
    glue, n = compiled().glue, place - 1
    while n >= 0 and words[n] in ("of", "is"):
        n -= 1
    last = n
    while n >= 0 and words[n] not in glue and words[n][0] != "⟦" and n not in taken:
        n -= 1
    return list(range(n + 1, place)) if n < last else []


def _marked(text: str, bounds: Sequence[Bound]) -> str:
    """Write the number of each limit in its place; an alternative goes with its brackets."""
    pieces, at = list[str](), 0
    for number, one in enumerate(bounds):
        if one.start < at:
            continue
        pieces += text[at : one.start], "" if one.alternative else f" ⟦{number}⟧ "
        at = one.end
    marked = "".join([*pieces, text[at:]])
    return re.sub(r"\(\s*(?:or|i\.e\.,?|±)?\s*\)|\[\s*\]|±(?=\s*⟦)", " ", marked)


def _terms(text: str, group: int) -> Iterable[Tokens]:
    for match in _QUOTED.finditer(text):
        if match[group]:
            yield tokens(match[group])


def _codes(text: str, own: str) -> str:
    def written(match: re.Match[str]) -> str:
        code = match[0].replace(" ", "").rstrip(".").casefold()
        return f"@self{code[len(own) :]}" if own and code.startswith(own) else f"@{code}"

    return _CODE.sub(written, text)


def _without_comparators(text: str) -> str:
    spoken, before = compiled(), ""
    text = re.sub(r"\s+", " ", text)
    while before != text:
        before = text
        text = spoken.before.sub("", text)
        text = spoken.after.sub("", text)
        text = spoken.joined.sub(" ", text)
        text = re.sub(r"\s+", " ", text)
    return text


def _without_precedence(text: str) -> tuple[str, Tokens]:
    found: list[str] = []

    def taken(match: re.Match[str]) -> str:
        found.extend(re.findall(r"@[a-z0-9.]+", match[0]) or [match[0].strip(" ,")])
        return " "

    return compiled().precedence.sub(taken, text), tuple(sorted(set(found)))


def _words(text: str) -> list[str]:
    for pattern, to in compiled().synonyms:
        text = pattern.sub(to, text)
    silent = compiled().silent
    found = (root(word) for word in TOKEN.findall(text.replace("-", "")))
    return [word for word in found if word not in silent]


def _number(mark: str) -> str:
    return mark.strip("⟦⟧")
