"""Which position a spelling means."""

from __future__ import annotations

import re
import unicodedata

from graph.answers.asof import ListState
from graph.answers.position import Position, described, position
from graph.errors import AmbiguousItem, NotAtHand, NotFound, UnreadableItem
from graph.ids import Item, is_act_key
from graph.model.control_list import Completeness
from graph.notation import squashed
from graph.store import GraphStore, Question

_NOTE = re.compile(r"\.(?=(?:note|techn|nb)\.)", re.IGNORECASE)


def resolve(store: GraphStore, state: ListState, text: str) -> Position:
    """Return the position that a spelling means at one state of a list; for a note, the position it annotates.

    Shape:   the regular notation itself, else the one position that is written with the same letters and digits.

    Raises:
        UnreadableItem: neither letter nor digit is in it.
        AmbiguousItem: the spelling may mean several positions.
        NotFound: no position is written so.
        NotAtHand: the list is only known to exist.
    """
    if state.completeness is Completeness.NAMED:
        raise NotAtHand(state.key, state.citation, state.remark)
    plain = _NOTE.split(unicodedata.normalize("NFKC", text).strip(), maxsplit=1)[0]
    if exact := at(store, state, Item(state.text_key, plain)):
        return exact[0]
    wanted = squashed(plain)
    if not wanted:
        raise UnreadableItem(text, "a notation, such as 3A001.a.5")
    rows = store.find(Question.ENTRIES_OF_STATE, state=state.text)
    items = [Item.of(row["entry"]) for row in rows]
    spelled = {wanted}
    if is_act_key(state.key):  # "744.3(a)" is section 3 of part 744
        spelled.add(wanted.removeprefix(squashed(state.key.rpartition("/")[2])))
    found = sorted(item for item in items if squashed(item.notation) in spelled)
    if len(found) > 1:
        raise AmbiguousItem(text, [str(item) for item in found])
    if not found:
        raise NotFound(f"position of {state.key}{state.day}", plain)
    return at(store, state, found[0])[0]


def at(store: GraphStore, state: ListState, item: Item) -> tuple[Position, ...]:
    """Return the position that a regular notation names at one state of its list; nothing where there is none."""
    rows = store.find(Question.POSITION, entry=item.iri, state=state.text)
    return tuple(map(position, described(rows)))
