"""Whether a law reaches what happens abroad, and whether a release to a person counts as an export."""

from __future__ import annotations

from datetime import date

import pytest

from graph.answers.asof import AsOf, Determinacy
from graph.answers.deemed import Counted, Release, deemed
from graph.answers.reach import reach
from graph.errors import UnreadableFact
from graph.store.oxigraph import OxigraphStore

TODAY = AsOf(date(2026, 11, 23), date(2026, 11, 23))


@pytest.mark.parametrize(
    ("destination", "stated", "rule", "reaches"),
    [
        ("CN", {"content": "26"}, "us/content-25", True),
        ("CN", {"content": "25"}, "us/content-25", None),
        ("IR", {"content": "11"}, "us/content-10", True),
        ("CN", {"origin": "us"}, "us/origin", True),
        ("CN", {"origin": "no"}, "us/origin", False),
        ("CN", {"origin": "de"}, "us/origin", None),
        ("CN", {}, "us/origin", None),
        ("CN", {"person": "no"}, "us/person", False),
        ("CN", {"directProduct": "yes"}, "us/direct-product", True),
    ],
)
def test_a_law_reaches_by_what_is_stated_and_an_excerpt_never_frees(
    tables: OxigraphStore, destination: str, stated: dict[str, str], rule: str, reaches: bool | None
) -> None:
    found = {one.rule.key: one for one in reach(tables, "us", destination, stated, TODAY)}
    assert found[rule].reaches is reaches
    assert bool(found[rule].question) is (reaches is None)


def test_the_lower_share_is_for_embargoed_places_and_the_general_one_for_others(
    tables: OxigraphStore,
) -> None:
    keys = {
        place: {one.rule.key for one in reach(tables, "us", place, {}, TODAY)}
        for place in ("IR", "CN")
    }
    assert keys["IR"] - keys["CN"] == {"us/content-10"}
    assert keys["CN"] - keys["IR"] == {"us/content-25"}


def test_a_law_without_rules_of_reach_says_nothing(tables: OxigraphStore) -> None:
    assert reach(tables, "nz", "CN", {}, TODAY) == ()


def test_a_share_that_is_no_number_is_refused(tables: OxigraphStore) -> None:
    with pytest.raises(UnreadableFact, match="a quarter"):
        reach(tables, "us", "CN", {"content": "a quarter"}, TODAY)


def release(**told: str) -> Release:
    return Release(**({"what": "technology", "place": "inside", "nationality": "CN", "residence": "CN", "permanent": "CN"} | told))  # fmt: skip


def counted(tables: OxigraphStore, jurisdiction: str, rule: str, told: Release) -> Counted:
    return next(one for one in deemed(tables, jurisdiction, told, TODAY) if one.rule.key == rule)


@pytest.mark.parametrize(
    ("told", "counts", "destination"),
    [
        (release(publication="restricted"), True, "CN"),
        (release(publication="restricted", permanent="US"), False, ""),
        (release(publication="restricted", residence="US"), True, "CN"),
        (release(publication="restricted", nationality="US"), False, ""),
        (release(publication="ordinarilyPublished", role="result"), False, ""),
        (release(publication="ordinarilyPublished", role="input"), True, "CN"),
        (release(publication="ordinarilyPublished"), None, "CN"),
        (release(publication="restricted", permanent=""), None, "CN"),
        (release(), None, "CN"),
        (release(what="objectCode", publication="restricted"), False, ""),
        (release(place="outside", publication="restricted"), False, ""),
    ],
)
def test_a_release_in_the_united_states(
    tables: OxigraphStore, told: Release, counts: bool | None, destination: str
) -> None:
    found = counted(tables, "us", "DX01", told)
    assert (found.counts, found.destination) == (counts, destination)
    assert bool(found.questions) is (counts is None)


def test_technology_released_to_conduct_research_does_not_arise_from_it(
    tables: OxigraphStore,
) -> None:
    roles = {role: counted(tables, "us", "DX01", release(publication="ordinarilyPublished", role=role)) for role in ("input", "result")}  # fmt: skip
    assert roles["input"].counts is True
    assert "734.8" in roles["result"].reason


def test_a_release_abroad_asks_whether_the_person_is_of_that_country(
    tables: OxigraphStore,
) -> None:
    found = counted(tables, "us", "DX02", release(place="outside", publication="restricted"))
    assert (found.counts, found.determinacy) == (None, Determinacy.CONDITIONAL)


def test_residence_counts_in_japan_and_nationality_does_not(tables: OxigraphStore) -> None:
    at_home = counted(tables, "jp", "DX09", release(residence="JP", publication="restricted"))
    assert at_home.counts is False
    abroad = counted(tables, "jp", "DX09", release(nationality="JP", residence="CN", publication="restricted"))  # fmt: skip
    assert abroad.counts is not False


def test_no_release_inside_the_union_is_an_export(tables: OxigraphStore) -> None:
    found = deemed(tables, "eu", release(publication="restricted"), TODAY)
    assert [(one.counts, one.determinacy) for one in found] == [(False, Determinacy.DETERMINED)]


def test_a_rule_for_other_places_does_not_reach(tables: OxigraphStore) -> None:
    assert counted(tables, "us", "DX03", release()).counts is False


def test_what_is_no_release_is_refused(tables: OxigraphStore) -> None:
    with pytest.raises(UnreadableFact, match="gossip"):
        deemed(tables, "us", release(what="gossip"), TODAY)
