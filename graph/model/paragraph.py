"""Paragraphs of a list: the positions that a notation names, at one state of the list."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from graph.model.passage import Passage


class ParagraphKind(StrEnum):
    """What stands at a position."""

    HEADING = "heading"
    """A category or product group: it orders entries and controls nothing."""

    ENTRY = "entry"
    """A control entry: an ECCN, an entry of Annex I."""

    ITEM = "item"
    """A paragraph that names a controlled thing: it can be a classification result."""

    CONDITION = "condition"
    """A paragraph that is only a condition of its parent: never a classification result."""

    RESERVED = "reserved"
    """A placeholder: ``[Reserved]``, ``Not used``."""


class Connective(StrEnum):
    """How the paragraphs below combine, read from the lead-in."""

    ANY = "any"
    ALL = "all"
    AT_LEAST_K = "at_least_k"
    LIST = "list"
    """Independent things: "as follows"."""

    NONE = "none"
    """There is nothing below."""

    @property
    def code(self) -> str:
        """The name that the ontology's code list has for it."""
        return _CODES[self]

    @classmethod
    def of(cls, code: str) -> Connective:
        """Read it back from the name in the ontology's code list."""
        return next(connective for connective, name in _CODES.items() if name == code)


_CODES = {
    Connective.ANY: "anyOf",
    Connective.ALL: "allOf",
    Connective.AT_LEAST_K: "atLeast",
    Connective.LIST: "independent",
    Connective.NONE: "none",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """One position of one state of a list."""

    notation: str
    """Regular form: ``3A001.a.5.a``; a heading has ``cat3`` or ``3A``."""

    official: str
    """As the source writes it, where it differs: ``a.5.a.``; else the notation."""

    parent: str | None
    kind: ParagraphKind
    index: int
    """1-based order among the paragraphs of one parent."""

    depth: int
    """Levels below the entry: 0 for an entry, -1 for a product group, -2 for a category."""

    connective: Connective = Connective.NONE
    at_least: int | None = None
    """k of ``at_least_k``."""

    explicit: bool = False
    """The lead-in says the connective; else it is taken from the "; or" at the ends, or assumed."""

    ends_with: str | None = None
    """``and`` or ``or`` where the paragraph closes with it, else ``None``."""

    label: str | None = None
    """Name of the thing that may be kept without the document: an entry's heading, else a noun phrase of at most
    twelve words from the start of the text; ``None`` where the text is a sentence or a condition."""

    cas: tuple[str, ...] = ()
    """Registry numbers of the substances that its own words name, in order; each passes its check digit."""

    marker: Passage | None = None
    """The code or enumerator as printed."""

    heading: Passage | None = None
    """The title of a provision, where it stands apart from its text; an entry's heading is its text."""

    text: tuple[Passage, ...] = ()
    """Own words, without those of paragraphs and notes below; more than one where something stands between them."""
