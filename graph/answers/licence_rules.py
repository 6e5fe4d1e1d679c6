"""Which instruments cover an item to a destination, as the rules in `data/licences` say: available, open, or not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from graph.answers.asof import AsOf, Currency, Determinacy
from graph.answers.facts import Fact, facts
from graph.answers.licence_terms import Match, instruments, placed, things
from graph.ids import Item
from graph.store import GraphStore


class Standing(StrEnum):
    """How an instrument stands to an export."""

    AVAILABLE = "available"
    CONDITIONAL = "conditional"
    """Open questions must be answered first."""

    FORECLOSED = "foreclosed"
    OUT_OF_SCOPE = "out_of_scope"


_GOODNESS = (Standing.OUT_OF_SCOPE, Standing.FORECLOSED, Standing.CONDITIONAL, Standing.AVAILABLE)
_UNRANKED = 1_000_000


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

    Shape:   nothing is ``available`` that rests on a question, on a term that is met in part, on a use, a value or a
        reason that the item does not tell, or on evidence that is no document. A restriction that surely reaches the
        export forecloses the instrument; one that may reach it leaves it open.
    """
    reach = _Reach(store, item, destination, as_of)
    hits = []
    for scopes, restricting in _by_instrument(store, jurisdiction):
        best = max((_scope(one, reach) for one in scopes), key=_goodness)
        hits.append(_restricted(best, restricting, reach))
    return tuple(sorted(hits, key=_order))


def _by_instrument(store: GraphStore, jurisdiction: str) -> list[tuple[list[Fact], list[Fact]]]:
    """Return the scopes of each instrument of a jurisdiction, with the restrictions that are about it."""

    def made() -> list[tuple[list[Fact], list[Fact]]]:
        rules = [f for f in facts(store, "AuthorisationRule") if jurisdiction in f.jurisdictions]
        restricting = [f for f in rules if f.text("effect") == "restricts"]
        held: dict[str, list[Fact]] = {}
        for fact in rules:
            if fact.text("effect") == "authorises":
                held.setdefault(fact.text("instrument"), []).append(fact)
        return [
            (scopes, [r for r in restricting if instruments(r.text("instrument"), name)])
            for name, scopes in held.items()
        ]

    found: list[tuple[list[Fact], list[Fact]]] = store.kept(("by instrument", jurisdiction), made)
    return found


def _goodness(hit: LicenceHit) -> tuple[int, bool, int]:
    return _GOODNESS.index(hit.standing), hit.whole, -len(hit.questions)


def _order(hit: LicenceHit) -> tuple[int, int, str]:
    return -_GOODNESS.index(hit.standing), hit.ranking or _UNRANKED, hit.instrument


class _Reach:
    """One export, to ask rules about."""

    def __init__(self, store: GraphStore, item: Item, destination: str, as_of: AsOf) -> None:
        self._things, self._placed = things(store, item, as_of), placed(store, destination, as_of)
        self.as_of = as_of
        self._by: dict[str, Match] = {}

    def item(self, rule: Fact) -> Match:
        """Return whether the items of a rule are meant."""
        return self._things.terms(rule.text("itemTerms"))

    def place(self, rule: Fact) -> Match:
        """Return whether the destinations of a rule are meant."""
        return self._placed(rule.text("destinationTerms"))

    def by(self, restriction: Fact) -> Match:
        """Return whether a restriction reaches the export, before its questions are asked."""
        if restriction.iri not in self._by:
            self._by[restriction.iri] = self._restricts(restriction)
        return self._by[restriction.iri]

    def _restricts(self, restriction: Fact) -> Match:
        found = self.place(restriction) if restriction.holds(self.as_of) else Match.NO
        if found is not Match.NO:
            found = min(found, self.item(restriction))
        if found is Match.NO:
            return found
        return min(found, self._things.reasons(restriction.text("onReasons")))


def _scope(rule: Fact, reach: _Reach) -> LicenceHit:
    item, place = reach.item(rule), reach.place(rule)
    questions = tuple(rule.text("asksQuestions").split())
    openings = _openings(rule, item, place)
    if not rule.holds(reach.as_of):
        standing, reason = Standing.OUT_OF_SCOPE, f"not in force: {rule.text('remark')}"
    elif min(item, place) is Match.NO:
        standing = Standing.OUT_OF_SCOPE
        reason = "item not in scope" if item is Match.NO else "destination not in scope"
    elif openings:
        standing, reason = Standing.CONDITIONAL, "; ".join(openings)
    else:
        standing, reason = Standing.AVAILABLE, "item and destination in scope"
    told, is_open = rule.text("ranking"), standing is Standing.CONDITIONAL
    return LicenceHit(
        jurisdiction=rule.jurisdictions[0],
        instrument=rule.text("instrument"),
        standing=standing,
        whole=min(item, place) is Match.YES and standing is not Standing.OUT_OF_SCOPE,
        questions=questions if is_open else (),
        reason=reason,
        ranking=int(told) if told else 0,
        rules=(rule,),
        determinacy=Determinacy.CONDITIONAL if is_open else rule.determinacy,
        currency=rule.currency(reach.as_of),
    )


def _openings(rule: Fact, item: Match, place: Match) -> tuple[str, ...]:
    """Return what stands between a scope that is met and a licence that is available."""
    questions = len(rule.text("asksQuestions").split())
    told = {
        "item in part": item is Match.OPEN,
        "destination open": place is Match.OPEN,
        f"only for {rule.text('onReasons')}": rule.text("onReasons"),
        f"up to {rule.text('amount')} {rule.text('inUnit')}": rule.text("amount"),
        f"only {rule.text('onActivity')}": rule.text("onActivity"),
        f"only to {rule.text('endUserTypes')}": rule.text("endUserTypes"),
        f"{questions} questions": questions,
        "no document": rule.determinacy is not Determinacy.DETERMINED,
    }
    return tuple(words for words, is_open in told.items() if is_open)


def _restricted(hit: LicenceHit, over: Iterable[Fact], reach: _Reach) -> LicenceHit:
    """Lay the restrictions that reach the export over an instrument that is in scope."""
    if hit.standing is Standing.OUT_OF_SCOPE:
        return hit
    reached = [(rule, found) for rule in over if (found := reach.by(rule)) is not Match.NO]
    if not reached:
        return hit
    closing = [rule for rule, found in reached if found is Match.YES and _is_sure(rule)]
    laid = closing[:1] or [rule for rule, _ in reached]
    asked = [key for rule in laid for key in rule.text("asksQuestions").split()]
    rules = (*hit.rules, *laid)
    said = (hit.reason, *(f"restricted by {rule.citation}" for rule in laid))
    exact = all(rule.currency(reach.as_of) is Currency.EXACT for rule in rules)
    return replace(
        hit,
        standing=Standing.FORECLOSED if closing else Standing.CONDITIONAL,
        questions=() if closing else tuple(dict.fromkeys((*hit.questions, *asked))),
        reason="; ".join(said[1:] if closing else said),
        rules=rules,
        determinacy=Determinacy.DETERMINED if closing else Determinacy.CONDITIONAL,
        currency=Currency.EXACT if exact else Currency.ASSUMED,
    )


def _is_sure(restriction: Fact) -> bool:
    """Say whether nothing about a restriction is left to ask: no question, use or value, and a document says so."""
    asks = ("asksQuestions", "onActivity", "endUserTypes", "amount", "onReasons")
    sure = restriction.determinacy is Determinacy.DETERMINED
    return sure and not any(restriction.text(name) for name in asks)
