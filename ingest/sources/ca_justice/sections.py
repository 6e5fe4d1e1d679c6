"""The sections of a regulation: notes on the whole list, and the terms that they define."""

from __future__ import annotations

import unicodedata

from graph.errors import DuplicateNotation, UnknownValue
from graph.ids import slug
from graph.model.term import Term, TermScope
from ingest.sources.ca_justice.gathered import Gathered, NoteDraft
from ingest.sources.ca_justice.labels import read_section
from ingest.sources.ca_justice.lims import Node
from ingest.sources.ca_justice.noted import read_note

_DEFINED = ("DefinedTermEn", "DefinedTermFr")


def read_sections(body: Node, gathered: Gathered) -> None:
    """Read the sections of a regulation.

    Raises:
        UnknownValue: an element that no table covers.
        UnreadableDocument: a definition without its term.
    """
    heading: Node | None = None
    for node in body.children:
        if node.tag == "Heading":
            if heading is not None:
                gathered.omit("section-heading", heading)
            heading = node
        elif node.tag == "Section":
            _section(node, heading, gathered)
            heading = None
        else:
            where = f"{gathered.page.name}: {node.at}: in the body"
            raise UnknownValue(where, node.tag, ("Heading", "Section"))
    if heading is not None:
        gathered.omit("section-heading", heading)


def _section(node: Node, heading: Node | None, gathered: Gathered) -> None:
    page = gathered.page
    page.check(node, "Label", "Text", "Subsection", "Paragraph", "Definition", "HistoricalNote")
    label = node.first("Label")
    if label is None:
        raise page.unreadable(node, "a section without a number")
    number = read_section(page.text(label), node.at)
    marker = page.cut(heading.start if heading else label.start, label.end)
    title = page.text(heading) or number
    note = NoteDraft("", title, marker, notation=f"note.s{number}")
    gathered.notes.append(note)
    read_note(node, note, gathered)
    for definition in node.inside("Definition"):
        term = _term(definition, gathered)
        if any(other.slug == term.slug for other in gathered.terms):
            raise DuplicateNotation(page.name, term.slug, [definition.at])
        gathered.terms.append(term)
    for history in node.inside("HistoricalNote"):
        gathered.omit("amendment-history", history)


def _term(definition: Node, gathered: Gathered) -> Term:
    """Read a definition: the term first, the one of the other language in brackets at the end."""
    page = gathered.page
    page.check(definition, "Text")
    words = definition.first("Text")
    named = list(words.inside(*_DEFINED)) if words is not None else []
    if words is None or not named or page.canonical.text[words.start : named[0].start].strip():
        raise page.unreadable(definition, "a definition without its term")
    text = page.cut(named[0].end, words.end)
    english = [node for node in (named[0], named[-1]) if node.tag == _DEFINED[0]]
    return Term(
        slug=term_slug(page.text(english[0] if english else named[0])),
        label=page.text(named[0]),
        scope=TermScope.LIST,
        marker=page.passage(named[0]),
        text=(text,) if text else (),
    )


def term_slug(label: str) -> str:
    """Return the slug of a term of either language.

    >>> term_slug("équipement nucléaire contrôlé")
    'equipement-nucleaire-controle'
    """
    return slug(unicodedata.normalize("NFKD", label).encode("ascii", "ignore").decode())
