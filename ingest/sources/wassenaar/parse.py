"""Parse the lists of the Wassenaar Arrangement from the PDF that prints both."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from graph.errors import UnreadableDocument
from graph.model.document import Issue, ListDocument
from graph.model.paragraph import ParagraphKind
from graph.model.requirement import Statement, StatementKind
from ingest.outline.assembled import Findings, Named, assembled, named, said_elsewhere
from ingest.outline.gathered import Gathered
from ingest.source import Source
from ingest.sources.pdf import read_pdf
from ingest.sources.wassenaar.reading import Reader
from ingest.sources.wassenaar.slips import find_oddities
from ingest.text.canonical import Canonical
from ingest.text.codes import Form
from ingest.text.tree import Draft

_OTHERS = {
    "wa-du": {Form.MUNITIONS: "wa-ml"},
    "wa-ml": {Form.WASSENAAR: "wa-du"},
}

_NOTHING = re.compile(r"(?:[A-Z ]+ - )?(?:None|Not used since \d{4})[ .;-]*")


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
    names = named(gathered, [_settled(draft) for draft in reader.order.drafts(gathered)])
    odd = (*find_oddities((*names.said(), *said_elsewhere(gathered))), *_missing(reader, names))
    findings = Findings(issues=odd, relations=tuple(reader.relations))
    found = assembled(gathered, names, source, findings, others=_OTHERS[source.key])
    return replace(found, statements=tuple(_groupings(reader)))


def _missing(reader: Reader, names: Named) -> Iterator[Issue]:
    """Yield what the Sensitive and the Very Sensitive List select and the list has no paragraph for."""
    known = names.known
    for relation in reader.relations:
        if relation.target not in known:
            yield Issue(where=relation.where, kind="selects-unknown", value=relation.target)


def _settled(draft: Draft) -> Draft:
    """Return a paragraph with the kind that its place and its words give it."""
    words = " ".join(passage.wording or "" for passage in draft.text)
    if draft.kind is not ParagraphKind.HEADING and _NOTHING.fullmatch(words):
        return replace(draft, kind=ParagraphKind.RESERVED)
    if draft.kind is ParagraphKind.ENTRY and draft.notation.startswith(("sl.", "vsl.")):
        return replace(draft, kind=ParagraphKind.ITEM)  # selects from the entries of the list
    return draft


def _groupings(reader: Reader) -> Iterator[Statement]:
    """Yield the titles that order the entries of a product group."""
    for index, (group, line) in enumerate(reader.groupings, start=1):
        passage = reader.gathered.page.cut(line)
        yield Statement(about=group, kind=StatementKind.GROUPING, index=index, text=(passage,))


def canonical(document: bytes) -> Canonical:
    """Return the canonical text that the passages of ``parse`` are cut from."""
    return read_pdf(document, "wassenaar").canonical
