"""Groups and dated rules over the real release: sizes, dates and statuses that the sources give."""

from datetime import date

import pytest

from graph.answers.ask import QUESTIONS, ask, cells_of
from graph.answers.asked.calendar import status_of
from graph.answers.asof import AsOf, Determinacy
from graph.answers.groups import members, of_destination
from graph.errors import NotFound, UnreadableItem
from graph.release import Release
from graph.store.oxigraph import OxigraphStore

pytestmark = pytest.mark.real

TODAY = date(2026, 11, 23)


def on(day: str, known: date = TODAY) -> AsOf:
    return AsOf(date.fromisoformat(day), known)


@pytest.fixture(scope="module")
def store(release: Release) -> OxigraphStore:
    return OxigraphStore.read_only(release.store)


@pytest.mark.parametrize(
    ("group", "day", "size"),
    [
        ("us/A1", "2026-07-23", 40), ("us/A2", "2026-07-23", 34), ("us/A3", "2026-07-23", 42), ("us/A4", "2026-07-23", 45),
        ("jp/3", "2026-06-05", 27), ("ca/GEP-41", "2026-07-23", 32), ("eu/EU001", "2021-09-09", 10),
    ],
)  # fmt: skip
def test_groups_have_their_known_sizes(
    store: OxigraphStore, group: str, day: str, size: int
) -> None:
    assert len(members(store, group, on(day))) == size


@pytest.mark.parametrize(
    ("destination", "group", "day", "member"),
    [
        ("KR", "jp/3", "2019-08-27", True), ("KR", "jp/3", "2019-08-28", False),
        ("KR", "jp/3", "2023-07-20", False), ("KR", "jp/3", "2023-07-21", True),
        ("RU", "eu/EU003", "2022-05-04", True), ("RU", "eu/EU003", "2022-05-05", False),
        ("RU", "eu/EU004", "2022-05-05", False), ("RU", "eu/EU005", "2022-05-05", False),
        ("AE", "us/A5", "2026-06-20", False), ("AE", "us/A5", "2026-07-23", True),
    ],
)  # fmt: skip
def test_memberships_are_dated(
    store: OxigraphStore, destination: str, group: str, day: str, *, member: bool
) -> None:
    found = {one.group: one for one in of_destination(store, destination, on(day))}
    assert found[group].member is member


def test_a_membership_between_two_texts_that_differ_is_open(store: OxigraphStore) -> None:
    found = {one.group: one for one in of_destination(store, "AE", on("2026-07-01"))}["us/A5"]
    assert found.determinacy is Determinacy.CONDITIONAL


def test_the_limit_of_a_membership_is_said(store: OxigraphStore) -> None:
    found = {one.destination: one for one in members(store, "us/A5", on("2026-07-23"))}
    assert "740.2(a)(26)" in found["AE"].limited_to
    assert not found["JP"].limited_to


@pytest.mark.parametrize(
    ("day", "status", "confirmed"),
    [
        ("2025-11-09", "in force", True),
        ("2026-11-09", "suspended until 2026-11-09", True),
        ("2026-11-10", "suspended until 2026-11-09, what followed is unconfirmed", False),
    ],
)
def test_a_suspension_is_never_simply_over(
    store: OxigraphStore, day: str, status: str, *, confirmed: bool
) -> None:
    (told,) = status_of(store, "Affiliates", on(day))
    assert (told.status, told.confirmed) == (status, confirmed)


PARAMS = {
    9: {"a": "us", "b": "gb"}, 12: {"jurisdiction": "gb"}, 15: {"jurisdictions": "us,cn,de"}, 17: {"end_use": "nuclear"},
    18: {"jurisdiction": "us", "destination": "CN"}, 19: {"a": "us", "b": "eu"}, 32: {"destination": "CN"},
    13: {"instrument": "EU001"}, 14: {"jurisdictions": "us,de,ca"}, 21: {"group": "us/A5"}, 22: {"destination": "RU"},
    1: {"item": "us-ccl:3A001.b.4", "destination": "CN"}, 2: {"item": "us-ccl:3A001.b.4", "destination": "CN", "jurisdictions": "eu"},
    8: {"item": "eu-annex-i:3A001.b.4", "destination": "KR"}, 16: {"jurisdiction": "us", "destination": "IR"},
    20: {"jurisdiction": "us", "release": "technology"}, 29: {"item": "us-ccl:3A001.b.4"},
    35: {"item": "us-ccl:3A001.b.4", "destination": "CN", "through": "DE"},
    23: {"days": "400"}, 33: {"destination": "RU"}, 34: {"jurisdiction": "us"},
}  # fmt: skip


@pytest.mark.parametrize("number", QUESTIONS)
def test_every_question_is_answered_with_citations(store: OxigraphStore, number: int) -> None:
    rows = ask(store, number, PARAMS.get(number, {}), on("2026-11-23"))
    assert rows
    assert all(row.citations or row.determinacy is Determinacy.UNKNOWN for row in rows)
    asked = QUESTIONS[number]
    assert all(len(cells_of(row, asked)) == len(asked.columns) + 3 for row in rows)
    assert rows == ask(store, number, PARAMS.get(number, {}), on("2026-11-23"))


def test_nothing_that_rests_on_memory_is_determined(store: OxigraphStore) -> None:
    for number in QUESTIONS:
        for row in ask(store, number, PARAMS.get(number, {}), on("2026-11-23")):
            if not any(citation.startswith("document: ") for citation in row.citations):
                assert row.determinacy is not Determinacy.DETERMINED


def test_misuse_is_named(store: OxigraphStore) -> None:
    with pytest.raises(NotFound, match="answered are 1, 2, 8, 9"):
        ask(store, 99, {}, on("2026-11-23"))
    with pytest.raises(UnreadableItem, match="instrument=VALUE"):
        ask(store, 13, {}, on("2026-11-23"))
    with pytest.raises(UnreadableItem, match="colour"):
        ask(store, 13, {"instrument": "EU001", "colour": "red"}, on("2026-11-23"))
    with pytest.raises(NotFound, match="group"):
        ask(store, 21, {"group": "us/Z9"}, on("2026-11-23"))


def test_the_years_of_a_firm_are_the_greatest(store: OxigraphStore) -> None:
    rows = ask(store, 14, {"jurisdictions": "us de ca ch"}, on("2026-11-23"))
    kept = {
        row.cells["what"].split(" ")[0]
        for row in rows
        if row.cells["kind"] == "record keeping" and row.cells["driver"] == "1"
    }
    others = {
        row.cells["what"].split(" ")[0] for row in rows if row.cells["kind"] == "record keeping"
    }
    numbers = {int(text) for text in others if text.isdigit()}
    assert str(max(numbers)) in kept
    assert not {str(n) for n in numbers - {max(numbers)}} & kept
