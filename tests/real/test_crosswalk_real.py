"""Blind matching of the American and the European list: every code masked, most paragraphs find their own."""

from datetime import date

import pytest

from bench.crosswalk import blind
from graph.answers.asof import AsOf, state_of
from graph.answers.crosswalk import model, numbering, sheet
from graph.release import Release
from graph.store.oxigraph import OxigraphStore

pytestmark = pytest.mark.real

TODAY = AsOf(date(2026, 11, 23), date(2026, 11, 23))


def test_paragraphs_find_each_other_without_their_numbers(release: Release) -> None:
    store = OxigraphStore.read_only(release.store)
    sides = [sheet(store, state_of(store, key, TODAY)) for key in ("us-ccl", "eu-annex-i")]
    if not all(side.has_words for side in sides):
        pytest.skip("no documents: words are needed")
    size, first, near = blind(sides[0], sides[1], numbering(store), model(store))
    assert size > 1_000
    assert first >= 0.90
    assert near >= 0.98
