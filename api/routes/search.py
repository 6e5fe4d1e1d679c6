"""Search by code and by words."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from api.deps import AsOfDep, HoldingDep
from api.errors import RESPONSES
from api.schemas.answer import frame
from api.schemas.search import HitOut, SearchOut
from graph.answers.asof import state_of
from graph.answers.search import search

router = APIRouter(prefix="/v1/search", tags=["search"], responses=RESPONSES)


@router.get("", summary="Positions by code, then by words")
async def read_search(
    q: Annotated[
        str,
        Query(
            description="a notation in any spelling, or words",
            examples=["3A001.b.4"],
            max_length=200,
        ),
    ],
    holding: HoldingDep,
    as_of: AsOfDep,
    list_key: Annotated[
        str, Query(alias="list", description="one list only", examples=["us-ccl"])
    ] = "",
    limit: Annotated[int, Query(ge=1, le=500)] = 50,
) -> SearchOut:
    """Find positions of the states that count: those of that code first, then those with these words."""
    found = search(holding.store, holding.index, q, as_of, key=list_key or None, most=limit)
    keys = sorted({hit.item.list for hit in found})
    states = [state_of(holding.store, key, as_of) for key in keys]
    told = {"query": q, "hits": [HitOut.model_validate(hit) for hit in found]}
    return SearchOut.model_validate(frame(holding, as_of, states) | told)
