"""Japanese lead-ins and names."""

import pytest

from graph.model.paragraph import Connective
from ingest.text.label import label_of
from ingest.text.lead_in import closing, read_lead_in


@pytest.mark.parametrize(
    ("text", "connective"),
    [
        ("風船であって、次のいずれかに該当するもの", Connective.ANY),
        ("風船であって、次のイ又はロに該当するもの", Connective.ANY),
        ("次のイからハまでのいずれかに該当するもの", Connective.ANY),
        ("次のイ、ロ若しくはハのいずれかに該当するもの", Connective.ANY),
        ("次の全てに該当するもの", Connective.ALL),
        ("次の（一）及び（二）に該当するもの", Connective.ALL),
        ("次の１から３までのすべてに該当するもの", Connective.ALL),
        ("次のいずれにも該当しないもの", Connective.ALL),
        ("次に掲げるもの", Connective.LIST),
        ("次の各号に掲げるもの", Connective.LIST),
        ("次の機能のうち二以上を有するもの", Connective.AT_LEAST_K),
        ("次の全てに該当するもの（次のニのいずれかに該当するものを除く。）", Connective.ALL),
        ("次のイ及びロに該当するもの又はその部分品（ハのいずれかを除く。）", Connective.ALL),
    ],
)
def test_lead_ins(text: str, connective: Connective) -> None:
    found = read_lead_in(text, "ja")
    assert found is not None
    assert found.connective is connective


def test_a_text_without_a_lead_in() -> None:
    assert read_lead_in("赤い風船", "ja") is None
    assert closing("赤いもの又は", "ja") == "or"
    assert closing("赤いもの", "ja") is None


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("風船又はその部分品", "風船"),
        ("風船であって、次のいずれかに該当するもの", "風船"),
        ("風船のうち、赤いもの", "風船"),
        ("風船（凧を除く。）", "風船"),
        ("風船（紙）の糸", "風船（紙）の糸"),
        ("赤くするもの", None),
        ("次のいずれかに該当するもの", None),
        ("イ又はロに該当する風船", None),
        ("前号の風船", None),
        ("風" * 50, None),
    ],
)
def test_names(text: str, label: str | None) -> None:
    assert label_of(text, "ja") == label
