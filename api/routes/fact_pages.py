"""Pages for acts, expressions, destinations, groups, licences and the calendar."""

from __future__ import annotations

from collections import defaultdict
from itertools import groupby

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from api.deps import AsOfDep, HoldingDep
from api.pages import render
from api.routes.pages import entry_page, list_page
from api.schemas.words import LogicOut
from graph.answers.ask import QUESTIONS, ask
from graph.answers.asof import acts, state_of
from graph.answers.destinations import destination, destinations
from graph.answers.facts import Fact, instruments
from graph.answers.groups import groups, members
from graph.answers.licence_scope import instrument
from graph.answers.logic import effective
from graph.ids import act_and_path

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)

_CALENDAR = 23


@router.get("/law")
async def acts_page(request: Request, holding: HoldingDep, as_of: AsOfDep) -> HTMLResponse:
    """Show the acts that are held, by jurisdiction."""
    held = groupby(acts(holding.store), key=lambda state: state.jurisdiction)
    told = {"holding": holding, "as_of": as_of, "acts": [(j, list(found)) for j, found in held]}
    return render(request, "acts.html", told)


@router.get("/law/{path:path}")
async def law_page(
    request: Request, path: str, holding: HoldingDep, as_of: AsOfDep
) -> HTMLResponse:
    """Show an act as a tree, or one provision with what refers to it."""
    key, notation = act_and_path(path)
    if notation:
        return await entry_page(request, key, notation, holding, as_of)
    return await list_page(request, key, holding, as_of)


@router.get("/logic/{list_key}/{notation:path}")
async def logic_page(
    request: Request, list_key: str, notation: str, holding: HoldingDep, as_of: AsOfDep
) -> HTMLResponse:
    """Draw what a position controls as a tree."""
    state = state_of(holding.store, list_key, as_of)
    found, expression = effective(holding.store, state, notation)
    told = {"state": state, "position": found, "nodes": LogicOut.drawn(expression)}
    return render(request, "logic.html", {"holding": holding, "as_of": as_of} | told)


@router.get("/destinations")
async def destinations_page(request: Request, holding: HoldingDep, as_of: AsOfDep) -> HTMLResponse:
    """Show every destination and every group."""
    held: dict[str, list[tuple[str, Fact]]] = defaultdict(list)
    for key, fact in groups(holding.store).items():
        held[key.partition("/")[0]].append((key, fact))
    told = {"holding": holding, "as_of": as_of, "destinations": destinations(holding.store)}
    return render(request, "destinations.html", told | {"groups": sorted(held.items())})


@router.get("/destinations/{code}")
async def destination_page(
    request: Request, code: str, holding: HoldingDep, as_of: AsOfDep
) -> HTMLResponse:
    """Show one destination with every group, mark and rule that names it."""
    answer = destination(holding.store, code, as_of)
    return render(
        request, "destination.html", {"holding": holding, "as_of": as_of, "answer": answer}
    )


@router.get("/groups/{key:path}")
async def group_page(
    request: Request, key: str, holding: HoldingDep, as_of: AsOfDep
) -> HTMLResponse:
    """Show who is in a group on the day."""
    found = members(holding.store, key, as_of)
    names = {
        fact.codes("onDestination")[0]: fact.text("factName")
        for fact in destinations(holding.store)
    }
    told = {"key": key, "about": groups(holding.store)[key], "members": found, "names": names}
    return render(request, "group.html", {"holding": holding, "as_of": as_of} | told)


@router.get("/licences")
async def licences_page(request: Request, holding: HoldingDep, as_of: AsOfDep) -> HTMLResponse:
    """Show the instruments of every jurisdiction."""
    held: dict[str, list[Fact]] = defaultdict(list)
    for fact in instruments(holding.store, "", as_of):
        held[" ".join(fact.jurisdictions)].append(fact)
    told = {"holding": holding, "as_of": as_of, "licences": sorted(held.items())}
    return render(request, "licences.html", told)


@router.get("/licences/{jurisdiction}/{key:path}")
async def licence_page(
    request: Request, jurisdiction: str, key: str, holding: HoldingDep, as_of: AsOfDep
) -> HTMLResponse:
    """Show one instrument: scope, conditions, duties, destinations, and what sources dispute."""
    told = {"found": instrument(holding.store, jurisdiction, key, as_of)}
    return render(request, "licence.html", {"holding": holding, "as_of": as_of} | told)


@router.get("/calendar")
async def calendar_page(
    request: Request, holding: HoldingDep, as_of: AsOfDep, days: str = "365"
) -> HTMLResponse:
    """Show what ends or is reviewed."""
    rows = ask(holding.store, _CALENDAR, {"days": days}, as_of)
    told = {"title": f"What ends or is reviewed within {days} days", "asked": QUESTIONS[_CALENDAR], "rows": rows,
            "path": f"ask/{_CALENDAR}"}  # fmt: skip
    return render(request, "answer.html", {"holding": holding, "as_of": as_of} | told)


@router.get("/ask")
async def questions_page(request: Request, holding: HoldingDep, as_of: AsOfDep) -> HTMLResponse:
    """Show the questions that are answered."""
    return render(
        request, "questions.html", {"holding": holding, "as_of": as_of, "questions": QUESTIONS}
    )


@router.get("/ask/{number}")
async def answer_page(
    request: Request, number: int, holding: HoldingDep, as_of: AsOfDep
) -> HTMLResponse:
    """Show the rows that answer one question."""
    given = {n: t for n, t in request.query_params.items() if n not in ("valid", "known")}
    rows = ask(holding.store, number, given, as_of)
    asked = QUESTIONS[number]
    told = {"title": asked.text, "asked": asked, "rows": rows, "path": f"ask/{number}"}
    return render(request, "answer.html", {"holding": holding, "as_of": as_of} | told)
