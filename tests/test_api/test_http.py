"""The HTTP API, over invented lists and a real HTTP client."""

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.errors import STATUS, status_of
from api.library import Holding, Library
from graph.errors import AmbiguousItem, ComityError, NotBuilt, NotFound, UnreadableDate
from graph.release import Release, Shelf

DAYS = "valid=2026-06-24&known=2026-11-23"


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
        ("/v1/entries/zz-list/9Z999", 404, "NotFound"),
        ("/v1/entries/zz-list/9A999", 404, "NotFound"),
        ("/v1/entries/zz-nothing/3A001", 404, "NotFound"),
        ("/v1/lists/zz-nothing", 404, "NotFound"),
        ("/v1/lists/zz-list?category=8", 404, "NotFound"),
        ("/v1/entries/zz-list/3A001?valid=soon", 400, "UnreadableDate"),
        ("/v1/entries/zz-list/3A001?known=2020-01-01", 404, "NotInForce"),
        ("/v1/compare?left=3A001&right=zz-list:3A001", 400, "UnreadableItem"),
        ("/v1/search?q=widgets&list=yy", 404, "NotFound"),
        ("/v1/search", 422, "UnreadableParameter"),
        ("/v1/search?q=widgets&limit=0", 422, "UnreadableParameter"),
        ("/v1/nothing", 404, "NotFound"),
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
    assert [(one["key"], one["entries"]) for one in lists] == [("zz-list", {"3A": 1, "9A012": 1})]
    tree = client.get("/v1/lists/zz-list?depth=9").json()["positions"]
    assert len(tree) == 7
    assert len(client.get("/v1/lists/zz-list").json()["positions"]) == 3
    hits = client.get("/v1/search?q=wid").json()["hits"]
    assert {hit["found_by"] for hit in hits} == {"words"}
    first = client.get("/v1/search?q=3a001a").json()["hits"][0]
    assert (first["item"], first["found_by"]) == ("zz-list:3A001.a", "code")
    both = client.get("/v1/compare?left=zz-list:3A001.a.1&right=zz-list:3A001.a.2").json()
    assert both["contrast"]["relation"] in ("unknown", "incomparable")
    same = client.get("/v1/compare?left=zz-list:3A001.a.1&right=zz-list:3A001.a.1").json()
    assert (same["contrast"]["relation"], same["contrast"]["determinacy"]) == (
        "equal",
        "determined",
    )


def test_the_description_has_examples_and_error_models(client: TestClient) -> None:
    told = client.get("/openapi.json").json()
    assert set(told["paths"]) == {
        "/health", "/v1/lists", "/v1/lists/{list_key}", "/v1/entries/{list_key}/{notation}", "/v1/search", "/v1/compare",
        "/v1/law", "/v1/law/{path}", "/v1/ask", "/v1/ask/{number}", "/v1/destinations/{code}", "/v1/groups/{key}", "/v1/licences",
        "/v1/licences/{jurisdiction}/{key}",
        "/v1/determinations/{jurisdiction}", "/v1/determinations/{jurisdiction}/memo", "/v1/classify",
        "/v1/recognition", "/v1/recognition/{a}/{b}", "/v1/conflicts",
        "/v1/gaps/{list_a}/{list_b}", "/v1/side-by-side/{topic}",
        "/v1/crosswalk/{list_a}/{list_b}", "/v1/coverage/{list_key}/{other}",
        "/v1/thresholds/{list_key}", "/v1/references/{list_key}", "/v1/logic/{list_key}/{notation}",
    }  # fmt: skip
    operation = told["paths"]["/v1/entries/{list_key}/{notation}"]["get"]
    assert {"200", "400", "404", "409", "422", "503"} <= set(operation["responses"])
    refused = operation["responses"]["409"]["content"]["application/json"]
    assert refused["example"]["candidates"]
    assert refused["schema"]["$ref"].endswith("ErrorOut")
    described = {p["name"]: p["schema"].get("examples") for p in operation["parameters"]}
    assert described["notation"] == ["3A001.b.4", "3a001(b)(4)"]
    assert described["valid"] == ["2026-06-24"]
    assert "ErrorOut" in told["components"]["schemas"]


def test_an_ambiguous_spelling_is_refused_with_its_candidates(pair: TestClient) -> None:
    answer = pair.get("/v1/entries/yy-annex/3A001a12")
    assert answer.status_code == 409
    told = answer.json()
    assert told["candidates"] == ["yy-annex:3A001.a.1.2", "yy-annex:3A001.a.12"]
    assert told["text"] == "3A001a12"


def test_an_error_gives_its_facts(client: TestClient) -> None:
    told = client.get("/v1/entries/zz-list/3A001?known=2020-01-01").json()
    assert (told["key"], told["known"]) == ("zz-list", "2020-01-01")
    assert told["held"] == ["@on-2026-06-24 published 2026-06-24"]


def test_a_failure_of_ours_does_not_say_what_it_was() -> None:
    def fails() -> Holding:
        raise RuntimeError("secret")

    client = TestClient(create_app(fails), raise_server_exceptions=False)
    for path in ("/v1/lists", "/"):
        answer = client.get(path)
        assert answer.status_code == 500
        assert "secret" not in answer.text


ANSWERS = [
    ("/v1/lists", ["yy-annex", "zz-list"]),
    ("/v1/lists/zz-list", ["zz-list"]),
    ("/v1/entries/zz-list/3A001.a", ["zz-list", "yy-annex"]),
    ("/v1/search?q=widgets", ["yy-annex", "zz-list"]),
    ("/v1/compare?left=zz-list:3A001&right=yy-annex:3A001", ["zz-list", "yy-annex"]),
]


@pytest.mark.parametrize(("path", "keys"), ANSWERS)
def test_every_answer_names_the_days_the_release_and_its_sources(
    pair: TestClient, path: str, keys: list[str]
) -> None:
    told = pair.get(f"{path}{'&' if '?' in path else '?'}{DAYS}").json()
    assert told["as_of"] == {"valid": "2026-06-24", "known": "2026-11-23"}
    assert told["release"]["key"] == "0123456789ab"
    assert [source["key"] for source in told["sources"]] == keys
    assert {len(source["sha256"]) for source in told["sources"]} == {64}


def test_a_code_in_two_lists_makes_candidates_never_matches(pair: TestClient) -> None:
    told = pair.get(f"/v1/entries/zz-list/3A001.a?{DAYS}").json()
    assert [one["item"] for one in told["candidates"]] == ["yy-annex:3A001.a"]
    assert "candidate" in told["candidates"][0]["reason"]
    assert "match" not in told["candidates"][0]["reason"]


def test_an_outline_says_which_entries_are_superseded(client: TestClient) -> None:
    told = client.get("/v1/lists/zz-list?valid=2026-09-01&known=2026-09-01").json()
    assert told["vintage"]["currency"] == "assumed"
    currencies = {one["item"]: one["currency"] for one in told["positions"]}
    assert currencies == {
        "zz-list:3A": "assumed", "zz-list:3A001": "assumed", "zz-list:9A012": "superseded",
    }  # fmt: skip
    assert client.get("/v1/lists/zz-list?depth=-2").json()["positions"] == []


def test_words_that_are_not_held_are_told_from_no_words(wordless: TestClient) -> None:
    body = wordless.get("/v1/entries/zz-list/3A001.a").json()["entry"]
    words = body["position"]["words"]
    assert words["quote"] is None
    assert words["wording"] == "not held: built from the snapshot"
    assert len(words["digest"]) == 12
    assert body["notes"][0]["words"]["wording"] == "not held: built from the snapshot"


@pytest.mark.parametrize("path", ["/health", "/v1/lists", "/v1/entries/zz-list/3A001", "/", "/static/comity.css"])  # fmt: skip
def test_an_answer_is_not_sent_twice_and_head_sends_none(client: TestClient, path: str) -> None:
    answer = client.get(path)
    head = client.head(path)
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["content-length"] == str(len(answer.content))
    assert answer.headers["x-content-type-options"] == "nosniff"
    again = client.get(path, headers={"If-None-Match": answer.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert client.get(path, headers={"If-None-Match": '"other"'}).status_code == 200
    assert client.post(path).status_code == 405


def test_the_last_good_release_is_served_where_the_next_cannot_be_opened(
    release: Release, tmp_path: Path
) -> None:
    shelf = Shelf(tmp_path)
    shelf.releases.mkdir()
    (shelf.releases / release.key).symlink_to(release.folder)
    shelf.pointer.write_text(release.key, encoding="utf-8")
    library = Library(shelf)
    assert library().release == release.key
    shelf.pointer.write_text("000000000000", encoding="utf-8")
    assert library().release == release.key


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
