"""Classification over the real lists."""

from datetime import date

import pytest

from graph.answers.asof import AsOf
from graph.answers.classify import Classification, classified
from graph.release import Release
from graph.store.oxigraph import OxigraphStore

pytestmark = pytest.mark.real
TODAY = AsOf(date(2026, 11, 23), date(2026, 11, 23))
LISTS = ("us-ccl", "eu-annex-i")


@pytest.fixture(scope="module")
def store(release: Release) -> OxigraphStore:
    return OxigraphStore.read_only(release.store)


def told(store: OxigraphStore, *facts: str, text: str = "") -> dict[str, Classification]:
    return {str(row.item): row for row in classified(store, LISTS, facts, text, TODAY)}


def test_a_processor_between_both_thresholds_is_out_of_one_list_and_open_in_the_other(
    store: OxigraphStore,
) -> None:
    rows = told(store, "total processing performance=5000", text="integrated circuit")
    assert rows["eu-annex-i:3A501.a.16"].found.verdict == "not_controlled"
    assert rows["us-ccl:3A090.a"].found.verdict == "depends"
    assert rows["us-ccl:3A090.a"].found.question
    below = told(store, "total processing performance=1000", text="integrated circuit")
    assert below["us-ccl:3A090.a"].found.verdict == "not_controlled"


def test_no_position_is_controlled_by_one_quantity_alone(store: OxigraphStore) -> None:
    rows = told(store, "frequency=2 GHz", "mass=3 kg", "total processing performance=9000")
    assert len(rows) > 20
    assert not [one for one in rows.values() if one.found.verdict == "controlled"]


def test_units_of_the_lists_and_of_ucum_are_read_alike(store: OxigraphStore) -> None:
    printed, coded = (told(store, f"wavelength=1.2 {unit}", text="laser") for unit in ("µm", "um"))
    assert {key: row.found.verdict for key, row in printed.items()} == {
        key: row.found.verdict for key, row in coded.items()
    }
    assert len(printed) > 5


def test_a_verdict_on_superseded_text_is_conditional(store: OxigraphStore) -> None:
    """9A012 changed on 2026-08-13, and the new text is not at hand."""
    rows = classified(store, ("us-ccl",), ["maximum endurance=1 min"], "", TODAY)
    found = [row for row in rows if row.notation.startswith("9A012")]
    assert found
    assert all(row.currency == "superseded" for row in found)
    assert all(row.determinacy != "determined" for row in found)
