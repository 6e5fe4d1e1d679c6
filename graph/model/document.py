"""Everything that one document says, as records."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Any

from graph.model.control_list import ControlListVersion
from graph.model.limit import Limit
from graph.model.note import Note
from graph.model.paragraph import Paragraph
from graph.model.passage import Passage
from graph.model.reference import Reference
from graph.model.relation import Relation
from graph.model.requirement import ExceptionFlag, RequirementRow, Statement, TableRow
from graph.model.sentence import Sentence
from graph.model.term import Term, TermUse


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Issue:
    """Something in a source that surprised us: kept as data, never smoothed over."""

    where: str
    """Notation, or place in the document."""

    kind: str
    """Kebab-case class, such as ``lost-exponent``."""

    value: str
    """What stands there: a code, a number, at most a few words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Omission:
    """Words of the document that are in no record, and the class of things that they are."""

    kind: str
    """Kebab-case class that ``source.yml`` names and counts, such as ``section-label``."""

    passage: Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class ListDocument:
    """One state of one list: every record that its document gives, in document order."""

    version: ControlListVersion
    paragraphs: tuple[Paragraph, ...]
    notes: tuple[Note, ...] = ()
    requirements: tuple[RequirementRow, ...] = ()
    exceptions: tuple[ExceptionFlag, ...] = ()
    statements: tuple[Statement, ...] = ()
    tables: tuple[TableRow, ...] = ()
    terms: tuple[Term, ...] = ()
    term_uses: tuple[TermUse, ...] = ()
    references: tuple[Reference, ...] = ()
    relations: tuple[Relation, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    limits: tuple[Limit, ...] = ()
    issues: tuple[Issue, ...] = ()
    omissions: tuple[Omission, ...] = ()

    def passages(self) -> Iterator[tuple[str, Passage]]:
        """Yield each passage with the typed leaf that holds it (``Note.text``), in no set order."""
        for field in fields(self):
            if field.name != "version":
                for record in getattr(self, field.name):
                    yield from _leaves(record)


def _leaves(record: Any) -> Iterator[tuple[str, Passage]]:
    for field in fields(record):
        value = getattr(record, field.name)
        name = f"{type(record).__name__}.{field.name}"
        for part in value if isinstance(value, tuple) else (value,):
            if isinstance(part, Passage):
                yield name, part
