"""What the words, limits and names of a thing are made of, as features with weights."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from graph.derive.crosswalk.sheet import Node, Sheet
from graph.derive.crosswalk.spelling import chemical_numbers, content, tokens
from graph.derive.crosswalk.vectors import Weights

Bag = Mapping[str, float]

#: Share of each part of a thing in the vector by which candidates are found.
BLEND = {"own": 1.0, "path": 0.5, "below": 0.35, "around": 0.4, "notes": 0.25}
_SORTS = {
    "software": "software", "program": "software", "technology": "technology", "technical": "technology",
    "technologie": "technology", "logiciel": "software", "プログラム": "software", "技術": "technology",
}  # fmt: skip
_FREQUENT = 120
_PHRASE = 0.6
"""Weight of two words in a row against that of one."""


@dataclass(frozen=True, slots=True)
class Parts:
    """The words of one thing, by where they stand."""

    own: tuple[str, ...]
    """Its words, and those of the conditions lifted to it."""

    notes: tuple[str, ...]
    """The words of the notes on it."""

    path: tuple[str, ...]
    """The words above it."""

    below: tuple[str, ...]
    """The words of the things below it."""

    around: tuple[str, ...]
    """The words that are frequent in its category: what its neighbours are about."""

    letters: tuple[str, ...]
    """Runs of four letters, which a slip of the print does not change all."""

    bounds: frozenset[str]
    """Values with their unit."""

    chemicals: frozenset[str]
    sort: str
    """``software``, ``technology`` or ``goods``: no list takes one for another."""


def parts(sheet: Sheet) -> list[Parts]:
    """Return the parts of every thing of a list."""
    above = _Above(sheet)
    return [_parts(sheet, node, above) for node in sheet.things]


def sorts(sheet: Sheet) -> dict[str, str]:
    """Return for every node whether it is ``software``, ``technology`` or ``goods``."""
    above = _Above(sheet)
    return {notation: above.sort(node) for notation, node in sheet.nodes.items()}


class _Above:
    """Words above each thing, read once for all that stand below."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._held: dict[str, tuple[str, ...]] = {}
        self._frequent = _frequent(sheet)

    def sort(self, node: Node) -> str:
        """Return what kind of thing it is: the first word of its own, or of what stands above, that tells."""
        said = (tokens(one.said)[:2] for one in (node, *self._sheet.above(node)))
        found = (_SORTS[word] for words in said for word in words if word in _SORTS)
        return next(found, "goods")

    def around(self, node: Node) -> tuple[str, ...]:
        """Return the words that are frequent in the category of a thing; none where it is one itself."""
        roots = [above.notation for above in self._sheet.above(node)]
        return self._frequent[roots[-1]] if roots else ()

    def of(self, notation: str) -> tuple[str, ...]:
        """Return the words of a node and of all above it."""
        if notation not in self._sheet.nodes:
            return ()
        if notation not in self._held:
            node = self._sheet.nodes[notation]
            self._held[notation] = (*content(node.said), *self.of(node.parent))
        return self._held[notation]


def _frequent(sheet: Sheet) -> dict[str, tuple[str, ...]]:
    """Return for each topmost position the words that are most frequent in and below it."""
    found = {}
    for root in sheet.nodes.values():
        if root.parent not in sheet.nodes:
            counted = Counter(word for one in sheet.within(root) for word in set(content(one.said)))
            ordered = sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))
            found[root.notation] = tuple(word for word, _ in ordered[:_FREQUENT])
    return found


def _parts(sheet: Sheet, node: Node, above: _Above) -> Parts:
    lifted = tuple(sheet.lifted(node))
    said = {one.notation for one in lifted}
    own = [word for one in lifted for word in content(one.said)]
    notes = [word for one in lifted for note in one.remarks for word in content(note.words)]
    below = [word for one in sheet.within(node) if one.notation not in said for word in content(one.said)]  # fmt: skip
    text = " ".join(one.said for one in lifted)
    joined = "".join(own)[:600]
    return Parts(
        own=tuple(own),
        notes=tuple(notes[:60]),
        path=above.of(node.parent),
        below=tuple(below[:400]),
        around=above.around(node),
        letters=tuple(joined[n : n + 4] for n in range(max(0, len(joined) - 3))),
        bounds=frozenset(f"{b.value} {b.unit}" for one in lifted for b in one.bounds if b.value),
        chemicals=chemical_numbers(text),
        sort=above.sort(node),
    )


def weights(sides: Iterable[Parts]) -> Weights:
    """Return how rare each word is among the things of a list."""
    return Weights(_features(side.own) for side in sides)


def bag(words: Iterable[str], weight: Mapping[str, float]) -> Bag:
    """Return the features of words and of two in a row, weighted by how rare they are."""
    counted = Counter(_features(tuple(words)))
    return {
        feature: (1.0 + 0.5 * min(3, n - 1)) * weight.get(feature, 1.0) * (_PHRASE if " " in feature else 1.0)
        for feature, n in counted.items()
    }  # fmt: skip


def bags(sides: Iterable[Parts], name: str, weight: Mapping[str, float]) -> list[Bag]:
    """Return one part of every thing as a bag; the same words are the same bag."""
    held: dict[tuple[str, ...], Bag] = {}
    found = []
    for side in sides:
        words: tuple[str, ...] = getattr(side, name)
        if words not in held:
            held[words] = dict.fromkeys(words, 1.0) if name == "letters" else bag(words, weight)
        found.append(held[words])
    return found


def blended(parts_of: Mapping[str, Bag]) -> Bag:
    """Return all words of a thing in one bag, each part with its share."""
    found: dict[str, float] = {}
    for name, share in BLEND.items():
        told = parts_of[name]
        length = share / (sum(value * value for value in told.values()) ** 0.5 or 1.0)
        for feature, value in told.items():
            found[feature] = found.get(feature, 0.0) + length * value
    return found


def alike(left: frozenset[str], right: frozenset[str], weight: Mapping[str, float]) -> float:
    """Return which share of two sets is common, the rare members counting more."""
    if not left or not right:
        return 0.0
    common = sum(weight.get(one, 1.0) for one in sorted(left & right))
    return common / sum(weight.get(one, 1.0) for one in sorted(left | right))


def _features(words: tuple[str, ...]) -> tuple[str, ...]:
    return (*words, *(f"{a} {b}" for a, b in pairwise(words)))
