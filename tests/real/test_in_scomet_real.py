"""India's list of 2 September 2024: counts and facts taken another way, no wording."""

from __future__ import annotations

import gzip
import re
from collections import Counter
from pathlib import Path

import pytest

from graph.model.document import ListDocument
from graph.model.passage import MarkKind
from ingest.checks.inventory import count
from ingest.read import all_sources, read_from_document
from ingest.sources.in_scomet.slips import read_slips

pytestmark = pytest.mark.real

CODE = r"\d[A-H]\d{3}"


@pytest.fixture(scope="module")
def found(documents: Path) -> ListDocument:
    (one,) = (one for one in all_sources() if one.folder == "in_scomet")
    reading = read_from_document(one, documents)
    assert set(one.source.expect) == set(count(reading.document))
    return reading.document


@pytest.fixture(scope="module")
def text(documents: Path) -> str:
    """The text layer as another tool reads it."""
    raw = (documents / "in" / "india_scomet_2024_official.DERIVED-pymupdf.txt.gz").read_bytes()
    return gzip.decompress(raw).decode()


def codes(found: ListDocument, category: str = r"\d") -> set[str]:
    names = (paragraph.notation for paragraph in found.paragraphs)
    return {name for name in names if re.fullmatch(rf"{category}[A-H]\d{{3}}", name)}


def test_every_code_that_begins_a_line_is_an_entry(found: ListDocument, text: str) -> None:
    printed = set(re.findall(rf"(?m)^\s*(?:\d{{1,2}}\.? )?({CODE})\b", text))
    assert printed <= codes(found)


def test_category_8_has_the_codes_that_stand_alone_and_one_that_is_glued(
    found: ListDocument, text: str
) -> None:
    alone = set(re.findall(r"(?m)^\s*(8[A-E]\d{3})\b", text))
    assert len(alone) == 171
    assert codes(found, "8") == alone | {"8B603"}


def test_categories_are_numbered_without_a_gap(found: ListDocument) -> None:
    for group, last in (("2A", 39), ("2D", 72), ("4A", 32), ("4B", 13), ("1B", 41), ("1D", 50)):
        assert {f"{group}{n:03d}" for n in range(1, last + 1)} <= codes(found), group
    assert codes(found, "6") == {f"6A{n:03d}" for n in range(1, 23)}


def test_the_numbering_has_few_gaps(found: ListDocument) -> None:
    """The items of one list are a, b, c or 1, 2, 3: those that break it do so in print."""
    steps: dict[str, list[str]] = {}
    for paragraph in found.paragraphs:
        if paragraph.parent and "." in paragraph.notation:
            steps.setdefault(paragraph.parent, []).append(paragraph.notation.rpartition(".")[2])
    broken = {above for above, below in steps.items() if not _is_counted(below)}
    assert len(broken) <= 12, sorted(broken)
    assert len(steps) > 600


def _is_counted(steps: list[str]) -> bool:
    alphabet = [*"abcdefghijklmnopqrstuvwxyz"]
    roman = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"]
    numbers = [str(n) for n in range(1, len(steps) + 1)]
    return steps in (numbers, alphabet[: len(steps)], roman[: len(steps)])


def test_powers_of_ten_are_marked_or_reported(found: ListDocument) -> None:
    powers = 0
    for _, passage in found.passages():
        for mark in passage.marks:
            before = (passage.wording or "")[: mark.start - passage.start].rstrip()
            powers += mark.kind is MarkKind.SUP and before.endswith("10")
    assert powers == 51
    assert Counter(issue.kind for issue in found.issues)["lost-exponent"] == 11


def test_what_the_list_prints_twice_is_a_note(found: ListDocument) -> None:
    twice = {issue.where for issue in found.issues if issue.kind == "printed-twice"}
    assert {name for name in twice if not name.startswith("1B")} == {
        "6A004.c", "8A301.b.1.b", "8A904.e", "8B204"
    }  # fmt: skip
    assert {name for name in twice if name.startswith("1B")} == {f"1B.{n}" for n in range(1, 15)}


def test_hard_places(found: ListDocument) -> None:
    names = {paragraph.notation for paragraph in found.paragraphs}
    assert {
        "8A301.a.14.b.2",
        "8A603.b.1.a.3",
        "8A605.d.1.d.2",
        "8A802.o.3.b",
        "8A801.b.3.b",
    } <= names
    assert {"6A007.b.2.a.9", "6A008.a.12.b", "0B005.j.6", "1A.13", "5B.l", "3D001.6.iii"} <= names
    notes = {note.notation for note in found.notes}
    assert {"note.gtn.1", "note.gsn.1.a.4", "note.footnote.22", "8A502.a.note.2.j.2"} <= notes
    assert {row.about for row in found.tables} == {"note.acronyms", "cat1", "8E203.f"}


def test_every_slip_in_the_table_stands_in_the_document(found: ListDocument) -> None:
    slips = read_slips()
    places = {issue.where for issue in found.issues if issue.kind == "path-repaired"}
    assert {row.meant for row in slips.repairs if row.meant} == places
    values = {issue.value for issue in found.issues}
    assert [row.stands for row in slips.oddities if row.stands not in values] == []
    said = {relation.as_written for relation in found.relations}
    assert {row.stands for row in slips.relations} == said
