"""Answers about two jurisdictions on the wire: recognition, conflicts, gaps."""

from __future__ import annotations

from pydantic import BaseModel, Field

from api.schemas.answer import Wire
from api.schemas.facts import FactOut, Framed
from graph.answers.asof import Currency, Determinacy
from graph.answers.conflicts import Conflict, Status
from graph.answers.recognition import Pair, Recognition, Standing, Symmetry
from graph.answers.side_by_side import Side
from graph.model.gap import Direction, Severity


class PairOut(BaseModel):
    """One unordered pair of the matrix."""

    a: str = Field(examples=["jp"])
    b: str = Field(examples=["us"])
    status: Standing
    a_recognises_b_by: list[str]
    b_recognises_a_by: list[str]
    overlap: str = Field(description="share of items both reach; empty where not comparable")
    citations: list[str]

    @classmethod
    def of(cls, pair: Pair) -> PairOut:
        """Copy a pair."""
        return cls(
            a=pair.a,
            b=pair.b,
            status=pair.status,
            a_recognises_b_by=list(pair.a_by),
            b_recognises_a_by=list(pair.b_by),
            overlap=pair.overlap,
            citations=list(pair.citations),
        )


class MatrixOut(Framed):
    """Every pair once."""

    pairs: list[PairOut]


class RecognitionOut(BaseModel):
    """One act in one direction."""

    kind: str = Field(examples=["favouredDestination"])
    direction: Standing
    symmetry: Symmetry
    arrangement: str
    interval: str = Field(examples=["2021-09-09/"])
    open: list[str] = Field(description="why it is conditional; empty where the law says so")
    finding: str = Field(description="identity of the finding that a mirror has lapsed")
    determinacy: Determinacy
    currency: Currency
    act: FactOut

    @classmethod
    def of(cls, one: Recognition) -> RecognitionOut:
        """Copy an act in its direction."""
        return cls(
            kind=one.kind,
            direction=one.direction,
            symmetry=one.symmetry,
            arrangement=one.act.text("arrangement"),
            interval=one.interval,
            open=list(one.open),
            finding=one.finding,
            determinacy=one.determinacy,
            currency=one.currency,
            act=FactOut.of(one.act),
        )


class BetweenOut(Framed):
    """What two jurisdictions recognise of each other."""

    a: str
    b: str
    rows: list[RecognitionOut]


class ConflictOut(BaseModel):
    """Two rules that cannot both be kept."""

    kind: str = Field(examples=["forbiddenCompliance"])
    rule_a: str
    rule_b: str
    status: Status
    exits: str
    determinacy: Determinacy
    currency: Currency
    rests_on: FactOut

    @classmethod
    def of(cls, one: Conflict) -> ConflictOut:
        """Copy a conflict."""
        names = ("kind", "rule_a", "rule_b", "status", "exits", "determinacy", "currency")
        return cls(**{name: getattr(one, name) for name in names}, rests_on=FactOut.of(one.fact))


class ConflictsOut(Framed):
    """Conflicts of law on one day."""

    conflicts: list[ConflictOut]


class GapOut(Wire):
    """One gap."""

    kind: str = Field(examples=["catch-all"])
    direction: Direction
    a_notation: str
    b_notation: str
    status: str = Field(examples=["only_a"])
    determinacy: Determinacy
    boundary_only: bool
    witness: str
    reason: str
    severity: Severity
    a_citation: str
    b_citation: str
    finding: str
    modulo: str
    currency: Currency


class GapsOut(Framed):
    """Gaps of two lists and of the rules of their jurisdictions."""

    list_a: str
    list_b: str
    counts: dict[str, dict[str, int]] = Field(description="kind to determinacy to number")
    gaps: list[GapOut]


class SideOut(BaseModel):
    """One fact of one jurisdiction."""

    aspect: str
    jurisdictions: list[str]
    value: str
    unit: str
    details: dict[str, str]
    fact: FactOut

    @classmethod
    def of(cls, one: Side) -> SideOut:
        """Copy a fact."""
        return cls(
            aspect=one.aspect,
            jurisdictions=list(one.jurisdictions),
            value=one.value,
            unit=one.unit,
            details=dict(one.details),
            fact=FactOut.of(one.fact),
        )


class SideBySideOut(Framed):
    """Facts of one kind."""

    topic: str
    warning: str = Field(description="what must not be read into them")
    rows: list[SideOut]
