"""One line of Annex I holds a note with its items and the notes in it: what stands in what."""

from __future__ import annotations

import pytest

from ingest.outline.inline import Piece, note_heading, read_items, read_note
from ingest.outline.line import Line
from ingest.sources.eu_annex_i.exponents import lost_exponents
from ingest.sources.eu_annex_i.slips import repaired


def path(piece: Piece) -> str:
    own = piece.step or piece.marker.text
    return f"{path(piece.parent)} > {own}" if piece.parent else own


def outline(text: str) -> list[str]:
    return [path(piece) for piece in read_note(Line(text, 0, ""))]


CASES = {
    "Note: 9A801 does not control: a. Toys; b. Kites having: 1. A tail; or 2. Two strings; c. Hats.": [
        "Note:", "Note: > a", "Note: > b", "Note: > b > 1", "Note: > b > 2", "Note: > c",
    ],
    "Technical Notes: For the purposes of 9A801: 1. 'Toy' is small. 2. 'Kite' flies.": [
        "Technical Notes:", "Technical Notes: > 1", "Technical Notes: > 2",
    ],
    # a list that goes on behind a note holds it, and every note beside it
    "Note 2: Toys are: a. Small; and N.B.1. See 9A802. N.B.2. See 9A803. c. No item; b. Light.": [
        "Note 2:", "Note 2: > a", "Note 2: > a > N.B.1.", "Note 2: > a > N.B.2.", "Note 2: > b",
    ],
    # a note that speaks of a paragraph stands for itself, one that speaks of the note stands in it
    "Note: 9A801 covers kites. Technical Note: For the purposes of 9A801.b., 'kite' means a toy.": [
        "Note:", "Technical Note:",
    ],
    "Note: 9A801 covers kites. Technical Note: For the purposes of 9A801 Note, 'kite' is a toy.": [
        "Note:", "Note: > Technical Note:",
    ],
    "Note 2: Hats decide. N.B. For shoes, see 9A804.": ["Note 2:", "Note 2: > N.B."],
    # nothing is part of a technical note by standing behind it
    "Technical Note: A kite flies. N.B. For hats, see 9A805. Note 1: 9A801 has no hats.": [
        "Technical Note:", "N.B.", "Note 1:",
    ],
    # references and numbers that look like enumerators
    "Note: Toys as in paragraph a. to c. above, not heavier than 1. It is light.": ["Note:"],
    "Note: See paragraphs 9A801.a., b. or c.": ["Note:"],
    # a list that nothing announces, told from the second step
    "Technical Notes: 1. A score counts. a. Add it. b. Double it. 2. Scores are whole.": [
        "Technical Notes:", "Technical Notes: > 1", "Technical Notes: > 1 > a",
        "Technical Notes: > 1 > b", "Technical Notes: > 2",
    ],
    # slips of the print: no stop behind a number, no stop before the next letter
    "Note: Not these: a. Kites with: 1 A tail; 2. A string; b. 5 m•kg c. Hats.": [
        "Note:", "Note: > a", "Note: > a > 1", "Note: > a > 2", "Note: > b", "Note: > c",
    ],
    "Technical Notes: Kites are any of: 1. a. Flat; or b. Round. 2. Kites fly.": [
        "Technical Notes:", "Technical Notes: > 1", "Technical Notes: > 1 > a",
        "Technical Notes: > 1 > b", "Technical Notes: > 2",
    ],
}  # fmt: skip


@pytest.mark.parametrize("text", CASES)
def test_items_and_notes_stand_where_the_words_put_them(text: str) -> None:
    assert outline(text) == CASES[text]


@pytest.mark.parametrize("text", CASES)
def test_the_pieces_are_the_line(text: str) -> None:
    pieces = read_note(Line(text, 100, ""))
    parts = [part for piece in pieces for part in (piece.marker, piece.text)]
    assert "".join("".join(part.text for part in parts).split()) == "".join(text.split())
    for part in parts:
        assert text[part.start - 100 :].startswith(part.text)


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("Note: a kite", 5),
        ("Note 3: a kite", 7),
        ("Technical Note For the purposes of 9A801", 14),
        ("Technical Notes: 1. A", 16),
        ("Notes: 1. A", 6),
        ("N.B. SEE ALSO 9A802.", 4),
        ("N.B.2 For kites", 5),
        ("Technical Note:", 15),
        ("Notebooks with a lid", 0),
        ("Kites. Note: small", 0),
    ],
)
def test_a_note_is_told_by_its_first_words(text: str, length: int) -> None:
    assert note_heading(text) == length


def test_the_words_of_a_paragraph_have_items_only_where_a_list_begins() -> None:
    own, pieces = read_items(Line("a. Heavy; b. Loud; and c. Red; or", 0, ""))
    assert own.text == ""
    assert [piece.step for piece in pieces] == ["a", "b", "c"]
    own, pieces = read_items(Line("Parts for 9A801.a. or b. and for 9A802.a.", 0, ""))
    assert (own.text, pieces) == ("Parts for 9A801.a. or b. and for 9A802.a.", [])


EXPONENTS = {
    "2 × 108 Hz to 3 × 1012 Hz": ["8", "12"],
    "5× 103 Gy, 1 × 10-8 per day, 3,3×10-11 m/V": ["3", "-8", "-11"],
    "an output of 10-14 J": ["-14"],
    "7 m3, 3 g/cm3, 0,1 mA/mm2, 9,81 m/s2": ["3", "3", "2", "2"],
    "0,15 kg N-1 h-1": ["-1", "-1"],
    "20 W × 10 cm3/W": ["3"],
    "a × 100 mm, 5 × 1000": [],
    "CAS 107-07-3, ISO 10360-2, 9A012, UF6, H2, item2, MON3": [],
    "10-Chloro-5,10-dihydro, IEEE 802.15, m24": [],
}


@pytest.mark.parametrize("text", EXPONENTS)
def test_exponents_are_found_and_numbers_are_left_alone(text: str) -> None:
    assert [text[start:end] for start, end in lost_exponents(text)] == EXPONENTS[text]


def test_a_slip_is_repaired_at_the_start_of_a_line_only() -> None:
    assert repaired("1C010.1.2.a Resin") == "1C010.e.2.a Resin"
    assert repaired("1C010.1 Note 2: no") == "1C010.e Note 2: no"
    assert repaired("1C010.10 Ten") is None
    assert repaired("See 1C010.1") is None
