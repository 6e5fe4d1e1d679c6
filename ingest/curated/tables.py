"""Our own tables, as `data/tables.yml` describes them: read strictly, and as statements."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal
from urllib.parse import quote

from pydantic import BaseModel, ConfigDict, Field

from graph.errors import BadDataFile
from graph.ids import ID, destination_iri, group_iri, jurisdiction_iri
from graph.model.quad import Quad
from graph.vocabulary import cty
from ingest.curated import read_yaml, shipped
from ingest.curated.evidence import Piece, read_evidence
from ingest.curated.licence_rules import check_rules
from ingest.curated.rows import read_cells
from ingest.curated.spans import check_spans
from ingest.emit.statements import Pen, Value

Kind = Literal[
    "words", "code", "number", "day", "destinations", "jurisdictions", "destination", "group"
]


class Column(BaseModel):
    """What the cells of a column hold, and the property that says so."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    kind: Kind = Field(alias="is")
    property: str
    comment: str


class Table(BaseModel):
    """What a row of a table is."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    class_name: str = Field(alias="class")
    path: str
    """Segment below ``id/`` that names the rows."""

    name: str = "{jurisdiction}/{id}"
    """What names one row below ``path``; ``{day}`` is its first date as IRIs write it."""

    comment: str
    columns: tuple[str, ...]


class Tables(BaseModel):
    """All tables, and the columns that they share."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    shared: dict[str, Column]
    columns: dict[str, Column]
    tables: dict[str, Table]

    def column(self, name: str) -> Column | None:
        """Return a column by its name."""
        return self.columns.get(name) or self.shared.get(name)


@dataclass(frozen=True, slots=True)
class Fact:
    """One row of one table."""

    table: str
    line: int
    cells: Mapping[str, str]
    """Column to what stands there; empty cells are left out."""

    evidence: tuple[Piece, ...]

    @property
    def day(self) -> str:
        """Its first date as IRIs write it."""
        if "valid_from" in self.cells:
            return f"@{self.cells['valid_from']}"
        on = self.cells.get("valid_on")
        return f"@on-{on}" if on else f"@until-{self.cells.get('valid_to', '')}"


def read_tables(folder: Path | None = None) -> Tables:
    """Read `data/tables.yml`.

    Raises:
        BadDataFile: not as `Tables` describes it, or a table with a column that is not described.
    """
    path = (folder or shipped("data")) / "tables.yml"
    tables = read_yaml(path, Tables)
    for name, table in tables.tables.items():
        for column in table.columns:
            if column not in tables.columns:
                raise BadDataFile(str(path), f"tables.{name}", f"no column {column}")
    return tables


def facts(folder: Path | None = None) -> Iterator[Fact]:
    """Yield every row of every table, checked.

    Raises:
        BadDataFile: with file and line: an unknown column, code or date, a row without evidence or without a date,
            two rows of one id, spans of one thing that overlap.
    """
    base = folder or shipped("data")
    tables = read_tables(folder)
    known = _Known(base)
    for name, table in tables.tables.items():
        path = base / f"{name}.csv"
        rows = [_fact(name, table, tables, path, *told) for told in read_cells(path)]
        seen: dict[str, int] = {}
        for fact in rows:
            where = f"line {fact.line}"
            if fact.cells["id"] in seen:
                said = f"id {fact.cells['id']} stands in line {seen[fact.cells['id']]} too"
                raise BadDataFile(str(path), where, said)
            seen[fact.cells["id"]] = fact.line
            for column, text in fact.cells.items():
                if (described := tables.column(column)) is not None:
                    known.check(described.kind, text, str(path), f"{where}, {column}")
        check_spans(((f.line, f.cells) for f in rows), str(path))
        yield from rows


def emit_tables(graph: str, folder: Path | None = None) -> Iterator[Quad]:
    """Yield every row of every table as one resource with its evidence.

    Raises:
        BadDataFile: see `facts`.
    """
    tables = read_tables(folder)
    check_rules(folder or shipped("data"))
    for fact in facts(folder):
        table = tables.tables[fact.table]
        pen = Pen(fact_iri(fact, table), graph)
        yield from pen.a(table.class_name)
        for name, text in fact.cells.items():
            if (column := tables.column(name)) is not None:
                yield from _WRITERS[column.kind](pen, cty(column.property), text)
        for piece in fact.evidence:
            yield from piece.emit(pen.subject, graph)


def fact_iri(fact: Fact, table: Table) -> str:
    """Return the identity of a row: the same row has the same IRI in every build."""
    names = {"jurisdiction": "", **fact.cells}
    names["jurisdiction"] = names["jurisdiction"].replace(" ", "-") or "all"
    name = table.name.format(**names, day=fact.day)
    return f"{ID}{table.path}/{quote(name, safe='/@()._-~')}"


class _Known:
    """The codes that cells may hold."""

    def __init__(self, base: Path) -> None:
        self._codes: dict[str, frozenset[str]] = {
            "jurisdictions": frozenset(p.stem for p in (base / "jurisdictions").glob("*.yml")),
            "destination": self._column(base / "destinations" / "destinations.csv", "destination"),
            "group": self._column(base / "groups" / "groups.csv", "group"),
        }
        self._codes["destinations"] = self._codes["destination"]

    @staticmethod
    def _column(path: Path, name: str) -> frozenset[str]:
        return frozenset(cells[name] for _, cells in read_cells(path))

    def check(self, kind: Kind, text: str, file: str, where: str) -> None:
        """Refuse what is no code, day or number of its kind."""
        try:
            if kind == "day":
                date.fromisoformat(text)
            elif kind == "number":
                int(text)
        except ValueError as exc:
            raise BadDataFile(file, where, str(exc)) from exc
        for code in text.split() if kind in self._codes else ():
            if code not in self._codes[kind]:
                raise BadDataFile(file, where, f"{code!r} is none of the {kind} that are known")


def _fact(
    name: str, table: Table, tables: Tables, path: Path, line: int, cells: dict[str, str]
) -> Fact:
    where = f"line {line}"
    known = {*tables.shared, *table.columns, "evidence"}
    if unknown := cells.keys() - known:
        raise BadDataFile(str(path), where, f"unknown column {', '.join(sorted(unknown))}")
    evidence = read_evidence(cells.get("evidence", ""), str(path), f"{where}: {cells.get('id')}")
    held = {column: text for column, text in cells.items() if text and column != "evidence"}
    return Fact(name, line, held, evidence)


def _each(iri: Callable[[str], str]) -> Callable[[Pen, str, str], Iterator[Quad]]:
    return lambda pen, name, text: pen.link(name, *map(iri, text.split()))


def _literal(read: Callable[[str], Value]) -> Callable[[Pen, str, str], Iterator[Quad]]:
    return lambda pen, name, text: pen.value(name, read(text))


_WRITERS: Mapping[Kind, Callable[[Pen, str, str], Iterator[Quad]]] = {
    "words": _literal(str),
    "code": _literal(str),
    "number": _literal(int),
    "day": _literal(date.fromisoformat),
    "jurisdictions": _each(jurisdiction_iri),
    "destinations": _each(destination_iri),
    "destination": _each(destination_iri),
    "group": _each(group_iri),
}
