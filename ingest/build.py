"""From documents, or from the snapshot, to a release: read, emit, check, load, swap."""

from __future__ import annotations

import fcntl
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from graph.errors import SourceError
from graph.ids import META, graph_iri, release_iri
from graph.model.quad import Quad
from graph.release import Release, Shelf, digest_of_lines, key_of_graphs
from graph.store.oxigraph import OxigraphStore
from graph.store.search import write_index
from ingest.checks.shapes import check_shapes
from ingest.curated.jurisdictions import emit_jurisdictions
from ingest.curated.list_updates import emit_list_updates
from ingest.documents import read_document
from ingest.emit.control_list import emit_facts
from ingest.emit.meta import Made, emit_meta, made_from
from ingest.emit.wording import emit_wording
from ingest.index import positions_of
from ingest.read import all_sources, read
from ingest.report import Progress
from ingest.source import Source
from ingest.steps import SHARED, Step, StepCache, code_digest

CURATED: dict[str, Callable[[str], Iterator[Quad]]] = {
    "jurisdictions": emit_jurisdictions,
    "list-updates": emit_list_updates,
}


KINDS = {"source": "SourceGraph", "wording": "WordingGraph", "curated": "CuratedGraph"}


def build(home: Path, documents: Path | None, progress: Progress) -> Release:
    """Build a release and serve it from now on; what did not change is not done again.

    Raises:
        SourceError: a document is not what was reviewed; every other source was still read and its result kept.
        DataError: our own data is wrong.
    """
    home.mkdir(parents=True, exist_ok=True)
    with _alone(home):
        shelf = Shelf(home)
        shelf.graphs.mkdir(exist_ok=True)
        sources = all_sources()
        steps = dict(_read_all(sources, documents, shelf, progress))
        curated = [_curated(name, emit, shelf) for name, emit in CURATED.items()]
        made = [graph for step in steps.values() for graph in step.made] + curated
        reports = {key: step.counts for key, step in steps.items()}
        return _publish(shelf, made, reports, progress)


@contextmanager
def _alone(home: Path) -> Iterator[None]:
    """Hold the home's lock: two builds at once would share a draft. A killed process gives it back."""
    with (home / "build.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _read_all(
    sources: Iterable[tuple[str, Source]], documents: Path | None, shelf: Shelf, progress: Progress
) -> Iterator[tuple[str, Step]]:
    sources = tuple(sources)
    failed: list[SourceError] = []
    for number, (name, source) in enumerate(sources):
        progress.step(f"read {source.key}", number, len(sources) + 3)
        try:
            yield source.key, _read_one(name, source, documents, shelf)
        except SourceError as exc:
            progress.say(f"{source.key}: stopped: {exc}")
            failed.append(exc)
    if failed:
        raise failed[0]


def _read_one(name: str, source: Source, documents: Path | None, shelf: Shelf) -> Step:
    cache = StepCache(shelf, source.key)
    key = _step_key(name, source, documents)
    kept = cache.find(key)
    if kept is not None:
        return kept
    reading = read(name, source, documents)
    document = reading.document
    texts = {"source": emit_facts(document, graph=META)}
    if reading.has_wording:
        texts["wording"] = emit_wording(document, graph=META)
    made = []
    for kind, quads in texts.items():
        iri, file = write_graph(kind, source.key, quads, shelf)
        made.append(made_from(iri, KINDS[kind], file, document.version))
    step = Step(tuple(made), reading.counts)
    cache.keep(key, step)
    cache.keep_issues(document.issues)
    return step


def _step_key(name: str, source: Source, documents: Path | None) -> str:
    code = code_digest(f"ingest/sources/{name}", "ingest/sources/ecfr.py", *SHARED)
    if documents is not None:
        words = sha256(read_document(source, documents)).hexdigest()
    else:
        words = "snapshot " + code_digest(f"data/snapshot/{source.key}")
    return sha256(f"{code} {words}".encode()).hexdigest()


def _curated(name: str, emit: Callable[[str], Iterator[Quad]], shelf: Shelf) -> Made:
    iri, file = write_graph("curated", name, emit(META), shelf)
    return Made(iri, KINDS["curated"], file)


def write_graph(kind: str, name: str, quads: Iterable[Quad], shelf: Shelf) -> tuple[str, str]:
    """Write one graph as sorted N-Triples under the hash of its content; return its IRI and its file."""
    lines = sorted({quad.triple for quad in quads})
    digest = digest_of_lines(lines)
    file = f"{kind}-{name}-{digest}.nt"
    fresh = shelf.graphs / f"{file}.new"
    fresh.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    fresh.replace(shelf.graphs / file)
    return graph_iri(kind, name, digest), file


def _publish(
    shelf: Shelf, made: list[Made], reports: dict[str, dict[str, int]], progress: Progress
) -> Release:
    graphs = {graph.iri: graph.file for graph in made}
    key = key_of_graphs(graphs)
    total = len(reports) + 3
    _, graphs[META] = write_graph("meta", key, emit_meta(release_iri(key), made), shelf)
    progress.step("check shapes", total - 3, total)
    check_graphs(shelf, graphs, key)
    if not shelf.holds(key):
        progress.step("load the store", total - 2, total)
        _load(shelf, graphs, key, reports)
    progress.step("swap", total - 1, total)
    shelf.point(key)
    return shelf.find(key)


def check_graphs(shelf: Shelf, graphs: dict[str, str], key: str, *, again: bool = False) -> None:
    """Validate every graph without wording against the shapes, once for each release and set of shapes.

    Raises:
        ShapeViolation: with the number of violations and the first of them.
    """
    marker = shelf.home / "cache" / "shapes-passed"
    passed = f"{key} {code_digest('ontologies/shapes')}"
    if not again and marker.is_file() and marker.read_text(encoding="utf-8") == passed:
        return
    files = [shelf.graphs / file for file in graphs.values() if not file.startswith("wording-")]
    check_shapes("".join(file.read_text(encoding="utf-8") for file in files), name=f"release {key}")
    marker.parent.mkdir(exist_ok=True)
    marker.write_text(passed, encoding="utf-8")


def _load(
    shelf: Shelf, graphs: dict[str, str], key: str, reports: dict[str, dict[str, int]]
) -> None:
    draft = shelf.draft()
    built_at = datetime.now(UTC).isoformat(timespec="seconds")
    release = Release(key, graphs, built_at, reports, draft)
    store = OxigraphStore.at(release.store)
    store.load_files({iri: shelf.graphs / file for iri, file in graphs.items()})
    write_index(release.search, positions_of(store))
    del store  # closes the files before they are moved
    release.write()
    shelf.publish(draft, key)
