"""The Common Military List from small PDFs of our own that are printed like the official one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import DuplicateNotation, SourceError, UnreadableDocument
from graph.model.document import ListDocument
from graph.model.note import Note, NoteEffect
from graph.model.paragraph import Paragraph, ParagraphKind
from graph.model.term import TermScope
from ingest.checks.conservation import check_conservation
from ingest.source import SOURCES, read_source
from ingest.sources.eu_cml.parse import canonical, parse

SOURCE = read_source(SOURCES / "eu_cml" / "source.yml")
ROMAN, ITALIC, BOLD = "Times-Roman", "Times-Italic", "Times-Bold"
E, A, ONE, SUB, DEEP = 68.2, 119.2, 130.7, 142.6, 154.3
"""Left edges: entry, a., 1., the a. below it, its words."""

Row: TypeAlias = "tuple[float, str] | tuple[float, str, str]"
Printed: TypeAlias = "tuple[float, float, str, str, float]"
Maker: TypeAlias = Callable[[Sequence[Sequence[Printed]]], bytes]

COVER: list[Row] = [(E, "Liste I", BOLD), (E, "Merknader:")]
CONTENTS: list[Row] = [(248, "Innholdsfortegnelse", BOLD), (E, "ML1 Toys, as follows: ........ 3")]
TOYS: list[Row] = [
    (E, "ML1 Toys, as follows, and"),
    (A, "parts therefor:", BOLD),
    (A, "Note ML1. does not apply to:", ITALIC),
    (DEEP, "a. Dolls;", ITALIC),
    (DEEP, 'b. "Kites".', ITALIC),
    (A, "a. Toys having any of the following:"),
    (ONE, "1. A mass of 2 kg; or"),
    (62.0, "2. Not used since 2013;"),
    (SUB, "N.B. For trains, see entry 3A801 on the other list.", ITALIC),
    (ONE, "3. Wheels;"),
    (60.0, "b. Trains."),
    (A, "Note 1 Trains stay trains.", ITALIC),
    (A, "Note 2 ML1.a. includes tops.", ITALIC),
    (DEEP, "N.B. See also ML2.", ITALIC),
    (E, "ML2 Games."),
    (A, "Technical Note", ITALIC),
    (A, "In ML.2.a chess is one.", ITALIC),
]
LETTERS: list[Row] = [
    (E, "ML3 Blocks:"),
    *[(A, f"{step}. Block;") for step in "abcdefghijklmnopqrstuvwxyz"],
    (A, "aa. Block;"),
    (A, "bb. Block."),
]
DEFINITIONS: list[Row] = [
    (200, "DEFINITIONS OF TERMS USED IN THIS LIST", BOLD),
    (E, "The terms stand in order."),
    (E, "Note 1 They apply everywhere.", ITALIC),
    (E, 'ML1, 2 "Kite(s)" ("KT")'),
    (138.9, "A toy that flies, as do"),
    (138.9, '"paper birds".'),
    (139.1, "Technical Note", ITALIC),
    (139.1, "Not in a storm.", ITALIC),
    (139.1, '"Paper bird"'),
    (138.9, "A folded toy."),
]


def page(rows: Sequence[Row], *, number: int = 1) -> list[Printed]:
    """Lay rows out on a page, from the top."""
    laid: list[Printed] = [(231.1, 15, f"Liste I {number}", ROMAN, 11)]
    for place, row in enumerate(rows):
        x, words, font = (*row, ROMAN)[:3]
        laid.append((float(x), 762 - 23 * place, str(words), str(font), 9.5))
    return laid


def whole(*pages: Sequence[Row]) -> list[list[Printed]]:
    return [page(rows, number=n) for n, rows in enumerate((COVER, CONTENTS, *pages), 1)]


def read(make_pdf: Maker, *pages: Sequence[Row]) -> ListDocument:
    """Parse a document, and prove that nothing of it is lost."""
    document = make_pdf(whole(*pages))
    found = parse(document, SOURCE)
    check_conservation(found, canonical(document).text, document, SOURCE)
    return found


def paragraphs(document: ListDocument) -> dict[str, Paragraph]:
    return {paragraph.notation: paragraph for paragraph in document.paragraphs}


def notes(document: ListDocument) -> dict[str, Note]:
    return {note.notation: note for note in document.notes}


def words(record: Paragraph | Note) -> str:
    return " ".join(passage.wording or "" for passage in record.text)


def test_entries_and_items_stand_in_their_order(make_pdf: Maker) -> None:
    found = read(make_pdf, TOYS, DEFINITIONS)
    assert [p.notation for p in found.paragraphs] == [
        "ML1", "ML1.a", "ML1.a.1", "ML1.a.2", "ML1.a.3", "ML1.b", "ML2",
    ]  # fmt: skip
    known = paragraphs(found)
    assert words(known["ML1"]) == "Toys, as follows, and parts therefor:"
    assert known["ML1"].parent is None
    assert known["ML1.a.1"].kind is ParagraphKind.CONDITION
    assert known["ML1.a.2"].kind is ParagraphKind.RESERVED
    assert {omission.kind for omission in found.omissions} == {
        "norwegian-cover", "table-of-contents", "page-footer",
    }  # fmt: skip


def test_a_mark_that_lost_its_indentation_keeps_its_level(make_pdf: Maker) -> None:
    found = notes(read(make_pdf, TOYS, DEFINITIONS))
    assert found["ML1.note.2"].annotates == "ML1"
    assert words(found["ML1.note.2"]) == "Trains stay trains."
    assert found["ML1.a.2.nb.1"].annotates == "ML1.a.2"


def test_a_note_in_the_column_of_a_notes_words_is_inside_it(make_pdf: Maker) -> None:
    found = notes(read(make_pdf, TOYS, DEFINITIONS))
    assert found["ML1.a.note.2.nb.1"].parent == "ML1.a.note.2"
    assert [words(found[f"ML1.note.1.{step}"]) for step in "ab"] == ["Dolls;", '"Kites".']
    assert found["ML1.note.1"].effect is NoteEffect.NARROWS


def test_letters_go_on_with_two_of_them(make_pdf: Maker) -> None:
    found = list(paragraphs(read(make_pdf, LETTERS, DEFINITIONS)))
    assert found[-3:] == ["ML3.z", "ML3.aa", "ML3.bb"]


def test_terms_have_the_entries_that_use_them(make_pdf: Maker) -> None:
    document = read(make_pdf, TOYS, DEFINITIONS)
    listed = {term.slug: term for term in document.terms if term.scope is TermScope.LIST}
    assert {name: term.categories for name, term in listed.items()} == {
        "kite": ("ML1", "ML2"), "paper-bird": (),
    }  # fmt: skip
    assert {(use.where, use.slug) for use in document.term_uses} == {("ML1.note.1.b", "kite")}
    assert words(notes(document)["note.definitions.note.1"]) == "They apply everywhere."


def test_references_name_the_dual_use_list_and_odd_codes_are_reported(make_pdf: Maker) -> None:
    document = read(make_pdf, TOYS, DEFINITIONS)
    found = {(r.where, r.target_list, r.target, r.resolved) for r in document.references}
    assert ("ML1.a.2.nb.1", "eu-annex-i", "3A801", False) in found
    assert ("ML1.a.note.2.nb.1", "eu-cml", "ML2", True) in found
    assert [(i.where, i.kind, i.value) for i in document.issues] == [
        ("ML2.techn.1", "miswritten-code", "ML.2.a")
    ]


@pytest.mark.parametrize(
    ("pages", "error"),
    [
        ([[(E, "ML1 Toys."), (E, "ML1 Toys.")]], DuplicateNotation),
        ([[(A, "a. Toys.")]], UnreadableDocument),
        ([[(E, "ML1 Toys.")], [*DEFINITIONS[:1], *DEFINITIONS[-1:]], DEFINITIONS[-2:-1]], UnreadableDocument),
        ([[(E, "ML1 Toys.")], [*DEFINITIONS, *DEFINITIONS[-2:]]], DuplicateNotation),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused(
    make_pdf: Maker, pages: list[list[Row]], error: type[Exception]
) -> None:
    with pytest.raises(error):
        read(make_pdf, *pages)


def test_what_is_no_pdf_is_refused() -> None:
    with pytest.raises(UnreadableDocument):
        parse(b"ML1 Toys", SOURCE)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_mutated_document_is_refused_or_still_whole(make_pdf: Maker, data: st.DataObject) -> None:
    pages = whole(TOYS, DEFINITIONS)
    rows = pages[data.draw(st.integers(1, 3))]
    at, other = (data.draw(st.integers(1, len(rows) - 1)) for _ in range(2))
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
        del rows[at:]
    document = make_pdf(pages)
    try:
        found = parse(document, SOURCE)
    except SourceError:
        return
    check_conservation(found, canonical(document).text, document, SOURCE)
