"""Notes: what a list says about its paragraphs."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from graph.model.paragraph import Connective
from graph.model.passage import Passage


class NoteKind(StrEnum):
    """What a note does."""

    DECONTROL = "decontrol"
    INCLUSION = "inclusion"
    NOTA_BENE = "nota bene"
    TECHNICAL = "technical"
    DEFINITION = "definition"
    VALIDITY = "validity"
    GENERAL = "general"


class NoteEffect(StrEnum):
    """What a note does to the set of controlled things."""

    NONE = "none"
    NARROWS = "narrows"
    WIDENS = "widens"
    DEFINES = "defines"


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """One note of one state of a list, or one numbered item of a note."""

    notation: str
    """``3A001.a.note.1``, ``3A001.b.2.techn.1``, ``3A001.nb.1``, own items ``X.note.2.a``; list-wide ``note.gtn``."""

    annotates: str | None
    """Notation of the paragraph that the words annotate; ``None`` for the whole list."""

    parent: str | None
    """The note that this item belongs to; ``None`` for a note itself."""

    kind: NoteKind
    effect: NoteEffect
    index: int
    """1-based order among the notes of one paragraph, or among the items of one note."""

    official: str
    """The heading as printed, such as ``Technical Note 1``; an item's enumerator."""

    requirement: bool = False
    """The note speaks of licence requirements, not of the scope of the entry."""

    connective: Connective = Connective.NONE
    """How its items combine, where its words say so."""

    at_least: int | None = None
    """k of ``at_least_k``."""

    marker: Passage | None = None
    text: tuple[Passage, ...] = ()
