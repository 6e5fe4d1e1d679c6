"""Lists on the wire."""

from __future__ import annotations

from pydantic import Field

from api.schemas.answer import Answer, StateOut
from api.schemas.entries import PositionOut


class ListOut(StateOut):
    """One list state with its number of entries by category."""

    entries: dict[str, int] = Field(examples=[{"cat0": 62, "cat1": 136}])


class ListsOut(Answer):
    """Every list state that the release holds."""

    lists: list[ListOut]


class TreeOut(Answer):
    """The positions of one list, in the order of the document."""

    state: StateOut
    positions: list[PositionOut]
