"""What the words of a list say: limits, references, and what a position controls as an expression."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path

from api.deps import AsOfDep, HoldingDep
from api.errors import RESPONSES
from api.schemas.answer import StateOut, frame
from api.schemas.words import LimitOut, LimitsOut, LogicOut, ReferenceLineOut, ReferencesOut
from graph.answers.asof import state_of
from graph.answers.limits import limit_lines, reference_lines
from graph.answers.logic import effective

router = APIRouter(tags=["words"], responses=RESPONSES)

ListKey = Annotated[str, Path(description="list key", examples=["us-ccl"])]


@router.get("/v1/thresholds/{list_key}", summary="Every limit of a list")
async def read_limits(list_key: ListKey, holding: HoldingDep, as_of: AsOfDep) -> LimitsOut:
    """List every limit that the paragraphs and notes of a list state."""
    state = state_of(holding.store, list_key, as_of)
    lines = [LimitOut.of(line) for line in limit_lines(holding.store, state)]
    told = {"state": StateOut.model_validate(state), "thresholds": lines}
    return LimitsOut.model_validate(frame(holding, as_of, [state]) | told)


@router.get("/v1/references/{list_key}", summary="Every reference of a list")
async def read_references(list_key: ListKey, holding: HoldingDep, as_of: AsOfDep) -> ReferencesOut:
    """List every reference that the paragraphs and notes of a list make."""
    state = state_of(holding.store, list_key, as_of)
    lines = [ReferenceLineOut.of(line) for line in reference_lines(holding.store, state)]
    told = {"state": StateOut.model_validate(state), "references": lines}
    return ReferencesOut.model_validate(frame(holding, as_of, [state]) | told)


@router.get("/v1/logic/{list_key}/{notation:path}", summary="What a position controls")
async def read_logic(
    list_key: ListKey,
    notation: Annotated[str, Path(description="in any usual spelling", examples=["3A090.a"])],
    holding: HoldingDep,
    as_of: AsOfDep,
) -> LogicOut:
    """Return what a position controls as an expression; words beyond limits are opaque leaves."""
    state = state_of(holding.store, list_key, as_of)
    found, expression = effective(holding.store, state, notation)
    told = {"item": str(found.item), "nodes": LogicOut.drawn(expression)}
    return LogicOut.model_validate(frame(holding, as_of, [state]) | told)
