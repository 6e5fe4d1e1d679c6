"""Defined terms and their uses."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from graph.model.passage import Passage


class TermScope(StrEnum):
    """Where a definition holds: quotation marks tell."""

    LIST = "list"
    """Double quotation marks: defined for the whole list."""

    ENTRY = "entry"
    """Single quotation marks: defined in the entry that uses it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One defined term at one state of a list."""

    slug: str
    label: str
    scope: TermScope
    entry: str | None = None
    """Notation of the entry in which a local term holds."""

    categories: tuple[str, ...] = ()
    """Categories that the list names for the term."""

    marker: Passage | None = None
    text: tuple[Passage, ...] = ()
    """The definition; empty where it stands elsewhere (15 CFR 772.1) or in a note of the entry."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TermUse:
    """A paragraph or note puts a term in quotation marks."""

    where: str
    slug: str
    scope: TermScope
