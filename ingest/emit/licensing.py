"""Requirement rows, licence exceptions, remarks and tables of an entry as statements."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from graph.ids import (
    Item,
    column_iri,
    destination_iri,
    group_iri,
    licence_iri,
    part_iri,
    reason_iri,
)
from graph.model.control_list import ControlListVersion
from graph.model.quad import Quad
from graph.model.requirement import ExceptionFlag, RequirementRow, Statement, TableRow
from graph.vocabulary import BROADER, NOTATION, QUDT, UNIT, cty
from ingest.emit.dated import pinpoints
from ingest.emit.statements import Pen


def requirement_iri(row: RequirementRow, version: ControlListVersion) -> str:
    """Return the IRI of one row of an entry's licence tables."""
    return part_iri(Item(version.key, row.entry).version(version.day), "requirement", row.row)


def exception_iri(flag: ExceptionFlag, version: ControlListVersion) -> str:
    """Return the IRI of one exception flag of an entry."""
    return part_iri(Item(version.key, flag.entry).version(version.day), "exception", flag.index)


def statement_iri(statement: Statement, version: ControlListVersion) -> str:
    """Return the IRI of one remark of an entry."""
    whole = Item(version.key, statement.about).version(version.day)
    return part_iri(whole, "statement", statement.kind.value.replace(" ", "-"), statement.index)


def table_iri(row: TableRow, version: ControlListVersion) -> str:
    """Return the IRI of one row of a table."""
    whole = Item(version.key, row.about).version(version.day)
    return part_iri(whole, "table", row.table, "row", row.row)


def emit_requirements(
    rows: Iterable[RequirementRow], version: ControlListVersion, graph: str
) -> Iterator[Quad]:
    """Yield each row with its reasons, its paragraphs and its chart columns."""
    for row in rows:
        pen = Pen(requirement_iri(row, version), graph)
        whole = Pen(Item(version.key, row.entry).version(version.day), graph)
        yield from whole.link(cty("hasReason"), pen.subject)
        yield from pen.a("ReasonApplication")
        yield from pen.value(cty("index"), row.row)
        yield from pen.value(cty("tableNumber"), row.table)
        for reason in row.reasons:
            yield from pen.link(cty("reason"), reason_iri(version.jurisdiction, reason))
            yield from _reason(reason, version, graph)
        for column in row.columns:
            yield from pen.link(cty("viaColumn"), column_iri(version.jurisdiction, column))
            yield from _column(column, version, graph)
        for notation in row.included or (row.entry,):
            yield from pen.link(cty("appliesToEntry"), Item(version.key, notation).iri)
        for notation in row.excluded:
            yield from pen.link(cty("exceptsEntry"), Item(version.key, notation).iri)
        yield from pen.value(cty("qualified"), row.qualified)
        yield from pen.value(cty("pointsTo"), *row.pointers)
        yield from pen.value(cty("destinationExpression"), " ".join(row.destinations) or None)
        for term in row.destinations:
            name = term.removeprefix("-")
            if name not in ("*", "?"):
                target = group_iri(name) if "/" in name else destination_iri(name)
                said = "sparesDestination" if term.startswith("-") else "reachesDestination"
                yield from pen.link(cty(said), target)
        yield from pinpoints((row.scope, row.wording), pen)


def _reason(reason: str, version: ControlListVersion, graph: str) -> Iterator[Quad]:
    pen = Pen(reason_iri(version.jurisdiction, reason), graph)
    yield from pen.a("ReasonForControl")
    yield from pen.value(NOTATION, reason)


def _column(column: str, version: ControlListVersion, graph: str) -> Iterator[Quad]:
    reason = column.split(" ")[0]
    pen = Pen(column_iri(version.jurisdiction, column), graph)
    yield from pen.a("ReasonColumn")
    yield from pen.value(NOTATION, column)
    yield from pen.link(BROADER, reason_iri(version.jurisdiction, reason))
    yield from _reason(reason, version, graph)


def emit_exceptions(
    flags: Iterable[ExceptionFlag], version: ControlListVersion, graph: str
) -> Iterator[Quad]:
    """Yield what each entry says of each licence exception, with its value limits."""
    for flag in flags:
        pen = Pen(exception_iri(flag, version), graph)
        licence = Pen(licence_iri(version.jurisdiction, flag.exception), graph)
        whole = Pen(Item(version.key, flag.entry).version(version.day), graph)
        yield from whole.link(cty("hasExceptionFlag"), pen.subject)
        yield from pen.a("ExceptionFlag")
        yield from pen.link(cty("ofException"), licence.subject)
        yield from pen.value(cty("index"), flag.index)
        yield from pen.code("availability", "Availability", flag.availability)
        for notation in flag.paragraphs:
            yield from pen.link(cty("appliesToEntry"), Item(version.key, notation).iri)
        yield from pinpoints(flag.text, pen)
        yield from licence.a("LicenceException")
        yield from licence.value(NOTATION, flag.exception)
        for number, amount in enumerate(flag.amounts, start=1):
            limit = Pen(part_iri(pen.subject, "amount", number), graph)
            yield from pen.link(cty("hasAmount"), limit.subject)
            yield from limit.a("ExceptionAmount")
            yield from limit.value(cty("index"), number)
            yield from limit.value(f"{QUDT}numericValue", amount.value)
            yield from limit.link(f"{QUDT}hasUnit", f"{UNIT}CCY_{amount.currency}")
            for notation in amount.paragraphs:
                yield from limit.link(cty("appliesToEntry"), Item(version.key, notation).iri)


def emit_statements(
    statements: Iterable[Statement], version: ControlListVersion, graph: str
) -> Iterator[Quad]:
    """Yield the remarks of each entry."""
    for statement in statements:
        pen = Pen(statement_iri(statement, version), graph)
        whole = Pen(Item(version.key, statement.about).version(version.day), graph)
        yield from whole.link(cty("hasStatement"), pen.subject)
        yield from pen.a("EntryStatement")
        yield from pen.code("statementKind", "StatementKind", statement.kind)
        yield from pen.value(cty("index"), statement.index)
        yield from pen.value(cty("codeValue"), *statement.values)
        yield from pinpoints(statement.text, pen)


def emit_tables(
    rows: Iterable[TableRow], version: ControlListVersion, graph: str
) -> Iterator[Quad]:
    """Yield the rows of tables that are no licence tables."""
    for row in rows:
        pen = Pen(table_iri(row, version), graph)
        whole = Pen(Item(version.key, row.about).version(version.day), graph)
        yield from whole.link(cty("hasTableRow"), pen.subject)
        yield from pen.a("TableRow")
        yield from pen.value(cty("tableNumber"), row.table)
        yield from pen.value(cty("index"), row.row)
        yield from pen.value(cty("cellCount"), len(row.cells))
        yield from pen.value(cty("isHeading"), row.heading)
        yield from pinpoints(row.cells, pen)
