"""`comity check`: the current release, validated again."""

from __future__ import annotations

import sys

import typer

from api.cli.options import ReleaseKey, settings
from graph.errors import ComityError
from graph.release import Shelf
from ingest.check import check_release


def run(release: ReleaseKey = "") -> None:
    """Validate a release again: one line a check, and a closing line with counts."""
    told = settings()
    shelf = Shelf(told.home)
    found = shelf.find(release) if release else shelf.current()
    passed = failed = 0
    for name, check in check_release(shelf, found, told.documents):
        try:
            said = check()
        except ComityError as exc:
            failed += 1
            sys.stdout.write(f"FAIL {name}: {exc}\n")
        else:
            passed += 1
            sys.stdout.write(f"ok   {name}: {said}\n")
    sys.stdout.write(f"{passed} passed, {failed} failed\n")
    if failed:
        raise typer.Exit(1)
