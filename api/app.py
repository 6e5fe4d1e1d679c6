"""Build the application."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.errors import install_error_handlers
from api.library import Held
from api.routes import (
    between,
    classify,
    compare,
    determinations,
    entries,
    fact_pages,
    facts,
    health,
    law,
    lists,
    mappings,
    pages,
    search,
    side_by_side,
    words,
)

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
    for resource in (
        health, lists, entries, words, law, search, classify, compare, mappings, determinations, facts, between, side_by_side,
        pages, fact_pages,
    ):  # fmt: skip
        app.include_router(resource.router)
    app.include_router(between.pages)
    app.include_router(side_by_side.pages)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    app.add_middleware(Delivery)
    return app


class Delivery:
    """Hand each answer over: with its headers, without its body for HEAD, and not twice to who has it."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request; every answer is small and whole, so that it is kept until it is complete."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        messages: list[Message] = []

        async def keep(message: Message) -> None:
            messages.append(message)

        is_head = scope["method"] == "HEAD"
        await self._app({**scope, "method": "GET"} if is_head else scope, receive, keep)
        start, *parts = messages
        body = b"".join(part.get("body", b"") for part in parts)
        if start["status"] == 200:
            _tag(start, body)
        if _is_held(scope, start):
            start, body = _not_modified(start), b""
        headers = MutableHeaders(scope=start)
        for name, value in HEADERS.items():
            headers.setdefault(name, value)
        await send(start)
        await send({"type": "http.response.body", "body": b"" if is_head else body})


def _tag(start: Message, body: bytes) -> None:
    headers = MutableHeaders(scope=start)
    headers.setdefault("Cache-Control", "no-cache")  # ask each time: the release may have changed
    headers["ETag"] = f'"{sha256(body).hexdigest()[:16]}"'


def _is_held(scope: Scope, start: Message) -> bool:
    tag = Headers(scope=start).get("etag")
    asked = Headers(scope=scope).get("if-none-match", "")
    return tag is not None and tag in {part.strip().removeprefix("W/") for part in asked.split(",")}


def _not_modified(start: Message) -> Message:
    kept = [pair for pair in start["headers"] if not pair[0].lower().startswith(b"content-")]
    return {**start, "status": 304, "headers": kept}
