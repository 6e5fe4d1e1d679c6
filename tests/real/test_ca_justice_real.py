"""The regulations of Canada as they lie at hand: counts and facts, no wording."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from graph.model.document import ListDocument
from graph.model.note import NoteEffect
from graph.model.paragraph import Connective, Paragraph, ParagraphKind
from graph.model.requirement import StatementKind
from ingest.checks.inventory import count
from ingest.documents import read_document
from ingest.read import Sited, all_sources, read_from_document

pytestmark = pytest.mark.real

SITED = {one.name: one for one in all_sources() if one.folder == "ca_justice"}
ECL = [name for name in SITED if name.startswith("ca-ecl") and "fr" not in name]
NOW, FRENCH = "ca-ecl@on-2025-07-24", "ca-ecl@on-2025-07-24 (fr)"
NUCLEAR, NUCLEAR_FRENCH = "ca-nniecr@2026-03-25", "ca-nniecr@2026-03-25 (fr)"


@cache
def _read(one: str, documents: Path) -> ListDocument:
    return read_from_document(SITED[one], documents).document


@pytest.fixture
def document(request: pytest.FixtureRequest, documents: Path) -> ListDocument:
    return _read(request.param, documents)


def paragraphs(found: ListDocument) -> dict[str, Paragraph]:
    return {one.notation: one for one in found.paragraphs}


def raw(one: Sited, documents: Path) -> str:
    """Return the document without amendments that are not in force."""
    text = read_document(one.source, documents).decode("utf-8-sig")
    return re.sub(r'<Schedule id="NifProvs".*?</Schedule>', "", text, flags=re.DOTALL)


def test_every_state_is_there() -> None:
    assert list(SITED) == [
        "ca-ecl@2021-07-23",
        "ca-ecl@2024-05-31",
        "ca-ecl@2024-07-19",
        "ca-ecl@2025-04-25",
        NOW,
        FRENCH,
        NUCLEAR,
        NUCLEAR_FRENCH,
    ]
    assert len(ECL) == 5


@pytest.mark.parametrize("name", SITED)
def test_each_document_is_read_whole_and_gives_what_its_source_expects(
    name: str, documents: Path
) -> None:
    found = _read(name, documents)
    assert count(found) == SITED[name].source.expect


@pytest.mark.parametrize("name", SITED)
def test_each_record_has_a_name_of_its_own(name: str, documents: Path) -> None:
    found = _read(name, documents)
    names = [one.notation for one in found.paragraphs] + [one.notation for one in found.notes]
    assert [one for one, times in Counter(names).items() if times > 1] == []
    known = set(names)
    places = {one.notation for one in found.paragraphs}
    assert all(note.annotates is None or note.annotates in places for note in found.notes)
    assert all(note.parent is None or note.parent in known for note in found.notes)
    assert all(one.parent is None or one.parent in places for one in found.paragraphs)
    assert all(statement.about in places for statement in found.statements)


@pytest.mark.parametrize("name", SITED)
def test_every_label_of_the_schedule_is_a_position_or_a_part_of_a_note(
    name: str, documents: Path
) -> None:
    text = raw(SITED[name], documents)
    schedule = text[text.index("<Schedule ") : text.index("</Schedule>")]
    labels = len(re.findall(r"<Label\b", re.sub(r"<ScheduleFormHeading.*?</Sch", "", schedule)))
    found = _read(name, documents)
    coded = sum(
        one.kind in (ParagraphKind.HEADING, ParagraphKind.ENTRY)
        and one.notation[:1].isalpha()
        and one.notation.count(".") == 1
        for one in found.paragraphs
    )  # A.1 to B.3 stand in the title of a heading, not in a label
    marked = sum(one.marker is not None for one in found.paragraphs)
    noted = [one for one in found.notes if not one.notation.startswith("note.")]
    numbered = sum(one.marker is not None and not one.official[:4].isupper() for one in noted)
    numbered += sum(
        bool(one.marker and re.fullmatch(r"NOT\w+ ?:? \d+", one.official)) for one in noted
    )
    assert marked - coded + numbered == labels


@pytest.mark.parametrize(
    ("name", "heads"), [(NOW, 13), (FRENCH, 13), (NUCLEAR, 51), (NUCLEAR_FRENCH, 51)]
)
def test_every_heading_of_a_note_begins_a_note(name: str, heads: int, documents: Path) -> None:
    text = raw(SITED[name], documents)
    assert len(re.findall(r"<Text[^>]*>NOT(?:ES?|A\s*:)\s*</Text>", text)) == heads
    printed = [note for note in _read(name, documents).notes if note.official.startswith("NOT")]
    assert len([note for note in printed if note.marker is not None]) == heads


@pytest.mark.parametrize("name", [NOW, FRENCH])
def test_every_destination_in_italics_is_a_remark(name: str, documents: Path) -> None:
    text = raw(SITED[name], documents)
    found = _read(name, documents)
    said = re.findall(
        r"\((?:<Language[^>]*>)?<Emphasis[^>]*>\(?(?:All d|Toutes d|tous|United S|États)", text
    )
    glued = re.findall(r"<Emphasis[^>]*>\((?:All d)", text)  # the brackets are in italics too
    assert len(said) + len(glued) + 1 == len(found.statements)  # one is in a heading, upright
    assert {one.kind for one in found.statements} == {StatementKind.DESTINATION}
    values = Counter(one.values for one in found.statements)
    assert values == {("ALL",): 12, ("ALL", "not:US"): 13, ("US",): 6}


def test_the_groups_that_only_point_to_the_guide_incorporate_it(documents: Path) -> None:
    found = _read(NOW, documents)
    kinds = {one: paragraphs(found)[one].kind.value for one in "123456789"}
    assert kinds == {
        "1": "entry", "2": "entry", "3": "heading", "4": "entry", "5": "heading", "6": "entry",
        "7": "entry", "8": "heading", "9": "heading",
    }  # fmt: skip
    whole = {(r.where, r.target) for r in found.relations if len(r.target) == 1}
    assert whole == {
        ("1", "1"), ("2(a)", "2"), ("3-01(1)", "3"), ("4", "4"), ("6", "6"), ("7", "7"),
        ("5504(2)(a)", "1"),
    }  # fmt: skip
    others = {(r.where, r.target_list) for r in found.relations if r.target_list != "ca-guide"}
    assert others == {("1", "wa-du"), ("2(a)", "wa-ml")}


@pytest.mark.parametrize(
    ("notation", "parent", "kind"),
    [
        ("5506(2)(c)(ii)(B)", "5506(2)(c)(ii)", ParagraphKind.ITEM),
        ("5504(2)(i)", "5504(2)", ParagraphKind.ITEM),
        ("5504(2)(g)(v)", "5504(2)(g)", ParagraphKind.CONDITION),
        ("9-8(1)(a)", "9-8(1)", ParagraphKind.ITEM),
        ("9-8(1)(a)(i)", "9-8(1)(a)", ParagraphKind.CONDITION),
        ("5300", "5.h2.5210", ParagraphKind.RESERVED),
        ("8000", "8", ParagraphKind.RESERVED),
    ],
)
def test_hard_places_of_the_control_list(
    notation: str, parent: str, kind: ParagraphKind, documents: Path
) -> None:
    for name in (NOW, FRENCH):
        found = paragraphs(_read(name, documents))[notation]
        assert (found.parent, found.kind) == (parent, kind)


def test_exclusions_are_notes_under_their_legal_number(documents: Path) -> None:
    for name in (NOW, FRENCH):
        notes = {note.notation: note for note in _read(name, documents).notes}
        narrowing = {one for one, note in notes.items() if note.effect is NoteEffect.NARROWS}
        assert {"3-01(2)(h)", "5502(2)(b)", "9-8(2)(d)", "9-9(2)"} <= narrowing
        assert notes["9-8(2)(a)"].annotates == "9-8(1)"
        assert notes["5505(3)"].annotates == "5505(1)"
        assert notes["5505(3)"].requirement


def test_exponents_are_marked(documents: Path) -> None:
    first = paragraphs(_read(NOW, documents))["5506(2)(c)(ii)(A)(I)"].text[-1]
    assert (first.shown or "").endswith("10⁻⁴,")
    isotope = paragraphs(_read(NUCLEAR, documents))["B.1.1.1(a)"].text[0]
    assert "²²⁵" in (isotope.shown or "")


@pytest.mark.parametrize(("english", "french"), [(NOW, FRENCH), (NUCLEAR, NUCLEAR_FRENCH)])
def test_both_languages_have_the_same_positions_and_notes(
    english: str, french: str, documents: Path
) -> None:
    one, other = _read(english, documents), _read(french, documents)
    assert [p.notation for p in one.paragraphs] == [p.notation for p in other.paragraphs]
    assert [p.parent for p in one.paragraphs] == [p.parent for p in other.paragraphs]
    assert {n.notation for n in one.notes} == {n.notation for n in other.notes}
    assert {(s.about, s.values) for s in one.statements} == {
        (s.about, s.values) for s in other.statements
    }
    assert {(r.where, r.target_list, r.target) for r in one.relations} == {
        (r.where, r.target_list, r.target) for r in other.relations
    }


def test_kinds_differ_between_the_languages_only_where_their_words_do(documents: Path) -> None:
    pairs = ((NOW, FRENCH), (NUCLEAR, NUCLEAR_FRENCH))
    differing = [
        [
            one.notation
            for one, other in zip(
                _read(a, documents).paragraphs, _read(b, documents).paragraphs, strict=True
            )
            if one.kind is not other.kind
        ]
        for a, b in pairs
    ]
    # French says "as the case may be" of the two, English "as follows"
    assert differing == [[], ["A.2.1.9(a)", "A.2.1.9(b)"]]


def test_where_the_two_languages_order_differently_is_reported(documents: Path) -> None:
    issues = {
        name: [(one.where, one.kind) for one in _read(name, documents).issues] for name in SITED
    }
    assert issues[NOW] == []
    assert issues[FRENCH] == [(f"5504(2)({letter})", "path-repaired") for letter in "defghi"]
    assert issues[NUCLEAR] == [
        ("B.1.1.15(b)", "lost-structure"),
        ("B.1.2", "path-repaired"),
        ("schedule", "amendments-not-in-force"),
        ("B.2.5.2(b)", "connective-conflict"),
    ]
    assert issues[NUCLEAR_FRENCH] == [
        ("B.1.1.14", "lost-structure"),
        ("schedule", "amendments-not-in-force"),
        ("B.2.2.14.note.2", "repeated-number"),
    ]


@pytest.mark.parametrize(
    ("before", "after", "added"),
    [
        ("ca-ecl@2021-07-23", "ca-ecl@2024-05-31", ()),
        ("ca-ecl@2024-05-31", "ca-ecl@2024-07-19", ("5.h2.5506", "5506", "5506(2)", "5506(2)(a)")),
        ("ca-ecl@2024-07-19", "ca-ecl@2025-04-25", ("5506(2)(a)(iv)", "5506(2)(d)(v)", "5506(2)(e)")),
        ("ca-ecl@2025-04-25", NOW, ()),
    ],
)  # fmt: skip
def test_what_each_amendment_adds(
    before: str, after: str, added: tuple[str, ...], documents: Path
) -> None:
    old, new = (paragraphs(_read(name, documents)) for name in (before, after))
    more = [one for one in new if one not in old]
    assert [one for one in old if one not in new] == []
    assert set(added) <= set(more)
    assert all("5506" in one for one in more)
    assert bool(more) is bool(added)


def test_item_5506_is_no_law_while_it_is_not_in_force(documents: Path) -> None:
    state = _read("ca-ecl@2024-05-31", documents)
    assert "5506" in read_document(SITED["ca-ecl@2024-05-31"].source, documents).decode()
    assert not any("5506" in one.notation for one in state.paragraphs)
    (omitted,) = (one.passage for one in state.omissions if one.kind == "not-in-force")
    assert omitted.end - omitted.start > 9000


def test_the_nuclear_schedule_has_entries_below_titles_that_only_order(documents: Path) -> None:
    found = paragraphs(_read(NUCLEAR, documents))
    ordering = [one.notation for one in found.values() if one.kind is ParagraphKind.HEADING]
    assert ordering == [
        "A", "A.1", "A.2", "A.4", "B", "B.1", "B.1.1", "B.2", "B.2.1", "B.2.2", "B.2.3", "B.2.4",
        "B.2.5", "B.2.6", "B.2.7", "B.3",
    ]  # fmt: skip
    assert found["A.3"].kind is ParagraphKind.ENTRY
    assert found["B.1.2"].parent == "B.1"
    assert found["A.2.2.4"].connective is Connective.ANY
    # the words that follow its four conditions
    assert len(found["B.2.2.3(b)"].text) == 2
    assert "B.1.1.3(a)" not in found


def test_references_of_the_control_list_lead_somewhere(documents: Path) -> None:
    for name in (NOW, NUCLEAR):
        found = _read(name, documents)
        own = [one for one in found.references if one.target_list == SITED[name].source.key]
        assert len(own) > 100
        names = {one.notation for one in _read(name, documents).paragraphs}
        notes = {one.notation for one in _read(name, documents).notes}
        assert [one for one in own if one.target not in names | notes] == []
        # a note under a legal number is no position that a reference may point to
        assert {one.target for one in own if not one.resolved} <= notes
    guide = {
        one.target for one in _read(NOW, documents).references if one.target_list == "ca-guide"
    }
    assert {"1", "1-3.B.1.j", "1-7.A.5", "1-9.A.10", "2-2.a", "7-13"} <= guide
