"""Crosswalk and coverage over HTTP: two invented lists of which the second repeats the first."""

from collections.abc import Callable

import pytest
from fastapi.testclient import TestClient

from graph.model.document import ListDocument
from graph.model.quad import Quad
from graph.store.oxigraph import OxigraphStore
from ingest.curated.tables import emit_tables
from ingest.emit.control_list import emit_facts
from ingest.emit.wording import emit_wording

Serve = Callable[[OxigraphStore], TestClient]
DAYS = "valid=2026-06-24&known=2026-11-23"


@pytest.fixture(scope="module")
def model() -> list[Quad]:
    """The statements of the tables that mappings rest on."""
    told = list(emit_tables("urn:tables"))
    ours = {quad.subject for quad in told if quad.object.endswith(("#NumberingRule", "#MappingWeight"))}  # fmt: skip
    ours |= {quad.object for quad in told if quad.subject in ours}
    return [quad for quad in told if quad.subject in ours]


@pytest.fixture
def mapped(store: OxigraphStore, twin: ListDocument, serve: Serve, model: list[Quad]) -> TestClient:
    """A client of both lists, of a release with the model."""
    store.load(emit_facts(twin, graph="urn:yy:facts"))
    store.load(emit_wording(twin, graph="urn:yy:wording"))
    store.load(model)
    return serve(store)


def test_every_paragraph_is_answered_and_the_same_words_are_found(mapped: TestClient) -> None:
    told = mapped.get(f"/v1/crosswalk/zz-list/yy-annex?{DAYS}").json()
    assert {source["key"] for source in told["sources"]} == {"zz-list", "yy-annex"}
    rows = told["mappings"]
    assert {row["subject"] for row in rows} == {"3A001", "3A001.a", "9A012"}
    best = {row["subject"]: row for row in rows if row["rank"] == 1}
    assert best["3A001.a"]["object"] in {"3A001.a", "NONE"}
    assert all(row["review"] == "proposed" for row in rows)  # no rule knows these lists
    one = mapped.get(f"/v1/crosswalk/zz-list/yy-annex?item=3a001(a)&{DAYS}").json()["mappings"]
    assert {row["subject"] for row in one} == {"3A001.a"}


def test_coverage_is_never_determined_by_a_proposal(mapped: TestClient) -> None:
    rows = mapped.get(f"/v1/coverage/zz-list/yy-annex?{DAYS}").json()["coverage"]
    assert [row["paragraph"] for row in rows] == ["3A001", "3A001.a", "9A012"]
    assert {row["determinacy"] for row in rows} <= {"conditional", "unknown"}
    assert "uncovered" not in {row["status"] for row in rows}


@pytest.mark.parametrize(
    ("path", "status", "error"),
    [
        ("/v1/crosswalk/zz-list/zz-nothing", 404, "NotFound"),
        ("/v1/crosswalk/zz-list/zz-list", 404, "NotFound"),
        ("/v1/crosswalk/zz-list/yy-annex?item=9Z999", 404, "NotFound"),
        ("/v1/crosswalk/zz-list/yy-annex?top=0", 422, "UnreadableParameter"),
        ("/v1/coverage/zz-list/zz-nothing", 404, "NotFound"),
    ],
)
def test_what_cannot_be_mapped_says_why(
    mapped: TestClient, path: str, status: int, error: str
) -> None:
    answer = mapped.get(path)
    assert (answer.status_code, answer.json()["error"]) == (status, error)


def test_a_release_without_the_model_says_so(pair: TestClient) -> None:
    answer = pair.get(f"/v1/crosswalk/zz-list/yy-annex?{DAYS}")
    assert (answer.status_code, answer.json()["error"]) == (404, "NotFound")
