"""Change one thing of the data, and a worked case changes: what the tests hold is held by each of these."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from datetime import date
from typing import Any

import pytest

from graph.answers.determine.frame import determine
from graph.ids import ID
from graph.model.determination import Case
from graph.model.quad import Quad
from graph.release import Release
from graph.store import GraphStore, Question, Row
from graph.store.oxigraph import OxigraphStore

pytestmark = pytest.mark.real
DAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def store(release: Release) -> OxigraphStore:
    return OxigraphStore.read_only(release.store)


class Without:
    """A release without some resources, or with another value in one of them."""

    def __init__(self, held: GraphStore, changed: Callable[[Row], Row | None]) -> None:
        self._held, self._changed = held, changed
        self._kept: dict[Hashable, Any] = {}
        self.touched = 0

    def find(self, question: Question, **given: str) -> tuple[Row, ...]:
        rows = self._held.find(question, **given)
        if question is not Question.FACTS:
            return rows
        told = [(row, self._changed(row)) for row in rows]
        self.touched += sum(new is not row for row, new in told)
        return tuple(new for _, new in told if new is not None)

    def kept(self, key: Hashable, make: Callable[[], Any]) -> Any:
        if key not in self._kept:
            self._kept[key] = make()
        return self._kept[key]

    def quads(self) -> Iterator[Quad]:
        return self._held.quads()


def gone(name: str) -> Callable[[Row], Row | None]:
    """Leave out a row of a table."""
    return lambda row: None if row["resource"] == f"{ID}{name}" else row


def other(name: str, part: str, old: str, new: str) -> Callable[[Row], Row | None]:
    """Replace words in one cell of a row of a table."""

    def changed(row: Row) -> Row | None:
        if row["resource"] == f"{ID}{name}" and row["part"].endswith(part):
            return {**row, "value": row["value"].replace(old, new)}
        return row

    return changed


def asked(store: GraphStore, jurisdiction: str, item: str, destination: str) -> tuple[str, ...]:
    told = determine(store, Case(jurisdiction=jurisdiction, item=item, destination=destination, valid=DAY, known=DAY))  # fmt: skip
    return (
        told.level,
        told.determinacy,
        *told.columns,
        "|",
        *told.instruments,
        "|",
        *told.foreclosed,
    )


@pytest.mark.parametrize(
    ("changed", "case"),
    [
        pytest.param(gone("group/eu/EU001/m/US/@2021-09-09"), ("eu", "3A001.b.4", "US"), id="a member of a group"),
        pytest.param(other("chart/us/CN", "markedColumns", "NS 2;", ""), ("us", "3A001.b.4", "CN"), id="a mark of the chart"),
        pytest.param(gone("rule/us/us/fn7-india"), ("us", "6A003.b.4.b", "IN"), id="a footnote"),
        pytest.param(gone("rule/us/us/746.8"), ("us", "3A991", "RU"), id="an embargo"),
        pytest.param(gone("item-set/eu/section-i/eu-annex-i%3A7E104/whole"), ("eu", "7E104", "JP"), id="an item of Section I"),
        pytest.param(gone("rule/jp/jp/suppl-3"), ("jp", "1-16(1)", "KP"), id="a rule of approval"),
        pytest.param(gone("rule/us/746.7-iran"), ("us", "3A001", "IR"), id="a restriction of exceptions"),
    ],
)  # fmt: skip
def test_a_change_of_the_data_changes_a_worked_case(
    store: OxigraphStore, changed: Callable[[Row], Row | None], case: tuple[str, str, str]
) -> None:
    mutant = Without(store, changed)
    assert asked(store, *case) != asked(mutant, *case)
    assert mutant.touched
