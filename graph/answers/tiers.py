"""The risk tier of a destination as a jurisdiction's rules show it (DOMAIN.md 2.12), and how two jurisdictions agree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import accumulate

from graph.answers.asof import AsOf, Currency, Determinacy
from graph.answers.daily import daily
from graph.answers.facts import Fact, facts
from graph.answers.gaps.order import Orders, orders_on
from graph.answers.licence_terms import Match
from graph.answers.parties import orders, party
from graph.errors import NotFound
from graph.store import GraphStore

ORDINARY = 3
"""Neither favoured nor named with concern: what is left where no rule fires."""

_GENERAL = "general"
_AGE = (Currency.EXACT, Currency.ASSUMED, Currency.SUPERSEDED)


@dataclass(frozen=True, slots=True)
class Reason:
    """One rule that fires, or may."""

    rule: Fact
    tier: int
    counts: bool
    """Whether it counts: what is open does not, nor does a favour that no document proves."""

    why_not: str


@dataclass(frozen=True, slots=True)
class Tier:
    """One destination as one jurisdiction sees it on one day."""

    jurisdiction: str
    destination: str
    tier: int | None
    """0 own territory to 6 comprehensive embargo; ``None`` where no rule of the jurisdiction is at hand."""

    up_to: int | None
    """The highest tier of a rule that may fire."""

    reasons: tuple[Reason, ...]
    rests_on: tuple[Fact, ...]
    """The rules that make the tier; where none fires, all that were searched."""

    determinacy: Determinacy
    currency: Currency


def tier(store: GraphStore, jurisdiction: str, destination: str, as_of: AsOf) -> Tier:
    """Return the tier of a destination with its reasons, the highest first.

    Shape:   the highest rule that fires wins; where none does the destination is ordinary on the rules at hand, and
        unknown where rules of embargo are not at hand.

    Raises:
        NotFound: no such jurisdiction or destination.
    """
    party(store, jurisdiction, as_of)
    code = destination.upper()
    found = tiers(store, jurisdiction, as_of)
    if code not in found:
        raise NotFound("destination", code)
    return found[code]


def tiers(store: GraphStore, jurisdiction: str, as_of: AsOf) -> Mapping[str, Tier]:
    """Return the tier of every destination by its code."""
    key = jurisdiction.lower()

    def made() -> Mapping[str, Tier]:
        legal = set(orders(store, key, as_of))
        rules = [
            fact
            for fact in facts(store, "RiskTierRule")
            if legal & set(fact.jurisdictions)
            and fact.text("ruleScope") == _GENERAL
            and fact.holds(as_of)
        ]
        places = orders_on(store, as_of)
        codes = [c for f in facts(store, "Destination") for c in f.codes("onDestination")]
        return {code: _tier(key, code, rules, places, as_of) for code in sorted(codes)}

    return daily(store, "tiers", key, as_of, made)


def correlation(first: Mapping[str, Tier], second: Mapping[str, Tier]) -> tuple[str, int]:
    """Return Spearman's rank correlation of two jurisdictions' tiers, and over how many destinations.

    Shape:   three decimals; empty where either side gives every destination the same tier.
    """
    pairs = [
        (one.tier, other.tier)
        for code, one in first.items()
        if one.tier is not None and (other := second[code]).tier is not None
    ]
    return spearman([one for one, _ in pairs], [other for _, other in pairs]), len(pairs)


def spearman(first: Sequence[int], second: Sequence[int]) -> str:
    """Return the rank correlation of two series, equal values sharing their mean rank.

    >>> spearman([1, 2, 3], [4, 5, 6]), spearman([1, 2, 3], [3, 2, 1]), spearman([1, 1], [1, 2])
    ('1.000', '-1.000', '')
    """
    if not first:
        return ""
    x, y = _ranks(first), _ranks(second)
    mean = Fraction(len(first) + 1, 2)
    joint = sum((a - mean) * (b - mean) for a, b in zip(x, y, strict=True))
    spread = sum((a - mean) ** 2 for a in x) * sum((b - mean) ** 2 for b in y)
    if not spread:
        return ""
    root = (Decimal(spread.numerator) / Decimal(spread.denominator)).sqrt()
    return f"{Decimal(joint.numerator) / Decimal(joint.denominator) / root:.3f}"


def _ranks(values: Sequence[int]) -> list[Fraction]:
    counted = sorted(Counter(values).items())
    below = accumulate((number for _, number in counted), initial=0)
    rank = {v: n + Fraction(number + 1, 2) for (v, number), n in zip(counted, below, strict=False)}
    return [rank[value] for value in values]


def _tier(key: str, code: str, rules: list[Fact], places: Orders, as_of: AsOf) -> Tier:
    met = [(rule, places.reached(_terms(rule))[code]) for rule in rules]
    reasons = [_reason(rule, match) for rule, match in met if match is not Match.NO]
    held = [reason for reason in reasons if reason.counts]
    best = max((reason.tier for reason in held), default=ORDINARY if rules else None)
    driving = [reason.rule for reason in held if reason.tier == best]
    open_ = [reason for reason in reasons if not reason.counts]
    proven = any(rule.determinacy is Determinacy.DETERMINED for rule in driving)
    is_silent = not driving and any(reason.tier > ORDINARY for reason in open_)
    sure = (
        Determinacy.UNKNOWN if best is None or is_silent
        else Determinacy.DETERMINED if proven and not open_
        else Determinacy.CONDITIONAL
    )  # fmt: skip
    return Tier(
        jurisdiction=key,
        destination=code,
        tier=best,
        up_to=max((reason.tier for reason in reasons), default=best),
        reasons=tuple(sorted(reasons, key=lambda one: (-one.tier, one.rule.iri))),
        rests_on=tuple(driving or rules),
        determinacy=sure,
        currency=max((rule.currency(as_of) for rule in driving), key=_AGE.index, default=Currency.ASSUMED),
    )  # fmt: skip


def _reason(rule: Fact, match: Match) -> Reason:
    at = int(rule.text("riskTier"))
    # a memory or an excerpt may add caution, never lift a requirement (DOMAIN.md 1.6)
    lifts = at < ORDINARY and rule.determinacy is not Determinacy.DETERMINED
    why = (
        "for some only, or the list is not at hand" if match is Match.OPEN
        else "no document" if lifts
        else ""
    )  # fmt: skip
    return Reason(rule, at, counts=not why, why_not=why)


def _terms(rule: Fact) -> str:
    return rule.text("destinationTerms") or " ".join(rule.codes("namesDestination"))
