"""The Commerce Control List as committed on 2026-06-24: counts and facts, no wording."""

from __future__ import annotations

import os
from collections import Counter
from functools import cache
from hashlib import sha256
from pathlib import Path

import pytest

from graph.model.document import ListDocument
from graph.model.paragraph import ParagraphKind
from graph.model.requirement import RequirementRow
from ingest.checks.inventory import check_inventory, count
from ingest.source import SOURCES, Source, read_source
from ingest.sources.us_ccl.parse import canonical, parse

REPOSITORY = Path(__file__).resolve().parents[2]
DOCUMENTS = Path(os.environ.get("COMITY_DOCUMENTS", REPOSITORY.parent / "shared" / "data"))
SOURCE: Source = read_source(SOURCES / "us_ccl" / "source.yml")
FILE = DOCUMENTS / SOURCE.document

pytestmark = [
    pytest.mark.real,
    pytest.mark.skipif(not FILE.is_file(), reason=f"the document is not at hand: {FILE}"),
]


@cache
def found() -> ListDocument:
    return parse(FILE.read_bytes(), SOURCE)


def rows(entry: str) -> list[RequirementRow]:
    return [row for row in found().requirements if row.entry == entry]


def test_the_document_is_the_one_that_was_reviewed() -> None:
    assert sha256(FILE.read_bytes()).hexdigest() == SOURCE.sha256


def test_the_document_gives_what_the_source_expects() -> None:
    check_inventory(found(), SOURCE)
    assert set(SOURCE.expect) == set(count(found()))


def test_every_character_is_in_exactly_one_passage() -> None:
    text = canonical(FILE.read_bytes()).text
    end = 0
    passages = sorted((passage for _, passage in found().passages()), key=lambda p: p.start)
    for passage in passages:
        assert passage.start >= end
        assert not text[end : passage.start].strip()
        end = passage.end
    assert not text[end:].strip()
    assert len(passages) > 27_000


def test_each_record_has_a_name_of_its_own() -> None:
    names = [item.notation for item in found().paragraphs] + [n.notation for n in found().notes]
    assert [name for name, times in Counter(names).items() if times > 1] == []
    known = set(names)
    assert all(note.annotates in known for note in found().notes)
    assert all(note.parent is None or note.parent in known for note in found().notes)


@pytest.mark.parametrize(
    "code", ["0D614", "2B352", "3D006", "3E002", "8D001", "1B230", "1C237", "0D606", "3A090"]
)
def test_entries_with_broken_heads_are_there(code: str) -> None:
    entry = next(item for item in found().paragraphs if item.notation == code)
    assert entry.kind is ParagraphKind.ENTRY
    assert entry.label
    assert not entry.label.startswith(code)


@pytest.mark.parametrize(
    "notation",
    [
        "3A001.b.4.a",
        "3A001.z.1.a",
        "0A501.g",
        "0A501.y.3",
        "1C001.b",
        "6A002.a.3",
        "6A002.a.3.g.3",
        "6A001.a.1.a.1.c",
        "5A001.b.2.a",
        "7A101.a.2",
        "9A018.c",
        "9A515.w",
        "9A515.w.1",
        "1A607.f.2.1",
        "9C610.b",
        "cat1.annex.32.j",
    ],
)
def test_items_that_the_source_hides_or_misprints_are_there(notation: str) -> None:
    assert notation in {item.notation for item in found().paragraphs}


@pytest.mark.parametrize(
    "notation",
    [
        "note.cat5p2.3",
        "1C001.a.note.1.d.2",
        "3A.note.1",
        "6A002.a.3.note.2.b.5",
        "5D001.e.note.1.e",
    ],
)
def test_notes_have_the_names_that_lawyers_use(notation: str) -> None:
    assert notation in {note.notation for note in found().notes}


def test_broken_rows() -> None:
    assert rows("1C350")[0].columns == ("CB 2",)
    assert [row.reasons for row in rows("1A231")] == [("NP", "AT")]
    assert rows("0E982")[0].wording is None
    assert [row.wording is None for row in rows("1E355")] == [True, False]
    assert ("15 CFR 746.1(b)",) in {row.pointers for row in rows("0A617")}
    # parsers that lose the heads of 3D006 and 8D001 see two tables in 3D005 and 8C609 too
    assert {row.entry for row in found().requirements if row.table > 1} == {"1C351"}
    assert len({(row.entry, row.table) for row in found().requirements}) == 569
    assert {row.about.partition(".")[0] for row in found().tables} == {"2E003"}


def test_scopes_are_read_with_their_ranges() -> None:
    scopes = {row.included for row in rows("3B001")}
    last = ["a.4", "c", "d", "f.1", "f.5", "f.6", "k", "l", "m", "n", "p.2", "p.4", "r"]
    assert tuple(f"3B001.{path}" for path in last) in scopes
    (row,) = (row for row in rows("5A001") if row.columns == ("NS 2",))
    assert row.excluded == ("5A001.b.5", "5A001.f.3")
