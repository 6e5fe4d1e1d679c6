"""Every list, whole: counts, conservation, the snapshot, the same facts from both."""

import json
from collections import Counter
from pathlib import Path

import pytest

from graph.ids import is_act_key
from graph.model.document import ListDocument
from graph.model.paragraph import ParagraphKind
from ingest.history import RECORDS
from ingest.read import ListReading, all_lists, read_from_snapshot, snapshot_folder
from ingest.snapshot import LIMIT, read_snapshot, write_snapshot

pytestmark = pytest.mark.real

LISTS = sorted(all_lists())
PER_CATEGORY = {
    "us-ccl": (62, 136, 89, 78, 24, 25, 60, 46, 22, 96),
    "eu-annex-i": (15, 93, 55, 51, 13, 13, 36, 37, 8, 63),
}


def last(reading: ListReading) -> ListDocument:
    return reading.history.editions[-1].document


@pytest.mark.parametrize("key", PER_CATEGORY)
def test_every_entry_is_there(readings: dict[str, ListReading], key: str) -> None:
    paragraphs = last(readings[key]).paragraphs
    entries = [p.notation for p in paragraphs if p.kind is ParagraphKind.ENTRY]
    found = Counter(notation[0] for notation in entries)
    assert tuple(found[str(digit)] for digit in range(10)) == PER_CATEGORY[key]
    assert len(set(entries)) == len(entries) == sum(PER_CATEGORY[key])


@pytest.mark.parametrize("key", LISTS)
def test_every_character_is_in_one_leaf(readings: dict[str, ListReading], key: str) -> None:
    for name, counts in readings[key].counts.items():
        said = {k: n for k, n in counts.items() if k.startswith("characters-")}
        kept = sum(n for k, n in said.items() if "left out" not in k)
        assert kept > (10 if is_act_key(key) else 1_000), name


@pytest.mark.parametrize("key", LISTS)
def test_notations_are_unique_and_parents_exist(readings: dict[str, ListReading], key: str) -> None:
    for edition in readings[key].history.editions:
        document = edition.document
        notations = [p.notation for p in document.paragraphs] + [n.notation for n in document.notes]
        assert [n for n, times in Counter(notations).items() if times > 1] == []
        known = set(notations)
        assert {p.parent for p in document.paragraphs if p.parent} <= known
        assert {n.annotates for n in document.notes if n.annotates} <= known
        assert {n.parent for n in document.notes if n.parent} <= known


@pytest.mark.parametrize("key", LISTS)
def test_the_snapshot_is_current(
    readings: dict[str, ListReading], key: str, tmp_path: Path
) -> None:
    write_snapshot(readings[key].history, tmp_path)
    fresh = {p.name: p.read_bytes() for p in (tmp_path / key).iterdir()}
    kept = {p.name: p.read_bytes() for p in (snapshot_folder() / key).iterdir()}
    assert fresh == kept, "run `comity snapshot`"
    assert max(map(len, fresh.values())) <= LIMIT


@pytest.mark.parametrize("key", LISTS)
def test_the_snapshot_keeps_every_fact_and_no_wording(
    readings: dict[str, ListReading], key: str, tmp_path: Path
) -> None:
    history = readings[key].history
    write_snapshot(history, tmp_path)
    back = read_snapshot(tmp_path, key)
    for old, new in zip(history.editions, back.editions, strict=True):
        assert new.since == old.since
        for name in RECORDS:
            assert len(getattr(new.document, name)) == len(getattr(old.document, name))
        assert all(passage.wording is None for _, passage in new.document.passages())
    write_snapshot(back, tmp_path / "again")
    for path in sorted((tmp_path / key).iterdir()):
        assert (tmp_path / "again" / key / path.name).read_bytes() == path.read_bytes()


def test_the_snapshot_in_the_repository_can_be_read_alone() -> None:
    size = 0
    for key, sources in all_lists().items():
        reading = read_from_snapshot(sources)
        assert json.dumps(last(reading).version.sha256)
        size += sum(path.stat().st_size for path in (snapshot_folder() / key).iterdir())
    assert size < 25_000_000
