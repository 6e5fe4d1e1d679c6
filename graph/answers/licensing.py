"""What an entry says about licences, as an answer shows it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from graph.answers.position import Pinpoint, code_of, pinpoint
from graph.ids import Item, licence_key
from graph.model.requirement import Amount, Availability, StatementKind
from graph.store import Row


@dataclass(frozen=True, slots=True)
class Requirement:
    """One row of a licence requirements table."""

    entry: str
    row: int
    table: int
    reasons: tuple[str, ...]
    included: tuple[str, ...]
    """Notations in scope; the entry itself stands for all of it."""

    excluded: tuple[str, ...]
    qualified: bool
    columns: tuple[str, ...]
    pointers: tuple[str, ...]
    destinations: tuple[str, ...]
    """Where it reaches beside the chart: ``*`` everywhere, ``CN``, ``us/D5``, ``-CA`` taken out, ``?`` not stated."""

    scope: str | None
    """Words of the first cell, where the document is at hand."""

    words: Pinpoint
    """Words of the second cell; digest and spans are of both cells."""


@dataclass(frozen=True, slots=True)
class ExceptionText:
    """What the entry says about one licence exception."""

    key: str
    index: int
    availability: Availability
    amounts: tuple[Amount, ...]
    words: Pinpoint


@dataclass(frozen=True, slots=True)
class Remark:
    """One labelled remark."""

    kind: StatementKind
    index: int
    values: tuple[str, ...]
    words: Pinpoint


def requirements(rows: Iterable[Row], entry: str = "") -> tuple[Requirement, ...]:
    """Read requirement rows, one for each of their values, back into rows of the table."""
    grouped: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        grouped[row["row"]].append(row)
    found = (_requirement(parts, entry) for parts in grouped.values())
    return tuple(sorted(found, key=lambda one: (one.entry, one.row)))


def exceptions(flags: Iterable[Row], limits: Iterable[Row]) -> tuple[ExceptionText, ...]:
    """Read exception flags with their value limits."""
    grouped: dict[str, list[Row]] = defaultdict(list)
    for row in limits:
        grouped[row["flag"]].append(row)
    found = (_exception(row, grouped[row["flag"]]) for row in flags)
    return tuple(sorted(found, key=lambda one: one.index))


def remarks(rows: Iterable[Row]) -> tuple[Remark, ...]:
    """Read remarks, one row for each code, back into remarks; in the order of the document."""
    grouped: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        grouped[row["statement"]].append(row)
    found = [
        Remark(
            StatementKind(_kind(parts[0]["kind"])),
            int(parts[0]["index"]),
            tuple(sorted({row["value"] for row in parts if row["value"]})),
            pinpoint(parts[0], parts[0]["statement"]),
        )
        for parts in grouped.values()
    ]
    return tuple(
        sorted(found, key=lambda one: (int(one.words.spans.partition("-")[0] or 0), one.kind))
    )


def _kind(iri: str) -> str:
    name = code_of(iri)
    return next(kind for kind in StatementKind if kind.replace("-", " ") == name)


def _requirement(parts: list[Row], entry: str) -> Requirement:
    first = parts[0]
    values: dict[str, list[str]] = defaultdict(list)
    for row in parts:
        values[row["part"]].append(row["value"])
    return Requirement(
        entry=first.get("notation", entry),
        row=int(first["index"]),
        table=int(first["table"]),
        reasons=tuple(sorted(values["reason"])),
        included=tuple(sorted(values["included"])),
        excluded=tuple(sorted(values["excluded"])),
        qualified=first["qualified"] == "true",
        columns=tuple(sorted(values["column"])),
        pointers=tuple(sorted(values["pointer"])),
        destinations=tuple(" ".join(values["destinations"]).split()),
        scope=first.get("scope") or None,
        words=pinpoint(first, first["row"]),
    )


def _exception(row: Row, limits: list[Row]) -> ExceptionText:
    return ExceptionText(
        key=licence_key(row["exception"]),
        index=int(row["index"]),
        availability=Availability(code_of(row["availability"])),
        amounts=tuple(_amounts(limits)),
        words=pinpoint(row, row["flag"]),
    )


def _amounts(limits: list[Row]) -> Iterator[Amount]:
    for number in sorted({int(row["amount"]) for row in limits}):
        rows = [row for row in limits if row["amount"] == str(number)]
        paragraphs = sorted(Item.of(row["paragraph"]).notation for row in rows if row["paragraph"])
        currency = rows[0]["currency"].rpartition("_")[2]
        yield Amount(
            value=Decimal(rows[0]["limit"]), currency=currency, paragraphs=tuple(paragraphs)
        )
