"""`comity doctor`: what is there and what is missing."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from api.cli.options import Output, settings
from api.cli.table import show
from graph.errors import ComityError
from graph.release import Shelf
from ingest.read import all_lists, snapshot_folder

COLUMNS = ("what", "state", "detail")


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
    for key, counts in sorted(release.reports.items()):
        wording = any(f"/wording/{key.partition('@')[0]}/" in iri for iri in release.graphs)
        said = "with wording" if wording else "facts only, wording not held"
        yield f"list {key}", "there", f"{counts.get('entries', 0)} entries, {said}"


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
