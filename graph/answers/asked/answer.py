"""What every question gives: rows that say how sure they are, how current, and where they are read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph.answers.asof import AsOf, Currency, Determinacy
from graph.answers.facts import Fact


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """One row of an answer."""

    cells: Mapping[str, str]
    determinacy: Determinacy
    currency: Currency
    citations: tuple[str, ...]


def row_of(fact: Fact, as_of: AsOf, **cells: str) -> AnswerRow:
    """Return a row that rests on one fact."""
    labels = tuple(f"{ground.kind}: {ground.label}" for ground in fact.grounds)
    cited = fact.text("citationLabel")
    return AnswerRow(
        cells=cells,
        determinacy=fact.determinacy,
        currency=fact.currency(as_of),
        citations=((cited,) if cited else ()) + labels,
    )


_SURENESS = (Determinacy.DETERMINED, Determinacy.CONDITIONAL, Determinacy.UNKNOWN)
_AGE = (Currency.EXACT, Currency.ASSUMED, Currency.SUPERSEDED)


def rows_of(
    facts: Iterable[Fact], as_of: AsOf, sure: Determinacy = Determinacy.DETERMINED, **cells: str
) -> AnswerRow:
    """Return a row that rests on several facts: no surer than ``sure`` or than any of them, and as old as the oldest."""
    told = [row_of(fact, as_of) for fact in facts]
    return AnswerRow(
        cells=cells,
        determinacy=max((sure, *(one.determinacy for one in told)), key=_SURENESS.index),
        currency=max((one.currency for one in told), key=_AGE.index, default=Currency.ASSUMED),
        citations=tuple(dict.fromkeys(label for one in told for label in one.citations)),
    )


def places(fact: Fact) -> str:
    """Return the jurisdictions of a fact."""
    return " ".join(fact.jurisdictions)
