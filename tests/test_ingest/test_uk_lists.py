"""The sheet of the UK lists, on small sheets in its format."""

from datetime import date

import pytest

from graph.errors import SourceError, UnreadableDocument
from graph.model.document import ListDocument
from ingest.checks.conservation import check_conservation
from ingest.source import Source
from ingest.sources.uk_lists.parse import canonical, parse
from ingest.sources.uk_lists.sheet import COLUMNS

SOURCE = Source(
    key="uk-ml", name="Zz", jurisdiction="gb", citation="Zz", language="en", document="uk/zz.csv", format="csv",
    sha256="0" * 64, valid_on=date(2018, 7, 1), published_on=date(2018, 11, 2), url="https://law.example",
    licence="free", title_is_free=True, expect={},
)  # fmt: skip
ROWS = [
    "uk-military-list,1,1,ML6,Carts as follows:,,,NB: See ML2,,",
    "uk-military-list,2,2,ML6a,a Carts having any of the following:,Note: ML6a does not control toys.,,,,Technical Note: x",
    "uk-military-list,3,3,ML6a1,Two wheels; or,,,,,",
    "uk-military-list,4,3,ML6a,Something else,,,,,",
    "uk-military-list,5,1,,ML14 Drills,,,,,",
    "eu-annex-i-2018,6,0,9,Category 9 Kites,,,,,",
]


def sheet(*rows: str) -> bytes:
    return "\n".join([",".join(COLUMNS), *rows, ""]).encode()


def read(raw: bytes) -> ListDocument:
    document = parse(raw, SOURCE)
    check_conservation(document, canonical(raw).text, raw, SOURCE)
    return document


def test_ratings_are_made_regular_and_rows_without_one_are_named_by_their_place() -> None:
    document = read(sheet(*ROWS))
    assert [(p.notation, p.parent) for p in document.paragraphs] == [
        ("ML6", None), ("ML6.a", "ML6"), ("ML6.a.1", "ML6.a"), ("ML6.a.row.4-5", "ML6.a"), ("ML14", None),
    ]  # fmt: skip
    assert {i.kind for i in document.issues} >= {"row-without-number", "rating-only-in-the-words"}


def test_columns_of_notes_become_notes() -> None:
    document = read(sheet(*ROWS))
    assert [(n.notation, n.kind.value) for n in document.notes] == [
        ("ML6.nb.1", "nota bene"), ("ML6.a.note.1", "decontrol"), ("ML6.a.techn.1", "technical"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("raw", "place"),
    [
        (b"a,b\n", "row 1"),
        (sheet("uk-military-list,1,x,ML6,Carts,,,,,"), "row 2"),
        (sheet("another,1,1,ML6,Carts,,,,,"), "another"),
        (sheet("uk-military-list,1,1"), "row 2"),
        (sheet("uk-military-list,1,1,Q,Carts,,,,,"), "rating"),
        ("list".encode("utf-16"), "byte"),
    ],
)
def test_what_does_not_fit_is_named(raw: bytes, place: str) -> None:
    with pytest.raises(UnreadableDocument, match=place) as caught:
        parse(raw, SOURCE)
    assert isinstance(caught.value, SourceError)
