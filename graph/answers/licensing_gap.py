"""The same item and destination under several jurisdictions, through the crosswalk: who asks for more, and where (DOMAIN.md 2.4)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from graph.answers.asof import AsOf, Determinacy, ListState, state_of, states_of
from graph.answers.crosswalk import mappings, model
from graph.answers.determine.frame import EAR99, determine, jurisdictions, orders
from graph.answers.resolve import resolve
from graph.derive.crosswalk.links import Mapping, Predicate, Review
from graph.derive.crosswalk.setrelation import SetRelation
from graph.errors import QueryError
from graph.ids import Item
from graph.model.control_list import Completeness
from graph.model.determination import Case, Determination
from graph.store import GraphStore

ACCEPTED = frozenset({Review.BY_RULE, Review.REVIEWED})
_NO_CONTROL = frozenset({Predicate.NONE, Predicate.RELATED})
_ON = {
    SetRelation.EQUAL: "the same goods",
    SetRelation.SUBSET: "all goods of the first, which are a part of the second",
    SetRelation.SUPERSET: "the goods of the second only, which are a part of the first",
    SetRelation.INTERSECTS: "the goods that both control",
}


@dataclass(frozen=True, slots=True)
class Counterpart:
    """What another jurisdiction controls in place of an item."""

    item: Item
    link: Mapping


@dataclass(frozen=True, slots=True)
class Leg:
    """What one jurisdiction asks for the item, or for its counterpart."""

    jurisdiction: str
    counterpart: Counterpart | None
    """``None`` for the jurisdiction whose item it is, and where none was found."""

    answer: Determination | None
    determinacy: Determinacy
    delta: int | None
    """Ranks above (below: negative) what the first jurisdiction asks; ``None`` where one of both is not known."""

    on: str
    """The goods that both answers are about."""

    remark: str
    """What the answer rests on, or why there is none."""


def licensing(store: GraphStore, first: Case, others: Iterable[str] = ()) -> tuple[Leg, ...]:
    """Return what the jurisdiction of a case asks, then what each other one does for the counterpart of the item.

    Shape:   in the order of the jurisdictions. An answer is no surer than the link that leads to it; without a
        counterpart it is unknown, never free. Where the goods are not the same it holds for what both control.

    Raises:
        QueryError: the case of the first jurisdiction has no answer.
    """
    home = determine(store, first)
    as_of = AsOf(first.valid, first.known)
    legs = [Leg(first.jurisdiction, None, home, Determinacy(home.determinacy), 0, "its own goods", "")]  # fmt: skip
    for other in others or jurisdictions(store):
        if other != first.jurisdiction:
            legs.append(_leg(store, first, home, other, as_of))
    return tuple(legs)


def counterpart(store: GraphStore, item: Item, jurisdiction: str, as_of: AsOf) -> tuple[Counterpart | None, str]:  # fmt: skip
    """Return the best counterpart of an item in the lists of a jurisdiction, or ``None`` and what was searched.

    Shape:   a proposed link counts from the confidence on from which a pair is mainly the same control (DOMAIN.md 2.0).
    """
    own = state_of(store, item.list, as_of)
    found: list[Counterpart] = []
    close = model(store).close
    searched: list[str] = []
    for state in _lists(store, jurisdiction, as_of):
        if state.key == own.key:
            return Counterpart(item, _same(item)), ""
        for row in linked(store, own, state, item.notation):
            if row.predicate in _NO_CONTROL:
                searched += row.reasons[:1]
            elif row.review not in ACCEPTED and row.confidence < close:
                searched.append(f"{row.object} at {row.confidence:.2f} only")
            else:
                found.append(Counterpart(Item(state.text_key, row.object), row))
    if not found:
        return None, "; ".join(dict.fromkeys(searched)) or "no list at hand"
    return max(found, key=_worth), ""


def linked(
    store: GraphStore, own: ListState, other: ListState, notation: str
) -> tuple[Mapping, ...]:
    """Return the links of a position, or of the thing above it: conditions are lifted to what they are conditions of."""

    def made() -> dict[str, list[Mapping]]:
        held: dict[str, list[Mapping]] = {}
        for row in mappings(store, own, other):
            held.setdefault(row.subject, []).append(row)
        return held

    held: dict[str, list[Mapping]] = store.kept(("links by subject", own.iri, other.iri), made)
    position = resolve(store, own, notation)
    while position.item.notation not in held and position.parent:
        position = resolve(store, own, position.parent)
    return tuple(held.get(position.item.notation, ()))


def _lists(store: GraphStore, jurisdiction: str, as_of: AsOf) -> Iterator[ListState]:
    whose = orders(store, jurisdiction)
    for state in states_of(store, as_of):
        if state.jurisdiction in whose and state.completeness is not Completeness.NAMED:
            yield state


def _same(item: Item) -> Mapping:
    return Mapping(
        subject=item.notation, predicate=Predicate.EXACT, set_relation=SetRelation.EQUAL, object=item.notation,
        confidence=1.0, rank=1, review=Review.BY_RULE, reasons=("the same list",),
    )  # fmt: skip


def _worth(one: Counterpart) -> tuple[bool, float, str]:
    return one.link.review in ACCEPTED, one.link.confidence, str(one.item)


def _leg(store: GraphStore, first: Case, home: Determination, other: str, as_of: AsOf) -> Leg:
    if other.upper() == first.destination:
        return _none(other, "the destination lies in it: no export")
    if home.text_of and not home.item.endswith(f":{EAR99.notation}"):
        found, why = counterpart(store, Item.parse(home.item), other, as_of)
    else:
        found, why = None, "the item stands on no list: each jurisdiction has lists of its own"
    if found is None:
        return _none(other, f"no counterpart known: {why}")
    case = replace(first, jurisdiction=other, item=str(found.item))
    try:
        told = determine(store, case)
    except QueryError as exc:
        return replace(_none(other, str(exc)), counterpart=found)
    link = found.link
    accepted = link.review in ACCEPTED and link.set_relation in _ON
    floor = Determinacy.DETERMINED if accepted else Determinacy.CONDITIONAL
    sure = max(floor, Determinacy(told.determinacy), key=list(Determinacy).index)
    known = Determinacy.UNKNOWN not in (sure, Determinacy(home.determinacy))
    return Leg(
        jurisdiction=other,
        counterpart=found,
        answer=told,
        determinacy=sure,
        delta=told.level.rank - home.level.rank if known else None,
        on=_ON.get(link.set_relation, "what both control, as far as their words say"),
        remark="" if accepted else f"{link.predicate} is {link.review} at {link.confidence:.2f}",
    )


def _none(jurisdiction: str, why: str) -> Leg:
    return Leg(jurisdiction, None, None, Determinacy.UNKNOWN, None, "", why)
