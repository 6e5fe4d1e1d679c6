"""Annex I of 2025-11-15, whole: counts and facts, no wording."""

from __future__ import annotations

import os
from collections import Counter
from functools import cache
from hashlib import sha256
from pathlib import Path

import pytest

from graph.model.document import ListDocument
from graph.model.note import Note, NoteKind
from graph.model.paragraph import Connective, Paragraph, ParagraphKind
from graph.model.passage import MarkKind
from graph.model.term import TermScope
from ingest.checks.conservation import check_conservation
from ingest.checks.inventory import check_inventory
from ingest.source import SOURCES, Source, read_source
from ingest.sources.eu_annex_i.parse import canonical, parse
from ingest.sources.eu_annex_i.slips import read_slips

REPOSITORY = Path(__file__).resolve().parents[2]
DOCUMENTS = Path(os.environ.get("COMITY_DOCUMENTS", REPOSITORY.parent / "shared" / "data"))
SOURCE: Source = read_source(SOURCES / "eu_annex_i" / "source.yml")
FILE = DOCUMENTS / SOURCE.document

pytestmark = [
    pytest.mark.real,
    pytest.mark.skipif(not FILE.is_file(), reason=f"the document is not at hand: {FILE}"),
]


@cache
def found() -> ListDocument:
    return parse(FILE.read_bytes(), SOURCE)


@cache
def paragraphs() -> dict[str, Paragraph]:
    return {paragraph.notation: paragraph for paragraph in found().paragraphs}


@cache
def notes() -> dict[str, Note]:
    return {note.notation: note for note in found().notes}


def below(notation: str) -> list[str]:
    """The last steps of what stands directly below a paragraph or note."""
    records: list[Paragraph | Note] = [*found().paragraphs, *found().notes]
    return [r.notation.rpartition(".")[2] for r in records if r.parent == notation]


def places(kind: str) -> set[str]:
    return {issue.where for issue in found().issues if issue.kind == kind}


def test_the_document_is_the_one_that_was_reviewed() -> None:
    assert sha256(FILE.read_bytes()).hexdigest() == SOURCE.sha256


def test_the_counts_are_those_of_source_yml_and_nothing_is_lost() -> None:
    check_inventory(found(), SOURCE)
    raw = FILE.read_bytes()
    counts = check_conservation(found(), canonical(raw).text, raw, SOURCE)
    assert counts["Paragraph.text"] > 270_000
    assert counts["Note.text"] > 179_000
    assert found().version.length == len(canonical(raw).text)


def test_every_entry_and_every_provision_is_there() -> None:
    entries = [p.notation for p in paragraphs().values() if p.kind is ParagraphKind.ENTRY]
    numbers = Counter(entry[0] for entry in entries)
    assert [numbers[str(n)] for n in range(10)] == [15, 93, 55, 51, 13, 13, 36, 37, 8, 63]
    provisions = sum(p.kind is not ParagraphKind.HEADING for p in paragraphs().values())
    second_lines, note_items, inline = 7, 23, 14
    assert provisions == 3450 - second_lines - note_items + inline
    depths = Counter(p.depth for p in paragraphs().values())
    assert [depths[depth] for depth in range(8)] == [384, 895, 1126, 645, 285, 83, 11, 5]


def test_headings_have_their_parts_and_groups() -> None:
    assert below("cat5") == ["cat5p1", "cat5p2"]
    assert below("cat5p2") == ["5A2", "5B2", "5C2", "5D2", "5E2"]
    assert below("5A2") == ["5A002", "5A003", "5A004"]
    assert below("5A1") == ["5A001", "5A101"]
    assert below("7C") == ["1"] or notes()["7C.note.1"].annotates == "7C"
    assert sum(p.kind is ParagraphKind.HEADING for p in paragraphs().values()) == 67


def test_broken_paths_are_repaired() -> None:
    assert below("1C010") == ["a", "b", "c", "d", "e"]
    assert below("1C010.e") == ["1", "2"]
    assert below("1C010.e.1.b") == ["1", "2"]
    assert paragraphs()["1C010.e.2.c"].official == "1C010.1.2.c"
    assert paragraphs()["1C010.e"].connective is Connective.ALL
    assert {name for name in notes() if name.startswith("1C010.e") and name.count(".") == 3} == {
        "1C010.e.note.1", "1C010.e.note.2", "1C010.e.techn.1",
    }  # fmt: skip


def test_items_inside_a_line_and_rows_have_their_notations() -> None:
    assert below("3A201.a.1") == ["a", "b", "c", "d"]
    assert below("3A201.c.2") == ["a", "b"]
    assert below("4A001.a.2") == ["a", "b", "c"]
    assert {paragraphs()[f"4A001.a.2.{step}"].kind for step in "abc"} == {ParagraphKind.CONDITION}


def test_items_of_notes_are_no_paragraphs() -> None:
    for notation, steps in {
        "5A002.b.techn.1": "12", "5A004.b.note.2": "abcd", "9A004.f.2.techn.1": "1234",
        "9A106.c.techn.1": "12345", "9A106.d.note.1": "abc", "9A108.c.techn.1": "12345",
    }.items():  # fmt: skip
        assert below(notation) == list(steps)
    assert "9A106.c.1" not in paragraphs()
    assert notes()["9A106.c.techn.1.1"].official == "9A106.c.1"


def test_second_lines_go_on_with_what_stands_before_them() -> None:
    for notation in ("3B001.f.1.b.techn.1", "7A008.nb.1"):
        assert len(notes()[notation].text) == 2
    for notation in ("6A008.l.1.techn.1", "6A008.l.4.techn.1"):
        assert len(notes()[notation].text) == 1
    assert places("continued-note") == {"3B001.f.1.b", "6A008.l.1", "6A008.l.4", "7A008"}


def test_placeholders_are_reserved() -> None:
    reserved = {p.notation for p in paragraphs().values() if p.kind is ParagraphKind.RESERVED}
    assert len(reserved) == 111
    assert {"4A001.b", "3B501.f.1.a", "6A008.l.2"} <= reserved  # 3B501.f.1.a: corrigendum of 2026
    assert notes()["3A001.b.4.note.1"].kind is NoteKind.GENERAL


def test_a_note_in_one_line_has_its_whole_tree() -> None:
    assert below("5A002.a.note.2") == [*"abcdefghij", "1"]
    assert below("5A002.a.note.2.j.1.b") == ["1", "2"]
    assert notes()["5A002.a.note.2.a.1.b.3.techn.1"].annotates == "5A002.a"
    assert below("6A003.b.4.b.note.3.b.4.c") == ["1", "2", "3"]
    assert below("4A003.note.2.b") == ["1", "2"]
    assert notes()["4A003.note.2.b.nb.2"].kind is NoteKind.NOTA_BENE
    assert max(note.notation.count(".") for note in found().notes) >= 9


def test_list_wide_notes_are_there() -> None:
    for name in ("gtn", "gsn", "ntn", "nsn", "gisn", "general", "editorial", "acronyms"):
        assert notes()[f"note.{name}"].annotates is None
    assert below("note.gsn.a.1") == list("abcd")
    assert below("note.cat5p2.3") == ["a", "b", "1", "1", "2"]
    assert below("note.cat5p2.3.b") == ["1", "2", "3", "4"]
    assert below("note.general") == ["1", "2", "3", "4"]
    assert {"3A.note.1", "3A.note.2", "3A.note.3", "2B.techn.1", "cat4.note.2"} <= set(notes())
    assert below("2E003.f.note.2") == [str(n) for n in range(1, 20)]
    assert below("2E003.f.techn.1") == list("abcdefg")


def test_the_tables_are_there() -> None:
    rows = Counter(row.about for row in found().tables)
    assert rows == {"2E003.f": 55, "note.acronyms": 154}
    coating = [row for row in found().tables if row.about == "2E003.f"]
    assert [row.row for row in coating if row.heading] == [1]
    assert {len(row.cells) for row in coating} == {3}
    assert sum(row.cells[0] is None for row in coating) == 43


def test_terms_are_defined_once_and_used() -> None:
    listed = {term.slug: term for term in found().terms if term.scope is TermScope.LIST}
    assert len(listed) == 175
    assert all(term.text and term.marker and term.categories for term in listed.values())
    assert listed["laser"].categories == ("0", "1", "2", "3", "5", "6", "7", "8", "9")
    assert {"bias-accelerometer", "bias-gyro", "spread-spectrum", "spread-spectrum-radar"} <= set(
        listed
    )
    uses = {use.slug for use in found().term_uses if use.scope is TermScope.LIST}
    assert uses <= set(listed)
    assert len(uses) > 150
    local = {(term.slug, term.entry) for term in found().terms if term.scope is TermScope.ENTRY}
    assert ("cryptographic-activation-token", "5A002") in local


def test_references_resolve() -> None:
    assert {ref.target_list for ref in found().references if not ref.resolved} == {"wa-du"}
    targets = {(ref.where, ref.target) for ref in found().references}
    assert ("9E003.k.nb.2", "9E003.i") in targets  # printed without its dot
    assert ("1C010.techn.1.1", "1C010.e.1.b") in targets


def test_no_power_of_ten_is_read_as_a_number() -> None:
    leaves = [passage for leaf, passage in found().passages() if leaf.endswith((".text", ".cells"))]
    marks = [mark for passage in leaves for mark in passage.marks]
    assert {mark.kind for mark in marks} == {MarkKind.LOST_EXPONENT}
    assert len(marks) == sum(issue.kind == "lost-exponent" for issue in found().issues) == 200
    assert {"1C001.a", "3A001.a.1.c", "4A001.a.2.c", "3A501.a.16.techn.1.1.a"} <= places(
        "lost-exponent"
    )
    assert {"3B501.f.1.b.techn.1.1", "0C004.note.2", "2B.techn.1.5.c"} <= places("lost-formula")


def test_every_slip_is_still_there() -> None:
    slips = read_slips()
    text = canonical(FILE.read_bytes()).text
    rows = [*slips.paths, *slips.exponents, *slips.oddities, *slips.strays]
    assert len(rows) >= 30
    assert [row.stands for row in rows if row.stands not in text] == []
    kinds = {issue.kind for issue in found().issues}
    assert {row.kind for row in slips.oddities} <= kinds
