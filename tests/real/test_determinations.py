"""Determinations on the real lists and tables: traps, dates, both directions."""

from __future__ import annotations

import csv
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from graph.answers.asof import AsOf, Determinacy, state_of
from graph.answers.determine.frame import determine
from graph.answers.determine.grid import grid
from graph.answers.determine.us import entries, rows_by_entry
from graph.answers.licensing import attached, remarks
from graph.answers.resolve import resolve
from graph.errors import NotFound
from graph.model.determination import Case, Determination, Level
from graph.model.requirement import StatementKind
from graph.release import Release
from graph.store import GraphStore
from graph.store.oxigraph import OxigraphStore

pytestmark = pytest.mark.real
TODAY = date(2026, 11, 23)
GOLDEN = Path(__file__).resolve().parents[1] / "golden"


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


with (GOLDEN / "determinations.tsv").open(encoding="utf-8", newline="") as lines:
    WORKED = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def test_there_are_enough_worked_cases_and_enough_of_them_are_open() -> None:
    assert len(WORKED) >= 40
    assert sum(one["determinacy"] != "determined" for one in WORKED) >= 10
    assert {one["jurisdiction"] for one in WORKED} >= {"us", "eu", "de", "jp", "ca"}
    assert all(one["provision"] and one["reason"] for one in WORKED)


@pytest.mark.parametrize(
    "case", WORKED, ids=lambda one: f"{one['jurisdiction']}-{one['item']}-{one['destination']}"
)
def test_what_law_asks(store: GraphStore, case: dict[str, str]) -> None:
    """Worked out from the documents, with provision and reason."""
    on = date.fromisoformat(case["valid"])
    answer = asked(store, case["jurisdiction"], case["item"], case["destination"], on)
    found = answer.level, answer.determinacy, ";".join(answer.columns)
    assert found == (case["level"], case["determinacy"], case["columns"])
    assert answer.citations or answer.determinacy == "unknown"


def test_a_generally_authorised_destination_of_the_energy_department_is_one_from_its_day(
    store: GraphStore,
) -> None:
    """Thailand stands in Appendix A to 10 CFR 810 on 2026-06-18 and not on 2026-03-25."""
    verified = {
        (code, on): asked(store, "us", "us-doe-810:810.2", code, on).needs_verification
        for code in ("TH", "VN")
        for on in (date(2026, 3, 25), date(2026, 6, 18))
    }
    assert [("GA-810" in told) for told in verified.values()] == [False, True, True, True]


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


def test_every_reason_that_an_entry_states_is_a_row_or_a_rule(store: GraphStore) -> None:
    """A reason that stands in prose only must not be lost: 1C350 and 1C351 have rules of their own."""
    days = AsOf(TODAY, TODAY)
    state = state_of(store, "us-ccl", days)
    rows = rows_by_entry(store, state)
    unsaid = {}
    for entry in entries(store, state):
        told = remarks(attached(store, resolve(store, state, entry).version))
        stated = {v for one in told if one.kind is StatementKind.REASONS for v in one.values}
        held = {reason for row in rows.get(entry, ()) for reason in row.reasons}
        if entry in rows and (missing := stated - held):
            unsaid[entry] = missing
    assert unsaid == {
        "1C350": {"AT", "CW"},  # us/at-1c350, us/742.18-1c350
        "1C351": {"CW"},  # us/742.18-1c351
        "3A232": {"RS"},  # the row names Russian sanctions and no reason: us/746.8
        "6A992": {"RS"},  # the row is read as AT: Iraq, us/746.3
    }


def test_no_cell_of_the_union_is_free_beyond_doubt_outside_the_union(store: GraphStore) -> None:
    """Every entry of Annex I to a spread of destinations: free and determined never, exception only by a document."""
    days = AsOf(TODAY, TODAY)
    state = state_of(store, "eu-annex-i", days)
    found = Counter(
        (answer.level.value, answer.determinacy)
        for entry in entries(store, state)
        for code in ("US", "CN", "RU", "IR", "BR", "KR", "IN", "FR")
        for answer in (asked(store, "eu", f"eu-annex-i:{entry}", code),)
    )
    assert found.total() == 384 * 8
    assert ("free", "determined") not in found
    assert found["exception", "determined"] > 300
    assert found["individual", "determined"] > 1_000


@pytest.mark.parametrize(
    ("jurisdiction", "item"),
    [("ca", "us-ccl:3A225"), ("ch", "us-ccl:3A225"), ("eu", "us-ccl:3A225"), ("eu", "EAR99"), ("us", "de-al-a:0006.a"), ("eu", "de-al-a:0006.a")],
)  # fmt: skip
def test_a_list_of_another_legal_order_says_nothing_of_what_this_one_asks(
    store: GraphStore, jurisdiction: str, item: str
) -> None:
    with pytest.raises(NotFound, match=f"item of {jurisdiction}"):
        asked(store, jurisdiction, item, "BR")


def test_a_member_state_reads_the_list_of_the_union(store: GraphStore) -> None:
    assert asked(store, "de", "eu-annex-i:3A001.b.4", "CN").level is Level.INDIVIDUAL
