"""Mappings and coverage on the wire."""

from __future__ import annotations

from pydantic import Field

from api.schemas.answer import Answer, Wire
from graph.answers.asof import Determinacy
from graph.answers.coverage import Status
from graph.derive.crosswalk.links import Predicate, Review
from graph.derive.crosswalk.setrelation import SetRelation


class MappingOut(Wire):
    """One paragraph and its counterpart."""

    subject: str = Field(examples=["3A504.a"])
    predicate: Predicate = Field(description="SKOS; broadMatch: the object is broader")
    set_relation: SetRelation = Field(description="the subject's goods against the object's")
    object: str = Field(description="NONE where there is no counterpart", examples=["3A904.a"])
    confidence: float = Field(examples=[0.983])
    rank: int = Field(description="1 is the best; equally good ones share a rank", examples=[1])
    review: Review
    reasons: list[str] = Field(examples=[["words 1.00", "limits 1.00"]])
    modulo: list[str] = Field(description="what must mean the same in both lists")


class CrosswalkOut(Answer):
    """Every paragraph of a list with its counterparts in another."""

    mappings: list[MappingOut]


class CoverageOut(Wire):
    """One paragraph against another list."""

    list: str = Field(examples=["eu-annex-i"])
    paragraph: str = Field(examples=["3A504.a"])
    other_list: str = Field(examples=["us-ccl"])
    status: Status
    by: str = Field(examples=["3A904.a"])
    reason: str
    determinacy: Determinacy
    modulo: tuple[str, ...]


class CoveragesOut(Answer):
    """Every paragraph of a list against another list."""

    coverage: list[CoverageOut]
