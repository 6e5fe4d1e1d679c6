"""The procedure that every jurisdiction shares: find the item, apply rules, look for instruments, fold what was found.

Rules of law are rows of ``data/determinations`` and ``data/licences``; what is here is only their order (DOMAIN.md 4).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from graph.answers.asof import (
    AsOf,
    Currency,
    Determinacy,
    ListState,
    Vintage,
    state_of,
    states_of,
    vintage_of,
)
from graph.answers.determine import us
from graph.answers.determine.fold import Folded, fold
from graph.answers.determine.instruments import Instruments, instruments
from graph.answers.determine.rules import Applied, Reach, applied, concerning, treated_as
from graph.answers.facts import facts
from graph.answers.licence_terms import places, things
from graph.answers.resolve import resolve
from graph.errors import AmbiguousItem, NotFound
from graph.ids import Item
from graph.model.determination import Case, Cause, Determination
from graph.store import GraphStore

EAR99 = Item(us.LIST, "EAR99")
UNLISTED = Item("unlisted", "unlisted")
#: Items of the Guide that the Export Control List adopts by group: ``1-3.A.1``.
_GUIDE = re.compile(r"(?P<group>\d)-\d.*")
SCENARIO = ("civil end use", "no party is listed", "goods of the jurisdiction's own origin")
NOT_CHECKED = ("names of parties against lists of restricted parties",)


@dataclass(frozen=True, slots=True)
class _Found:
    """The item of a case, in the state of its list that counts."""

    item: Item
    state: ListState | None
    vintage: Vintage


def determine(store: GraphStore, case: Case) -> Determination:
    """Return what one jurisdiction asks for one transaction.

    Shape:   ``determined`` rests on documents only and holds under the declared scenario, whose assumptions are listed;
        free is determined only where every row and rule about item and destination was read and none fires.

    Raises:
        UnreadableItem: the item is no spelling of one.
        AmbiguousItem: the item may mean several positions.
        NotFound: no list of the jurisdiction has it, or there is no such destination.
        NotInForce: no text at hand counts for these days.
    """
    as_of = AsOf(case.valid, case.known)
    _check(store, case)
    found = _item(store, case, as_of)
    whose = orders(store, case.jurisdiction)
    rules = tuple(
        applied(
            store, whose, case, Reach(store, case, things(store, found.item, as_of), as_of), as_of
        )
    )
    listed = tuple(_listed(store, case, found, as_of))
    folded = fold(listed, rules, known=_is_known(found, rules))
    held = instruments(store, whose, found.item, case, as_of, folded)
    told = _told(case, found, folded, held, rules, as_of)
    passed = (cause for cause in (*listed, *(one.cause for one in rules)) if cause.fires is False)
    return replace(told, passed=tuple(passed))


def side_by_side(store: GraphStore, cases: Iterable[Case]) -> tuple[Determination, ...]:
    """Return the answers of several jurisdictions to their cases, in their order."""
    return tuple(determine(store, case) for case in cases)


def jurisdictions(store: GraphStore) -> tuple[str, ...]:
    """Return the legal orders that have rules at hand."""
    rules = facts(store, "DeterminationRule")
    return tuple(sorted({one for rule in rules for one in rule.jurisdictions}))


def _check(store: GraphStore, case: Case) -> None:
    held: frozenset[str] = store.kept("destination codes", lambda: frozenset(_codes(store)))
    if case.destination not in held:
        raise NotFound("destination", case.destination)


def _codes(store: GraphStore) -> Iterator[str]:
    for fact in facts(store, "Destination"):
        yield from fact.codes("onDestination")


def orders(store: GraphStore, jurisdiction: str) -> tuple[str, ...]:
    """Return whose rules apply: a Member State's own, and the Union's."""
    inside = {
        code.lower()
        for fact in facts(store, "DeterminationRule")
        if fact.key == "eu/11-1"
        for code in fact.text("destinationTerms").split()
    }
    return (jurisdiction, "eu") if jurisdiction in inside else (jurisdiction,)


def _item(store: GraphStore, case: Case, as_of: AsOf) -> _Found:
    whole = Vintage(Currency.ASSUMED, ())
    if not case.item:
        return _Found(UNLISTED, None, whole)
    if case.item.rpartition(":")[2].upper() == EAR99.notation:
        return _Found(EAR99, _own(store, case, us.LIST, as_of), whole)
    key, colon, notation = case.item.partition(":")
    states = [_own(store, case, key, as_of)] if colon else _lists(store, case, as_of)
    found: dict[Item, ListState] = {}
    for state in states:
        try:
            found[_resolved(store, state, notation if colon else case.item)] = state
        except NotFound:
            continue
    exact = {item: state for item, state in found.items() if item.notation == case.item}
    found = exact or found
    if len(found) > 1:
        raise AmbiguousItem(case.item, sorted(map(str, found)))
    if not found:
        raise NotFound(f"item of {case.jurisdiction}", case.item)
    item, state = next(iter(found.items()))
    return _Found(item, state, vintage_of(store, state, item.notation, as_of))


def _own(store: GraphStore, case: Case, key: str, as_of: AsOf) -> ListState:
    """Return the state of a list that is named; one of another legal order says nothing of what this one asks."""
    state = state_of(store, key, as_of)
    if state.jurisdiction not in orders(store, case.jurisdiction):
        raise NotFound(f"item of {case.jurisdiction}", case.item)
    return state


def _resolved(store: GraphStore, state: ListState, notation: str) -> Item:
    """Return the position; an item of the Guide, which is not at hand, by the group that it belongs to."""
    group = _GUIDE.match(notation) if state.key == "ca-ecl" else None
    if group is None:
        return resolve(store, state, notation).item
    resolve(store, state, group["group"])
    return Item(state.text_key, notation)


def _lists(store: GraphStore, case: Case, as_of: AsOf) -> list[ListState]:
    """Return the lists that a bare notation may be of: those that rules speak of, where there are any."""
    whose = orders(store, case.jurisdiction)
    held = [one for one in states_of(store, as_of) if one.jurisdiction in whose]
    terms = {t for rule in concerning(store, whose, as_of) for t in rule.text("itemTerms").split()}
    named = {term.lstrip("-~").partition(":")[0] for term in terms}
    return [one for one in held if one.key in named] or held


def _listed(store: GraphStore, case: Case, found: _Found, as_of: AsOf) -> Iterator[Cause]:
    """Yield what the entry itself asks, where its list states requirements by row."""
    if found.state is None or found.item.list != us.LIST or found.item == EAR99:
        return
    destination = treated_as(store, case)
    rows = us.rows_by_entry(store, found.state).get(found.item.notation.partition(".")[0], ())
    place = places(store, destination, as_of)
    mark = us.chart(store).get(destination)
    yield from us.causes(rows, found.item.notation, mark, place, us.pointed(store))
    if not rows:
        yield us.nothing_stated(found.item.notation)


def _is_known(found: _Found, rules: tuple[Applied, ...]) -> bool:
    """Say whether something sure says what counts for the item: rows of its entry, or a rule that fires."""
    by_rows = found.item.list == us.LIST and found.item != EAR99
    return by_rows or any(one.cause.fires and not one.frees for one in rules)


def _told(case: Case, found: _Found, folded: Folded, held: Instruments, rules: tuple[Applied, ...], as_of: AsOf) -> Determination:  # fmt: skip
    determinacy = max(folded.determinacy, found.vintage.determinacy, key=list(Determinacy).index)
    currencies = [found.vintage.currency, *(one.rule.currency(as_of) for one in rules)]
    causes = folded.causes
    state = found.state
    read = (f"{state.citation}, {found.item.notation}",) if state else ()
    return Determination(
        case=case,
        item=str(found.item),
        level=held.level,
        determinacy=determinacy,
        currency=max(currencies, key=list(Currency).index),
        requirements=causes,
        instruments=held.usable,
        needs_verification=held.open,
        foreclosed=held.foreclosed,
        duties=held.duties,
        assumptions=(*(() if case.end_use else SCENARIO), *held.assumptions),
        open_points=(*folded.open_points, *held.open_points),
        not_checked=NOT_CHECKED,
        citations=tuple(dict.fromkeys((*read, *(c.citation for c in causes), *held.citations))),
        text_of=f"{state.key}{state.day}" if state else "",
    )
