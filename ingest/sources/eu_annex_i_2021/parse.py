"""Parse Annex I to Regulation (EU) 2021/821 from the PDF that prints its first text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from graph.model.document import ListDocument
from ingest.outline.assembled import Findings, Order, assembled, named, said_elsewhere
from ingest.outline.gathered import Gathered
from ingest.source import Source
from ingest.sources.eu_annex_i.places import above, group_of
from ingest.sources.eu_annex_i_2021.sections import SectionReader, reading_order
from ingest.sources.eu_annex_i_2021.words import find_oddities
from ingest.sources.pdf import Pdf, read_pdf
from ingest.text.canonical import Canonical
from ingest.text.codes import Form
from ingest.text.tree import Draft

_NAME = "eu-annex-i"
_OTHERS = {Form.WASSENAAR: "wa-du", Form.MUNITIONS: "eu-cml"}


def parse(document: bytes, source: Source) -> ListDocument:
    """Return everything that the first text of Annex I says, as records.

    Args:
        document: The PDF, with the cover of the Norwegian list that reprints the Annex.
        source: What ``source.yml`` says of it.

    Shape:   paragraphs and notes in document order; passages and omissions tile the canonical text.

    Raises:
        UnreadableDocument: not a PDF, or a row that fits nowhere.
        UnknownValue: an entry of category 5 that no table covers.
        DuplicateNotation: two entries, paragraphs or terms of one name.
    """
    gathered = _gather(read_pdf(document, source.document))
    names = named(gathered, list(_drafts(gathered)))
    odd = find_oddities([*names.said(), *said_elsewhere(gathered)])
    return assembled(gathered, names, source, Findings(issues=tuple(odd)), others=_OTHERS)


def canonical(document: bytes) -> Canonical:
    """Return the canonical text that the passages of ``parse`` are cut from."""
    return read_pdf(document, _NAME).canonical


def _gather(pdf: Pdf) -> Gathered[Pdf]:
    gathered = Gathered(pdf)
    reader = SectionReader(gathered)
    for row, moved in reading_order(pdf.rows):
        reader.row(row)
        if moved:
            gathered.issue(row.line.where, "displaced-formula", row.text)
    reader.end()
    return gathered


def _drafts(gathered: Gathered[Pdf]) -> Iterator[Draft]:
    """Yield headings and paragraphs in the order of print; the name of a category is written like any other title."""
    order = Order()
    for name in gathered.headings:
        parent = above(name)
        order.add(name, parent if parent != name else None)
        for code in gathered.entries:
            if group_of(code) == name:
                order.add(code, name)
    for draft in order.drafts(gathered):
        title = draft.title or ""
        if draft.notation.startswith("cat"):
            yield replace(draft, title=title.strip('"').capitalize())
        else:
            yield draft
