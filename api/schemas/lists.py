"""Lists on the wire."""

from __future__ import annotations

from pydantic import Field

from api.schemas.answer import Answer, StateOut, VintageOut
from api.schemas.entries import NoteOut, PlaceOut
from graph.answers.asof import Currency


class ListOut(StateOut):
    """One list state with its number of entries by category."""

    entries: dict[str, int] = Field(examples=[{"cat0": 62, "cat1": 136}])


class ListsOut(Answer):
    """Every list state that the release holds."""

    lists: list[ListOut]


class ActsOut(Answer):
    """Every state of an act that the release holds."""

    acts: list[StateOut]


class OutlineOut(PlaceOut):
    """One position of a list in its outline: where its words stand, but not the words."""

    digest: str = Field(
        description="first 12 hex digits of the sha256 of the wording", examples=["3bbdca95f2eb"]
    )
    spans: str = Field(
        description="start-end in the document's canonical text", examples=["566173-566314"]
    )
    currency: Currency = Field(description="superseded where a later text is known to differ")


class TreeOut(Answer):
    """The positions of one list, in the order of the document."""

    state: StateOut
    vintage: VintageOut = Field(description="of the list; a position may be superseded by itself")
    positions: list[OutlineOut]
    notes: list[NoteOut] = Field(description="notes on the whole list; none for one category")
