"""Health on the wire."""

from __future__ import annotations

from pydantic import BaseModel, Field

from api.schemas.answer import ReleaseOut


class HealthOut(BaseModel):
    """Which release is served."""

    status: str = Field(examples=["ok"])
    release: ReleaseOut
    graphs: list[str] = Field(
        examples=[["https://w3id.org/comity/graph/source/us-ccl/12c63c3265ab"]]
    )
