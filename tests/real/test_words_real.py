"""What the words of real lists are read as, against samples that were labelled by hand before the rules were tuned."""

import pytest

from bench.words import (
    LISTS,
    WITH_LIMITS,
    agreement,
    labelled,
    limits,
    untyped,
    wrong_flags,
    wrong_kinds,
)
from graph.model.document import ListDocument
from ingest.read import ListReading

pytestmark = pytest.mark.real


@pytest.fixture(scope="module")
def latest(readings: dict[str, ListReading]) -> dict[str, ListDocument]:
    return {key: readings[key].history.editions[-1].document for key in WITH_LIMITS}


@pytest.mark.parametrize("key", LISTS)
def test_limits_are_read_as_a_person_reads_them(latest: dict[str, ListDocument], key: str) -> None:
    ours, theirs = limits(latest[key], key)
    assert theirs.total() > 120
    assert min(agreement(ours, theirs)) >= 0.97, (ours - theirs, theirs - ours)


def test_limits_in_japanese_are_read_as_a_person_reads_them(
    latest: dict[str, ListDocument],
) -> None:
    ours, theirs = limits(latest["jp-goods"], "jp-goods")
    assert theirs.total() == 13
    assert ours == theirs
    causes, whole = untyped(latest["jp-goods"])
    assert whole > 2_000
    assert causes.total() / whole <= 0.15, causes


@pytest.mark.parametrize("key", LISTS)
def test_connectives_are_read_as_a_person_reads_them(
    latest: dict[str, ListDocument], key: str
) -> None:
    rows = labelled(key, "flags")
    assert len(rows) >= 150
    assert len(wrong_flags(latest[key], key)) / len(rows) <= 0.03


@pytest.mark.parametrize("key", LISTS)
def test_kinds_of_notes_are_read_as_a_person_reads_them(
    latest: dict[str, ListDocument], key: str
) -> None:
    wrong = wrong_kinds(latest[key], key)
    assert len(wrong) / len(labelled(key, "notes")) <= 0.05, wrong


@pytest.mark.parametrize("key", LISTS)
def test_limits_of_paragraphs_are_typed_atoms(latest: dict[str, ListDocument], key: str) -> None:
    causes, whole = untyped(latest[key])
    assert whole > 2_000
    assert causes.total() / whole <= 0.10, causes
    assert not [cause for cause in causes if cause[0] == "unknown unit"]
