"""The pages, over invented lists and a real HTTP client."""

import re

import pytest
from fastapi import Request
from fastapi.testclient import TestClient

from api.pages.links import Links
from graph.ids import Item

DAYS = "valid=2026-06-24&known=2026-11-23"

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
    assert client.get('/entries/zz-list/"><b>').status_code == 404


def test_an_error_is_a_page_for_people(client: TestClient) -> None:
    answer = client.get("/entries/zz-list/laser")
    assert answer.status_code == 404
    assert "No answer" in answer.text
    assert "laser" in answer.text


def test_an_address_that_leads_nowhere_is_a_page_too(client: TestClient) -> None:
    for path, status in [("/nothing", 404), ("/search?q=" + "x" * 201, 422), ("/entries/zz-list/3A001?valid=soon", 400)]:  # fmt: skip
        answer = client.get(path)
        assert answer.status_code == status
        assert "No answer" in answer.text
        assert "valid=soon" not in answer.text  # links do not repeat what cannot be read


def test_candidates_of_an_ambiguous_spelling_are_links(pair: TestClient) -> None:
    answer = pair.get(f"/entries/yy-annex/3A001a12?{DAYS}")
    assert answer.status_code == 409
    assert (
        'href="/entries/yy-annex/3A001.a.12?valid=2026-06-24&amp;known=2026-11-23"' in answer.text
    )


def test_an_entry_shows_its_words_their_place_and_their_source(pair: TestClient) -> None:
    page = _text(pair, f"/entries/zz-list/3A001.a?{DAYS}")
    assert "Exact the text is of the day asked for" in page
    assert "Blue widgets having all of the following:" in page
    assert re.search(r"wording [0-9a-f]{12}, characters \d+-\d+ of the document", page)
    assert "Zz Act, Sch. 1" in page
    assert "0" * 64 in page
    assert "all of these" in page
    assert "decontrol, narrows" in page
    assert "candidate, not a match" in page
    assert "whether a row reaches 3A001.a, its scope says" in page
    assert "USD 500 for 3A001.a" in page


def test_a_page_without_wording_says_so_and_where_to_read(wordless: TestClient) -> None:
    page = wordless.get("/entries/zz-list/3A001.a").text
    assert "The wording is not held" in page
    assert 'href="https://law.example/zz"' in page
    assert "having all of the following" not in page


def test_a_list_page_counts_its_entries_and_names_those_superseded(client: TestClient) -> None:
    page = _text(client, "/lists/zz-list?valid=2026-09-01&known=2026-09-01")
    assert "3A Things 1 entry" in page
    assert "Superseded a later text is known and not at hand for 9A012." in page


def test_two_columns_mark_the_same_characters_and_claim_nothing(pair: TestClient) -> None:
    page = _text(pair, "/compare?left=zz-list:3A001.a&right=yy-annex:3A001.a")
    assert ("candidates, not matches" in page and "Provided that" in page) or "Both control" in page
    assert "candidates, not matches" in page
    assert page.count("same characters") >= 3  # the text and two rows
    assert "nothing of this letter" in page  # .12 stands on the right only


def test_two_columns_can_be_asked_for(client: TestClient) -> None:
    page = client.get("/compare?left=zz-list:3A001").text
    assert 'name="left" value="zz-list:3A001"' in page
    assert 'name="right" value=""' in page


def test_codes_come_before_words_and_words_by_list(pair: TestClient) -> None:
    page = _text(pair, "/search?q=3A001.a")
    assert (
        page.index("This code") < page.index("Words in yy-annex") < page.index("Words in zz-list")
    )
    assert "<mark>" in pair.get("/search?q=wooden").text
    filtered = _text(pair, "/search?q=widgets&list=zz-list")
    assert "Words in zz-list" in filtered
    assert "Words in yy-annex" not in filtered


@pytest.mark.parametrize(
    ("notation", "address"),
    [
        ("3A001.a", "/entries/zz-list/3A001.a"),
        ("3A001.nb.1", "/entries/zz-list/3A001.nb.1#3A001.nb.1"),
        ("note.cat5p2.3", "/entries/zz-list/cat5p2#note.cat5p2.3"),
        ("note.gtn", "/lists/zz-list#note.gtn"),
    ],
)
def test_each_kind_of_notation_has_its_place(notation: str, address: str) -> None:
    request = Request({"type": "http", "path": "/", "query_string": b"valid=soon", "headers": []})
    assert Links(request).entry(Item("zz-list", notation)) == address


def test_days_can_be_set_on_the_page_that_is_open(client: TestClient) -> None:
    page = client.get(f"/lists/zz-list?category=3&{DAYS}").text
    assert 'formaction="/lists/zz-list"' in page
    assert '<input type="hidden" name="category" value="3">' in page
    assert 'name="valid" value="2026-06-24"' in page


def _text(client: TestClient, path: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", client.get(path).text).split()).replace(" .", ".")
