"""How long all pairs of lists take, and how fast a pair answers: `python -P -m bench.pairs`. Needs the documents; takes some minutes.

Builds in a home of its own: first without pairs, then with them, so that their time stands alone.
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from api.cli.options import settings
from graph.answers.asof import AsOf, state_of
from graph.answers.crosswalk import mappings
from graph.answers.gaps.lists import list_gaps
from graph.store.oxigraph import OxigraphStore
from ingest.build import build
from ingest.pairs import ALL, NONE
from ingest.report import Silent

PAIRS = (("us-ccl", "eu-annex-i"), ("eu-annex-i", "nz-sgl"), ("us-ccl", "jp-goods"))


def main() -> None:
    """Print one line a figure, with its bar."""
    documents = settings().documents
    with tempfile.TemporaryDirectory() as scratch:
        home = Path(scratch)
        build(home, documents, Silent(), NONE)
        began = time.perf_counter()
        release = build(home, documents, Silent(), ALL)
        _line("all pairs: crosswalk and gaps, cold (s)", time.perf_counter() - began, 120)
        most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1e6
        _line("memory of the largest process (GB)", most, 4)
        began = time.perf_counter()
        build(home, documents, Silent(), ALL)
        _line("again, nothing changed (s)", time.perf_counter() - began, 5)
        today = datetime.now(UTC).date()
        as_of = AsOf(today, today)
        for pair in PAIRS:
            held = OxigraphStore.read_only(release.store)
            states = [state_of(held, key, as_of) for key in pair]
            began = time.perf_counter()
            rows = mappings(held, states[0], states[1])
            _line(f"{' -> '.join(pair)}: {len(rows)} rows, first (ms)", 1000 * (time.perf_counter() - began), 200)  # fmt: skip
            began = time.perf_counter()
            gaps = list_gaps(held, *pair, as_of)
            _line(f"{' -> '.join(pair)}: {len(gaps)} gaps, first (ms)", 1000 * (time.perf_counter() - began), 20)  # fmt: skip


def _line(name: str, found: float, bar: float) -> None:
    sys.stdout.write(f"{name:<62}{found:>9.2f}   bar {bar:>5}   {found / bar:>5.2f} of the bar\n")


if __name__ == "__main__":
    main()
