"""Two jurisdictions: what they recognise, where their rules collide, what one has and the other has not."""

from __future__ import annotations

from collections import Counter
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Request
from fastapi.responses import HTMLResponse

from api.deps import AsOfDep, HoldingDep
from api.errors import RESPONSES
from api.library import Holding
from api.pages import render
from api.schemas.answer import AsOfOut, ReleaseOut
from api.schemas.between import (
    BetweenOut,
    ConflictOut,
    ConflictsOut,
    GapOut,
    GapsOut,
    MatrixOut,
    PairOut,
    RecognitionOut,
)
from graph.answers.asof import AsOf, state_of
from graph.answers.conflicts import conflicts
from graph.answers.gaps.report import gaps_between
from graph.answers.recognition import Standing, lapses, matrix, recognition
from graph.answers.resolve import resolve
from graph.ids import Item

router = APIRouter(prefix="/v1", tags=["between"], responses=RESPONSES)
pages = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)

Side = Annotated[str, Path(description="jurisdiction", examples=["us"])]
ListKey = Annotated[str, Path(description="key of a list", examples=["us-ccl"])]
Sides = Annotated[str, Query(description="two at least", examples=["us,cn"])]


@router.get("/recognition", summary="Who recognises whom, every pair once")
async def read_matrix(holding: HoldingDep, as_of: AsOfDep) -> MatrixOut:
    """Return each unordered pair of the matrix with its status and what either side goes by."""
    pairs = list(map(PairOut.of, matrix(holding.store, as_of)))
    return MatrixOut(pairs=pairs, **_frame(holding, as_of))


@router.get("/recognition/{a}/{b}", summary="What two jurisdictions recognise of each other")
async def read_recognition(
    a: Side,
    b: Side,
    holding: HoldingDep,
    as_of: AsOfDep,
    item: Annotated[str, Query(description="LIST:NOTATION", examples=["eu-annex-i:3A001"])] = "",
    kind: Annotated[str, Query(description="kind of recognition", examples=["denial"])] = "",
) -> BetweenOut:
    """Return one row an act and direction, with conditions, interval and evidence."""
    wanted = _item(holding, item, as_of) if item else None
    found = recognition(holding.store, a, b, as_of, item=wanted, kind=kind)
    rows = list(map(RecognitionOut.of, found))
    return BetweenOut(a=a, b=b, rows=rows, **_frame(holding, as_of))


@router.get("/conflicts", summary="Rules that cannot both be kept")
async def read_conflicts(
    holding: HoldingDep, as_of: AsOfDep, jurisdictions: Sides = ""
) -> ConflictsOut:
    """Return conflicts of law with their status on the day and the exits."""
    found = conflicts(holding.store, as_of, jurisdictions.replace(",", " ").split())
    return ConflictsOut(conflicts=list(map(ConflictOut.of, found)), **_frame(holding, as_of))


@router.get("/gaps/{list_a}/{list_b}", summary="What one side has and the other has not")
async def read_gaps(
    list_a: ListKey,
    list_b: ListKey,
    holding: HoldingDep,
    as_of: AsOfDep,
    kind: Annotated[str, Query(description="kind of gap", examples=["timing"])] = "",
    category: Annotated[str, Query(description="items below it", examples=["3A"])] = "",
) -> GapsOut:
    """Return the gaps of two lists and of the rules of their jurisdictions, with counts by how sure they are."""
    found = gaps_between(holding.store, list_a, list_b, as_of, kind=kind, category=category)
    counted = Counter((gap.kind, gap.determinacy.value) for gap in found)
    counts: dict[str, dict[str, int]] = {}
    for (name, sure), number in sorted(counted.items()):
        counts.setdefault(name, {})[sure] = number
    gaps = list(map(GapOut.model_validate, found))
    return GapsOut(list_a=list_a, list_b=list_b, counts=counts, gaps=gaps, **_frame(holding, as_of))


#: Status of a pair as the row of the table sees it, to its mark.
_MARKS = {
    Standing.MUTUAL: "=",
    Standing.A_TO_B: "→",
    Standing.B_TO_A: "←",
    Standing.CONDITIONAL: "?",
    Standing.NONE: "·",
}
_TURNED = {Standing.A_TO_B: Standing.B_TO_A, Standing.B_TO_A: Standing.A_TO_B}


@pages.get("/recognition")
async def matrix_page(request: Request, holding: HoldingDep, as_of: AsOfDep) -> HTMLResponse:
    """Show the matrix as a table, one-way pairs marked."""
    found = matrix(holding.store, as_of)
    cells = {(pair.a, pair.b): (pair.status, pair) for pair in found}
    cells |= {(p.b, p.a): (_TURNED.get(p.status, p.status), p) for p in found}
    keys = sorted({key for pair in cells for key in pair})
    one_way = [pair for pair in found if pair.status in _TURNED]
    counts = Counter(pair.status.value for pair in found)
    lapsed = list(lapses(holding.store, as_of))
    told = {"keys": keys, "cells": cells, "marks": _MARKS, "one_way": one_way, "counts": counts}
    told |= {"lapsed": lapsed}
    return render(request, "recognition.html", {"holding": holding, "as_of": as_of} | told)


@pages.get("/recognition/{a}/{b}")
async def recognition_page(
    request: Request, a: str, b: str, holding: HoldingDep, as_of: AsOfDep
) -> HTMLResponse:
    """Show what two jurisdictions recognise of each other."""
    rows = recognition(holding.store, a, b, as_of)
    told = {"a": a.lower(), "b": b.lower(), "rows": rows, "holding": holding, "as_of": as_of}
    return render(request, "recognition_pair.html", told)


@pages.get("/conflicts")
async def conflicts_page(
    request: Request, holding: HoldingDep, as_of: AsOfDep, jurisdictions: str = ""
) -> HTMLResponse:
    """Show conflicts of law with their exits."""
    found = conflicts(holding.store, as_of, jurisdictions.replace(",", " ").split())
    told = {"conflicts": found, "jurisdictions": jurisdictions}
    return render(request, "conflicts.html", {"holding": holding, "as_of": as_of} | told)


def _item(holding: Holding, text: str, as_of: AsOf) -> Item:
    wanted = Item.parse(text)
    return resolve(holding.store, state_of(holding.store, wanted.list, as_of), wanted.notation).item


def _frame(holding: Holding, as_of: AsOf) -> dict[str, Any]:
    return {"as_of": AsOfOut.model_validate(as_of), "release": ReleaseOut.of(holding)}
