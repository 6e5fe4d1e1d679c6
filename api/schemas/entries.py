"""Positions of lists on the wire."""

from __future__ import annotations

from decimal import Decimal

from pydantic import Field

from api.schemas.answer import Answer, ItemName, StateOut, TextOut, VintageOut, Wire
from graph.model.note import NoteEffect, NoteKind
from graph.model.paragraph import Connective, ParagraphKind
from graph.model.requirement import Availability, StatementKind


class PositionOut(Wire):
    """One paragraph of a list."""

    item: ItemName
    version: str = Field(description="IRI of the content at this state of the list")
    parent: str | None
    kind: ParagraphKind
    index: int
    depth: int
    connective: Connective = Field(description="how the paragraphs below combine")
    at_least: int | None
    stated: bool = Field(description="the lead-in says the connective; else it was assumed")
    official: str
    label: str | None
    words: TextOut


class NoteOut(Wire):
    """One note, with its numbered items."""

    notation: str
    kind: NoteKind
    effect: NoteEffect
    on_requirement: bool
    official: str
    words: TextOut
    items: list[NoteOut]


class RequirementOut(Wire):
    """One row of a licence requirements table."""

    entry: str
    row: int
    table: int
    reasons: list[str]
    included: list[str]
    excluded: list[str]
    qualified: bool = Field(description="further words narrow the scope: read them")
    columns: list[str] = Field(examples=[["NS 2"]])
    pointers: list[str]
    scope: str | None
    words: TextOut


class AmountOut(Wire):
    """A value limit."""

    value: Decimal
    currency: str
    paragraphs: list[str]


class ExceptionOut(Wire):
    """What the entry says about one licence exception."""

    key: str = Field(examples=["LVS"])
    availability: Availability
    amounts: list[AmountOut]
    words: TextOut


class RemarkOut(Wire):
    """One labelled remark."""

    kind: StatementKind
    values: list[str]
    words: TextOut


class TermOut(Wire):
    """A defined term that is used."""

    label: str
    local: bool
    words: TextOut


class TableLineOut(Wire):
    """One row of a table."""

    table: int
    row: int
    heading: bool
    words: TextOut


class MentionOut(Wire):
    """One reference to a position or provision."""

    as_written: str
    target: str
    kind: str
    item: ItemName | None


class CitedFromOut(Wire):
    """One position that mentions this one."""

    item: ItemName
    kind: str


class CandidateOut(Wire):
    """A position of another list with the same code: nothing was compared."""

    item: ItemName
    label: str | None
    reason: str


class EntryBody(Wire):
    """What stands at one position, and all that bears on it."""

    state: StateOut
    vintage: VintageOut
    position: PositionOut
    ancestors: list[PositionOut]
    children: list[PositionOut]
    notes: list[NoteOut]
    inherited_notes: list[NoteOut]
    requirements: list[RequirementOut]
    exceptions: list[ExceptionOut]
    remarks: list[RemarkOut]
    tables: list[TableLineOut]
    terms: list[TermOut]
    mentions: list[MentionOut]
    cited_by: list[CitedFromOut]


class EntryOut(Answer):
    """One position with its same-code candidates in other lists."""

    entry: EntryBody
    candidates: list[CandidateOut] = Field(description="candidates by code, never matches")


class CompareOut(Answer):
    """Two positions side by side; nothing is said of whether they correspond."""

    left: EntryBody
    right: EntryBody
    same_code: bool
    same_wording: bool | None
    remark: str
