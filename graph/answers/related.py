"""Software and technology that a list controls because of an item of it: what names the item, or a group that it is in."""

from __future__ import annotations

from dataclasses import dataclass

from graph.answers.asof import AsOf, Currency, state_of, vintage_of
from graph.answers.crosswalk import sheet
from graph.answers.licence_terms import Match, within
from graph.answers.limits import reference_lines
from graph.answers.resolve import resolve
from graph.derive.crosswalk.features import sorts
from graph.ids import Item
from graph.store import GraphStore

GOODS = "goods"


@dataclass(frozen=True, slots=True)
class Related:
    """One position that is controlled because of an item."""

    item: Item
    sort: str
    """``software`` or ``technology``."""

    label: str
    names: str
    """The position or group that it names."""

    whole: bool
    """It names the item or what the item lies in; else a part of the item only."""

    currency: Currency
    citation: str
    document: str


def related(store: GraphStore, item: Item, as_of: AsOf) -> tuple[Related, ...]:
    """Return the software and technology that names an item, by position.

    Raises:
        NotFound: no such list or position.
    """
    state = state_of(store, item.list, as_of)
    position = resolve(store, state, item.notation)
    held = sheet(store, state)
    kinds: dict[str, str] = store.kept(("sorts", state.iri), lambda: sorts(held))
    found = {}
    for line in reference_lines(store, state):
        where = held.nodes.get(line.where)
        if where is None or line.kind != "controls" or line.target_list != position.item.list:
            continue
        reach = within(position.item.notation, line.target)
        sort = kinds.get(line.where, GOODS)
        if reach is Match.NO or sort == GOODS:
            continue
        found[line.where, line.target] = Related(
            item=Item(position.item.list, line.where),
            sort=sort,
            label=where.label or "",
            names=line.target,
            whole=reach is Match.YES,
            currency=vintage_of(store, state, line.where, as_of).currency,
            citation=f"{state.citation}, {line.where}",
            document=state.document,
        )
    return tuple(found[key] for key in sorted(found))
