"""Positions of lists on the wire."""

from __future__ import annotations

from decimal import Decimal

from pydantic import Field

from api.schemas.answer import Answer, ItemName, StateOut, TextOut, VintageOut, Wire
from graph.logic.relation import Relation
from graph.model.note import NoteEffect, NoteKind
from graph.model.paragraph import Connective, ParagraphKind
from graph.model.requirement import Availability, StatementKind


class PlaceOut(Wire):
    """One paragraph of a list, without its words."""

    item: ItemName
    version: str = Field(
        description="IRI of the content at this state of the list",
        examples=["https://w3id.org/comity/id/list/us-ccl/3A001.b.4/@on-2026-06-24"],
    )
    parent: str | None = Field(examples=["3A001.b"])
    kind: ParagraphKind = Field(examples=["item"])
    index: int = Field(description="order among the paragraphs of one parent", examples=[4])
    depth: int = Field(
        description="levels below the entry; -1 a product group, -2 a category", examples=[2]
    )
    connective: Connective = Field(description="how the paragraphs below combine", examples=["any"])
    at_least: int | None = Field(examples=[None, 2])
    stated: bool = Field(description="the lead-in says the connective; else it was assumed")
    official: str = Field(description="as the source writes it", examples=["b.4."])
    label: str | None = Field(
        description="a name of at most twelve words", examples=["Blue widgets"]
    )


class PositionOut(PlaceOut):
    """One paragraph of a list."""

    words: TextOut


class NoteOut(Wire):
    """One note, with its numbered items."""

    notation: str = Field(examples=["3A001.a.note.1"])
    kind: NoteKind = Field(examples=["decontrol"])
    effect: NoteEffect = Field(examples=["narrows"])
    on_requirement: bool = Field(
        description="speaks of licence requirements, not of what is controlled"
    )
    official: str = Field(examples=["Note 1"])
    words: TextOut
    items: list[NoteOut]


class RequirementOut(Wire):
    """One row of a licence requirements table."""

    entry: str = Field(examples=["3A001"])
    row: int = Field(examples=[1])
    table: int = Field(examples=[1])
    reasons: list[str] = Field(examples=[["NS"]])
    included: list[str] = Field(
        description="notations in scope; the entry itself stands for all of it",
        examples=[["3A001.b.2"]],
    )
    excluded: list[str] = Field(examples=[["3A001.b.3"]])
    qualified: bool = Field(description="further words narrow the scope: read them")
    columns: list[str] = Field(examples=[["NS 2"]])
    pointers: list[str] = Field(examples=[["15 CFR 746.1(b)"]])
    destinations: list[str] = Field(
        description="where it reaches beside the chart: * everywhere, a code, a group, a minus sign before what is taken out, ? not stated",
        examples=[["MO", "us/D5"]],
    )
    scope: str | None = Field(description="words of the first cell, where they are held")
    words: TextOut


class AmountOut(Wire):
    """A value limit."""

    value: Decimal = Field(examples=["3000"])
    currency: str = Field(examples=["USD"])
    paragraphs: list[str] = Field(examples=[["3A001.b.2"]])


class ExceptionOut(Wire):
    """What the entry says about one licence exception."""

    key: str = Field(examples=["LVS"])
    availability: Availability = Field(examples=["conditional"])
    amounts: list[AmountOut]
    words: TextOut


class RemarkOut(Wire):
    """One labelled remark."""

    kind: StatementKind = Field(examples=["reasons for control"])
    values: list[str] = Field(description="what was read as codes", examples=[["NS", "AT"]])
    words: TextOut


class TranslatedOut(Wire):
    """The words of a position in another language."""

    language: str = Field(examples=["fr"])
    label: str | None
    words: TextOut


class TermOut(Wire):
    """A defined term that is used."""

    label: str = Field(examples=["fractional bandwidth"])
    local: bool = Field(description="defined in the entry, not for the whole list")
    words: TextOut


class TableLineOut(Wire):
    """One row of a table."""

    table: int
    row: int
    heading: bool
    cells: list[str] = Field(description="left to right, empty ones too; none where not held")
    words: TextOut


class MentionOut(Wire):
    """One reference to a position or provision."""

    as_written: str = Field(examples=["3A101"])
    target: str = Field(examples=["us-ccl:3A101", "15 CFR 743.1"])
    kind: str = Field(examples=["cites"])
    item: ItemName | None = Field(description="the position, where it exists at the same state")


class CitedFromOut(Wire):
    """One position that mentions this one."""

    item: ItemName
    kind: str = Field(examples=["cites"])


class CandidateOut(Wire):
    """A position of another list with the same code: nothing was compared."""

    item: ItemName
    label: str | None = Field(examples=["Blue widgets"])
    reason: str = Field(examples=["same code: a candidate by its number only"])


class EntryBody(Wire):
    """What stands at one position, and all that bears on it."""

    state: StateOut
    vintage: VintageOut
    printed: StateOut = Field(
        description="first state that has these words: pinpoint and quotation are of its document"
    )
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
    translations: list[TranslatedOut] = Field(description="the words in the list's other languages")
    mentions: list[MentionOut]
    cited_by: list[CitedFromOut]


class EntryOut(Answer):
    """One position with its same-code candidates in other lists."""

    entry: EntryBody
    candidates: list[CandidateOut] = Field(description="candidates by code, never matches")


class ContrastOut(Wire):
    """How what two positions control lies to each other."""

    relation: Relation = Field(description="stricter: the left side controls more")
    determinacy: str = Field(examples=["conditional"])
    boundary_only: bool = Field(description="they part at the ends of limits only")
    witness_a: str = Field(
        description="what only the left side controls, by its numbers",
        examples=["total processing performance = 4800"],
    )
    witness_b: str = Field(description="what only the right side controls", examples=[""])
    reason: str = Field(examples=["left is not within right, right is within left"])
    modulo: list[str] = Field(
        description="what is taken to mean the same", examples=[["phrase: 'motor' ~ 'engine'"]]
    )


class CompareOut(Answer):
    """Two positions side by side."""

    left: EntryBody
    right: EntryBody
    same_code: bool
    same_wording: bool | None = Field(
        description="the own words are the same characters; null where a side has none"
    )
    contrast: ContrastOut | None = Field(description="null for provisions of acts")
