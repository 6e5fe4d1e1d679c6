"""Progress of long work on a terminal; silence elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from ingest.report import Progress, Silent


@contextmanager
def watch() -> Iterator[Progress]:
    """Give whoever works something to tell its steps to; a bar on stderr where that is a terminal."""
    if not sys.stderr.isatty():
        yield _Lines()
        return
    # rich is slow to import and needed on a terminal only
    from rich.console import Console
    from rich.progress import BarColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bars

    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    with Bars(*columns, console=console, transient=True) as bars:
        yield _Bar(bars)


class _Lines(Silent):
    """Say only what must be said."""

    def say(self, line: str) -> None:
        """Write a line of the report."""
        sys.stderr.write(f"{line}\n")


class _Bar(_Lines):
    """Move one bar from step to step."""

    def __init__(self, bars: object) -> None:
        from rich.progress import Progress as Bars

        assert isinstance(bars, Bars)  # noqa: S101  the import is late, the type with it
        self._bars = bars
        self._task = bars.add_task("", total=None)

    def step(self, name: str, done: int, total: int) -> None:
        """Show the step and how many are done."""
        self._bars.update(self._task, description=name, completed=done, total=total)

    def say(self, line: str) -> None:
        """Write a line above the bar."""
        self._bars.console.print(line)
