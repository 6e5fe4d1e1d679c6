"""The Strategic Goods List of November 2024: counts and facts taken another way, no wording."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest

from graph.model.document import ListDocument
from graph.model.note import NoteEffect
from graph.model.passage import MarkKind
from graph.model.relation import RelationKind
from ingest.checks.inventory import count
from ingest.read import all_sources, read_from_document
from ingest.sources.nz_sgl.slips import read_slips

pytestmark = pytest.mark.real

NAME = "NZ-Strategic-Goods-List-November-2024"
BY_REGIME = {"0": 178, "1": 99, "2": 83, "3": 12, "4": 1, "9": 9}
"""Third character of the code to entries, as the folder's SOURCES.md counts them."""


@pytest.fixture(scope="module")
def found(documents: Path) -> ListDocument:
    (one,) = (one for one in all_sources() if one.folder == "nz_sgl")
    reading = read_from_document(one, documents)
    assert set(one.source.expect) == set(count(reading.document))
    return reading.document


@pytest.fixture(scope="module")
def text(documents: Path) -> str:
    """The text layer as another tool reads it."""
    raw = (documents / "nz" / f"{NAME}.DERIVED-pymupdf.txt.gz").read_bytes()
    return gzip.decompress(raw).decode()


def notations(found: ListDocument) -> set[str]:
    return {paragraph.notation for paragraph in found.paragraphs}


def test_every_code_at_the_start_of_a_line_is_an_entry(found: ListDocument, text: str) -> None:
    printed = set(re.findall(r"(?m)^\s*(\d[A-E]\d{3})\s*$", text))
    entries = {name for name in notations(found) if re.fullmatch(r"\d[A-E]\d{3}", name)}
    assert entries - printed == {"2D003"}  # its words stand in the same line there
    assert printed <= entries
    assert len(entries) == 382
    by_regime = {third: sum(name[2] == third for name in entries) for third in BY_REGIME}
    assert by_regime == BY_REGIME


def test_the_munitions_list_is_whole(found: ListDocument) -> None:
    national = (901, 902, 903, 904, 905, 908, 909, 910)
    wanted = {f"ML{number}" for number in (*range(1, 23), *national)}
    assert {name for name in notations(found) if re.fullmatch(r"ML\d+", name)} == wanted


def test_almost_every_position_of_the_numbering_exists(found: ListDocument) -> None:
    """The items of one list are a, b, c or 1, 2, 3 without a gap: a lost level would leave one."""
    steps: dict[str, list[str]] = {}
    for paragraph in found.paragraphs:
        if paragraph.parent and "." in paragraph.notation:
            steps.setdefault(paragraph.parent, []).append(paragraph.notation.rpartition(".")[2])
    broken = {above for above, below in steps.items() if below != _counted(below)}
    assert broken == set()
    assert len(steps) > 700


def _counted(steps: list[str]) -> list[str]:
    if steps[0].isdecimal():
        return [str(n) for n in range(1, len(steps) + 1)]
    alphabet = "abcdefghijklmnopqrstuvwxyz"
    return list(alphabet[: len(steps)])


def test_powers_of_ten_keep_their_exponents(found: ListDocument) -> None:
    passages = [passage for _, passage in found.passages()]
    powers = 0
    for passage in passages:
        for mark in passage.marks:
            before = (passage.wording or "")[: mark.start - passage.start].rstrip()
            powers += mark.kind is MarkKind.SUP and before.endswith("10")
    assert powers == 79
    lost = [issue.where for issue in found.issues if issue.kind == "lost-exponent"]
    assert lost == ["3B902.d"]


def test_the_short_lists_choose_what_exists(found: ListDocument) -> None:
    chosen = [relation for relation in found.relations if relation.kind is RelationKind.SELECTS]
    assert len(chosen) == 192
    missing = {one.target for one in chosen} - notations(found)
    assert all("." in target for target in missing)  # positions that the long list has deleted
    assert len(missing) < 30


def test_hard_places(found: ListDocument) -> None:
    names = notations(found)
    assert {"3A201.a.1.a", "3A201.c.2.b", "6A003.b.4.c", "7E004.b.7.b.3", "ML8.a.39"} <= names
    notes = {note.notation: note for note in found.notes}
    assert notes["3A201.b.note.1"].effect is NoteEffect.NARROWS
    assert {"note.gtn", "note.gsn.1.a.4", "note.gisn", "note.ntn", "note.cat5p2.3.a.1.d"} <= set(
        notes
    )
    assert {"9E003.e.techn.1.height.a", "5A002.a.note.2.j.1.a.2"} <= set(notes)
    assert {row.about for row in found.tables} == {"note.acronyms", "2E003.f"}


def test_every_slip_in_the_table_stands_in_the_document(found: ListDocument) -> None:
    values = {issue.value for issue in found.issues}
    slips = read_slips()
    unused = [row.stands for row in (*slips.codes, *slips.oddities) if row.stands not in values]
    assert unused == []
    said = {relation.as_written for relation in found.relations}
    assert {row.stands for row in slips.relations} <= said
