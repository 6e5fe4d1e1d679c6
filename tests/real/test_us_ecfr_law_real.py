"""Parts of the Code of Federal Regulations from the real documents: nested as printed, each act's own references resolved."""

import re
from pathlib import Path

import pytest

from graph.model.document import ListDocument
from graph.model.paragraph import ParagraphKind
from graph.model.reference import ReferenceKind
from ingest.read import all_sources, read_from_document

pytestmark = pytest.mark.real

FOLDER = "us_ecfr_law"
STATES = [one for one in all_sources() if one.folder == FOLDER]
LAST = {one.source.key: one for one in STATES}


#: Parts that are held as a whole; of 15 CFR 734 a few sections are.
WHOLE = [one.name for one in STATES if "/734" not in one.name]


@pytest.fixture(scope="module")
def states(documents: Path) -> dict[str, ListDocument]:
    return {one.name: read_from_document(one, documents).document for one in STATES}


def test_every_state_is_there(states: dict[str, ListDocument]) -> None:
    assert len(states) == 11
    assert set(LAST) == {
        "us/cfr/15/744", "us/cfr/10/110", "us/cfr/10/810", "us/cfr/22/121", "us/cfr/15/734", "us/cfr/15/734.9",
    }  # fmt: skip


@pytest.mark.parametrize("name", WHOLE)
def test_references_of_each_state_to_itself_resolve(
    states: dict[str, ListDocument], name: str
) -> None:
    document = states[name]
    own = [r for r in document.references if r.target_list == document.version.key]
    lost = [r for r in own if not r.resolved]
    assert len(own) > 80
    assert 1 - len(lost) / len(own) >= 0.98


@pytest.mark.parametrize("name", WHOLE)
def test_a_part_is_cited_in_its_own_title(states: dict[str, ListDocument], name: str) -> None:
    named = {r.target_list for r in states[name].references if r.target_list.startswith("us/cfr/")}
    ear = {f"us/cfr/15/{part}" for part in range(730, 775)}
    itar = {f"us/cfr/22/{part}" for part in range(120, 131)}
    own = name.rpartition("/")[0]
    assert all(act in ear | itar or act.startswith("us/cfr/10/") for act in named)
    assert not {act for act in named if act.startswith("us/cfr/10/")} or own != "us/cfr/22"


@pytest.mark.parametrize(
    ("key", "where", "target"),
    [
        ("us/cfr/15/744", "supp/5", "21/c"), ("us/cfr/15/744", "6/c/3/i", "6/c/2/ii"), ("us/cfr/15/744", "supp/1/a", "17/d"),
        ("us/cfr/22/121", "1/h11/a/12", "1/h4/a/1"), ("us/cfr/22/121", "1/h11/a/12", "1/h8/a/13"),
        ("us/cfr/22/121", "1/h8/d", "1/h6/b"), ("us/cfr/22/121", "1/h13/j/3/ii", "1/h14/f/7"),
        ("us/cfr/22/121", "1/h14/m", "1/h14/k-l"), ("us/cfr/22/121", "1/effd/1", "1/h8/h/1"),
        ("us/cfr/10/110", "26/a", "app/A/7"), ("us/cfr/10/110", "app/B/h1/a", "app/B/h1/e"), ("us/cfr/10/110", "8/b", "app/D"),
    ],
)  # fmt: skip
def test_what_words_name_was_looked_up_by_hand(
    states: dict[str, ListDocument], key: str, where: str, target: str
) -> None:
    document = states[LAST[key].name]
    found = {r.target for r in document.references if r.where == where and r.target_list == key}
    assert target in found


def test_a_named_category_is_not_the_own_one(states: dict[str, ListDocument]) -> None:
    document = states[LAST["us/cfr/22/121"].name]
    found = {r.target for r in document.references if r.where == "1/h11/a/12"}
    assert not found & {"1/h11/a/1", "1/h11/a/5", "1/h11/a/6"}


def test_another_part_that_is_held_is_named_by_its_key(states: dict[str, ListDocument]) -> None:
    document = states[LAST["us/cfr/10/810"].name]
    held = {
        (r.target_list, r.target)
        for r in document.references
        if r.where == "2/b/9" and r.kind is ReferenceKind.CITES
    }
    assert {("us/cfr/10/110", f"app/{letter}") for letter in "ABCDEFGHIJKO"} <= held


def test_categories_end_with_their_last_letter(states: dict[str, ListDocument]) -> None:
    document = states[LAST["us/cfr/22/121"].name]
    goods = [p for p in document.paragraphs if re.fullmatch(r"1/h\d+/x", p.notation)]
    # 19 paragraphs of the document begin so; the other five (x) are Roman numerals
    assert len(goods) == 19
    assert {p.parent for p in goods} == {
        f"1/h{number}" for number in range(1, 22) if number not in (17, 21)
    }
    assert "1/h7/h/x" not in {p.notation for p in document.paragraphs}


def test_appendices_stand_below_the_part(states: dict[str, ListDocument]) -> None:
    document = states[LAST["us/cfr/10/110"].name]
    top = [p for p in document.paragraphs if p.kind is ParagraphKind.ENTRY and p.parent is None]
    assert [p.notation for p in top] == [f"app/{letter}" for letter in "ABCDEFGHIJKLMNOP"]
    assert not [p.notation for p in document.paragraphs if "~" in p.notation]
