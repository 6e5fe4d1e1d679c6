"""What stated facts about a thing come to in every list."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from api.deps import AsOfDep, HoldingDep
from api.errors import RESPONSES
from api.pages import render
from api.schemas.answer import frame
from api.schemas.classify import ClassificationAnswer, ClassificationOut
from graph.answers.classify import EXPECTED, Classification, classified
from graph.errors import QueryError

router = APIRouter(tags=["classify"], responses=RESPONSES)

Lists = Annotated[str, Query(alias="list", description="keys of lists, parted by commas", examples=["us-ccl,eu-annex-i"])]  # fmt: skip
Facts = Annotated[list[str] | None, Query(alias="fact", description=EXPECTED)]
Text = Annotated[str, Query(description="words that describe the thing")]


@router.get("/v1/classify", summary="What stated facts come to in every list")
async def read_classification(
    holding: HoldingDep, as_of: AsOfDep, lists: Lists = "", facts: Facts = None, text: Text = ""
) -> ClassificationAnswer:
    """Return positions that are controlled, not controlled, or depend on a question."""
    found = classified(holding.store, _keys(lists), facts or [], text, as_of)
    told = {"rows": list(map(ClassificationOut.told, found))}
    return ClassificationAnswer.model_validate(
        frame(holding, as_of, (row.state for row in found)) | told
    )


@router.get("/classify", include_in_schema=False, response_class=HTMLResponse)
async def classify_page(
    request: Request,
    holding: HoldingDep,
    as_of: AsOfDep,
    lists: Lists = "us-ccl,eu-annex-i",
    facts: Annotated[str, Query(alias="facts")] = "",
    text: str = "",
) -> HTMLResponse:
    """Ask for facts, one a line, and show what they come to."""
    stated = [line.strip() for line in facts.splitlines() if line.strip()]
    rows, why = tuple[Classification, ...](), ""
    if stated or text:
        try:
            rows = classified(holding.store, _keys(lists), stated, text, as_of)
        except QueryError as exc:
            why = str(exc)
    told = {
        "holding": holding, "as_of": as_of, "rows": rows, "why": why, "facts": facts, "text": text, "lists": lists,
        "expected": EXPECTED, "kept": {"facts": facts, "text": text, "list": lists},
    }  # fmt: skip
    return render(request, "classify.html", told)


def _keys(lists: str) -> list[str]:
    return lists.replace(",", " ").split()
