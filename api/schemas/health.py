"""Health on the wire."""

from __future__ import annotations

from pydantic import BaseModel

from api.schemas.answer import ReleaseOut


class HealthOut(BaseModel):
    """Which release is served."""

    status: str
    release: ReleaseOut
    graphs: list[str]
