"""Who recognises whom, by our own tables: matrix, pairs, mirrors; and the mutations that must show."""

import csv
import shutil
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from graph.answers.asof import AsOf
from graph.answers.recognition import Pair, Standing, lapses, matrix, recognition
from graph.errors import NotFound, UnreadableItem
from graph.store.oxigraph import OxigraphStore
from ingest.curated import shipped
from ingest.curated.tables import emit_tables, read_tables

TODAY = date(2026, 11, 23)
Row = dict[str, str]


def on(day: str) -> AsOf:
    return AsOf(date.fromisoformat(day), TODAY)


AS_OF = on("2026-11-23")


def cells(store: OxigraphStore, as_of: AsOf = AS_OF) -> dict[tuple[str, str], Pair]:
    return {(pair.a, pair.b): pair for pair in matrix(store, as_of)}


@pytest.fixture
def spoiled(tmp_path: Path) -> Callable[[str, Callable[[Row], Row | None]], OxigraphStore]:
    """A store of our tables with the rows of one table changed."""

    def made(table: str, change: Callable[[Row], Row | None]) -> OxigraphStore:
        for name in {
            "tables.yml",
            "jurisdictions",
            *(t.partition("/")[0] for t in read_tables().tables),
        }:
            source = shipped("data") / name
            (shutil.copytree if source.is_dir() else shutil.copy)(source, tmp_path / name)
        for name in ("snapshot", "lists"):
            (tmp_path / name).symlink_to(shipped("data") / name)
        path = tmp_path / f"{table}.csv"
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file)
            header, rows = list(reader.fieldnames or ()), list(reader)
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, header)
            writer.writeheader()
            writer.writerows(row for row in map(change, rows) if row is not None)
        OxigraphStore.at(tmp_path / "store").load(emit_tables("urn:zz:tables", tmp_path))
        return OxigraphStore.read_only(tmp_path / "store")

    return made


def test_every_unordered_pair_stands_once_and_only_known_law_is_mutual(
    tables: OxigraphStore,
) -> None:
    held = cells(tables)
    assert len(held) == 33 * 32 // 2
    assert all(a < b for a, b in held)
    assert Counter(pair.status for pair in held.values())[Standing.MUTUAL] > 400
    # every status but none rests on something that is named and cited
    assert all(pair.citations and (pair.a_by or pair.b_by) for pair in held.values())


@pytest.mark.parametrize(
    ("a", "b", "status"),
    [
        ("jp", "us", "mutual"), ("de", "us", "mutual"), ("cy", "us", "mutual"), ("ca", "jp", "mutual"), ("de", "fr", "mutual"),
        ("ee", "jp", "a_to_b"), ("ca", "cy", "b_to_a"), ("bg", "ca", "a_to_b"),
        ("de", "gb", "conditional"), ("ch", "jp", "conditional"), ("no", "us", "conditional"),
    ],
)  # fmt: skip
def test_pairs_stand_as_the_groups_say(tables: OxigraphStore, a: str, b: str, status: str) -> None:
    assert cells(tables)[a, b].status == status


def test_within_the_union_the_same_items_move_both_ways(tables: OxigraphStore) -> None:
    pair = cells(tables)["de", "fr"]
    assert (pair.overlap, pair.a_by) == ("1.000", ("Intra-EU dual-use",))
    assert cells(tables)["jp", "us"].overlap == ""


def test_korea_and_the_united_kingdom_count_from_their_days(tables: OxigraphStore) -> None:
    def favours(day: str) -> set[str]:
        rows = recognition(tables, "jp", "kr", on(day), kind="favouredDestination")
        return {row.act.key for row in rows if row.direction is Standing.A_TO_B}

    # the brokering relief and the bulk licence have no first day that is known
    assert favours("2019-08-27") == favours("2023-07-21") == {"R12", "R62"}
    assert favours("2019-08-28") == favours("2023-07-20") == set()
    assert ("de", "gb") in cells(tables, on("2020-12-31"))
    (before, back) = recognition(tables, "eu", "gb", on("2020-12-31"), kind="freeMovement")
    assert before.open == back.open == ("no document",)
    assert recognition(tables, "eu", "gb", on("2021-01-01"), kind="freeMovement") == ()
    assert recognition(tables, "eu", "gb", on("2021-09-09"), kind="favouredDestination")


def test_a_mirror_that_is_not_in_force_is_a_finding(tables: OxigraphStore) -> None:
    (row,) = [
        row
        for row in recognition(tables, "gb", "us", on("2024-08-20"), kind="conditionalReciprocity")
        if row.act.key == "R02"
    ]
    assert row.finding
    assert "mirror R01 not in force" in row.open
    assert [(act.key, mirror) for act, mirror, _ in lapses(tables, on("2024-08-20"))] == [
        ("R02", "R01")
    ]
    assert not list(lapses(tables, AS_OF))


def test_what_no_document_proves_is_never_sure(tables: OxigraphStore) -> None:
    rows = recognition(tables, "eu", "us", AS_OF) + recognition(tables, "gb", "ch", AS_OF)
    assert len(rows) > 20
    for row in rows:
        sure = row.determinacy == "determined"
        assert sure is (not row.open)
        assert not sure or row.act.determinacy == "determined"


@pytest.mark.parametrize(("a", "b", "kind"), [("us", "us", ""), ("us", "gb", "friendship")])
def test_what_cannot_be_asked_is_refused(tables: OxigraphStore, a: str, b: str, kind: str) -> None:
    with pytest.raises(UnreadableItem):
        recognition(tables, a, b, AS_OF, kind=kind)
    with pytest.raises(NotFound):
        recognition(tables, "xx", b, AS_OF)


def test_a_flipped_direction_shows(spoiled: Callable[..., OxigraphStore]) -> None:
    def flip(row: Row) -> Row:
        if row["id"] in ("R12", "R13"):
            row["grantor_terms"], row["destination_terms"] = "jp/3", "JP"
        return row

    pair = cells(spoiled("recognition/acts", flip))["jp", "us"]
    assert pair.status is Standing.B_TO_A


def test_a_text_that_is_of_another_day_shows(spoiled: Callable[..., OxigraphStore]) -> None:
    def age(row: Row) -> Row:
        return row | ({"valid_from": "2026-11-24"} if row["id"] == "R13" else {})

    # what is left is the bulk licence, which no document proves
    pair = cells(spoiled("recognition/acts", age))["jp", "us"]
    assert pair.status is Standing.CONDITIONAL


def test_a_snapshot_is_exact_on_its_day_only(tables: OxigraphStore) -> None:
    def told(day: str) -> str:
        rows = recognition(tables, "us", "jp", on(day), kind="favouredDestination")
        return next(row.currency for row in rows if row.act.key == "R34")

    assert (told("2026-07-23"), told("2026-07-24")) == ("exact", "assumed")


def test_a_dropped_member_shows(spoiled: Callable[..., OxigraphStore]) -> None:
    dropped = spoiled(
        "groups/memberships", lambda row: None if row["id"].startswith("us/A5/JP") else row
    )
    assert cells(dropped)["jp", "us"].status is Standing.A_TO_B
