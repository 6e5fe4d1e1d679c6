"""One source, read and checked: from its document where it is at hand, else from the snapshot."""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path
from typing import Any

from graph.errors import BadDataFile, MissingDocument, StaleSnapshot
from graph.model.document import ListDocument
from ingest.checks.conservation import check_conservation
from ingest.checks.inventory import check_inventory, count
from ingest.curated import shipped
from ingest.documents import check_digest, read_document, unpacked
from ingest.snapshot import read_snapshot
from ingest.source import SOURCES, Source, read_source

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Reading:
    """What one source says, with the counts that its checks gave."""

    source: Source
    document: ListDocument
    has_wording: bool
    counts: dict[str, int]
    """Kind of record to number; ``characters-...`` per leaf field and omission class."""


def all_sources() -> tuple[tuple[str, Source], ...]:
    """Return each source with the name of its folder, in the order of keys."""
    found = [(path.parent.name, read_source(path)) for path in SOURCES.glob("*/source*.yml")]
    return tuple(sorted(found, key=lambda pair: (pair[1].key, pair[1].version.day)))


def snapshot_folder() -> Path:
    """Return the folder of the snapshot that this installation came with."""
    return shipped("data") / "snapshot"


def read(name: str, source: Source, documents: Path | None) -> Reading:
    """Read one source from its document, or from the snapshot where there is no folder of documents at all.

    Raises:
        SourceError: the document is not what was reviewed, or a check found something lost.
        MissingDocument: the folder of documents has not this one, or there is neither a folder nor a snapshot.
    """
    if documents is None:
        return read_from_snapshot(source)
    return read_from_document(name, source, documents)


def read_from_document(name: str, source: Source, documents: Path) -> Reading:
    """Parse one document, and check that nothing in it is lost.

    Raises:
        SourceError: the document is not what was reviewed, or a check found something lost. A changed document is
            read all the same, so that the error says what is wrong in it and where, if that can be told.
    """
    raw = read_document(source, documents)
    reading = _parsed(name, source, unpacked(source, raw))
    check_digest(source, raw)
    return reading


def _parsed(name: str, source: Source, raw: bytes) -> Reading:
    parser: Any = import_module(f"ingest.sources.{name}.parse")
    document = parser.parse(raw, source)
    canonical = parser.canonical(raw).text
    document = replace(document, version=replace(document.version, length=len(canonical)))
    characters = check_conservation(document, canonical, raw, source)
    check_inventory(document, source)
    counts = count(document) | {f"characters-{leaf}": n for leaf, n in characters.items()}
    return Reading(source, document, has_wording=True, counts=counts)


def read_from_snapshot(source: Source) -> Reading:
    """Read one source's facts without wording.

    Raises:
        MissingDocument: there is no snapshot of it.
        StaleSnapshot: the snapshot is of another document.
    """
    try:
        document = read_snapshot(snapshot_folder(), source.key)
    except BadDataFile as exc:
        if exc.where == "folder":
            raise MissingDocument(source.document, "the documents or the snapshot") from exc
        raise
    if document.version.sha256 != source.sha256:
        raise StaleSnapshot([source.key])
    check_inventory(document, source, with_omissions=False)
    return Reading(source, document, has_wording=False, counts=count(document))
