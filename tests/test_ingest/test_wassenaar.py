"""The Wassenaar lists from small PDFs of our own that are printed like the official one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import DuplicateNotation, SourceError, UnknownValue, UnreadableDocument
from graph.model.document import ListDocument
from graph.model.note import NoteKind
from graph.model.paragraph import ParagraphKind
from graph.model.passage import MarkKind, of
from graph.model.relation import RelationKind
from graph.model.requirement import StatementKind
from graph.model.term import TermScope
from ingest.checks.conservation import check_conservation
from ingest.outline.said import Said
from ingest.source import SOURCES, read_source
from ingest.sources.wassenaar.parse import canonical, parse
from ingest.sources.wassenaar.slips import find_oddities

DU = read_source(SOURCES / "wassenaar" / "source-wa-du-2026-01-15.yml")
ML = read_source(SOURCES / "wassenaar" / "source-wa-ml-2026-01-15.yml")
ROMAN, ITALIC, BOLD = "Times-Roman", "Times-Italic", "Times-Bold"
E, A, ONE, SUB, MEANING = 89.9, 148.8, 169.0, 192.9, 168.9
"""Left edges: entry, a., 1., the a. below it; what a term means."""

Row: TypeAlias = "tuple[float | str, ...]"
"""Left edge, words; font where it is not the usual one."""

Printed: TypeAlias = "tuple[float, float, str, str, float]"
Maker: TypeAlias = Callable[[Sequence[Sequence[Printed]]], bytes]
Page: TypeAlias = "tuple[str, list[Row]]"
"""Running head and rows."""

COVER: Page = ("", [(E, "LIST OF THINGS TO PLAY WITH")])
GENERAL: Page = (
    "DUAL-USE LIST",
    [
        (E, "Note 1 Quoted words are defined."),
        (200, "GENERAL TECHNOLOGY NOTE", BOLD),
        (E, "Knowledge of toys is controlled."),
    ],
)
SIX: Page = (
    "DUAL-USE LIST - CATEGORY 6 - SENSORS",
    [
        (E, "6. A. TOYS AND PARTS"),
        (146, "ACOUSTICS"),
        (E, "6. A. 1. Whistles, as follows:"),
        (A, "a. Whistles having all of the following:"),
        (ONE, "Technical Note"),
        (ONE, "A whistle is a tube.", ITALIC),
        (ONE, "1. Two holes; and"),
        (ONE, "2. A pea of 5 x 10"),
        (A, "Note 6.A.1.a. does not apply to:", ITALIC),
        (ONE, "a. Wooden whistles;", ITALIC),
    ],
)
SIX_AGAIN: Page = (
    "DUAL-USE LIST - CATEGORY 6 - SENSORS",
    [
        (A, "Note cont.", ITALIC),
        (ONE, "b. Paper whistles.", ITALIC),
        (E, "6. A. 1. b. 1. a. Horns;"),
        (SUB, 'b. "UT" drums;'),
        (A, "b. 2. Bells;"),
        (E, "6. A. 1. c. Not used since 2016"),
        (E, "6. A. 2. LAMPS - None"),
    ],
)
ONE_CATEGORY: Page = (
    "DUAL-USE LIST - CATEGORY 1 - MATERIALS",
    [
        (E, "1. C. MATERIALS"),
        (E, "1. C. 1. Clay."),
        (278, "ANNEX"),
        (240, 'LIST - "PAINTS"'),
        (104, "1. Red;"),
        (104, "2. Blue, as follows:"),
        (125, "a. Light blue."),
    ],
)
CHOICE: Page = (
    "Sensitive List",
    [
        (E, "Category 6"),
        (E, "6.A.1.a. Whistles of silver."),
        (E, "6.A.9. Bagpipes."),
        (E, "Category 6 cont."),
        (E, "6.A.1.c. Not used since 2016"),
    ],
)
MUNITIONS: Page = (
    "MUNITIONS LIST",
    [
        (E, "ML1. Pop guns, as follows:"),
        (A, "a. Cork guns, see 6.A.1.a.;"),
        (A, "b. Not used since 1999"),
    ],
)
DEFINED: Page = (
    "DEFINITIONS",
    [
        (150, "DEFINITIONS OF TERMS USED IN THESE LISTS", BOLD),
        (E, "Terms stand in order."),
        (E, ""),
        (E, 'Cat 6, 5P1 "Unidentified Toy" ("UT")'),
        (E, "ML1, 8 A thing to play with."),
        (E, ""),
        (E, 'Both Lists "Wind up or otherwise'),
        (A, 'driven"'),
        (MEANING, 'With a "spring".'),
        (E, ""),
        (A, '"Spring(s)"'),
        (MEANING, "A coil."),
    ],
)
STATED: Page = (
    "Statements of Understanding",
    [
        (140, "STATEMENTS OF UNDERSTANDING AND VALIDITY NOTES", BOLD),
        (E, "Gifts", BOLD),
        (E, "Gifts are toys."),
        (E, "MUNITIONS LIST", BOLD),
        (E, "ML 1"),
        (E, "Statement of Understanding"),
        (E, "Pop guns are loud."),
        (E, "DUAL-USE LIST OF GOODS AND TECHNOLOGIES", BOLD),
        (E, "6.A.1.b."),
        (E, "Validity Note 6.A.1.b. is valid until 31 May 2099."),
    ],
)
LIST = [COVER, COVER, GENERAL, ONE_CATEGORY, SIX, SIX_AGAIN, CHOICE, MUNITIONS, DEFINED, STATED]


def printed(page: Page) -> list[Printed]:
    """Set rows one below the other; empty words leave a gap."""
    head, rows = page
    out: list[Printed] = [(E, 769.0, head, BOLD, 10.0)] if head else []
    for number, row in enumerate(rows):
        x, words, font = row if len(row) == 3 else (*row, ROMAN)
        y = 720 - 13.0 * number
        if words:
            out.append((float(x), y, str(words), str(font), 11.0))
    return [*out, (E, 30.5, "- 3 - 15-01-2026", ROMAN, 10.0)]


def made(make_pdf: Maker, pages: Sequence[Page] = LIST) -> bytes:
    return make_pdf([printed(page) for page in pages])


@pytest.fixture(scope="module")
def pdf(make_pdf: Maker) -> bytes:
    pages = [printed(page) for page in LIST]
    power = next(row for row in pages[4] if row[2].endswith("x 10"))
    pages[4].insert(pages[4].index(power) + 1, (259.0, power[1] + 5, "6", ROMAN, 7.0))
    definition = next(row for row in pages[8] if row[2].startswith("ML1, 8"))
    place = pages[8].index(definition)
    pages[8][place : place + 1] = [
        (E, definition[1], "ML1, 8", ROMAN, 11.0),
        (MEANING, definition[1], "A thing to play with.", ROMAN, 11.0),
    ]
    star = (E, 60.0, "* This page is red.", ROMAN, 10.0)
    pages[3].insert(-1, star)
    return make_pdf(pages)


@pytest.fixture(scope="module")
def found(pdf: bytes) -> ListDocument:
    return parse(pdf, DU)


@pytest.fixture(scope="module")
def munitions(pdf: bytes) -> ListDocument:
    return parse(pdf, ML)


def notations(document: ListDocument) -> list[str]:
    return [paragraph.notation for paragraph in document.paragraphs]


def kinds(document: ListDocument) -> dict[str, ParagraphKind]:
    return {paragraph.notation: paragraph.kind for paragraph in document.paragraphs}


def test_every_character_is_in_exactly_one_passage_of_each_list(
    pdf: bytes, found: ListDocument, munitions: ListDocument
) -> None:
    assert check_conservation(found, canonical(pdf).text, pdf, DU)
    assert check_conservation(munitions, canonical(pdf).text, pdf, ML)


def test_the_paragraphs_have_the_paths_that_rows_print_in_front(found: ListDocument) -> None:
    named = [name for name in notations(found) if name.startswith(("cat6", "6"))]
    below = ["6.A.1.a", "6.A.1.a.1", "6.A.1.a.2", "6.A.1.b", "6.A.1.b.1", "6.A.1.b.1.a"]
    assert named == ["cat6", "6A", "6.A.1", *below, "6.A.1.b.1.b", "6.A.1.b.2", "6.A.1.c", "6.A.2"]


def test_a_step_that_is_printed_again_is_left_out(found: ListDocument) -> None:
    again = [o.passage.wording for o in found.omissions if o.kind == "duplicate"]
    assert again == ["b."]


def test_items_below_a_technical_note_with_an_upright_heading_are_items(
    found: ListDocument,
) -> None:
    named = kinds(found)
    assert named["6.A.1.a.1"] is named["6.A.1.a.2"] is ParagraphKind.CONDITION
    assert "6.A.1.a.techn.1.1" not in {note.notation for note in found.notes}


def test_what_is_not_used_or_none_is_a_placeholder(found: ListDocument) -> None:
    named = kinds(found)
    assert {named["6.A.1.c"], named["6.A.2"], named["sl.6.A.1.c"]} == {ParagraphKind.RESERVED}
    assert named["6.A.1"] is ParagraphKind.ENTRY


def test_the_annex_has_its_items(found: ListDocument) -> None:
    named = [name for name in notations(found) if name.startswith("annex")]
    assert named == ["annex", "annex.1", "annex.2", "annex.2.a"]


def test_a_note_goes_on_behind_its_heading_on_the_next_page(found: ListDocument) -> None:
    notes = {note.notation: note for note in found.notes}
    assert {"6.A.1.a.note.1.a", "6.A.1.a.note.1.b"} <= set(notes)
    assert notes["6.A.1.a.note.1"].kind is NoteKind.DECONTROL


def test_notes_on_the_whole_list_and_footnotes_have_names(found: ListDocument) -> None:
    names = {note.notation: note.annotates for note in found.notes}
    assert {"note.1", "note.gtn", "note.footnote-1", "note.definitions"} <= set(names)
    assert names["note.gtn"] is None


def test_a_title_that_orders_entries_is_a_grouping(found: ListDocument) -> None:
    assert [(s.about, s.kind, s.text[0].wording) for s in found.statements] == [
        ("6A", StatementKind.GROUPING, "ACOUSTICS")
    ]


def test_an_exponent_is_told_by_its_place(found: ListDocument) -> None:
    power = next(p for p in found.paragraphs if p.notation == "6.A.1.a.2").text[0]
    assert [mark.kind for mark in power.marks] == [MarkKind.SUP]
    assert power.shown is not None
    assert power.shown.endswith("10⁶")


def test_the_sensitive_list_selects_from_the_list(found: ListDocument) -> None:
    assert {(r.kind, r.target_list) for r in found.relations} == {(RelationKind.SELECTS, "wa-du")}
    chosen = {r.where: r.target for r in found.relations}
    assert chosen == {f"sl.{code}": code for code in ("6.A.1.a", "6.A.1.c", "6.A.9")}
    assert kinds(found)["sl.6.A.1.a"] is ParagraphKind.ITEM
    assert ("sl.6.A.9", "selects-unknown", "6.A.9") in {
        (issue.where, issue.kind, issue.value) for issue in found.issues
    }


def test_terms_have_their_categories_short_forms_and_meanings(found: ListDocument) -> None:
    terms = {term.slug: term for term in found.terms if term.scope is TermScope.LIST}
    assert terms["unidentified-toy"].categories == ("6", "5P1", "ML1", "ML8")
    driven = terms["wind-up-or-otherwise-driven"]
    assert driven.categories == ("Both Lists",)
    assert [passage.wording for passage in driven.text] == ['With a "spring".']
    assert terms["spring"].categories == ()
    assert [(use.where, use.slug) for use in found.term_uses] == [
        ("6.A.1.b.1.b", "unidentified-toy")
    ]


def test_a_statement_is_about_what_its_heading_names(
    found: ListDocument, munitions: ListDocument
) -> None:
    stated = {n.notation: n for n in found.notes if n.notation.startswith("note.statements.")}
    assert [(n.annotates, n.kind) for n in stated.values()] == [
        (None, NoteKind.GENERAL),
        ("6.A.1.b", NoteKind.VALIDITY),
    ]
    other = {n.notation: n for n in munitions.notes if n.notation.startswith("note.statements.")}
    assert [n.annotates for n in other.values()] == [None, "ML1"]


def test_the_munitions_list_points_to_the_dual_use_list(munitions: ListDocument) -> None:
    assert notations(munitions) == ["ML1", "ML1.a", "ML1.b"]
    pointed = [(r.target_list, r.target, r.resolved) for r in munitions.references]
    assert pointed == [("wa-du", "6.A.1.a", False)]


def test_a_symbol_without_a_letter_is_named_and_an_unknown_one_is_refused() -> None:
    (issue,) = find_oddities([Said("6.A.1", "6.A.1", (of("within 5 \uf06dm", 0),))])
    assert (issue.kind, issue.value) == ("symbol-without-letter", "µ")
    with pytest.raises(UnknownValue):
        list(find_oddities([Said("6.A.1", "6.A.1", (of("within 5 \uf0c1", 0),))]))


def test_an_unknown_running_head_is_refused(make_pdf: Maker) -> None:
    with pytest.raises(UnreadableDocument, match="a running head: OTHER LIST"):
        parse(made(make_pdf, [*LIST, ("OTHER LIST", [])]), DU)


def test_a_part_that_stands_twice_is_refused(make_pdf: Maker) -> None:
    with pytest.raises(DuplicateNotation, match="cat6"):
        parse(made(make_pdf, [*LIST[:6], CHOICE, SIX]), DU)


def test_a_term_that_is_defined_twice_is_refused(make_pdf: Maker) -> None:
    top: list[Row] = [(E, ""), (A, '"Top"'), (MEANING, "It spins.")]
    twice: Page = ("DEFINITIONS", [*DEFINED[1], *top, *top])
    with pytest.raises(DuplicateNotation, match="top stands twice"):
        parse(made(make_pdf, [*LIST[:6], twice]), DU)


def test_a_document_without_the_list_is_refused(make_pdf: Maker) -> None:
    with pytest.raises(UnreadableDocument, match="no entry of wa-ml"):
        parse(made(make_pdf, [COVER, COVER, SIX]), ML)


@pytest.mark.parametrize("raw", [b"", b"%PDF-1.4\n", b"text"])
def test_what_is_no_pdf_is_refused(raw: bytes) -> None:
    with pytest.raises(UnreadableDocument):
        parse(raw, DU)


@settings(deadline=None, max_examples=25, derandomize=True)
@given(data=st.data())
def test_a_list_with_rows_lost_or_doubled_is_refused_or_read_whole(
    data: st.DataObject, make_pdf: Maker
) -> None:
    pages: list[Page] = [COVER, COVER]
    for head, rows in LIST[2:]:
        pages.append((head, data.draw(st.lists(st.sampled_from(rows), max_size=len(rows)))))
    raw = made(make_pdf, pages)
    for source in (DU, ML):
        try:
            document = parse(raw, source)
        except SourceError:
            continue
        assert check_conservation(document, canonical(raw).text, raw, source)
