"""One position of a list."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path

from api.deps import AsOfDep, HoldingDep
from api.errors import RESPONSES
from api.schemas.answer import frame
from api.schemas.entries import CandidateOut, EntryBody, EntryOut
from graph.answers.asof import state_of
from graph.answers.candidates import same_code
from graph.answers.entries import entry

router = APIRouter(prefix="/v1/entries", tags=["entries"], responses=RESPONSES)


@router.get("/{list_key}/{notation:path}", summary="What stands at one position")
async def read_entry(
    list_key: Annotated[str, Path(description="list key", examples=["us-ccl"])],
    notation: Annotated[
        str, Path(description="in any usual spelling", examples=["3A001.b.4", "3a001(b)(4)"])
    ],
    holding: HoldingDep,
    as_of: AsOfDep,
) -> EntryOut:
    """Return one position with everything that bears on it, and where each line comes from."""
    answer = entry(holding.store, list_key, notation, as_of)
    candidates = same_code(holding.store, answer.position.item, as_of)
    states = [state_of(holding.store, c.item.list, as_of) for c in candidates]
    told = {
        "entry": EntryBody.model_validate(answer),
        "candidates": [CandidateOut.model_validate(candidate) for candidate in candidates],
    }
    return EntryOut.model_validate(frame(holding, as_of, [answer.state, *states]) | told)
