"""What the terms of a licence rule mean for one item, one destination and one instrument: yes, no, or open."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import IntEnum

from graph.answers.asof import AsOf, Determinacy, state_of
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
    groups: dict[str, Match] = {}
    for one in of_destination(store, destination, as_of):
        sure = one.determinacy is Determinacy.DETERMINED
        if one.member:
            groups[one.group] = Match.YES if sure and not one.limited_to else Match.OPEN
        else:
            groups[one.group] = Match.NO if sure else Match.OPEN
    fixed = {"*": Match.YES, "?": Match.OPEN, destination: Match.YES}
    return lambda term: fixed.get(term, groups.get(term, Match.NO))


class Things:
    """What the item terms of rules mean for one item."""

    def __init__(self, store: GraphStore, item: Item, as_of: AsOf) -> None:
        self._store, self._item, self._as_of = store, item, as_of
        self._entry: tuple[str, Mapping[str, list[Parts]]] | None = None

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
        _, hanging = self._attached()
        said = {
            reason for row in requirements(hanging, self._item.notation) for reason in row.reasons
        }
        for remark in remarks(hanging):
            if remark.kind is StatementKind.REASONS:
                said.update(remark.values)
        return Match.NO if said and not named & said else Match.OPEN

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
            state = state_of(self._store, self._item.list, self._as_of)
            try:
                entry = resolve(self._store, state, self._item.notation.partition(".")[0])
            except NotFound:  # EAR99 is no entry, and nothing hangs on it
                self._entry = "", {}
            else:
                self._entry = entry.version, attached(self._store, entry.version)
        return self._entry


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
