"""Rules of licences: what their terms name exists."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from graph.errors import BadDataFile
from ingest.curated.rows import read_cells

_LICENCES = ("licences/licences", "licences/general_licences_de")
_MARKS = "-~"
"""Before a term: taken out, in part."""

_MARKED = ("destination_terms", "item_terms", "instrument")
"""Columns of terms; a restriction may be of every instrument but some."""

_EVERYWHERE, _NOT_HELD = "*", "?"


def check_rules(base: Path) -> None:
    """Check that every list, set, group, destination, question and instrument that a rule names exists.

    Args:
        base: The folder `data`.

    Raises:
        BadDataFile: with file and line, and what was expected.
    """
    held = {path.name for path in (base / "snapshot").iterdir()}
    lists = held | {path.stem for path in (base / "lists").glob("*.yml")}
    sets = {cells["item_set"] for _, cells in read_cells(base / "licences/item_sets.csv")}
    places = {c["destination"] for _, c in read_cells(base / "destinations/destinations.csv")}
    places |= {cells["group"] for _, cells in read_cells(base / "groups/groups.csv")}
    known: dict[str, Collection[str]] = {
        "questions": {cells["id"] for _, cells in read_cells(base / "licences/questions.csv")},
        "destination_terms": places | {_EVERYWHERE, _NOT_HELD},
        "instrument": {_EVERYWHERE, *_instruments(base)},
        "effect": {"authorises", "restricts"},
    }
    for name in ("rules", "item_sets"):
        path = base / f"licences/{name}.csv"
        for line, cells in read_cells(path):
            if cells.get("effect") == "authorises" and len(cells["instrument"].split()) != 1:
                raise BadDataFile(
                    str(path), f"line {line}, instrument", "an authorisation is of one"
                )
            for column, term in _terms(cells):
                good = known.get(column)
                right = term in good if good is not None else _is_item(term, sets, lists)
                if not right:
                    said = f"{term!r} is none of the {column.replace('_', ' ')} that are known"
                    raise BadDataFile(str(path), f"line {line}, {column}", said)


def _terms(cells: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for column in ("questions", "instrument", "effect", "destination_terms", "item_terms", "item"):
        for term in cells.get(column, "").split():
            yield column, term.lstrip(_MARKS) if column in _MARKED else term


def _instruments(base: Path) -> Iterator[str]:
    for table in _LICENCES:
        for _, cells in read_cells(base / f"{table}.csv"):
            yield cells["key"]


def _is_item(term: str, sets: Collection[str], lists: Collection[str]) -> bool:
    head, _, rest = term.partition(":")
    if head == "set":
        return rest in sets
    return term == _NOT_HELD or head in lists or (head == "listed" and bool(rest))
