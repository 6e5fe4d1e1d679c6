"""German acts from the real documents: each act's own references resolved, ranges whole, lists named."""

from pathlib import Path

import pytest

from graph.model.document import ListDocument
from ingest.read import all_sources, read_from_document

pytestmark = pytest.mark.real

FOLDER = "de_gii_law"
STATES = {one.source.key: one for one in all_sources() if one.folder == FOLDER}


@pytest.fixture(scope="module")
def acts(documents: Path) -> dict[str, ListDocument]:
    return {key: read_from_document(one, documents).document for key, one in STATES.items()}


def test_the_three_acts_are_there(acts: dict[str, ListDocument]) -> None:
    assert set(acts) == {"de/awg", "de/awv", "de/krwaffkontrg"}


@pytest.mark.parametrize("key", STATES)
def test_references_of_each_act_to_itself_resolve(acts: dict[str, ListDocument], key: str) -> None:
    own = [r for r in acts[key].references if r.target_list == key]
    lost = [r for r in own if not r.resolved]
    assert len(own) > 200
    assert 1 - len(lost) / len(own) >= 0.98


@pytest.mark.parametrize(
    ("key", "where", "targets"),
    [
        ("de/awg", "17/7", {f"17/{n}" for n in ("1", "1a", "2", "3", "4", "5", "6")}),
        ("de/awv", "51/4", {"51/1", "51/2", "51/3"}),
        ("de/awv", "40/2", {"31", "35", "39"}),
        ("de/krwaffkontrg", "5/1", {"2", "3", "4", "4a"}),
        ("de/krwaffkontrg", "14/1/1", {"2", "3/1", "3/2"}),
    ],
)
def test_ranges_are_named_whole(
    acts: dict[str, ListDocument], key: str, where: str, targets: set[str]
) -> None:
    found = {r.target for r in acts[key].references if r.where == where and r.target_list == key}
    assert targets <= found


def test_an_annex_of_another_act_is_not_the_own_one(acts: dict[str, ListDocument]) -> None:
    for where in ("8/2/1", "8/2/2", "11/1/1", "11/1/2"):
        found = [r for r in acts["de/awv"].references if r.where == where]
        assert not [r for r in found if r.target.startswith("anl/")]


def test_another_act_that_is_held_is_named_by_its_key(acts: dict[str, ListDocument]) -> None:
    found = {r.target for r in acts["de/awv"].references if r.target_list == "de/awg"}
    paths = {p.notation for p in acts["de/awg"].paragraphs}
    assert {"14a/1/2", "14a/6", "14a/7"} <= found
    assert len(found & paths) / len(found) >= 0.98


def test_positions_of_lists_are_named(acts: dict[str, ListDocument], documents: Path) -> None:
    lists = {one.source.key: one for one in all_sources()}
    for key in ("de-al-a", "de-al-b", "de-kwl"):
        held = read_from_document(lists[key], documents).document
        notations = {p.notation for p in held.paragraphs}
        named = {r.target for act in acts.values() for r in act.references if r.target_list == key}
        assert named
        assert named <= notations
