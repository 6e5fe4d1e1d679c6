"""Parse one Canadian act or regulation."""

from __future__ import annotations

from graph.errors import UnreadableDocument
from graph.model.document import ListDocument
from ingest.law.assemble import Beside, law_document
from ingest.source import Source
from ingest.sources.ca_lims_law.citations import read_citations
from ingest.sources.ca_lims_law.elements import read_page
from ingest.sources.ca_lims_law.reading import REPEALED, Reader
from ingest.text.canonical import Canonical


def parse(document: bytes, source: Source) -> ListDocument:
    """Return everything that one state of an act says, as records.

    Args:
        document: The XML of the act.
        source: What ``source.yml`` says of it; its key is ``ca/rsc/E-19`` or ``ca/sor/2015-200``.

    Shape:   provisions in document order; passages, cells and omissions tile the canonical text. A schedule that is
        a control list is one provision, and its words are read as a list by another parser.

    Raises:
        UnreadableDocument: not the XML we know.
        UnknownValue: an element that no table covers.
        DuplicateNotation: two provisions have one path.
    """
    page = read_page(document, source.document)
    reader = Reader(page, source.key)
    reader.read()
    if not reader.drafts:
        raise UnreadableDocument(source.document, "document", "holds no section")
    units = [draft.unit(REPEALED) for draft in reader.drafts.values()]
    beside = Beside(
        citations=read_citations(units, source.key),
        definitions=reader.definitions,
        tables=reader.tables,
        issues=reader.issues,
        omissions=reader.omissions,
    )
    return law_document(source, page.canonical, units, beside)


def canonical(document: bytes) -> Canonical:
    """Return the canonical text that the passages of ``parse`` are cut from."""
    return read_page(document, "act").canonical
