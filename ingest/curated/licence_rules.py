"""Rules of licences, and terms in other tables: what they name exists."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path

from graph.errors import BadDataFile
from ingest.curated.rows import read_cells

_LICENCES = ("licences/licences", "licences/general_licences_de")
_MARKS = "-~"
"""Before a term: taken out, in part."""

_MARKED = ("destination_terms", "grantor_terms", "item_terms", "instrument")
"""Columns of terms; a restriction may be of every instrument but some."""

_OTHERS = ("recognition/acts", "embargoes/risk_tiers", "catch_alls/catch_alls")
"""Tables that name destinations and items in the same terms."""

_COLUMNS = ("questions", "instrument", "effect", "destination_terms", "item_terms", "item")
_SCOPES = ("destination_terms", "grantor_terms", "item_terms")

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
        "grantor_terms": places | {_EVERYWHERE, _NOT_HELD},
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
            _check(path, line, _terms(cells, _COLUMNS), known, (sets, lists))
    for name in _OTHERS:
        path = base / f"{name}.csv"
        for line, cells in read_cells(path):
            _check(path, line, _terms(cells, _SCOPES), known, (sets, lists))


def _check(
    path: Path,
    line: int,
    terms: Iterable[tuple[str, str]],
    known: Mapping[str, Collection[str]],
    items: tuple[Collection[str], Collection[str]],
) -> None:
    for column, term in terms:
        good = known.get(column)
        if not (term in good if good is not None else _is_item(term, *items)):
            said = f"{term!r} is none of the {column.replace('_', ' ')} that are known"
            raise BadDataFile(str(path), f"line {line}, {column}", said)


def _terms(cells: Mapping[str, str], columns: Iterable[str]) -> Iterator[tuple[str, str]]:
    for column in columns:
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
