"""Parse the lists of the Wassenaar Arrangement from the PDF that prints both."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from graph.errors import UnreadableDocument
from graph.model.document import Issue, ListDocument
from graph.model.requirement import Statement, StatementKind
from ingest.outline.assembled import Findings, assembled, named, said_elsewhere
from ingest.outline.gathered import Gathered
from ingest.outline.powers import unmarked_powers
from ingest.source import Source
from ingest.sources.pdf import read_pdf
from ingest.sources.wassenaar.reading import Reader
from ingest.text.canonical import Canonical
from ingest.text.codes import Form

_OTHERS = {
    "wa-du": {Form.MUNITIONS: "wa-ml"},
    "wa-ml": {Form.WASSENAAR: "wa-du"},
}


def parse(document: bytes, source: Source) -> ListDocument:
    """Return everything that one of the two lists says, as records.

    Args:
        document: The PDF of both lists.
        source: What ``source.yml`` says of it; its key tells which list is wanted.

    Shape:   paragraphs and notes in document order; the definitions are those of both lists; passages and omissions
        tile the canonical text.

    Raises:
        UnreadableDocument: not a PDF, or a row that fits nowhere.
        DuplicateNotation: two entries, paragraphs or terms of one name.
    """
    gathered = Gathered(read_pdf(document, source.document))
    reader = Reader(gathered, source.key.removeprefix("wa-"))
    reader.read()
    if not gathered.entries:
        raise UnreadableDocument(source.document, "document", f"no entry of {source.key}")
    for note in gathered.notes:
        if note.place.startswith(("sl.", "vsl.")):
            note.place = note.place.partition(".")[0]
    names = named(gathered, list(reader.order.drafts(gathered)))
    odd = [
        Issue(where=part.where, kind="lost-exponent", value=value)
        for part in (*names.said(), *said_elsewhere(gathered))
        for value in unmarked_powers(part.passages)
    ]
    findings = Findings(issues=tuple(odd), relations=tuple(reader.relations))
    found = assembled(gathered, names, source, findings, others=_OTHERS[source.key])
    return replace(found, statements=tuple(_groupings(reader)))


def _groupings(reader: Reader) -> Iterator[Statement]:
    """Yield the titles that order the entries of a product group."""
    for index, (group, line) in enumerate(reader.groupings, start=1):
        passage = reader.gathered.page.cut(line)
        yield Statement(about=group, kind=StatementKind.GROUPING, index=index, text=(passage,))


def canonical(document: bytes) -> Canonical:
    """Return the canonical text that the passages of ``parse`` are cut from."""
    return read_pdf(document, "wassenaar").canonical
