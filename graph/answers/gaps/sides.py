"""Two jurisdictions whose rules are compared, and the gap that a comparison gives."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Self

from graph.answers.asof import AsOf, Currency, Determinacy
from graph.answers.facts import Fact, facts
from graph.answers.gaps.order import Folded, Orders, orders_on
from graph.answers.parties import orders
from graph.ids import key_of
from graph.model.gap import Direction, Gap, Severity
from graph.store import GraphStore

#: Relation of the first side to the second, to the side that has more of what is compared.
_DIRECTIONS = {
    "only_a": Direction.A_NOT_B,
    "wider": Direction.A_NOT_B,
    "only_b": Direction.B_NOT_A,
    "narrower": Direction.B_NOT_A,
}
_SURENESS = (Determinacy.DETERMINED, Determinacy.CONDITIONAL, Determinacy.UNKNOWN)
_AGE = (Currency.EXACT, Currency.ASSUMED, Currency.SUPERSEDED)

Rows = tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """What a comparison says of two sides."""

    relation: str
    reason: str
    sure: Determinacy = Determinacy.DETERMINED
    witness: str = ""
    about: str = ""
    """What is compared, where the same rows differ in more than one thing: it tells findings apart."""

    direction: Direction | None = None
    """Which side has more, where the relation does not say it."""

    @classmethod
    def of(cls, folded: Folded, about: str = "", witness: str = "") -> Self:
        """Say what two rules compared as a whole amount to."""
        reason = f"{about}: {folded.reason}" if about else folded.reason
        return cls(folded.relation, reason, folded.determinacy, witness, about)


@dataclass(frozen=True, slots=True)
class Sides:
    """Two jurisdictions on one day."""

    store: GraphStore
    a: tuple[str, ...]
    """Legal orders that have effect in the first: its own, and the Union's in a Member State."""

    b: tuple[str, ...]
    as_of: AsOf
    orders: Orders = field(repr=False)
    severities: dict[tuple[str, str], Severity] = field(repr=False)

    @classmethod
    def of(cls, store: GraphStore, a: str, b: str, as_of: AsOf) -> Self:
        """Open two jurisdictions."""
        rated = {
            (fact.text("gapKind"), fact.text("gapRelation")): Severity(fact.text("severity"))
            for fact in facts(store, "SeverityRule")
        }
        both = orders(store, a, as_of), orders(store, b, as_of)
        return cls(store, *both, as_of, orders_on(store, as_of), rated)

    def rows(self, class_name: str) -> tuple[Rows, Rows]:
        """Return the rows of one class that hold on each side, those that both share included."""
        held = [fact for fact in facts(self.store, class_name) if fact.holds(self.as_of)]
        first, second = (
            tuple(fact for fact in held if set(fact.jurisdictions) & set(side))
            for side in (self.a, self.b)
        )
        return first, second

    def own(self, class_name: str) -> tuple[Rows, Rows]:
        """Return the rows of each side that the other does not share."""
        first, second = self.rows(class_name)
        return (
            tuple(fact for fact in first if fact not in second),
            tuple(fact for fact in second if fact not in first),
        )

    def gap(self, kind: str, grounds: tuple[Iterable[Fact], Iterable[Fact]], told: Told) -> Gap:
        """Return the gap that rests on rows of either side; never surer than any of them."""
        first, second = map(tuple, grounds)
        both = (*first, *second)
        inputs = (*(fact.iri for fact in first), "", *(fact.iri for fact in second))
        return Gap(
            kind=kind,
            direction=told.direction or _DIRECTIONS.get(told.relation, Direction.BOTH),
            a_notation=_keys(first),
            b_notation=_keys(second),
            status=told.relation,
            determinacy=max((told.sure, *(f.determinacy for f in both)), key=_SURENESS.index),
            boundary_only=False,
            witness=told.witness,
            reason=told.reason,
            severity=self.severities[kind, told.relation],
            a_citation=_cited(first),
            b_citation=_cited(second),
            finding=key_of(kind, told.relation, told.about, *inputs),
            modulo="",
            currency=max((f.currency(self.as_of) for f in both), key=_AGE.index),
        )

    def only(self, kind: str, rows: tuple[Rows, Rows], reason: str, about: str) -> Gap | None:
        """Return the gap where one side alone has rows, *unknown*: our rows are not all of the other's law.

        Shape:   nothing where both have rows, or neither.
        """
        first, second = rows
        if bool(first) is bool(second):
            return None
        relation = "only_a" if first else "only_b"
        shared = set(self.a) & set(self.b)
        said = f"{reason}, beside the law that both share" if shared else reason
        return self.gap(kind, rows, Told(relation, said, Determinacy.UNKNOWN, about=about))


def _keys(rows: Rows) -> str:
    return " ".join(fact.key for fact in rows)


def _cited(rows: Rows) -> str:
    return " | ".join(dict.fromkeys(fact.citation for fact in rows))
