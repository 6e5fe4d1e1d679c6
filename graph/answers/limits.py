"""Limits and references of a list, a line each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from graph.answers.asof import ListState
from graph.answers.position import code_of
from graph.ids import Item
from graph.model.limit import Comparator
from graph.store import GraphStore, Question
from graph.vocabulary import term_name


@dataclass(frozen=True, slots=True)
class LimitLine:
    """One limit of a list."""

    where: str
    index: int
    parameter: str
    comparator: Comparator
    value: str
    """Exact decimal; empty for formulas, numbers in words and exponents that cannot be told."""

    unit: str
    ucum: str
    condition: str
    alternative: bool
    span: str


@dataclass(frozen=True, slots=True, order=True)
class ReferenceLine:
    """One reference of a list."""

    where: str
    target_list: str
    target: str
    kind: str
    as_written: str
    resolved: bool


def limit_lines(store: GraphStore, state: ListState) -> tuple[LimitLine, ...]:
    """Return every limit that one state of a list says, by paragraph and place."""
    held: dict[tuple[str, str], dict[str, str]] = {}
    for row in store.find(Question.LIMITS_OF_STATE, state=state.text):
        parts = held.setdefault((row["version"], row["limit"]), {})
        parts[term_name(row["part"])] = row["value"]
    found = (_limit(Item.of(version).notation, parts) for (version, _), parts in held.items())
    return tuple(sorted(found, key=lambda one: (one.where, one.index)))


def reference_lines(store: GraphStore, state: ListState) -> tuple[ReferenceLine, ...]:
    """Return every reference that one state of a list makes, by paragraph and target."""
    found = set()
    for row in store.find(Question.REFERENCES_OF_STATE, state=state.text):
        where, kind = Item.of(row["version"]).notation, code_of(row["kind"]).replace(" ", "_")
        target_list, _, target = row["target"].rpartition(":")
        resolved = row["resolved"] == "true"
        found.add(ReferenceLine(where, target_list, target, kind, row["as_written"], resolved))
    return tuple(sorted(found))


def _limit(where: str, parts: Mapping[str, str]) -> LimitLine:
    return LimitLine(
        where=where,
        index=int(parts["index"]),
        parameter=parts.get("parameterPhrase", ""),
        comparator=Comparator.of(code_of(parts["comparator"])),
        value=parts.get("numericValue", ""),
        unit=parts.get("unitWritten", ""),
        ucum=parts.get("ucumCode", ""),
        condition=parts.get("conditionPhrase", ""),
        alternative=parts["inSecondUnit"] == "true",
        span=parts["textSpan"],
    )
