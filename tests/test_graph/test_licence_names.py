"""Where rules of licences show up beside licences: at destinations, at changes of groups, among what is weak."""

from datetime import date

import pytest

from graph.answers.ask import ask
from graph.answers.asof import AsOf
from graph.answers.destinations import destination
from graph.store.oxigraph import OxigraphStore
from ingest.curated.tables import emit_tables

AS_OF = AsOf(date(2026, 7, 23), date(2026, 11, 23))


@pytest.fixture(scope="module")
def tables() -> OxigraphStore:
    made = OxigraphStore.in_memory()
    made.load(emit_tables("urn:zz:tables"))
    return made


def test_a_destination_tells_which_rules_of_licences_name_it(tables: OxigraphStore) -> None:
    found = {r.fact.key: r.what for r in destination(tables, "RU", AS_OF).rules}
    assert found["746.8-russia-belarus"].endswith("restricts, for it")
    assert found["OGL4-1"] == "OGL4: authorises, not for it"
    assert "746.7-iran" not in found


def test_a_change_of_a_group_touches_the_rules_that_name_it(tables: OxigraphStore) -> None:
    rows = ask(tables, 22, {"destination": "RU"}, AS_OF)
    touched = {row.cells["affects"] for row in rows if row.cells["group"] == "eu/EU003"}
    assert touched == {"authorises: rule EU003; licence EU003; tier rule RT24"}


def test_rules_that_rest_on_excerpts_are_among_what_is_weak(tables: OxigraphStore) -> None:
    rows = ask(tables, 36, {"jurisdiction": "us"}, AS_OF)
    weak = {row.cells["id"] for row in rows if row.cells["table"] == "AuthorisationRule"}
    assert "740.2-a26" in weak
    assert "746.7-iran" not in weak
