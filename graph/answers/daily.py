"""What is derived for the days of a question: kept for the last few days that were asked, in a store that does not change."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import TypeVar, cast

from graph.answers.asof import AsOf
from graph.store import GraphStore

T = TypeVar("T")

DAYS = 24
"""Days that are kept for each kind of answer: a server that is asked for many days must not grow."""


def daily(store: GraphStore, kind: str, key: Hashable, as_of: AsOf, make: Callable[[], T]) -> T:
    """Return what ``make`` derives for these days: made once while the days are among the last that were asked."""
    held: OrderedDict[AsOf, dict[Hashable, object]] = store.kept(("daily", kind), OrderedDict)
    of_day = held.pop(as_of, {})
    held[as_of] = of_day
    if len(held) > DAYS:
        held.popitem(last=False)
    if key not in of_day:
        of_day[key] = make()
    return cast(T, of_day[key])
