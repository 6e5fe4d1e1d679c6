"""Control lists."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query

from api.deps import AsOfDep, HoldingDep
from api.errors import RESPONSES
from api.schemas.answer import StateOut, frame
from api.schemas.entries import PositionOut
from api.schemas.lists import ListOut, ListsOut, TreeOut
from graph.answers.lists import held, tree

router = APIRouter(prefix="/v1/lists", tags=["lists"], responses=RESPONSES)

ListKey = Annotated[str, Path(description="list key", examples=["us-ccl"])]


@router.get("", summary="Every list state that is held")
async def read_lists(holding: HoldingDep, as_of: AsOfDep) -> ListsOut:
    """List the list states of the release with their number of entries by category."""
    found = held(holding.store)
    lists = [ListOut(**StateOut.model_validate(s).model_dump(), entries=n) for s, n in found]
    return ListsOut.model_validate(frame(holding, as_of) | {"lists": lists})


@router.get("/{list_key}", summary="The positions of one list")
async def read_list(
    list_key: ListKey,
    holding: HoldingDep,
    as_of: AsOfDep,
    depth: Annotated[int, Query(description="levels below an entry", ge=-2, le=20)] = 0,
    category: Annotated[str, Query(description="one category, such as 3", max_length=8)] = "",
) -> TreeOut:
    """List the positions of the state that counts, down to a depth."""
    state, found = tree(holding.store, list_key, as_of, depth=depth, category=category)
    told = {
        "state": StateOut.model_validate(state),
        "positions": [PositionOut.model_validate(p) for p in found],
    }
    return TreeOut.model_validate(frame(holding, as_of) | told)
