"""Kana in notations and in IRIs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.ids import Item
from graph.iroha import KANA, ROMAJI, from_romaji, position, to_romaji

STEPS = st.one_of(
    st.integers(1, 99).map(lambda number: f"({number})"),
    st.integers(1, 99).map(lambda number: f".{number}"),
    st.text(alphabet=KANA, min_size=1, max_size=3),
    st.just("(10_2)"),
)


def test_the_table_has_every_kana_once() -> None:
    assert (len(KANA), len(set(KANA)), len(set(ROMAJI.values()))) == (48, 48, 48)
    assert all(char.isascii() for letters in ROMAJI.values() for char in letters)


def test_no_spelling_begins_another() -> None:
    spelled = list(ROMAJI.values())
    assert not [(a, b) for a in spelled for b in spelled if a != b and b.startswith(a)]


@given(st.text(alphabet=KANA, max_size=6))
def test_kana_come_back(text: str) -> None:
    assert from_romaji(to_romaji(text)) == text


@given(st.integers(1, 60), st.lists(STEPS, max_size=5), st.sampled_from(["", ".note.1.b"]))
def test_an_item_of_the_ordinance_survives_its_iri(
    article: int, steps: list[str], note: str
) -> None:
    item = Item("jp-goods", f"{article}-2{''.join(steps)}{note}")
    assert item.iri.isascii()
    assert "%" not in item.iri
    assert Item.of(item.iri) == item
    assert Item.of(item.version("@2026-02-14")) == item


@pytest.mark.parametrize(
    ("item", "end"),
    [
        (Item("jp-goods", "6(17)カ(2).1"), "jp-goods/6(17)ka(2).1"),
        (Item("jp-goods", "2_2-2(6)イ"), "jp-goods/2_2-2(6)i"),
        (Item("jp-goods", "table2"), "jp-goods/table2"),
        (Item("jp-etco-1", "1-7(15_3)"), "jp-etco-1/1-7(15_3)"),
        (Item("zz-list", "1(a)ka"), "zz-list/1(a)ka"),
    ],
)
def test_only_the_ordinance_is_spelled_in_letters(item: Item, end: str) -> None:
    assert item.iri.endswith(end)
    assert Item.of(item.iri) == item


def test_pairs_follow_on_single_kana() -> None:
    assert [position(kana) for kana in ("イ", "ロ", "ン", "イイ", "イロ")] == [1, 2, 48, 49, 50]
