"""The words of a document as statements, in a graph of their own: it exists only where the document is at hand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from graph.ids import Item, part_iri
from graph.model.document import ListDocument
from graph.model.passage import Passage
from graph.model.quad import Quad
from graph.vocabulary import cty
from ingest.emit.licensing import exception_iri, requirement_iri, statement_iri, table_iri
from ingest.emit.statements import Pen
from ingest.emit.words import defined_term_iri


def emit_wording(document: ListDocument, *, graph: str) -> Iterator[Quad]:
    """Yield the verbatim words of each record that has some; superscripts are shown as such."""
    version = document.version
    for resource, passages in _texts(document):
        words = "\n".join(filter(None, (part.shown for part in passages)))
        yield from Pen(resource, graph).text(cty("verbatim"), words, version.language)
    for table in document.tables:
        # a line a cell, an empty one too: which column words stand in is part of the row
        words = "\n".join((cell.shown or "") if cell else "" for cell in table.cells)
        pen = Pen(table_iri(table, version), graph)
        yield from pen.text(cty("verbatim"), words if words.strip() else None, version.language)
    for row in document.requirements:
        if row.scope is not None:
            pen = Pen(requirement_iri(row, version), graph)
            yield from pen.text(cty("scopeVerbatim"), row.scope.shown, version.language)


def _texts(document: ListDocument) -> Iterator[tuple[str, Iterable[Passage]]]:
    version = document.version
    for paragraph in document.paragraphs:
        yield Item(version.key, paragraph.notation).version(version.day), paragraph.text
    for note in document.notes:
        yield Item(version.key, note.notation).version(version.day), note.text
    for row in document.requirements:
        yield requirement_iri(row, version), filter(None, (row.wording,))
    for flag in document.exceptions:
        yield exception_iri(flag, version), flag.text
    for statement in document.statements:
        yield statement_iri(statement, version), statement.text
    for term in document.terms:
        iri = defined_term_iri(term.slug, term.entry, version)
        yield part_iri(iri, version.day), term.text
