"""Enumerators, ranges, the ladder of a note, and paragraphs that words name."""

from __future__ import annotations

import pytest

from ingest.sources.us_ccl.enumerators import (
    Ladder,
    members,
    next_step,
    read_enumerator,
    read_step,
)
from ingest.sources.us_ccl.headings import title_of
from ingest.sources.us_ccl.labels import note_heading
from ingest.sources.us_ccl.paths import read_paths
from ingest.sources.us_ccl.slips import read_slips

KNOWN = {
    f"3A801.{path}": None for path in ["a", "a.1", "a.2", "a.3", "a.4", "b", "b.1", "c", "d", "e"]
}


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("a. Toys", "a"),
        ("c.4.b. Toys", "c.4.b"),
        ("b.1 Toys", "b.1"),
        ("a.1.c.'Toys' of wood", "a.1.c"),
        ("b.2.a.. Toys", "b.2.a"),
        ("(b) Toys", "b"),
        ("12. Toys", "12"),
    ],
)
def test_an_enumerator_is_read_with_or_without_its_stop(text: str, path: str) -> None:
    found = read_enumerator(text)
    assert found is not None
    assert ".".join(found.path) == path


@pytest.mark.parametrize("text", ["a toy", "Toys", "1.5 mm or more", "3A801 toys", "(2) Toys", ""])
def test_words_are_no_enumerator(text: str) -> None:
    assert read_enumerator(text) is None


@pytest.mark.parametrize(
    ("text", "first", "last", "size"),
    [
        ("f. through w. [Reserved]", "f", "w", 18),
        ("b.-d. [Reserved]", "b", "d", 3),
        ("e. through .w [Reserved]", "e", "w", 19),
        ("b. to x. [Reserved].", "b", "x", 23),
        ("a.1. to a.5. [Reserved]", "a.1", "a.5", 5),
        ("i. through w. [RESERVED]", "i", "w", 15),
    ],
)
def test_a_reserved_range_has_every_member(text: str, first: str, last: str, size: int) -> None:
    found = read_enumerator(text)
    assert found is not None
    names = [".".join(path) for path in members(found)]
    assert (names[0], names[-1], len(names)) == (first, last, size)


def test_a_range_that_runs_backwards_is_an_error() -> None:
    found = read_enumerator("x. through b. [Reserved]")
    assert found is not None
    with pytest.raises(ValueError, match="b"):
        members(found)


def test_steps_go_on_after_the_last_letter() -> None:
    assert [next_step(step) for step in ("a", "9", "z", "aa", "zz")] == [
        "b",
        "10",
        "aa",
        "bb",
        None,
    ]


def test_a_ladder_restarts_below_and_goes_on_above() -> None:
    ladder = Ladder()
    texts = ("1. x", "a. x", "b. x", "2. x", "2.a. x", "2.a.1. x", "2.b. x", "a. x", "5. x")
    placed = []
    for text in texts:
        step = read_step(text)
        assert step is not None
        path = ladder.place(step)
        placed.append(".".join(path) if path else None)
    assert placed == ["1", "1.a", "1.b", "2", "2.a", "2.a.1", "2.b", None, None]


@pytest.mark.parametrize(
    ("text", "included", "excluded", "qualified"),
    [
        ("entire entry", [], [], False),
        ("entire entry, except 3A801.a.1 to a.3, and .c", [], ["a.1", "a.2", "a.3", "c"], False),
        ("3A801.a and .b", ["a", "b"], [], False),
        ("3A801.a.1 and .3", ["a.1", "a.3"], [], False),
        ("paragraphs .a, .b, and .d of this entry", ["a", "b", "d"], [], False),
        ("paragraph c", ["c"], [], False),
        ("3A801.a (except a.1), b (of any kind), and e", ["a", "b", "e"], ["a.1"], True),
        ("robots in 3A801.c that walk", ["c"], [], True),
        ("toys for a child in 3A801.c", ["c"], [], True),
        ("“software” for 2A801.a or .b", [], [], True),
    ],
)
def test_words_name_paragraphs_of_their_entry(
    text: str, included: list[str], excluded: list[str], qualified: bool
) -> None:
    found = read_paths(text, "3A801", KNOWN)
    assert [name[6:] for name in found.included] == included
    assert [name[6:] for name in found.excluded] == excluded
    assert found.qualified is qualified


def test_a_paragraph_that_does_not_exist_is_said() -> None:
    assert read_paths("3A801.z.9", "3A801", KNOWN).unknown == ("3A801.z.9",)


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("Note 1 to paragraph 3A801.a:", "Note 1 to paragraph 3A801.a:"),
        ("Technical Notes: 1. Toys", "Technical Notes: "),
        ("Notes: 1.", "Notes: "),
        ("Note to ECCN 3A801.", "Note to ECCN 3A801."),
        ("N.B. to paragraph .k: see toys", "N.B. to paragraph .k: "),
        ("Note: 3A801 does not control:", "Note: "),
        ("Note 1 does not diminish rights", ""),
        ("Notes 1 and 2 following the heading", ""),
        ("Notebooks: of paper", ""),
    ],
)
def test_the_heading_of_a_note_is_told_from_its_words(text: str, heading: str) -> None:
    assert text[: note_heading(text)] == heading


@pytest.mark.parametrize(
    "tail",
    [
        " (see List of Items Controlled).",
        ", (see List of Items controlled)",
        " (See list of items controlled).",
        ". (see List of Items Controlled)",
        "",
    ],
)
def test_a_title_has_no_pointer_to_the_items(tail: str) -> None:
    assert title_of(f"Toys, as follows{tail}") == "Toys, as follows"


def test_every_slip_has_its_four_fields() -> None:
    assert len(read_slips()) == 3
