"""How the sets of two things stand to each other, where their words, limits and notes are the same but for what can be compared."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from graph.derive.crosswalk.sheet import Bound, Node, Remark, Sheet
from graph.derive.crosswalk.spelling import MASK, content, sense, skeleton, tokens, yields
from graph.model.limit import Comparator
from graph.model.note import NoteEffect, NoteKind
from graph.model.paragraph import Connective, ParagraphKind


class SetRelation(StrEnum):
    """The goods of the subject against those of the object."""

    EQUAL = "equal"
    SUBSET = "subset"
    SUPERSET = "superset"
    INTERSECTS = "intersects"
    NONE = "none"
    UNKNOWN = "unknown"

    @property
    def turned(self) -> SetRelation:
        """What holds of the object against the subject."""
        return _TURNED.get(self, self)


_TURNED = {SetRelation.SUBSET: SetRelation.SUPERSET, SetRelation.SUPERSET: SetRelation.SUBSET}
_EQUAL, _UNKNOWN = SetRelation.EQUAL, SetRelation.UNKNOWN
NOTES, HEADS, PRECEDENCE = "technical notes", "heads", "precedence"
_NEARLY = 0.5
"""Share of words that two heads of lists have in common when they are read as one."""

_NEGATION = re.compile(r"\b(?:not|no|other than|except|excluding|excluded|unless|without|nor|less)\b", re.IGNORECASE)  # fmt: skip
_QUOTED = re.compile(r"[\"“'‘]([^\"“”'‘’]{2,60})[,.;]?[\"”'’]")
_LOWER = frozenset({Comparator.MORE, Comparator.AT_LEAST})
_UPPER = frozenset({Comparator.LESS, Comparator.AT_MOST})
_STRICT = frozenset({Comparator.MORE, Comparator.LESS})
_LISTS = frozenset({Connective.ANY, Connective.LIST})
_SILENT = frozenset({NoteKind.NOTA_BENE, NoteKind.VALIDITY})
_FREES = "doesnotcontrol"
_EMPTY = ({"not", "used"}, {"reserved"}, set[str]())


def combined(relations: Iterable[SetRelation]) -> SetRelation:
    """Return what follows for a whole from relations of its parts that all hold at once.

    >>> combined([SetRelation.EQUAL, SetRelation.SUBSET]).value
    'subset'
    >>> combined([SetRelation.SUPERSET, SetRelation.SUBSET]).value
    'intersects'
    """
    told = set(relations) - {_EQUAL}
    if not told:
        return _EQUAL
    if _UNKNOWN in told:
        return _UNKNOWN
    return told.pop() if len(told) == 1 else SetRelation.INTERSECTS


def quoted(sheet: Sheet, node: Node) -> frozenset[str]:
    """Return the terms in quotation marks in a thing and above it: each list defines its own."""
    held = (*sheet.lifted(node), *_heads(sheet, node))
    return frozenset(
        " ".join(tokens(term)) for one in held for term in _QUOTED.findall(one.words)
    ) - {""}


@dataclass(frozen=True, slots=True)
class Finding:
    """How two things stand, and what must mean the same for it."""

    relation: SetRelation
    modulo: frozenset[str] = frozenset()


class Comparison:
    """Two lists whose things are compared; what was found is kept."""

    def __init__(self, left: Sheet, right: Sheet) -> None:
        self._left, self._right = left, right
        self._held: dict[tuple[str, str], SetRelation] = {}

    def of(self, left: Node, right: Node) -> Finding:
        """Return how two things stand, with all above and below them; ``unknown`` where words differ otherwise.

        Shape:   turned around, the other list gets the turned relation.
        """
        if not left.words or not right.words:
            return Finding(_UNKNOWN)
        inside = self._inside(left, right)
        alike = _UNKNOWN if inside is _UNKNOWN else self._heads_alike(left, right)
        if alike is _UNKNOWN:
            return Finding(_UNKNOWN)
        sides = [[*sheet.lifted(n), *_heads(sheet, n)] for sheet, n in self._both(left, right)]
        notes = [[note for one in _heads(sheet, n) for note in one.remarks] for sheet, n in self._both(left, right)]  # fmt: skip
        defined = [_effects(note for one in side for note in one.remarks) for side in sides]
        modulo = {
            NOTES: defined[0][NoteEffect.DEFINES] != defined[1][NoteEffect.DEFINES],
            HEADS: alike is not _EQUAL,
            PRECEDENCE: any(yields(one.words) for side in sides for one in side),
        }
        named = frozenset(name for name, is_open in modulo.items() if is_open)
        return Finding(combined((inside, _remarks(*notes))), named)

    def _both(self, left: Node, right: Node) -> tuple[tuple[Sheet, Node], tuple[Sheet, Node]]:
        return (self._left, left), (self._right, right)

    def _heads_alike(self, left: Node, right: Node) -> SetRelation:
        """Return ``equal`` for the same heads, ``intersects`` for heads of lists that say nearly the same."""
        ours, theirs = _heads(self._left, left), _heads(self._right, right)
        if "".join(map(_plain, ours)) == "".join(map(_plain, theirs)):
            return _EQUAL
        if not all(one.connective in _LISTS for one in (*ours, *theirs)):
            return _UNKNOWN
        said = [{word for one in side for word in content(one.words)} for side in (ours, theirs)]
        common, whole = len(said[0] & said[1]), len(said[0] | said[1])
        return SetRelation.INTERSECTS if common >= _NEARLY * whole else _UNKNOWN

    def _inside(self, left: Node, right: Node) -> SetRelation:
        key = left.notation, right.notation
        if key not in self._held:
            self._held[key] = combined(self._parts(left, right))
        return self._held[key]

    def _parts(self, left: Node, right: Node) -> Iterator[SetRelation]:
        own = _own(left, right)
        yield own
        if own is not _UNKNOWN:
            yield _remarks(left.remarks, right.remarks)
            yield self._below(left, right)

    def _below(self, left: Node, right: Node) -> SetRelation:
        ours = [n for n in map(self._left.nodes.__getitem__, left.below) if _is_filled(n)]
        theirs = [n for n in map(self._right.nodes.__getitem__, right.below) if _is_filled(n)]
        if not ours and not theirs:
            return _EQUAL
        listed = {left.connective, right.connective} <= _LISTS
        if not listed and (left.connective, left.at_least) != (right.connective, right.at_least):
            return _UNKNOWN
        pairs, mine, other = _matched(ours, theirs)
        found = [self._inside(a, b) for a, b in pairs]
        if mine and other:
            return _UNKNOWN
        if (mine or other) and left.connective is Connective.AT_LEAST_K:
            return _UNKNOWN
        if mine or other:
            more = bool(mine) is listed
            found.append(SetRelation.SUPERSET if more else SetRelation.SUBSET)
        return combined(found)


def _own(left: Node, right: Node) -> SetRelation:
    if _plain(left) == _plain(right):
        return _EQUAL
    if _frame(left) != _frame(right) or _NEGATION.search(left.words):
        return _UNKNOWN
    if not left.bounds or len(left.bounds) != len(right.bounds):
        return _UNKNOWN
    return combined(map(_bound, left.bounds, right.bounds))


def _bound(left: Bound, right: Bound) -> SetRelation:
    """Compare two limits on one thing: which lets more through."""
    same = (left.unit, tokens(left.condition)) == (right.unit, tokens(right.condition))
    if not same or not left.value or not right.value:
        return _UNKNOWN
    ours, theirs = Decimal(left.value), Decimal(right.value)
    if ours == theirs and left.comparator is right.comparator:
        return _EQUAL
    for side, wider in ((_LOWER, ours < theirs), (_UPPER, ours > theirs)):
        if {left.comparator, right.comparator} <= side:
            more = left.comparator not in _STRICT if ours == theirs else wider
            return SetRelation.SUPERSET if more else SetRelation.SUBSET
    return _UNKNOWN


def _remarks(left: Iterable[Remark], right: Iterable[Remark]) -> SetRelation:
    ours, theirs = _effects(left), _effects(right)
    found = []
    for effect, more, less in (
        (NoteEffect.NARROWS, SetRelation.SUBSET, SetRelation.SUPERSET),
        (NoteEffect.WIDENS, SetRelation.SUPERSET, SetRelation.SUBSET),
    ):
        mine, other = ours[effect] - theirs[effect], theirs[effect] - ours[effect]
        if mine and other:
            return _UNKNOWN
        found += [more] * bool(mine) + [less] * bool(other)
    return combined(found)


def _effects(remarks: Iterable[Remark]) -> dict[NoteEffect, set[str]]:
    found: dict[NoteEffect, set[str]] = {effect: set() for effect in NoteEffect}
    for remark in remarks:
        said = tokens(remark.words)
        if remark.kind not in _SILENT and set(said) not in _EMPTY:
            sense_of = sense(tuple(word for word in said if word != MASK))
            found[NoteEffect.NARROWS if _FREES in sense_of else remark.effect].add(sense_of)
    return found


def _matched(
    ours: list[Node], theirs: list[Node]
) -> tuple[list[tuple[Node, Node]], list[Node], list[Node]]:
    """Return nodes in the same words but for numbers, in their order, and what is left on either side."""
    held: dict[str, list[Node]] = {}
    for node in theirs:
        held.setdefault(_frame(node), []).append(node)
    pairs, alone = [], []
    for node in ours:
        if same := held.get(_frame(node)):
            pairs.append((node, same.pop(0)))
        else:
            alone.append(node)
    return pairs, alone, [node for rest in held.values() for node in rest]


def _heads(sheet: Sheet, node: Node) -> list[Node]:
    return [above for above in sheet.above(node) if above.kind is not ParagraphKind.HEADING]


def _plain(node: Node) -> str:
    return _bare(tokens(node.words))


def _frame(node: Node) -> str:
    return _bare(skeleton(node.words))


def _bare(words: tuple[str, ...]) -> str:
    """Return what is said without what only joins one paragraph to the next."""
    while words and words[-1] in {"and", "or", MASK}:
        words = words[:-1]
    return sense(words)


def _is_filled(node: Node) -> bool:
    return node.kind is not ParagraphKind.RESERVED and set(tokens(node.words)) not in _EMPTY
