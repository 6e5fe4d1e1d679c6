"""Annex I of 2021, whole, and beside the consolidation of 2025: counts and facts, no wording."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pypdfium2
import pytest

from graph.model.document import ListDocument
from graph.model.note import Note
from graph.model.paragraph import Connective, Paragraph, ParagraphKind
from graph.model.passage import MarkKind, Passage
from graph.model.term import TermScope
from ingest.outline.powers import unmarked_powers
from ingest.read import Sited, read_from_document
from ingest.source import SOURCES, Source, read_source
from ingest.sources.eu_annex_i.parse import parse as parse_2025
from ingest.sources.eu_annex_i_2021.parse import parse
from ingest.sources.eu_annex_i_2021.words import read_slips

pytestmark = pytest.mark.real

SOURCE: Source = read_source(SOURCES / "eu_annex_i_2021" / "source.yml")
LATER: Source = read_source(SOURCES / "eu_annex_i" / "source.yml")
PER_CATEGORY = [15, 92, 52, 39, 11, 13, 36, 37, 8, 63]
ENUMERATOR = re.compile(r"(?:\d{1,2}|[a-z])\.?")
NEW_IN_2025 = {
    "1C513", "2B510", "2D352", "2E503", "3A501", "3A502", "3A504", "3B501", "3B503", "3B504",
    "3C507", "3C508", "3C509", "3D006", "3D507", "3E505", "4A506", "4A507",
}  # fmt: skip


@pytest.fixture(name="found", scope="module")
def _found(documents: Path) -> ListDocument:
    return parse((documents / SOURCE.document).read_bytes(), SOURCE)


@pytest.fixture(name="later", scope="module")
def _later(documents: Path) -> ListDocument:
    return parse_2025((documents / LATER.document).read_bytes(), LATER)


@pytest.fixture(name="raw", scope="module")
def _raw(documents: Path) -> str:
    """The pages of categories 0 to 9 as PDFium puts them into words."""
    document = pypdfium2.PdfDocument(documents / SOURCE.document)
    pages = (document[n].get_textpage().get_text_bounded() for n in range(24, 248))
    return "\n".join(pages).replace("\r", "")


def paragraphs(document: ListDocument) -> dict[str, Paragraph]:
    return {paragraph.notation: paragraph for paragraph in document.paragraphs}


def notes(document: ListDocument) -> dict[str, Note]:
    return {note.notation: note for note in document.notes}


def records(document: ListDocument) -> list[Paragraph | Note]:
    return [*document.paragraphs, *document.notes]


def below(document: ListDocument, notation: str) -> list[str]:
    """The last steps of what stands directly below a paragraph or note."""
    return [r.notation.rpartition(".")[2] for r in records(document) if r.parent == notation]


def marked(passages: tuple[Passage, ...], kind: MarkKind) -> list[str]:
    return [
        (part.wording or "")[mark.start - part.start : mark.end - part.start]
        for part in passages
        for mark in part.marks
        if mark.kind is kind
    ]


def test_nothing_is_lost_and_the_counts_are_those_of_source_yml(documents: Path) -> None:
    counts = read_from_document(Sited("eu_annex_i_2021", SOURCE), documents).counts
    assert counts["characters-Paragraph.text"] > 255_000
    assert counts["characters-Note.text"] > 160_000
    left_out = sum(n for name, n in counts.items() if "left out" in name)
    assert left_out < 19_000  # cover, contents, heads of pages, the summary behind the Annex


def test_every_entry_that_the_raw_text_prints_is_there(found: ListDocument, raw: str) -> None:
    entries = [p.notation for p in found.paragraphs if p.kind is ParagraphKind.ENTRY]
    assert [sum(e[0] == str(n) for e in entries) for n in range(10)] == PER_CATEGORY
    printed = re.findall(r"^(\d[A-E]\d{3}) +(?!continued)(?=\S)", raw, re.MULTILINE)
    assert set(entries) == set(printed)
    assert len(entries) == len(set(entries)) == 366


def test_every_enumerator_of_the_raw_text_is_an_item(found: ListDocument, raw: str) -> None:
    printed = len(re.findall(r"^(?:\d{1,2}|[a-z])\. ?(?=\S)", raw, re.MULTILINE))
    items = sum(p.parent is not None and p.depth > 0 for p in found.paragraphs)
    of_notes = sum(bool(ENUMERATOR.fullmatch(n.official)) for n in found.notes if n.annotates)
    without_stop, on_the_row_of_an_entry, abbreviations = len(read_slips().marks), 5, 4
    assert items + of_notes == printed + without_stop + on_the_row_of_an_entry - abbreviations


def test_only_the_entries_that_came_later_are_new_in_2025(
    found: ListDocument, later: ListDocument
) -> None:
    then, now = (
        {p.notation for p in document.paragraphs if p.kind is ParagraphKind.ENTRY}
        for document in (found, later)
    )
    assert now - then == NEW_IN_2025
    assert then <= now


def test_notations_of_both_texts_differ_only_where_the_law_was_amended(
    found: ListDocument, later: ListDocument
) -> None:
    then, now = (set(paragraphs(document)) for document in (found, later))
    gone = {notation.partition(".")[0] for notation in then - now}
    assert gone == {"1C006", "2B352", "2E003"}
    assert len(then - now) == 20
    added = {n for n in now - then if n[:5] not in NEW_IN_2025}
    assert {n[:5] for n in added} == {
        "0B004", "1A202", "1C002", "1C011", "1C350", "1C351", "2B352", "3A002", "3C001",
        "3E003", "4D001", "4E001", "6A005", "8A002", "9E003",
    }  # fmt: skip
    assert len(added) < 45


def test_most_paragraphs_say_the_same_in_both_texts(
    found: ListDocument, later: ListDocument
) -> None:
    def said(paragraph: Paragraph) -> str:
        text = " ".join(part.wording or "" for part in paragraph.text).replace("×", "x")
        return re.sub(r"[\W_]|º|°|o(?=C\b)", "", text).casefold()

    then, now = paragraphs(found), paragraphs(later)
    common = [n for n in then if n in now and now[n].text]
    differing = [n for n in common if said(then[n]) != said(now[n])]
    assert len(common) > 3_200
    assert len(differing) < 230
    kinds = Counter(n for n in common if then[n].connective is not now[n].connective)
    assert set(kinds) == {"1C006.b", "2B352.c", "2B352.c.1", "2E003.b.2", "3A002.a.7"}


def test_exponents_that_the_later_text_lost_are_raised_glyphs_here(
    found: ListDocument, later: ListDocument
) -> None:
    then = {record.notation: record.text for record in records(found)}
    checked = missing = 0
    for record in records(later):
        here = marked(then.get(record.notation, ()), MarkKind.SUP)
        for exponent in marked(record.text, MarkKind.LOST_EXPONENT):
            if record.notation in then:
                checked += 1
                missing += exponent not in here and exponent.lstrip("-") not in here
    assert checked >= 150
    assert missing <= 4  # 3A001.b.9 changed places, 2E003.f.note.2.14 breaks off behind the sign


def test_every_power_of_ten_is_marked(found: ListDocument) -> None:
    passages = [part for leaf, part in found.passages() if not leaf.startswith("Omission")]
    assert list(unmarked_powers(passages)) == []
    raised = sum(
        bool(re.search(r"10 ?$", (part.wording or "")[: mark.start - part.start]))
        for part in passages
        for mark in part.marks
        if mark.kind is MarkKind.SUP
    )
    assert raised == 74


def test_hard_places(found: ListDocument) -> None:
    assert below(found, "5A001.f") == ["1", "2", "3", "4"]  # its f lacks the stop
    assert below(found, "1C351.c") == [str(n) for n in range(1, 23)]  # its 12 lacks the stop
    assert below(found, "3A234") == ["a", "b"]
    assert below(found, "4E001") == ["a", "b", "c"]  # a. stands on the row of the entry
    assert below(found, "9E101") == ["a", "b"]
    assert below(found, "cat5") == ["cat5p1", "cat5p2"]
    assert below(found, "2B")[0] == "2B001"  # its heading ends the row of a note
    assert below(found, "4A001.a.2") == ["a", "b", "c"]
    assert below(found, "2B002.techn.1") == ["1", "2", "3", "4", "5"]
    assert below(found, "9E003.e.techn.1") == ["length", "width", "height"]
    assert below(found, "5A002.a.note.2.a.1.a.1") == ["a", "b", "c"]
    assert below(found, "6A003.b.4.b.note.3.c") == ["1", "2", "3"]
    known = paragraphs(found)
    assert known["3A001.a.1"].connective is Connective.ANY
    assert {known[n].kind for n in ("4A003.d", "2E003.a")} == {ParagraphKind.RESERVED}


def test_notes_of_the_whole_list_terms_and_tables_are_there(found: ListDocument) -> None:
    listed = [n.notation for n in found.notes if n.annotates is None and n.parent is None]
    assert listed == [
        "note.list", "note.general", "note.ntn", "note.gtn", "note.nsn", "note.gsn", "note.gisn",
        "note.acronyms", "note.definitions",
    ]  # fmt: skip
    assert below(found, "note.cat5p2.3") == ["a", "b", "1"]
    assert below(found, "2E003.f.note.2") == [str(n) for n in range(1, 20)]
    assert below(found, "2E003.f.techn.1") == list("abcdefg")
    assert {"2B201.footnote.6", "2E003.f.footnote.1", "cat4.techn.3"} <= set(notes(found))
    terms = {t.slug: t for t in found.terms if t.scope is TermScope.LIST}
    assert len(terms) == 178
    assert all(term.text and term.marker and term.categories for term in terms.values())
    assert Counter(row.about for row in found.tables) == {"note.acronyms": 150, "2E003.f": 57}


def test_every_slip_is_still_there(found: ListDocument) -> None:
    slips = read_slips()
    text = " ".join(part.wording or "" for _, part in sorted_passages(found))
    stands = [
        *(row.stands for row in slips.marks),
        *(row.stands for row in slips.glued),
        *(row.stands for row in slips.oddities),
    ]
    assert len(stands) >= 10
    assert [words for words in stands if words not in text] == []
    kinds = {issue.kind for issue in found.issues}
    assert {row.kind for row in slips.oddities} <= kinds


def sorted_passages(document: ListDocument) -> list[tuple[str, Passage]]:
    return sorted(document.passages(), key=lambda leaf: leaf[1].start)
