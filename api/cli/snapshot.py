"""`comity snapshot`: the facts of the documents, without wording, into `data/snapshot`."""

from __future__ import annotations

import filecmp
import sys
import tempfile
from pathlib import Path
from typing import Annotated

import typer

from api.cli.options import settings
from graph.errors import MissingDocument, StaleSnapshot
from ingest.read import all_lists, read_list, snapshot_folder
from ingest.snapshot import write_snapshot


def run(
    check: Annotated[
        bool, typer.Option("--check", help="write nothing; exit 2 if the snapshot is stale")
    ] = False,
) -> None:
    """Write the facts of the documents, without wording, into data/snapshot."""
    documents = settings().documents
    if documents is None:
        raise MissingDocument("official documents", "COMITY_DOCUMENTS, ../shared/data, the home")
    target = snapshot_folder()
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) if check else target
        for key, sources in all_lists().items():
            write_snapshot(read_list(sources, documents).history, folder)
            sys.stderr.write(f"{key}: read\n")
        if check:
            differing = list(_differing(folder, target))
            if differing:
                raise StaleSnapshot(differing)
    sys.stderr.write("snapshot is current\n")


def _differing(fresh: Path, kept: Path) -> list[str]:
    names = {p.relative_to(f).as_posix() for f in (fresh, kept) for p in f.rglob("*.jsonl")}
    _, mismatch, errors = filecmp.cmpfiles(fresh, kept, sorted(names), shallow=False)
    return mismatch + errors
