"""Pages for people, one route a page; each asks the same answers as the JSON."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from api.deps import AsOfDep, HoldingDep
from api.pages import render
from graph.answers.asof import state_of
from graph.answers.candidates import same_code, side_by_side
from graph.answers.entries import entry
from graph.answers.lists import held, issues, list_notes, tree
from graph.answers.position import Position
from graph.answers.search import search
from graph.ids import Item

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)

HITS = 100


@router.api_route("/", methods=["GET", "HEAD"])
async def home(request: Request, holding: HoldingDep, as_of: AsOfDep) -> HTMLResponse:
    """Say what is held, and where to begin."""
    return render(
        request, "home.html", {"holding": holding, "as_of": as_of, "lists": held(holding.store)}
    )


@router.api_route("/lists/{list_key}", methods=["GET", "HEAD"])
async def list_page(
    request: Request, list_key: str, holding: HoldingDep, as_of: AsOfDep, category: str = ""
) -> HTMLResponse:
    """Show a list as a tree down to its entries."""
    state, positions = tree(holding.store, list_key, as_of, depth=0, category=category)
    below: dict[str | None, list[Position]] = defaultdict(list)
    for p in positions:
        below[p.parent].append(p)
    told = {
        "holding": holding, "as_of": as_of, "state": state, "below": below, "category": category,
        "notes": () if category else list_notes(holding.store, state),
        "issue_count": len(issues(holding.store, state)),
    }  # fmt: skip
    return render(request, "list.html", told)


@router.api_route("/lists/{list_key}/issues", methods=["GET", "HEAD"])
async def issues_page(
    request: Request, list_key: str, holding: HoldingDep, as_of: AsOfDep
) -> HTMLResponse:
    """Show what is irregular in the source of a list."""
    state = state_of(holding.store, list_key, as_of)
    found = issues(holding.store, state)
    kinds = sorted(Counter(issue.kind for issue in found).items())
    told = {"holding": holding, "as_of": as_of, "state": state, "issues": found, "kinds": kinds}
    return render(request, "issues.html", told)


@router.api_route("/entries/{list_key}/{notation:path}", methods=["GET", "HEAD"])
async def entry_page(
    request: Request, list_key: str, notation: str, holding: HoldingDep, as_of: AsOfDep
) -> HTMLResponse:
    """Show one position with everything that bears on it."""
    answer = entry(holding.store, list_key, notation, as_of)
    candidates = same_code(holding.store, answer.position.item, as_of)
    told = {"holding": holding, "as_of": as_of, "answer": answer, "candidates": candidates}
    return render(request, "entry.html", told)


@router.api_route("/compare", methods=["GET", "HEAD"])
async def compare_page(
    request: Request, left: str, right: str, holding: HoldingDep, as_of: AsOfDep
) -> HTMLResponse:
    """Show two positions side by side."""
    both = side_by_side(holding.store, Item.parse(left), Item.parse(right), as_of)
    return render(request, "compare.html", {"holding": holding, "as_of": as_of, "both": both})


@router.api_route("/search", methods=["GET", "HEAD"])
async def search_page(
    request: Request,
    holding: HoldingDep,
    as_of: AsOfDep,
    q: Annotated[str, Query(max_length=200)] = "",
    list_key: Annotated[str, Query(alias="list")] = "",
) -> HTMLResponse:
    """Show what a text finds."""
    found = (
        search(holding.store, holding.index, q, as_of, key=list_key or None, most=HITS) if q else ()
    )
    keys = [state.key for state, _ in held(holding.store)]
    told = {
        "holding": holding,
        "as_of": as_of,
        "hits": found,
        "keys": keys,
        "list_key": list_key,
        "most": HITS,
    }
    return render(request, "search.html", told)
