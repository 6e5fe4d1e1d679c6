"""Licence requirements tables: reasons, the paragraphs that they cover, columns of the country chart."""

from __future__ import annotations

import re
from collections.abc import Collection

from graph.errors import UnknownValue
from graph.model.reference import ReferenceKind
from graph.model.requirement import RequirementRow, TableRow
from ingest.sources.ecfr import Grid, Line
from ingest.sources.us_ccl.destinations import read_destinations
from ingest.sources.us_ccl.gathered import Gathered, Table
from ingest.sources.us_ccl.paths import Paths, read_paths
from ingest.text.mentions import find_mentions

REASONS = frozenset(
    ["AT", "CB", "CC", "CW", "EI", "FC", "MT", "NP", "NS", "RS", "SI", "SL", "SS", "UN"]
)
_APPLIES = re.compile(r"(?<![\w.])([A-Z]{2}) appl(?:y|ies)\b,?(?: to\b)?")
_SANCTIONS = re.compile(r"Russian industry sector sanctions? appl(?:y|ies) to ")
_COLUMN = re.compile(r"(?<![\w.])([A-Z]{2} )?Column (\d)")
_CODE = re.compile(r"\d[A-E]\d{3}")
#: Software or technology for what is controlled elsewhere, nothing narrower: no paragraph, use or reason.
_FOR_ALL = re.compile(
    r"[“\"]?(?:technology|software)[”\"]? for (?:items|commodities|equipment) controlled (?:by|under) "
    r"\d[A-E]\d{3}(?:(?:, (?:or |and )?| or | and )\d[A-E]\d{3})*",
    re.IGNORECASE,
)
_END = re.compile(r"\. (?=[A-Z])|Note: | (?=[A-Z]{2} Column \d)| (?=[A-Z]{2} applies)")


def is_licence_table(gathered: Gathered, grid: Grid) -> bool:
    """Say whether a table is one of licence requirements; its header says so."""
    return bool(grid.head) and gathered.text(grid.head[-1][0]).lower().startswith("control")


def read_tables(gathered: Gathered, known: Collection[str]) -> list[RequirementRow]:
    """Read every licence table that has been gathered.

    Raises:
        UnknownValue: a row of no known reason.
        UnreadableDocument: a third cell with words.
    """
    rows: list[RequirementRow] = []
    counts: dict[str, list[int]] = {}
    for table in gathered.licence_tables:
        count = counts.setdefault(table.about, [0, 0])
        count[0] += 1
        for header in table.grid.head:
            for cell in header:
                gathered.omit("table-header", cell)
        for cells in table.grid.body:
            count[1] += 1
            rows.append(_row(gathered, table, cells, (count[0], count[1]), known))
    return rows


def _row(
    gathered: Gathered,
    table: Table,
    cells: tuple[Line, ...],
    numbers: tuple[int, int],
    known: Collection[str],
) -> RequirementRow:
    entry, (number, row) = table.about, numbers
    scope, wording = _two(gathered, entry, cells)
    first, second = gathered.text(scope), gathered.text(wording) if wording else ""
    reasons = _reasons(entry, scope, first)
    if len(reasons) > 1:
        gathered.issue(entry, "glued-cell", " ".join(reasons))
    paths = _scope(first, entry, known, _head(gathered, entry))
    for name in paths.unknown:
        gathered.issue(entry, "unknown-paragraph", name)
    columns = _columns(gathered, entry, second or first, reasons)
    pointers = _pointers(gathered, entry, second or first, known)
    return RequirementRow(
        entry=entry,
        table=number,
        row=row,
        reasons=reasons,
        scope=gathered.cut(scope),
        included=paths.included,
        excluded=paths.excluded,
        qualified=paths.qualified,
        wording=gathered.cut(wording) if wording else None,
        columns=columns,
        pointers=pointers,
        destinations=read_destinations(second or first, columns=columns, pointers=pointers),
    )


def _two(gathered: Gathered, entry: str, cells: tuple[Line, ...]) -> tuple[Line, Line | None]:
    words = [cell for cell in cells[1:] if gathered.text(cell)]
    if len(cells) == 1:
        gathered.issue(entry, "glued-cell", "one cell")
    elif len(words) < len(cells) - 1:
        gathered.issue(entry, "blank-cell", f"{len(cells)} cells")
    if len(words) > 1:
        raise gathered.unreadable(entry, cells[0], f"a licence table row of {len(cells)} cells")
    return cells[0], words[0] if words else None


def _reasons(entry: str, line: Line, text: str) -> tuple[str, ...]:
    found = tuple(dict.fromkeys(_APPLIES.findall(text)))
    if any(reason not in REASONS for reason in found) or not (found or _SANCTIONS.match(text)):
        raise UnknownValue(f"{entry}, line {line.at}: reason for control", text[:40], REASONS)
    return found


def _head(gathered: Gathered, entry: str) -> str:
    lines = next((item.lines for item in gathered.items if item.notation == entry), [])
    return " ".join(map(gathered.text, lines))


def _scope(text: str, entry: str, known: Collection[str], head: str) -> Paths:
    """Return what a row is about; a row about all that the head of its entry is for is about the entry."""
    words = _SANCTIONS.sub("", _APPLIES.sub("", text, count=1), count=1).strip()
    said = _END.split(words, maxsplit=1)
    paths = read_paths(said[0], entry, known)
    qualified = paths.qualified or words[len(said[0]) :].lstrip(". ").startswith("Note: ")
    whole = re.match(r"(?:the )?entire entry", words) is not None
    if _FOR_ALL.fullmatch(said[0].rstrip(".")) and set(_CODE.findall(head)) <= set(
        _CODE.findall(said[0])
    ):
        return Paths((), (), paths.unknown, qualified=False)
    included = () if whole else paths.included
    return Paths(included, paths.excluded, paths.unknown, qualified)


def _columns(
    gathered: Gathered, entry: str, text: str, reasons: tuple[str, ...]
) -> tuple[str, ...]:
    found: list[str] = []
    for reason, number in _COLUMN.findall(text):
        if not reason:
            gathered.issue(entry, "column-without-reason", f"Column {number}")
        found.append(f"{reason.strip() or reasons[0]} {number}")
    return tuple(dict.fromkeys(found))


def _pointers(gathered: Gathered, entry: str, text: str, known: Collection[str]) -> tuple[str, ...]:
    for (where, stands), meant in gathered.slips.items():
        if where == entry and stands in text:
            gathered.issue(entry, "official-typo", stands)
            text = text.replace(stands, meant)
    found = find_mentions(text, where=entry, list_key="us-ccl", known=known)
    return tuple(item.target for item in found if item.kind is ReferenceKind.PROVISION)


def read_grid(gathered: Gathered, about: str, grid: Grid, number: int) -> list[TableRow]:
    """Read a table that is none of licence requirements, row by row."""
    rows = [(True, cells) for cells in grid.head] + [(False, cells) for cells in grid.body]
    return [
        TableRow(
            about=about,
            table=number,
            row=row,
            cells=tuple(gathered.cut(cell) if gathered.text(cell) else None for cell in cells),
            heading=heading,
        )
        for row, (heading, cells) in enumerate(rows, start=1)
    ]
