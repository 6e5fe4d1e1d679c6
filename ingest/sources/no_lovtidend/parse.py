"""Parse one amending regulation of the Norwegian gazette."""

from __future__ import annotations

from graph.errors import UnreadableDocument
from graph.model.document import ListDocument
from ingest.law.assemble import Beside, law_document
from ingest.source import Source
from ingest.sources.no_lovtidend.citations import read_citations
from ingest.sources.no_lovtidend.page import read_runs
from ingest.sources.no_lovtidend.reading import GONE, Reader
from ingest.text.canonical import Canonical


def parse(document: bytes, source: Source) -> ListDocument:
    """Return everything that one amending regulation says, as records.

    Args:
        document: UTF-8 XML with the root ``html``: a header of key information, parts with instructions.
        source: What ``source.yml`` says of it; its key is ``no/`` and the reference of the document.

    Shape:   parts are entries, instructions count below them, the words that an instruction puts in stand below it
        with the numbers that they are to have; passages and omissions tile the text.

    Raises:
        UnreadableDocument: not XML of this form, another document, or no part in it.
        UnknownValue: an element or a class of blocks that no row of the tables covers.
        DuplicateNotation: two provisions have one path.
    """
    text, runs = read_runs(document, source.document)
    reference = source.key.partition("/")[2]
    header = (run for run in runs if run.block.get("class") == "refid")
    if reference not in (text.text[run.start : run.end] for run in header):
        raise UnreadableDocument(source.document, "header", f"is not that of {reference}")
    reader = Reader(text, source.document)
    reader.read(runs)
    if not reader.drafts:
        raise UnreadableDocument(source.document, "document", "holds no part")
    units = [draft.unit(GONE) for draft in reader.drafts.values()]
    beside = Beside(
        citations=read_citations(units), issues=reader.issues, omissions=reader.omissions
    )
    return law_document(source, text, units, beside)


def canonical(document: bytes) -> Canonical:
    """Return the canonical text that the passages of ``parse`` are cut from."""
    return read_runs(document, "act")[0]
