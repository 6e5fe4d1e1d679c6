"""Two positions side by side."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from api.deps import AsOfDep, HoldingDep
from api.errors import RESPONSES
from api.schemas.answer import frame
from api.schemas.entries import CompareOut, ContrastOut, EntryBody
from graph.answers.candidates import side_by_side
from graph.ids import Item

router = APIRouter(prefix="/v1/compare", tags=["compare"], responses=RESPONSES)


@router.get("", summary="Two positions side by side")
async def read_comparison(
    left: Annotated[str, Query(description="LIST:NOTATION", examples=["us-ccl:3A001.b.4"])],
    right: Annotated[str, Query(description="LIST:NOTATION", examples=["eu-annex-i:3A001.b.4"])],
    holding: HoldingDep,
    as_of: AsOfDep,
) -> CompareOut:
    """Lay two positions beside each other, and say who controls more, where they part, and modulo what."""
    both = side_by_side(holding.store, Item.parse(left), Item.parse(right), as_of)
    told = {
        "left": EntryBody.model_validate(both.left),
        "right": EntryBody.model_validate(both.right),
        "same_code": both.same_code,
        "same_wording": both.same_wording,
        "contrast": both.contrast and ContrastOut.model_validate(both.contrast),
    }
    return CompareOut.model_validate(
        frame(holding, as_of, [both.left.state, both.right.state]) | told
    )
