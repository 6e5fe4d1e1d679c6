"""Determinations on the wire."""

from __future__ import annotations

from pydantic import Field

from api.schemas.answer import Answer, Wire
from graph.answers.asof import Currency, Determinacy
from graph.model.determination import Level


class CauseOut(Wire):
    """One requirement, prohibition or freedom that bears on the case."""

    rule: str = Field(examples=["us-ccl:3A001#1"])
    says: str = Field(examples=["NS 2 is marked"])
    level: Level
    fires: bool | None = Field(description="null where it is open")
    citation: str = Field(examples=["15 CFR 774 Supp. 1, 3A001"])
    columns: list[str] = Field(examples=[["NS 2"]])


class OpenPointOut(Wire):
    """One fact that only the user can state, or one rule that is not at hand."""

    key: str = Field(examples=["eu/11-2"])
    question: str
    citation: str
    could_lead_to: list[Level]


class DeterminationOut(Wire):
    """What one jurisdiction asks; never free while a rule is unread."""

    item: str = Field(examples=["us-ccl:3A001.b.2"])
    level: Level
    determinacy: Determinacy
    currency: Currency
    requirements: list[CauseOut]
    instruments: list[str] = Field(description="available, or open to named questions")
    needs_verification: list[str]
    foreclosed: list[str]
    duties: list[str]
    assumptions: list[str]
    open_points: list[OpenPointOut]
    not_checked: list[str]
    citations: list[str]
    text_of: str = Field(examples=["us-ccl@on-2026-06-24"])


class DeterminationAnswer(Answer):
    """One case, answered."""

    determination: DeterminationOut


class LineOut(Wire):
    """One line of a memo."""

    what: str = Field(examples=["us-ccl:3A001#1"])
    says: str = Field(examples=["NS NS 2 (individual)"])
    citation: str


class SectionOut(Wire):
    """One part of a memo; without lines there is nothing to say."""

    title: str = Field(examples=["Rules that fire or are open"])
    lines: list[LineOut]


class MemoOut(Wire):
    """One determination for the audit file."""

    title: str
    release: str
    level: Level
    determinacy: Determinacy
    currency: Currency
    sections: list[SectionOut]


class MemoAnswer(Answer):
    """One memo."""

    memo: MemoOut
