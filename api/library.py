"""The release that is served: opened once, opened again when another one becomes current."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from graph.release import Shelf
from graph.store import GraphStore
from graph.store.oxigraph import OxigraphStore
from graph.store.search import SearchIndex


@dataclass(frozen=True, slots=True)
class Holding:
    """One release, open for questions."""

    release: str
    """Key of the release."""

    built_at: str
    graphs: tuple[str, ...]
    store: GraphStore
    index: SearchIndex


Held = Callable[[], Holding]
"""Whoever gives the release to ask: a `Library`, or a test."""


class Library:
    """Open the current release of a home, and the next one as soon as it is there."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._holding: Holding | None = None
        self._seen = 0

    def __call__(self) -> Holding:
        """Return the release to ask.

        Raises:
            NotBuilt: nothing was built in this home.
        """
        pointer = self._shelf.pointer
        stamp = pointer.stat().st_mtime_ns if pointer.exists() else 0
        if self._holding is None or stamp != self._seen:
            release = self._shelf.current()
            self._holding = Holding(
                release.key,
                release.built_at,
                tuple(sorted(release.graphs)),
                OxigraphStore.read_only(release.store),
                SearchIndex(release.search),
            )
            self._seen = stamp
        return self._holding
