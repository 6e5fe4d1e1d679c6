"""The repository carries facts, never the wording of a document (ARCHITECTURE.md)."""

import json
import subprocess
from pathlib import Path

import pytest

from ingest.checks.wording import RUN, TEXT, shared_runs

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.real


def repository() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],  # noqa: S607  git is assumed
        cwd=ROOT, capture_output=True, text=True, check=True,
    ).stdout.splitlines()  # fmt: skip
    return [
        ROOT / name
        for name in listed
        if (ROOT / name).suffix not in {".png", ".lock"} and (ROOT / name).is_file()
    ]


def entry_headings() -> list[str]:
    lines = [
        json.loads(line)
        for path in sorted((ROOT / "data" / "snapshot").rglob("*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    return [
        line["label"]
        for line in lines
        if line.get("kind") in {"entry", "heading"} and "label" in line
    ]


def test_no_file_shares_fourteen_words_with_a_document(documents: Path) -> None:
    texts = [
        path
        for path in sorted(documents.rglob("*"))
        if path.is_file()
        and TEXT & set(path.suffixes[-2:])
        and path.parent.name != "facts"
        and path.name != "SOURCES.md"
    ]
    headings = entry_headings()
    assert (len(texts) > 100, len(headings) > 1000) == (True, True)
    found = list(shared_runs(repository(), texts, names=headings))
    assert not found, found[:5]


def test_a_copied_sentence_would_be_found(documents: Path, tmp_path: Path) -> None:
    source = documents / "eu" / "eu_annex1_02021R0821-20251115.exports-watch.json"
    note = json.loads(source.read_bytes())["docs"][0]["verbatim_text"]
    copied = tmp_path / "copied.py"
    copied.write_text(f"# {' '.join(note.split()[: RUN + 6])}\n", encoding="utf-8")
    assert list(shared_runs([copied], [source]))
