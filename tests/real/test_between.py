"""Recognition by item and gaps of lists, over the real release."""

from datetime import date

import pytest

from graph.answers.asof import AsOf, state_of
from graph.answers.gaps.report import LIST_KINDS, gaps_between
from graph.answers.gaps.rules import RULE_KINDS, rule_gaps
from graph.answers.recognition import Standing, matrix, recognition
from graph.answers.resolve import resolve
from graph.errors import NotFound, UnreadableItem
from graph.ids import Item
from graph.release import Release
from graph.store.oxigraph import OxigraphStore

pytestmark = pytest.mark.real

AS_OF = AsOf(date(2026, 11, 23), date(2026, 11, 23))


@pytest.fixture(scope="module")
def store(release: Release) -> OxigraphStore:
    return OxigraphStore.read_only(release.store)


def item(store: OxigraphStore, text: str) -> Item:
    wanted = Item.parse(text)
    return resolve(store, state_of(store, wanted.list, AS_OF), wanted.notation).item


def favours(store: OxigraphStore, a: str, b: str, text: str) -> dict[str, tuple[str, ...]]:
    rows = recognition(store, a, b, AS_OF, item=item(store, text), kind="favouredDestination")
    return {row.act.key: row.open for row in rows if row.direction is Standing.A_TO_B}


@pytest.mark.parametrize(
    ("text", "sure"),
    [("eu-annex-i:3A001.a.5", True), ("eu-annex-i:1C351.a.1", False), ("eu-annex-i:5A002.a", True)],
)
def test_what_stands_in_section_i_is_not_favoured(
    store: OxigraphStore, text: str, *, sure: bool
) -> None:
    for grantor in ("eu", "de", "cy"):
        assert (favours(store, grantor, "jp", text).get("R08") == ()) is sure


def test_an_exception_that_its_entry_may_exclude_is_conditional(store: OxigraphStore) -> None:
    assert favours(store, "us", "jp", "us-ccl:3A001.a.5")["R10"]
    # an item of another list is none of the act's
    assert "R10" not in favours(store, "us", "jp", "eu-annex-i:3A001")


def test_items_of_annex_iv_do_not_move_freely(store: OxigraphStore) -> None:
    def moves(text: str) -> set[str]:
        rows = recognition(store, "de", "fr", AS_OF, item=item(store, text), kind="freeMovement")
        return {row.direction.value for row in rows if not row.open}

    assert moves("eu-annex-i:3A001") == {"a_to_b", "b_to_a"}
    annex_iv = ("eu-annex-i:0C001", "eu-annex-i:9A116", "eu-annex-i:7A117")
    assert all(moves(text) == set() for text in annex_iv)


def test_the_matrix_is_that_of_our_tables(store: OxigraphStore, tables: OxigraphStore) -> None:
    cells = [(pair.a, pair.b, pair.status, pair.overlap) for pair in matrix(store, AS_OF)]
    assert cells == [(p.a, p.b, p.status, p.overlap) for p in matrix(tables, AS_OF)]
    assert len(cells) == 528


def test_gaps_of_two_lists_have_those_of_their_rules(store: OxigraphStore) -> None:
    whole = gaps_between(store, "us-ccl", "eu-annex-i", AS_OF)
    rules = [gap for gap in whole if gap.kind in RULE_KINDS]
    assert rules == list(rule_gaps(store, "us", "eu", AS_OF))
    by_kind = [
        gaps_between(store, "us-ccl", "eu-annex-i", AS_OF, kind=kind)
        for kind in (*RULE_KINDS, *LIST_KINDS)
    ]
    assert sum(map(len, by_kind)) == len(whole)
    in_category = gaps_between(store, "us-ccl", "eu-annex-i", AS_OF, category="3")
    assert all(gap.kind in LIST_KINDS for gap in in_category)
    with pytest.raises(NotFound):
        gaps_between(store, "us-ccl", "zz-none", AS_OF)
    with pytest.raises(UnreadableItem):
        gaps_between(store, "us-ccl", "eu-annex-i", AS_OF, kind="taste")
