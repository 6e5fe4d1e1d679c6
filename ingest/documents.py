"""Documents: bytes pinned by their digest."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from graph.errors import ChangedDocument, MissingDocument, UnreadableDocument
from ingest.source import Source


def read_document(source: Source, folder: Path) -> bytes:
    """Return the bytes of a source's document, whatever they are.

    Raises:
        MissingDocument: the file is not in the folder of documents.
    """
    path = folder / source.document
    if not path.is_file():
        raise MissingDocument(source.document, str(folder))
    return path.read_bytes()


def check_present(sources: Iterable[Source], folder: Path) -> None:
    """Refuse a folder that lacks documents, and name every one of them.

    Raises:
        MissingDocument: with the paths that are not there.
    """
    lacking = [one.document for one in sources if not (folder / one.document).is_file()]
    if lacking:
        raise MissingDocument(", ".join(lacking), str(folder))


def unpacked(source: Source, document: bytes) -> bytes:
    """Return what a parser reads: the bytes, unpacked where the document is kept compressed.

    Raises:
        UnreadableDocument: the document is named ``.gz`` and is none, or it is cut off.
    """
    if not source.document.endswith(".gz"):
        return document
    try:
        return gzip.decompress(document)
    except (OSError, EOFError, zlib.error) as exc:
        raise UnreadableDocument(source.document, "document", f"not gzip: {exc}") from exc


def check_digest(source: Source, document: bytes) -> None:
    """Refuse bytes that are not those that the parser was reviewed for.

    Raises:
        ChangedDocument: the sha256 is not the one that ``source.yml`` pins.
    """
    found = sha256(document).hexdigest()
    if found != source.sha256:
        raise ChangedDocument(source.document, source.sha256, found)
