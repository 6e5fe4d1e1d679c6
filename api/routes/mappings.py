"""Mappings between lists, and what one list covers of another."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query

from api.deps import AsOfDep, HoldingDep
from api.errors import RESPONSES
from api.schemas.answer import frame
from api.schemas.mappings import CoverageOut, CoveragesOut, CrosswalkOut, MappingOut
from graph.answers.asof import state_of
from graph.answers.coverage import coverage
from graph.answers.crosswalk import mappings
from graph.answers.resolve import resolve

router = APIRouter(prefix="/v1", tags=["mappings"], responses=RESPONSES)

One = Annotated[str, Path(description="list key", examples=["us-ccl"])]
Other = Annotated[str, Path(description="another list's key", examples=["eu-annex-i"])]


@router.get("/crosswalk/{list_a}/{list_b}", summary="What corresponds in another list")
async def read_crosswalk(
    list_a: One,
    list_b: Other,
    holding: HoldingDep,
    as_of: AsOfDep,
    item: Annotated[str, Query(description="one paragraph only", max_length=60)] = "",
    top: Annotated[int, Query(description="counterparts of each, at most", ge=1, le=50)] = 5,
) -> CrosswalkOut:
    """List for every paragraph of a list its counterparts in another, or that there is none."""
    ours, theirs = (state_of(holding.store, key, as_of) for key in (list_a, list_b))
    wanted = resolve(holding.store, ours, item).item.notation if item else ""
    found = [
        MappingOut.model_validate(m)
        for m in mappings(holding.store, ours, theirs)
        if m.rank <= top and (not wanted or m.subject == wanted)
    ]
    return CrosswalkOut.model_validate(frame(holding, as_of, (ours, theirs)) | {"mappings": found})


@router.get("/coverage/{list_key}/{other}", summary="What another list covers")
async def read_coverage(
    list_key: One, other: Other, holding: HoldingDep, as_of: AsOfDep
) -> CoveragesOut:
    """Say for every paragraph of a list whether another one covers it, as far as mappings tell."""
    ours, theirs = (state_of(holding.store, key, as_of) for key in (list_key, other))
    found = coverage(holding.store, ours, theirs, as_of)
    rows = [CoverageOut.model_validate(row) for row in found]
    return CoveragesOut.model_validate(frame(holding, as_of, (ours, theirs)) | {"coverage": rows})
