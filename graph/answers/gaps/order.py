"""The product order of rules (DOMAIN.md 2.6): components compared one by one, then together."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from graph.answers.asof import AsOf, Determinacy
from graph.answers.daily import daily
from graph.answers.facts import facts
from graph.answers.groups import groups, members
from graph.answers.licence_terms import Match, terms
from graph.store import GraphStore


class Order(StrEnum):
    """How the first of two components stands to the second."""

    EQUAL = "="
    WIDER = ">"
    NARROWER = "<"
    CROSS = "<>"
    OPEN = "?"


@dataclass(frozen=True, slots=True)
class Compared:
    """One component of two rules."""

    component: str
    order: Order
    a: str
    b: str

    @property
    def said(self) -> str:
        """The component in a few words; nothing where both sides are equal."""
        return (
            "" if self.order is Order.EQUAL else f"{self.component}: {self.a} {self.order} {self.b}"
        )


@dataclass(frozen=True, slots=True)
class Folded:
    """Two rules compared as a whole."""

    relation: str
    """equal, wider, narrower or incomparable."""

    determinacy: Determinacy
    reason: str


#: What the orders of components that differ amount to; two that disagree are incomparable.
_WHOLE = {
    frozenset[Order](): "equal",
    frozenset({Order.WIDER}): "wider",
    frozenset({Order.NARROWER}): "narrower",
}


def fold(parts: Iterable[Compared]) -> Folded:
    """Return how two rules stand whose components stand so.

    Shape:   wider where every component is at least as wide and one is wider; a component that is open leaves the
        whole conditional, and unknown where nothing else decides.
    """
    held = tuple(parts)
    decided = frozenset(p.order for p in held) - {Order.EQUAL, Order.OPEN}
    is_open = any(p.order is Order.OPEN for p in held)
    relation = _WHOLE.get(decided, "incomparable")
    sure = Determinacy.DETERMINED
    if is_open:
        sure = Determinacy.CONDITIONAL if decided else Determinacy.UNKNOWN
        relation = relation if decided else "incomparable"
    return Folded(relation, sure, "; ".join(p.said for p in held if p.said))


def sets(component: str, a: Collection[str], b: Collection[str]) -> Compared:
    """Compare two sets of codes by inclusion."""
    first, second = frozenset(a), frozenset(b)
    order = (
        Order.EQUAL if first == second
        else Order.WIDER if first > second
        else Order.NARROWER if first < second
        else Order.CROSS
    )  # fmt: skip
    return Compared(component, order, _words(first), _words(second))


def same(component: str, a: str, b: str) -> Compared:
    """Compare two codes that have no order: equal, or not comparable; an empty one is open."""
    order = Order.OPEN if not a or not b else Order.EQUAL if a == b else Order.CROSS
    return Compared(component, order, a or "-", b or "-")


def flipped(compared: Compared) -> Compared:
    """Return the comparison of what a rule leaves out as one of what it reaches."""
    turned = {Order.WIDER: Order.NARROWER, Order.NARROWER: Order.WIDER}
    order = turned.get(compared.order, compared.order)
    return Compared(compared.component, order, compared.a, compared.b)


def _words(codes: Collection[str]) -> str:
    return " ".join(sorted(codes)) or "-"


class Orders:
    """The orders of codes, and of sets of destinations, on one day."""

    def __init__(self, store: GraphStore, as_of: AsOf) -> None:
        self._store, self._as_of = store, as_of
        rows = facts(store, "ComponentOrder")
        self._rank = {
            (fact.text("ofComponent"), fact.text("componentCode")): int(fact.text("ranking"))
            for fact in rows
            if fact.text("ranking")
        }
        self._within = {
            fact.text("componentCode"): frozenset(fact.text("lieWithin").split())
            for fact in rows
            if not fact.text("ranking")
        }
        self._codes = [c for f in facts(store, "Destination") for c in f.codes("onDestination")]
        self._groups: dict[str, Mapping[str, Match]] = {}
        self._reached: dict[str, Mapping[str, Match]] = {}
        self._places: dict[tuple[str, str], Compared] = {}

    def rank(self, component: str, code: str) -> int | None:
        """Return the place of a code in its order; ``None`` where it has none."""
        return self._rank.get((component, code))

    def ranked(self, component: str, a: str, b: str) -> Compared:
        """Compare two cells of ranked codes by the greatest of each; a code without rank cannot be compared."""
        first, second = (
            max((r for code in text.split() if (r := self.rank(component, code)) is not None), default=None)
            for text in (a, b)
        )  # fmt: skip
        if first is None or second is None:
            return Compared(component, Order.EQUAL if a == b else Order.CROSS, a or "-", b or "-")
        order = (
            Order.EQUAL if first == second else Order.WIDER if first > second else Order.NARROWER
        )
        return Compared(component, order, a, b)

    def scoped(self, component: str, a: str, b: str) -> Compared:
        """Compare two codes of which one may lie within the other."""
        order = (
            Order.EQUAL if a == b
            else Order.WIDER if a in self._within.get(b, ())
            else Order.NARROWER if b in self._within.get(a, ())
            else Order.CROSS
        )  # fmt: skip
        return Compared(component, order, a, b)

    def places(self, a: str, b: str) -> Compared:
        """Compare the destinations that two cells of terms mean on the day."""
        if (a, b) not in self._places:
            self._places[a, b] = self._compared(a, b)
        return self._places[a, b]

    def _compared(self, a: str, b: str) -> Compared:
        pairs = [
            (first, second, code)
            for code, first in self.reached(a).items()
            for second in (self.reached(b)[code],)
        ]
        wide = all(one is Match.YES for one, other, _ in pairs if other is not Match.NO)
        narrow = all(other is Match.YES for one, other, _ in pairs if one is not Match.NO)
        more = [code for one, other, code in pairs if one is Match.YES and other is Match.NO]
        less = [code for one, other, code in pairs if other is Match.YES and one is Match.NO]
        order = (
            Order.CROSS if more and less
            else Order.EQUAL if wide and narrow
            else Order.WIDER if wide and more
            else Order.NARROWER if narrow and less
            else Order.OPEN
        )  # fmt: skip
        return Compared("destinations", order, _told(a, more), _told(b, less))

    def reached(self, text: str) -> Mapping[str, Match]:
        """Return for every destination whether terms mean it."""
        if text not in self._reached:
            self._reached[text] = {
                code: terms(text, partial(self._match, code)) for code in self._codes
            }
        return self._reached[text]

    def _match(self, code: str, term: str) -> Match:
        if term in ("*", code):
            return Match.YES
        return Match.OPEN if term == "?" else self._members(term).get(code, Match.NO)

    def _members(self, group: str) -> Mapping[str, Match]:
        if group not in self._groups:
            held = members(self._store, group, self._as_of) if group in groups(self._store) else ()
            self._groups[group] = {
                one.destination: Match.YES
                if one.determinacy is Determinacy.DETERMINED and not one.limited_to
                else Match.OPEN
                for one in held
            }
        return self._groups[group]


def orders_on(store: GraphStore, as_of: AsOf) -> Orders:
    """Return the orders of one day, opened once."""
    return daily(store, "orders", "", as_of, lambda: Orders(store, as_of))


def _told(text: str, only: list[str]) -> str:
    """Return terms, and a destination that only they mean as a witness."""
    short = text if len(text) <= 40 else f"{text[:37]}..."
    return f"{short} ({sorted(only)[0]})" if only else short
