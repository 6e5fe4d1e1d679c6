"""Pairs of lists as a release keeps them: links, regions and what was searched, derived once when it was built."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from graph.answers.asof import ListState
from graph.derive.crosswalk.links import Crosswalk, Predicate, Review
from graph.derive.crosswalk.links import Mapping as Link
from graph.derive.crosswalk.setrelation import SetRelation
from graph.ids import Item, set_iri
from graph.logic.contrast import Contrast
from graph.logic.relation import Relation
from graph.store import GraphStore, Question, Row
from graph.vocabulary import term_name

UNDECIDED = Contrast(Relation.UNKNOWN, "unknown", False, "", "", "not compared", ())  # noqa: FBT003  six fields of one record
"""What is told of two paragraphs whose regions were not held against each other."""

PARTED = " | "
"""Stands between several things that a mapping or a finding depends on."""


class Thing(NamedTuple):
    """A thing of a list by its name alone."""

    notation: str


@dataclass(frozen=True, slots=True)
class Listed:
    """One side of a pair, without its words."""

    key: str
    version: str
    language: str
    things: tuple[Thing, ...]
    has_words: bool


@dataclass(frozen=True, slots=True)
class Pair:
    """What a release keeps of two lists, the key that sorts first on the left."""

    crosswalk: Crosswalk
    contrasts: Mapping[tuple[str, str], Contrast]


def stored(store: GraphStore, first: ListState, second: ListState) -> Pair | None:
    """Return what the release keeps of two states, in the order of their keys; ``None`` where it must be derived."""
    found: Pair | None = store.kept(
        ("stored", first.iri, second.iri), lambda: _stored(store, first, second)
    )
    return found


def _stored(store: GraphStore, first: ListState, second: ListState) -> Pair | None:
    name = set_iri(first.key, second.key)
    told = store.find(Question.MAPPING_SET, set=name)
    if [(row["one"], row["other"]) for row in told] != [(first.iri, second.iri)]:
        return None
    (about,) = told
    refused: dict[tuple[str, str], tuple[str, float]] = {}
    ends = [
        _listed(state, about[part], refused, has_words=about[words] == "true")
        for state, part, words in (
            (first, "searched_one", "words_one"),
            (second, "searched_other", "words_other"),
        )
    ]
    pointers = {
        (key, notation): target
        for key, notation, target in (line.split("\t") for line in about["pointing"].splitlines())
    }
    rows = store.find(Question.MAPPINGS_OF_PAIR, set=name)
    links = tuple(sorted(map(link, rows), key=lambda one: (one.subject, one.object)))
    parted = {(g["mapping"]): g for g in store.find(Question.FINDINGS_OF_PAIR, set=name) if g["kind"].endswith("ThresholdGap")}  # fmt: skip
    contrasts = {
        (Item.of(row["source"]).notation, Item.of(row["target"]).notation): _contrast(row, parted)
        for row in rows
        if row["region"]
    }
    return Pair(Crosswalk(ends[0], ends[1], links, refused, pointers), contrasts)


def _listed(
    state: ListState, searched: str, refused: dict[tuple[str, str], tuple[str, float]], *, has_words: bool
) -> Listed:  # fmt: skip
    things = []
    for line in searched.split("\n"):
        notation, _, rest = line.partition("\t")
        if rest:
            best, sure = rest.split("\t")
            refused[state.key, notation] = (best, float(sure))
        things.append(Thing(notation))
    version = f"{state.key}{state.day}"
    return Listed(state.key, version, state.language, tuple(things), has_words)


def link(row: Row) -> Link:
    """Return one mapping of a release."""
    return Link(
        subject=Item.of(row["source"]).notation,
        predicate=Predicate(term_name(row["predicate"])),
        set_relation=SetRelation(row["relation"]),
        object=Item.of(row["target"]).notation,
        confidence=float(row["confidence"]),
        rank=0,
        review=Review(row["review"]),
        reasons=tuple(filter(None, row["because"].split(PARTED))),
        modulo=tuple(filter(None, row["modulo"].split(PARTED))),
    )


def _contrast(row: Row, parted: Mapping[str, Row]) -> Contrast:
    relation = Relation(row["region"])
    gap = parted.get(row["mapping"])
    if gap is None:
        return Contrast(relation, "", False, "", "", "", ())  # noqa: FBT003  nothing parts
    return Contrast(
        relation=relation,
        determinacy=gap["determinacy"],
        boundary_only=gap["boundary"] == "true",
        witness_a=gap["witness_one"],
        witness_b=gap["witness_other"],
        reason=gap["because"],
        modulo=tuple(m for m in gap["modulo"].split(PARTED) if m and m != not_reviewed(link(row))),
    )


def not_reviewed(link: Link) -> str:
    """Say what an answer depends on that rests on a mapping for which nobody vouches."""
    return f"mapping to {link.object} not reviewed"
