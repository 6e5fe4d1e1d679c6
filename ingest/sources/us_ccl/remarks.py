"""Labelled remarks of an entry, as licence exceptions and statements."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from decimal import Decimal

from graph.errors import UnknownValue
from graph.model.requirement import (
    Amount,
    Availability,
    ExceptionFlag,
    Statement,
    StatementKind,
)
from ingest.sources.us_ccl.gathered import Gathered, Remark
from ingest.sources.us_ccl.labels import EXCEPTIONS
from ingest.sources.us_ccl.licence import REASONS
from ingest.sources.us_ccl.paths import read_paths

_AMOUNT = re.compile(r"\$([\d,]*\d)")
_AMOUNT_END = re.compile(r"[;$]|N/A|(?<=\.) [A-Z]")
_REASON = re.compile(r"(?<!\w)([A-Z]{2})( ?\d)?(?!\w)")
_REASON_WORDS = re.compile(r"[A-Za-z]{4,}(?: \w+)*")
_NO = re.compile(r"(?:N/A|None|No)\.?", re.IGNORECASE)
_YES = re.compile(r"(?:Yes|\$[\d,]*\d)[.;]?", re.IGNORECASE)


def read_exceptions(gathered: Gathered, known: Collection[str]) -> list[ExceptionFlag]:
    """Read the licence exceptions that entries name.

    Raises:
        UnknownValue: a licence exception that no table covers.
    """
    counts: dict[str, int] = {}
    flags: list[ExceptionFlag] = []
    for remark in gathered.remarks:
        if remark.exception is None:
            continue
        if remark.exception not in EXCEPTIONS:
            raise UnknownValue(f"{remark.about}: licence exception", remark.exception, EXCEPTIONS)
        counts[remark.about] = counts.get(remark.about, 0) + 1
        flags.append(_flag(gathered, remark, counts[remark.about], known))
    return flags


def _flag(gathered: Gathered, remark: Remark, index: int, known: Collection[str]) -> ExceptionFlag:
    lines = [gathered.text(line) for line in remark.lines if gathered.text(line)]
    words = " ".join(lines)
    paths = read_paths(words, remark.about, known)
    for name in paths.unknown:
        gathered.issue(remark.about, "unknown-paragraph", name)
    return ExceptionFlag(
        entry=remark.about,
        exception=remark.exception or "",
        index=index,
        availability=_availability(words),
        amounts=tuple(amount for line in lines for amount in _amounts(line, remark.about, known)),
        paragraphs=tuple(sorted({*paths.included, *paths.excluded})),
        marker=gathered.cut(remark.marker) if remark.marker else None,
        text=gathered.cut_all(remark.lines),
    )


def _availability(words: str) -> Availability:
    if _NO.fullmatch(words):
        return Availability.NO
    return Availability.YES if _YES.fullmatch(words) else Availability.CONDITIONAL


def _amounts(line: str, entry: str, known: Collection[str]) -> list[Amount]:
    found: list[Amount] = []
    for amount in _AMOUNT.finditer(line):
        words = _AMOUNT_END.split(line[amount.end() :], maxsplit=1)[0]
        paths = read_paths(words.lstrip(": "), entry, known)
        value = Decimal(amount[1].replace(",", ""))
        found.append(Amount(value=value, currency="USD", paragraphs=paths.included))
    return found


def read_statements(gathered: Gathered) -> list[Statement]:
    """Read the remarks that are no licence exceptions.

    Shape:   numbered from 1 for each kind at each place, in document order.

    Raises:
        UnknownValue: a reason for control that no table covers.
    """
    counts: dict[tuple[str, StatementKind], int] = {}
    statements: list[Statement] = []
    for remark in gathered.remarks:
        if remark.kind is None:
            continue
        text = gathered.cut_all(remark.lines)
        if not text:
            gathered.issue(remark.about, "blank-remark", remark.kind.value)
        key = (remark.about, remark.kind)
        counts[key] = counts.get(key, 0) + 1
        statements.append(
            Statement(
                about=remark.about,
                kind=remark.kind,
                index=counts[key],
                values=_values(gathered, remark),
                marker=gathered.cut(remark.marker) if remark.marker else None,
                text=text,
            )
        )
    return statements


def _values(gathered: Gathered, remark: Remark) -> tuple[str, ...]:
    if remark.kind is StatementKind.RESIDUAL and remark.marker:
        return (gathered.text(remark.marker),)
    if remark.kind is not StatementKind.REASONS:
        return ()
    return _codes(gathered, remark.about, [gathered.text(line) for line in remark.lines])


def _codes(gathered: Gathered, entry: str, lines: Sequence[str]) -> tuple[str, ...]:
    codes: list[str] = []
    for code, number in _REASON.findall(" ".join(lines)):
        if code not in REASONS:
            raise UnknownValue(f"{entry}: reason for control", code, REASONS)
        if number:
            gathered.issue(entry, "reason-with-column", code + number)
        codes.append(code)
    for words in _REASON_WORDS.findall(" ".join(lines)):
        gathered.issue(entry, "reason-without-code", words)
    return tuple(dict.fromkeys(codes))
