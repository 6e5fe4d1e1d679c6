"""Parse a regulation of Canada: its schedule as the list, its sections as notes on all of it."""

from __future__ import annotations

from collections.abc import Iterator

from graph.errors import UnknownValue, UnreadableDocument
from graph.model.document import ListDocument
from graph.model.paragraph import Paragraph
from ingest.source import Source
from ingest.sources.ca_justice.gathered import Gathered
from ingest.sources.ca_justice.lims import Page, read_page
from ingest.sources.ca_justice.naming import Kept, name_notes
from ingest.sources.ca_justice.paragraphs import build, place_statements
from ingest.sources.ca_justice.said import Said, find_references, find_relations, find_terms
from ingest.sources.ca_justice.schedule import read_schedule
from ingest.sources.ca_justice.sections import read_sections
from ingest.sources.ca_justice.words import SPEECH
from ingest.text.canonical import Canonical

_NAME = "ca-justice"
_NOT_IN_FORCE = "NifProvs"
"""Schedule of amendments that are made but not in force: no law of the day of the document."""

_ASIDE = {
    "Identification": "identification",
    "Order": "enacting-order",
    "RecentAmendments": "recent-amendments",
}


def parse(document: bytes, source: Source) -> ListDocument:
    """Return everything that a regulation says of its list, as records.

    Args:
        document: XML of the consolidation of one day.
        source: What ``source.yml`` says of it.

    Shape:   paragraphs and notes in document order; passages and omissions tile the canonical text.

    Raises:
        UnreadableDocument: not the publisher's XML, other dates than in ``source``, no schedule.
        UnknownValue: an element, attribute or label that no table covers.
        DuplicateNotation: two positions or note items of one name.
    """
    page = read_page(document, source.document)
    _check_dates(page, source)
    gathered = Gathered(page, source.language, SPEECH[source.language])
    _read(page, gathered)
    notes = name_notes(gathered)
    paragraphs = build(gathered)
    said = tuple(_said(paragraphs, notes))
    known = dict.fromkeys(one.where for one in said)
    terms, uses = find_terms(said, page, gathered.terms)
    return ListDocument(
        version=source.version,
        paragraphs=paragraphs,
        notes=tuple(kept.note for kept in notes),
        statements=place_statements(gathered, paragraphs),
        terms=(*gathered.terms, *terms),
        term_uses=uses,
        references=find_references(said, page, gathered.speech, list_key=source.key, known=known),
        relations=find_relations(said, gathered.speech, source.language, known),
        issues=tuple(gathered.issues),
        omissions=tuple(gathered.omissions),
    )


def canonical(document: bytes) -> Canonical:
    """Return the canonical text that the passages of ``parse`` are cut from."""
    return read_page(document, _NAME).canonical


def _check_dates(page: Page, source: Source) -> None:
    """Check that the document is of the days and the language that its source names."""
    root = page.root
    state, today = root.get("pit-date"), root.get("current-date")
    if source.valid_on is None:
        fits = state == str(source.valid_from)
    else:
        fits = state <= str(source.valid_on) <= today
    fits = fits and root.get("lastAmendedDate") <= state
    if not fits:
        problem = f"text of {state} to {today}, source.yml has {source.version.day}"
        raise UnreadableDocument(page.name, root.at, problem)
    if root.get("lang") != source.language:
        raise UnknownValue(f"{page.name}: language", root.get("lang"), (source.language,))


def _read(page: Page, gathered: Gathered) -> None:
    for node in page.root.children:
        if node.tag in _ASIDE:
            gathered.omit(_ASIDE[node.tag], node)
        elif node.tag == "Body":
            read_sections(node, gathered)
        elif node.tag == "Schedule" and node.get("id") == _NOT_IN_FORCE:
            gathered.omit("not-in-force", node)
            gathered.issue("schedule", "amendments-not-in-force", _NOT_IN_FORCE)
        elif node.tag == "Schedule":
            read_schedule(node, gathered)
        else:
            where = f"{page.name}: {node.at}: in the regulation"
            raise UnknownValue(where, node.tag, ("Body", "Schedule", *_ASIDE))
    if not gathered.positions:
        raise UnreadableDocument(page.name, page.root.at, "no schedule with items")


def _said(paragraphs: tuple[Paragraph, ...], notes: tuple[Kept, ...]) -> Iterator[Said]:
    for one in paragraphs:
        yield Said(one.notation, one.notation, one.text, is_paragraph=True)
    for kept in notes:
        note = kept.note
        place = kept.place if ".note." in note.notation else note.notation
        yield Said(note.notation, place, note.text)
