"""Links between two lists, from either side: for every thing of a list its counterparts, or that there is none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Protocol

from graph.derive.crosswalk.setrelation import SetRelation

NOTHING = "NONE"
_KEPT = 5
"""Counterparts of one thing that are told."""

_BEHIND = 0.35
"""A counterpart that is so much less sure than the best is not told."""


class Predicate(StrEnum):
    """How two paragraphs correspond (SKOS); ``broadMatch``: the object is broader."""

    EXACT = "exactMatch"
    BROAD = "broadMatch"
    NARROW = "narrowMatch"
    CLOSE = "closeMatch"
    RELATED = "relatedMatch"
    NONE = "NONE"

    @property
    def turned(self) -> Predicate:
        """What holds of the object against the subject."""
        return _TURNED.get(self, self)


_TURNED = {Predicate.BROAD: Predicate.NARROW, Predicate.NARROW: Predicate.BROAD}


class Review(StrEnum):
    """Who vouches for a mapping."""

    PROPOSED = "proposed"
    BY_RULE = "verified-by-rule"
    REVIEWED = "reviewed"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapping:
    """One row: a thing and its counterpart."""

    subject: str
    predicate: Predicate
    set_relation: SetRelation
    object: str
    confidence: float
    """0 to 1, to three places."""

    rank: int
    """1 is the best; equally good ones share a rank."""

    review: Review
    reasons: tuple[str, ...]
    modulo: tuple[str, ...] = ()
    """Terms that must mean the same in both lists."""


class Named(Protocol):
    """A thing of a list."""

    @property
    def notation(self) -> str:
        """Its notation."""


class Listing(Protocol):
    """One side of a crosswalk: a sheet, or what a release keeps of one."""

    @property
    def key(self) -> str:
        """Key of the list."""

    @property
    def version(self) -> str:
        """The state, such as ``us-ccl@on-2026-06-24``."""

    @property
    def language(self) -> str:
        """Language of its words."""

    @property
    def things(self) -> Sequence[Named]:
        """Everything that is mapped, in the order of the document."""

    @property
    def has_words(self) -> bool:
        """Say whether wording is held."""


@dataclass(frozen=True, slots=True)
class Crosswalk:
    """All links between two lists, in both directions."""

    left: Listing
    right: Listing
    links: tuple[Mapping, ...]
    """From left to right, without ranks, by subject and object."""

    refused: dict[tuple[str, str], tuple[str, float]]
    """List and notation of a thing to its best candidate that is no link, with its confidence."""

    pointers: dict[tuple[str, str], str]
    """List and notation of a thing to the list that it points to instead of controlling."""


def turned(found: Crosswalk) -> Crosswalk:
    """Return the same links from the other side."""
    links = (
        replace(
            link,
            subject=link.object,
            object=link.subject,
            predicate=link.predicate.turned,
            set_relation=link.set_relation.turned,
        )
        for link in found.links
    )
    ordered = tuple(sorted(links, key=lambda link: (link.subject, link.object)))
    return Crosswalk(found.right, found.left, ordered, found.refused, found.pointers)


def rows(found: Crosswalk) -> Iterator[Mapping]:
    """Yield for every thing of the left list its counterparts by rank, or one row that there is none."""
    held: dict[str, list[Mapping]] = {}
    for link in found.links:
        held.setdefault(link.subject, []).append(link)
    for node in found.left.things:
        yield from _ranked(held.get(node.notation, [])) or [_nothing(found, node)]


def _ranked(links: list[Mapping]) -> list[Mapping]:
    ordered = sorted(links, key=lambda link: (-link.confidence, link.object))[:_KEPT]
    best = ordered[0].confidence if ordered else 0.0
    values = sorted({link.confidence for link in ordered}, reverse=True)
    return [
        replace(link, rank=values.index(link.confidence) + 1)
        for link in ordered
        if link.confidence >= best - _BEHIND
    ]


def _nothing(found: Crosswalk, node: Named) -> Mapping:
    other, sure = found.refused.get((found.left.key, node.notation), ("", 0.0))
    foreign = found.left.language != found.right.language
    wordless = not (found.left.has_words and found.right.has_words)
    said = [f"searched {len(found.right.things)} paragraphs of {found.right.version}"]
    said += [f"best rejected {other} at {sure:.3f}"] if other else ["no candidate"]
    said += [f"words in {found.left.language} and {found.right.language} are not compared"] * foreign  # fmt: skip
    said += ["wording not held: names, limits and numbers only"] * wordless
    is_open = foreign or wordless
    return Mapping(
        subject=node.notation,
        predicate=Predicate.NONE,
        set_relation=SetRelation.UNKNOWN if is_open else SetRelation.NONE,
        object=NOTHING,
        confidence=0.0 if is_open else round(min(1.0 - sure, 0.9), 3),
        rank=1,
        review=Review.PROPOSED,
        reasons=tuple(said),
    )
