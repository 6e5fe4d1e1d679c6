"""Which status each domain error becomes. The only place that knows both."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from starlette.exceptions import HTTPException

from api.pages import render
from api.schemas.error import EXAMPLES, ErrorOut
from graph.errors import (
    AmbiguousItem,
    ComityError,
    NotAtHand,
    NotBuilt,
    NotFound,
    NotInForce,
    QueryError,
)

STATUS: dict[type[ComityError], HTTPStatus] = {
    NotFound: HTTPStatus.NOT_FOUND,
    NotInForce: HTTPStatus.NOT_FOUND,
    NotAtHand: HTTPStatus.NOT_FOUND,
    AmbiguousItem: HTTPStatus.CONFLICT,
    NotBuilt: HTTPStatus.SERVICE_UNAVAILABLE,
    QueryError: HTTPStatus.BAD_REQUEST,
    ComityError: HTTPStatus.INTERNAL_SERVER_ERROR,
}

#: What OpenAPI says of the errors that any question may meet.
RESPONSES: dict[int | str, dict[str, Any]] = {
    status: {
        "model": ErrorOut,
        "description": said,
        "content": {"application/json": {"example": EXAMPLES[status]}},
    }
    for status, said in {
        400: "a date or notation that cannot be read",
        404: "no such list or position, or no text counts for the days",
        409: "a spelling that may mean several positions",
        422: "a parameter is missing or out of range",
        503: "no release is built",
    }.items()
}


def status_of(exc: ComityError) -> HTTPStatus:
    """Return the status of the closest ancestor in the table."""
    return next(STATUS[kind] for kind in type(exc).__mro__ if kind in STATUS)


def is_for_programs(request: Request) -> bool:
    """Say whether an address answers JSON; the others are pages."""
    return request.url.path.startswith(("/v1/", "/health", "/openapi.json"))


def install_error_handlers(app: FastAPI) -> None:
    """Answer every error with its status, its name and its message: as JSON, or as a page."""
    app.add_exception_handler(ComityError, _answer_domain)
    app.add_exception_handler(RequestValidationError, _answer_parameters)
    app.add_exception_handler(HTTPException, _answer_http)
    app.add_exception_handler(Exception, _answer_failure)


async def _answer_domain(request: Request, exc: Exception) -> Response:
    if not isinstance(exc, ComityError):
        raise exc
    facts = {name: _plain(value) for name, value in vars(exc).items() if not name.startswith("_")}
    told = ErrorOut.model_validate({**facts, "error": type(exc).__name__, "detail": str(exc)})
    return _told(request, told, status_of(exc))


async def _answer_parameters(request: Request, exc: Exception) -> Response:
    if not isinstance(exc, RequestValidationError):
        raise exc
    said = "; ".join(f"{'.'.join(map(str, one['loc'][1:]))}: {one['msg']}" for one in exc.errors())
    told = ErrorOut(error="UnreadableParameter", detail=said)
    return _told(request, told, HTTPStatus.UNPROCESSABLE_ENTITY)


async def _answer_http(request: Request, exc: Exception) -> Response:
    if not isinstance(exc, HTTPException):
        raise exc
    status = HTTPStatus(exc.status_code)
    told = ErrorOut(
        error=status.phrase.replace(" ", ""), detail=f"{request.url.path}: {status.description}"
    )
    return _told(request, told, status, exc.headers)


async def _answer_failure(request: Request, exc: Exception) -> Response:
    # the server logs the exception itself; what it says is not for everyone
    told = ErrorOut(error=type(exc).__name__, detail="something failed here: see the server's log")
    return _told(request, told, HTTPStatus.INTERNAL_SERVER_ERROR)


def _told(
    request: Request,
    told: ErrorOut,
    status: HTTPStatus,
    headers: Mapping[str, str] | None = None,
) -> Response:
    if is_for_programs(request):
        return JSONResponse(told.model_dump(), status_code=status, headers=headers)
    return render(request, "error.html", {"told": told, "status": status}, status=status)


def _plain(value: object) -> str | list[str]:
    return [str(one) for one in value] if isinstance(value, tuple | list) else str(value)
