"""Parse the Korean act of an extract."""

from __future__ import annotations

from graph.errors import UnreadableDocument
from graph.model.document import ListDocument
from ingest.law.assemble import Beside, law_document
from ingest.source import Source
from ingest.sources.kr_law_json.citations import read_citations
from ingest.sources.kr_law_json.fields import read_lines
from ingest.sources.kr_law_json.reading import GONE, Reader
from ingest.text.canonical import Canonical


def parse(document: bytes, source: Source) -> ListDocument:
    """Return everything that one state of an act says, as records.

    Args:
        document: UTF-8 JSON: acts by name, each with a flat list of articles.
        source: What ``source.yml`` says of it; its citation is the name of the act, other acts are left out.

    Shape:   provisions in document order; passages and omissions tile the text. An item (호) of an article without
        paragraphs (항) stands directly below it, as it is cited. The extract has no points (목): issues say where.

    Raises:
        UnreadableDocument: not JSON of this form, or no article of the act in it.
        UnreadFields: an act or an article has a field that is not known.
        DuplicateNotation: two provisions have one path.
    """
    text, lines = read_lines(document, source.document)
    reader = Reader(text, source.document, source.citation)
    reader.read(lines)
    if not reader.drafts:
        raise UnreadableDocument(source.document, source.citation, "holds no article of it")
    units = [draft.unit(GONE) for draft in reader.drafts.values()]
    beside = Beside(
        citations=read_citations(units, source.key),
        issues=reader.issues,
        omissions=reader.omissions,
    )
    return law_document(source, text, units, beside)


def canonical(document: bytes) -> Canonical:
    """Return the canonical text that the passages of ``parse`` are cut from."""
    return read_lines(document, "act")[0]
