"""Parse the Common Military List of the European Union from the PDF that prints it."""

from __future__ import annotations

from graph.model.document import ListDocument
from ingest.outline.assembled import Findings, Order, assembled, named, said_elsewhere
from ingest.outline.gathered import Gathered
from ingest.source import Source
from ingest.sources.eu_cml.sections import SectionReader
from ingest.sources.eu_cml.words import find_oddities
from ingest.sources.pdf import Pdf, read_pdf
from ingest.text.canonical import Canonical
from ingest.text.codes import Form

_NAME = "eu-cml"
_OTHERS = {Form.CODE: "eu-annex-i", Form.WASSENAAR: "wa-du"}


def parse(document: bytes, source: Source) -> ListDocument:
    """Return everything that one state of the list says, as records.

    Args:
        document: The PDF, with the cover of the Norwegian list that reprints it.
        source: What ``source.yml`` says of it.

    Shape:   paragraphs and notes in document order, an entry for each ML number; passages and omissions tile the
        canonical text.

    Raises:
        UnreadableDocument: not a PDF, or a row that fits nowhere.
        DuplicateNotation: two entries, paragraphs or terms of one name.
    """
    gathered = _gather(read_pdf(document, source.document))
    order = Order()
    for code in gathered.entries:
        order.add(code, None)
    names = named(gathered, list(order.drafts(gathered)))
    odd = find_oddities([*names.said(), *said_elsewhere(gathered)])
    return assembled(gathered, names, source, Findings(issues=tuple(odd)), others=_OTHERS)


def canonical(document: bytes) -> Canonical:
    """Return the canonical text that the passages of ``parse`` are cut from."""
    return read_pdf(document, _NAME).canonical


def _gather(pdf: Pdf) -> Gathered[Pdf]:
    gathered = Gathered(pdf)
    reader = SectionReader(gathered)
    for row in pdf.rows:
        reader.row(row)
    reader.end()
    return gathered
