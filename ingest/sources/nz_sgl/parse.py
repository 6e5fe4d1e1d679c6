"""Parse the New Zealand Strategic Goods List from its PDF."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from graph.model.document import ListDocument
from graph.model.relation import Relation, RelationKind
from ingest.outline.assembled import Findings, Named, assembled, named, said_elsewhere
from ingest.outline.gathered import Gathered
from ingest.outline.stated import find_oddities, find_stated
from ingest.source import Source
from ingest.sources.nz_sgl.rows import Reader
from ingest.sources.nz_sgl.slips import read_slips
from ingest.sources.pdf import read_pdf
from ingest.text.canonical import Canonical
from ingest.text.codes import Form

_NAME = "nz-sgl"
_OTHERS = {Form.WASSENAAR: "wa-du"}


def parse(document: bytes, source: Source) -> ListDocument:
    """Return everything that one state of the list says, as records.

    Args:
        document: The PDF.
        source: What ``source.yml`` says of it.

    Shape:   munitions, then categories with their entries; notes in document order; passages and omissions tile the
        canonical text. The Sensitive and the Very Sensitive List are notes of the whole list with an item a code.

    Raises:
        UnreadableDocument: not a PDF, or words that stand nowhere.
        DuplicateNotation: two entries, paragraphs, headings or terms of one name.
    """
    gathered = Gathered(read_pdf(document, source.document))
    reader = Reader(gathered)
    reader.read()
    names = named(gathered, list(reader.order.drafts(gathered)))
    said = (*names.said(), *said_elsewhere(gathered))
    odd = find_oddities(said, read_slips().oddities, names, source.key)
    stated = find_stated(names, read_slips().relations)
    relations = (*stated, *_chosen(names, reader.chosen, source.key))
    findings = Findings(odd.issues, odd.references, relations)
    return assembled(gathered, names, source, findings, others=_OTHERS)


def canonical(document: bytes) -> Canonical:
    """Return the canonical text that the passages of ``parse`` are cut from."""
    return read_pdf(document, _NAME).canonical


def _chosen(names: Named, chosen: Mapping[str, str], list_key: str) -> Iterator[Relation]:
    """Yield what the Sensitive and the Very Sensitive List choose from the list that they end."""
    printed = {note.notation: note.official for note in names.notes}
    for where, code in chosen.items():
        yield Relation(
            where=where,
            kind=RelationKind.SELECTS,
            target_list=list_key,
            target=code,
            as_written=printed[where],
        )
