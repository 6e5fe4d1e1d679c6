"""What a route may ask for."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated, cast

from fastapi import Depends, Query, Request

from api.library import Held, Holding
from graph.answers.asof import AsOf, day


async def _holding(request: Request) -> Holding:
    return cast(Held, request.app.state.held)()


async def _as_of(
    valid: Annotated[
        str, Query(description="day the law is asked for; default today", examples=["2026-06-24"])
    ] = "",
    known: Annotated[
        str,
        Query(
            description="day by which texts were published; default today", examples=["2026-06-24"]
        ),
    ] = "",
) -> AsOf:
    today = datetime.now(UTC).date()
    return AsOf(day(valid) if valid else today, day(known) if known else today)


HoldingDep = Annotated[Holding, Depends(_holding)]
AsOfDep = Annotated[AsOf, Depends(_as_of)]
