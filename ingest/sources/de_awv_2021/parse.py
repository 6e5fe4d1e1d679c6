"""Parse the Ausfuhrliste of 2021 from the Markdown of bundestag/gesetze."""

from __future__ import annotations

from graph.model.document import ListDocument
from ingest.source import Source
from ingest.sources.de_awv.assembled import read_list
from ingest.sources.de_awv_2021.outline import read_outline
from ingest.text.canonical import Canonical

_NAME = "Ausfuhrliste 2021"


def parse(document: bytes, source: Source) -> ListDocument:
    """Return everything that Section A or B of the edition of 2021 says, as records.

    Args:
        document: The Markdown of the whole Außenwirtschaftsverordnung.
        source: What ``source-*.yml`` says of it; its key names the section.

    Raises:
        UnreadableDocument: not the Markdown we know, or a part that fits nowhere.
        UnknownValue: a title, or a list, that no table covers.
        DuplicateNotation: two numbers, paragraphs, notes or terms of one name.
    """
    return read_list(read_outline(document, source.document), source)


def canonical(document: bytes) -> Canonical:
    """Return the canonical text that the passages of ``parse`` are cut from."""
    return read_outline(document, _NAME).canonical
