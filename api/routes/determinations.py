"""What law asks for one item to one destination."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import HTMLResponse, Response

from api.deps import AsOfDep, HoldingDep
from api.errors import RESPONSES
from api.exports.memo import TYPES, file_of
from api.library import Holding
from api.pages import render
from api.schemas.answer import frame
from api.schemas.determinations import DeterminationAnswer, DeterminationOut, MemoAnswer, MemoOut
from graph.answers.asof import AsOf, state_of
from graph.answers.determine.frame import determine, jurisdictions
from graph.answers.licensing_gap import licensing
from graph.answers.memo import Memo, memo
from graph.errors import QueryError
from graph.model.determination import Case
from graph.store import GraphStore

router = APIRouter(tags=["determinations"], responses=RESPONSES)

Item = Annotated[
    str, Query(description="LIST:NOTATION, a notation, EAR99; empty for an item on no list", examples=["3A001.b.2"])
]  # fmt: skip
Destination = Annotated[str, Query(description="ISO 3166-1 alpha-2", examples=["JP"])]
EndUse = Annotated[
    str, Query(description="military, nuclear, missile, cbw or wmd; empty for civil")
]


async def _asked(
    as_of: AsOfDep, destination: Destination, item: Item = "", end_use: EndUse = ""
) -> Case:
    """Return the case of a query, under no jurisdiction yet."""
    return _case("", item, destination, end_use, as_of)


Asked = Annotated[Case, Depends(_asked)]


@router.get("/v1/determinations/{jurisdiction}", summary="What law asks for one case")
async def read_determination(
    jurisdiction: str, asked: Asked, holding: HoldingDep, as_of: AsOfDep
) -> DeterminationAnswer:
    """Return level, requirements, instruments, duties and open points, with citations."""
    answer = determine(holding.store, replace(asked, jurisdiction=jurisdiction.lower()))
    told = {"determination": DeterminationOut.model_validate(answer)}
    return DeterminationAnswer.model_validate(frame(holding, as_of, []) | told)


@router.get(
    "/v1/determinations/{jurisdiction}/memo", summary="One determination for the audit file"
)
async def read_memo(
    jurisdiction: str, asked: Asked, holding: HoldingDep, as_of: AsOfDep
) -> MemoAnswer:
    """Return facts, assumptions, rules that fired and that did not, documents with hashes, and what was not checked."""
    told = {"memo": MemoOut.model_validate(_memo(holding, jurisdiction, asked))}
    return MemoAnswer.model_validate(frame(holding, as_of, []) | told)


@router.get("/determine/memo", include_in_schema=False)
async def memo_file(
    jurisdiction: str,
    asked: Asked,
    holding: HoldingDep,
    form: Annotated[str, Query(alias="format", pattern="html|pdf|json")] = "html",
) -> Response:
    """Return one determination as a file."""
    body = file_of(_memo(holding, jurisdiction, asked), f".{form}")
    return Response(body, media_type=TYPES[f".{form}"])


def _memo(holding: Holding, jurisdiction: str, asked: Case) -> Memo:
    answer = determine(holding.store, replace(asked, jurisdiction=jurisdiction.lower()))
    return memo(holding.store, answer, holding.release)


@router.get("/determine", include_in_schema=False, response_class=HTMLResponse)
async def determine_page(
    request: Request,
    holding: HoldingDep,
    as_of: AsOfDep,
    item: str = "",
    destination: str = "",
    end_use: str = "",
) -> HTMLResponse:
    """Show what each jurisdiction whose lists have the item asks, side by side; ask for the case where it is not given."""
    asked = _case("", item, destination, end_use, as_of)
    rows = tuple(_abreast(holding.store, asked, as_of)) if destination else ()
    told = {
        "holding": holding, "as_of": as_of, "rows": rows, "item": item, "destination": destination.upper(),
        "end_use": end_use, "kept": {"item": item, "destination": destination, "end_use": end_use},
    }  # fmt: skip
    return render(request, "determine.html", told)


def _abreast(store: GraphStore, asked: Case, as_of: AsOf) -> Iterator[dict[str, object]]:
    """Yield what each jurisdiction asks: for a position of one list, the others for its counterpart."""
    key, colon, _ = asked.item.partition(":")
    if colon:
        try:
            home = replace(asked, jurisdiction=state_of(store, key, as_of).jurisdiction)
            legs = licensing(store, home)
        except QueryError as exc:
            yield {"key": key, "answer": None, "why": str(exc)}
            return
        for leg in legs:
            why = "; ".join(filter(None, (leg.on, leg.remark)))
            yield {"key": leg.jurisdiction, "answer": leg.answer, "sure": leg.determinacy, "why": why}  # fmt: skip
        return
    for one in jurisdictions(store):
        try:
            answer = determine(store, replace(asked, jurisdiction=one))
        except QueryError as exc:
            yield {"key": one, "answer": None, "why": str(exc)}
        else:
            yield {"key": one, "answer": answer, "sure": answer.determinacy, "why": ""}


def _case(jurisdiction: str, item: str, destination: str, end_use: str, as_of: AsOf) -> Case:
    return Case(
        jurisdiction=jurisdiction.lower(),
        item=item.strip(),
        destination=destination.strip().upper(),
        valid=as_of.valid,
        known=as_of.known,
        end_use=end_use,
    )
