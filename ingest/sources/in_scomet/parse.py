"""Parse India's SCOMET list from its PDF."""

from __future__ import annotations

from graph.model.document import ListDocument
from ingest.outline.assembled import Findings, assembled, named, said_elsewhere
from ingest.outline.gathered import Gathered
from ingest.outline.stated import find_oddities, find_stated
from ingest.source import Source
from ingest.sources.in_scomet.rows import Reader
from ingest.sources.in_scomet.slips import read_slips
from ingest.sources.pdf import read_pdf
from ingest.text.canonical import Canonical
from ingest.text.codes import Form

_NAME = "in-scomet"
_OTHERS = {Form.WASSENAAR: "wa-du", Form.MUNITIONS: "wa-ml"}


def parse(document: bytes, source: Source) -> ListDocument:
    """Return everything that one state of the list says, as records.

    Args:
        document: The PDF.
        source: What ``source.yml`` says of it.

    Shape:   categories with their groups and entries; notes in document order; passages and omissions tile the
        canonical text. A group without entries is an entry itself: ``5B``.

    Raises:
        UnreadableDocument: not a PDF, or words that stand nowhere.
        DuplicateNotation: two entries, paragraphs or headings of one name.
    """
    gathered = Gathered(read_pdf(document, source.document))
    reader = Reader(gathered)
    reader.read()
    names = named(gathered, list(reader.order.drafts(gathered)))
    said = (*names.said(), *said_elsewhere(gathered))
    odd = find_oddities(said, read_slips().oddities, names, source.key)
    relations = tuple(find_stated(names, read_slips().relations))
    findings = Findings(odd.issues, odd.references, relations)
    return assembled(gathered, names, source, findings, others=_OTHERS)


def canonical(document: bytes) -> Canonical:
    """Return the canonical text that the passages of ``parse`` are cut from."""
    return read_pdf(document, _NAME).canonical
