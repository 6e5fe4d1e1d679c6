"""Which position a spelling means."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping, Sequence

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
    spelled = {wanted}
    if is_act_key(state.key):  # "744.3(a)" is section 3 of part 744
        spelled.add(wanted.removeprefix(squashed(state.key.rpartition("/")[2])))
    held = _spellings(store, state)
    found = sorted(item for one in spelled for item in held.get(one, ()))
    if len(found) > 1:
        raise AmbiguousItem(text, [str(item) for item in found])
    if not found:
        raise NotFound(f"position of {state.key}{state.day}", plain)
    return at(store, state, found[0])[0]


def _spellings(store: GraphStore, state: ListState) -> Mapping[str, Sequence[Item]]:
    """Return the positions of a state by their letters and digits."""

    def made() -> Mapping[str, Sequence[Item]]:
        found: dict[str, list[Item]] = defaultdict(list)
        for row in store.find(Question.ENTRIES_OF_STATE, state=state.text):
            item = Item.of(row["entry"])
            found[squashed(item.notation)].append(item)
        return found

    held: Mapping[str, Sequence[Item]] = store.kept(("spellings", state.text), made)
    return held


def at(store: GraphStore, state: ListState, item: Item) -> tuple[Position, ...]:
    """Return the position that a regular notation names at one state of its list; nothing where there is none."""
    rows = store.find(Question.POSITION, entry=item.iri, state=state.text)
    return tuple(map(position, described(rows)))
