"""The questions that can be asked by number (DOMAIN.md 3), with what each needs to know."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from graph.answers.asked import (
    between,
    calendar,
    compared,
    destinations,
    duties,
    reports,
    transactions,
)
from graph.answers.asked.answer import AnswerRow
from graph.answers.asof import AsOf
from graph.errors import NotFound, UnreadableItem
from graph.store import GraphStore

Answerer = Callable[[GraphStore, Mapping[str, str], AsOf], Iterator[AnswerRow]]


@dataclass(frozen=True, slots=True)
class Asked:
    """One question."""

    text: str
    answer: Answerer
    columns: tuple[str, ...]
    needs: tuple[str, ...] = ()
    takes: tuple[str, ...] = ()

    @property
    def params(self) -> tuple[str, ...]:
        """What may be given."""
        return (*self.needs, *self.takes)


_RULE = ("jurisdiction", "rule", "trigger", "standard", "reaches", "items", "activities", "effect")

QUESTIONS: Mapping[int, Asked] = {
    1: Asked("Is a licence needed for an item to a destination, which instruments apply, what is open?", transactions.asked,
             ("item", "aspect", "what", "by"), ("item", "destination"), ("jurisdiction", "end_use")),
    2: Asked("What does each jurisdiction ask for the same item and destination?", transactions.abreast,
             ("order", "jurisdiction", "item", "link", "level", "delta", "stricter", "instruments", "on", "why"),
             ("item", "destination"), ("jurisdiction", "jurisdictions", "end_use")),
    8: Asked("Which general authorisations cover an item to a destination, on which conditions?", transactions.instruments,
             ("instrument", "standing", "reason", "questions"), ("item", "destination"), ("jurisdiction",)),
    9: Asked("Do two jurisdictions recognise each other, also for one item?", between.recognised,
             ("kind", "direction", "symmetry", "arrangement", "items", "conditions", "interval", "finding"), ("a", "b"), ("item", "kind")),
    10: Asked("Who favours whom, and where only one way?", between.favours,
              ("a", "b", "status", "a_by", "b_by", "overlap"), (), ("jurisdiction",)),
    11: Asked("When did each jurisdiction carry out a decision of a regime?", compared.timeline,
              ("decision", "decided", "jurisdiction", "in_force", "lag", "scope", "median_lag"), (), ("decision",)),
    12: Asked("Of which decisions is no act of a jurisdiction at hand?", compared.missing,
              ("jurisdiction", "decision", "decided", "days", "carried_out_by"), ("jurisdiction",)),
    13: Asked("Which duties follow from using an instrument?", duties.of_instrument,
              ("jurisdiction", "duty", "what", "by"), ("instrument",), ("jurisdiction",)),
    14: Asked("Which duties has a firm that exports from several jurisdictions?", duties.of_firm,
              ("kind", "jurisdiction", "what", "driver", "until"), ("jurisdictions",)),
    15: Asked("Which rules of several jurisdictions collide, and is there an exit?", between.collisions,
              ("kind", "rule_a", "rule_b", "status", "trigger", "exits"), (), ("jurisdictions",)),
    16: Asked("Does a law reach a transaction abroad?", transactions.reached, ("rule", "reaches", "question"),
              ("jurisdiction", "destination"), ("origin", "content", "directProduct", "person")),
    17: Asked("How do catch-alls for an end use compare?", compared.catch_all_table,
              (*_RULE, "order"), ("end_use",), ("destination", "jurisdictions")),
    18: Asked("Which catch-alls may reach an item on no list to a destination?", compared.catch_alls_to,
              _RULE, ("jurisdiction", "destination")),
    19: Asked("Which exemptions has one side that the other has not, or has otherwise?", compared.exempted,
              ("direction", "a", "b", "status", "reason", "finding"), ("a", "b")),
    20: Asked("May technology or research be shared with a person?", transactions.releases,
              ("rule", "counts", "destination", "level", "reason", "questions"), ("jurisdiction", "release"),
              ("place", "nationality", "residence", "permanent", "publication", "role", "item")),
    21: Asked("Who is in a destination group; since when is a destination in it?", destinations.members_of,
              ("group", "destination", "standing", "from", "to", "text_of", "limited_to", "reason"), (), ("group", "destination")),
    22: Asked("What did the entry or removal of a destination touch?", destinations.changes,
              ("destination", "group", "change", "day", "affects"), ("destination",)),
    23: Asked("What ends or is reviewed in the next days?", calendar.due,
              ("day", "jurisdiction", "what", "kind", "term", "then"), (), ("days",)),
    24: Asked("What is the status of a rule?", calendar.statuses,
              ("rule", "status", "posture", "confirmed", "since"), (), ("rule",)),
    29: Asked("Which software and technology is controlled because of an item?", transactions.behind,
              ("item", "sort", "label", "names"), ("item",)),
    30: Asked("What numbers about licensing are published?", reports.metrics,
              ("jurisdiction", "authority", "period", "metric", "value", "unit", "warning"), (), ("jurisdiction",)),
    31: Asked("Which trusted-party schemes are there, and who recognises them?", between.schemes,
              ("jurisdiction", "scheme", "kind", "benefit", "condition", "recognised_by"), (), ("jurisdiction",)),
    32: Asked("Which risk tier has a destination, as each jurisdiction sees it?", between.risk,
              ("jurisdiction", "destination", "tier", "up_to", "reasons", "agreement"), ("destination",), ("jurisdictions",)),
    33: Asked("Which embargoes reach a destination?", destinations.embargoes,
              ("jurisdiction", "rule", "basis", "effect", "reaches"), ("destination",), ("jurisdiction",)),
    34: Asked("Which papers does an export need, and which are recognised?", duties.documents,
              ("paper", "what", "status", "waived"), ("jurisdiction",)),
    35: Asked("What does law ask on the way: directly, or through another state?", transactions.by_way,
              ("order", "path", "leg", "law", "activity", "item", "level", "instruments", "why"), ("item", "destination", "through"),
              ("jurisdiction", "end_use")),
    36: Asked("What rests on memory, on excerpts, or on sources that differ?", reports.weak,
              ("table", "id", "jurisdiction", "what", "why"), (), ("jurisdiction",)),
}  # fmt: skip

SHARED = ("determinacy", "currency", "citations")
"""Columns that every answer has, at its end."""


def ask(
    store: GraphStore, number: int, params: Mapping[str, str], as_of: AsOf
) -> tuple[AnswerRow, ...]:
    """Return the rows that answer one question, sorted.

    Raises:
        NotFound: a question that is not answered yet, or something that it names and that is not held.
        UnreadableItem: a parameter that the question needs is missing, or one that it does not know is given.
    """
    if number not in QUESTIONS:
        known = ", ".join(map(str, QUESTIONS))
        raise NotFound("question (answered are " + known + ")", str(number))
    asked = QUESTIONS[number]
    given = {name: text.strip() for name, text in params.items() if text.strip()}
    for name in asked.needs:
        if name not in given:
            raise UnreadableItem(f"question {number}", f"whole: it needs {name}=VALUE")
    if unknown := sorted(given.keys() - set(asked.params)):
        raise UnreadableItem(unknown[0], f"one of {', '.join(asked.params)} for question {number}")
    rows = asked.answer(store, given, as_of)
    return tuple(
        sorted(rows, key=lambda row: ([row.cells[c] for c in asked.columns], row.citations))
    )


def cells_of(row: AnswerRow, asked: Asked) -> tuple[str, ...]:
    """Return the cells of a row in the order of the question's columns, then those that every answer has."""
    own = tuple(row.cells[column] for column in asked.columns)
    return (*own, row.determinacy.value, row.currency.value, " | ".join(row.citations))
