"""Parse a part of the Code of Federal Regulations as an act."""

from __future__ import annotations

from graph.errors import UnreadableDocument
from graph.model.document import ListDocument
from ingest.law.assemble import Beside, law_document
from ingest.source import Source
from ingest.sources.ecfr import read_page
from ingest.sources.us_ecfr_law.citations import read_citations
from ingest.sources.us_ecfr_law.reading import RESERVED, PartReader
from ingest.text.canonical import Canonical

_LOOSE = (b"<DIV8", b"<EFFDNOT")
"""What a document begins with that has no root."""


def parse(document: bytes, source: Source) -> ListDocument:
    """Return everything that one state of a part says, as records.

    Args:
        document: The XML of the part, as the eCFR gives it, or sections of it side by side.
        source: What ``source.yml`` says of it; its key is ``us/cfr/TITLE/PART``.

    Shape:   provisions in document order; passages, cells and omissions tile the canonical text.

    Raises:
        UnreadableDocument: not the XML we know, or words outside every section.
        UnknownValue: an element or typeface that no table covers.
        DuplicateNotation: two provisions have one path.
    """
    page = read_page(_whole(document), source.document)
    reader = PartReader(page)
    reader.read()
    if not reader.drafts:
        raise UnreadableDocument(source.document, "document", "holds no section")
    units = [draft.unit(RESERVED) for draft in reader.drafts.values()]
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
    return read_page(_whole(document), "ecfr").canonical


def _whole(document: bytes) -> bytes:
    """Return a document with a root: sections, or notes, that stand side by side are put into a part.

    >>> _whole(b"<DIV8/><DIV8/>")
    b'<DIV5><DIV8/><DIV8/></DIV5>'
    """
    return b"<DIV5>%b</DIV5>" % document if document.startswith(_LOOSE) else document
