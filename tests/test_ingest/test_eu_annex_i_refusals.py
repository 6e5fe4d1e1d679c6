"""What Annex I's parser does not know is an error that names the document and the place."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pytest

from graph.errors import (
    DuplicateNotation,
    SourceError,
    UnknownValue,
    UnreadableDocument,
    UnreadFields,
)
from ingest.source import SOURCES, read_source
from ingest.sources.eu_annex_i.parse import canonical, parse

SOURCE = read_source(SOURCES / "eu_annex_i" / "source.yml")
HEADER = (
    "corpus_version", "celex", "valid_from", "retrieved_at", "sha256", "source_url", "attribution",
)  # fmt: skip


def data() -> dict[str, Any]:
    kites = {
        "entry_code": "3A801",
        "category": "3",
        "verbatim_text": "3A801 Kites.",
        "parameters": ["3A801 Kites."],
        "applicable_notes": [],
    }
    return {
        **{name: name for name in HEADER},
        "entry_count": 1,
        "index": [{"code": "3A801", "first_line": "3A801 Kites."}],
        "entries": [kites],
        "docs": [],
        "geas": [],
        "gea_common_list": "No toys.",
    }


def raw(made: Mapping[str, Any]) -> bytes:
    return json.dumps(made, ensure_ascii=False).encode()


def changed(**fields: object) -> bytes:
    return raw({**data(), **fields})


def entry(**fields: object) -> bytes:
    made = data()
    made["entries"][0].update(fields)
    return raw(made)


def doc(kind: str, title: str, text: str) -> bytes:
    return changed(docs=[{"doc_type": kind, "title": title, "verbatim_text": text}])


BROKEN: dict[str, tuple[bytes, type[SourceError], str]] = {
    "no UTF-8": (b"\xff\xfe{}", UnreadableDocument, "byte 0"),
    "cut off": (changed()[:-40], UnreadableDocument, "not JSON"),
    "no JSON": (b"<xml/>", UnreadableDocument, "line 1, column 1"),
    "no object": (b"[]", UnreadableDocument, "object"),
    "too deep": (b"[" * 100_000, UnreadableDocument, "nested"),
    "a key twice": (b'{"celex": "a", "celex": "b"}', UnreadableDocument, "celex"),
    "a key too many": (changed(colour="red"), UnreadFields, "colour"),
    "a key too few": (raw({"celex": "a"}), UnreadableDocument, "corpus_version"),
    "null": (changed(celex=None), UnreadableDocument, "celex"),
    "a number with a point": (changed(entry_count=1.5), UnreadableDocument, "entry_count"),
    "half a character": (changed().replace(b'"No toys."', b'"\\ud800"'), UnreadableDocument, "gea"),
    "a wrong count": (changed(entry_count=2), UnreadableDocument, "1 entries"),
    "no index": (changed(index=[]), UnreadableDocument, "0 rows"),
    "another index": (
        changed(index=[{"code": "3A801", "first_line": "3A801 Hats"}]), UnreadableDocument, "index",
    ),
    "a string for a list": (changed(docs="none"), UnreadableDocument, "docs"),
    "another category": (entry(category="4"), UnreadableDocument, "category 4"),
    "no words": (entry(verbatim_text=""), UnreadableDocument, "no words"),
    "other notes": (entry(applicable_notes=["Hats"]), UnreadableDocument, "applicable_notes"),
    "a field too many": (entry(regime="none"), UnreadFields, "regime"),
    "a line without path": (entry(verbatim_text="3A801 Kites\nand hats"), UnreadableDocument, "line 2"),
    "a path of another entry": (
        entry(verbatim_text="3A801 Kites\n3A802.a Hats"), UnreadableDocument, "line 2",
    ),
    "an item before its entry": (entry(verbatim_text="3A801.a Kites"), UnreadableDocument, "before"),
    "an unknown kind of text": (doc("poem", "Kites", "Fly."), UnknownValue, "poem"),
    "an unknown title": (doc("section_note", "Category 3 — Kites — notes", "Fly."), UnreadableDocument, "Kites"),
    "no title": (doc("section_note", "Kites", "Fly."), UnreadableDocument, "category and heading"),
    "an item of nothing": (doc("general_notes", "NOTES", "1.a Fly."), UnreadableDocument, "no 1"),
    "a note on what is not there": (
        doc("category_note", "Category 2 — TABLE - DEPOSITION TECHNIQUES - NOTES", "1 Fly."),
        UnreadableDocument, "2E003.f",
    ),
    "a term without categories": (
        doc("definitions_annex", "TERMS", '"Kite" means a toy.'), UnreadableDocument, "categories",
    ),
    "a line that defines nothing": (
        doc("definitions_annex", "TERMS", '"Kite" (1) flies.\nHats too.'), UnreadableDocument, "line 2",
    ),
    "a term twice": (
        doc("definitions_annex", "TERMS", '"Kite" (1) flies.\n"Kite" (2) flies.'), DuplicateNotation, "kite",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", BROKEN)
def test_what_we_do_not_know_is_an_error_that_names_the_place(name: str) -> None:
    document, error, place = BROKEN[name]
    with pytest.raises(error, match=place):
        parse(document, SOURCE)


def test_an_entry_twice_is_an_error() -> None:
    made = data()
    made["entries"] *= 2
    with pytest.raises(DuplicateNotation, match="3A801"):
        parse(raw(made), SOURCE)


def test_the_canonical_text_needs_a_document_as_well() -> None:
    with pytest.raises(UnreadableDocument, match="eu-annex-i"):
        canonical(b"nothing")
