"""A route with its legs: what law asks on each, the law of re-export of the first state included."""

from __future__ import annotations

from dataclasses import dataclass, replace

from graph.answers.asof import AsOf, Determinacy
from graph.answers.determine.frame import determine, jurisdictions
from graph.answers.licensing_gap import ACCEPTED, counterpart
from graph.answers.reach import reach
from graph.derive.crosswalk.links import Mapping
from graph.errors import QueryError
from graph.ids import Item
from graph.model.determination import Case, Determination
from graph.store import GraphStore


@dataclass(frozen=True, slots=True)
class Stretch:
    """One leg of a route under one law."""

    path: str
    """``US-JP`` or ``US-DE-JP``."""

    leg: str
    """``US-DE``: what moves, whoever's law it is."""

    law: str
    activity: str
    answer: Determination | None
    determinacy: Determinacy
    remark: str


def routes(store: GraphStore, case: Case, through: str) -> tuple[Stretch, ...]:
    """Return what law asks of a case directly, and by way of another state.

    Args:
        store: The release to ask.
        case: The direct case: whose law, item, final destination.
        through: ISO 3166-1 alpha-2 code of the state in between.

    Shape:   the direct leg; then the first leg, the second under the law of the state in between (for the counterpart
        of the item), and the re-export under the first law, where that law may reach it. A law that is not at hand
        leaves its leg unknown, never free.

    Raises:
        QueryError: the direct case has no answer.
    """
    start = case.jurisdiction.upper()
    direct = f"{start}-{case.destination}"
    by_way = f"{start}-{through}-{case.destination}"
    onward = f"{through}-{case.destination}"
    home = determine(store, case)
    first = determine(store, replace(case, destination=through))
    return (
        _stretch(direct, direct, "export", home),
        _stretch(by_way, f"{start}-{through}", "export", first),
        _onward(store, case, home, through, by_way),
        _reexport(store, case, by_way, onward),
    )


def _stretch(path: str, leg: str, activity: str, told: Determination, remark: str = "") -> Stretch:
    sure = Determinacy(told.determinacy)
    return Stretch(path, leg, told.case.jurisdiction, activity, told, sure, remark)


def _onward(store: GraphStore, case: Case, home: Determination, through: str, path: str) -> Stretch:
    """Return the second leg under the law of the state in between."""
    law, leg = through.lower(), f"{through}-{case.destination}"
    as_of = AsOf(case.valid, case.known)
    if law not in jurisdictions(store):
        return _unknown(path, leg, law, "export", "its rules are not at hand")
    if not home.text_of:
        return _unknown(path, leg, law, "export", "the item stands on no list")
    try:
        found, why = counterpart(store, Item.parse(home.item), law, as_of)
        if found is None:
            return _unknown(path, leg, law, "export", f"no counterpart known: {why}")
        told = determine(store, replace(case, jurisdiction=law, item=str(found.item)))
    except QueryError as exc:
        return _unknown(path, leg, law, "export", str(exc))
    return _linked(path, leg, told, found.link)


def _linked(path: str, leg: str, told: Determination, link: Mapping) -> Stretch:
    made = _stretch(path, leg, "export", told, f"{told.item} by {link.predicate}, {link.review}")
    return made if link.review in ACCEPTED else _at_best(made)


def _reexport(store: GraphStore, case: Case, path: str, leg: str) -> Stretch:
    """Return the re-export under the law of the first state, as far as that law reaches what was exported."""
    facts = {"origin": case.jurisdiction, **case.facts}
    found = reach(store, case.jurisdiction, case.destination, facts, AsOf(case.valid, case.known))
    sure = [one for one in found if one.reaches]
    told = sure or [one for one in found if one.reaches is None]
    if not told:
        remark = "no rule at hand says that its law follows the goods"
        return _unknown(path, leg, case.jurisdiction, "re-export", remark)
    answer = determine(store, replace(case, activity="re-export"))
    made = _stretch(path, leg, "re-export", answer, "; ".join(one.says for one in told))
    return made if sure else _at_best(made)


def _at_best(made: Stretch) -> Stretch:
    """Return a leg that holds under conditions only."""
    sure = max(made.determinacy, Determinacy.CONDITIONAL, key=list(Determinacy).index)
    return replace(made, determinacy=sure)


def _unknown(path: str, leg: str, law: str, activity: str, remark: str) -> Stretch:
    return Stretch(path, leg, law, activity, None, Determinacy.UNKNOWN, remark)
