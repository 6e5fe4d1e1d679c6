"""Errors on the wire."""

from __future__ import annotations

from pydantic import BaseModel, Field


class ErrorOut(BaseModel):
    """Why a question has no answer."""

    error: str = Field(examples=["NotFound"])
    detail: str = Field(examples=["no list 'zz-list'"])
    candidates: list[str] = Field(
        default=[], examples=[["us-ccl:3A001.a.15", "us-ccl:3A001.a.1.5"]]
    )
    """Positions that an ambiguous spelling may mean."""
