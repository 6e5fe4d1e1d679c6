"""Determinations on the real lists and tables: traps, dates, both directions."""

from __future__ import annotations

from datetime import date

import pytest

from graph.answers.asof import AsOf, Determinacy, state_of
from graph.answers.determine.frame import determine
from graph.answers.determine.grid import grid
from graph.answers.determine.us import rows_by_entry
from graph.model.determination import Case, Determination, Level
from graph.release import Release
from graph.store import GraphStore
from graph.store.oxigraph import OxigraphStore

pytestmark = pytest.mark.real
TODAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def store(release: Release) -> OxigraphStore:
    """Open what the documents give."""
    return OxigraphStore.read_only(release.store)


def asked(
    store: GraphStore,
    jurisdiction: str,
    item: str,
    destination: str,
    on: date = TODAY,
    end_use: str = "",
) -> Determination:
    """Ask for one case."""
    return determine(
        store,
        Case(
            jurisdiction=jurisdiction,
            item=item,
            destination=destination,
            valid=on,
            known=TODAY,
            end_use=end_use,
        ),
    )


@pytest.mark.parametrize(
    ("jurisdiction", "item", "destination", "told"),
    [
        ("us", "1C350", "DE", ("free", "determined", ())),
        ("us", "2E003.f", "CN", ("individual", "determined", ("NS 1",))),
        ("us", "1C351.a", "CN", ("individual", "determined", ("CB 2",))),
        ("us", "8C609", "JP", ("individual", "determined", ("NS 1", "RS 1"))),
        ("us", "3A001", "JP", ("individual", "conditional", ())),
        ("us", "3A001.a", "HK", ("individual", "determined", ("NS 2",))),
        ("us", "5A992.c", "DE", ("free", "determined", ())),
        ("us", "5A992.c", "CU", ("individual", "determined", ())),
        ("us", "0A501.a", "AU", ("individual", "determined", ())),
        ("us", "6A003.b.4.b", "IN", ("individual", "determined", ())),
        ("us", "EAR99", "DE", ("free", "determined", ())),
        ("us", "EAR99", "RU", ("individual", "conditional", ())),
        ("us", "0A982", "GB", ("individual", "unknown", ())),
        ("eu", "3A001.b.2", "JP", ("exception", "determined", ())),
        ("eu", "3A001.b.2", "CN", ("individual", "determined", ())),
        ("eu", "3A001.b.2", "DE", ("free", "conditional", ())),
        ("eu", "4A506.a", "IL", ("individual", "determined", ())),
        ("de", "de-al-a:0006.a", "SY", ("prohibited", "determined", ())),
        ("de", "de-al-a:0001.a", "CH", ("individual", "conditional", ())),
        ("jp", "1-16(1)", "AE", ("free", "conditional", ())),
        ("ca", "1-3.A.1", "US", ("free", "determined", ())),
        ("ca", "1-3.A.1", "JP", ("individual", "determined", ())),
        ("gb", "uk-ml:ML1a", "US", ("individual", "conditional", ())),
    ],
)
def test_what_law_asks(
    store: GraphStore,
    jurisdiction: str,
    item: str,
    destination: str,
    told: tuple[str, str, tuple[str, ...]],
) -> None:
    answer = asked(store, jurisdiction, item, destination)
    assert (answer.level, answer.determinacy, answer.columns) == told
    assert answer.citations


def test_dates_matter(store: GraphStore) -> None:
    before, after = (
        asked(store, "eu", "3A001.a.3", "RU", on) for on in (date(2022, 5, 4), date(2022, 5, 5))
    )
    assert "EU003" in before.instruments
    assert "EU003" not in after.instruments
    korea = {
        on: asked(store, "jp", "jp-etco-1:1-7(1)", "KR", on).needs_verification
        for on in (date(2019, 8, 27), date(2019, 8, 28), date(2023, 7, 21))
    }
    assert ["general-bulk-licence" in told for told in korea.values()] == [True, False, True]


def test_a_stated_end_use_fires_its_rule(store: GraphStore) -> None:
    assert asked(store, "us", "EAR99", "RU", end_use="military").level is Level.INDIVIDUAL_DENIAL
    assert asked(store, "eu", "", "BR", end_use="nuclear").level is Level.INDIVIDUAL


def test_both_directions_of_the_grid(store: GraphStore) -> None:
    days = AsOf(TODAY, TODAY)
    rows = rows_by_entry(store, state_of(store, "us-ccl", days))
    plain = {
        entry for entry, own in rows.items()
        if all((r.columns or (r.destinations and "?" not in r.destinations)) and r.included == (entry,) and not r.excluded and not r.qualified for r in own)
    }  # fmt: skip
    cells = list(grid(store, days))
    assert len({cell.entry for cell in cells}) == 638
    embargoed = {"CU", "IR", "KP", "SY", "RU", "BY"}
    for cell in cells:
        if cell.level is Level.FREE and cell.determinacy is Determinacy.DETERMINED:
            assert cell.entry in rows, cell
            assert cell.destination not in embargoed, cell
        if cell.entry in plain and cell.destination in {"CN", "BR", "SG", "AE"}:
            assert (
                cell.level is not Level.FREE
                or cell.determinacy is Determinacy.DETERMINED
                or (cell.entry in {"0A504", "0A919", "6A002", "6A003", "6A993"})
            ), cell
