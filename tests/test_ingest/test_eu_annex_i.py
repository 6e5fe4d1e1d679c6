"""Annex I from small documents of our own in the form of the official one."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from graph.errors import UnknownValue
from graph.model.document import ListDocument
from graph.model.note import Note, NoteEffect, NoteKind
from graph.model.paragraph import Connective, Paragraph, ParagraphKind
from graph.model.passage import MarkKind
from graph.model.term import TermScope
from ingest.checks.conservation import check_conservation
from ingest.source import SOURCES, read_source
from ingest.sources.eu_annex_i.parse import canonical, parse

SOURCE = read_source(SOURCES / "eu_annex_i" / "source.yml")
Docs = Sequence[tuple[str, str, str]]

PUMPS = [
    "3A801 Pumps and valves, as follows:",
    "3A801 N.B. SEE ALSO 3A802.",
    "3A801.a Pumps having any of the following:",
    "3A801.a.1 A flow of 2 × 103 m3 or more; or",
    "3A801.a.2 Not used;",
    "3A801.b Valves of 'tough steel' for \"lasers\";",
    "3A801.b Note 1: 3A801.b. does not control: a. Toys; or b. Taps.",
    "3A801.b Technical Note: For the purposes of 3A801.b., 'tough steels' do not bend.",
]
MORE = ["3A802 Hoses for 3A801.a.1., see 3A809."]


def data(entries: Mapping[str, Sequence[str]], docs: Docs = ()) -> dict[str, Any]:
    header = {name: name for name in ("corpus_version", "celex", "valid_from", "retrieved_at")}
    more = {name: name for name in ("sha256", "source_url", "attribution")}
    return {
        **header,
        **more,
        "entry_count": len(entries),
        "index": [{"code": code, "first_line": lines[0]} for code, lines in entries.items()],
        "entries": [
            {
                "entry_code": code,
                "category": code[0],
                "verbatim_text": "\n".join(lines),
                "parameters": [lines[0]],
                "applicable_notes": [lines[0].partition(" ")[2]],
            }
            for code, lines in entries.items()
        ],
        "docs": [{"doc_type": k, "title": t, "verbatim_text": text} for k, t, text in docs],
        "geas": [{"id": "EU999", "title": "Toys", "verbatim_text": "Toys to Atlantis."}],
        "gea_common_list": "No toys.",
    }


def raw(made: Mapping[str, Any]) -> bytes:
    return json.dumps(made, ensure_ascii=False).encode()


def read(entries: Mapping[str, Sequence[str]], docs: Docs = ()) -> ListDocument:
    """Parse a document, and prove that nothing of it is lost."""
    document = raw(data(entries, docs))
    found = parse(document, SOURCE)
    check_conservation(found, canonical(document).text, document, SOURCE)
    return found


def paragraphs(document: ListDocument) -> dict[str, Paragraph]:
    return {paragraph.notation: paragraph for paragraph in document.paragraphs}


def notes(document: ListDocument) -> dict[str, Note]:
    return {note.notation: note for note in document.notes}


def words(record: Paragraph | Note) -> list[str | None]:
    return [passage.wording for passage in record.text]


def issues(document: ListDocument, kind: str) -> list[tuple[str, str]]:
    return [(issue.where, issue.value) for issue in document.issues if issue.kind == kind]


def omitted(document: ListDocument, kind: str) -> list[str | None]:
    return [part.passage.wording for part in document.omissions if part.kind == kind]


@pytest.fixture(scope="module")
def pumps() -> ListDocument:
    return read({"3A801": PUMPS, "3A802": MORE})


def test_each_provision_has_its_path_its_place_and_its_words(pumps: ListDocument) -> None:
    found = paragraphs(pumps)
    assert list(found) == [
        "cat3", "3A", "3A801", "3A801.a", "3A801.a.1", "3A801.a.2", "3A801.b", "3A802",
    ]  # fmt: skip
    entry, item = found["3A801"], found["3A801.a.1"]
    assert (entry.kind, entry.parent, entry.depth) == (ParagraphKind.ENTRY, "3A", 0)
    assert entry.label == "Pumps and valves, as follows"
    assert entry.marker is not None
    assert entry.marker.wording == "3A801"
    assert (item.kind, item.parent, item.ends_with) == (ParagraphKind.CONDITION, "3A801.a", "or")
    assert words(item) == ["A flow of 2 × 103 m3 or more; or"]
    assert found["3A801.a"].connective is Connective.ANY
    assert found["3A801.a.2"].kind is ParagraphKind.RESERVED
    assert found["3A"].label == "Systems, Equipment and Components"


def test_a_lost_exponent_is_marked_and_reported_and_not_guessed(pumps: ListDocument) -> None:
    (passage,) = paragraphs(pumps)["3A801.a.1"].text
    wording = passage.wording or ""
    marked = [
        wording[mark.start - passage.start : mark.end - passage.start] for mark in passage.marks
    ]
    assert marked == ["3", "3"]
    assert {mark.kind for mark in passage.marks} == {MarkKind.LOST_EXPONENT}
    assert issues(pumps, "lost-exponent") == [("3A801.a.1", "103"), ("3A801.a.1", "m3")]
    assert passage.shown == wording


def test_notes_are_named_after_what_they_annotate(pumps: ListDocument) -> None:
    found = notes(pumps)
    assert list(found) == [
        "3A801.nb.1", "3A801.b.note.1", "3A801.b.note.1.a", "3A801.b.note.1.b", "3A801.b.techn.1",
    ]  # fmt: skip
    note, item = found["3A801.b.note.1"], found["3A801.b.note.1.b"]
    assert (note.kind, note.effect, note.official) == (
        NoteKind.DECONTROL, NoteEffect.NARROWS, "Note 1:",
    )  # fmt: skip
    assert (item.parent, item.annotates, item.official, words(item)) == (
        "3A801.b.note.1", "3A801.b", "b.", ["Taps."],
    )  # fmt: skip


def test_terms_and_references_are_read_from_the_words(pumps: ListDocument) -> None:
    local = [term for term in pumps.terms if term.scope is TermScope.ENTRY]
    assert [(term.slug, term.entry, term.text) for term in local] == [("tough-steel", "3A801", ())]
    uses = [use.where for use in pumps.term_uses if use.slug == "tough-steel"]
    assert uses == ["3A801.b", "3A801.b.techn.1"]  # the plural is the same term
    assert issues(pumps, "term-without-definition") == [("3A801.b", "lasers")]
    targets = {(ref.where, ref.target, ref.resolved) for ref in pumps.references}
    assert {("3A801.nb.1", "3A802", True), ("3A802", "3A809", False)} <= targets


def test_what_is_said_twice_is_left_out_once(pumps: ListDocument) -> None:
    assert omitted(pumps, "duplicate").count("3A801.b") == 2  # in front of its two notes
    assert omitted(pumps, "general-authorisations")[1:] == ["Toys", "Toys to Atlantis.", "No toys."]
    assert "celex" in omitted(pumps, "metadata")


def test_items_printed_in_one_line_have_notations_of_their_own() -> None:
    found = read({"3A801": ["3A801 Coils of:", "3A801.a a. Tin; and b. Zinc; or", "3A801.b Wood."]})
    assert list(paragraphs(found))[2:] == ["3A801", "3A801.a", "3A801.a.a", "3A801.a.b", "3A801.b"]
    item = paragraphs(found)["3A801.a.b"]
    assert (item.official, words(item)) == ("b.", ["Zinc; or"])
    assert len(issues(found, "item-inside-a-line")) == 2


def test_rows_of_a_table_below_a_paragraph_are_its_items_where_letters_say_so() -> None:
    lines = [
        "4A801 Computers that stand any of the following:",
        "4A801 a. Total heat | 5× 103 K;",
        "4A801 b. Total cold | 2 K;",
        "4A801 Heat | Cold",
        "4A801 as measured at noon.",
    ]
    found = read({"4A801": lines})
    assert words(paragraphs(found)["4A801.a"]) == ["Total heat", "5× 103 K;"]
    assert words(paragraphs(found)["4A801"])[1:] == ["as measured at noon."]
    assert [(row.about, len(row.cells)) for row in found.tables] == [("4A801", 2)]
    assert omitted(found, "cell-separator") == ["|"] * 3


def test_a_second_line_goes_on_with_what_stands_before_it() -> None:
    lines = [
        "3A801 Kites:", "3A801.a Red kites;", "3A801.a Technical Note:", "3A801.a A kite flies.",
    ]  # fmt: skip
    found = read({"3A801": lines})
    assert words(paragraphs(found)["3A801.a"]) == ["Red kites;"]
    assert words(notes(found)["3A801.a.techn.1"]) == ["A kite flies."]
    assert issues(found, "continued-note") == [("3A801.a", "Technical Note:")]


def test_items_of_a_note_that_are_printed_like_paragraphs_belong_to_the_note() -> None:
    lines = [
        "3A801 Kites, as follows:",
        "3A801.a Nozzles for kites;",
        "3A801.a Technical Note: Examples of nozzles in 3A801.a. are:",
        "3A801.a.1 Round ones;",
        "3A801.a.2 Square ones.",
        "3A801.b Tails having any of the following:",
        "3A801.b Note: 3A801.b. includes all of the following:",
        "3A801.b.1 A knot.",
    ]
    found = read({"3A801": lines})
    assert list(paragraphs(found))[2:] == ["3A801", "3A801.a", "3A801.b", "3A801.b.1"]
    item = notes(found)["3A801.a.techn.1.2"]
    assert (item.official, words(item)) == ("3A801.a.2", ["Square ones."])
    assert [where for where, _ in issues(found, "note-item-printed-as-paragraph")] == [
        "3A801.a.techn.1.1", "3A801.a.techn.1.2",
    ]  # fmt: skip


def test_a_repaired_path_counts_and_the_printed_one_is_kept() -> None:
    lines = [
        "1C010 Threads:", "1C010.e Wet threads having all of the following:", "1C010.1 Any colour; and",
        "1C010.1.a Red;", "1C010.1.2 Any length;", "1C010.1 Note 1: 1C010.e. includes ropes.",
    ]  # fmt: skip
    found = read({"1C010": lines})
    assert list(paragraphs(found))[3:] == ["1C010.e", "1C010.e.1", "1C010.e.1.a", "1C010.e.2"]
    assert paragraphs(found)["1C010.e.2"].official == "1C010.1.2"
    assert notes(found)["1C010.e.note.1"].annotates == "1C010.e"
    assert ("1C010.e.2", "1C010.1.2") in issues(found, "path-repaired")


def test_a_missing_parent_is_reported_and_nothing_is_made_up() -> None:
    found = read({"3A801": ["3A801 Kites:", "3A801.b.2 Small."]})
    assert paragraphs(found)["3A801.b.2"].parent == "3A801"
    assert issues(found, "missing-parent") == [("3A801.b.2", "3A801.b")]


def test_notes_of_one_number_below_two_paragraphs_keep_their_number() -> None:
    lines = [
        "1C801 Salts:", "1C801.a Red salts;", "1C801.a Note 1: 1C801 does not control sand.",
        "1C801.b Blue salts;", "1C801.b Note 1: 1C801 does not control mud.",
    ]  # fmt: skip
    assert list(notes(read({"1C801": lines}))) == ["1C801.note.1", "1C801.b.note.1"]


def test_category_5_has_two_parts() -> None:
    found = paragraphs(read({"5A001": ["5A001 Radios."], "5A002": ["5A002 Codes."]}))
    assert list(found) == ["cat5", "cat5p1", "5A1", "5A001", "cat5p2", "5A2", "5A002"]
    assert [found[name].depth for name in ("cat5", "cat5p2", "5A2", "5A002")] == [-2, -2, -1, 0]
    with pytest.raises(UnknownValue, match="777"):
        read({"5A777": ["5A777 Drums."]})


FILED: Docs = (
    ("general_notes", "GENERAL NOTES", "1 Kites are toys.\n1 N.B. Toys are small.\n1 So are hats."),
    (
        "general_software_note", "SOFTWARE NOTE",
        "No control of:\na Free kites:\na.1 Gifts;\na.1 Note: Entry a.1. is short.\nb Old kites.\nThe end.",
    ),
    ("section_note", "Category 3 — 3B Test, Inspection and Production Equipment — notes", "None."),
    ("section_note", "Category 3 — 3A Systems, Equipment and Components — notes",
     "Note 1: Kites decide. N.B. See 3A801.\nN.B. For hats, see 3A801.\nFor shoes too."),
    ("section_note", 'Category 5 — Part 2 - "SECRETS" — notes', "Note 1: Not used.\nNote 2: No toys."),
    ("article_4", "Article 4", "Nobody reads this."),
    ("acronyms", "ACRONYMS", "Short forms.\nKT | Kite\nHT | Hat"),
)  # fmt: skip


@pytest.fixture(scope="module")
def filed() -> ListDocument:
    return read({"3A801": ["3A801 Kites."], "5A002": ["5A002 Codes."]}, FILED)


def test_notes_of_the_list_of_categories_and_of_groups_have_their_places(
    filed: ListDocument,
) -> None:
    found = notes(filed)
    assert list(found) == [
        "note.general", "note.general.1", "note.general.1.nb.1",
        "note.gsn", "note.gsn.a", "note.gsn.a.1", "note.gsn.a.1.note.1", "note.gsn.b",
        "3B.note.1", "3A.note.1", "3A.note.1.nb.1", "3A.nb.1",
        "note.cat5p2.1", "note.cat5p2.2", "note.acronyms",
    ]  # fmt: skip
    assert words(found["note.general.1"]) == ["Kites are toys.", "So are hats."]
    assert words(found["note.gsn"]) == ["No control of:", "The end."]
    assert words(found["3A.nb.1"]) == ["For hats, see 3A801.", "For shoes too."]
    assert (found["3A.note.1"].annotates, found["note.gsn"].annotates) == ("3A", None)
    assert (found["3B.note.1"].kind, found["3B.note.1"].official) == (NoteKind.GENERAL, "")
    assert (found["note.cat5p2.1"].kind, found["note.cat5p2.1"].effect) == (
        NoteKind.GENERAL, NoteEffect.NONE,
    )  # fmt: skip
    assert found["note.cat5p2.1"].annotates == "cat5p2"


def test_a_title_names_its_heading(filed: ListDocument) -> None:
    found = paragraphs(filed)
    assert words(found["3B"]) == ["Test, Inspection and Production Equipment"]
    assert (found["cat5p2"].label, found["cat3"].label) == ("Secrets", "Category 3")
    assert "Category 3 —" in omitted(filed, "metadata")
    assert omitted(filed, "articles") == ["Article 4", "Nobody reads this."]


def test_rows_of_a_table_are_rows(filed: ListDocument) -> None:
    cells = [[cell and cell.wording for cell in row.cells] for row in filed.tables]
    assert cells == [["KT", "Kite"], ["HT", "Hat"]]
    assert {row.about for row in filed.tables} == {"note.acronyms"}
    table = (
        ("section_note", "Category 2 — 2E Technology — notes", "1. Process | 2. Base\nA. Dip | Tin\n| Zinc"),
    )  # fmt: skip
    rows = read({"2E003": ["2E003 Know-how:", "2E003.f Of coats."]}, table).tables
    assert [(row.about, row.row, row.heading) for row in rows] == [
        ("2E003.f", 1, True), ("2E003.f", 2, False), ("2E003.f", 3, False),
    ]  # fmt: skip
    assert rows[2].cells[0] is None


def test_definitions_are_terms_with_their_categories() -> None:
    text = (
        "Terms are as follows:\nN.B. Categories stand in brackets.\n"
        '"Kite" (1 GTN All) means a toy:\na With a tail; and\nb With a string.\nN.B. See also "hat".\n'
        '"Drift" (bird) (7) means wind.\n"Drift" (fish) (7) means sea.\n"Large Kite" ("LK") (2) flies.\n'
        "www.wassenaar.org"
    )
    lines = ['3A801 "Kites", "LK" and their "drifts".']
    found = read({"3A801": lines}, [("definitions_annex", "DEFINITIONS", text)])
    terms = {term.slug: term for term in found.terms}
    assert list(terms) == ["kite", "drift-bird", "drift-fish", "large-kite"]
    kite = terms["kite"]
    assert (kite.label, kite.categories, len(kite.text)) == ("Kite", ("1", "GTN", "All"), 4)
    assert kite.marker is not None
    assert kite.marker.wording == '"Kite" (1 GTN All)'
    assert [use.slug for use in found.term_uses if use.where == "3A801"] == [
        "kite", "large-kite", "drift-bird", "drift-fish",
    ]  # fmt: skip
    assert list(notes(found)) == ["note.definitions", "note.definitions.nb.1"]
    assert omitted(found, "stray-line") == ["www.wassenaar.org"]


def test_the_same_bytes_give_the_same_records() -> None:
    document = raw(data({"3A801": PUMPS, "3A802": MORE}, FILED[:4]))
    assert parse(document, SOURCE) == parse(document, SOURCE)
