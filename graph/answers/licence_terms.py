"""What the terms of a licence rule mean for one item, one destination and one instrument: yes, no, or open."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping
from enum import IntEnum

from graph.answers.asof import AsOf, Determinacy, state_of
from graph.answers.daily import daily
from graph.answers.facts import Fact, facts
from graph.answers.groups import of_destination
from graph.answers.licensing import Parts, attached, exceptions, remarks, requirements
from graph.answers.resolve import resolve
from graph.errors import NotFound
from graph.ids import Item
from graph.model.requirement import Availability, StatementKind
from graph.store import GraphStore

_REASONED = "us-ccl"
"""The list whose entries say for which reasons they are controlled, and which exceptions they allow."""


_THINGS = 64
"""Items of which the meaning of terms is kept."""


class Match(IntEnum):
    """Whether something is meant by the terms of a rule."""

    NO = 0
    OPEN = 1
    """In part, or what the term names is not at hand."""

    YES = 2


def terms(text: str, match: Callable[[str], Match]) -> Match:
    """Read the terms of one cell: what is taken out counts against what is named.

    >>> met = {"*": Match.YES, "CN": Match.YES, "?": Match.OPEN}
    >>> [terms(text, lambda term: met.get(term, Match.NO)).name for text in ("* -JP", "* -CN", "~CN", "JP", "* -?")]
    ['YES', 'NO', 'OPEN', 'NO', 'OPEN']
    """
    named = excluded = Match.NO
    for term in text.split():
        if term.startswith("-"):
            excluded = max(excluded, match(term[1:]))
        elif term.startswith("~"):
            named = max(named, min(Match.OPEN, match(term[1:])))
        else:
            named = max(named, match(term))
    if excluded is Match.YES:
        return Match.NO
    return min(named, Match.OPEN) if excluded is Match.OPEN else named


def names(text: str, wanted: str) -> bool:
    """Say whether a cell names something, be it meant or taken out.

    >>> names("* -RU -us/A5", "RU"), names("us/D5 ~UA", "UA"), names("RU", "R")
    (True, True, False)
    """
    return wanted in (term.lstrip("-~") for term in text.split())


def instruments(text: str, name: str) -> bool:
    """Say whether a rule is about an instrument.

    >>> [instruments(text, "STA") for text in ("STA", "LVS", "*", "* -TMP", "* -STA")]
    [True, False, True, True, False]
    """
    met = {"*": Match.YES, name: Match.YES}
    return terms(text, lambda term: met.get(term, Match.NO)) is Match.YES


def item_sets(store: GraphStore) -> dict[str, list[Fact]]:
    """Return the members of every set that rules name, by its key."""

    def made() -> dict[str, list[Fact]]:
        found: dict[str, list[Fact]] = {}
        for fact in facts(store, "ItemSetMember"):
            found.setdefault(fact.text("ofItemSet"), []).append(fact)
        return found

    sets: dict[str, list[Fact]] = store.kept("item sets", made)
    return sets


def places(store: GraphStore, destination: str, as_of: AsOf) -> Callable[[str], Match]:
    """Return what says of a term whether it means the destination on the day asked for."""
    held = daily(store, "places", destination, as_of, lambda: _places(store, destination, as_of))
    return lambda term: held.get(term, Match.NO)


def placed(store: GraphStore, destination: str, as_of: AsOf) -> Callable[[str], Match]:
    """Return what says of the terms of one cell whether they mean the destination on the day asked for."""
    place = places(store, destination, as_of)
    held: dict[str, Match] = daily(store, "placed", destination, as_of, dict)

    def found(text: str) -> Match:
        if text not in held:
            held[text] = terms(text, place)
        return held[text]

    return found


def _places(store: GraphStore, destination: str, as_of: AsOf) -> dict[str, Match]:
    found: dict[str, Match] = {}
    for one in of_destination(store, destination, as_of):
        sure = one.determinacy is Determinacy.DETERMINED
        if one.member:
            found[one.group] = Match.YES if sure and not one.limited_to else Match.OPEN
        else:
            found[one.group] = Match.NO if sure else Match.OPEN
    return found | {"*": Match.YES, "?": Match.OPEN, destination: Match.YES}


class Things:
    """What the item terms of rules mean for one item."""

    def __init__(self, store: GraphStore, item: Item, as_of: AsOf) -> None:
        self._store, self._item, self._as_of = store, item, as_of
        self._entry: tuple[str, Mapping[str, list[Parts]]] | None = None
        self._said: frozenset[str] | None = None
        self._terms: dict[str, Match] = {}

    def terms(self, text: str) -> Match:
        """Return whether the terms of one cell mean the item."""
        found = self._terms.get(text)
        if found is None:
            found = self._terms[text] = terms(text, self.match)
        return found

    def match(self, term: str) -> Match:
        """Return whether a term means the item."""
        head, _, rest = term.partition(":")
        if head == "?":
            return Match.OPEN
        if head == "set":
            return max(
                (self._member(fact) for fact in item_sets(self._store).get(rest, ())),
                default=Match.NO,
            )
        if head == "listed":
            return self._listed(rest)
        if head != self._item.list:
            return Match.NO
        return within(self._item.notation, rest)

    def reasons(self, text: str) -> Match:
        """Return whether the item is controlled for one of the reasons; no reasons mean every item.

        Shape:   never more than open where reasons are named: a row may hold for some paragraphs of the entry only.
        """
        named = set(text.split())
        if not named:
            return Match.YES
        if self._item.list != _REASONED:
            return Match.OPEN
        if self._said is None:
            self._said = frozenset(self._reasons())
        return Match.NO if self._said and not named & self._said else Match.OPEN

    def _reasons(self) -> Iterator[str]:
        """Yield the reasons that rows about the item, or the head of its entry, give."""
        _, hanging = self._attached()
        for row in requirements(hanging, self._item.notation):
            yield from row.reasons
        for remark in remarks(hanging):
            if remark.kind is StatementKind.REASONS:
                yield from remark.values

    def _member(self, fact: Fact) -> Match:
        key, _, notation = fact.text("memberItem").partition(":")
        if key != self._item.list:
            return Match.NO
        found = within(self._item.notation, notation)
        return min(found, Match.OPEN) if fact.text("membershipMode") == "part" else found

    def _listed(self, exception: str) -> Match:
        """Return what the entry itself says of an exception."""
        if self._item.list != _REASONED:
            return Match.NO
        version, hanging = self._attached()
        held = exceptions(self._store, hanging, version)
        said = {Availability.YES: Match.YES, Availability.NO: Match.NO}
        flags = {one.key: said.get(one.availability, Match.OPEN) for one in held}
        # an amount or an exclusion may hold for some paragraphs only
        found = flags.get(exception, Match.NO)
        return min(found, Match.OPEN) if "." in self._item.notation else found

    def _attached(self) -> tuple[str, Mapping[str, list[Parts]]]:
        if self._entry is None:
            entry = self._item.notation.partition(".")[0]
            self._entry = daily(self._store, "hanging", (self._item.list, entry), self._as_of, lambda: self._hanging(entry))  # fmt: skip
        return self._entry

    def _hanging(self, entry: str) -> tuple[str, Mapping[str, list[Parts]]]:
        state = state_of(self._store, self._item.list, self._as_of)
        try:
            version = resolve(self._store, state, entry).version
        except NotFound:  # EAR99 is no entry, and nothing hangs on it
            return "", {}
        return version, attached(self._store, version)


def things(store: GraphStore, item: Item, as_of: AsOf) -> Things:
    """Return what terms mean for an item; kept for the items that were asked for last."""
    held: OrderedDict[tuple[Item, AsOf], Things] = store.kept("things", OrderedDict)
    found = held.pop((item, as_of), None) or Things(store, item, as_of)
    held[item, as_of] = found
    if len(held) > _THINGS:
        held.popitem(last=False)
    return found


def within(notation: str, scope: str) -> Match:
    """Say whether a notation lies within another: below it, in its product group; above it, in part.

    >>> within("3A801.a.5", "3A801.a"), within("3D801", "3D"), within("3A801", "3A801.a"), within("3A802", "3A801")
    (<Match.YES: 2>, <Match.YES: 2>, <Match.OPEN: 1>, <Match.NO: 0>)
    """
    if not scope or notation == scope:
        return Match.YES
    if notation.startswith(scope) and (notation[len(scope)] in ".(-" or len(scope) == 2):
        return Match.YES
    if scope.startswith(notation) and scope[len(notation)] in ".(-":
        return Match.OPEN
    return Match.NO
