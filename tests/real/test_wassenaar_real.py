"""The Wassenaar lists as they are: counts taken another way, exponents against the US list, what the sensitive lists select."""

import re
from itertools import groupby, pairwise
from operator import itemgetter
from pathlib import Path

import pytest

from graph.model.document import ListDocument
from graph.model.note import NoteKind
from graph.model.paragraph import ParagraphKind
from graph.model.passage import MarkKind, Passage
from graph.model.term import TermScope
from ingest.read import ListReading
from ingest.sources.pdf import Row, read_pdf

pytestmark = pytest.mark.real

PDF = "regimes/wassenaar/wassenaar_2025_corr.pdf"
LAST_DUAL_USE = 170
TERMS = range(216, 237)
"""Pages of the dual-use entries end there; pages of the definitions."""


@pytest.fixture(scope="module")
def rows(documents: Path) -> tuple[Row, ...]:
    return read_pdf((documents / PDF).read_bytes(), "wa").rows


def of(readings: dict[str, ListReading], key: str) -> ListDocument:
    return readings[key].history.editions[-1].document


def notations(document: ListDocument) -> set[str]:
    return {paragraph.notation for paragraph in document.paragraphs}


def powers(passages: tuple[Passage, ...]) -> list[str]:
    """Exponents of ten that are raised in print; sign and figures may be marked apart."""
    found = []
    for part in passages:
        raised = {
            at - part.start
            for mark in part.marks
            if mark.kind is MarkKind.SUP
            for at in range(mark.start, mark.end)
        }
        chars = [
            (char, at in raised) for at, char in enumerate(part.wording or "") if not char.isspace()
        ]
        runs = ["".join(char for char, _ in run) for _, run in groupby(chars, itemgetter(1))]
        for base, exponent in pairwise(runs):
            if re.search(r"(?<!\d)10$", base) and re.fullmatch(r"[-−–]?\d+", exponent):
                found.append(re.sub(r"[−–]", "-", exponent))
    return found


def test_every_entry_that_prints_its_number_is_there(
    readings: dict[str, ListReading], rows: tuple[Row, ...]
) -> None:
    known = notations(of(readings, "wa-du"))
    printed = {
        ".".join(found.groups())
        for row in rows
        if 3 < row.page < LAST_DUAL_USE
        and (found := re.match(r"(\d)\. ?([A-E])\. ?(\d{1,2})\.", row.text))
    }
    short = {"1.D.2", "1.D.3", "2.D.1", "4.A.1", "6.B.1", "6.B.3", "6.D.1", "6.D.2"}
    assert len(printed) == 165
    assert {name for name in known if re.fullmatch(r"\d\.[A-E]\.\d+", name)} == printed | short
    munitions = {p.notation for p in of(readings, "wa-ml").paragraphs if p.depth == 0}
    assert munitions == {f"ML{n}" for n in range(1, 23)}


def test_every_path_that_a_row_prints_is_there(
    readings: dict[str, ListReading], rows: tuple[Row, ...]
) -> None:
    known = notations(of(readings, "wa-du")) | notations(of(readings, "wa-ml"))
    path = re.compile(r"(?:ML ?(\d+)|(\d)\. ?([A-E])\. ?(\d+))\.((?: (?:\d{1,2}|[a-z])\.)+)(?=\s)")
    printed = set()
    for row in rows:
        found = path.match(row.text) if row.x < 95 and row.page > 3 else None
        if found:
            ml, category, group, number, steps = found.groups()
            entry = f"ML{ml}" if ml else f"{category}.{group}.{number}"
            printed.add(".".join([entry, *re.findall(r"\w+", steps)]))
    assert len(printed) > 400
    assert printed <= known, printed - known


def test_the_list_has_what_the_union_took_over_from_it(readings: dict[str, ListReading]) -> None:
    """Paragraphs of the same numbers; what only one has are words of other years and of other regimes."""
    ours = {n for n in notations(of(readings, "wa-du")) if re.match(r"\d\.[A-E]\.", n)}
    theirs = set()
    for name in notations(of(readings, "eu-annex-i")):
        found = re.fullmatch(r"([1-9])([A-E])0(\d\d)((?:\..*)?)", name)
        if found:
            theirs.add(f"{found[1]}.{found[2]}.{int(found[3])}{found[4]}")
    assert len(ours & theirs) > 1980
    assert len(ours ^ theirs) < 70, sorted(ours ^ theirs)


def test_hard_places_stand_where_they_are_cited(readings: dict[str, ListReading]) -> None:
    document = of(readings, "wa-du")
    assert {
        "1.C.7.c.2",
        "3.A.1.b.12.d",
        "1.A.4.a.4",
        "6.A.1.a.1.a.1.d.3",
        "6.A.3.b.4.c",
        "6.A.5.d.5.c.2",
        "9.E.3.a.11.b",
        "5.A.2.a.4",
        "annex.13.a",
        "annex.52",
    } <= notations(document)
    notes = {n.notation for n in document.notes}
    assert {"note.gtn", "note.gsn", "note.gisn", "note.cat5p2.3", "1.A.2.b.1.note.3"} <= notes
    assert {"ML10.e.1", "ML22.b.1"} <= notations(of(readings, "wa-ml"))
    munitions = {n.notation for n in of(readings, "wa-ml").notes}
    assert {"ML8.note.2.dd", "ML8.note.3.e"} <= munitions


def test_what_is_not_used_is_a_placeholder(readings: dict[str, ListReading]) -> None:
    kinds = {p.notation: p.kind for p in of(readings, "wa-du").paragraphs}
    unused = ["4.A.2", "4.D.2", "4.D.3", "6.B.1", "6.C.8", "7.A.7", "1.C.7.d", "sl.1.C.7.d"]
    assert {kinds[name] for name in unused} == {ParagraphKind.RESERVED}
    assert kinds["3.A.1"] is kinds["annex"] is ParagraphKind.ENTRY
    assert kinds["sl.3.A.2.g.1"] is ParagraphKind.ITEM


def test_every_definition_is_a_term(
    readings: dict[str, ListReading], rows: tuple[Row, ...]
) -> None:
    """A definition stands apart from the one above, and its first row has the term left of where meanings begin."""
    page = [row for row in rows if row.page in TERMS and 60 < row.y < 748]
    apart = [
        row
        for above, row in pairwise(page)
        if above.page != row.page or above.y - row.y > 1.8 * row.size
    ]
    printed = [row.text for row in apart if row.x < 160 and '"' in row.text]
    terms = [t for t in of(readings, "wa-du").terms if t.scope is TermScope.LIST]
    assert len(terms) == len(printed) == 149
    by_slug = {term.slug: term for term in terms}
    assert by_slug["pyrotechnic"].categories == ("ML2", "ML4", "ML8")
    assert by_slug["software"].categories == ("Both Lists",)


def test_statements_and_validity_notes_stand_at_what_they_are_about(
    readings: dict[str, ListReading],
) -> None:
    notes = [n for n in of(readings, "wa-du").notes if n.notation.startswith("note.statements.")]
    about = {note.annotates for note in notes}
    assert {"4.E.1", "5.A.2.a", "9.E.2", "9.E.3.a.2.e"} <= about
    assert [n.annotates for n in notes if n.kind is NoteKind.VALIDITY] == ["9.E.3.a.2.e"]
    munitions = {n.annotates for n in of(readings, "wa-ml").notes if "statements" in n.notation}
    assert munitions == {None, "ML8", "ML10"}


def test_exponents_are_those_of_the_us_list(readings: dict[str, ListReading]) -> None:
    """Powers of ten told from glyph positions, against those that the US XML marks, at the same paragraph."""
    ours = {p.notation: powers(p.text) for p in of(readings, "wa-du").paragraphs}
    theirs = {p.notation: powers(p.text) for p in of(readings, "us-ccl").paragraphs}
    compared = 0
    for notation, found in ours.items():
        parts = notation.split(".")
        if not re.match(r"\d\.[A-E]\.\d", notation):
            continue
        twin = ".".join([f"{parts[0]}{parts[1]}{int(parts[2]):03}", *parts[3:]])
        if found and theirs.get(twin):
            assert found == theirs[twin], notation
            compared += len(found)
    assert compared >= 40
    everywhere = sum(map(len, ours.values())) + sum(
        len(powers(n.text)) for n in of(readings, "wa-du").notes
    )
    assert everywhere >= 50
    assert not [i for i in of(readings, "wa-du").issues if i.kind == "lost-exponent"]


def test_the_sensitive_lists_select_from_the_list(readings: dict[str, ListReading]) -> None:
    document = of(readings, "wa-du")
    known = notations(document)
    chosen = [r for r in document.relations if r.where.startswith(("sl.", "vsl."))]
    assert len(chosen) == 155
    assert {r.target_list for r in chosen} == {"wa-du"}
    missing = {r.target for r in chosen if r.target not in known}
    assert missing == {"6.A.6.g", "6.A.6.h", "7.D.3.d.1", "7.D.3.d.4", "7.D.3.d.7"}
    assert {i.value for i in document.issues if i.kind == "selects-unknown"} == missing
