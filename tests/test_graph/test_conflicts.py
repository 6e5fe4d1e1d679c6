"""Conflicts of law by our own tables: status on both sides of a day, and between whom."""

from datetime import date

import pytest

from graph.answers.asof import AsOf
from graph.answers.conflicts import Status, conflicts
from graph.errors import UnreadableItem
from graph.store.oxigraph import OxigraphStore


def on(day: str) -> AsOf:
    return AsOf(date.fromisoformat(day), date(2026, 11, 23))


@pytest.mark.parametrize(
    ("day", "status"),
    [("2026-11-10", Status.LATENT), ("2026-11-11", Status.UNCONFIRMED)],
)
def test_a_suspension_that_ran_out_is_unconfirmed(
    tables: OxigraphStore, day: str, status: Status
) -> None:
    (one,) = [one for one in conflicts(tables, on(day), ("us", "cn")) if one.kind == "cumulative"]
    assert one.status is status
    assert one.exits


def test_an_order_that_is_not_known_leaves_a_conflict_latent(tables: OxigraphStore) -> None:
    held = conflicts(tables, on("2026-11-23"))
    assert len(held) == 8
    assert {one.status for one in held if one.kind == "forbiddenCompliance"} == {Status.LATENT}
    assert all(one.rule_a and one.rule_b and one.exits and one.fact.grounds for one in held)
    weak = [one for one in held if one.fact.grounds[0].kind != "document"]
    assert weak
    assert all(one.determinacy == "conditional" for one in weak)
    # of every pair at least one rule is in no document at hand
    assert all(one.determinacy == "conditional" for one in held if one.fact.text("unreadRule"))
    assert sum(bool(one.fact.text("unreadRule")) for one in held) == len(held)


def test_a_conflict_has_two_sides(tables: OxigraphStore) -> None:
    between = {one.fact.key for one in conflicts(tables, on("2026-11-23"), ("us", "eu"))}
    assert between == {"K01", "K06", "K07"}
    assert "K03" not in {one.fact.key for one in conflicts(tables, on("2026-04-06"), ("us", "cn"))}
    with pytest.raises(UnreadableItem):
        conflicts(tables, on("2026-11-23"), ("us",))
