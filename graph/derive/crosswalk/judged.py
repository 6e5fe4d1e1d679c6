"""Rows of a mapping set, and what persons have said in them: their word stands above what is derived, until a text changes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from graph.derive.crosswalk.links import NOTHING, Crosswalk, Predicate, Review
from graph.derive.crosswalk.links import Mapping as Link
from graph.derive.crosswalk.setrelation import SetRelation

OF_PERSONS = frozenset({Review.REVIEWED, Review.REFUSED})


@dataclass(frozen=True, slots=True, kw_only=True)
class SetRow:
    """One row of a set, from the list whose key comes first to the other."""

    subject: str
    """Notation; ``NONE`` where a thing of the second list has no counterpart."""

    subject_version: str
    """Version of the paragraph that was looked at, as IRIs name it (``@2025-11-15``); empty beside ``NONE``."""

    predicate: Predicate
    set_relation: SetRelation
    object: str
    object_version: str
    confidence: float
    review: Review
    rule: str = ""
    """What verified it, where a rule did."""

    reviewers: tuple[str, ...] = ()
    """Who judged, by name or role; a second pair of eyes is a second name."""

    reviewed_on: date | None = None
    why: str = ""

    @property
    def pair(self) -> tuple[str, str]:
        """Both notations."""
        return self.subject, self.object


@dataclass(frozen=True, slots=True)
class Judged:
    """A crosswalk with the word of persons in it."""

    crosswalk: Crosswalk
    accepted: tuple[SetRow, ...]
    """That a thing has no counterpart, as a person has said."""

    stale: tuple[SetRow, ...]
    """Rows of persons on a text that has changed since: they no longer count."""


def judged(
    found: Crosswalk, rows: Iterable[SetRow], versions: tuple[Mapping[str, str], Mapping[str, str]]
) -> Judged:
    """Put the word of persons above what was derived.

    Args:
        found: What was derived, from the list whose key comes first.
        rows: Rows of the set of both lists; only those of persons are used.
        versions: For either list the version of each paragraph, as IRIs name it.
    """
    told = [row for row in rows if row.review in OF_PERSONS]
    stale = tuple(row for row in told if not _is_current(row, versions))
    current = {row.pair: row for row in told if _is_current(row, versions)}
    alone = {(n, pair[n]) for pair in current for n in (0, 1) if pair[1 - n] == NOTHING}
    links = [
        link
        for link in found.links
        if (link.subject, link.object) not in current
        and (0, link.subject) not in alone
        and (1, link.object) not in alone
    ]
    links += [_link(row) for row in current.values() if NOTHING not in row.pair and row.review is Review.REVIEWED]  # fmt: skip
    ordered = tuple(sorted(links, key=lambda link: (link.subject, link.object)))
    nothing = tuple(row for row in current.values() if NOTHING in row.pair and row.review is Review.REVIEWED)  # fmt: skip
    return Judged(replace(found, links=ordered), nothing, stale)


def _is_current(row: SetRow, versions: tuple[Mapping[str, str], Mapping[str, str]]) -> bool:
    sides = zip(row.pair, (row.subject_version, row.object_version), versions, strict=True)
    return all(
        notation == NOTHING or held.get(notation) == version for notation, version, held in sides
    )


def _link(row: SetRow) -> Link:
    who = ", ".join(row.reviewers)
    return Link(
        subject=row.subject,
        predicate=row.predicate,
        set_relation=row.set_relation,
        object=row.object,
        confidence=row.confidence,
        rank=0,
        review=row.review,
        reasons=(f"reviewed by {who} on {row.reviewed_on}", *filter(None, [row.why])),
    )
