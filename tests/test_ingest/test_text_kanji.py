"""Numbers in kanji: exact, or none."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.text.kanji import DIGITS, integer_of, number_of, ratio_of


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("一〇", "10"), ("十", "10"), ("二十五", "25"), ("百三十二", "132"), ("千九百七十二", "1972"), ("五、〇〇〇", "5000"),
        ("一・五〇", "1.50"), ("〇・〇〇一一", "0.0011"), ("一、〇〇〇、〇〇〇", "1000000"), ("三〇万", "300000"),
        ("二億五千万", "250000000"), ("一兆", "1000000000000"), ("１２", "12"), ("二万五千", "25000"),
    ],
)  # fmt: skip
def test_a_number_keeps_its_digits(text: str, value: str) -> None:
    assert str(number_of(text)) == value


@pytest.mark.parametrize(
    "text", ["", "風", "十十", "十〇", "〇十", "百千", "・五", "五・", "万", "、"]
)
def test_what_is_no_number_is_none(text: str) -> None:
    assert number_of(text) is None
    assert integer_of(text) is None


def test_quotients_are_exact() -> None:
    assert ratio_of("五、〇〇〇分の一") == Fraction(1, 5000)
    assert ratio_of("一、〇〇〇、〇〇〇分の五") == Fraction(1, 200_000)
    assert ratio_of("〇分の一") is None
    assert ratio_of("一") is None


@given(st.integers(0, 10**9))
def test_positional_numbers_come_back(value: int) -> None:
    assert integer_of("".join(DIGITS[int(digit)] for digit in str(value))) == value


@given(st.text(alphabet="〇一二三十百千万億・、分の", max_size=12))
def test_any_text_is_a_number_or_none(text: str) -> None:
    number = number_of(text)
    assert number is None or isinstance(number, Decimal)
    assert ratio_of(text) is None or "分の" in text
