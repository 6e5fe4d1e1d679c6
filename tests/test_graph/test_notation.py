import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import UnreadableItem
from graph.notation import readings

SPELLINGS = [
    ("3A001.a.5.a.1", "3A001.a.5.a.1"),
    ("3a001.A.5.a.1", "3A001.a.5.a.1"),
    ("3A001a5a1", "3A001.a.5.a.1"),
    ("3A001(a)(5)(a)(1)", "3A001.a.5.a.1"),
    (" 3A001 . a . 5 ", "3A001.a.5"),
    ("3A001.a.5.", "3A001.a.5"),
    ("３Ａ００１．ａ", "3A001.a"),
    ("3A001.a.note.1", "3A001.a.note.1"),
    ("3A001.b.2.Techn.1.a", "3A001.b.2.techn.1.a"),
    ("1C350.24", "1C350.24"),
    ("3A", "3A"),
    ("5a2", "5A2"),
    ("CAT3", "cat3"),
    ("note.gtn", "note.gtn"),
]


@pytest.mark.parametrize(("typed", "regular"), SPELLINGS)
def test_every_usual_spelling_leads_to_the_regular_form(typed: str, regular: str) -> None:
    assert readings(typed)[0] == regular


def test_marks_that_stand_together_may_be_several() -> None:
    assert set(readings("3A001a15")) == {"3A001.a.15", "3A001.a.1.5"}


@pytest.mark.parametrize("typed", ["", "  ", ".", "laser", "3Z001", "A001.a"])
def test_what_is_no_notation_is_refused(typed: str) -> None:
    with pytest.raises(UnreadableItem):
        readings(typed)


def test_a_long_spelling_has_no_more_readings_than_are_tried() -> None:
    # four to the power of fifty readings, were they all made
    assert len(readings("3A001" + "ab12" * 50)) == 64


@given(st.text(max_size=30))
def test_any_text_gives_readings_or_a_clear_refusal(typed: str) -> None:
    try:
        found = readings(typed)
    except UnreadableItem:
        return
    assert 1 <= len(found) <= 64
