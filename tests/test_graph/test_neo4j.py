"""A real server: loading beside, swapping, crashing, refusing."""

import os
import random
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.errors import NotBuilt, Unreachable
from graph.model.document import ListDocument
from graph.model.quad import Quad
from graph.release import Release
from graph.store import Question
from graph.store.neo4j import Neo4jStore
from graph.store.oxigraph import OxigraphStore
from graph.store.server import LocalServer
from ingest.emit.control_list import emit_facts

pytestmark = pytest.mark.server


@pytest.fixture
def server(neo4j_uri: str) -> Iterator[Neo4jStore]:
    store = Neo4jStore.at(neo4j_uri)
    try:
        yield store
        store.load([], release="empty")
    finally:
        store.close()


def half(quads: list[Quad]) -> Iterator[Quad]:
    yield from quads
    raise KeyboardInterrupt


def test_a_release_replaces_the_last_one(server: Neo4jStore, invented: ListDocument) -> None:
    quads = list(emit_facts(invented, graph="urn:zz:g"))
    server.load(quads, release="one")
    server.load(quads[: len(quads) // 2], release="two")
    assert server.current() == "two"
    assert sorted(server.quads()) == sorted(set(quads[: len(quads) // 2]))


def test_a_load_that_dies_keeps_the_last_release_and_the_next_clears_up(
    server: Neo4jStore, invented: ListDocument, monkeypatch: pytest.MonkeyPatch
) -> None:
    quads = list(emit_facts(invented, graph="urn:zz:g"))
    server.load(quads, release="good")
    with pytest.raises(KeyboardInterrupt):
        server.load(half(quads), release="bad")
    written = 0

    def stop(done: int) -> None:
        nonlocal written
        written = done
        if done > 30:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        server.load(quads, release="bad", progress=stop)
    assert written > 30
    assert server.current() == "good"
    assert sorted(server.quads()) == sorted(set(quads))
    assert server.find(Question.LIST_STATES)
    server.load(quads, release="bad")
    assert server.current() == "bad"
    assert sorted(server.quads()) == sorted(set(quads))


def test_both_stores_answer_alike_about_an_invented_list(
    server: Neo4jStore, store: OxigraphStore
) -> None:
    server.load(store.quads(), release="invented")
    entry = "https://w3id.org/comity/id/list/zz-list/3A001.a"
    state = "https://w3id.org/comity/id/list/zz-list/@on-2026-06-24"
    asked = {"entry": entry, "state": state}
    for question in (Question.POSITION, Question.CHILDREN, Question.NOTES):
        assert server.find(question, **asked) == store.find(question, **asked) != ()
    asked = {"version": f"{entry}/@on-2026-06-24"}
    assert server.find(Question.TERMS, **asked) == store.find(Question.TERMS, **asked) != ()


def test_a_server_that_is_not_there_or_refuses_is_named(neo4j_uri: str) -> None:
    with pytest.raises(Unreachable, match=r"127\.0\.0\.1:1\b"):
        Neo4jStore.at("bolt://neo4j:x@127.0.0.1:1")
    head, _, place = neo4j_uri.rpartition("@")
    with pytest.raises(Unreachable, match=r"(?i)unauthorized|authentication"):
        Neo4jStore.at(f"{head}x@{place}")
    with pytest.raises(Unreachable):
        Neo4jStore.at("no uri at all")


def test_a_server_with_nothing_loaded_says_so(tmp_path: Path, neo4j_uri: str) -> None:
    store = Neo4jStore.at(neo4j_uri)
    if store.current() is None:
        with pytest.raises(NotBuilt):
            store.find(Question.LIST_STATES)
    store.close()


def test_the_password_is_for_its_owner_only_and_stays(tmp_path: Path) -> None:
    first, again = LocalServer(tmp_path, os.environ).uri, LocalServer(tmp_path, os.environ).uri
    assert first == again
    assert stat.S_IMODE((tmp_path / "neo4j" / "access.json").stat().st_mode) == 0o600
    assert first != LocalServer(tmp_path / "other", os.environ).uri
    assert not LocalServer(tmp_path, os.environ).is_running()
    assert LocalServer(tmp_path, os.environ).stop() is False


def test_a_missing_program_is_named_with_what_installs_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(Unreachable, match="apt-get install openjdk"):
        LocalServer(tmp_path, os.environ).start(lambda _: None)


def test_a_stale_process_number_is_recognised(tmp_path: Path) -> None:
    server = LocalServer(tmp_path, os.environ)
    assert server.uri
    (tmp_path / "neo4j" / "server.pid").write_text(str(os.getpid()), encoding="utf-8")
    assert not server.is_running()
    assert server.stop() is False


@pytest.mark.slow
@pytest.mark.real
def test_a_killed_load_leaves_the_last_release_and_the_next_completes(
    server: Neo4jStore, store: OxigraphStore, release: Release, neo4j_uri: str
) -> None:
    server.load(store.quads(), release="good")  # a small one: what counts is that it stays
    kept = sorted(server.quads())
    chance = random.Random(20261123)  # noqa: S311  moments of a test
    command = [
        sys.executable,
        "-P",
        "-c",
        "from api.cli import main; main()",
        "load",
        "--to",
        neo4j_uri,
    ]
    env = os.environ | {"COMITY_HOME": str(release.folder.parent.parent)}
    for _ in range(2):
        with subprocess.Popen(command, env=env, stdout=subprocess.PIPE) as running:  # noqa: S603  our own command
            time.sleep(chance.uniform(1, 9))
            running.send_signal(signal.SIGKILL)
        assert server.current() in {"good", release.key}
        assert server.find(Question.LIST_STATES)
        if server.current() == "good":
            assert sorted(server.quads()) == kept
    subprocess.run(command, env=env, check=True, capture_output=True)  # noqa: S603  as above
    assert server.current() == release.key
    assert sum(1 for _ in server.quads()) == len(OxigraphStore.read_only(release.store))
