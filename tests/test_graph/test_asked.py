"""Questions that compare jurisdictions, over our own tables alone."""

from collections.abc import Mapping
from datetime import date

import pytest

from graph.answers.ask import QUESTIONS, ask, cells_of
from graph.answers.asked.answer import AnswerRow
from graph.answers.asof import AsOf, Determinacy
from graph.errors import NotFound, UnreadableItem
from graph.store.oxigraph import OxigraphStore

AS_OF = AsOf(date(2026, 11, 23), date(2026, 11, 23))
PARAMS: Mapping[int, Mapping[str, str]] = {
    9: {"a": "us", "b": "gb"}, 10: {}, 11: {}, 12: {"jurisdiction": "gb"}, 15: {}, 17: {"end_use": "nuclear"},
    18: {"jurisdiction": "de", "destination": "IR"}, 19: {"a": "us", "b": "eu"}, 31: {}, 32: {"destination": "CN"},
}  # fmt: skip


def answer(store: OxigraphStore, number: int, **params: str) -> list[AnswerRow]:
    return list(ask(store, number, params or PARAMS[number], AS_OF))


@pytest.mark.parametrize("number", PARAMS)
def test_each_row_is_cited_and_no_surer_than_its_sources(
    tables: OxigraphStore, number: int
) -> None:
    rows = answer(tables, number)
    assert rows
    for row in rows:
        assert row.citations
        assert len(cells_of(row, QUESTIONS[number])) == len(QUESTIONS[number].columns) + 3
        documents = [label for label in row.citations if label.startswith("document: ")]
        assert documents or row.determinacy is not Determinacy.DETERMINED


def test_a_decision_has_its_days_and_lags(tables: OxigraphStore) -> None:
    rows = {row.cells["jurisdiction"]: row.cells for row in answer(tables, 11, decision="wa-2014")}
    assert rows["us"]["in_force"] == "2015-05-21"
    assert rows["us"]["lag"] == "169"
    with pytest.raises(NotFound):
        answer(tables, 11, decision="WA-1990")


def test_what_was_not_seen_is_unknown_and_not_missing(tables: OxigraphStore) -> None:
    rows = answer(tables, 12)
    assert {row.determinacy for row in rows} == {Determinacy.UNKNOWN}
    assert "PLURI-QSC" not in {row.cells["decision"] for row in rows}
    assert all(row.cells["days"].startswith("> ") for row in rows)


def test_catch_alls_stand_in_an_order(tables: OxigraphStore) -> None:
    rows = {
        row.cells["rule"]: row.cells
        for row in answer(tables, 17, end_use="nuclear", jurisdictions="us,de")
    }
    assert {"C12", "C01", "C08"} <= set(rows)
    assert "C01" in rows["C12"]["order"]
    german = {row.cells["rule"]: row.cells["reaches"] for row in answer(tables, 18)}
    assert german["C08"] == german["C01"] == "yes"
    assert german["C02"] == "open"
    with pytest.raises(NotFound, match="known are"):
        answer(tables, 17, end_use="gardening")


def test_the_authorised_users_are_recognised_by_three(tables: OxigraphStore) -> None:
    (row,) = [row for row in answer(tables, 31) if "Authorised users" in row.cells["scheme"]]
    assert row.cells["recognised_by"].count(";") == 2


def test_a_tier_is_told_with_its_reasons_and_agreement(tables: OxigraphStore) -> None:
    rows = {
        row.cells["jurisdiction"]: row.cells
        for row in answer(tables, 32, destination="KP", jurisdictions="us eu jp kr")
    }
    assert [rows[key]["tier"] for key in ("us", "eu", "jp", "kr")] == ["6", "5", "6", ""]
    assert rows["eu"]["agreement"].startswith("0.")
    assert "D:5" in rows["us"]["reasons"]


def test_a_question_that_lacks_a_side_is_refused(tables: OxigraphStore) -> None:
    with pytest.raises(UnreadableItem, match="b=VALUE"):
        answer(tables, 9, a="us")
    with pytest.raises(NotFound):
        answer(tables, 18, jurisdiction="de", destination="QQ")
