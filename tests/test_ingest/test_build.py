"""Builds that go wrong: the last good release stays served, and the next build completes."""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from graph.release import Release, Shelf
from graph.store.oxigraph import OxigraphStore
from ingest.build import build
from ingest.pairs import NONE
from ingest.read import all_sources
from ingest.report import Silent

CCL = "us/ecfr_xml/15cfr774_supp1_ccl_committed-2026-06-24.xml"
ANNEX_I = "eu/eu_annex1_02021R0821-20251115.exports-watch.json"
COMITY = (sys.executable, "-P", "-c", "from api.cli import main; main()")


def comity(home: Path, documents: Path | None, *words: str) -> subprocess.CompletedProcess[str]:
    env = os.environ | {"COMITY_HOME": str(home), "COMITY_DOCUMENTS": str(documents or "")}
    return subprocess.run(  # noqa: S603  our own command, no shell
        [*COMITY, *words], env=env, capture_output=True, text=True, check=False
    )


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("home")
    build(home, None, Silent(), NONE)
    return home


@pytest.fixture(scope="module")
def copied(release: Release, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the home that was built from the documents: what a test damages is read again, and nothing else."""
    home = tmp_path_factory.mktemp("copied") / "home"
    shutil.copytree(release.folder.parent.parent, home)
    return home


def test_the_snapshot_gives_both_lists_without_documents(home: Path) -> None:
    release = Shelf(home).current()
    entries = {name: counts.get("entries", 0) for name, counts in release.reports.items()}
    assert entries["eu-annex-i@2025-11-15"] == 384
    assert entries["us-ccl@on-2026-06-24"] == 638
    assert len(entries) == len(all_sources())
    assert not [iri for iri in release.graphs if "/wording/" in iri]


def test_the_same_input_gives_the_same_release_in_another_home(home: Path, tmp_path: Path) -> None:
    first, second = Shelf(home).current(), build(tmp_path, None, Silent(), NONE)
    assert (first.key, first.graphs) == (second.key, second.graphs)
    lines = [
        sorted(q.line for q in OxigraphStore.read_only(r.store).quads()) for r in (first, second)
    ]
    assert lines[0] == lines[1]


def test_an_unchanged_build_reads_nothing_again(home: Path) -> None:
    before = (home / "cache" / "us-ccl.json").stat().st_mtime_ns
    built_at = Shelf(home).current().built_at
    build(home, None, Silent(), NONE)
    assert (home / "cache" / "us-ccl.json").stat().st_mtime_ns == before
    assert Shelf(home).current().built_at == built_at


def test_a_home_without_a_release_says_what_to_do(tmp_path: Path) -> None:
    answer = comity(tmp_path, None, "show", "us-ccl", "3A001")
    assert (answer.returncode, answer.stdout) == (3, "")
    assert "comity build" in answer.stderr


@pytest.mark.real
@pytest.mark.parametrize(
    ("document", "damage", "said"),
    [
        (CCL, lambda raw: raw[: len(raw) // 2], "line"),
        (CCL, lambda raw: raw.decode().encode("utf-16"), "15cfr774"),
        (CCL, lambda raw: raw.replace(b"<HD1>Category 4", b"<HD1>Chapter 4", 1), "Chapter 4"),
        (CCL, lambda raw: raw.replace(b"<B>4A003 ", b"<B>4A001 ", 1), "4A001"),
        (CCL, lambda raw: raw.replace(b"microwave", b"microwafe", 1), "sha256"),
        (ANNEX_I, lambda raw: raw[:-20], "line"),
        (ANNEX_I, lambda raw: raw.decode().encode("latin-1", "replace"), "exports-watch.json"),
        (ANNEX_I, lambda raw: raw.replace(b'"docs"', b'"papers"', 1), "docs"),
    ],
)
def test_a_damaged_document_is_named_with_its_place_and_the_last_release_stays(
    documents: Path, copied: Path, tmp_path: Path, document: str, damage: object, said: str
) -> None:
    home = copied
    copies = tmp_path / "documents"
    for one in all_sources():
        known = one.source
        target = copies / known.document
        target.parent.mkdir(parents=True, exist_ok=True)
        raw = (documents / known.document).read_bytes()
        target.write_bytes(damage(raw) if known.document == document else raw)  # type: ignore[operator]  # a lambda
    before = Shelf(home).current()
    answer = comity(home, copies, "build", "--without-pairs")
    assert answer.returncode == 2
    assert "Traceback" not in answer.stderr
    assert document in answer.stderr
    assert said in answer.stderr
    assert Shelf(home).current() == before
    assert comity(home, copies, "show", "us-ccl", "3A001").returncode == 0


@pytest.mark.real
def test_a_missing_document_is_named_and_the_last_release_stays(
    documents: Path, copied: Path, tmp_path: Path
) -> None:
    home = copied
    before = Shelf(home).current()
    answer = comity(home, tmp_path, "build", "--without-pairs")
    assert answer.returncode == 2
    assert f"not in {tmp_path}" in answer.stderr
    assert all(one.source.document in answer.stderr for one in all_sources())
    assert Shelf(home).current() == before


@pytest.mark.slow
@pytest.mark.real
def test_a_killed_build_leaves_the_last_release_and_the_next_completes(
    documents: Path, home: Path, release: Release
) -> None:
    good = Shelf(home).current()
    chance = random.Random(20261123)  # noqa: S311  moments of a test
    for folder in ("cache", "graphs"):  # what was read already need not be read again
        shutil.copytree(release.folder.parent.parent / folder, home / folder, dirs_exist_ok=True)
    whole = build(home, documents, Silent(), NONE)
    length = 40
    for number in range(2):
        for folder in ("cache", "graphs"):
            if number % 2:
                shutil.rmtree(home / folder, ignore_errors=True)
                (home / folder).mkdir()
        shutil.rmtree(home / "releases" / whole.key, ignore_errors=True)
        _serve_from_the_snapshot(home, good.key)
        env = os.environ | {"COMITY_HOME": str(home), "COMITY_DOCUMENTS": str(documents)}
        with subprocess.Popen(  # noqa: S603  our own command, no shell
            [*COMITY, "build", "--without-pairs"],
            env=env,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        ) as running:
            time.sleep(chance.uniform(0.3, max(1.0, length)))
            running.send_signal(signal.SIGKILL)
        served = Shelf(home).current()
        assert served.key in {good.key, whole.key}
        assert len(OxigraphStore.read_only(served.store)) > 100_000
    assert build(home, documents, Silent(), NONE).key == whole.key
    assert (
        json.loads((Shelf(home).current().folder / "release.json").read_text())["key"] == whole.key
    )


def _serve_from_the_snapshot(home: Path, key: str) -> None:
    if not Shelf(home).holds(key):
        build(home, None, Silent(), NONE)
    Shelf(home).point(key)
