"""Mappings and gaps as a release keeps them: the same rows as derived when asked, a person's word above them, the same bytes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from api.cli import review
from api.cli.options import Format
from graph.answers.asof import AsOf, ListState, state_of
from graph.answers.coverage import coverage
from graph.answers.crosswalk import derived, mappings
from graph.answers.pairs import stored
from graph.answers.review import judgement, proposals
from graph.derive.crosswalk.links import Review, rows, turned
from graph.model.quad import Quad
from graph.release import Release
from graph.store.oxigraph import OxigraphStore
from graph.vocabulary import cty
from ingest.mapping_sets import read_set
from ingest.pair_quads import emit_pair

pytestmark = pytest.mark.real
DAY = date(2026, 11, 23)
TODAY = AsOf(DAY, DAY)
LISTS = ("eu-cml", "uk-ml")


@pytest.fixture(scope="module")
def store(release: Release) -> OxigraphStore:
    return OxigraphStore.read_only(release.store)


@pytest.fixture(scope="module")
def fresh(release: Release) -> OxigraphStore:
    """Open the same release once more, with nothing kept."""
    return OxigraphStore.read_only(release.store)


@pytest.fixture(scope="module")
def states(store: OxigraphStore) -> tuple[ListState, ListState]:
    return state_of(store, LISTS[0], TODAY), state_of(store, LISTS[1], TODAY)


def test_what_is_kept_is_what_is_derived(
    store: OxigraphStore, fresh: OxigraphStore, states: tuple[ListState, ListState]
) -> None:
    assert stored(store, *states) is not None
    made = derived(fresh, *states, lambda found: found)
    assert len(made.links) > 300
    assert tuple(rows(made)) == mappings(store, *states)
    assert tuple(rows(turned(made))) == mappings(store, states[1], states[0])


def test_every_thing_has_a_row_and_the_statuses_add_up(
    store: OxigraphStore, states: tuple[ListState, ListState]
) -> None:
    for one, other in (states, states[::-1]):
        told = {row.subject for row in mappings(store, one, other)}
        covered = coverage(store, one, other, TODAY)
        assert {row.paragraph for row in covered} == told
        assert len(covered) == len(told)


def said(quads: Iterator[Quad], name: str) -> list[str]:
    return sorted(quad.object for quad in quads if quad.predicate == cty(name))


def test_the_word_of_a_person_stands_above_what_is_derived(
    release: Release, states: tuple[ListState, ListState]
) -> None:
    opened = OxigraphStore.read_only(release.store)
    link = next(one for one in proposals(opened, *LISTS, TODAY)).link
    row = judgement(opened, states, (link.subject, link.object), refused=False)
    again = OxigraphStore.read_only(release.store)
    before, after = (
        said(emit_pair(other, *states, graph="urn:g", said=rows_), "reviewState")
        for other, rows_ in ((again, ()), (OxigraphStore.read_only(release.store), (row,)))
    )
    assert after.count(Review.REVIEWED) == 1
    assert before.count(Review.PROPOSED) == after.count(Review.PROPOSED) + 1


def test_a_list_is_compared_to_the_same_bytes(
    release: Release, states: tuple[ListState, ListState]
) -> None:
    made = [
        sorted(q.triple for q in emit_pair(OxigraphStore.read_only(release.store), *states, graph="urn:g"))
        for _ in range(2)
    ]  # fmt: skip
    assert made[0] == made[1]
    assert len(made[0]) > 3_000


def test_proposals_come_by_what_depends_on_them(store: OxigraphStore) -> None:
    found = proposals(store, *LISTS, TODAY)
    assert [one.depending for one in found] == sorted((p.depending for p in found), reverse=True)
    assert {one.link.review for one in found} == {Review.PROPOSED}


def test_a_judgement_is_written_with_name_day_and_reason(
    store: OxigraphStore,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(review, "store", lambda _: store)
    judge = partial(review.run, "uk-ml", "eu-cml", valid="2026-11-23", known="2026-11-23")
    judge(form=Format.TSV, top=3)
    header, first, *_ = (line.split("\t") for line in capsys.readouterr().out.splitlines())
    assert tuple(header) == review.COLUMNS
    pair = first[0], first[3]
    for name in ("A. Reader", "B. Reader"):
        judge(accept=pair, by=name, why="read side by side", sets=tmp_path)  # fmt: skip
    (row,) = read_set("eu-cml", "uk-ml", tmp_path)
    assert (row.object, row.subject) == pair
    assert (row.review, row.reviewers) == (Review.REVIEWED, ("A. Reader", "B. Reader"))
    assert row.reviewed_on is not None
    judge(refuse=pair, by="C. Reader", why="other goods", sets=tmp_path)  # fmt: skip
    (row,) = read_set("eu-cml", "uk-ml", tmp_path)
    assert (row.review, row.reviewers) == (Review.REFUSED, ("C. Reader",))


def test_a_judgement_without_a_name_is_refused(
    store: OxigraphStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(review, "store", lambda _: store)
    with pytest.raises(Exception, match="--by and --why"):
        review.run("uk-ml", "eu-cml", accept=("ML1", "ML1"), valid="2026-11-23", known="2026-11-23")
