"""Which instruments cover an item to a destination, as the rules in `data/licences` say: available, open, or not."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum, StrEnum

from graph.answers.asof import AsOf, Currency, Determinacy, state_of
from graph.answers.facts import Fact, facts
from graph.answers.groups import of_destination
from graph.answers.licensing import attached, exceptions
from graph.answers.resolve import resolve
from graph.ids import Item
from graph.model.requirement import Availability
from graph.store import GraphStore


class Match(IntEnum):
    """Whether something is meant by the terms of a rule."""

    NO = 0
    OPEN = 1
    """In part, or what the term names is not at hand."""

    YES = 2


class Standing(StrEnum):
    """How an instrument stands to an export."""

    AVAILABLE = "available"
    CONDITIONAL = "conditional"
    """Open questions must be answered first."""

    FORECLOSED = "foreclosed"
    OUT_OF_SCOPE = "out_of_scope"


@dataclass(frozen=True, slots=True)
class LicenceHit:
    """One instrument, as it stands to one item and one destination."""

    jurisdiction: str
    instrument: str
    standing: Standing
    whole: bool
    """Item and destination lie within the scope as a whole: only questions and evidence may be open."""

    questions: tuple[str, ...]
    """Keys of what only the user can answer."""

    reason: str
    ranking: int
    """Order among instruments that apply together; 0 where none is stated."""

    rules: tuple[Fact, ...]
    determinacy: Determinacy
    currency: Currency


def covers(
    store: GraphStore, jurisdiction: str, item: Item, destination: str, as_of: AsOf
) -> tuple[LicenceHit, ...]:
    """Return every instrument of a jurisdiction that has rules, the better standing first.

    Shape:   nothing is ``available`` that rests on a question, on a term that is met in part, or on evidence that is no
        document. A restriction that reaches the export forecloses the instrument, or leaves it open.
    """
    rules = [f for f in facts(store, "AuthorisationRule") if jurisdiction in f.jurisdictions]
    places = _places(store, destination, as_of)
    things = _Things(store, item, as_of)
    restricting = [f for f in rules if f.text("effect") == "restricts" and f.holds(as_of)]
    held: dict[str, list[Fact]] = {}
    for fact in rules:
        if fact.text("effect") == "authorises":
            held.setdefault(fact.text("instrument"), []).append(fact)
    hits = []
    for name, scopes in held.items():
        best = max((_scope(one, things, places, as_of) for one in scopes), key=_goodness)
        over = [r for r in restricting if r.text("instrument") in (name, "*")]
        hits.append(_restricted(best, over, things, places))
    return tuple(sorted(hits, key=lambda hit: (-_goodness(hit), hit.ranking, hit.instrument)))


def _goodness(hit: LicenceHit) -> int:
    order = (Standing.OUT_OF_SCOPE, Standing.FORECLOSED, Standing.CONDITIONAL, Standing.AVAILABLE)
    return order.index(hit.standing)


def _scope(rule: Fact, things: _Things, places: _Places, as_of: AsOf) -> LicenceHit:
    item = _terms(rule.text("itemTerms"), things.match)
    place = _terms(rule.text("destinationTerms"), places)
    questions = tuple(rule.text("asksQuestions").split())
    sure = min(item, place) is Match.YES and rule.determinacy is Determinacy.DETERMINED
    if not rule.holds(as_of):
        standing, reason = Standing.OUT_OF_SCOPE, f"not in force: {rule.text('remark')}"
    elif item is Match.NO or place is Match.NO:
        standing = Standing.OUT_OF_SCOPE
        reason = "item not in scope" if item is Match.NO else "destination not in scope"
    elif sure and not questions:
        standing, reason = Standing.AVAILABLE, "item and destination in scope"
    else:
        standing, reason = Standing.CONDITIONAL, _openings(rule, item, place, questions)
    told = rule.text("ranking")
    return LicenceHit(
        jurisdiction=rule.jurisdictions[0],
        instrument=rule.text("instrument"),
        standing=standing,
        whole=min(item, place) is Match.YES and standing is not Standing.OUT_OF_SCOPE,
        questions=questions if standing is Standing.CONDITIONAL else (),
        reason=reason,
        ranking=int(told) if told else 0,
        rules=(rule,),
        determinacy=rule.determinacy if standing is not Standing.CONDITIONAL else Determinacy.CONDITIONAL,
        currency=rule.currency(as_of),
    )  # fmt: skip


def _openings(rule: Fact, item: Match, place: Match, questions: tuple[str, ...]) -> str:
    told = (
        "item in part" if item is Match.OPEN else "",
        "destination open" if place is Match.OPEN else "",
        f"only for {rule.text('onReasons')}" if rule.text("onReasons") else "",
        f"up to {rule.text('amount')} {rule.text('inUnit')}" if rule.text("amount") else "",
        f"{len(questions)} questions" if questions else "",
        "no document" if rule.determinacy is not Determinacy.DETERMINED else "",
    )
    return "; ".join(filter(None, told))


def _restricted(
    hit: LicenceHit, over: Iterable[Fact], things: _Things, places: _Places
) -> LicenceHit:
    """Lay the restrictions that reach the export over an instrument that is in scope."""
    if hit.standing is Standing.OUT_OF_SCOPE:
        return hit
    standing, questions, rules = hit.standing, list(hit.questions), list(hit.rules)
    reasons = [hit.reason]
    for rule in over:
        item = _terms(rule.text("itemTerms"), things.match)
        place = _terms(rule.text("destinationTerms"), places)
        if min(item, place) is Match.NO:
            continue
        asked = rule.text("asksQuestions").split()
        rules.append(rule)
        questions += asked
        reasons.append(f"restricted by {rule.citation}")
        closed = min(item, place) is Match.YES and not asked and not rule.text("onReasons")
        standing = Standing.FORECLOSED if closed else min(standing, Standing.CONDITIONAL, key=_rank)
        if closed:
            break
    return LicenceHit(
        hit.jurisdiction, hit.instrument, standing, hit.whole, tuple(dict.fromkeys(questions)), "; ".join(reasons), hit.ranking,
        tuple(rules), Determinacy.DETERMINED if standing is Standing.AVAILABLE else Determinacy.CONDITIONAL, hit.currency,
    )  # fmt: skip


def _rank(standing: Standing) -> int:
    return (Standing.FORECLOSED, Standing.CONDITIONAL, Standing.AVAILABLE).index(standing)


_Places = Callable[[str], Match]


def _terms(text: str, match: Callable[[str], Match]) -> Match:
    """Read the terms of one cell: what is taken out counts against what is named."""
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


def _places(store: GraphStore, destination: str, as_of: AsOf) -> _Places:
    groups: dict[str, Match] = {}
    for one in of_destination(store, destination, as_of):
        sure = one.determinacy is Determinacy.DETERMINED and not one.limited_to
        groups[one.group] = (Match.YES if sure else Match.OPEN) if one.member else Match.NO
    fixed = {"*": Match.YES, "?": Match.OPEN, destination: Match.YES}
    return lambda term: fixed.get(term, groups.get(term, Match.NO))


class _Things:
    """What the item terms of rules mean for one item."""

    def __init__(self, store: GraphStore, item: Item, as_of: AsOf) -> None:
        self._store, self._item, self._as_of = store, item, as_of
        self._flags: Mapping[str, Match] | None = None

    def match(self, term: str) -> Match:
        """Return whether a term means the item."""
        head, _, rest = term.partition(":")
        if head == "?":
            return Match.OPEN
        if head == "set":
            return max(
                (self._member(fact) for fact in self._sets().get(rest, ())), default=Match.NO
            )
        if head == "listed":
            return self._listed(rest)
        if head != self._item.list:
            return Match.NO
        return _within(self._item.notation, rest)

    def _sets(self) -> dict[str, list[Fact]]:
        def made() -> dict[str, list[Fact]]:
            found: dict[str, list[Fact]] = {}
            for fact in facts(self._store, "ItemSetMember"):
                found.setdefault(fact.text("ofItemSet"), []).append(fact)
            return found

        sets: dict[str, list[Fact]] = self._store.kept("item sets", made)
        return sets

    def _member(self, fact: Fact) -> Match:
        key, _, notation = fact.text("memberItem").partition(":")
        if key != self._item.list:
            return Match.NO
        found = _within(self._item.notation, notation)
        return min(found, Match.OPEN) if fact.text("membershipMode") == "part" else found

    def _listed(self, exception: str) -> Match:
        """Return what the entry itself says of an exception."""
        if self._item.list != "us-ccl":
            return Match.NO
        if self._flags is None:
            state = state_of(self._store, self._item.list, self._as_of)
            entry = resolve(self._store, state, self._item.notation.partition(".")[0])
            held = exceptions(self._store, attached(self._store, entry.version), entry.version)
            said = {Availability.YES: Match.YES, Availability.NO: Match.NO}
            self._flags = {one.key: said.get(one.availability, Match.OPEN) for one in held}
        # an amount or an exclusion may hold for some paragraphs only
        found = self._flags.get(exception, Match.NO)
        return min(found, Match.OPEN) if "." in self._item.notation else found


def _within(notation: str, scope: str) -> Match:
    """Say whether a notation lies within another: below it, in its product group; above it, in part.

    >>> _within("3A801.a.5", "3A801.a"), _within("3D801", "3D"), _within("3A801", "3A801.a"), _within("3A802", "3A801")
    (<Match.YES: 2>, <Match.YES: 2>, <Match.OPEN: 1>, <Match.NO: 0>)
    """
    if not scope or notation == scope:
        return Match.YES
    if notation.startswith(scope) and (notation[len(scope)] in ".(-" or len(scope) == 2):
        return Match.YES
    if scope.startswith(notation) and scope[len(notation)] in ".(-":
        return Match.OPEN
    return Match.NO
