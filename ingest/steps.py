"""What a build step depends on: when nothing of it changed, its result is still right."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

from graph.model.document import Issue
from graph.release import Shelf
from ingest.emit.meta import Made

_ROOT = Path(__file__).resolve().parent.parent

#: What every source's graphs depend on, besides its own folder and document. A change here reads all documents again.
SHARED = (
    "graph/model",
    "graph/ids.py",
    "graph/typographic.py",
    "graph/vocabulary.py",
    "ingest/text",
    "ingest/outline",
    "ingest/sources/ecfr.py",
    "ingest/sources/pdf.py",
    "ingest/emit",
    "ingest/checks",
    "ingest/law",
    "ingest/brief.py",
    "ingest/understand.py",
    "ingest/history.py",
    "ontologies/shapes",
)


def file_name(key: str) -> str:
    """Return the key of a list or an act as the name of a file.

    >>> file_name("us/cfr/15/744")
    'us+cfr+15+744'
    """
    return key.replace("/", "+")


@cache
def code_digest(*places: str) -> str:
    """Return one hash of the files at some places of the checkout, names and bytes."""
    digest = sha256()
    for place in sorted(places):
        path = _ROOT / place
        files = sorted(path.rglob("*")) if path.is_dir() else [path]
        for file in files:
            if file.suffix in {".py", ".yml", ".tsv", ".ttl", ".jsonl"}:
                digest.update(f"{file.relative_to(_ROOT)}\t".encode())
                digest.update(sha256(file.read_bytes()).digest())
    return digest.hexdigest()


@dataclass(frozen=True, slots=True)
class Step:
    """The result of reading one list."""

    made: tuple[Made, ...]
    counts: dict[str, dict[str, int]]
    """Name of each source to its counts."""


class StepCache:
    """Keep the last result of reading one list, with the key of what it was made from."""

    def __init__(self, shelf: Shelf, key: str) -> None:
        self._shelf, self._list = shelf, key
        self._file = shelf.home / "cache" / f"{file_name(key)}.json"

    def find(self, key: str) -> Step | None:
        """Return the kept result, if it was made from the same things and its graphs are still there."""
        if not self._file.is_file():
            return None
        told = json.loads(self._file.read_text(encoding="utf-8"))
        step = Step(tuple(Made(**made) for made in told["made"]), told["counts"])
        whole = all((self._shelf.graphs / made.file).is_file() for made in step.made)
        return step if told["key"] == key and whole else None

    def keep(self, key: str, step: Step) -> None:
        """Keep a result instead of the last one."""
        self._write(self._file, json.dumps({"key": key, **asdict(step)}, indent=1))

    def keep_issues(self, issues: Iterable[tuple[str, Issue]]) -> None:
        """Write what surprised us in each state of the list, by its day, one JSON object a line, sorted."""
        told = ({"list": f"{self._list}{day}", **asdict(issue)} for day, issue in sorted(issues))
        text = "".join(f"{json.dumps(issue, ensure_ascii=False)}\n" for issue in told)
        self._write(self._file.with_name(f"{file_name(self._list)}.issues.jsonl"), text)

    def _write(self, file: Path, text: str) -> None:
        file.parent.mkdir(exist_ok=True)
        fresh = file.with_name(f"{file.name}.new")
        fresh.write_text(text, encoding="utf-8")
        fresh.replace(file)
