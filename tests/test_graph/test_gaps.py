"""Gaps between the rules of two jurisdictions: what is compared, on which day, and how sure it is."""

from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.answers.asof import AsOf, Determinacy
from graph.answers.facts import facts
from graph.answers.gaps.obligations import deletion, harmonised
from graph.answers.gaps.order import Compared, Order, fold, sets
from graph.answers.gaps.rules import RULE_KINDS, rule_gaps
from graph.errors import UnreadableItem
from graph.model.gap import Direction, Gap
from graph.store.oxigraph import OxigraphStore

PAIRS = [
    ("us", "eu"),
    ("jp", "eu"),
    ("de", "fr"),
    ("de", "us"),
    ("ca", "jp"),
    ("ch", "gb"),
    ("au", "kr"),
]


def on(day: str) -> AsOf:
    return AsOf(date.fromisoformat(day), date(2026, 11, 23))


AS_OF = on("2026-11-23")


def found(
    store: OxigraphStore, a: str, b: str, kind: str, as_of: AsOf = AS_OF
) -> dict[tuple[str, str], Gap]:
    return {(gap.a_notation, gap.b_notation): gap for gap in rule_gaps(store, a, b, as_of, (kind,))}


@pytest.mark.parametrize(("a", "b"), PAIRS)
def test_every_gap_is_cited_rated_and_named_once(tables: OxigraphStore, a: str, b: str) -> None:
    held = rule_gaps(tables, a, b, AS_OF)
    assert len(held) > 10
    assert len({gap.finding for gap in held}) == len(held)
    for gap in held:
        assert gap.a_citation or gap.b_citation
        assert gap.reason
        one_sided = not gap.a_notation or not gap.b_notation
        assert not one_sided or gap.determinacy is Determinacy.UNKNOWN


@pytest.mark.parametrize(("a", "b"), PAIRS)
def test_turned_round_the_same_gaps_point_the_other_way(
    tables: OxigraphStore, a: str, b: str
) -> None:
    turned = {Direction.A_NOT_B: Direction.B_NOT_A, Direction.B_NOT_A: Direction.A_NOT_B}
    there, back = (
        Counter(
            (g.kind, g.direction, g.a_notation, g.b_notation, g.determinacy)
            for g in rule_gaps(tables, *pair, AS_OF)
        )
        for pair in ((a, b), (b, a))
    )
    assert there == Counter(
        {(k, turned.get(d, d), y, x, sure): n for (k, d, x, y, sure), n in back.items()}
    )


def test_the_plurilateral_controls_lie_593_days_apart(tables: OxigraphStore) -> None:
    gap = found(tables, "gb", "eu", "timing")["DI26", "DI30"]
    assert gap.witness == "2024-04-01/2025-11-15 (593 days)"
    assert gap.direction is Direction.A_NOT_B


def test_what_is_not_carried_out_yet_is_longer_than_the_days_so_far(tables: OxigraphStore) -> None:
    day = on("2025-11-14")
    gap = found(tables, "gb", "eu", "timing", day)["DI26", ""]
    assert (gap.status, gap.witness) == ("open", "> 592 days")
    assert gap.determinacy is Determinacy.UNKNOWN
    assert ("DI26", "DI30") in found(tables, "gb", "eu", "timing", on("2025-11-15"))


def test_records_compare_by_the_day_from_which_they_may_go(tables: OxigraphStore) -> None:
    gap = found(tables, "ca", "eu", "obligation")["O31", "O05"]
    assert (gap.status, gap.direction) == ("wider", Direction.A_NOT_B)
    assert "2032-12-31" in gap.witness
    assert "2031-12-31" in gap.witness
    rows = {fact.key: fact for fact in facts(tables, "Obligation")}
    last, drivers = harmonised([rows["O05"], rows["O12"], rows["O31"]], date(2026, 3, 1))
    assert (last, [fact.key for fact in drivers]) == (date(2032, 12, 31), ["O31"])
    assert deletion(rows["O22"], date(2026, 3, 1)) is None
    assert deletion(rows["O12"], date(2024, 2, 29)) == date(2029, 2, 28)


def test_the_union_has_no_deemed_export_and_says_so(tables: OxigraphStore) -> None:
    held = found(tables, "us", "eu", "deemed-export")
    assert held["DX01", "DX16"].determinacy is Determinacy.DETERMINED
    assert held["DX01", "DX16"].direction is Direction.A_NOT_B


def test_a_research_exemption_turns_on_another_test(tables: OxigraphStore) -> None:
    gap = found(tables, "us", "eu", "exemption")["X08", "X02"]
    assert "publication <> aim" in gap.reason
    assert gap.direction is Direction.BOTH


def test_a_wider_catch_all_has_every_component_as_wide(tables: OxigraphStore) -> None:
    gap = found(tables, "us", "eu", "catch-all")["C22", "C01"]
    assert (gap.status, gap.determinacy) == ("incomparable", Determinacy.DETERMINED)
    assert "end uses: chemBio < chemBio missile nuclear" in gap.reason
    assert "standard: reasonToKnow informed > informed" in gap.reason


def test_what_a_member_state_shares_with_the_union_is_no_gap(tables: OxigraphStore) -> None:
    held = rule_gaps(tables, "de", "fr", AS_OF, set(RULE_KINDS) - {"activity", "timing"})
    classes = ("CatchAllControl", "Obligation", "Exemption", "DeemedExportRule")
    shared = {f.key for c in classes for f in facts(tables, c) if f.jurisdictions == ("eu",)}
    assert shared
    assert held
    assert (
        not {key for gap in held for key in f"{gap.a_notation} {gap.b_notation}".split()} & shared
    )
    assert all("that both share" in gap.reason for gap in held if gap.status == "only_a")


def test_a_member_state_may_be_earlier_than_the_union(tables: OxigraphStore) -> None:
    gap = found(tables, "fr", "de", "timing")["DI25", "DI30"]
    assert gap.witness == "2024-03-01/2025-11-15 (624 days)"
    assert gap.determinacy is Determinacy.CONDITIONAL


def test_only_legal_orders_have_rules(tables: OxigraphStore) -> None:
    assert rule_gaps(tables, "wa", "us", AS_OF) == rule_gaps(tables, "us", "us", AS_OF) == ()
    with pytest.raises(UnreadableItem):
        rule_gaps(tables, "us", "eu", AS_OF, ("taste",))
    assert len(RULE_KINDS) == 6


CODES = st.frozensets(st.sampled_from("abc"))


@given(CODES, CODES)
def test_sets_turned_round_turn_the_order(a: frozenset[str], b: frozenset[str]) -> None:
    turned = {Order.WIDER: Order.NARROWER, Order.NARROWER: Order.WIDER}
    order = sets("x", a, b).order
    assert sets("x", b, a).order is turned.get(order, order)


@given(st.lists(st.sampled_from(Order)))
def test_an_open_component_never_makes_a_whole_surer(orders: list[Order]) -> None:
    parts = [Compared("x", order, "a", "b") for order in orders]
    sure = fold(parts).determinacy
    more = fold([*parts, Compared("x", Order.OPEN, "a", "b")]).determinacy
    assert more is not Determinacy.DETERMINED
    assert sure is Determinacy.DETERMINED or Order.OPEN in orders
