"""Answers from our own tables on the wire."""

from __future__ import annotations

from datetime import date

from pydantic import BaseModel, Field

from api.schemas.answer import AsOfOut, ReleaseOut, Wire
from graph.answers.asof import Currency, Determinacy
from graph.answers.facts import Fact
from graph.answers.groups import Membership


class GroundOut(Wire):
    """One piece of evidence."""

    kind: str = Field(examples=["document"])
    label: str = Field(examples=["ca/eng/SOR-2015-200.xml, s 1"])
    day: date
    sha256: str


class FactOut(BaseModel):
    """One row of our own tables."""

    iri: str
    parts: dict[str, list[str]] = Field(description="local name of a property to its values")
    citation: str
    determinacy: Determinacy
    grounds: list[GroundOut]

    @classmethod
    def of(cls, fact: Fact) -> FactOut:
        """Copy a row."""
        return cls(
            iri=fact.iri,
            parts={name: list(values) for name, values in fact.parts.items()},
            citation=fact.citation,
            determinacy=fact.determinacy,
            grounds=[GroundOut.model_validate(ground) for ground in fact.grounds],
        )


class MembershipOut(Wire):
    """One destination's standing in one group."""

    group: str = Field(examples=["jp/3"])
    destination: str = Field(examples=["KR"])
    member: bool
    excluded: bool
    limited_to: str
    determinacy: Determinacy
    currency: Currency
    reason: str
    citation: str

    @classmethod
    def of(cls, one: Membership) -> MembershipOut:
        """Copy a standing."""
        given = {name: getattr(one, name) for name in cls.model_fields if name != "citation"}
        return cls(**given, citation=one.fact.citation)


class Framed(BaseModel):
    """The two days and the release, as every answer has them."""

    as_of: AsOfOut
    release: ReleaseOut


class QuestionOut(BaseModel):
    """One question of the catalogue."""

    number: int
    text: str
    needs: list[str]
    takes: list[str]


class QuestionsOut(Framed):
    """The questions that are answered."""

    questions: list[QuestionOut]


class AnswerRowOut(Wire):
    """One row of an answer."""

    cells: dict[str, str]
    determinacy: Determinacy
    currency: Currency
    citations: list[str]


class AnswerOut(Framed):
    """The rows that answer one question."""

    number: int
    question: str
    columns: list[str]
    rows: list[AnswerRowOut]


class GroupOut(Framed):
    """A destination group on one day."""

    group: str
    about: FactOut
    members: list[MembershipOut]


class DestinationOut(Framed):
    """Everything that names one destination."""

    code: str
    about: FactOut
    aliases: list[FactOut]
    standings: list[MembershipOut]
    chart: list[FactOut]
    rules: list[FactOut]


class LicencesOut(Framed):
    """The instruments that are known."""

    licences: list[FactOut]
