"""Limits, references and expressions on the wire."""

from __future__ import annotations

from pydantic import Field

from api.schemas.answer import Answer, StateOut, Wire
from graph.answers.limits import LimitLine, ReferenceLine
from graph.logic.expression import (
    AllOf,
    AnyOf,
    AtLeast,
    Expression,
    Not,
    Opaque,
    Threshold,
    walk,
)
from graph.model.limit import Comparator


class LimitOut(Wire):
    """One limit; a range is two, the same limit in a second unit is one more."""

    paragraph: str = Field(examples=["1B117.c"])
    parameter: str = Field(examples=["total volumetric capacity"])
    comparator: Comparator = Field(examples=[">="])
    value: str = Field(description="exact decimal; empty for formulas and words", examples=["110"])
    unit: str = Field(description="as written", examples=["liters"])
    unit_ucum: str = Field(examples=["L"])
    condition: str = Field(examples=["at 20 °C"])
    alt: bool = Field(description="the limit before it in a second unit")
    span: str = Field(
        description="start-end in the document's canonical text", examples=["123-456"]
    )

    @classmethod
    def of(cls, line: LimitLine) -> LimitOut:
        """Put one line on the wire."""
        return cls(
            paragraph=line.where, parameter=line.parameter, comparator=line.comparator, value=line.value,
            unit=line.unit, unit_ucum=line.ucum, condition=line.condition, alt=line.alternative, span=line.span,
        )  # fmt: skip


class LimitsOut(Answer):
    """Every limit of one list."""

    state: StateOut
    thresholds: list[LimitOut]


class ReferenceLineOut(Wire):
    """One reference of a list."""

    paragraph: str = Field(examples=["0B501"])
    as_written: str = Field(examples=["0A501"])
    target_list: str = Field(examples=["us-ccl"])
    target: str = Field(examples=["0A501"])
    kind: str = Field(examples=["controls"])
    resolved: bool

    @classmethod
    def of(cls, line: ReferenceLine) -> ReferenceLineOut:
        """Put one line on the wire."""
        return cls(
            paragraph=line.where, as_written=line.as_written, target_list=line.target_list, target=line.target,
            kind=line.kind, resolved=line.resolved,
        )  # fmt: skip


class ReferencesOut(Answer):
    """Every reference of one list."""

    state: StateOut
    references: list[ReferenceLineOut]


class NodeOut(Wire):
    """One node of an expression."""

    path: list[int] = Field(description="branches from the root, 1-based", examples=[[4, 1]])
    node: str = Field(description="all, any, at least k, not, threshold, opaque", examples=["all"])
    paragraph: str = ""
    parameter: str = ""
    comparator: str = ""
    value: str = ""
    unit: str = ""
    condition: str = ""
    label: str = Field(default="", description="name of a thing whose words are opaque")
    digest: str = Field(default="", description="of the opaque words")

    @classmethod
    def of(cls, path: tuple[int, ...], node: Expression) -> NodeOut:
        """Put one node on the wire."""
        at = list(path)
        match node:
            case Threshold(where, parameter, comparator, value, unit, condition):
                told = "" if value is None else format(value, "f")
                return cls(
                    path=at, node="threshold", paragraph=where, parameter=parameter, comparator=comparator.value,
                    value=told, unit=unit, condition=condition,
                )  # fmt: skip
            case Opaque(where, digest, label):
                return cls(path=at, node="opaque", paragraph=where, label=label, digest=digest)
            case AtLeast(count, _):
                return cls(path=at, node=f"at least {count}")
            case AllOf() | AnyOf() | Not():
                return cls(path=at, node={AllOf: "all", AnyOf: "any", Not: "not"}[type(node)])


class LogicOut(Answer):
    """What one position controls, as an expression: its nodes in the order of a walk from the root."""

    item: str = Field(examples=["us-ccl:3A090.a"])
    nodes: list[NodeOut]

    @staticmethod
    def drawn(expression: Expression) -> list[NodeOut]:
        """Return every node of an expression."""
        return [NodeOut.of(path, node) for path, node in walk(expression)]
