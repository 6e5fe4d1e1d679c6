"""Times of the first light issue, measured here and now: `make bench`. No test asserts a time.

Prints one line a figure: median, the bar, and their ratio. Needs the documents; without them only the snapshot is built.
"""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Callable
from datetime import date
from functools import partial
from itertools import cycle, islice
from pathlib import Path
from statistics import median, quantiles

from fastapi.testclient import TestClient

from api.app import create_app
from api.cli.options import settings
from api.library import Library
from graph.answers.asof import AsOf
from graph.answers.entries import entry
from graph.answers.lists import tree
from graph.release import Shelf
from graph.store.oxigraph import OxigraphStore
from ingest.build import build
from ingest.pairs import NONE
from ingest.report import Silent

TODAY = AsOf(date(2026, 11, 23), date(2026, 11, 23))
ANSWERS, PAGES = 1500, 150


def main() -> None:
    """Measure, print, and leave nothing behind."""
    documents = settings().documents
    with tempfile.TemporaryDirectory() as scratch:
        home = Path(scratch)
        if documents is not None:
            cold = [_timed(partial(_cold, home, documents)) for _ in range(3)]
            _line("cold build of all lists and acts, with documents (s)", median(cold), 120)
            warm = [_timed(partial(build, home, documents, Silent(), NONE)) for _ in range(5)]
            _line("unchanged rebuild (s)", median(warm), 3)
        bare = home / "bare"
        snapshot = [_timed(partial(_cold, bare, None)) for _ in range(3)]
        _line("cold build of all lists and acts from the snapshot (s)", median(snapshot), 60)
        _pages(home if documents is not None else bare)


def _cold(home: Path, documents: Path | None) -> None:
    shutil.rmtree(home, ignore_errors=True)
    build(home, documents, Silent(), NONE)


def _pages(home: Path) -> None:
    shelf = Shelf(home)
    store = OxigraphStore.read_only(shelf.current().store)
    for key in ("us-ccl", "eu-annex-i"):
        _, positions = tree(store, key, TODAY)
        spread = positions[:: max(1, len(positions) // ANSWERS)]
        chosen = list(islice(cycle(positions[:: max(1, len(positions) // PAGES)]), PAGES))
        for visit in ("first visit", "again"):
            answers = [_timed(partial(entry, store, key, p.item.notation, TODAY)) for p in spread]
            _line(f"{key}: entry from the store, {visit}, p95 (ms)", 1000 * _p95(answers), 10)
        client = TestClient(create_app(Library(shelf)))
        links = [f"/entries/{key}/{p.item.notation}" for p in chosen]
        for visit in ("first visit", "again"):
            pages = [_timed(partial(client.get, link)) for link in links]
            _line(f"{key}: page with test client, {visit}, p95 (ms)", 1000 * _p95(pages), 10)


def _p95(times: list[float]) -> float:
    return quantiles(times, n=20)[-1]


def _timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _line(name: str, found: float, bar: float) -> None:
    print(f"{name:<62}{found:>9.2f}   bar {bar:>5}   {found / bar:>5.2f} of the bar")


if __name__ == "__main__":
    main()
