"""Substances by registry number: read with its check digit, kept on the position that names them, asked for by state."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model.control_list import ControlListVersion
from graph.model.paragraph import Paragraph, ParagraphKind
from graph.store import Question
from graph.store.oxigraph import OxigraphStore
from ingest.emit.entries import emit_paragraphs
from ingest.text.cas import cas_numbers


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Water (CAS 7732-18-5)", ("7732-18-5",)),
        ("Water (CAS 7732–18–5) and once more 7732-18-5", ("7732-18-5",)),
        ("Methanol 67-56-1, ethanol 64-17-5", ("67-56-1", "64-17-5")),
        ("a misprint: 7732-18-4", ()),
        ("a day 2021-09-9, a part 123-7732-18-5", ()),
    ],
)
def test_numbers_with_a_sound_check_digit_are_read(text: str, numbers: tuple[str, ...]) -> None:
    assert cas_numbers(text) == numbers


@given(st.integers(10, 9_999_999), st.integers(0, 99))
def test_one_check_digit_of_ten_is_sound(first: int, second: int) -> None:
    told = [cas_numbers(f"{first}-{second:02}-{digit}") for digit in range(10)]
    assert sum(map(len, told)) == 1


def test_a_state_tells_which_positions_name_a_substance() -> None:
    version = ControlListVersion(
        key="us-ccl", name="List", jurisdiction="us", citation="List", language="en",
        valid_on=date(2026, 6, 24), published_on=date(2026, 6, 24), document="us/list.xml", sha256="0" * 64, url="https://example.org", licence="none", title_is_free=True,
    )  # fmt: skip
    plain = Paragraph(
        notation="1C350", official="1C350", parent=None, kind=ParagraphKind.ENTRY, index=1, depth=0
    )
    named = replace(plain, notation="1C351", index=2, cas=("64-17-5", "67-56-1"))
    store = OxigraphStore.in_memory()
    store.load(emit_paragraphs([plain, named], version, "urn:graph"))
    rows = store.find(Question.SUBSTANCES_OF_STATE, state=version.iri)
    assert [row["number"] for row in rows] == ["64-17-5", "67-56-1"]
    assert {row["version"].split("/")[-2] for row in rows} == {"1C351"}
