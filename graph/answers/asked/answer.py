"""What every question gives: rows that say how sure they are, how current, and where they are read."""

from __future__ import annotations

from collections.abc import Mapping
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


def places(fact: Fact) -> str:
    """Return the jurisdictions of a fact."""
    return " ".join(fact.jurisdictions)
