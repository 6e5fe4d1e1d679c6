"""Acts and their provisions; the address below ``/law`` is that of the IRI."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path

from api.deps import AsOfDep, HoldingDep
from api.errors import RESPONSES
from api.routes.entries import read_entry
from api.routes.lists import read_list
from api.schemas.answer import StateOut, frame
from api.schemas.entries import EntryOut
from api.schemas.lists import ActsOut, TreeOut
from graph.answers.asof import acts
from graph.ids import act_and_path

router = APIRouter(prefix="/v1/law", tags=["law"], responses=RESPONSES)


@router.get("", summary="Every state of an act that is held")
async def read_acts(holding: HoldingDep, as_of: AsOfDep) -> ActsOut:
    """List the acts of the release."""
    found = acts(holding.store)
    told = frame(holding, as_of, found)
    return ActsOut.model_validate(told | {"acts": [StateOut.model_validate(s) for s in found]})


@router.get("/{path:path}", summary="An act, or one provision of it")
async def read_law(
    path: Annotated[
        str, Path(description="as in the IRI", examples=["us/cfr/15/744", "us/cfr/15/744/3/a/1"])
    ],
    holding: HoldingDep,
    as_of: AsOfDep,
) -> TreeOut | EntryOut:
    """Return an act as a tree down to its sections, or what stands at one provision."""
    key, notation = act_and_path(path)
    if notation:
        return await read_entry(key, notation, holding, as_of)
    return await read_list(key, holding, as_of)
