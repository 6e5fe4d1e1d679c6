"""Documents: bytes pinned by their digest."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from graph.errors import ChangedDocument, MissingDocument
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


def check_digest(source: Source, document: bytes) -> None:
    """Refuse bytes that are not those that the parser was reviewed for.

    Raises:
        ChangedDocument: the sha256 is not the one that ``source.yml`` pins.
    """
    found = sha256(document).hexdigest()
    if found != source.sha256:
        raise ChangedDocument(source.document, source.sha256, found)
