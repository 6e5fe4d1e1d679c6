"""From documents, or from the snapshot, to a release: read, emit, check, load, swap."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from graph.errors import MissingDocument, SourceError
from graph.ids import META, release_iri
from graph.model.control_list import ControlListVersion
from graph.model.quad import Quad
from graph.release import Release, Shelf, key_of_graphs
from graph.store.oxigraph import OxigraphStore
from graph.store.search import write_index
from ingest.curated.jurisdictions import emit_jurisdictions
from ingest.curated.list_updates import emit_list_updates
from ingest.curated.named_lists import emit_named_lists
from ingest.curated.tables import emit_tables
from ingest.documents import check_present, read_document
from ingest.emit.control_list import emit_facts
from ingest.emit.meta import Made, emit_meta, made_from
from ingest.emit.translation import emit_translated_wording, emit_translation
from ingest.emit.wording import emit_wording
from ingest.graphs import write_graph
from ingest.index import positions_of
from ingest.pairs import ALL, Pairs
from ingest.read import ListReading, Sited, all_lists, read_list
from ingest.report import Progress
from ingest.steps import SHARED, Step, StepCache, code_digest
from ingest.validate import check_curated, check_derived, check_list
from ingest.worker import end_with

CURATED: dict[str, Callable[[str], Iterator[Quad]]] = {
    "jurisdictions": emit_jurisdictions,
    "list-updates": emit_list_updates,
    "lists": emit_named_lists,
    "tables": emit_tables,
}


KINDS = {"source": "SourceGraph", "wording": "WordingGraph", "curated": "CuratedGraph"}


def build(
    home: Path, documents: Path | None, progress: Progress, pairs: frozenset[str] = ALL
) -> Release:
    """Build a release and serve it from now on; what did not change is not done again.

    Args:
        home: Where releases lie.
        documents: Where official documents lie; ``None``: build from the snapshot.
        progress: Who is told how far it is.
        pairs: Keys of the lists between which mappings and gaps are derived; the others are derived when asked.

    Raises:
        SourceError: a document is not what was reviewed; every other list was still read and its result kept.
        DataError: our own data is wrong.
    """
    home.mkdir(parents=True, exist_ok=True)
    with _alone(home):
        shelf = Shelf(home)
        shelf.graphs.mkdir(exist_ok=True)
        steps = _read_all(documents, shelf, progress)
        curated = [_curated(name, emit, shelf) for name, emit in CURATED.items()]
        made = [graph for step in steps for graph in step.made] + curated
        reports = {name: counts for step in steps for name, counts in step.counts.items()}
        return _publish(shelf, made, reports, progress, Pairs(shelf, made, pairs))


@contextmanager
def _alone(home: Path) -> Iterator[None]:
    """Hold the home's lock: two builds at once would share a draft. A killed process gives it back."""
    with (home / "build.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _read_all(documents: Path | None, shelf: Shelf, progress: Progress) -> list[Step]:
    """Read every list that changed, as many at once as there are processors."""
    lists = all_lists()
    found = {key: _kept(key, sources, documents, shelf) for key, sources in lists.items()}
    todo = sorted((key for key in lists if found[key] is None), key=lambda key: -_size(lists[key]))
    failed: list[SourceError] = []
    outcomes = _outcomes({key: lists[key] for key in todo}, documents, shelf)
    for done, (key, outcome) in enumerate(outcomes, start=1):
        progress.step(f"read {key}", done, len(todo) + 3)
        if isinstance(outcome, SourceError):
            progress.say(f"{key}: stopped: {outcome}")
            failed.append(outcome)
        else:
            found[key] = outcome
    if failed:
        raise failed[0]
    return [step for step in found.values() if step is not None]


def _outcomes(
    lists: Mapping[str, tuple[Sited, ...]], documents: Path | None, shelf: Shelf
) -> Iterator[tuple[str, Step | SourceError]]:
    """Yield what came of each list as soon as it is there; any other error stops everything."""
    if len(lists) < 2:
        for key, sources in lists.items():
            yield key, _attempt(key, sources, documents, shelf)
        return
    with ProcessPoolExecutor(
        max_workers=os.cpu_count() or 1, initializer=end_with, initargs=(os.getpid(),)
    ) as pool:
        running = {
            pool.submit(_attempt, key, sources, documents, shelf): key
            for key, sources in lists.items()
        }
        for future in as_completed(running):
            yield running[future], future.result()


def _attempt(
    key: str, sources: tuple[Sited, ...], documents: Path | None, shelf: Shelf
) -> Step | SourceError:
    try:
        return _read_one(key, sources, documents, shelf)
    except SourceError as exc:
        return exc


def _size(sources: Iterable[Sited]) -> int:
    """Return how much work a list is, roughly: the largest come first, so that none is waited for at the end."""
    return sum(sum(one.source.expect.values()) for one in sources)


def _kept(
    key: str, sources: tuple[Sited, ...], documents: Path | None, shelf: Shelf
) -> Step | None:
    try:
        return StepCache(shelf, key).find(_step_key(key, sources, documents))
    except MissingDocument:
        return None


def _read_one(key: str, sources: tuple[Sited, ...], documents: Path | None, shelf: Shelf) -> Step:
    step_key = _step_key(key, sources, documents)
    reading = read_list(sources, documents)
    made = [
        made_from(iri, KINDS[kind], file, version)
        for kind, version, quads in graphs_of(reading)
        for iri, file in [write_graph(kind, key, quads, shelf)]
    ]
    check_list(key, [shelf.graphs / m.file for m in made if m.file.startswith("source-")])
    step = Step(tuple(made), reading.counts)
    cache = StepCache(shelf, key)
    cache.keep(step_key, step)
    cache.keep_issues(
        (edition.document.version.day, issue)
        for edition in reading.history.editions
        for issue in edition.document.issues
    )
    return step


def graphs_of(reading: ListReading) -> Iterator[tuple[str, ControlListVersion, Iterator[Quad]]]:
    """Yield the graphs of one list: for each document its facts and, where it is at hand, its wording."""
    history = reading.history
    for edition in history.editions:
        fresh, versions = edition.fresh(), edition.versions()
        reprinted = [versions[notation] for notation in edition.reprinted]
        facts = emit_facts(fresh, graph=META, carried=edition.carried(), reprinted=reprinted)
        yield "source", fresh.version, facts
        wording = list(emit_wording(fresh, graph=META)) if reading.has_wording else []
        if wording:  # a state may say nothing new
            yield "wording", fresh.version, iter(wording)
    states = {edition.document.version.day: edition for edition in history.editions}
    for document in history.translations:
        versions = states[document.version.day].versions()
        yield "source", document.version, emit_translation(document, versions, graph=META)
        if reading.has_wording:
            words = emit_translated_wording(document, versions, graph=META)
            yield "wording", document.version, words


def _step_key(key: str, sources: tuple[Sited, ...], documents: Path | None) -> str:
    folders = sorted({f"ingest/sources/{one.folder}" for one in sources})
    code = code_digest(*folders, *SHARED)
    if documents is not None:
        check_present((one.source for one in sources), documents)
        read = (sha256(read_document(one.source, documents)).hexdigest() for one in sources)
        words = " ".join(read)
    else:
        words = "snapshot " + code_digest(f"data/snapshot/{key}")
    return sha256(f"{code} {words}".encode()).hexdigest()


def _curated(name: str, emit: Callable[[str], Iterator[Quad]], shelf: Shelf) -> Made:
    iri, file = write_graph("curated", name, emit(META), shelf)
    return Made(iri, KINDS["curated"], file)


def _publish(
    shelf: Shelf, made: list[Made], reports: dict[str, dict[str, int]], progress: Progress, pairs: Pairs
) -> Release:  # fmt: skip
    total = len(reports) + 3
    derived = pairs.kept()
    draft = None
    if derived is None:
        progress.step("compare lists", total - 3, total)
        draft = _loaded(shelf, {graph.iri: graph.file for graph in made})
        derived = pairs.derived(draft / "store", progress)
    whole = [*made, *derived]
    graphs = {graph.iri: graph.file for graph in whole}
    key = key_of_graphs(graphs)
    _, graphs[META] = write_graph("meta", key, emit_meta(release_iri(key), whole), shelf)
    if not shelf.holds(key):
        progress.step("check our own data", total - 3, total)
        check_curated(shelf, graphs)
        check_derived(shelf, graphs)
        progress.step("load the store", total - 2, total)
        _load(shelf, graphs, key, reports, draft)
    progress.step("swap", total - 1, total)
    shelf.point(key)
    return shelf.find(key)


def _loaded(shelf: Shelf, graphs: Mapping[str, str]) -> Path:
    """Return a draft whose store holds some graphs."""
    draft = shelf.draft()
    store = OxigraphStore.at(draft / "store")
    store.load_files({iri: shelf.graphs / file for iri, file in graphs.items()})
    return draft


def _load(
    shelf: Shelf, graphs: dict[str, str], key: str, reports: dict[str, dict[str, int]], draft: Path | None
) -> None:  # fmt: skip
    """Make a release of graphs; a draft holds all but those that were derived, and the graph about graphs."""
    is_new = {iri for iri in graphs if draft is None or iri == META or "/derived/" in iri}
    folder = draft or shelf.draft()
    built_at = datetime.now(UTC).isoformat(timespec="seconds")
    release = Release(key, graphs, built_at, reports, folder)
    store = OxigraphStore.at(release.store)
    store.load_files({iri: shelf.graphs / graphs[iri] for iri in is_new})
    write_index(release.search, positions_of(store))
    del store  # closes the files before they are moved
    release.write()
    shelf.publish(folder, key)
