"""One licence, exception or permit whole: its rules in readable terms, what restricts it, its questions and duties."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from graph.answers.ask import ask
from graph.answers.asked.answer import AnswerRow
from graph.answers.asof import AsOf
from graph.answers.facts import Fact, facts, of
from graph.answers.facts import instruments as known_instruments
from graph.answers.groups import Membership, groups, members
from graph.answers.licence_terms import instruments, item_sets
from graph.errors import NotFound
from graph.store import GraphStore

_DUTIES = 13


class TermKind(StrEnum):
    """What one term of a rule names."""

    EVERYWHERE = "everywhere"
    NOT_HELD = "not held"
    DESTINATION = "destination"
    GROUP = "group"
    LIST = "list"
    ITEM = "item"
    ITEM_SET = "item set"
    FLAGGED = "flagged by its entry"


class Reach(StrEnum):
    """How a term counts."""

    IN = "in"
    PART = "in part"
    OUT = "taken out"


@dataclass(frozen=True, slots=True)
class Term:
    """One term of a rule."""

    text: str
    """What is named, without its mark."""

    kind: TermKind
    reach: Reach
    members: tuple[tuple[str, bool], ...] = ()
    """Of a set: the items, and whether only part of each is meant."""


@dataclass(frozen=True, slots=True)
class ScopeRule:
    """One rule, readable."""

    fact: Fact
    restricts: bool
    items: tuple[Term, ...]
    destinations: tuple[Term, ...]
    questions: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Instrument:
    """Everything that is known of one instrument on one day."""

    fact: Fact
    rules: tuple[ScopeRule, ...]
    """Authorisations first, then what restricts them."""

    group: str
    """Key of the destination group that is named after it; empty where there is none."""

    members: tuple[Membership, ...]
    duties: tuple[AnswerRow, ...]
    conflicts: tuple[Fact, ...]


def instrument(store: GraphStore, jurisdiction: str, key: str, as_of: AsOf) -> Instrument:
    """Return one instrument with its rules, duties and destinations on the day asked for.

    Raises:
        NotFound: no such instrument is known on the day.
    """
    held = known_instruments(store, jurisdiction, as_of)
    found = next((fact for fact in held if fact.text("officialKey") == key), None)
    if found is None:
        raise NotFound(f"instrument of {jurisdiction}", key)
    group = f"{jurisdiction}/{key}" if f"{jurisdiction}/{key}" in groups(store) else ""
    return Instrument(
        fact=found,
        rules=tuple(sorted(_rules(store, jurisdiction, key, as_of), key=_authorising_first)),
        group=group,
        members=members(store, group, as_of) if group else (),
        duties=tuple(ask(store, _DUTIES, {"instrument": key, "jurisdiction": jurisdiction}, as_of)),
        conflicts=tuple(
            c for c in facts(store, "SourceConflict") if key in c.text("factSubject").split()
        ),
    )


def _authorising_first(rule: ScopeRule) -> tuple[bool, str]:
    return rule.restricts, rule.fact.iri


def _rules(store: GraphStore, jurisdiction: str, key: str, as_of: AsOf) -> Iterator[ScopeRule]:
    questions = {fact.key: fact for fact in facts(store, "LicenceQuestion")}
    sets = item_sets(store)
    for fact in of(store, "AuthorisationRule", jurisdiction, as_of):
        if instruments(fact.text("instrument"), key):
            yield ScopeRule(
                fact=fact,
                restricts=fact.text("effect") == "restricts",
                items=tuple(_terms(fact.text("itemTerms"), sets)),
                destinations=tuple(_terms(fact.text("destinationTerms"))),
                questions=tuple(questions[key] for key in fact.text("asksQuestions").split()),
            )


def _terms(text: str, sets: dict[str, list[Fact]] | None = None) -> Iterator[Term]:
    marks = {"-": Reach.OUT, "~": Reach.PART}
    for written in text.split():
        reach = marks.get(written[0], Reach.IN)
        named = written if reach is Reach.IN else written[1:]
        kind = _kind(named, is_place=sets is None)
        if kind is TermKind.ITEM_SET:
            named = named.partition(":")[2]
            yield Term(named, kind, reach, tuple(_members((sets or {}).get(named, []))))
        elif kind is TermKind.FLAGGED:
            yield Term(named.partition(":")[2], kind, reach)
        else:
            yield Term(named, kind, reach)


def _kind(named: str, *, is_place: bool) -> TermKind:
    fixed = {"*": TermKind.EVERYWHERE, "?": TermKind.NOT_HELD}
    if named in fixed:
        return fixed[named]
    if is_place:
        return TermKind.GROUP if "/" in named else TermKind.DESTINATION
    head, colon, _ = named.partition(":")
    special = {"set": TermKind.ITEM_SET, "listed": TermKind.FLAGGED}
    return special.get(head, TermKind.ITEM if colon else TermKind.LIST)


def _members(held: list[Fact]) -> Iterator[tuple[str, bool]]:
    for fact in held:
        yield fact.text("memberItem"), fact.text("membershipMode") == "part"
