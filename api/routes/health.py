"""Is something served, and what."""

from __future__ import annotations

from fastapi import APIRouter

from api.deps import HoldingDep
from api.errors import RESPONSES
from api.schemas.answer import ReleaseOut
from api.schemas.health import HealthOut

router = APIRouter(tags=["health"], responses={503: RESPONSES[503]})


@router.get("/health", summary="Which release is served")
async def read_health(holding: HoldingDep) -> HealthOut:
    """Name the release that answers, and its graphs."""
    return HealthOut(status="ok", release=ReleaseOut.of(holding), graphs=list(holding.graphs))
