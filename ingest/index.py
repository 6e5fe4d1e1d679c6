"""What the full-text index holds of a release."""

from __future__ import annotations

from collections.abc import Iterator

from graph.ids import CODE, Item
from graph.store import GraphStore, Question
from graph.store.search import Position


def positions_of(store: GraphStore) -> Iterator[Position]:
    """Yield every paragraph and note of every list state, with the words that are held."""
    for state in store.find(Question.LIST_STATES):
        for row in store.find(Question.WORDING_OF_STATE, state=state["state"]):
            item = Item.of(row["version"])
            kind = row["kind"].removeprefix(CODE)
            kind = "note" if kind.startswith("NoteKind") else kind.partition("-")[2]
            yield Position(
                row["version"], item.list, item.notation, kind, row["label"], row["verbatim"]
            )
