"""Everything that must hold of a release, checked again from what lies on disk."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from graph.errors import LostText
from graph.ids import META
from graph.release import Release, Shelf, digest_of_lines
from graph.store.oxigraph import OxigraphStore
from ingest.read import Sited, all_lists, read_from_document, read_from_snapshot
from ingest.validate import check_graphs

Check = tuple[str, Callable[[], str]]


def check_release(shelf: Shelf, release: Release, documents: Path | None) -> Iterator[Check]:
    """Yield the name of each check with what runs it; it returns a few words, or raises what it found.

    Shape:   graphs against their own hashes, the store against the graphs, shapes, and each source read again.
    """
    for iri, file in sorted(release.graphs.items()):
        if iri != META:
            yield f"hash of {iri}", partial(_check_hash, shelf.graphs / file, iri)
    yield "store holds the graphs", partial(_check_store, shelf, release)
    yield "SHACL shapes", partial(_check_shapes, shelf, release)
    for key, sources in all_lists().items():
        if documents is None:
            yield f"{key} from the snapshot", partial(_check_snapshot, sources)
            continue
        for one in sources:
            yield f"{one.name} from its document", partial(_check_document, one, documents)


def _check_hash(path: Path, iri: str) -> str:
    lines = path.read_text(encoding="utf-8").splitlines()
    if not iri.endswith(f"/{digest_of_lines(lines)}"):
        raise LostText(path.name, iri, "the file is not what the graph is named by")
    return f"{len(lines)} statements"


def _check_store(shelf: Shelf, release: Release) -> str:
    expected = sum(
        (shelf.graphs / file).read_text(encoding="utf-8").count("\n")
        for file in release.graphs.values()
    )
    found = len(OxigraphStore.read_only(release.store))
    if found != expected:
        raise LostText(release.key, "store", f"{found} statements where the graphs have {expected}")
    return f"{found} statements"


def _check_shapes(shelf: Shelf, release: Release) -> str:
    check_graphs(shelf, release.graphs)
    return "0 violations"


def _check_document(one: Sited, documents: Path) -> str:
    counts = read_from_document(one, documents).counts
    characters = sum(n for kind, n in counts.items() if kind.startswith("characters-"))
    return (
        f"inventory as expected; {characters} characters, each in one typed leaf or class left out"
    )


def _check_snapshot(sources: tuple[Sited, ...]) -> str:
    read_from_snapshot(sources)
    return "inventory as expected"
