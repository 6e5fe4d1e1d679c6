"""What a sentence of an act does: the deontic kind, read from its words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Deontic(StrEnum):
    """What a sentence does to those whom it addresses."""

    OBLIGATION = "obligation"
    PROHIBITION = "prohibition"
    PERMISSION = "permission"
    EXEMPTION = "exemption"
    DEFINITION = "definition"
    INSTRUCTION = "instruction"
    """It tells how the text is to be read or amended: "see", "is replaced by", "applies to"."""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Sentence:
    """One sentence of a provision whose kind its words show; one of no known kind has none."""

    where: str
    """Path of the provision."""

    index: int
    """1-based order among the sentences of the provision, those without a kind counted too."""

    kind: Deontic
    start: int
    end: int
    """Span in the canonical text of the document."""
