"""What hangs on an entry: licence requirements, exceptions, remarks, rows of tables; as an answer shows it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from graph.answers.position import Pinpoint, code_of, words
from graph.ids import Item, licence_key, reason_of
from graph.model.requirement import Amount, Availability, StatementKind
from graph.store import GraphStore, Question, Row
from graph.vocabulary import term_name


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


@dataclass(frozen=True, slots=True)
class TableLine:
    """One row of a table."""

    table: int
    row: int
    heading: bool
    cells: tuple[str, ...]
    """Left to right, empty ones too; ``()`` where the words are not held."""

    words: Pinpoint


Parts = Mapping[str, Sequence[str]]
"""Local name of a property to its values; the node itself as ``version``, as for positions."""


def attached(store: GraphStore, version: str) -> dict[str, list[Parts]]:
    """Return what hangs on one version, by the local name of the link: ``hasReason``, ``hasTableRow`` and so on."""
    found: dict[str, dict[str, dict[str, list[str]]]] = {}
    for row in store.find(Question.ATTACHED, version=version):
        nodes = found.setdefault(term_name(row["link"]), {})
        parts = nodes.setdefault(row["node"], {"version": [row["node"]]})
        parts.setdefault(term_name(row["part"]), []).append(row["value"])
    return {link: list(nodes.values()) for link, nodes in found.items()}


def requirements(attached: Mapping[str, Iterable[Parts]], entry: str) -> tuple[Requirement, ...]:
    """Read the requirement rows that hang on one entry."""
    found = (_requirement(parts, entry) for parts in attached.get("hasReason", ()))
    return tuple(sorted(found, key=lambda one: one.row))


def requirements_of(rows: Iterable[Row]) -> tuple[Requirement, ...]:
    """Read the requirement rows of a state, one for each of their values, back into rows of the tables."""
    grouped: dict[tuple[str, str], dict[str, list[str]]] = {}
    for row in rows:
        parts = grouped.setdefault((row["version"], row["row"]), {"version": [row["row"]]})
        parts.setdefault(term_name(row["part"]), []).append(row["value"])
    found = (
        _requirement(parts, Item.of(version).notation) for (version, _), parts in grouped.items()
    )
    return tuple(sorted(found, key=lambda one: (one.entry, one.row)))


def exceptions(
    store: GraphStore, attached: Mapping[str, Iterable[Parts]], version: str
) -> tuple[ExceptionText, ...]:
    """Read the exception flags that hang on one entry, with their value limits."""
    if "hasExceptionFlag" not in attached:
        return ()
    grouped: dict[str, list[Row]] = defaultdict(list)
    for row in store.find(Question.AMOUNTS, version=version):
        grouped[row["flag"]].append(row)
    found = (
        _exception(parts, grouped[parts["version"][0]]) for parts in attached["hasExceptionFlag"]
    )
    return tuple(sorted(found, key=lambda one: one.index))


def remarks(attached: Mapping[str, Iterable[Parts]]) -> tuple[Remark, ...]:
    """Read remarks, in the order of the document."""
    found = [
        Remark(
            StatementKind(_kind(parts["statementKind"][0])),
            int(parts["index"][0]),
            tuple(sorted(parts.get("codeValue", ()))),
            words(_first(parts)),
        )
        for parts in attached.get("hasStatement", ())
    ]
    return tuple(
        sorted(found, key=lambda one: (int(one.words.spans.partition("-")[0] or 0), one.kind))
    )


def tables(attached: Mapping[str, Iterable[Parts]]) -> tuple[TableLine, ...]:
    """Read the rows of tables that hang on one position."""
    lines = (_table_line(_first(parts)) for parts in attached.get("hasTableRow", ()))
    return tuple(sorted(lines, key=lambda line: (line.table, line.row)))


def _kind(iri: str) -> str:
    name = code_of(iri)
    return next(kind for kind in StatementKind if kind.replace("-", " ") == name)


def _first(parts: Parts) -> dict[str, str]:
    return {name: values[0] for name, values in parts.items()}


def _requirement(parts: Parts, entry: str) -> Requirement:
    first = _first(parts)

    def notations(name: str) -> tuple[str, ...]:
        return tuple(sorted(Item.of(entry).notation for entry in parts.get(name, ())))

    return Requirement(
        entry=entry,
        row=int(first["index"]),
        table=int(first["tableNumber"]),
        reasons=tuple(sorted(map(reason_of, parts.get("reason", ())))),
        included=notations("appliesToEntry"),
        excluded=notations("exceptsEntry"),
        qualified=first["qualified"] == "true",
        columns=tuple(sorted(map(reason_of, parts.get("viaColumn", ())))),
        pointers=tuple(sorted(parts.get("pointsTo", ()))),
        destinations=tuple(first.get("destinationExpression", "").split()),
        scope=first.get("scopeVerbatim"),
        words=words(first),
    )


def _exception(parts: Parts, limits: list[Row]) -> ExceptionText:
    first = _first(parts)
    return ExceptionText(
        key=licence_key(first["ofException"]),
        index=int(first["index"]),
        availability=Availability(code_of(first["availability"])),
        amounts=tuple(_amounts(limits)),
        words=words(first),
    )


def _table_line(parts: Mapping[str, str]) -> TableLine:
    said = words(parts)
    cells = tuple(said.quote.split("\n")) if said.quote is not None else ()
    heading = parts["isHeading"] == "true"
    return TableLine(int(parts["tableNumber"]), int(parts["index"]), heading, cells, said)


def _amounts(limits: list[Row]) -> Iterator[Amount]:
    for number in sorted({int(row["amount"]) for row in limits}):
        rows = [row for row in limits if row["amount"] == str(number)]
        paragraphs = sorted(Item.of(row["paragraph"]).notation for row in rows if row["paragraph"])
        currency = rows[0]["currency"].rpartition("_")[2]
        yield Amount(
            value=Decimal(rows[0]["limit"]), currency=currency, paragraphs=tuple(paragraphs)
        )
