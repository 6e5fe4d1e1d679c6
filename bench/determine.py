"""How fast determinations are, measured here and now: `python -P -m bench.determine`. No test asserts a time."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, datetime
from random import Random
from statistics import quantiles

from api.cli.options import store
from graph.answers.asof import AsOf
from graph.answers.determine.frame import determine, jurisdictions, side_by_side
from graph.answers.determine.grid import Cell, grid, reasoned
from graph.model.determination import Case
from graph.store import GraphStore

SAMPLE = 2_000
ABREAST = ("3A001.b.2", "5A002.a", "1C350", "6A003.b.4", "9A012")


def main() -> None:
    """Print one line a figure, with its bar."""
    held, today = store(), datetime.now(UTC).date()
    as_of = AsOf(today, today)
    began = time.perf_counter()
    cells = tuple(grid(held, as_of))
    _line(f"US grid, {len(cells)} cells, cold tables (s)", time.perf_counter() - began, 2.5)
    began = time.perf_counter()
    tuple(grid(held, as_of))
    _line("US grid again (s)", time.perf_counter() - began, 2.5)
    began = time.perf_counter()
    answered = sum(len(destinations) for _, destinations in reasoned(held, as_of))
    _line(f"the same with reasoning and citations, {answered} cells (s)", time.perf_counter() - began, 30)  # fmt: skip
    _line("one determination, p95 (ms)", _p95(_singles(held, cells, as_of)), 2)
    _line("all jurisdictions side by side, p95 (ms)", _p95(_abreast(held, as_of)), 20)


def _singles(held: GraphStore, cells: tuple[Cell, ...], as_of: AsOf) -> Iterator[float]:
    for cell in Random(1).sample(cells, SAMPLE):  # noqa: S311  a sample, not a secret
        case = _case("us", f"us-ccl:{cell.entry}", cell.destination, as_of)
        began = time.perf_counter()
        determine(held, case)
        yield time.perf_counter() - began


def _abreast(held: GraphStore, as_of: AsOf) -> Iterator[float]:
    keys = jurisdictions(held)
    items = {"us": "us-ccl:", "gb": "uk-dual-use:"}
    for destination in ("JP", "CN", "IN", "IL", "RU", "BR", "ZA", "KR"):
        for item in ABREAST:
            cases = [
                _case(key, f"{items.get(key, 'eu-annex-i:')}{item}", destination, as_of)
                for key in keys
                if key in ("us", "eu", "de")
            ]
            cases += [_case("jp", "jp-goods:6(1)", destination, as_of), _case("ca", "1-3.A.1", destination, as_of)]  # fmt: skip
            cases += [_case("gb", "uk-ml:ML1a", destination, as_of), _case("ch", "", destination, as_of)]  # fmt: skip
            began = time.perf_counter()
            side_by_side(held, cases)
            yield time.perf_counter() - began


def _case(jurisdiction: str, item: str, destination: str, as_of: AsOf) -> Case:
    return Case(
        jurisdiction=jurisdiction,
        item=item,
        destination=destination,
        valid=as_of.valid,
        known=as_of.known,
    )


def _p95(times: Iterator[float]) -> float:
    return 1000 * quantiles(times, n=20)[-1]


def _line(name: str, found: float, bar: float) -> None:
    print(f"{name:<62}{found:>9.2f}   bar {bar:>5}   {found / bar:>5.2f} of the bar")


if __name__ == "__main__":
    main()
