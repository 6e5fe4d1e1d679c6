"""Whether a release of technology to a person counts as an export, jurisdiction by jurisdiction (DOMAIN.md 2.11)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from graph.answers.asof import AsOf, Determinacy
from graph.answers.facts import Fact, of
from graph.answers.licence_terms import Match, placed
from graph.errors import UnreadableFact
from graph.store import GraphStore

RELEASES = (
    "technology",
    "sourceCode",
    "objectCode",
    "software",
    "technicalData",
    "assistance",
    "goods",
)
PLACES = ("inside", "outside")
PUBLICATIONS = ("published", "ordinarilyPublished", "restricted")
ROLES = ("result", "input")
"""Whether the technology arises from the research, or is released to conduct it."""

_RESEARCH, _PUBLIC, _RESIDENT = "research", "publicDomain", "permanentResident"


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """What is stated of one release; what is empty was not stated."""

    what: str
    """One of `RELEASES`."""

    place: str = ""
    """One of `PLACES`: inside or outside the jurisdiction whose law is asked."""

    nationality: str = ""
    """ISO 3166-1 alpha-2 of the most recent citizenship."""

    residence: str = ""
    """Where the person lives."""

    permanent: str = ""
    """Of which state the person is a lawful permanent resident; the code of its own state where of no other."""

    publication: str = ""
    """One of `PUBLICATIONS`."""

    role: str = ""
    """One of `ROLES`."""


@dataclass(frozen=True, slots=True)
class Counted:
    """One rule on releases, as it applies."""

    rule: Fact
    counts: bool | None
    """Whether the release counts as an export under it; ``None`` where a fact is open."""

    destination: str
    """Where it is held to go; empty where that is open, or it does not count."""

    reason: str
    questions: tuple[str, ...]
    determinacy: Determinacy


def deemed(
    store: GraphStore, jurisdiction: str, release: Release, as_of: AsOf
) -> tuple[Counted, ...]:
    """Return every rule of a jurisdiction on releases, applied to one.

    Shape:   by the key of the rule. A release is freed only where a document says so and what frees it is stated:
        technology that is released to conduct research does not arise from it (15 CFR 734.8(a), Note 1).

    Raises:
        UnreadableFact: a stated fact is none of its kind.
    """
    _check(release)
    rules = sorted(of(store, "DeemedExportRule", jurisdiction, as_of), key=lambda rule: rule.key)
    return tuple(_applied(store, rule, jurisdiction, release, as_of) for rule in rules)


def _check(release: Release) -> None:
    for told, known in (
        (release.what, RELEASES),
        (release.place, PLACES),
        (release.publication, PUBLICATIONS),
        (release.role, ROLES),
    ):
        if told and told not in known:
            raise UnreadableFact(told, f"one of {', '.join(known)}")


def _applied(store: GraphStore, rule: Fact, jurisdiction: str, release: Release, as_of: AsOf) -> Counted:  # fmt: skip
    sure = rule.determinacy
    if rule.text("personTestCode") == "none":
        return _not(rule, "no release inside counts as an export")
    terms = rule.text("destinationTerms")
    goes_to = _destination(rule, release)
    if terms and goes_to and placed(store, goes_to, as_of)(terms) is Match.NO:
        return _not(rule, f"it is about {terms}")
    if release.what not in rule.text("releasesOf").split():
        return _not(rule, f"it is about {rule.text('releasesOf')}")
    where = rule.text("placeCode")
    if release.place and where in PLACES and where != release.place:
        return _not(rule, f"it is about releases {where}")
    questions = [f"Is the release {where} the jurisdiction?"] * (where in PLACES and not release.place)  # fmt: skip
    freed, why, asked = _freed(store, rule, jurisdiction, release, as_of)
    questions += asked
    foreign, person = _is_foreign(rule, jurisdiction, release)
    questions += person
    if freed:
        return _not(rule, why)
    if foreign is False:
        return _not(rule, "the person is not foreign under it")
    counts = True if foreign and not questions else None
    open_ = Determinacy.CONDITIONAL if counts is None else sure
    return Counted(
        rule,
        counts,
        goes_to,
        rule.text("trigger"),
        tuple(dict.fromkeys(questions)),
        max(open_, sure, key=list(Determinacy).index),
    )


def _not(rule: Fact, why: str) -> Counted:
    return Counted(rule, False, "", why, (), rule.determinacy)  # noqa: FBT003  the field is named so


def _is_foreign(rule: Fact, jurisdiction: str, release: Release) -> tuple[bool | None, list[str]]:
    """Say whether the person is one whom the rule is about, and what must be asked for it."""
    home, test = jurisdiction.upper(), rule.text("personTestCode")
    if test == "nationality":
        stays = _RESIDENT in rule.text("excludedCodes").split()
        if release.nationality == home or (stays and release.permanent == home):
            return False, []
        if not release.nationality:
            return None, ["Which citizenship did the person get last?"]
        asked = ["Of which state is it a lawful permanent resident?"] * (stays and not release.permanent)  # fmt: skip
        return (None if asked else True), asked
    if test == "residence":
        if not release.residence:
            return None, ["Where does the person live?"]
        return release.residence != home, []
    return None, [f"Is it so: {rule.text('personTest')}?"]


def _freed(store: GraphStore, rule: Fact, jurisdiction: str, release: Release, as_of: AsOf) -> tuple[bool, str, list[str]]:  # fmt: skip
    """Say whether publication or research frees the release, and what must be asked for it."""
    named = rule.text("excludedCodes").split()
    sources = {code: list(_exemptions(store, code, jurisdiction, as_of)) for code in named}
    asked: list[str] = []
    if _PUBLIC in named:
        if release.publication == "published" and any(map(_is_sure, (rule, *sources[_PUBLIC]))):
            return True, f"published: {_cited(sources[_PUBLIC], rule)}", []
        if not release.publication:
            asked.append("Is it published, to be published as usual, or restricted?")
    if _RESEARCH in named:
        if release.publication == "ordinarilyPublished" and release.role == "result":
            if any(map(_is_sure, sources[_RESEARCH])):
                return True, f"arises from research: {_cited(sources[_RESEARCH], rule)}", []
            asked.append("Does an exemption for research apply? No document at hand says so.")
        if release.publication == "ordinarilyPublished" and not release.role:
            asked.append("Does it arise from the research, or is it released to conduct it?")
    others = [code for code in named if code not in (_PUBLIC, _RESEARCH, _RESIDENT)]
    return False, "", asked + [f"Does the exemption apply: {code}?" for code in others]


def _exemptions(store: GraphStore, code: str, jurisdiction: str, as_of: AsOf) -> Iterator[Fact]:
    for fact in of(store, "Exemption", jurisdiction, as_of):
        if code in fact.text("exemptionCodes").split():
            yield fact


def _is_sure(fact: Fact) -> bool:
    return fact.determinacy is Determinacy.DETERMINED


def _cited(held: list[Fact], rule: Fact) -> str:
    return "; ".join(one.citation for one in held if _is_sure(one)) or rule.citation


def _destination(rule: Fact, release: Release) -> str:
    told = {
        "mostRecent": release.nationality,
        "nationality": release.nationality,
        "residence": release.residence,
    }
    return told.get(rule.text("attributedCode"), "")
