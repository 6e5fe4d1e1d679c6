"""The Strategic Goods List from small PDFs of our own that are printed like the official one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import DuplicateNotation, SourceError, UnreadableDocument
from graph.model.document import ListDocument
from graph.model.note import NoteEffect
from graph.model.paragraph import ParagraphKind
from graph.model.passage import MarkKind
from graph.model.relation import RelationKind
from ingest.checks.conservation import check_conservation
from ingest.source import SOURCES, read_source
from ingest.sources.nz_sgl.parse import canonical, parse

SOURCE = read_source(SOURCES / "nz_sgl" / "source.yml")
ROMAN, ITALIC, BOLD = "Times-Roman", "Times-Italic", "Times-Bold"
E, A, ONE, SUB = 89.9, 146.5, 175.0, 203.3
"""Left edges: entry, a., 1., the a. below it."""

Row: TypeAlias = "tuple[float | str, ...]"
"""Left edge, words; font and size where they are not the usual ones."""

Printed: TypeAlias = "tuple[float, float, str, str, float]"
Maker: TypeAlias = Callable[[Sequence[Sequence[Printed]]], bytes]

COVER: list[Row] = [(E, "NEW ZEALAND", BOLD, 24)]
NOTES: list[Row] = [
    (240, "General Notes", BOLD),
    (E, "Goods are goods."),
    (E, "General software note (GSN)", BOLD, 12),
    (E, "No toys that are:"),
    (E, "(1) sold by being:"),
    (126, "(a) on a shelf;"),
    (E, "Note: Entry (1) leaves games under control.", ROMAN, 9),
    (E, "(2) old."),
    (E, "And nothing else."),
]
DEFINED: list[Row] = [
    (240, "Definitions of Terms", BOLD),
    (A, "Terms stand in order."),
    (A, "“Toy” (1 2P1 ML3) means a thing to play with."),
    (A, ""),
    (A, "“Game” is a toy with rules."),
]
SHORT: list[Row] = [
    (240, "Acronyms and Abbreviations", BOLD),
    (95.0, "Acronym", BOLD, 9),
    (225.2, "Meaning", BOLD, 9),
]
MUNITIONS: list[Row] = [
    (240, "Part 1 - Munitions List", BOLD),
    (E, "ML1. Pop guns, as follows:"),
    (A, "a. Cork guns;"),
    (A, "Note: ML1.a. does not apply to:", ITALIC),
    (189, "a. Wooden guns;", ITALIC),
    (189, "b. Water guns.", ITALIC),
    (A, "b. Not used."),
]
GOODS: list[Row] = [
    (160, "Category 3 - Toys", BOLD),
    (E, "3A Systems, Equipment and Components", BOLD),
    (E, "3A001 Kites, as follows:"),
    (A, "N.B.: SEE ALSO 3A901.", BOLD),
    (A, "a. Kites having any of the following:"),
    (ONE, "1. A tail of 2 m; or"),
    (ONE, "2. a. A string; and"),
    (SUB, "b. A “toy” of 5 x 10"),
    (A, "Technical Notes:", ITALIC),
    (A, "1. For the purposes of 3A001.a., a tail is a ‘tail’.", ITALIC),
    (A, "b. Other kites."),
    (E, "3A901 Balls."),
    (E, "SMALL TOYS"),
    (E, "3A902 Not used."),
]
CHOICE: list[Row] = [
    (180, "Sensitive List of Dual-Use Goods and Technologies", BOLD),
    (E, "Note: These need care.", ITALIC),
    (94, "Category 3 SENSITIVE LIST OF TOYS", BOLD, 10),
    (94, "3A001.a. Kites having:"),
    (172, "a. A tail;"),
    (169, "Note: 3A001.a. includes dragons.", ITALIC),
    (94, "3A001.a. Note 1:"),
]
LIST = [COVER, NOTES, DEFINED, SHORT, MUNITIONS, GOODS, CHOICE]


def printed(rows: Sequence[Row]) -> list[Printed]:
    """Set rows one below the other; empty words leave a gap."""
    page: list[Printed] = []
    for number, row in enumerate(rows):
        x, words, font, size = (*row, *(ROMAN, 11.0)[len(row) - 2 :])
        y = 780 - 13 * number
        if words:
            page.append((float(x), y, str(words), str(font), float(size)))
    return page


def foot(number: int) -> Printed:
    return (E, 63.5, f"New Zealand Strategic Goods List November 2024 Page {number}", ROMAN, 11.0)


@pytest.fixture(scope="module")
def pdf(make_pdf: Maker) -> bytes:
    pages = [printed(rows) for rows in LIST]
    beside = (225.2, pages[3][1][1], "Meaning", BOLD, 9.0)
    pages[3][2:] = []
    pages[3].append(beside)
    pages[3] += [(95.0, 720, "UFO", ROMAN, 10.0), (225.2, 720, "Unknown thing", ROMAN, 10.0)]
    power = next(row for row in pages[5] if row[2].endswith("x 10"))
    pages[5].insert(pages[5].index(power) + 1, (292.5, power[1] + 4, "6", ROMAN, 7.0))
    return make_pdf([pages[0], *([foot(n), *page] for n, page in enumerate(pages[1:], 2))])


@pytest.fixture(scope="module")
def found(pdf: bytes) -> ListDocument:
    return parse(pdf, SOURCE)


def notations(document: ListDocument) -> list[str]:
    return [paragraph.notation for paragraph in document.paragraphs]


def test_every_character_is_in_exactly_one_passage(pdf: bytes, found: ListDocument) -> None:
    assert check_conservation(found, canonical(pdf).text, pdf, SOURCE)


def test_the_paragraphs_stand_below_each_other_as_their_columns_do(found: ListDocument) -> None:
    below = ["ML1.a", "ML1.b", "cat3", "3A", "3A001", "3A001.a", "3A001.a.1", "3A001.a.2"]
    assert notations(found) == [
        "ML1", *below, "3A001.a.2.a", "3A001.a.2.b", "3A001.b", "3A901", "3A902"
    ]  # fmt: skip


def test_a_condition_is_told_from_a_controlled_thing(found: ListDocument) -> None:
    kinds = {paragraph.notation: paragraph.kind for paragraph in found.paragraphs}
    assert kinds["3A001.a"] is ParagraphKind.ITEM
    assert kinds["3A001.a.1"] is ParagraphKind.CONDITION
    assert kinds["ML1.b"] is ParagraphKind.RESERVED


def test_notes_are_named_after_what_they_speak_of(found: ListDocument) -> None:
    names = {note.notation: note for note in found.notes}
    assert names["ML1.a.note.1"].effect is NoteEffect.NARROWS
    assert {"ML1.a.note.1.a", "ML1.a.note.1.b", "3A001.nb.1"} <= set(names)
    assert {"3A001.a.techn.1", "3A001.a.techn.1.1"} <= set(names)


def test_an_item_behind_a_pointer_is_no_item_of_the_pointer(found: ListDocument) -> None:
    assert "3A001.nb.1.a" not in {note.notation for note in found.notes}


def test_a_note_in_small_print_does_not_end_the_list_around_it(found: ListDocument) -> None:
    words = {note.notation: note.text for note in found.notes}
    assert {"note.gsn.1", "note.gsn.1.a", "note.gsn.2", "note.gsn.note.1"} <= set(words)


def test_a_term_has_its_categories_and_ends_with_the_next_one(found: ListDocument) -> None:
    terms = {term.slug: term for term in found.terms}
    assert terms["toy"].categories == ("1", "2P1", "ML3")
    assert terms["game"].categories == ()
    assert "term-without-categories" in {issue.kind for issue in found.issues}


def test_a_table_has_its_cells(found: ListDocument) -> None:
    cells = [[cell.wording if cell else None for cell in row.cells] for row in found.tables]
    assert cells == [["Acronym", "Meaning"], ["UFO", "Unknown thing"]]
    assert [row.heading for row in found.tables] == [True, False]


def test_an_exponent_is_told_by_its_place(found: ListDocument) -> None:
    power = next(p for p in found.paragraphs if p.notation == "3A001.a.2.b").text[0]
    assert [mark.kind for mark in power.marks] == [MarkKind.SUP]
    assert power.shown is not None
    assert power.shown.endswith("10⁶")


def test_a_short_list_chooses_from_the_list(found: ListDocument) -> None:
    chosen = [relation for relation in found.relations if relation.kind is RelationKind.SELECTS]
    assert [(one.where, one.target) for one in chosen] == [("note.sensitive.3A001.a", "3A001.a")]
    names = [note.notation for note in found.notes]
    assert "note.sensitive.3A001.a.a.note.1" not in names
    assert {"note.sensitive.3A001.a.a", "note.sensitive.3A001.a.note.1"} <= set(names)


def test_words_between_entries_belong_to_the_group(found: ListDocument) -> None:
    group = next(p for p in found.paragraphs if p.notation == "3A")
    assert [passage.wording for passage in group.text][-1] == "SMALL TOYS"
    assert ("3A901", "heading-between-entries") in {(i.where, i.kind) for i in found.issues}


def test_an_entry_that_stands_twice_is_refused(make_pdf: Maker) -> None:
    with pytest.raises(DuplicateNotation, match="3A901"):
        parse(make_pdf([printed([*GOODS, (E, "3A901 Balls.")])]), SOURCE)


def test_a_heading_that_stands_twice_is_refused(make_pdf: Maker) -> None:
    with pytest.raises(DuplicateNotation, match="cat3"):
        parse(make_pdf([printed([*GOODS, *GOODS[:1]])]), SOURCE)


def test_a_group_without_its_category_is_refused(make_pdf: Maker) -> None:
    with pytest.raises(UnreadableDocument, match="no cat3 above 3A"):
        parse(make_pdf([printed(GOODS[1:])]), SOURCE)


@pytest.mark.parametrize("raw", [b"", b"%PDF-1.4\n", b"text"])
def test_what_is_no_pdf_is_refused(raw: bytes) -> None:
    with pytest.raises(UnreadableDocument):
        parse(raw, SOURCE)


@settings(deadline=None, max_examples=25, derandomize=True)
@given(data=st.data())
def test_a_list_with_rows_lost_or_doubled_is_refused_or_read_whole(
    data: st.DataObject, make_pdf: Maker
) -> None:
    rows = [row for page in (NOTES, MUNITIONS, GOODS, CHOICE) for row in page]
    kept = data.draw(st.lists(st.sampled_from(rows), min_size=1, max_size=40))
    raw = make_pdf([printed(kept)])
    try:
        document = parse(raw, SOURCE)
    except SourceError:
        return
    assert check_conservation(document, canonical(raw).text, raw, SOURCE)
