"""`comity build`: documents, or the snapshot, to a release."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from api.cli.options import settings
from api.cli.watch import watch
from ingest.build import build
from ingest.pairs import ALL, NONE


def run(
    from_snapshot: Annotated[
        bool, typer.Option("--from-snapshot", help="do as if no documents were at hand")
    ] = False,
    without_pairs: Annotated[
        bool,
        typer.Option("--without-pairs", help="mappings and gaps of lists are derived when asked"),
    ] = False,
) -> None:
    """Read the documents, or the snapshot where there are none, and make a release."""
    told = settings()
    documents = None if from_snapshot else told.documents
    with watch() as progress:
        release = build(told.home, documents, progress, NONE if without_pairs else ALL)
    for key, counts in sorted(release.reports.items()):
        sys.stderr.write(f"{key}\n")
        for name, number in counts.items():
            sys.stderr.write(f"  {name:<58}{number:>10,}\n")
        characters = sum(n for name, n in counts.items() if name.startswith("characters-"))
        if characters:
            sys.stderr.write(
                f"  {'every character in one typed leaf or class left out':<58}{characters:>10,} = 100 %\n"
            )
    sys.stdout.write(f"{release.key}\n")
