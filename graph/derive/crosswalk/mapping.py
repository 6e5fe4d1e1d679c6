"""From candidates to links between two lists."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from graph.derive.crosswalk.lineage import Numbering
from graph.derive.crosswalk.links import Crosswalk, Mapping, Predicate, Review, turned
from graph.derive.crosswalk.model import Model, confidences
from graph.derive.crosswalk.setrelation import Comparison, SetRelation, quoted
from graph.derive.crosswalk.sheet import Node, Sheet
from graph.derive.crosswalk.signals import Candidates, Side, candidates

Compare = Callable[[str, str], SetRelation]
"""How the regions of two things stand, by their notations; whoever compares regions gives it."""

_SURE = 0.99
_NUMBER_ALONE = 0.6
"""What a number alone is worth at the most (DOMAIN.md 2.1)."""

_OTHER_SORT = 0.15
"""What a link of goods with software or technology is worth at the most."""

_WORDS_SAY = 0.3
"""Likeness from which words, not numbers, carry a link."""

_RESIDUAL = ("n.e.s", "not elsewhere specified", "other than those", "not specified", "not controlled by")  # fmt: skip
_TOLD = ("words", "path", "letters", "limits", "chemicals", "mentions", "references")


_OF_SETS = {
    SetRelation.EQUAL: Predicate.EXACT,
    SetRelation.SUBSET: Predicate.BROAD,
    SetRelation.SUPERSET: Predicate.NARROW,
}


def crosswalk(
    one: Side, other: Side, numbering: Numbering, model: Model, compare: Compare | None = None
) -> Crosswalk:
    """Return all links between two lists.

    Shape:   the same links turned around where the lists are.
    """
    left, right = one.sheet, other.sheet
    if left.key > right.key:
        swapped = compare and (lambda a, b: compare(b, a).turned)
        return turned(crosswalk(other, one, numbering, model, swapped))
    found = candidates(one, other, numbering)
    sure = confidences(found, left, right, model).tolist()
    pointers = {
        (sheet.key, node.notation): target
        for sheet in (left, right)
        for node in sheet.things
        if (target := numbering.points_to(sheet.key, node.said))
    }
    maker = _Maker(left, right, found, model, compare)
    links, refused = [], dict[tuple[str, str], tuple[str, float]]()
    for at, confidence in enumerate(sure):
        link = maker.link(at, confidence)
        if link.confidence >= model.related:
            links.append(_pointing(link, pointers, left, right))
            continue
        for key, best in (
            ((left.key, link.subject), link.object),
            ((right.key, link.object), link.subject),
        ):
            if link.confidence > refused.get(key, ("", -1.0))[1]:
                refused[key] = (best, link.confidence)
    return Crosswalk(left, right, tuple(links), refused, pointers)


class _Maker:
    """Makes links of candidates."""

    def __init__(
        self, left: Sheet, right: Sheet, found: Candidates, model: Model, compare: Compare | None
    ) -> None:
        self._left, self._right, self._found, self._model = left, right, found, model
        self._compare = compare
        self._comparison = Comparison(left, right)
        self._mute = left.language != right.language or not (left.has_words and right.has_words)
        self._told = {name: found.signals[name].tolist() for name in (*_TOLD, "sorts_differ")}
        self._pairs = list(zip(found.rows.tolist(), found.columns.tolist(), strict=True))

    def link(self, at: int, confidence: float) -> Mapping:
        """Return one candidate as a link; one that is too weak is not looked into."""
        row, column = self._pairs[at]
        ours, theirs = self._left.things[row], self._right.things[column]
        places = self._found.numbered.get((row, column))
        worth = self._worth(at, confidence)
        if worth < self._model.related:
            return _bare_link(ours, theirs, worth)
        found = self._comparison.of(ours, theirs)
        relation = found.relation
        verified = relation is SetRelation.EQUAL and not found.modulo and places is not None
        if relation is SetRelation.UNKNOWN and self._compare is not None:
            relation = self._compare(ours.notation, theirs.notation)
        terms = quoted(self._left, ours) | quoted(self._right, theirs) | found.modulo
        return Mapping(
            subject=ours.notation,
            predicate=self._predicate(relation, worth),
            set_relation=relation,
            object=theirs.notation,
            confidence=round(min(max(worth, 0.95) if verified else worth, _SURE), 3),
            rank=0,
            review=Review.BY_RULE if verified else Review.PROPOSED,
            reasons=tuple(self._reasons(at, ours, theirs, verified=verified)),
            modulo=tuple(sorted(terms)),
        )

    def _worth(self, at: int, confidence: float) -> float:
        """Cap what rests on a number alone; where words cannot be compared, a number is worth what its rules say."""
        if self._told["sorts_differ"][at]:
            confidence = min(confidence, _OTHER_SORT)
        places = self._found.numbered.get(self._pairs[at])
        if places is None:
            return round(confidence, 3)
        alone = min(_NUMBER_ALONE, *(place.confidence for place in places))
        carried = max(self._told[name][at] for name in ("words", "letters"))
        if self._mute:
            confidence = max(confidence, alone)
        return round(min(confidence, alone) if carried < _WORDS_SAY else confidence, 3)

    def _predicate(self, relation: SetRelation, confidence: float) -> Predicate:
        close = confidence >= self._model.close
        return _OF_SETS.get(relation, Predicate.CLOSE if close else Predicate.RELATED)

    def _reasons(self, at: int, ours: Node, theirs: Node, *, verified: bool) -> Iterator[str]:
        for name in _TOLD:
            if (strength := self._told[name][at]) >= 0.005:
                yield f"{name} {strength:.2f}"
        if places := self._found.numbered.get(self._pairs[at]):
            rule = f"{places[0].rule}/{places[1].rule}"
            yield f"same place in {places[0].family} ({rule})"
            if self._mute:
                yield "words are not compared"
            if verified:
                yield f"identical text and lineage: rule identical-text/{places[0].family}"
        for node in (ours, theirs):
            if any(mark in node.said.casefold() for mark in _RESIDUAL):
                yield f"residual: {node.notation}"


def _pointing(
    link: Mapping, pointers: dict[tuple[str, str], str], left: Sheet, right: Sheet
) -> Mapping:
    """Return a link of a head that only points to a third list as what it is: related, and no control."""
    for key, notation, other in (
        (left.key, link.subject, right.key),
        (right.key, link.object, left.key),
    ):
        target = pointers.get((key, notation), other)
        if target != other:
            return replace(
                link,
                predicate=Predicate.RELATED,
                set_relation=SetRelation.UNKNOWN,
                review=Review.PROPOSED,
                reasons=(f"pointer: {key}:{notation} controls nothing, {target} does", *link.reasons),
            )  # fmt: skip
    return link


def _bare_link(ours: Node, theirs: Node, confidence: float) -> Mapping:
    return Mapping(
        subject=ours.notation,
        predicate=Predicate.NONE,
        set_relation=SetRelation.UNKNOWN,
        object=theirs.notation,
        confidence=confidence,
        rank=0,
        review=Review.PROPOSED,
        reasons=(),
    )
