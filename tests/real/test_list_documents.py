"""Both lists, whole: counts, conservation, the snapshot, determinism, the same release twice."""

import json
from collections import Counter
from pathlib import Path

import pytest

from graph.model.document import ListDocument
from graph.model.paragraph import ParagraphKind
from ingest.read import Reading, all_sources, read_from_document, read_from_snapshot
from ingest.snapshot import read_snapshot, write_snapshot

pytestmark = pytest.mark.real

PER_CATEGORY = {
    "us-ccl": (62, 136, 89, 78, 24, 25, 60, 46, 22, 96),
    "eu-annex-i": (15, 93, 55, 51, 13, 13, 36, 37, 8, 63),
}


@pytest.fixture(scope="module")
def readings(documents: Path) -> dict[str, Reading]:
    return {s.key: read_from_document(name, s, documents) for name, s in all_sources()}


@pytest.mark.parametrize("key", PER_CATEGORY)
def test_every_entry_is_there(readings: dict[str, Reading], key: str) -> None:
    entries = [
        p.notation for p in readings[key].document.paragraphs if p.kind is ParagraphKind.ENTRY
    ]
    found = Counter(notation[0] for notation in entries)
    assert tuple(found[str(digit)] for digit in range(10)) == PER_CATEGORY[key]
    assert len(set(entries)) == len(entries) == sum(PER_CATEGORY[key])


@pytest.mark.parametrize("key", PER_CATEGORY)
def test_every_character_is_in_one_leaf(readings: dict[str, Reading], key: str) -> None:
    counts = readings[key].counts
    kept = sum(n for k, n in counts.items() if k.startswith("characters-") and "left out" not in k)
    left = sum(n for k, n in counts.items() if k.startswith("characters-left out"))
    assert kept > 500_000
    assert left < {"us-ccl": 0.12, "eu-annex-i": 0.60}[key] * (kept + left)


@pytest.mark.parametrize("key", PER_CATEGORY)
def test_notations_are_unique_and_parents_exist(readings: dict[str, Reading], key: str) -> None:
    document = readings[key].document
    notations = [p.notation for p in document.paragraphs] + [n.notation for n in document.notes]
    assert [n for n, times in Counter(notations).items() if times > 1] == []
    known = set(notations)
    assert {p.parent for p in document.paragraphs if p.parent} <= known
    assert {n.annotates for n in document.notes if n.annotates} <= known
    assert {n.parent for n in document.notes if n.parent} <= known


@pytest.mark.parametrize("key", PER_CATEGORY)
def test_the_snapshot_is_current(readings: dict[str, Reading], key: str, tmp_path: Path) -> None:
    write_snapshot(readings[key].document, tmp_path)
    kept = Path(__file__).resolve().parents[2] / "data" / "snapshot" / key
    fresh = {p.name: p.read_bytes() for p in (tmp_path / key).iterdir()}
    assert fresh == {p.name: p.read_bytes() for p in kept.iterdir()}, "run `comity snapshot`"
    assert len(fresh) >= 10


@pytest.mark.parametrize("key", PER_CATEGORY)
def test_the_snapshot_keeps_every_fact_and_no_wording(
    readings: dict[str, Reading], key: str, tmp_path: Path
) -> None:
    document = readings[key].document
    write_snapshot(document, tmp_path)
    back = read_snapshot(tmp_path, key)
    for name in ("paragraphs", "notes", "requirements", "exceptions", "statements", "references"):
        assert len(getattr(back, name)) == len(getattr(document, name))
    assert all(passage.wording is None for _, passage in back.passages())
    write_snapshot(back, tmp_path / "again")
    assert (tmp_path / "again" / key / "cat3.jsonl").read_bytes() == (
        tmp_path / key / "cat3.jsonl"
    ).read_bytes()


def test_the_snapshot_in_the_repository_can_be_read_alone() -> None:
    for _, source in all_sources():
        document: ListDocument = read_from_snapshot(source).document
        assert len(document.paragraphs) > 3000
        assert json.dumps(document.version.sha256)
