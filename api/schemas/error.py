"""Errors on the wire."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, Field

#: One answer of each kind, as the description of the API shows it.
EXAMPLES: dict[int, dict[str, Any]] = {
    400: {
        "error": "UnreadableDate",
        "detail": "'soon' is not a day such as 2026-06-24",
        "candidates": [],
        "text": "soon",
    },
    404: {
        "error": "NotFound",
        "detail": "no list 'zz-list'",
        "candidates": [],
        "kind": "list",
        "key": "zz-list",
    },
    409: {
        "error": "AmbiguousItem",
        "detail": "'3A001a15' is ambiguous: us-ccl:3A001.a.15, us-ccl:3A001.a.1.5",
        "candidates": ["us-ccl:3A001.a.15", "us-ccl:3A001.a.1.5"],
        "text": "3A001a15",
    },
    422: {
        "error": "UnreadableParameter",
        "detail": "limit: Input should be greater than or equal to 1",
        "candidates": [],
    },
    503: {
        "error": "NotBuilt",
        "detail": "no release in /srv/comity: run `comity build` first",
        "candidates": [],
        "place": "/srv/comity",
    },
}


class ErrorOut(BaseModel):
    """Why a question has no answer; further fields are the facts of the error, such as ``key`` or ``held``."""

    model_config = ConfigDict(extra="allow")

    error: str = Field(examples=["NotFound"])
    detail: str = Field(examples=["no list 'zz-list'"])
    candidates: list[str] = Field(
        default=[],
        description="positions that an ambiguous spelling may mean",
        examples=[["us-ccl:3A001.a.15", "us-ccl:3A001.a.1.5"]],
    )
