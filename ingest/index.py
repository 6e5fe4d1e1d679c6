"""What the full-text index holds of a release."""

from __future__ import annotations

from collections.abc import Iterator

from graph.ids import CODE, Item
from graph.store import GraphStore, Question, Row
from graph.store.search import Position


def positions_of(store: GraphStore) -> Iterator[Position]:
    """Yield every paragraph and note once, with the words that are held and the states that have it."""
    rows: dict[str, Row] = {}
    states: dict[str, list[str]] = {}
    for found in store.find(Question.LIST_STATES):
        for row in store.find(Question.WORDING_OF_STATE, state=found["state"]):
            rows[row["version"]] = row
            states.setdefault(row["version"], []).append(found["state"])
    for version, row in rows.items():
        item = Item.of(version)
        kind = row["kind"].removeprefix(CODE)
        yield Position(
            version=version,
            states=tuple(states[version]),
            list=item.list,
            notation=item.notation,
            kind="note" if kind.startswith("NoteKind") else kind.partition("-")[2],
            label=row["label"],
            text=row["verbatim"],
        )
