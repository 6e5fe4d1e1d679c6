"""What the words of real lists are read as, against samples that were labelled by hand before the rules were tuned."""

import csv
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

from graph.model.document import ListDocument
from ingest.read import ListReading

pytestmark = pytest.mark.real

WORDS = Path(__file__).parent.parent / "golden" / "words"
LISTS = ["us-ccl", "eu-annex-i"]
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺μ", "0123456789-+µ")

Facts = Counter[tuple[str, ...]]


def labelled(key: str, name: str) -> list[dict[str, str]]:
    with (WORDS / f"{key}.{name}.tsv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def places(key: str) -> set[str]:
    """Every paragraph and note that was labelled, those without a limit too."""
    flags = {row["paragraph"] for row in labelled(key, "flags")}
    return flags | {row["note"] for row in labelled(key, "notes")}


def unit(written: str) -> str:
    """One spelling of a unit: raised figures, blanks and what a share is by do not count."""
    return (
        written.translate(_RAISED)
        .replace(" by weight", "")
        .replace("per pulse", "")
        .replace(" ", "")
    )


def number(text: str) -> str:
    return format(Decimal(text).normalize(), "f") if text else ""


def agreement(ours: Facts, theirs: Facts) -> tuple[float, float]:
    """Return precision and recall."""
    same = (ours & theirs).total()
    return same / max(1, ours.total()), same / max(1, theirs.total())


@pytest.fixture(scope="module")
def latest(readings: dict[str, ListReading]) -> dict[str, ListDocument]:
    return {key: readings[key].history.editions[-1].document for key in LISTS}


@pytest.mark.parametrize("key", LISTS)
def test_limits_are_read_as_a_person_reads_them(latest: dict[str, ListDocument], key: str) -> None:
    theirs = Facts(
        (row["paragraph"], row["comparator"], number(row["value"]), unit(row["unit"]))
        for row in labelled(key, "limits")
        if row["value"]
    )
    inside = places(key) | {where for where, *_ in theirs}
    ours = Facts(
        (one.where, one.comparator.value, format(one.value.normalize(), "f"), unit(one.unit))
        for one in latest[key].limits
        if one.where in inside and one.value is not None
    )
    precision, recall = agreement(ours, theirs)
    assert min(precision, recall) >= 0.97, (ours - theirs, theirs - ours)


@pytest.mark.parametrize("key", LISTS)
def test_connectives_are_read_as_a_person_reads_them(
    latest: dict[str, ListDocument], key: str
) -> None:
    ours = {p.notation: p.connective.value for p in latest[key].paragraphs}
    rows = [row for row in labelled(key, "flags") if row["paragraph"] in ours]
    assert len(rows) >= 150
    right = sum(ours[row["paragraph"]] == row["flag"] for row in rows)
    assert right / len(rows) >= 0.97


@pytest.mark.parametrize("key", LISTS)
def test_kinds_of_notes_are_read_as_a_person_reads_them(
    latest: dict[str, ListDocument], key: str
) -> None:
    ours = {note.notation: note.kind.value for note in latest[key].notes}
    wrong = [row for row in labelled(key, "notes") if ours[row["note"]] != row["kind"]]
    assert len(wrong) / len(labelled(key, "notes")) <= 0.05, wrong
