"""The Ausfuhrliste of 2026 and of 2021: counts and facts, no wording."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from graph.model.document import ListDocument
from graph.model.note import NoteEffect, NoteKind
from graph.model.paragraph import Connective, ParagraphKind
from graph.model.passage import MarkKind
from ingest.checks.inventory import count, count_omissions
from ingest.read import Sited, read_from_document
from ingest.source import SOURCES, read_source
from ingest.sources.de_awv.slips import read_slips

pytestmark = pytest.mark.real

STATES = {
    (letter, year): Sited(folder, read_source(SOURCES / folder / f"source-de-al-{letter}{end}.yml"))
    for letter in "ab"
    for year, folder, end in ((2026, "de_awv", ""), (2021, "de_awv_2021", "-2021"))
}
CODE = r"\d[A-E]\d{3,4}(?:[a-z]\d*)*"


@cache
def read(letter: str, year: int, documents: Path) -> ListDocument:
    return read_from_document(STATES[letter, year], documents).document


@cache
def section(letter: str, documents: Path) -> str:
    """Return the XML of one section, cut out without the parser."""
    raw = (documents / STATES[letter, 2026].source.document).read_text(encoding="utf-8")
    annex = raw[raw.index("<enbez>Anlage 1<") : raw.index("<enbez>Anlage 2<")]
    first, second, end = (
        annex.index(f"<B>{mark}</B>") for mark in ("A", "B", "Begriffsbestimmungen")
    )
    return annex[first:second] if letter == "a" else annex[second:end]


@cache
def printed(letter: str, documents: Path) -> str:
    """Return the Markdown of one section, cut out without the parser."""
    raw = (documents / STATES[letter, 2021].source.document).read_text(encoding="utf-8")
    annex = raw[raw.index("**TEIL I**") : raw.index("**Verzeichnis der verwendeten")]
    first, second = annex.index("**A** "), annex.index("**B** ")
    return annex[first:second] if letter == "a" else annex[second:]


@pytest.mark.parametrize(("letter", "year"), sorted(STATES))
def test_each_state_is_read_whole(letter: str, year: int, documents: Path) -> None:
    found, source = read(letter, year, documents), STATES[letter, year].source
    assert dict(source.expect) == count(found)
    assert dict(source.omissions) == count_omissions(found)
    names = [*(p.notation for p in found.paragraphs), *(note.notation for note in found.notes)]
    assert len(names) == len(set(names))
    known = set(names)
    assert all(note.annotates is None or note.annotates in known for note in found.notes)
    assert all(note.parent is None or note.parent in known for note in found.notes)


@pytest.mark.parametrize(("letter", "pattern", "number"), [("a", r"00\d\d", 22), ("b", CODE, 33)])
def test_every_number_of_2026_is_an_entry(
    letter: str, pattern: str, number: int, documents: Path
) -> None:
    codes = re.findall(rf"<DT>({pattern})</DT>", section(letter, documents))
    entries = [p.official for p in read(letter, 2026, documents).paragraphs if p.depth == 0]
    assert entries == codes
    assert len(codes) == number


@pytest.mark.parametrize(("letter", "pattern", "number"), [("a", r"00\d\d", 22), ("b", CODE, 19)])
def test_every_number_of_2021_is_an_entry(
    letter: str, pattern: str, number: int, documents: Path
) -> None:
    codes = re.findall(rf"(?m)^({pattern}) \S", printed(letter, documents))
    entries = [p.official for p in read(letter, 2021, documents).paragraphs if p.depth == 0]
    assert entries == codes
    assert len(codes) == number


@pytest.mark.parametrize(("letter", "number"), [("a", 469), ("b", 45)])
def test_every_point_that_is_not_in_italics_is_a_paragraph(
    letter: str, number: int, documents: Path
) -> None:
    points = re.findall(
        r'<DT>(?:[a-z]{1,2}\)|\d+\.)</DT><DD Font="normal">', section(letter, documents)
    )
    below = [p for p in read(letter, 2026, documents).paragraphs if p.depth > 0]
    assert len(below) == len(points) == number


@pytest.mark.parametrize("letter", ["a", "b"])
def test_every_point_in_italics_is_an_item_of_a_note(letter: str, documents: Path) -> None:
    points = re.findall(r'</DT><DD Font="italic">', section(letter, documents))
    items = [
        n
        for n in read(letter, 2026, documents).notes
        if n.annotates and re.match(r"\w+[.)]$", n.official)
    ]
    assert len(items) == len(points) > 10


@pytest.mark.parametrize(("letter", "year"), sorted(STATES))
def test_every_note_heading_is_a_note(letter: str, year: int, documents: Path) -> None:
    if year == 2026:
        text = re.sub(r"<[^>]*>", "\n", section(letter, documents))
    else:
        text = printed(letter, documents)
    headings = re.findall(r"(?m)^ *(?:Technische |Ergänzende )?Anmerkung(?:en)?(?: \d+)?:", text)
    notes = [
        n for n in read(letter, year, documents).notes if n.annotates and "nmerkung" in n.official
    ]
    assert len(notes) == len(headings) > 7


@pytest.mark.parametrize(("year", "number"), [(2026, 36), (2021, 22)])
def test_every_destination_is_read_as_codes(year: int, number: int, documents: Path) -> None:
    text = section("b", documents) if year == 2026 else printed("b", documents)
    said = re.findall(r"Bestimmungs(?:land|ziel)", text)
    found = {s.about: s.values for s in read("b", year, documents).statements}
    assert len(found) == len(said) == number
    assert all(found.values())
    assert found["5A911"] == ("SD", "SS")
    assert found["9A904.b"] == ("not:EU", "not:EU-annex-iia2")
    assert ("SY" in found["9A993"]) == (year == 2021)


def test_hard_places_of_2026(documents: Path) -> None:
    found = {p.notation: p for p in read("a", 2026, documents).paragraphs}
    assert found["0009.a.2.c.1"].kind is ParagraphKind.CONDITION
    assert found["0009.a.2.c"].connective is Connective.ALL
    assert found["0013.c.3"].kind is ParagraphKind.ITEM
    assert [name for name, p in found.items() if p.kind is ParagraphKind.RESERVED] == [
        "0002.d", "0008.a.32.g", "0008.a.34", "0008.b.2", "0008.g.4", "0009.e", "0010.b",
        "0022.b.3", "0022.b.4",
    ]  # fmt: skip
    national = {p.notation: p for p in read("b", 2026, documents).paragraphs}
    assert {"3A1901.a.15", "3A1901.b.13.c", "3B1901.k.b.3", "4D1901.b.3"} <= national.keys()
    marks = [m.kind for p in national["9A994"].text for m in p.marks]
    assert marks == [MarkKind.SUP, MarkKind.SUP]


def test_notes_are_named_as_printed(documents: Path) -> None:
    found = {note.notation: note for note in read("a", 2026, documents).notes}
    assert found["0008.note.1.dd"].effect is NoteEffect.NARROWS
    assert found["0008.note.1"].official == "Anmerkung 1:"
    assert found["0001.b.2.note.1"].kind is NoteKind.DECONTROL
    assert found["0013.d.1.nb.1"].parent == "0013.d.1.note.6"
    assert found["0007.h.techn.1.1.c"].annotates == "0007.h"
    assert found["0013.nb.2"].official == "Ergänzende Anmerkung 2:"
    national = {note.notation for note in read("b", 2026, documents).notes}
    assert {"note.ata", "note.asa", "9A904.b.techn.1.3", "4A1906.techn.1.6"} <= national


@pytest.mark.parametrize(("year", "number"), [(2026, 52), (2021, 50)])
def test_every_definition_has_its_numbers(year: int, number: int, documents: Path) -> None:
    terms = [t for t in read("a", year, documents).terms if t.categories]
    assert len(terms) == number
    raw = (documents / STATES["a", year].source.document).read_text(encoding="utf-8")
    start = raw.rindex("<B>Begriffsbestimmungen" if year == 2026 else "**Begriffsbestimmungen**")
    mark = r"<P>„" if year == 2026 else r"(?m)^„[^“”]+[“”](?: \([^)]*\))?\s\((?:ASA|ATA|DEF|\d)"
    assert len(re.findall(mark, raw[start : raw.index("TEIL II", start)])) == number
    assert all(term.text for term in terms)


def test_references_of_2026(documents: Path) -> None:
    found = read("a", 2026, documents).references
    assert {r.target for r in found if r.where == "0015.f"} == {f"0015.{step}" for step in "abcde"}
    annex = [r for r in found if r.target_list == "eu-annex-i"]
    assert {"3A001.e.2", "1C011.d", "6A002.a.2", "8A002.q"} <= {r.target for r in annex}
    own = [r for r in found if r.target_list == "de-al-a"]
    assert all(r.resolved for r in own if not r.target.startswith("note."))


def test_every_slip_is_found(documents: Path) -> None:
    issues = [
        (issue.where, issue.value)
        for letter in "ab"
        for issue in read(letter, 2026, documents).issues
        if issue.kind == "official-typo"
    ]
    assert sorted(issues) == sorted((slip.place, slip.stands) for slip in read_slips())
    assert len(issues) == 5
