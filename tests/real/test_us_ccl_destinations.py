"""Where licence requirements rows reach beside the chart, written out by hand from the rows of the list."""

import pytest

from graph.model.requirement import RequirementRow
from ingest.read import ListReading

pytestmark = pytest.mark.real

#: Expression to the rows, as ECCN and number of the row in it; an empty expression is a bare reference.
BY_HAND = {
    "": "0A501 4, 0A502 7, 0A503 2, 0A504 4, 0A505 5, 0A506 4, 0A507 4, 0A508 7, 0A509 5, 0A604 4, 0A606 7, 0A617 5, 0A998 1, "
        "1C992 3, 3B993 1, 3B994 1, 5A002 5, 5A004 5, 5D002 5, 9E003 2",
    "* -CA": "0A503 1, 0E982 1",
    "*": "2B910 1, 2B910 2, 2D910 1, 2D910 2, 2E903 1, 2E903 2, 2E910 1, 2E910 2, 3A001 4, 3A090 1, 3E001 4, 5A001 3, 5D001 2",
    "KP": "0A505 7, 0B505 5, 0B999 1, 0D999 1, 1B999 2, 1C999 1, 2B999 2, 3A999 2, 6A999 2",
    "IQ": "0B999 2, 0D999 2, 1C992 2, 1C995 2, 1C997 2, 1C999 2",
    "PK": "2A992 1, 2B999 1, 3A992 1, 6A996 1",
    "IQ PK": "1B999 1, 3A999 1",
    "CN RU VE": "0A606 5, 0A617 3, 0D606 3, 0D617 3, 0E606 3, 0E617 3, 1A613 3, 1D613 3, 1E613 3, 9A515 6",
    "MO us/D5": "3A069 2, 3A090 3, 3B001 4, 3B001 5, 3B002 2, 3B002 3, 3D001 6, 3D992 1, 3D992 2",
    "us/D1 us/D4 us/D5 -us/A5 -us/A6": "3A001 5, 3A090 2, 3D001 5, 3E001 5, 4A003 4, 4A004 3, 4A005 3, 4A090 2, 4D001 3",
    "us/CWC-non-party -IL -TW": "1E355 1",
    "?": "1D018 2, 4A001 4",
}  # fmt: skip
EXPECTED = {
    (row.split()[0], int(row.split()[1])): expression
    for expression, rows in BY_HAND.items()
    for row in rows.split(", ")
}


@pytest.fixture(scope="module")
def rows(readings: dict[str, ListReading]) -> dict[tuple[str, int], RequirementRow]:
    document = readings["us-ccl"].history.editions[-1].document
    return {(row.entry, row.row): row for row in document.requirements}


def test_expressions_are_those_that_were_written_out_by_hand(
    rows: dict[tuple[str, int], RequirementRow],
) -> None:
    assert len(EXPECTED) >= 60
    found = {at: " ".join(rows[at].destinations) for at in EXPECTED}
    assert found == EXPECTED


def test_every_row_is_a_column_set_an_expression_or_a_bare_reference(
    rows: dict[tuple[str, int], RequirementRow],
) -> None:
    chart = [row for row in rows.values() if row.columns]
    typed = [row for row in rows.values() if row.destinations]
    bare = [row for row in rows.values() if not row.columns and not row.destinations]
    assert len(chart) / len(rows) >= 0.81
    assert all(row.pointers for row in bare)
    assert len(chart) + len(typed) + len(bare) == len(rows)
    assert [row.entry for row in typed if "?" in row.destinations] == ["1D018", "4A001"]
