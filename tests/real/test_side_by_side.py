"""The same item under several laws, on a route, and as a memo, over the real lists and tables."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.exports.memo import FORMS, file_of
from api.library import Holding
from graph.answers.asof import AsOf, Determinacy
from graph.answers.determine.frame import determine
from graph.answers.licensing_gap import ACCEPTED, licensing
from graph.answers.memo import memo
from graph.answers.related import related
from graph.answers.route import routes
from graph.errors import UnreadableFact
from graph.ids import Item
from graph.model.determination import Case
from graph.release import Release
from graph.store.oxigraph import OxigraphStore
from graph.store.search import SearchIndex

pytestmark = pytest.mark.real
DAY = date(2026, 11, 23)
TODAY = AsOf(DAY, DAY)
AMPLIFIER = Case(jurisdiction="us", item="us-ccl:3A001.b.4", destination="CN", valid=DAY, known=DAY)


@pytest.fixture(scope="module")
def store(release: Release) -> OxigraphStore:
    return OxigraphStore.read_only(release.store)


def test_the_counterpart_in_the_union_asks_too_and_no_answer_is_surer_than_its_link(
    store: OxigraphStore,
) -> None:
    home, union = licensing(store, AMPLIFIER, ["eu"])
    assert (home.jurisdiction, home.answer and home.answer.level) == ("us", "individual")
    assert union.answer is not None
    assert union.counterpart is not None
    assert (union.answer.item, union.answer.level) == ("eu-annex-i:3A001.b.4", "individual")
    assert union.delta == 0
    if union.counterpart.link.review not in ACCEPTED:
        assert union.determinacy is not Determinacy.DETERMINED


def test_without_a_counterpart_nothing_is_free(store: OxigraphStore) -> None:
    case = replace(AMPLIFIER, item="us-ccl:EAR99", destination="DE")
    _, union = licensing(store, case, ["eu"])
    assert (union.answer, union.delta, union.determinacy) == (None, None, Determinacy.UNKNOWN)


def test_no_export_goes_into_the_state_whose_law_is_asked(store: OxigraphStore) -> None:
    _, japan = licensing(store, replace(AMPLIFIER, destination="JP"), ["jp"])
    assert japan.answer is None
    assert "no export" in japan.remark


def test_a_detour_does_not_free(store: OxigraphStore) -> None:
    found = {(one.path, one.leg, one.law): one for one in routes(store, AMPLIFIER, "DE")}
    assert len(found) == 4
    direct = found["US-CN", "US-CN", "us"]
    again = found["US-DE-CN", "DE-CN", "us"]
    assert again.activity == "re-export"
    assert direct.answer is not None
    assert again.answer is not None
    assert again.answer.level.rank >= direct.answer.level.rank
    onward = found["US-DE-CN", "DE-CN", "de"]
    assert onward.answer is not None
    assert onward.answer.level == "individual"


def test_technology_and_software_stand_behind_an_item(store: OxigraphStore) -> None:
    found = {str(one.item): one for one in related(store, Item.parse("us-ccl:3A001.b.4"), TODAY)}
    assert {"us-ccl:3E001", "us-ccl:3D001"} <= found.keys()
    assert {one.sort for one in found.values()} == {"software", "technology"}


def test_a_memo_names_what_fired_what_did_not_and_the_hash_of_each_document(
    store: OxigraphStore,
) -> None:
    told = memo(store, determine(store, replace(AMPLIFIER, destination="DE")), "0123456789ab")
    sections = {section.title: section.lines for section in told.sections}
    assert any(
        "not for the destination" in line.says
        for line in sections["Rules that were read and do not fire"]
    )
    documents = sections["Documents"]
    assert documents[0].what.startswith("us/ecfr_xml/15cfr774")
    assert all("sha256" in line.says or "adds caution" in line.says for line in documents)
    assert sections["Not checked"]


def test_a_memo_is_the_same_bytes_in_every_form(store: OxigraphStore) -> None:
    case = replace(AMPLIFIER, jurisdiction="jp", item="1-16(1)", destination="AE")
    told = memo(store, determine(store, case), "0123456789ab")
    for ending in FORMS:
        assert file_of(told, ending) == file_of(told, ending), ending
    assert file_of(told, ".pdf").startswith(b"%PDF")
    with pytest.raises(UnreadableFact, match="docx"):
        file_of(told, ".docx")


def test_the_page_shows_each_law_for_its_own_item_only(release: Release) -> None:
    """A position of one list is never answered by another jurisdiction from that list."""
    holding = Holding(release.key, release.built_at, (), OxigraphStore.read_only(release.store), SearchIndex(release.search))  # fmt: skip
    client = TestClient(create_app(lambda: holding))
    page = client.get("/determine?item=uk-ml:ML1.a&destination=BR&valid=2026-11-23")
    assert page.status_code == 200
    rows = dict(re.findall(r'<th scope="row">(\w\w)</th>(.*?)</tr>', page.text, re.DOTALL))
    assert set(rows) == {"ca", "ch", "de", "eu", "gb", "jp", "us"}
    assert "uk-ml:ML1.a" in rows["gb"]
    others = [cells for key, cells in rows.items() if key != "gb"]
    assert not any(">uk-ml:ML1.a<" in cells for cells in others)
    assert "eu-cml:" in rows["eu"]
    assert "unknown</strong>: no counterpart known" in rows["jp"]
