"""A determination for the audit file: what was asked, what fired and what did not, on which documents, what was not checked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from graph.answers.asof import AsOf, state_of
from graph.answers.facts import Fact, facts
from graph.model.determination import Case, Cause, Determination
from graph.store import GraphStore

_EXCERPT = "read in an excerpt or from memory: it adds caution and lifts nothing"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a section."""

    what: str
    says: str
    citation: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """One part of a memo; without lines it says that there is nothing."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Memo:
    """One page for the audit file. The same case on the same release gives the same memo."""

    title: str
    release: str
    level: str
    determinacy: str
    currency: str
    sections: tuple[Section, ...]


def memo(store: GraphStore, told: Determination, release: str) -> Memo:
    """Return the memo of a determination.

    Args:
        store: The release that answered.
        told: The answer.
        release: Key of the release.
    """
    case = told.case
    sections = (
        ("Facts that were stated", _stated(case)),
        ("Assumptions", (Line("assumed", one) for one in told.assumptions)),
        ("Rules that fire or are open", map(_cause, told.requirements)),
        ("Instruments", _instruments(told)),
        ("Duties", (Line("duty", one) for one in told.duties)),
        ("Open points", (Line(p.key, p.question, p.citation) for p in told.open_points)),
        ("Rules that were read and do not fire", map(_cause, told.passed)),
        ("Documents", _documents(store, told)),
        ("Not checked", (Line("not checked", one) for one in told.not_checked)),
    )
    return Memo(
        title=f"{told.item or 'an item on no list'} to {case.destination} under the law of {case.jurisdiction}",
        release=release,
        level=told.level,
        determinacy=told.determinacy,
        currency=told.currency,
        sections=tuple(Section(title, tuple(lines)) for title, lines in sections),
    )


def _stated(case: Case) -> Iterator[Line]:
    yield Line("jurisdiction", case.jurisdiction)
    yield Line("item", case.item or "on no list")
    yield Line("destination", case.destination)
    yield Line("law valid on", case.valid.isoformat())
    yield Line("known by", case.known.isoformat())
    yield Line("activity", case.activity)
    for name in ("end_use", "end_user", "nationality", "origin"):
        if told := getattr(case, name):
            yield Line(name.replace("_", " "), told)
    if case.value is not None:
        yield Line("value", f"{case.value} {case.value_currency}".strip())
    if case.us_content is not None:
        yield Line("US content", f"{case.us_content} per cent")
    for key, answer in sorted(case.facts.items()):
        yield Line(key, answer)


def _cause(cause: Cause) -> Line:
    standing = {True: cause.level.value, False: "does not fire", None: f"open: {cause.level}"}
    return Line(cause.rule, f"{cause.says} ({standing[cause.fires]})", cause.citation)


def _instruments(told: Determination) -> Iterator[Line]:
    for name in told.instruments:
        yield Line(name, "available, or open to the points below")
    for name in told.needs_verification:
        yield Line(name, "needs verification")
    for one in told.foreclosed:
        key, _, why = one.partition(": ")
        yield Line(key, f"foreclosed: {why}")


def _documents(store: GraphStore, told: Determination) -> Iterator[Line]:
    """Yield what the answer was read in: the list, then the grounds of each rule."""
    if told.text_of:
        state = state_of(store, told.text_of.partition("@")[0], AsOf(told.case.valid, told.case.known))  # fmt: skip
        yield Line(state.document, f"text of {state.of}, sha256 {state.sha256}", state.citation)
    rules = {cause.rule for cause in (*told.requirements, *told.passed)}
    cited = set(told.citations)
    seen = set[Line]()
    for fact in (*facts(store, "DeterminationRule"), *facts(store, "AuthorisationRule")):
        if fact.key in rules or fact.citation in cited:
            for line in _grounds(fact):
                if line not in seen:
                    seen.add(line)
                    yield line


def _grounds(fact: Fact) -> Iterator[Line]:
    for ground in fact.grounds:
        said = f"text of {ground.day}, sha256 {ground.sha256}" if ground.sha256 else _EXCERPT
        yield Line(ground.label, said, fact.citation)
