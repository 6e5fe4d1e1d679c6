"""Search results on the wire."""

from __future__ import annotations

from pydantic import Field

from api.schemas.answer import Answer, ItemName, VintageOut, Wire
from graph.answers.search import FoundBy


class HitOut(Wire):
    """One position that was found."""

    item: ItemName
    kind: str = Field(examples=["item"])
    label: str | None = Field(examples=["Blue widgets"])
    found_by: FoundBy = Field(examples=["words"])
    snippet: str | None = Field(
        description="words around the match, the match between [ and ]",
        examples=["Blue [widgets]"],
    )
    vintage: VintageOut


class SearchOut(Answer):
    """Positions by code, then by words."""

    query: str = Field(examples=["widgets"])
    hits: list[HitOut]
