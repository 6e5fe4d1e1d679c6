"""`comity doctor`: what is there and what is missing."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from api.cli.options import Output, settings
from api.cli.table import show
from graph.errors import ComityError
from graph.release import Shelf
from ingest.curated.named_lists import named_lists
from ingest.read import all_lists, snapshot_folder

COLUMNS = ("what", "state", "detail")
KINDS = (
    "entries", "items", "conditions", "reserved", "notes", "terms", "references", "requirement-rows", "table-rows",
    "issues",
)  # fmt: skip
CHARACTERS = "characters-"


def run(form: Output = None) -> None:
    """Say what is there, what is missing, and what to do about it."""
    told = settings()
    rows = [
        ("home", "there" if told.home.is_dir() else "missing", str(told.home)),
        *_release(told.home),
        (
            "documents",
            "there" if told.documents else "missing",
            str(told.documents or "COMITY_DOCUMENTS"),
        ),
        *_sources(told.documents),
        *_programs(),
    ]
    show(COLUMNS, rows, form)


def _release(home: Path) -> Iterator[Sequence[str]]:
    try:
        release = Shelf(home).current()
    except ComityError as exc:
        yield "release", "missing", str(exc)
        return
    yield "release", "there", f"{release.key}, built {release.built_at}"
    for name, counts in sorted(release.reports.items()):
        wording = any(f"/wording/{name.partition('@')[0]}/" in iri for iri in release.graphs)
        yield f"list {name}", "with wording" if wording else "facts only", _coverage(counts)
    for told, _ in named_lists():
        yield (
            f"list {told.list}{told.version.day}",
            told.completeness.value,
            f"{told.relation.kind} {told.relation.list}{told.relation.state}: {told.remark}",
        )


def _coverage(counts: Mapping[str, int]) -> str:
    """Return what was read of a document: records of each kind, and where its characters are."""
    said = [f"{counts.get(kind, 0)} {kind.replace('-', ' ')}" for kind in KINDS if kind in counts]
    characters = {kind: n for kind, n in counts.items() if kind.startswith(CHARACTERS)}
    if whole := sum(characters.values()):
        left = sum(n for kind, n in characters.items() if "left out" in kind)
        said.append(
            f"characters kept {1 - left / whole:.1%}, left out by class {left / whole:.1%}, lost 0"
        )
    return ", ".join(said)


def _sources(documents: Path | None) -> Iterator[Sequence[str]]:
    for key, sources in all_lists().items():
        for one in sources:
            held = documents is not None and (documents / one.source.document).is_file()
            state = "there" if held else "missing"
            yield f"document of {one.name}", state, one.source.document
        kept = (snapshot_folder() / key / "list.jsonl").is_file()
        yield f"snapshot of {key}", "there" if kept else "missing", f"data/snapshot/{key}"


def _programs() -> Iterator[Sequence[str]]:
    needs = {"java": "openjdk-17-jre-headless", "mvn": "maven", "chromium": "chromium"}
    for name, package in needs.items():
        place = shutil.which(name)
        yield name, "there" if place else "missing", place or f"apt-get install {package}"
    yield "python", "there", sys.version.split()[0]
