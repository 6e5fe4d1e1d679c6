"""A release with our own tables as they are in this checkout: to measure them before the next build."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from typing import Any

from graph.model.quad import Quad
from graph.store import GraphStore, Question, Row
from graph.store.oxigraph import OxigraphStore
from ingest.curated.tables import emit_tables

_TABLES = frozenset({Question.FACTS, Question.EVIDENCE_OF_FACTS})


class Overlay:
    """Answers about tables from this checkout, all else from a release."""

    def __init__(self, release: GraphStore) -> None:
        self._release = release
        self._tables = OxigraphStore.in_memory()
        self._tables.load(emit_tables("urn:tables"))
        self._kept: dict[Hashable, Any] = {}

    def find(self, question: Question, **given: str) -> tuple[Row, ...]:
        """Return the distinct rows that answer one catalogue question, sorted."""
        return (self._tables if question in _TABLES else self._release).find(question, **given)

    def kept(self, key: Hashable, make: Callable[[], Any]) -> Any:
        """Return what ``make`` derives from rows, made once."""
        if key not in self._kept:
            self._kept[key] = make()
        return self._kept[key]

    def quads(self) -> Iterator[Quad]:
        """Yield every statement of the release."""
        return self._release.quads()
