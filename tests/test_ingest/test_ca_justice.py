"""Invented regulations in the XML of laws-lois.justice.gc.ca: each rule of the reader on a small document."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import (
    ComityError,
    DuplicateNotation,
    SourceError,
    UnknownValue,
    UnreadableDocument,
)
from graph.model.document import ListDocument
from graph.model.note import NoteEffect, NoteKind
from graph.model.paragraph import Connective, Paragraph, ParagraphKind
from graph.model.relation import RelationKind
from graph.model.requirement import StatementKind
from ingest.checks.conservation import check_conservation
from ingest.source import Source
from ingest.sources.ca_justice.parse import canonical, parse

SPACE = 'xmlns:lims="http://justice.gc.ca/lims"'
BODY = (
    "<Body><Heading level='1'><TitleText>Meaning</TitleText></Heading><Section><Label>1</Label>"
    "<Text>Here:</Text><Definition><Text><DefinedTermEn>Guide</DefinedTermEn> means a book. "
    "(<DefinedTermFr>Livre</DefinedTermFr>)</Text></Definition></Section><Section><Label>2</Label>"
    "<Text>Toys go nowhere</Text><Paragraph><Label>(a)</Label><Text>as Group 5 of the schedule has them;"
    "</Text></Paragraph></Section></Body>"
)


def source(language: str = "en", key: str = "ca-ecl") -> Source:
    return Source(
        key=key, name="Toys", jurisdiction="ca", citation="SOR/1-1", language=language, document="ca/toys.xml",
        format="xml", sha256="0" * 64, valid_on=date(2026, 1, 2), published_on=date(2026, 1, 3), url="https://law.example",
        licence="free", title_is_free=True, expect={},
    )  # fmt: skip


def document(schedule: str, *, language: str = "en", body: str = BODY, after: str = "") -> bytes:
    return (
        f'<?xml version="1.0" encoding="utf-8"?><Regulation {SPACE} lims:pit-date="2026-01-01" '
        f'lims:lastAmendedDate="2025-12-01" lims:current-date="2026-01-04" xml:lang="{language}">'
        f"{body}<Schedule>{schedule}</Schedule>{after}</Regulation>"
    ).encode()


def read(schedule: str, *, language: str = "en", **more: str) -> ListDocument:
    raw = document(schedule, language=language, **more)
    given_source = source(language)
    found = parse(raw, given_source)
    check_conservation(found, canonical(raw).text, raw, given_source)
    return found


def group(number: int, title: str = "Toys", word: str = "GROUP") -> str:
    return (
        f"<Heading level='1'><Label>{word} {number}</Label><TitleText>{title}</TitleText></Heading>"
    )


def part(label: str, words: str = "", *below: str, size: str = "") -> str:
    head = f"<Label>{label}</Label>" if label else ""
    text = f"<Text>{words}</Text>" if words else ""
    return f"<Provision{size}>{head}{text}{''.join(below)}</Provision>"


def small(label: str, words: str = "", *below: str) -> str:
    return part(label, words, *below, size=' pointsize="8"')


def paragraphs(found: ListDocument) -> dict[str, Paragraph]:
    return {one.notation: one for one in found.paragraphs}


ROBOTS = group(5) + part(
    "5900", "", part("(1)", "In this item, <DefinitionRef>toy</DefinitionRef> is a word."),
    part("(2)", "Toy robots as follows:", part("(a)", "robots that", part("(i)", "walk, or"), part("(ii)", "fly;")),
         part("(b)", "software for the things in paragraph (a).")),
)  # fmt: skip


def test_levels_are_written_as_lawyers_cite_them() -> None:
    found = paragraphs(read(ROBOTS))
    assert list(found) == [
        "5", "5900", "5900(2)", "5900(2)(a)", "5900(2)(a)(i)", "5900(2)(a)(ii)", "5900(2)(b)",
    ]  # fmt: skip
    assert found["5900(2)(a)(i)"].parent == "5900(2)(a)"
    assert found["5900(2)(a)"].official == "(a)"


def test_a_sentence_that_goes_on_has_conditions_below_it() -> None:
    found = paragraphs(read(ROBOTS))
    assert found["5900(2)"].connective is Connective.LIST
    assert found["5900(2)(a)"].kind is ParagraphKind.ITEM
    assert found["5900(2)(a)"].connective is Connective.ANY
    assert found["5900(2)(a)(i)"].kind is ParagraphKind.CONDITION


def test_a_sub_item_that_speaks_of_others_is_a_note_under_its_legal_number() -> None:
    exclusion = part("(3)", "Subitem (2) does not include", part("(a)", "kites."))
    found = read(ROBOTS.removesuffix("</Provision>") + exclusion + "</Provision>")
    notes = {note.notation: note for note in found.notes}
    assert notes["5900(1)"].annotates == "5900"
    assert notes["5900(1)"].kind is NoteKind.DEFINITION
    assert notes["5900(3)"].annotates == "5900(2)"
    assert (notes["5900(3)(a)"].parent, notes["5900(3)(a)"].effect) == (
        "5900(3)",
        NoteEffect.NARROWS,
    )
    assert [(use.where, use.slug) for use in found.term_uses] == [("5900(1)", "toy")]


def test_exceptions_below_a_sentence_are_no_controlled_things() -> None:
    found = read(group(5) + part("5900", "Robots, except:", part("(a)", "tin robots;")))
    assert list(paragraphs(found)) == ["5", "5900"]
    assert [(n.notation, n.effect) for n in found.notes if n.annotates == "5900"] == [
        ("5900(a)", NoteEffect.NARROWS)
    ]


def test_a_group_without_items_is_an_entry_and_takes_in_the_guide() -> None:
    words = "Toys, as described in Group 1 of the Guide, under the Wassenaar Arrangement."
    found = read(group(1) + part("", words) + ROBOTS)
    first = paragraphs(found)["1"]
    assert (first.kind, first.label, len(first.text)) == (ParagraphKind.ENTRY, "Toys", 2)
    assert [(r.where, r.kind, r.target_list, r.target) for r in found.relations] == [
        ("1", RelationKind.INCORPORATES, "ca-guide", "1"),
        ("1", RelationKind.INCORPORATES, "wa-du", ""),
    ]


def test_what_is_excluded_or_only_mentioned_is_not_taken_in() -> None:
    found = read(
        group(5) + part("5900", "Toys other than those referred to in Group 1 of the Guide.")
    )
    assert found.relations == ()
    assert [(r.target_list, r.target) for r in found.references if r.where == "5900"] == [
        ("ca-guide", "1")
    ]


def test_lower_headings_are_named_after_their_first_item() -> None:
    lower = "<Heading level='2'><TitleText>Robots</TitleText></Heading>"
    found = paragraphs(
        read(group(5) + lower + part("5900", "Toys.") + lower + part("5901", "Kites."))
    )
    assert [one.parent for one in found.values()] == [None, "5", "5.h2.5900", "5", "5.h2.5901"]


@pytest.mark.parametrize(
    ("words", "values"),
    [
        ("All destinations", ("ALL",)),
        ("All destinations other than the United States", ("ALL", "not:US")),
        ("United States", ("US",)),
    ],
)
def test_destinations_in_brackets_are_remarks(words: str, values: tuple[str, ...]) -> None:
    text = f"Toys; (<Emphasis style='italic'>{words}</Emphasis>) and"
    found = read(group(5) + part("5900", "Toys as follows:", part("(a)", text), part("(b)", "x.")))
    (statement,) = found.statements
    assert (statement.about, statement.kind, statement.values) == (
        "5900(a)",
        StatementKind.DESTINATION,
        values,
    )
    assert statement.text[0].wording == f"({words})"
    assert paragraphs(found)["5900(a)"].ends_with == "and"


def test_a_destination_at_the_end_of_a_condition_is_about_the_thing() -> None:
    text = "walk. (<Emphasis>All destinations</Emphasis>)"
    found = read(group(5) + part("5900", "Robots that", part("(a)", text)))
    assert [one.about for one in found.statements] == ["5900"]


def test_brackets_that_are_not_in_italics_are_words_of_the_sentence() -> None:
    found = read(group(5) + part("5900", "Toys under a law (United States)."))
    assert found.statements == ()


def test_an_unknown_destination_is_reported_and_read_as_none() -> None:
    found = read(
        group(5) + part("5900", "Toys. (<Emphasis>All destinations but Narnia</Emphasis>)")
    )
    assert [one.values for one in found.statements] == [()]
    assert [one.kind for one in found.issues] == ["unread-destination"]


def test_notes_are_named_after_what_their_words_annotate() -> None:
    note = small(
        "", "NOTE", small("1", "Paragraph (a) includes dolls."), small("2", "Item 5900 does not apply to kites."),
    )  # fmt: skip
    found = read(group(5) + part("5900", "Toys as follows:", part("(a)", "robots;"), note))
    named = [(n.notation, n.official, n.kind) for n in found.notes if n.annotates]
    assert named == [
        ("5900(a).note.1", "NOTE 1", NoteKind.INCLUSION),
        ("5900.note.2", "2", NoteKind.DECONTROL),
    ]


def test_a_note_between_items_is_about_the_one_before() -> None:
    note = small("", "NOTE", small("", "Words."))
    parts = (part("(a)", "robots;"), note, part("(b)", "kites."), note)
    found = read(group(5) + part("5900", "Toys as follows:", *parts))
    assert [n.notation for n in found.notes if n.annotates] == ["5900(a).note.1", "5900.note.1"]


def test_words_beside_the_heading_of_a_note_belong_to_it() -> None:
    parts = (small("", "NOTE"), small("", "Words."))
    found = read(group(5) + part("5900", "Toys.", *parts))
    assert found.notes[-1].text[0].wording == "Words."
    assert [one.kind for one in found.issues] == ["lost-structure"]


def test_a_second_part_of_a_note_has_a_number_of_its_own() -> None:
    items = (small("(a)", "one;"), small("", "More:", small("(a)", "two.")))
    note = small("", "NOTE", small("1", "Robots:", *items), small("1", "Kites."))
    found = read(group(5) + part("5900", "Toys.", note))
    assert [n.notation for n in found.notes if n.annotates] == [
        "5900.note.1", "5900.note.1.a", "5900.note.1.p2", "5900.note.1.p2.a", "5900.note.2",
    ]  # fmt: skip
    assert [one.kind for one in found.issues] == ["repeated-number"]


def test_sections_are_notes_on_the_list_and_define_its_terms() -> None:
    found = read(ROBOTS)
    assert [n.notation for n in found.notes][:3] == ["note.s1", "note.s2", "note.s2.a"]
    (term,) = (term for term in found.terms if term.text)
    assert (term.slug, term.label) == ("guide", "Guide")
    assert [(r.target, r.resolved) for r in found.references if r.where == "note.s2.a"] == [
        ("5", True)
    ]


def test_ranges_name_each_member_and_levels_are_found_from_where_they_stand() -> None:
    letters = [part(f"({letter})", f"{letter};") for letter in "abcd"]
    last = part(
        "(e)", "software for paragraphs (a) to (c) and items 1-3.A.1. and 1-3.A.2. of the Guide."
    )
    found = read(group(5) + part("5900", "Toys as follows:", *letters, last))
    named = {(r.target_list, r.target) for r in found.references if r.where == "5900(e)"}
    assert sorted(named) == [
        ("ca-ecl", "5900(a)"), ("ca-ecl", "5900(b)"), ("ca-ecl", "5900(c)"),
        ("ca-guide", "1-3.A.1"), ("ca-guide", "1-3.A.2"),
    ]  # fmt: skip


def test_a_law_is_cited_by_its_link_and_section() -> None:
    law = 'section 3 of the <XRefExternal reference-type="act" link="T-1">Toys Act</XRefExternal>'
    found = read(group(5) + part("5900", f"Toys as in {law}."))
    assert [(r.as_written, r.target) for r in found.references if r.where == "5900"] == [
        ("Toys Act", "T-1 3")
    ]


def test_what_is_repealed_is_a_placeholder() -> None:
    gone = "<Repealed>[Repealed, SOR/1-2, s. 3]</Repealed>"
    heading = group(8, gone)
    found = paragraphs(read(ROBOTS + heading + part("8000", gone)))
    assert found["8000"].kind is ParagraphKind.RESERVED
    assert (found["8"].kind, found["8"].label) == (ParagraphKind.HEADING, None)


def test_amendments_that_are_not_in_force_are_no_law() -> None:
    pending = f'<Schedule id="NifProvs">{group(6)}{part("6900", "Boats.")}</Schedule>'
    found = read(ROBOTS, after=pending)
    assert "6900" not in paragraphs(found)
    assert [one.kind for one in found.omissions] == ["not-in-force"]
    assert [one.kind for one in found.issues] == ["amendments-not-in-force"]


NUCLEAR = (
    "<Heading level='1'><Label>PART A</Label><TitleText>Things</TitleText></Heading>"
    "<Heading level='2'><TitleText><Emphasis>A.1.</Emphasis> Stuff</TitleText></Heading>"
    + part("A.1.1.", "<Emphasis>Clay, including:</Emphasis>", part("A.1.1.1", "<Emphasis>Mud</Emphasis>",
           part("", "Mud having all of the following:", part("(a)", "water; and"), part("(b)", "sand;"),
                part("", "and software."))), part("A.1.2", "Ice."))
    + "<Heading level='2'><TitleText><Emphasis>A.2.</Emphasis> Parts of Stuff</TitleText></Heading>"
)  # fmt: skip


def test_a_dotted_label_says_its_place_whatever_it_stands_in() -> None:
    found = read(NUCLEAR)
    named = paragraphs(found)
    assert list(named) == [
        "A",
        "A.1",
        "A.1.1",
        "A.1.1.1",
        "A.1.1.1(a)",
        "A.1.1.1(b)",
        "A.1.2",
        "A.2",
    ]
    assert named["A.1.2"].parent == "A.1"
    assert [(one.where, one.kind) for one in found.issues] == [("A.1.2", "path-repaired")]
    assert [named[one].kind.value for one in ("A", "A.1", "A.1.1", "A.1.1.1", "A.2")] == [
        "heading", "heading", "entry", "item", "entry",
    ]  # fmt: skip


def test_words_without_a_label_belong_to_the_position_around_them() -> None:
    mud = paragraphs(read(NUCLEAR))["A.1.1.1"]
    assert [one.wording for one in mud.text] == [
        "Mud", "Mud having all of the following:", "and software.",
    ]  # fmt: skip
    assert (mud.label, mud.connective) == ("Mud", Connective.ALL)


def test_a_title_above_dotted_labels_is_a_heading() -> None:
    titled = (
        "<Heading level='1'><Label>PART B</Label><TitleText>More</TitleText></Heading>"
        "<Heading level='2'><TitleText>B.1. Stuff</TitleText></Heading>"
        + part("B.1.1", "Tools", part("B.1.1.1", "Hammers."))
    )
    found = paragraphs(read(titled))
    assert found["B.1.1"].kind is ParagraphKind.HEADING
    assert found["B.1.1.1"].kind is ParagraphKind.ENTRY


def test_superscripts_are_marked() -> None:
    found = paragraphs(read(group(5) + part("5900", "Doses of 5 x 10<Sup>-4</Sup> or more.")))
    assert found["5900"].text[0].shown == "Doses of 5 x 10⁻⁴ or more."


FRENCH = (
    group(5, "Jouets", "GROUPE") + part("5900", "", part("(1)", "Pour l’application du présent article, mot."),
    part("(2)", "Les robots suivants\u00a0:", part("a)", "les robots qui\u00a0:", part("(i)", "soit marchent,"),
         part("(ii)", "soit volent;"))),
    part("b)", "les cerfs-volants visés à l’alinéa a). (<Emphasis>Toutes destinations</Emphasis>)"))
)  # fmt: skip


def test_french_has_the_same_notations_and_repairs_what_stands_beside() -> None:
    found = read(FRENCH, language="fr", body="")
    named = paragraphs(found)
    assert list(named)[2:] == [
        "5900(2)", "5900(2)(a)", "5900(2)(a)(i)", "5900(2)(a)(ii)", "5900(2)(b)",
    ]  # fmt: skip
    assert [(one.where, one.kind) for one in found.issues] == [("5900(2)(b)", "path-repaired")]
    assert named["5900(2)(a)"].official == "a)"
    assert named["5900(2)(a)"].connective is Connective.ANY
    assert found.statements[0].values == ("ALL",)
    assert [(r.where, r.target) for r in found.references] == [("5900(2)(b)", "5900(2)(a)")]


TWICE = "<Label>5900</Label>"


@pytest.mark.parametrize(
    ("schedule", "error"),
    [
        (ROBOTS + part("5900", "Again."), DuplicateNotation),
        (ROBOTS + part("no number", "Toys."), UnknownValue),
        (ROBOTS + part("1", "Toys."), UnreadableDocument),
        (group(5) + part("5900", "Toys.", part("5901", "Kites.")), UnreadableDocument),
        (ROBOTS.replace("5900", "A.1.1"), UnreadableDocument),
        ("<Heading level='2'><TitleText>Toys</TitleText></Heading>", UnreadableDocument),
        ("<Heading><Label>GROUP 5</Label></Heading>", UnreadableDocument),
        (group(5, word="CLUSTER"), UnknownValue),
        (ROBOTS + "<Table/>", UnknownValue),
        (ROBOTS + "<Footnote/>", UnknownValue),
        (ROBOTS.replace("<Provision>", "<Provision colour='red'>", 1), UnknownValue),
        (ROBOTS.replace("<Label>5900</Label>", TWICE + TWICE), UnreadableDocument),
        (ROBOTS + "stray words", UnreadableDocument),
        (ROBOTS.replace("walk, or", "<Blink>walk</Blink>"), UnknownValue),
        ("", UnreadableDocument),
    ],
)
def test_what_no_rule_covers_is_an_error(schedule: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        read(schedule)


@pytest.mark.parametrize(
    ("old", "new", "error"),
    [
        (b"2026-01-01", b"2026-01-03", UnreadableDocument),
        (b"2026-01-04", b"2026-01-01", UnreadableDocument),
        (b'xml:lang="en"', b'xml:lang="fr"', UnknownValue),
        (b"<?xml", b"<!DOCTYPE x [<!ENTITY a 'b'>]><?xml", UnreadableDocument),
        (b"</Regulation>", b"", UnreadableDocument),
        (b"walk", b"w\xe9lk", UnreadableDocument),
        (b"Regulation", b"Statute", UnknownValue),
        (b"<DefinedTermEn>Guide</DefinedTermEn>", b"", UnreadableDocument),
        (b"<Body>", b"<Body><Order/>", UnknownValue),
    ],
)
def test_another_document_is_refused(old: bytes, new: bytes, error: type[Exception]) -> None:
    raw = document(ROBOTS)
    assert old in raw
    with pytest.raises(error):
        parse(raw.replace(old, new), source())


LABELS = st.sampled_from(["", "(1)", "(2)", "(a)", "(b)", "(i)", "1", "2", "5900", "5901", "A.1"])
WORDS = st.sampled_from(
    ["Toys as follows:", "robots that", "NOTE", "paragraph (a) to (i);", "x and", ""]
)
PARTS = st.recursive(
    st.builds(part, LABELS, WORDS),
    lambda below: st.builds(
        lambda label, words, parts, size: part(label, words, *parts, size=size),
        LABELS, WORDS, st.lists(below, max_size=4), st.sampled_from(["", ' pointsize="8"']),
    ),
    max_leaves=12,
)  # fmt: skip


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.lists(PARTS, max_size=5))
def test_any_nesting_is_read_whole_or_refused(parts: list[str]) -> None:
    raw = document(group(5) + "".join(parts))
    try:
        found = parse(raw, source())
    except SourceError:
        return
    check_conservation(found, canonical(raw).text, raw, source())


@settings(max_examples=100, deadline=None, derandomize=True)
@given(st.integers(0, len(document(ROBOTS)) - 1), st.binary(max_size=3))
def test_damaged_bytes_are_read_whole_or_refused(at: int, put: bytes) -> None:
    whole = document(ROBOTS)
    raw = whole[:at] + put + whole[at + 1 :]
    try:
        found = parse(raw, source())
    except ComityError:
        return
    check_conservation(found, canonical(raw).text, raw, source())
