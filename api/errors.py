"""Which status each domain error becomes. The only place that knows both."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse, Response

from api.pages import render
from api.schemas.error import ErrorOut
from graph.errors import AmbiguousItem, ComityError, NotBuilt, NotFound, NotInForce, QueryError

STATUS: dict[type[ComityError], HTTPStatus] = {
    NotFound: HTTPStatus.NOT_FOUND,
    NotInForce: HTTPStatus.NOT_FOUND,
    AmbiguousItem: HTTPStatus.CONFLICT,
    NotBuilt: HTTPStatus.SERVICE_UNAVAILABLE,
    QueryError: HTTPStatus.BAD_REQUEST,
    ComityError: HTTPStatus.INTERNAL_SERVER_ERROR,
}

#: What OpenAPI says of the errors that any question may meet.
RESPONSES: dict[int | str, dict[str, Any]] = {
    400: {"model": ErrorOut, "description": "a date or notation that cannot be read"},
    404: {
        "model": ErrorOut,
        "description": "no such list or position, or no text counts for the days",
    },
    409: {"model": ErrorOut, "description": "a spelling that may mean several positions"},
    503: {"model": ErrorOut, "description": "no release is built"},
}


def status_of(exc: ComityError) -> HTTPStatus:
    """Return the status of the closest ancestor in the table."""
    return next(STATUS[kind] for kind in type(exc).__mro__ if kind in STATUS)


def is_for_programs(request: Request) -> bool:
    """Say whether an address answers JSON; the others are pages."""
    return request.url.path.startswith(("/v1/", "/health", "/openapi.json"))


async def _answer(request: Request, exc: Exception) -> Response:
    if not isinstance(exc, ComityError):
        raise exc
    candidates = list(exc.candidates) if isinstance(exc, AmbiguousItem) else []
    told = ErrorOut(error=type(exc).__name__, detail=str(exc), candidates=candidates)
    if is_for_programs(request):
        return JSONResponse(told.model_dump(), status_code=status_of(exc))
    return render(request, "error.html", {"told": told}, status=status_of(exc))


def install_error_handlers(app: FastAPI) -> None:
    """Answer every domain error with its status, its name and its message."""
    app.add_exception_handler(ComityError, _answer)
