"""Clients over two invented lists of which the second repeats the first, word for word."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.library import Holding
from graph.model.document import ListDocument
from graph.store.oxigraph import OxigraphStore
from graph.store.search import SearchIndex, write_index
from ingest.emit.control_list import emit_facts
from ingest.emit.wording import emit_wording
from ingest.index import positions_of

Serve = Callable[[OxigraphStore], TestClient]


@pytest.fixture
def serve(tmp_path: Path) -> Serve:
    """Serve a store as a release of its own."""

    def over(store: OxigraphStore) -> TestClient:
        write_index(tmp_path / "search.sqlite", positions_of(store))
        index = SearchIndex(tmp_path / "search.sqlite")
        holding = Holding("0123456789ab", "2026-11-23T00:00:00+00:00", (), store, index)
        return TestClient(create_app(lambda: holding))

    return over


@pytest.fixture(scope="session")
def twin(invented: ListDocument) -> ListDocument:
    """The invented list once more under another key, with a spelling that may mean two of its paragraphs."""
    model = next(p for p in invented.paragraphs if p.notation == "3A001.a.2")
    more = (
        replace(model, notation="3A001.a.12", official="3A001.a.12", index=12),
        replace(model, notation="3A001.a.1.2", official="2.", parent="3A001.a.1", depth=3),
    )
    version = replace(
        invented.version, key="yy-annex", name="Yy annex", jurisdiction="yy", citation="Yy Act",
        sha256="1" * 64,
    )  # fmt: skip
    return replace(invented, version=version, paragraphs=invented.paragraphs + more, references=())


@pytest.fixture
def client(store: OxigraphStore, serve: Serve) -> TestClient:
    """A client of the invented list."""
    return serve(store)


@pytest.fixture
def pair(store: OxigraphStore, twin: ListDocument, serve: Serve) -> TestClient:
    """A client of both lists."""
    store.load(emit_facts(twin, graph="urn:yy:facts"))
    store.load(emit_wording(twin, graph="urn:yy:wording"))
    return serve(store)


@pytest.fixture
def wordless(invented: ListDocument, serve: Serve) -> TestClient:
    """A client of a release that was built without documents."""
    store = OxigraphStore.in_memory()
    store.load(emit_facts(invented, graph="urn:zz:facts"))
    return serve(store)
