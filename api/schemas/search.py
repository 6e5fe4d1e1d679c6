"""Search results on the wire."""

from __future__ import annotations

from api.schemas.answer import Answer, ItemName, VintageOut, Wire
from graph.answers.search import FoundBy


class HitOut(Wire):
    """One position that was found."""

    item: ItemName
    kind: str
    label: str | None
    found_by: FoundBy
    snippet: str | None
    vintage: VintageOut


class SearchOut(Answer):
    """Positions by code, then by words."""

    query: str
    hits: list[HitOut]
