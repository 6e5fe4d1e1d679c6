"""Limits: what a paragraph or note says that a quantity must reach, exceed or stay below."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Comparator(StrEnum):
    """How a quantity stands to the value."""

    LESS = "<"
    AT_MOST = "<="
    EQUAL = "="
    AT_LEAST = ">="
    MORE = ">"

    @property
    def code(self) -> str:
        """The name that the ontology's code list has for it."""
        return _CODES[self]

    @classmethod
    def of(cls, code: str) -> Comparator:
        """Read it back from the name in the ontology's code list."""
        return next(comparator for comparator, name in _CODES.items() if name == code)

    @property
    def negated(self) -> Comparator:
        """What holds where this one does not."""
        return _NEGATED.get(self, self)


_CODES = {
    Comparator.LESS: "lt",
    Comparator.AT_MOST: "lte",
    Comparator.EQUAL: "eq",
    Comparator.AT_LEAST: "gte",
    Comparator.MORE: "gt",
}
_NEGATED = {
    Comparator.LESS: Comparator.AT_LEAST,
    Comparator.AT_MOST: Comparator.MORE,
    Comparator.AT_LEAST: Comparator.LESS,
    Comparator.MORE: Comparator.AT_MOST,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """One limit; a range is two, the same limit in a second unit is one more."""

    where: str
    """Notation of the paragraph or note that states the number."""

    index: int
    """1-based order among the limits of one paragraph."""

    comparator: Comparator
    start: int
    end: int
    """Span of the number and its unit in the document's canonical text."""

    value: Decimal | None = None
    """Exact, as printed; ``None`` for formulas, numbers in words and exponents that cannot be told."""

    parameter: str = ""
    """What is measured, as a noun phrase of at most eight words; empty where the words name none."""

    unit: str = ""
    """As written; empty for plain numbers."""

    condition: str = ""
    """At which point or in which band it is measured, or the number in words; at most eight words."""

    alternative: bool = False
    """The limit before it, in a second unit."""
