"""The HTTP API and the pages, over an invented list and a real HTTP client."""

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.errors import STATUS, status_of
from api.library import Holding, Library
from graph.errors import AmbiguousItem, ComityError, NotBuilt, NotFound, UnreadableDate
from graph.release import Release, Shelf
from graph.store.oxigraph import OxigraphStore
from graph.store.search import SearchIndex, write_index
from ingest.index import positions_of

DAYS = "valid=2026-06-24&known=2026-11-23"


@pytest.fixture
def client(store: OxigraphStore, tmp_path: Path) -> TestClient:
    write_index(tmp_path / "search.sqlite", positions_of(store))
    holding = Holding(
        "0123456789ab",
        "2026-11-23T00:00:00+00:00",
        (),
        store,
        SearchIndex(tmp_path / "search.sqlite"),
    )
    return TestClient(create_app(lambda: holding))


def test_an_entry_carries_both_days_the_release_the_source_and_its_words(
    client: TestClient,
) -> None:
    told = client.get(f"/v1/entries/zz-list/3A001(a)?{DAYS}").json()
    assert told["as_of"] == {"valid": "2026-06-24", "known": "2026-11-23"}
    assert told["release"]["key"] == "0123456789ab"
    body = told["entry"]
    assert (body["state"]["sha256"], body["state"]["citation"]) == ("0" * 64, "Zz Act, Sch. 1")
    assert body["vintage"] == {"currency": "exact", "remarks": [], "determinacy": "determined"}
    assert body["position"]["words"]["quote"] == "Blue widgets having all of the following:"
    assert len(body["position"]["words"]["digest"]) == 12
    assert [child["kind"] for child in body["children"]] == ["condition", "condition"]
    assert body["notes"][0]["items"][0]["notation"] == "3A001.a.note.1.a"
    assert body["requirements"][0]["columns"] == ["NS 2"]
    assert body["exceptions"][0]["amounts"] == [
        {"value": "500", "currency": "USD", "paragraphs": ["3A001.a"]}
    ]
    assert told["candidates"] == []


def test_a_superseded_text_says_so(client: TestClient) -> None:
    vintage = client.get("/v1/entries/zz-list/9A012?valid=2026-09-01&known=2026-09-01").json()[
        "entry"
    ]["vintage"]
    assert (vintage["currency"], vintage["determinacy"]) == ("superseded", "conditional")
    assert "Zz Gazette 7" in vintage["remarks"][1]


@pytest.mark.parametrize(
    ("path", "status", "error"),
    [
        ("/v1/entries/zz-list/9Z999", 400, "UnreadableItem"),
        ("/v1/entries/zz-list/9A999", 404, "NotFound"),
        ("/v1/entries/zz-nothing/3A001", 404, "NotFound"),
        ("/v1/lists/zz-nothing", 404, "NotFound"),
        ("/v1/lists/zz-list?category=8", 404, "NotFound"),
        ("/v1/entries/zz-list/3A001?valid=soon", 400, "UnreadableDate"),
        ("/v1/entries/zz-list/3A001?known=2020-01-01", 404, "NotInForce"),
        ("/v1/compare?left=3A001&right=zz-list:3A001", 400, "UnreadableItem"),
        ("/v1/search?q=widgets&list=yy", 404, "NotFound"),
    ],
)
def test_a_question_without_an_answer_says_why(
    client: TestClient, path: str, status: int, error: str
) -> None:
    answer = client.get(path)
    assert (answer.status_code, answer.json()["error"]) == (status, error)
    assert answer.json()["detail"]


@pytest.mark.parametrize(
    ("exc", "status"),
    [
        (NotFound("list", "x"), 404), (AmbiguousItem("x", ["a", "b"]), 409), (NotBuilt("x"), 503),
        (UnreadableDate("x"), 400), (ComityError(), 500),
    ],
)  # fmt: skip
def test_each_error_has_the_status_of_its_closest_ancestor(exc: ComityError, status: int) -> None:
    assert status_of(exc) == status
    assert ComityError in STATUS


def test_lists_trees_search_and_comparison_answer(client: TestClient) -> None:
    lists = client.get("/v1/lists").json()["lists"]
    assert [(one["key"], one["entries"]) for one in lists] == [("zz-list", {"cat3": 1, "cat9": 1})]
    tree = client.get("/v1/lists/zz-list?depth=9").json()["positions"]
    assert len(tree) == 7
    assert len(client.get("/v1/lists/zz-list").json()["positions"]) == 3
    hits = client.get("/v1/search?q=wid").json()["hits"]
    assert {hit["found_by"] for hit in hits} == {"words"}
    first = client.get("/v1/search?q=3a001a").json()["hits"][0]
    assert (first["item"], first["found_by"]) == ("zz-list:3A001.a", "code")
    both = client.get("/v1/compare?left=zz-list:3A001.a.1&right=zz-list:3A001.a.2").json()
    assert "not compared" in both["remark"]


def test_the_description_has_examples_and_error_models(client: TestClient) -> None:
    told = client.get("/openapi.json").json()
    assert set(told["paths"]) == {
        "/health", "/v1/lists", "/v1/lists/{list_key}", "/v1/entries/{list_key}/{notation}", "/v1/search", "/v1/compare",
    }  # fmt: skip
    operation = told["paths"]["/v1/entries/{list_key}/{notation}"]["get"]
    assert {"200", "400", "404", "409", "503"} <= set(operation["responses"])
    described = {p["name"]: p["schema"].get("examples") for p in operation["parameters"]}
    assert described["notation"] == ["3A001.b.4", "3a001(b)(4)"]
    assert described["valid"] == ["2026-06-24"]
    assert "ErrorOut" in told["components"]["schemas"]


PAGES = [
    "/", "/lists/zz-list", "/lists/zz-list?category=3", "/lists/zz-list/issues", "/entries/zz-list/3A001.a", "/entries/zz-list/3A",
    "/entries/zz-list/3A001.a.note.1", "/compare?left=zz-list:3A001&right=zz-list:9A012", "/search", "/search?q=widgets",
]  # fmt: skip


@pytest.mark.parametrize("path", PAGES)
def test_every_page_is_whole_html_without_scripts(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/html")
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert "<script" not in answer.text
    assert " style=" not in answer.text
    assert answer.text.rstrip().endswith("</html>")
    assert 'lang="en"' in answer.text
    assert "<h1>" in answer.text
    assert client.head(path).status_code == 200


def test_a_page_keeps_the_days_in_its_links(client: TestClient) -> None:
    page = client.get(f"/entries/zz-list/3A001.a?{DAYS}").text
    assert 'href="/entries/zz-list/3A001?valid=2026-06-24&amp;known=2026-11-23"' in page


def test_a_note_that_is_found_leads_to_its_place_on_a_page(client: TestClient) -> None:
    page = client.get("/search?q=wooden").text
    assert 'href="/entries/zz-list/3A001.a.note.1.a#3A001.a.note.1.a"' in page
    assert 'id="3A001.a.note.1.a"' in client.get("/entries/zz-list/3A001.a.note.1.a").text


def test_words_of_a_document_are_shown_as_words(client: TestClient) -> None:
    page = client.get("/search?q=<script>alert(1)</script>").text
    assert "<script>" not in page
    assert client.get('/entries/zz-list/"><b>').status_code == 400


def test_an_error_is_a_page_for_people(client: TestClient) -> None:
    answer = client.get("/entries/zz-list/laser")
    assert answer.status_code == 400
    assert "No answer" in answer.text
    assert "laser" in answer.text


def test_nothing_built_is_said_and_a_new_release_is_served_without_a_restart(
    release: Release, tmp_path: Path
) -> None:
    shelf = Shelf(tmp_path)
    client = TestClient(create_app(Library(shelf)))
    answer = client.get("/health")
    assert (answer.status_code, answer.json()["error"]) == (503, "NotBuilt")
    shelf.releases.mkdir()
    (shelf.releases / release.key).symlink_to(release.folder)
    shelf.pointer.write_text(release.key, encoding="utf-8")
    assert client.get("/health").json()["release"]["key"] == release.key
    page = client.get("/entries/us-ccl/3A001.b.4").text
    assert "eu-annex-i:3A001.b.4" in page
    assert "candidate" in page
