"""One list, read and checked: from its documents where they are at hand, else from the snapshot."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from importlib import import_module
from itertools import groupby
from pathlib import Path
from typing import Any

from graph.errors import BadDataFile, MissingDocument, StaleSnapshot
from graph.model.document import ListDocument
from ingest.brief import brief
from ingest.checks.conservation import check_conservation
from ingest.checks.inventory import check_inventory, count
from ingest.curated import shipped
from ingest.documents import check_digest, read_document, unpacked
from ingest.history import History, history_of
from ingest.snapshot import read_snapshot
from ingest.source import SOURCES, Source, read_source
from ingest.understand import understood


@dataclass(frozen=True, slots=True)
class Sited:
    """One source, and the folder of the parser that reads it."""

    folder: str
    source: Source

    @property
    def name(self) -> str:
        """What a report calls it: list, day and, for a translation, its language."""
        version = self.source.version
        language = f" ({version.language})" if self.source.translation else ""
        return f"{version.key}{version.day}{language}"


@dataclass(frozen=True, slots=True)
class Reading:
    """What one source says, with the counts that its checks gave."""

    source: Source
    document: ListDocument
    counts: dict[str, int]
    """Kind of record to number; ``characters-...`` per leaf field and omission class."""


@dataclass(frozen=True, slots=True)
class ListReading:
    """What all sources of one list say."""

    history: History
    counts: dict[str, dict[str, int]]
    """Name of each source to its counts."""

    has_wording: bool


def all_sources() -> tuple[Sited, ...]:
    """Return every source, by list, day and language."""
    found = (Sited(path.parent.name, read_source(path)) for path in SOURCES.glob("*/source*.yml"))
    return tuple(sorted(found, key=lambda one: (one.source.key, one.source.version.of, one.name)))


def all_lists() -> dict[str, tuple[Sited, ...]]:
    """Return the sources of each list, in the order of their days."""
    grouped = groupby(all_sources(), key=lambda one: one.source.key)
    return {key: tuple(sources) for key, sources in grouped}


def snapshot_folder() -> Path:
    """Return the folder of the snapshot that this installation came with."""
    return shipped("data") / "snapshot"


def read_list(sources: Iterable[Sited], documents: Path | None) -> ListReading:
    """Read one list from its documents, or from the snapshot where there is no folder of documents at all.

    Raises:
        SourceError: a document is not what was reviewed, or a check found something lost.
        MissingDocument: the folder of documents lacks one, or there is neither a folder nor a snapshot.
    """
    sources = tuple(sources)
    if documents is None:
        return read_from_snapshot(sources)
    readings = [(one, read_from_document(one, documents)) for one in sources]
    states, translations = (
        [r.document for one, r in readings if one.source.translation is translated]
        for translated in (False, True)
    )
    counts = {one.name: reading.counts for one, reading in readings}
    return ListReading(history_of(states, translations), counts, has_wording=True)


def read_from_document(one: Sited, documents: Path) -> Reading:
    """Parse one document, and check that nothing in it is lost.

    Raises:
        SourceError: the document is not what was reviewed, or a check found something lost. A changed document is
            read all the same, so that the error says what is wrong in it and where, if that can be told.
    """
    raw = read_document(one.source, documents)
    reading = _parsed(one, unpacked(one.source, raw))
    check_digest(one.source, raw)
    return reading


def _parsed(one: Sited, raw: bytes) -> Reading:
    source = one.source
    parser: Any = import_module(f"ingest.sources.{one.folder}.parse")
    document = parser.parse(raw, source)
    canonical = parser.canonical(raw).text
    version = replace(document.version, length=len(canonical))
    document = brief(understood(replace(document, version=version)), source)
    characters = check_conservation(document, canonical, raw, source)
    check_inventory(document, source)
    counts = count(document) | {f"characters-{leaf}": n for leaf, n in characters.items()}
    return Reading(source, document, counts)


def read_from_snapshot(sources: Iterable[Sited]) -> ListReading:
    """Read one list's facts without wording.

    Raises:
        MissingDocument: there is no snapshot of it.
        StaleSnapshot: the snapshot is of other documents.
    """
    sources = tuple(sources)
    first = sources[0].source
    try:
        history = read_snapshot(snapshot_folder(), first.key)
    except BadDataFile as exc:
        if exc.where == "folder":
            raise MissingDocument(first.document, "the documents or the snapshot") from exc
        raise
    held = {document.version.sha256: document for document in _documents(history)}
    if held.keys() != {one.source.sha256 for one in sources}:
        raise StaleSnapshot([first.key])
    counts = {}
    for one in sources:
        document = held[one.source.sha256]
        check_inventory(document, one.source, with_omissions=False)
        counts[one.name] = count(document)
    return ListReading(history, counts, has_wording=False)


def _documents(history: History) -> Iterator[ListDocument]:
    yield from (edition.document for edition in history.editions)
    yield from history.translations
