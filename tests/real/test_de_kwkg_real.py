"""The Kriegswaffenliste: counts and facts, no wording."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from graph.model.document import ListDocument
from graph.model.paragraph import Connective
from ingest.checks.inventory import count, count_omissions
from ingest.read import Sited, read_from_document
from ingest.source import SOURCES, read_source

pytestmark = pytest.mark.real

ONE = Sited("de_kwkg", read_source(SOURCES / "de_kwkg" / "source.yml"))


@cache
def read(documents: Path) -> ListDocument:
    return read_from_document(ONE, documents).document


@cache
def annex(documents: Path) -> str:
    raw = (documents / ONE.source.document).read_text(encoding="utf-8")
    return raw[raw.index("<enbez>Anlage<") :]


def test_the_list_is_read_whole(documents: Path) -> None:
    found = read(documents)
    assert dict(ONE.source.expect) == count(found)
    assert dict(ONE.source.omissions) == count_omissions(found)


def test_the_numbers_run_from_1_to_62(documents: Path) -> None:
    numbers = [p.notation for p in read(documents).paragraphs if p.depth == 0]
    assert numbers == [str(number) for number in range(1, 63)]


def test_every_mark_is_a_paragraph(documents: Path) -> None:
    marks = re.findall(r"<DT>(?:\d{1,2}\.|\d\.\d|[a-z]{1,2}\))</DT>", annex(documents))
    marks += re.findall(r"<entry[^>]*>(?:\d\.|[AB]\.|[a-z]\))</entry>", annex(documents))
    assert len(marks) == sum(p.depth >= 0 for p in read(documents).paragraphs) == 179


def test_every_group_is_a_heading(documents: Path) -> None:
    groups = re.findall(r"(?:<B>|<LA[^>]*>)([IVX]+)\.", annex(documents))
    found = [p.notation.partition(".")[2] for p in read(documents).paragraphs if p.depth == -1]
    assert found == groups
    assert len(groups) == 14


def test_every_cas_number_of_the_table_is_in_a_row(documents: Path) -> None:
    numbers = re.findall(r">\((\d+-\d\d-\d)\)[.,]</entry>", annex(documents))
    cells = [row.cells[1] for row in read(documents).tables]
    assert [cell.wording.strip("(),.") for cell in cells if cell and cell.wording] == numbers
    assert len(numbers) == 24


def test_hard_places(documents: Path) -> None:
    found = {p.notation: p for p in read(documents).paragraphs}
    assert {"3.1.d.4", "3.2.a.2.b.bb", "5.A.g", "5.B.d", "29.d", "62"} <= found.keys()
    assert found["3.1"].parent == "3.b"
    assert (found["37"].parent, found["29"].label) == ("B.VI", None)
    assert found["13"].connective is Connective.ANY
    assert found["50"].connective is Connective.ALL
    assert {n.notation for n in read(documents).notes} == {
        "A.note.1", "3.b.note.1", "3.b.note.1.1", "3.b.note.1.2", "A.I.note.1",
    }  # fmt: skip


def test_a_series_goes_on_behind_an_exception(documents: Path) -> None:
    targets = {r.target for r in read(documents).references if r.where == "57" and r.target_list}
    assert targets == {str(n) for n in (7, 8, 9, 40, 43, 44, 46, 47, 49, 51, 52, 53, 59)}
    assert all(r.resolved for r in read(documents).references if r.target_list)
