"""One licence over HTTP: its scope, what restricts it, and what only the user can answer."""

from collections.abc import Callable

import pytest
from fastapi.testclient import TestClient

from graph.store.oxigraph import OxigraphStore
from ingest.curated.tables import emit_tables

DAYS = "valid=2026-07-23&known=2026-11-23"


@pytest.fixture(scope="module")
def tables() -> OxigraphStore:
    made = OxigraphStore.in_memory()
    made.load(emit_tables("urn:zz:tables"))
    return made


@pytest.fixture
def licences(tables: OxigraphStore, serve: Callable[[OxigraphStore], TestClient]) -> TestClient:
    """A client of our own tables alone."""
    return serve(tables)


def test_a_rule_says_items_destinations_questions_days_and_sources(licences: TestClient) -> None:
    told = licences.get(f"/v1/licences/eu/EU005?{DAYS}").json()
    (rule,) = told["rules"]
    assert [(t["text"], t["kind"], t["reach"]) for t in rule["items"][:4]] == [
        ("eu-annex-i:5A001.b.2", "item", "in"), ("eu-annex-i:5A001.c", "item", "in"),
        ("eu-annex-i:5A001.d", "item", "in"), ("eu-annex-i:5B001", "item", "in part"),
    ]  # fmt: skip
    assert [(t["text"], t["kind"]) for t in rule["destinations"]] == [("eu/EU005", "group")]
    assert "eu/first-use" in {q["key"] for q in rule["questions"]}
    assert rule["valid_from"] == "2021-09-09"
    assert rule["grounds"][0]["kind"] == "document"
    assert told["as_of"] == {"valid": "2026-07-23", "known": "2026-11-23"}
    assert "RU" not in {m["destination"] for m in told["members"]}
    assert told["conflicts"]


def test_restrictions_of_all_exceptions_stand_with_each_but_those_left_out(
    licences: TestClient,
) -> None:
    def restrictions(key: str) -> set[str]:
        rules = licences.get(f"/v1/licences/us/{key}?{DAYS}").json()["rules"]
        return {rule["key"] for rule in rules if rule["restricts"]}

    assert {"746.2-cuba", "746.7-iran", "744-parties"} <= restrictions("LVS")
    assert "746.2-cuba" not in restrictions("GFT")
    assert restrictions("STA") - restrictions("LVS") == {"740.2-a26"}


def test_an_open_licence_of_2016_opens_its_set_and_its_conditions(licences: TestClient) -> None:
    (rule,) = licences.get(f"/v1/licences/gb/OGL1?{DAYS}").json()["rules"]
    assert [(t["kind"], len(t["members"])) for t in rule["items"]] == [("item set", 79)]
    assert {m["in_part"] for m in rule["items"][0]["members"]} == {True, False}
    assert (len(rule["questions"]), rule["ranking"], rule["end_users"]) == (20, "5", ["GOV", "OTHER"])  # fmt: skip


def test_a_german_general_licence_is_found_like_the_others(licences: TestClient) -> None:
    told = licences.get("/v1/licences/de/AGG-12?valid=2026-01-01&known=2026-11-23").json()
    assert told["about"]["determinacy"] == "conditional"
    (rule,) = told["rules"]
    assert [(t["text"], t["kind"], t["reach"]) for t in rule["items"]] == [
        ("eu-annex-i", "list", "in part"), ("de-al-b", "list", "in part"),
    ]  # fmt: skip
    assert rule["destinations"][0]["kind"] == "not held"
    held = licences.get(f"/v1/licences?jurisdiction=de&{DAYS}").json()["licences"]
    assert len(held) >= 18


@pytest.mark.parametrize("path", ["eu/EU999", "fr/EU005"])
def test_an_instrument_that_is_not_known_is_404(licences: TestClient, path: str) -> None:
    assert licences.get(f"/v1/licences/{path}?{DAYS}").status_code == 404
    assert licences.get(f"/licences/{path}?{DAYS}").status_code == 404


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("eu/EU001", ["whole list", "set eu/section-i", "2021-09-09"]),
        ("us/LVS", ["Restrictions that override", "entries that allow LVS", "746.7(c)"]),
        ("gb/OGL2", ["ranking 41", "284 items", "everywhere"]),
        ("jp/small-value-exemption", ["up to 1000000 JPY"]),
        ("de/AGG-12", ["not at hand"]),
    ],
)
def test_the_page_of_a_licence_is_readable(
    licences: TestClient, path: str, said: list[str]
) -> None:
    answer = licences.get(f"/licences/{path}?valid=2026-03-01&known=2026-11-23")
    assert answer.status_code == 200
    words = " ".join(answer.text.split())
    assert not [one for one in said if one not in words]
    assert "/v1/licences/" in words
