"""What differs between two states of a list."""

from dataclasses import replace
from datetime import date

import pytest

from graph.answers.asof import AsOf, state_of, states
from graph.answers.diff import Change, Difference, Part, diff
from graph.answers.entries import entry
from graph.model import passage
from graph.model.document import ListDocument
from graph.model.paragraph import Connective, Paragraph, ParagraphKind
from graph.store.oxigraph import OxigraphStore
from ingest.build import graphs_of
from ingest.history import history_of
from ingest.read import ListReading

DAYS = date(2026, 6, 24), date(2026, 7, 1)
NOW = date(2026, 11, 23)


def reworded(document: ListDocument) -> ListDocument:
    """The invented list a week later: one limit, one note, one heading reprinted, one paragraph moved, one new."""
    said = {"3A001.a.1": "A width of 7 mm or more; and", "9A012": "“Kites”"}
    paragraphs = [
        replace(p, text=(passage.of(said[p.notation], 0),)) if p.notation in said else p
        for p in document.paragraphs
        if p.notation != "3A001.a.2"
    ]
    moved = next(p for p in document.paragraphs if p.notation == "3A001.a.2")
    paragraphs.append(replace(moved, notation="3A001.a.3", official="3A001.a.3"))
    paragraphs.append(Paragraph(
        notation="9A013", official="9A013", parent=None, kind=ParagraphKind.ENTRY, index=3, depth=0,
        connective=Connective.NONE, label="Boats", text=(passage.of("Boats.", 0),),
    ))  # fmt: skip
    notes = tuple(
        replace(n, text=(passage.of("Iron toys.", 9),)) if n.notation.endswith(".a") else n
        for n in document.notes
    )
    version = replace(document.version, valid_on=DAYS[1], published_on=DAYS[1], sha256="1" * 64)
    return replace(document, version=version, paragraphs=tuple(paragraphs), notes=notes)


@pytest.fixture
def two(invented: ListDocument) -> OxigraphStore:
    history = history_of([invented, reworded(invented)], [])
    store = OxigraphStore.in_memory()
    for number, (_, _, quads) in enumerate(graphs_of(ListReading(history, {}, has_wording=True))):
        store.load(quad._replace(graph=f"urn:zz:{number}") for quad in quads)
    return store


def test_each_kind_of_difference_is_told(two: OxigraphStore) -> None:
    old, new = states(two)
    assert diff(two, old, new) == (
        Difference("3A001.a.1", Change.CHANGED, Part.TEXT, "A width of 5 mm or more; and", "A width of 7 mm or more; and"),
        Difference("3A001.a.2", Change.MOVED, Part.TEXT, "3A001.a.2", "3A001.a.3"),
        Difference("3A001.a.note.1.a", Change.CHANGED, Part.NOTE, "Wooden toys.", "Iron toys."),
        Difference("9A012", Change.TYPOGRAPHIC, Part.HEADING, "Kites.", "Kites."),
        Difference("9A013", Change.ADDED, Part.HEADING, "", "Boats."),
    )  # fmt: skip
    assert diff(two, new, new) == ()
    assert {d.change for d in diff(two, new, old)} >= {Change.REMOVED, Change.MOVED}


def test_words_that_stay_are_cited_from_the_text_that_first_had_them(two: OxigraphStore) -> None:
    later = AsOf(NOW, NOW)
    assert state_of(two, "zz-list", later).of == DAYS[1]
    kept, changed = (entry(two, "zz-list", n, later) for n in ("3A001.b", "3A001.a.1"))
    assert (kept.state.of, kept.printed.of) == (DAYS[1], DAYS[0])
    assert changed.printed.of == DAYS[1]
    assert [p.item.notation for p in entry(two, "zz-list", "3A001.a", later).children] == [
        "3A001.a.1", "3A001.a.3",
    ]  # fmt: skip
    before = AsOf(DAYS[0], NOW)
    assert entry(two, "zz-list", "3A001.a.1", before).position.words.quote == (
        "A width of 5 mm or more; and"
    )
    assert [
        note.items[0].words.quote for note in entry(two, "zz-list", "3A001.a", later).notes
    ] == ["Iron toys."]
