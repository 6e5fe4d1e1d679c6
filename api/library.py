"""The release that is served: opened once, opened again when another one becomes current."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass

from graph.errors import ComityError
from graph.release import Shelf
from graph.store import GraphStore
from graph.store.oxigraph import OxigraphStore
from graph.store.search import SearchIndex

log = logging.getLogger(__name__)


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
        """Return the release to ask; where the next one cannot be opened, the last good one.

        Raises:
            NotBuilt: nothing was built in this home.
        """
        pointer = self._shelf.pointer
        stamp = pointer.stat().st_mtime_ns if pointer.exists() else 0
        if self._holding is None or stamp != self._seen:
            self._holding = self._opened(self._holding)
            self._seen = stamp
        return self._holding

    def _opened(self, last: Holding | None) -> Holding:
        try:
            release = self._shelf.current()
            return Holding(
                release.key,
                release.built_at,
                tuple(sorted(release.graphs)),
                OxigraphStore.read_only(release.store),
                SearchIndex(release.search),
            )
        except (ComityError, OSError) as exc:
            if last is None:
                raise
            log.warning("release %s is still served: %s", last.release, exc)
            return last
