"""Annex I of 2021 from small PDFs of our own that are printed like the official one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import (
    DuplicateNotation,
    SourceError,
    UnknownValue,
    UnreadableDocument,
)
from graph.model.document import ListDocument
from graph.model.note import Note, NoteKind
from graph.model.paragraph import Connective, Paragraph, ParagraphKind
from graph.model.passage import MarkKind, of
from graph.model.term import TermScope
from ingest.checks.conservation import check_conservation
from ingest.outline.said import Said
from ingest.source import SOURCES, read_source
from ingest.sources.eu_annex_i_2021.parse import canonical, parse
from ingest.sources.eu_annex_i_2021.words import find_oddities

SOURCE = read_source(SOURCES / "eu_annex_i_2021" / "source.yml")
ROMAN, ITALIC, BOLD = "Times-Roman", "Times-Italic", "Times-Bold"
E, A, ONE, SUB, DEEP = 70.8, 113.3, 141.6, 170.1, 198.4
"""Left edges: entry, a., 1., the a. below it, its words."""

Row: TypeAlias = tuple[float | str, ...]
"""Left edge, words; font and size where they are not those of most rows."""

Printed: TypeAlias = "tuple[float, float, str, str, float]"
Maker: TypeAlias = Callable[[Sequence[Sequence[Printed]]], bytes]

COVER: list[Row] = [(E, "Liste II", BOLD), (E, "Merknader")]
FRONT: list[Row] = [
    (200, "LIST OF DUAL-USE ITEMS", BOLD, 14),
    (180, "(referred to elsewhere)", BOLD, 14),
    (E, "This list is for toys1 only."),
    (E, "CONTENTS", BOLD, 14),
    (E, "CATEGORY 3 - ELECTRONICS ......... 4"),
    (E, "1 https://toys.example"),
]
NOTES: list[Row] = [
    (214, "GENERAL NOTES TO ANNEX I", BOLD, 14),
    (E, "1. For toys, see the"),
    (A, "other list."),
    (E, "2. Toys stay toys"),
    (A, "when they are old."),
    (A, "N.B. Ask your", ITALIC),
    (ONE, "parents first.", ITALIC),
    (E, "3. Old toys count."),
    (214, "GENERAL TECHNOLOGY NOTE (GTN)", BOLD, 11),
    (E, 'The "technology" of toys is free.'),
    (A, "Note: This does not release", ITALIC),
    (ONE, "trains.", ITALIC),
    (E, "Controls end at home."),
    (214, "GENERAL SOFTWARE NOTE (GSN)", BOLD, 11),
    (E, 'Categories 1 to 9 do not control "software" which is:'),
    (A, "a. Sold by:"),
    (ONE, "1. Shops; or"),
    (ONE, "2. Markets; or"),
    (A, "Note: Entry a. is short.", ITALIC),
    (A, "b. Old."),
]
ACRONYMS: list[Row] = [
    (E, "ACRONYMS AND ABBREVIATIONS USED IN THIS ANNEX", BOLD, 14),
    (E, "An acronym stands for words."),
    (76.3, "ACRONYM", BOLD),
    (76.3, "TOY"),
    (76.3, "FUN"),
]
DEFINITIONS: list[Row] = [
    (E, "DEFINITIONS OF TERMS USED IN THIS ANNEX", BOLD, 14),
    (E, 'Definitions of terms between "double quotation marks" are as follows:'),
    (A, "N.B. Categories stand in brackets.", ITALIC),
    (E, '"Bias" (toy) (3) means a toy that leans to'),
    (E, '"one side" of it.'),
    (A, "N.B. It may fall.", ITALIC),
    (E, '"Bias" (doll) (3 4) means another.'),
    (E, '"Long Toy Name" ("LTN")'),
    (E, "(All) means a toy."),
]
CATEGORY: list[Row] = [
    (E, "CATEGORY 3 - ELECTRONICS", BOLD, 14),
    (E, "3A Systems, Equipment and Components", BOLD),
    (A, "Note 1: Toys are cheap.", ITALIC),
    (SUB, "N.B. Not all are.", ITALIC),
    (E, "3A801 Pumps and valves,"),
    (A, "as follows:"),
    (A, "N.B. SEE ALSO 3A802.", ITALIC),
    (A, "a. Pumps having any of the following:"),
    (ONE, "1. A flow of 2 litres; or"),
    (ONE, "2. Not used;"),
    (ONE, "Technical Note:", ITALIC),
    (ONE, "In 3A801.a., 'pumps' move water.", ITALIC),
    (A, "b. Valves of tough"),
]
MORE: list[Row] = [
    (E, "3A801.b. continued"),
    (ONE, "steel for a LTN;"),
    (ONE, "Note 1: 3A801.b. does not control:", ITALIC),
    (SUB, "a. Toys; or", ITALIC),
    (SUB, "Technical Note:", ITALIC),
    (SUB, "Toys are small.", ITALIC),
    (SUB, "b. Taps.", ITALIC),
    (ONE, "Note 2: 3A801.b. includes ML1.a. hoses.", ITALIC),
    (E, '3A802 a. Hoses for "long toy names", see 3A809.'),
    (A, "b. Pipes of:"),
    (ONE, "1. Tin."),
    (E, "3B Test, Inspection and Production Equipment", BOLD),
    (A, "None."),
]


def page(rows: Sequence[Row], *, number: int = 1) -> list[Printed]:
    """Lay rows out on a page, from the top."""
    laid: list[Printed] = [
        (200, 795.4, "RUNNING HEAD", ROMAN, 12),
        (561, 69.7, str(number), ROMAN, 12),
    ]
    for place, row in enumerate(rows):
        x, words, font, size = (*row, *(ROMAN, 10.0)[len(row) - 2 :])
        laid.append((float(x), 760 - 17.5 * place, str(words), str(font), float(size)))
    return laid


def whole(*pages: Sequence[Row]) -> list[list[Printed]]:
    return [page(rows, number=n) for n, rows in enumerate(pages, 1)]


def annex() -> list[list[Printed]]:
    pages = whole(COVER, FRONT, NOTES, ACRONYMS, DEFINITIONS, CATEGORY, MORE)
    toy, fun = pages[3][-2:]
    pages[3] += [(234.8, toy[1], "Tiny Odd Yoyo", ROMAN, 10), (234.8, fun[1], "Fun", ROMAN, 10)]
    return pages


def read(make_pdf: Maker, pages: Sequence[Sequence[Printed]]) -> ListDocument:
    """Parse a document, and prove that nothing of it is lost."""
    document = make_pdf(pages)
    found = parse(document, SOURCE)
    check_conservation(found, canonical(document).text, document, SOURCE)
    return found


def paragraphs(document: ListDocument) -> dict[str, Paragraph]:
    return {paragraph.notation: paragraph for paragraph in document.paragraphs}


def notes(document: ListDocument) -> dict[str, Note]:
    return {note.notation: note for note in document.notes}


def words(record: Paragraph | Note) -> list[str]:
    return [passage.wording or "" for passage in record.text]


def test_headings_entries_and_items_stand_in_their_order(make_pdf: Maker) -> None:
    found = read(make_pdf, annex()).paragraphs
    assert [(p.notation, p.parent, p.depth) for p in found] == [
        ("cat3", None, -2), ("3A", "cat3", -1),
        ("3A801", "3A", 0), ("3A801.a", "3A801", 1), ("3A801.a.1", "3A801.a", 2),
        ("3A801.a.2", "3A801.a", 2), ("3A801.b", "3A801", 1),
        ("3A802", "3A", 0), ("3A802.a", "3A802", 1), ("3A802.b", "3A802", 1),
        ("3A802.b.1", "3A802.b", 2), ("3B", "cat3", -1),
    ]  # fmt: skip
    kinds = {p.notation: p.kind for p in found}
    assert kinds["3A801.a.1"] is ParagraphKind.CONDITION
    assert kinds["3A801.a.2"] is ParagraphKind.RESERVED
    assert paragraphs(read(make_pdf, annex()))["3A801.a"].connective is Connective.ANY
    assert found[0].label == "Electronics"


def test_words_are_one_passage_unless_something_stands_between(make_pdf: Maker) -> None:
    found = paragraphs(read(make_pdf, annex()))
    assert words(found["3A801"]) == ["Pumps and valves, as follows:"]
    assert words(found["3A801.b"]) == ["Valves of tough", "steel for a LTN;"]


def test_an_item_on_the_row_of_its_entry_is_an_item(make_pdf: Maker) -> None:
    found = paragraphs(read(make_pdf, annex()))
    assert words(found["3A802"]) == []
    assert words(found["3A802.a"]) == ['Hoses for "long toy names", see 3A809.']


def test_notes_are_named_after_what_they_are_about(make_pdf: Maker) -> None:
    found = notes(read(make_pdf, annex()))
    assert {name: found[name].annotates for name in found if name.startswith("3")} == {
        "3A.note.1": "3A", "3A.note.1.nb.1": "3A", "3A801.nb.1": "3A801",
        "3A801.a.techn.1": "3A801.a", "3A801.b.note.1": "3A801.b",
        "3A801.b.note.1.a": "3A801.b", "3A801.b.note.1.techn.1": "3A801.b",
        "3A801.b.note.1.b": "3A801.b",
        "3A801.b.note.2": "3A801.b", "3B.note.1": "3B",
    }  # fmt: skip
    assert found["3A801.b.note.1"].kind is NoteKind.DECONTROL
    assert found["3B.note.1"].marker is None


def test_notes_of_the_whole_list_have_their_items_and_go_on_behind_inner_notes(
    make_pdf: Maker,
) -> None:
    found = notes(read(make_pdf, annex()))
    listed = [name for name in found if name.startswith("note.g")]
    assert listed == [
        "note.general", "note.general.1", "note.general.2", "note.general.2.nb.1",
        "note.general.3", "note.gtn", "note.gtn.note.1", "note.gsn", "note.gsn.a",
        "note.gsn.a.1", "note.gsn.a.2", "note.gsn.note.1", "note.gsn.b",
    ]  # fmt: skip
    assert words(found["note.gtn"])[-1] == "Controls end at home."
    assert words(found["note.general.2"]) == ["Toys stay toys when they are old."]
    assert words(found["note.list.1"]) == ["https://toys.example"]


def test_terms_have_categories_and_two_of_one_name_are_told_apart(make_pdf: Maker) -> None:
    document = read(make_pdf, annex())
    listed = [term for term in document.terms if term.scope is TermScope.LIST]
    assert [(term.slug, term.categories) for term in listed] == [
        ("bias-toy", ("3",)), ("bias-doll", ("3", "4")), ("long-toy-name", ("All",)),
    ]  # fmt: skip
    assert [len(term.text) for term in listed] == [1, 1, 1]
    uses = {(use.where, use.slug) for use in document.term_uses}
    assert ("3A802.a", "long-toy-name") in uses
    assert ("3A801.a.techn.1", "pumps") in uses


def test_acronyms_are_paired_by_their_row_whatever_their_order_in_the_file(
    make_pdf: Maker,
) -> None:
    rows = read(make_pdf, annex()).tables
    assert [tuple(cell and cell.wording for cell in row.cells) for row in rows] == [
        ("ACRONYM",), ("TOY", "Tiny Odd Yoyo"), ("FUN", "Fun"),
    ]  # fmt: skip
    assert [row.heading for row in rows] == [True, False, False]


def test_references_go_to_this_list_and_to_the_military_one(make_pdf: Maker) -> None:
    found = read(make_pdf, annex()).references
    assert {(r.where, r.target_list, r.target, r.resolved) for r in found} >= {
        ("3A801.nb.1", "eu-annex-i", "3A802", True),
        ("3A802.a", "eu-annex-i", "3A809", False),
        ("3A801.b.note.2", "eu-cml", "ML1.a", False),
    }


def test_a_raised_exponent_is_marked_and_one_that_is_not_is_reported(make_pdf: Maker) -> None:
    rows: list[Row] = [
        *CATEGORY[:2],
        (E, "3A803 Doses of 5 x 10"),
        (E, "3A804 Doses of 5 x 103 Gy"),
    ]
    pages = whole(rows)
    y = pages[0][4][1]
    pages[0][5:5] = [(164, y + 6.5, "3", ROMAN, 6.5), (170, y, "Gy", ROMAN, 10)]
    document = read(make_pdf, pages)
    (dose,) = paragraphs(document)["3A803"].text
    assert [mark.kind for mark in dose.marks] == [MarkKind.SUP]
    assert [(i.where, i.kind) for i in document.issues] == [("3A804", "lost-exponent")]


def test_a_table_row_that_a_page_breaks_is_reported(make_pdf: Maker) -> None:
    coatings: list[Row] = [
        (E, "CATEGORY 2 - TOYS", BOLD, 14), (E, "2E Technology", BOLD),
        (E, "2E003 Other, as follows:"), *[(A, f"{step}. Paint;") for step in "abcdef"],
        (220, "TABLE - DEPOSITION TECHNIQUES", BOLD, 11),
    ]  # fmt: skip
    pages = [page(coatings), page([], number=2)]
    y = pages[0][-1][1]
    pages[0] += [
        (78.5, y - 30, "A. Dipping", ROMAN, 10), (219.9, y - 30, "Tin toys", ROMAN, 10),
        (375.9, y - 30, "Red", ROMAN, 10), (375.9, y - 44.5, "Blue", ROMAN, 10),
    ]  # fmt: skip
    pages[1] += [
        (375.9, 760, "Green", ROMAN, 10), (219.9, 740, "Dolls", ROMAN, 10),
        (375.9, 740, "Pink", ROMAN, 10), (78.5, 700, "(*1) Numbers are Notes.", ROMAN, 10),
    ]  # fmt: skip
    document = read(make_pdf, pages)
    assert [tuple(cell and cell.wording for cell in row.cells) for row in document.tables] == [
        ("A. Dipping", "Tin toys", "Red Blue"), (None, None, "Green"), (None, "Dolls", "Pink"),
    ]  # fmt: skip
    assert [i.where for i in document.issues if i.kind == "row-over-two-pages"] == [
        "2E003.f, row 2"
    ]
    assert notes(document)["2E003.f.footnote.1"].annotates == "2E003.f"


def test_a_footnote_interrupts_no_item(make_pdf: Maker) -> None:
    first: list[Row] = [
        *CATEGORY[:2], (E, "3A805 Rails, and"),
        (E, "7 Makers may ask"), (100, "their parents."),
    ]  # fmt: skip
    found = read(make_pdf, whole(first, [(A, "trains.")]))
    assert words(paragraphs(found)["3A805"]) == ["Rails, and", "trains."]
    assert words(notes(found)["3A805.footnote.7"]) == ["Makers may ask their parents."]


def test_a_symbol_without_a_letter_is_named_and_an_unknown_one_is_refused() -> None:
    (issue,) = find_oddities([Said("3A806", "3A806", (of("within 5 \uf0b0", 0),))])
    assert (issue.kind, issue.value) == ("symbol-without-letter", "°")
    with pytest.raises(UnknownValue):
        list(find_oddities([Said("3A806", "3A806", (of("within 5 \uf0c1", 0),))]))


@pytest.mark.parametrize(
    ("rows", "error"),
    [
        ([*CATEGORY[:2], (E, "3A801 Pumps."), (E, "3A801 Pumps.")], DuplicateNotation),
        ([*CATEGORY[:2], *CATEGORY[:2]], UnreadableDocument),
        ([*CATEGORY[:1], (E, "4A Systems", BOLD)], UnreadableDocument),
        ([(E, "Part 1 - TOYS", BOLD)], UnreadableDocument),
        ([*CATEGORY[:2], (E, "5A801 Radios.")], UnknownValue),
        ([*CATEGORY[:2], (A, "Toys.")], UnreadableDocument),
        ([*CATEGORY[:2], (A, "a. Toys.")], UnreadableDocument),
        ([*NOTES[:2], *NOTES[:2]], DuplicateNotation),
        ([*DEFINITIONS[:2], (E, '"Toy" means a toy.')], UnreadableDocument),
        ([*DEFINITIONS[:2], (E, '"Toy" (3) is one.'), (E, '"Toy" (3) is one.')], DuplicateNotation),
        ([NOTES[0], (ONE, "2. Second.")], None),
    ],
)
def test_what_cannot_be_is_refused(
    make_pdf: Maker, rows: list[Row], error: type[Exception] | None
) -> None:
    if error is None:
        read(make_pdf, whole(rows))
        return
    with pytest.raises(error):
        read(make_pdf, whole(rows))


@pytest.mark.parametrize("document", [b"", b"no PDF", b"%PDF-1.4\n%%EOF"])
def test_what_is_no_pdf_is_refused(document: bytes) -> None:
    with pytest.raises(UnreadableDocument):
        parse(document, SOURCE)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_mutated_document_is_refused_or_still_whole(make_pdf: Maker, data: st.DataObject) -> None:
    pages = annex()
    number = data.draw(st.integers(1, len(pages) - 1))
    rows = pages[number]
    at, other = (data.draw(st.integers(2, len(rows) - 1)) for _ in range(2))
    change = data.draw(st.sampled_from(["drop", "double", "swap", "cut"]))
    if change == "drop":
        del rows[at]
    elif change == "double":
        rows.insert(other, rows[at])
    elif change == "swap":
        first, second = rows[at], rows[other]
        rows[at] = (second[0], first[1], *second[2:])
        rows[other] = (first[0], second[1], *first[2:])
    else:
        del rows[at:], pages[number + 1 :]
    document = make_pdf(pages)
    try:
        found = parse(document, SOURCE)
    except SourceError:
        return
    check_conservation(found, canonical(document).text, document, SOURCE)
