"""Build the application."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path

from fastapi import FastAPI, Request
from fastapi.responses import Response
from fastapi.staticfiles import StaticFiles

from api.errors import install_error_handlers
from api.library import Held
from api.routes import compare, entries, health, lists, pages, search

STATIC = Path(__file__).resolve().parent / "pages" / "static"

#: No script, no frame, nothing from elsewhere: pages are text and one style sheet.
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}


def create_app(held: Held) -> FastAPI:
    """Return an application that answers from what ``held`` gives; nothing is read from the environment."""
    app = FastAPI(
        title="Comity",
        version="0.1.0",
        summary="Export-control lists as a graph of cited claims",
        description="Every answer carries the two days, the source with its hash, currency and determinacy. "
        "Candidates by code are candidates, never matches. Not legal advice.",
        docs_url=None,  # the usual viewers load scripts from elsewhere
        redoc_url=None,
    )
    app.state.held = held
    install_error_handlers(app)
    for resource in (health, lists, entries, search, compare, pages):
        app.include_router(resource.router)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    app.middleware("http")(_with_headers)
    return app


async def _with_headers(
    request: Request, call_next: Callable[[Request], Awaitable[Response]]
) -> Response:
    response = await call_next(request)
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    return response
