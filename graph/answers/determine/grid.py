"""The whole grid of the United States: every entry to every destination, each kind of cell decided once."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from graph.answers.asof import AsOf, state_of
from graph.answers.determine import us
from graph.answers.determine.fold import Folded, fold
from graph.answers.determine.frame import determine
from graph.answers.determine.rules import Applied, apply, concerning, treated_as
from graph.answers.facts import Fact, facts
from graph.answers.licence_terms import Match, Things, places, terms
from graph.answers.licensing import Requirement
from graph.ids import Item
from graph.model.determination import Case, Determination, Level
from graph.store import GraphStore


@dataclass(frozen=True, slots=True)
class Cell:
    """One entry to one destination, under the declared scenario; licence exceptions are not asked."""

    entry: str
    destination: str
    level: Level
    determinacy: str
    columns: tuple[str, ...]


def grid(store: GraphStore, as_of: AsOf) -> Iterator[Cell]:
    """Yield a cell for every entry of the list and every destination, by entry and destination.

    Shape:   destinations of which chart, groups and rules say the same are one kind: a cell is decided for each kind.
    """
    state = state_of(store, us.LIST, as_of)
    rows, modelled = us.rows_by_entry(store, state), us.pointed(store)
    rules = concerning(store, ("us",), as_of)
    kinds = tuple(_kinds(store, as_of, rules, _terms(rows)))
    case, found = _case("", "", as_of), list[Cell]()
    held = {
        (r.iri, m): _counting(apply(r, m, case)) for r in rules for m in (Match.OPEN, Match.YES)
    }
    for entry in us.entries(store, state):
        things = Things(store, Item(us.LIST, entry), as_of)
        about = [(rule.iri, m) for rule in rules if (m := _about(rule, things)) is not Match.NO]
        for kind, destinations in kinds:
            folded = _folded(entry, kind, rows, modelled, about, held)
            columns = tuple(dict.fromkeys(c for cause in folded.causes for c in cause.columns))
            found += [Cell(entry, d, folded.level, folded.determinacy, columns) for d in destinations]  # fmt: skip
    yield from sorted(found, key=lambda cell: (cell.entry, cell.destination))


def reasoned(store: GraphStore, as_of: AsOf) -> Iterator[tuple[Determination, tuple[str, ...]]]:
    """Yield the whole answer for every entry and kind of destination, with the destinations that it holds for.

    Shape:   the answer names the first of its destinations; of the others chart, groups, rules and licences say the same.
    """
    state = state_of(store, us.LIST, as_of)
    rows = us.rows_by_entry(store, state)
    licences = (fact for fact in facts(store, "AuthorisationRule") if "us" in fact.jurisdictions)
    rules = (*concerning(store, ("us",), as_of), *licences)
    kinds = tuple(_kinds(store, as_of, rules, _terms(rows)))
    for entry in us.entries(store, state):
        for _, destinations in kinds:
            yield determine(store, _case(entry, destinations[0], as_of)), tuple(destinations)


@dataclass(frozen=True, slots=True)
class _Kind:
    """What chart, groups and rules say of some destinations."""

    mark: tuple[frozenset[str], Fact] | None
    named: Mapping[str, Match]
    """Terms of rows that mean them."""

    rules: Mapping[str, Match]
    """Rules that reach them, by IRI."""


def _folded(
    entry: str,
    kind: _Kind,
    rows: Mapping[str, list[Requirement]],
    modelled: frozenset[str],
    about: Iterable[tuple[str, Match]],
    held: Mapping[tuple[str, Match], Applied | None],
) -> Folded:
    own = rows.get(entry, [])
    listed = list(us.causes(own, entry, kind.mark, lambda t: kind.named.get(t, Match.NO), modelled))
    if not own:
        listed.append(us.nothing_stated(entry))
    told = (held[rule, min(m, kind.rules[rule])] for rule, m in about if rule in kind.rules)
    return fold(tuple(listed), tuple(filter(None, told)), known=True)


def _counting(one: Applied) -> Applied | None:
    return None if one.cause.fires is False else one


def _kinds(store: GraphStore, as_of: AsOf, rules: tuple[Fact, ...], used: frozenset[str]) -> Iterator[tuple[_Kind, list[str]]]:  # fmt: skip
    """Yield each kind of destination with its members."""
    chart, found = us.chart(store), dict[Hashable, tuple[_Kind, list[str]]]()
    codes = sorted({c for fact in facts(store, "Destination") for c in fact.codes("onDestination")})
    for code in codes:
        counts = treated_as(store, _case("", code, as_of))
        place, mark = places(store, counts, as_of), chart.get(counts)
        reached = {
            rule.iri: match
            for rule in rules
            if (match := terms(rule.text("destinationTerms"), place)) is not Match.NO
        }
        named = {term: match for term in used if (match := place(term)) is not Match.NO}
        told = mark and (mark[0], mark[1].determinacy)
        key = told, tuple(sorted(named.items())), tuple(sorted(reached.items()))
        found.setdefault(key, (_Kind(mark, named, reached), []))[1].append(code)
    yield from found.values()


def _terms(rows: Mapping[str, list[Requirement]]) -> frozenset[str]:
    told = (term for own in rows.values() for row in own for term in row.destinations)
    return frozenset(term.lstrip("-~") for term in told)


def _about(rule: Fact, things: Things) -> Match:
    found = terms(rule.text("itemTerms"), things.match)
    return min(found, things.reasons(rule.text("onReasons"))) if found else found


def _case(entry: str, destination: str, as_of: AsOf) -> Case:
    return Case(
        jurisdiction="us",
        item=f"{us.LIST}:{entry}",
        destination=destination,
        valid=as_of.valid,
        known=as_of.known,
    )
