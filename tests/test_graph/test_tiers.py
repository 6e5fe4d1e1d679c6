"""Risk tiers by our own tables: the highest rule wins, favours need a document, groups count by their days."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.answers.asof import AsOf, Determinacy
from graph.answers.tiers import ORDINARY, correlation, spearman, tier, tiers
from graph.errors import NotFound
from graph.store.oxigraph import OxigraphStore


def on(day: str) -> AsOf:
    return AsOf(date.fromisoformat(day), date(2026, 11, 23))


AS_OF = on("2026-11-23")


@pytest.mark.parametrize(
    ("jurisdiction", "destination", "expected"),
    [
        ("us", "CU", 6), ("us", "RU", 5), ("us", "CN", 5), ("us", "FR", 2), ("us", "GB", 1), ("us", "US", 0), ("us", "IL", 4),
        ("eu", "DE", 0), ("fr", "DE", 0), ("eu", "JP", 1), ("de", "KR", 2), ("eu", "CN", 4), ("eu", "PE", 3), ("eu", "KP", 5),
        ("jp", "KP", 6), ("jp", "EE", 3), ("ca", "US", 1), ("ca", "KP", 6), ("gb", "GB", 0),
    ],
)  # fmt: skip
def test_the_highest_rule_that_fires_wins(
    tables: OxigraphStore, jurisdiction: str, destination: str, expected: int
) -> None:
    told = tier(tables, jurisdiction, destination, AS_OF)
    assert told.tier == expected
    assert expected == ORDINARY or told.reasons[0].rule.citation


def test_a_favour_that_no_document_proves_does_not_count(tables: OxigraphStore) -> None:
    told = tier(tables, "gb", "FR", AS_OF)
    assert (told.tier, told.up_to, told.determinacy) == (ORDINARY, 5, Determinacy.UNKNOWN)
    assert [reason.why_not for reason in told.reasons][1:] == ["no document"]
    caution = tier(tables, "gb", "CN", AS_OF)
    assert (caution.tier, caution.determinacy) == (4, Determinacy.CONDITIONAL)


def test_a_list_that_is_not_at_hand_leaves_the_tier_open(tables: OxigraphStore) -> None:
    told = tier(tables, "ch", "JP", AS_OF)
    assert (told.tier, told.up_to, told.determinacy) == (ORDINARY, 5, Determinacy.UNKNOWN)
    assert tier(tables, "ca", "RU", AS_OF).determinacy is Determinacy.UNKNOWN
    assert tier(tables, "eu", "PE", AS_OF).determinacy is Determinacy.CONDITIONAL
    region = tier(tables, "us", "UA", AS_OF)
    assert (region.tier, region.up_to) == (ORDINARY, 6)


def test_a_group_counts_by_its_days(tables: OxigraphStore) -> None:
    assert tier(tables, "jp", "KR", on("2019-08-27")).tier == 1
    assert tier(tables, "jp", "KR", on("2019-08-28")).tier == ORDINARY
    assert tier(tables, "jp", "KR", on("2023-07-21")).tier == 1
    assert any(r.tier == 2 for r in tier(tables, "eu", "RU", on("2022-05-04")).reasons)
    assert not any(r.tier == 2 for r in tier(tables, "eu", "RU", on("2022-05-05")).reasons)


def test_without_rules_nothing_is_said(tables: OxigraphStore) -> None:
    told = tier(tables, "kr", "JP", AS_OF)
    assert (told.tier, told.determinacy) == (None, Determinacy.UNKNOWN)
    with pytest.raises(NotFound):
        tier(tables, "us", "QQ", AS_OF)
    with pytest.raises(NotFound):
        tier(tables, "qq", "US", AS_OF)


def test_jurisdictions_agree_in_the_main_and_not_in_all(tables: OxigraphStore) -> None:
    us, eu = tiers(tables, "us", AS_OF), tiers(tables, "eu", AS_OF)
    told, over = correlation(us, eu)
    assert over == len(us) > 240
    assert "0.4" < told < "1"
    assert correlation(us, us)[0] == "1.000"


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), max_size=12))
def test_a_rank_correlation_is_symmetric_and_within_its_bounds(
    pairs: list[tuple[int, int]],
) -> None:
    first, second = [a for a, _ in pairs], [b for _, b in pairs]
    told = spearman(first, second)
    assert told == spearman(second, first)
    assert not told or -1 <= float(told) <= 1
