"""Parse the Ausfuhrliste from the XML of gesetze-im-internet.de."""

from __future__ import annotations

from graph.model.document import ListDocument
from ingest.source import Source
from ingest.sources.de_awv.assembled import read_list
from ingest.sources.gii import read_annex
from ingest.text.canonical import Canonical

_NAME = "Ausfuhrliste"
_ANNEX = "Anlage 1"


def parse(document: bytes, source: Source) -> ListDocument:
    """Return everything that Section A or B of one state of the Ausfuhrliste says, as records.

    Args:
        document: The XML of the whole Außenwirtschaftsverordnung.
        source: What ``source-*.yml`` says of it; its key names the section.

    Raises:
        UnreadableDocument: not the XML we know, or a part that fits nowhere.
        UnreadFields: an attribute that we do not know.
        UnknownValue: an element, a title, or a list, that no table covers.
        DuplicateNotation: two numbers, paragraphs, notes or terms of one name.
    """
    return read_list(read_annex(document, source.document, _ANNEX), source)


def canonical(document: bytes) -> Canonical:
    """Return the canonical text that the passages of ``parse`` are cut from."""
    return read_annex(document, _NAME, _ANNEX).canonical
