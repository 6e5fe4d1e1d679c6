"""Control lists."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query

from api.deps import AsOfDep, HoldingDep
from api.errors import RESPONSES
from api.schemas.answer import StateOut, VintageOut, frame
from api.schemas.entries import NoteOut, PlaceOut
from api.schemas.lists import ListOut, ListsOut, OutlineOut, TreeOut
from graph.answers.asof import vintage_of
from graph.answers.lists import held, list_notes, tree

router = APIRouter(prefix="/v1/lists", tags=["lists"], responses=RESPONSES)

LIST_WIDE = "note"
"""Where the notes on a whole list stand: what no change of one entry can supersede."""

ListKey = Annotated[str, Path(description="list key", examples=["us-ccl"])]


@router.get("", summary="Every list state that is held")
async def read_lists(holding: HoldingDep, as_of: AsOfDep) -> ListsOut:
    """List the list states of the release with their number of entries by category."""
    found = held(holding.store)
    lists = [ListOut(**StateOut.model_validate(s).model_dump(), entries=n) for s, n in found]
    told = frame(holding, as_of, (state for state, _ in found))
    return ListsOut.model_validate(told | {"lists": lists})


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
    notes = () if category else list_notes(holding.store, state)
    vintages = [vintage_of(holding.store, state, p.item.notation, as_of) for p in found]
    told = {
        "state": StateOut.model_validate(state),
        "vintage": VintageOut.model_validate(vintage_of(holding.store, state, LIST_WIDE, as_of)),
        "positions": [
            OutlineOut(
                **PlaceOut.model_validate(p).model_dump(),
                digest=p.words.digest,
                spans=p.words.spans,
                currency=vintage.currency,
            )
            for p, vintage in zip(found, vintages, strict=True)
        ],
        "notes": [NoteOut.model_validate(note) for note in notes],
    }
    return TreeOut.model_validate(frame(holding, as_of, [state]) | told)
