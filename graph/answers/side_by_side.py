"""Typed facts of several jurisdictions side by side (DOMAIN.md 2.13): compared by eye, never scored, nothing converted."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from graph.answers.asof import AsOf
from graph.answers.facts import Fact, facts
from graph.answers.parties import orders, party
from graph.errors import NotFound
from graph.store import GraphStore


@dataclass(frozen=True, slots=True)
class Topic:
    """What is put side by side."""

    class_name: str
    aspect: str
    """Property by which rows stand together."""

    value: str
    details: Mapping[str, str]
    """Further properties, and what each is called."""

    warning: str


TOPICS: Mapping[str, Topic] = {
    "penalties": Topic(
        "Penalty", "sanctionKind", "maximumSanction",
        {"offence": "offence", "minimumSanction": "at least", "mentalElement": "mental element", "addressee": "who"},
        "currencies are not converted",
    ),
    "schemes": Topic(
        "TrustedPartyScheme", "factKind", "scheme", {"benefit": "benefit", "underCondition": "condition"},
        "a status of one side is not one of the other",
    ),
    "metrics": Topic(
        "LicensingMetric", "metricKind", "amount", {"byAuthority": "authority", "period": "period", "remark": "note"},
        "definitions were not compared",
    ),
    "programmes": Topic(
        "ProgrammeElement", "programmeElement", "requirement", {"scheme": "asked for by"},
        "an element is compared by its name only",
    ),
    "cooperation": Topic(
        "CooperationDuty", "factKind", "duty",
        {"addressedTo": "who", "timeLimit": "until when", "onSilence": "silence"}, "",
    ),
    "deadlines": Topic(
        "Deadline", "factKind", "amount", {"procedure": "procedure", "onSilence": "silence"},
        "terms begin at different events",
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Side:
    """One fact of one jurisdiction."""

    aspect: str
    jurisdictions: tuple[str, ...]
    value: str
    unit: str
    details: tuple[tuple[str, str], ...]
    fact: Fact


def side_by_side(
    store: GraphStore, topic: str, jurisdictions: Collection[str], as_of: AsOf
) -> tuple[Side, ...]:
    """Return the facts of a topic, those of one aspect together; of some jurisdictions, or of all.

    Raises:
        NotFound: no such topic or jurisdiction.
    """
    if topic not in TOPICS:
        raise NotFound(f"topic (there are {', '.join(TOPICS)})", topic)
    for key in jurisdictions:
        party(store, key, as_of)
    wanted = {order for key in jurisdictions for order in orders(store, key, as_of)}
    about = TOPICS[topic]
    found = (
        _side(about, fact)
        for fact in facts(store, about.class_name)
        if fact.holds(as_of) and (not wanted or wanted & set(fact.jurisdictions))
    )
    return tuple(sorted(found, key=lambda one: (one.aspect, one.jurisdictions, one.fact.iri)))


def _side(about: Topic, fact: Fact) -> Side:
    details = ((said, fact.text(name)) for name, said in about.details.items())
    return Side(
        aspect=fact.text(about.aspect),
        jurisdictions=fact.jurisdictions,
        value=fact.text(about.value),
        unit=fact.text("inUnit"),
        details=tuple((said, text) for said, text in details if text),
        fact=fact,
    )
