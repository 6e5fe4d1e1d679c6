"""Words of a source at their place: what a record holds of a document."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

_SUPERSCRIPT = str.maketrans("0123456789+-−=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ")
_SUBSCRIPT = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")


class MarkKind(StrEnum):
    """What the characters of a span are, where plain text cannot say it."""

    SUP = "sup"
    """Printed as a superscript: mostly an exponent."""

    SUB = "sub"
    """Printed as a subscript."""

    LOST_EXPONENT = "lost-exponent"
    """The source prints ``108`` where the law has 10 to the 8: the exponent cannot be told from its base."""


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """One span of canonical text that carries more than its characters."""

    start: int
    end: int
    kind: MarkKind


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of words of one document.

    ``start`` and ``end`` count characters of the document's canonical text (NFC, white space collapsed); the passages
    of a document tile that text: no character is in two, none in neither a passage nor an omission.
    """

    start: int
    end: int
    digest: str
    """First 12 hex digits of the sha256 of the wording: two passages with one digest say the same."""

    wording: str | None = None
    """The words; ``None`` where the document is not at hand (a build from the snapshot)."""

    marks: tuple[Mark, ...] = ()

    @property
    def shown(self) -> str | None:
        """The words as a person reads them: superscripts and subscripts as such.

        >>> of("5 x 10 3 Gy", 100, marks=[Mark(107, 108, MarkKind.SUP)]).shown
        '5 x 10³ Gy'
        """
        if self.wording is None:
            return None
        text, last = "", 0
        for mark in self.marks:
            if mark.kind is MarkKind.LOST_EXPONENT:
                continue
            start, end = mark.start - self.start, mark.end - self.start
            # a line break stands between base and exponent in some sources
            text = (text + self.wording[last:start]).rstrip() + _raised(
                self.wording[start:end], mark.kind
            )
            last = end
        return text + self.wording[last:]


def of(wording: str, start: int, marks: tuple[Mark, ...] | list[Mark] = ()) -> Passage:
    """Return the passage of some words that begin at ``start`` of the canonical text."""
    return Passage(start, start + len(wording), digest(wording), wording, tuple(sorted(marks)))


def digest(wording: str) -> str:
    """Return the first 12 hex digits of the sha256 of some words."""
    return sha256(wording.encode()).hexdigest()[:12]


def _raised(text: str, kind: MarkKind) -> str:
    table = _SUPERSCRIPT if kind is MarkKind.SUP else _SUBSCRIPT
    raised = text.translate(table)
    plain = any(
        char == other and not char.isspace() for char, other in zip(text, raised, strict=True)
    )
    if not plain:
        return raised
    return f"{'^' if kind is MarkKind.SUP else '_'}{{{text}}}"
