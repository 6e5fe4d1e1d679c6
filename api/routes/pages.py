"""Pages for people, one route a page; each asks the same answers as the JSON."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from api.deps import AsOfDep, HoldingDep
from api.pages import render
from api.pages.rows import by_letter, digests, entries_below
from api.routes.lists import LIST_WIDE
from graph.answers.asof import Currency, state_of, states, states_of, vintage_of
from graph.answers.candidates import same_code, side_by_side
from graph.answers.entries import entry
from graph.answers.lists import entries_of, issues, list_notes, tree
from graph.answers.position import Position
from graph.answers.search import FoundBy, search
from graph.ids import Item

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)

HITS = 100


@router.get("/")
async def home(request: Request, holding: HoldingDep, as_of: AsOfDep) -> HTMLResponse:
    """Say what is held, and where to begin."""
    store = holding.store
    counting = states_of(store, as_of)
    told = {
        "holding": holding, "as_of": as_of, "lists": [(s, entries_of(store, s)) for s in counting],
        "keys": [s.key for s in counting], "states": Counter(s.key for s in states(store)),
    }  # fmt: skip
    return render(request, "home.html", told)


@router.get("/lists/{list_key}")
async def list_page(
    request: Request, list_key: str, holding: HoldingDep, as_of: AsOfDep, category: str = ""
) -> HTMLResponse:
    """Show a list as a tree down to its entries."""
    store = holding.store
    state, positions = tree(store, list_key, as_of, depth=0, category=category)
    below: dict[str | None, list[Position]] = defaultdict(list)
    for p in positions:
        below[p.parent].append(p)
    vintages = {p.item: vintage_of(store, state, p.item.notation, as_of) for p in positions}
    told = {
        "holding": holding, "as_of": as_of, "state": state, "below": below, "category": category,
        "entries": entries_below(positions),
        "vintage": vintage_of(store, state, LIST_WIDE, as_of),
        "superseded": [item for item, v in vintages.items() if v.currency is Currency.SUPERSEDED],
        "notes": () if category else list_notes(store, state),
        "issue_count": len(issues(store, state)),
        "kept": {"category": category} if category else {},
    }  # fmt: skip
    return render(request, "list.html", told)


@router.get("/lists/{list_key}/issues")
async def issues_page(
    request: Request, list_key: str, holding: HoldingDep, as_of: AsOfDep
) -> HTMLResponse:
    """Show what is irregular in the source of a list."""
    state = state_of(holding.store, list_key, as_of)
    found = issues(holding.store, state)
    kinds = sorted(Counter(issue.kind for issue in found).items())
    told = {"holding": holding, "as_of": as_of, "state": state, "issues": found, "kinds": kinds}
    return render(request, "issues.html", told)


@router.get("/entries/{list_key}/{notation:path}")
async def entry_page(
    request: Request, list_key: str, notation: str, holding: HoldingDep, as_of: AsOfDep
) -> HTMLResponse:
    """Show one position with everything that bears on it."""
    answer = entry(holding.store, list_key, notation, as_of)
    candidates = same_code(holding.store, answer.position.item, as_of)
    told = {"holding": holding, "as_of": as_of, "answer": answer, "candidates": candidates}
    return render(request, "entry.html", told)


@router.get("/compare")
async def compare_page(
    request: Request, holding: HoldingDep, as_of: AsOfDep, left: str = "", right: str = ""
) -> HTMLResponse:
    """Show two positions side by side; ask for them where one is missing."""
    sides = {"left": left.strip(), "right": right.strip()}
    told = {"holding": holding, "as_of": as_of, "sides": sides, "kept": sides}
    if all(sides.values()):
        items = Item.parse(sides["left"]), Item.parse(sides["right"])
        both = side_by_side(holding.store, *items, as_of)
        rows = by_letter(both.left, both.right)
        shared = digests(both.left) & digests(both.right)
        return render(request, "compare.html", told | {"both": both, "rows": rows, "same": shared})
    return render(request, "compare_form.html", told)


@router.get("/search")
async def search_page(
    request: Request,
    holding: HoldingDep,
    as_of: AsOfDep,
    q: Annotated[str, Query(max_length=200)] = "",
    list_key: Annotated[str, Query(alias="list")] = "",
) -> HTMLResponse:
    """Show what a text finds: codes first, then words, by list."""
    store, key = holding.store, list_key or None
    found = search(store, holding.index, q, as_of, key=key, most=HITS) if q else ()
    keys = sorted({state.key for state in states(store)})
    told = {
        "holding": holding, "as_of": as_of, "keys": keys, "list_key": list_key, "most": HITS,
        "codes": [hit for hit in found if hit.found_by is FoundBy.CODE],
        "words": [hit for hit in found if hit.found_by is FoundBy.WORDS],
        "kept": {"list": list_key} if list_key else {},
    }  # fmt: skip
    return render(request, "search.html", told)
