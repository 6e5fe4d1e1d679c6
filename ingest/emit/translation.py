"""What a document says in another language, hung on the versions that it translates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from graph.ids import part_iri
from graph.model.document import ListDocument
from graph.model.note import Note
from graph.model.paragraph import Paragraph
from graph.model.quad import Quad
from graph.vocabulary import DCTERMS, LABEL, cty
from ingest.emit.control_list import emit_evidence
from ingest.emit.dated import pinpoints
from ingest.emit.statements import Pen


def emit_translation(
    document: ListDocument, versions: Mapping[str, str], *, graph: str
) -> Iterator[Quad]:
    """Yield the label and the pinpoint of each paragraph and note in the document's language.

    Args:
        document: The translation of one state.
        versions: Notation to the version that the state holds; what has none there is left out.
        graph: Named graph that the statements go to.
    """
    version = document.version
    yield from emit_evidence(version, graph)
    for record, target in _pairs(document, versions):
        pen = Pen(part_iri(target, "in", version.language, version.day), graph)
        yield from pen.a("Translation")
        yield from pen.link(cty("translates"), target)
        yield from pen.value(f"{DCTERMS}language", version.language)
        if isinstance(record, Paragraph):
            yield from pen.text(LABEL, record.label, version.language)
        yield from pinpoints(record.text, pen)


def emit_translated_wording(
    document: ListDocument, versions: Mapping[str, str], *, graph: str
) -> Iterator[Quad]:
    """Yield the verbatim words of each paragraph and note in the document's language."""
    version = document.version
    for record, target in _pairs(document, versions):
        pen = Pen(part_iri(target, "in", version.language, version.day), graph)
        words = "\n".join(filter(None, (part.shown for part in record.text)))
        yield from pen.text(cty("verbatim"), words, version.language)


def _pairs(
    document: ListDocument, versions: Mapping[str, str]
) -> Iterator[tuple[Paragraph | Note, str]]:
    records: tuple[Paragraph | Note, ...] = (*document.paragraphs, *document.notes)
    for record in records:
        if record.notation in versions and record.text:
            yield record, versions[record.notation]
