"""Parse one act of Taiwan."""

from __future__ import annotations

from graph.errors import UnreadableDocument
from graph.model.document import ListDocument
from ingest.law.assemble import Beside, law_document
from ingest.source import Source
from ingest.sources.tw_moj_law.citations import read_citations
from ingest.sources.tw_moj_law.fields import read_lines
from ingest.sources.tw_moj_law.reading import GONE, Reader
from ingest.text.canonical import Canonical


def parse(document: bytes, source: Source) -> ListDocument:
    """Return everything that one state of an act says, as records.

    Args:
        document: UTF-8 JSON: fields on the act, and a flat list of chapters and articles.
        source: What ``source.yml`` says of it; its key ends in the number of the act.

    Shape:   provisions in document order; passages and omissions tile the text. Paragraphs of an article are lines
        and count from 1; the Chinese text is read for what it names, the English one is a translation.

    Raises:
        UnreadableDocument: not JSON of this form, another act, or no article in it.
        UnknownValue: a field that no row of the table covers.
        DuplicateNotation: two provisions have one path.
    """
    text, lines = read_lines(document, source.document)
    number = source.key.rpartition("/")[2]
    if f"pcode={number}" not in text.text:
        raise UnreadableDocument(source.document, "address", f"is not that of {number}")
    reader = Reader(text, source.document)
    reader.read(lines)
    if not any(draft.is_section for draft in reader.drafts.values()):
        raise UnreadableDocument(source.document, "document", "holds no article")
    units = [draft.unit(GONE) for draft in reader.drafts.values()]
    beside = Beside(
        citations=() if source.translation else read_citations(units, source.key),
        issues=reader.issues,
        omissions=reader.omissions,
    )
    return law_document(source, text, units, beside)


def canonical(document: bytes) -> Canonical:
    """Return the canonical text that the passages of ``parse`` are cut from."""
    return read_lines(document, "act")[0]
