import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model.passage import MarkKind
from ingest.text.canonical import Builder

runs = st.lists(
    st.tuples(
        st.text("ab \n\t\u00a0é\u0301", max_size=6),
        st.sampled_from([None, *MarkKind]),
        st.booleans(),
    ),
    max_size=12,
)


@given(runs)
def test_no_character_is_lost_and_white_space_is_single(
    given_runs: list[tuple[str, MarkKind | None, bool]],
) -> None:
    builder = Builder()
    spans = []
    for text, mark, gap in given_runs:
        spans.append(builder.add(text, mark))
        if gap:
            builder.gap()
    done = builder.done()
    expected = "".join(
        "".join(unicodedata.normalize("NFC", text).split()) for text, _, _ in given_runs
    )
    assert "".join(done.text.split()) == expected
    assert "  " not in done.text
    assert "\n" not in done.text
    assert all(0 <= start <= end <= len(done.text) for start, end in spans)
    assert len(builder) == len(done.text)


def test_a_passage_is_cut_without_the_white_space_at_its_ends() -> None:
    builder = Builder()
    builder.add(" one ")
    builder.add("2", MarkKind.SUP)
    canonical = builder.done()
    passage = canonical.cut(0, len(canonical.text))
    assert (passage.wording, passage.marks[0].kind) == ("one 2", MarkKind.SUP)
    assert canonical.text[passage.start : passage.end] == passage.wording


def test_nothing_cannot_be_cut() -> None:
    builder = Builder()
    builder.add("a b")
    with pytest.raises(ValueError, match=r"^2$"):
        builder.done().cut(1, 2)
