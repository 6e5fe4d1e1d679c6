"""Parse one German act or ordinance."""

from __future__ import annotations

from graph.errors import UnreadableDocument
from graph.model.document import ListDocument
from ingest.law.assemble import Beside, law_document
from ingest.source import Source
from ingest.sources.de_gii_law.citations import read_citations
from ingest.sources.de_gii_law.reading import Reader
from ingest.text.canonical import Canonical


def parse(document: bytes, source: Source) -> ListDocument:
    """Return everything that one state of an act says, as records.

    Args:
        document: The XML of the act.
        source: What ``source.yml`` says of it; its key is ``de/awv``, ``de/awg`` or ``de/krwaffkontrg``.

    Shape:   provisions in document order; passages, cells and omissions tile the canonical text. An annex that is a
        control list is one provision, and its words are read as a list by another parser.

    Raises:
        UnreadableDocument: not the XML we know.
        UnknownValue: an element that no table covers.
        DuplicateNotation: two provisions have one path.
    """
    reader = Reader(source.document)
    text = reader.read(document)
    if not reader.drafts:
        raise UnreadableDocument(source.document, "document", "holds no section")
    units = [draft.unit(text) for draft in reader.drafts.values()]
    beside = Beside(
        citations=read_citations(units, source.key),
        definitions=reader.definitions,
        tables=reader.tables(text),
        issues=reader.issues,
        omissions=reader.omissions(text),
    )
    return law_document(source, text, units, beside)


def canonical(document: bytes) -> Canonical:
    """Return the canonical text that the passages of ``parse`` are cut from."""
    return Reader("act").read(document)
