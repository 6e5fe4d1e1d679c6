"""Penalties, schemes, metrics, programmes, cooperation and deadlines side by side."""

from __future__ import annotations

from itertools import groupby
from typing import Annotated

from fastapi import APIRouter, Path, Query, Request
from fastapi.responses import HTMLResponse

from api.deps import AsOfDep, HoldingDep
from api.errors import RESPONSES
from api.pages import render
from api.schemas.answer import AsOfOut, ReleaseOut
from api.schemas.between import SideBySideOut, SideOut
from graph.answers.side_by_side import TOPICS, side_by_side

router = APIRouter(prefix="/v1", tags=["between"], responses=RESPONSES)
pages = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


@router.get("/side-by-side/{topic}", summary="Typed facts of several jurisdictions")
async def read_side_by_side(
    topic: Annotated[str, Path(description="topic", examples=["penalties"])],
    holding: HoldingDep,
    as_of: AsOfDep,
    jurisdictions: Annotated[
        str, Query(description="several; default all", examples=["us,de"])
    ] = "",
) -> SideBySideOut:
    """Return facts of one kind, those of one aspect together; nothing is converted or scored."""
    found = side_by_side(holding.store, topic, jurisdictions.replace(",", " ").split(), as_of)
    return SideBySideOut(
        topic=topic,
        warning=TOPICS[topic].warning,
        rows=list(map(SideOut.of, found)),
        as_of=AsOfOut.model_validate(as_of),
        release=ReleaseOut.of(holding),
    )


@pages.get("/side-by-side/{topic}")
async def side_by_side_page(
    request: Request, topic: str, holding: HoldingDep, as_of: AsOfDep, jurisdictions: str = ""
) -> HTMLResponse:
    """Show a topic by aspect, each row with its citation."""
    found = side_by_side(holding.store, topic, jurisdictions.replace(",", " ").split(), as_of)
    by_aspect = [(aspect, list(rows)) for aspect, rows in groupby(found, key=lambda r: r.aspect)]
    told = {"topic": topic, "topics": TOPICS, "aspects": by_aspect, "jurisdictions": jurisdictions}
    return render(request, "side_by_side.html", {"holding": holding, "as_of": as_of} | told)
