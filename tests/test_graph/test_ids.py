import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import UnreadableItem
from graph.ids import Item, mapping_iri

HERE, THERE = Item.parse("zz-list:1A001.a"), Item.parse("zz-hub:1.A.1")

parts = st.lists(st.sampled_from(["a", "b", "1", "12", "ab"]), max_size=4)
codes = st.from_regex(r"\A[0-9][A-E][0-9]{3}\Z")


@pytest.mark.parametrize("text", ["1A001", "zz-list:", ":1A001", "ZZ-list:1A001", "zz_list:1A001"])
def test_an_item_without_a_proper_list_is_refused(text: str) -> None:
    with pytest.raises(UnreadableItem):
        Item.parse(text)


@given(codes, parts, st.sampled_from(["", ".note.2", ".techn.1.b", ".nb.1"]))
def test_an_item_survives_its_iri_its_version_and_its_text(
    code: str, below: list[str], note: str
) -> None:
    item = Item("zz-list", ".".join([code, *below]) + note)
    assert Item.of(item.iri) == item == Item.parse(str(item))
    assert Item.of(item.version("@2025-11-15")) == item


def test_list_wide_notes_have_a_place_of_their_own() -> None:
    assert Item("zz-list", "note.gtn").iri.endswith("/zz-list/note/gtn")
    assert Item.of(Item("zz-list", "note.gtn").iri).notation == "note.gtn"


def test_a_notation_cannot_leave_its_list() -> None:
    assert "/../" not in Item("zz-list", "../x y").iri
    assert Item.of(Item("zz-list", "1A001.a/b").iri).list == "zz-list"


def test_a_mapping_id_has_twelve_digits_and_a_direction() -> None:
    forth, back = mapping_iri(HERE, "exactMatch", THERE), mapping_iri(THERE, "exactMatch", HERE)
    assert len(forth.rpartition("/")[2]) == 12
    assert forth != back
