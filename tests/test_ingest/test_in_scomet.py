"""India's list from small PDFs of our own that are printed like the official one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import DuplicateNotation, SourceError, UnreadableDocument
from graph.model.document import ListDocument
from graph.model.paragraph import Paragraph, ParagraphKind
from ingest.checks.conservation import check_conservation
from ingest.source import SOURCES, read_source
from ingest.sources.in_scomet.parse import canonical, parse

SOURCE = read_source(SOURCES / "in_scomet" / "source.yml")
ROMAN, ITALIC, BOLD = "Times-Roman", "Times-Italic", "Times-Bold"
E, A, ONE = 63.1, 122.2, 142.5
"""Left edges: entry, a., 1."""

Row: TypeAlias = "tuple[float | str, ...]"
"""Left edge, words; font and size where they are not the usual ones."""

Printed: TypeAlias = "tuple[float, float, str, str, float]"
Maker: TypeAlias = Callable[[Sequence[Sequence[Printed]]], bytes]

FRONT: list[Row] = [
    (320, "Annexure to Notification No.25 dated 02.09.2024", BOLD),
    (E, "Note:"),
    (81, "1. This is the list."),
    (283, "APPENDIX-3", ROMAN, 14),
    (E, "Goods are goods."),
]
TERMS: list[Row] = [
    (70, "GLOSSARY", BOLD),
    (72, "“Toy”", BOLD),
    (72, "A thing to play with, “game” or not."),
    (72, "“Model (MOD)”", BOLD),
    (72, "A small thing."),
    (72, "“Toy”", BOLD),
    (72, "Another one."),
]
CHEMICALS: list[Row] = [
    (98, "Category 1 Paints", BOLD),
    (98, "1A Export of the following paints is prohibited:", BOLD),
    (94, "Sl. No. Paints CAS number", BOLD),
    (94, "(1) Red"),
    (136, "and pink"),
    (94, "(13) Blue"),
    (98, "1D Export of paints listed in 1D below is allowed", BOLD),
    (94, "Sl.No. Entry Paint", BOLD),
]
CELLS: list[Printed] = [
    (68.8, 600, "1", ROMAN, 12),
    (100, 600, "1D 001", ROMAN, 12),
    (172, 600, "Green", ROMAN, 12),
    (443, 600, "(107-07-3)", ROMAN, 12),
    (172, 586, "paint", ROMAN, 12),
    (68.8, 572, "2", ROMAN, 12),
    (100, 572, "1D002", ROMAN, 12),
    (172, 572, "Black", ROMAN, 12),
]
TOYS: list[Row] = [
    (E, "CATEGORY 8 Toys and", BOLD, 14),
    (148, "games", BOLD, 14),
    (E, "8A3 TOYS (SYSTEMS)", BOLD),
    (E, "8A301 Kites as follows:"),
    (98, "Note 8A301.a does not apply to:", ITALIC),
    (E, "a. Dragons; or", ITALIC),
    (E, "b. Birds.", ITALIC),
    (E, "8A301 a. 1. Kites having any of the following:"),
    (A, "a. A tail; or"),
    (A, "b. A string."),
    (E, "2. Not used;"),
    (E, "8A301 b. Other kites, see"),
    (166, "8A301.a.1;"),
    (E, "8A301 b. Kites again:"),
    (E, "a. In print;8A302. BALLS"),
    (E, "8A303 Tops:"),
    (50, "a.Red tops;"),
    (E, "8B3 TOYS (TEST) – (Reserved)"),
    (E, "8C3 Dolls of any kind."),
]
LIST = [FRONT, TERMS, CHEMICALS, TOYS]


def printed(rows: Sequence[Row]) -> list[Printed]:
    """Set rows one below the other."""
    page: list[Printed] = []
    for number, row in enumerate(rows):
        x, words, font, size = (*row, *(ROMAN, 12.0)[len(row) - 2 :])
        y = 780 - 15 * number
        page.append((float(x), y, str(words), str(font), float(size)))
    return page


def headed(rows: list[Printed]) -> list[Printed]:
    return [(250, 795, "Appendix 3 – SCOMET List", BOLD, 12.0), *rows]


@pytest.fixture(scope="module")
def pdf(make_pdf: Maker) -> bytes:
    pages = [printed(rows) for rows in LIST]
    pages[2] += [*CELLS, (63, 80, "9 Notification No. 02 dated 24.04.2019", BOLD, 10.0)]
    return make_pdf([pages[0], *map(headed, pages[1:])])


@pytest.fixture(scope="module")
def found(pdf: bytes) -> ListDocument:
    return parse(pdf, SOURCE)


def paragraph(document: ListDocument, notation: str) -> Paragraph:
    return next(one for one in document.paragraphs if one.notation == notation)


def test_every_character_is_in_exactly_one_passage(pdf: bytes, found: ListDocument) -> None:
    assert check_conservation(found, canonical(pdf).text, pdf, SOURCE)


def test_a_path_names_levels_that_have_no_row_of_their_own(found: ListDocument) -> None:
    names = [p.notation for p in found.paragraphs if p.notation.startswith("8A301")]
    below = ["8A301.a.1.a", "8A301.a.1.b", "8A301.a.2", "8A301.b"]
    assert names == ["8A301", "8A301.a", "8A301.a.1", *below]
    assert paragraph(found, "8A301.a").text == ()


def test_columns_do_not_tell_levels_but_what_comes_next_does(found: ListDocument) -> None:
    assert paragraph(found, "8A301.a.2").kind is ParagraphKind.RESERVED
    assert paragraph(found, "8A303.a").official == "a."


def test_a_code_inside_words_is_no_entry(found: ListDocument) -> None:
    said = [reference.target for reference in found.references if reference.where == "8A301.b"]
    assert said == ["8A301.a.1"]


def test_a_code_that_is_glued_to_the_words_before_is_an_entry(found: ListDocument) -> None:
    assert paragraph(found, "8A302").text[0].wording == "BALLS"


def test_what_is_printed_twice_is_kept_as_a_note_of_the_first(found: ListDocument) -> None:
    names = [note.notation for note in found.notes if note.annotates == "8A301.b"]
    assert names == ["8A301.b.note.1", "8A301.b.note.1.a"]
    assert ("8A301.b", "printed-twice") in {(issue.where, issue.kind) for issue in found.issues}


def test_a_note_in_italics_has_its_items(found: ListDocument) -> None:
    names = [note.notation for note in found.notes if note.annotates == "8A301.a"]
    assert names == ["8A301.a.note.1", "8A301.a.note.1.a", "8A301.a.note.1.b"]


def test_a_group_without_entries_controls_by_itself(found: ListDocument) -> None:
    assert paragraph(found, "1A").kind is ParagraphKind.ENTRY
    assert paragraph(found, "8A3").kind is ParagraphKind.HEADING
    assert paragraph(found, "8B3").kind is ParagraphKind.RESERVED
    assert paragraph(found, "8C3").kind is ParagraphKind.ENTRY


def test_numbered_rows_of_a_table_are_items_in_whatever_order(found: ListDocument) -> None:
    names = [p.notation for p in found.paragraphs if p.parent == "1A"]
    assert names == ["1A.1", "1A.13"]


def test_a_row_of_a_table_is_an_entry_with_its_cells(found: ListDocument) -> None:
    words = [passage.wording for passage in paragraph(found, "1D001").text]
    assert words == ["1", "Green", "(107-07-3)", "paint"]
    assert ("1D001", "blank-in-a-code", "1D 001") in {
        (issue.where, issue.kind, issue.value) for issue in found.issues
    }


def test_a_heading_goes_on_over_rows(found: ListDocument) -> None:
    assert [passage.wording for passage in paragraph(found, "cat8").text] == ["Toys and", "games"]


def test_terms_are_told_by_bold_print(found: ListDocument) -> None:
    slugs = [term.slug for term in found.terms]
    assert slugs[:3] == ["toy", "model-mod", "toy-2"]
    assert "term-defined-twice" in {issue.kind for issue in found.issues}


def test_footnotes_and_notes_of_the_whole_list_are_kept(found: ListDocument) -> None:
    names = {note.notation for note in found.notes if note.annotates is None}
    assert {"note.footnote.9", "note.update", "note.appendix", "note.glossary"} <= names


def test_an_entry_of_a_table_that_stands_twice_is_refused(make_pdf: Maker) -> None:
    again = [(x, y - 60, words, font, size) for x, y, words, font, size in CELLS[:4]]
    page = [*printed(CHEMICALS), *CELLS, *again]
    with pytest.raises(DuplicateNotation, match="1D001"):
        parse(make_pdf([page]), SOURCE)


def test_a_heading_that_stands_twice_is_refused(make_pdf: Maker) -> None:
    with pytest.raises(DuplicateNotation, match="8A3"):
        parse(make_pdf([printed([*TOYS, TOYS[2]])]), SOURCE)


def test_words_in_front_of_everything_are_refused(make_pdf: Maker) -> None:
    with pytest.raises(UnreadableDocument, match="no entry before"):
        parse(make_pdf([printed([(E, "kites and balls")])]), SOURCE)


@settings(deadline=None, max_examples=25, derandomize=True)
@given(data=st.data())
def test_a_list_with_rows_lost_or_doubled_is_refused_or_read_whole(
    data: st.DataObject, make_pdf: Maker
) -> None:
    rows = [row for page in (TERMS, CHEMICALS, TOYS) for row in page]
    kept = data.draw(st.lists(st.sampled_from(rows), min_size=1, max_size=40))
    raw = make_pdf([printed(kept)])
    try:
        document = parse(raw, SOURCE)
    except SourceError:
        return
    assert check_conservation(document, canonical(raw).text, raw, SOURCE)
