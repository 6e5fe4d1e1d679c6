"""Recognition, conflicts and gaps over HTTP and as pages, over our own tables."""

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.library import Holding
from graph.answers.side_by_side import TOPICS
from graph.store.oxigraph import OxigraphStore
from graph.store.search import SearchIndex, write_index

DAYS = "valid=2026-11-23&known=2026-11-23"


@pytest.fixture(scope="module")
def rules(tables: OxigraphStore, tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    path = tmp_path_factory.mktemp("index") / "search.sqlite"
    write_index(path, [])
    holding = Holding("0123456789ab", "2026-11-23T00:00:00+00:00", (), tables, SearchIndex(path))
    return TestClient(create_app(lambda: holding))


def test_the_matrix_has_every_pair_once(rules: TestClient) -> None:
    told = rules.get(f"/v1/recognition?{DAYS}").json()
    assert len(told["pairs"]) == 528
    pair = next(p for p in told["pairs"] if (p["a"], p["b"]) == ("jp", "us"))
    assert pair["status"] == "mutual"
    assert pair["citations"]
    assert told["as_of"]["valid"] == "2026-11-23"


def test_two_jurisdictions_are_told_with_evidence(rules: TestClient) -> None:
    rows = rules.get(f"/v1/recognition/us/gb?{DAYS}&kind=conditionalReciprocity").json()["rows"]
    assert {row["direction"] for row in rows} == {"a_to_b", "b_to_a"}
    assert all(row["act"]["grounds"] and row["open"] for row in rows)


def test_conflicts_have_a_status_and_exits(rules: TestClient) -> None:
    found = rules.get(f"/v1/conflicts?{DAYS}&jurisdictions=us,cn").json()["conflicts"]
    assert {one["status"] for one in found} == {"latent", "active", "unconfirmed"}
    assert all(one["exits"] and one["rests_on"]["grounds"] for one in found)


@pytest.mark.parametrize(
    ("path", "status", "error"),
    [
        ("/v1/recognition/us/us", 400, "UnreadableItem"), ("/v1/recognition/us/qq", 404, "NotFound"),
        ("/v1/side-by-side/taste", 404, "NotFound"), ("/v1/recognition/us/gb?kind=love", 400, "UnreadableItem"), ("/v1/conflicts?jurisdictions=us", 400, "UnreadableItem"),
        ("/v1/gaps/us-nothing/eu-nothing", 404, "NotFound"), ("/v1/gaps/us-ccl/eu-annex-i?kind=taste", 400, "UnreadableItem"),
    ],
)  # fmt: skip
def test_what_cannot_be_asked_says_why(
    rules: TestClient, path: str, status: int, error: str
) -> None:
    answer = rules.get(path)
    assert (answer.status_code, answer.json()["error"]) == (status, error)


@pytest.mark.parametrize(
    "path",
    [
        "/recognition",
        "/recognition/jp/us",
        "/recognition/tw/kr",
        "/conflicts",
        "/conflicts?jurisdictions=us,cn",
        "/side-by-side/penalties?jurisdictions=us,de",
        "/side-by-side/metrics",
    ],
)
def test_pages_are_whole_without_scripts(rules: TestClient, path: str) -> None:
    answer = rules.get(path)
    assert answer.status_code == 200
    assert "<script" not in answer.text
    assert " style=" not in answer.text
    assert answer.text.rstrip().endswith("</html>")


@pytest.mark.parametrize("topic", TOPICS)
def test_facts_of_several_jurisdictions_stand_side_by_side(rules: TestClient, topic: str) -> None:
    told = rules.get(f"/v1/side-by-side/{topic}?{DAYS}").json()
    assert len({key for row in told["rows"] for key in row["jurisdictions"]}) > 1
    assert all(row["fact"]["grounds"] and row["aspect"] for row in told["rows"])
    german = rules.get(f"/v1/side-by-side/{topic}?jurisdictions=de").json()["rows"]
    assert all({"de", "eu"} & set(row["jurisdictions"]) for row in german)
    assert [row["aspect"] for row in told["rows"]] == sorted(row["aspect"] for row in told["rows"])


def test_one_way_pairs_are_marked(rules: TestClient) -> None:
    page = rules.get(f"/recognition?{DAYS}").text
    assert page.count('<td class="heat a_to_b">') == page.count('<td class="heat b_to_a">') == 14
    assert "EE → JP" in page
    assert 'aria-label="JP and EE: b to a"' in page


def test_a_lapsed_mirror_is_shown(rules: TestClient) -> None:
    page = rules.get("/recognition?valid=2024-08-20&known=2026-11-23").text
    assert "mirror R01" in page
    assert "mirror R01" not in rules.get(f"/recognition?{DAYS}").text


def test_an_empty_release_shows_an_empty_matrix(client: TestClient) -> None:
    assert client.get("/v1/recognition").json()["pairs"] == []
    assert client.get("/recognition").status_code == 200
    assert client.get("/v1/gaps/zz-list/zz-list").json()["gaps"] == []
