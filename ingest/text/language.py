"""What the functions of this package must know of one language: a record of patterns, a module per language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from graph.model.note import NoteEffect, NoteKind
from graph.model.paragraph import Connective

NEVER = re.compile(r"(?!)")
"""Matches nothing: for what a language, or a list in it, has not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """How the noun phrase that names a thing stands at the start of a paragraph."""

    start: re.Pattern[str]
    """What a name begins with."""

    condition: re.Pattern[str]
    """A text that begins so is a condition or a sentence."""

    whole: re.Pattern[str]
    """Brackets and quoted terms: part of the name, whatever words are in them."""

    stop: re.Pattern[str]
    """Punctuation that ends the name."""

    qualifier: re.Pattern[str]
    """Words that are about the thing, no longer its name."""

    later: re.Pattern[str]
    """Where a name that is too long may be cut."""

    loose: re.Pattern[str]
    """Words and punctuation that may not end a name."""

    quantity: re.Pattern[str]
    """A phrase cut so names a quantity: what follows is its limit."""

    broken: re.Pattern[str]
    """A phrase cut in the middle."""

    quotes: str = "“”"
    """The opening and the closing mark: a phrase with one of them alone is cut in the middle."""

    word: re.Pattern[str] = re.compile(r"[^\W_]+")
    """What counts as one word of the twelve that a name may have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """The patterns of one language; the tables are read from the top."""

    lead_ins: tuple[tuple[re.Pattern[str], Connective | None], ...]
    """The one that ends last governs; ``None`` where the group ``k`` or ``more`` of the pattern has the number."""

    lead_in_after: re.Pattern[str]
    """What may stand between a lead-in and the end of the text; a match ends there."""

    lead_in_break: re.Pattern[str]
    """What ends the reach of a lead-in."""

    closing: re.Pattern[str]
    """The word in group 1 that closes a paragraph before the next."""

    closings: Mapping[str, str]
    """That word, in lower case: ``and`` or ``or``."""

    reserved: re.Pattern[str]
    """The whole text of a placeholder."""

    technical: re.Pattern[str]
    """In the heading of a technical note."""

    nota_bene: re.Pattern[str]
    """At the start of the heading of a nota bene."""

    note_number: re.Pattern[str]
    """At the start of a note's heading, with its number in group 1."""

    notes: tuple[tuple[re.Pattern[str], NoteKind, NoteEffect], ...]
    """The first pattern that the words of a note hold decides."""

    numbers: Mapping[str, int] = field(default_factory=dict)
    """Number words, in lower case."""

    labels: Labels | None = None
    """``None``: paragraphs get no label from their words."""
