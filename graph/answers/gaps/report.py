"""All gaps of two lists: of their items, and of the rules of their jurisdictions."""

from __future__ import annotations

from graph.answers.asof import AsOf, state_of
from graph.answers.gaps.lists import list_gaps
from graph.answers.gaps.rules import RULE_KINDS, rule_gaps
from graph.errors import UnreadableItem
from graph.model.gap import Gap
from graph.store import GraphStore

LIST_KINDS = ("coverage", "threshold")


def gaps_between(
    store: GraphStore,
    list_a: str,
    list_b: str,
    as_of: AsOf,
    *,
    kind: str = "",
    category: str = "",
) -> tuple[Gap, ...]:
    """Return the gaps of two lists, of one kind or of all; of one category, those of items below it only.

    Raises:
        NotFound: no such list.
        UnreadableItem: a kind that is none.
    """
    known = (*LIST_KINDS, *RULE_KINDS)
    if kind and kind not in known:
        raise UnreadableItem(kind, f"one of {', '.join(known)}")
    first, second = (state_of(store, key, as_of).jurisdiction for key in (list_a, list_b))
    wanted = [one for one in RULE_KINDS if kind in ("", one)]
    found: list[Gap] = []
    if wanted and not category:
        found += rule_gaps(store, first, second, as_of, wanted)
    if not kind or kind in LIST_KINDS:
        found += [
            gap
            for gap in list_gaps(store, list_a, list_b, as_of)
            if kind in ("", gap.kind)
            and any(text.startswith(category) for text in (gap.a_notation, gap.b_notation) if text)
        ]
    return tuple(sorted(found, key=lambda gap: gap.cells))
