"""One state of a list as the crosswalk sees it: nodes of a tree, of which some are things."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from graph.model.limit import Comparator
from graph.model.note import NoteEffect, NoteKind
from graph.model.paragraph import Connective, ParagraphKind

THINGS = frozenset({ParagraphKind.ENTRY, ParagraphKind.ITEM})
"""What can be a classification result: only things are mapped, a condition is lifted to the thing above it."""


@dataclass(frozen=True, slots=True)
class Bound:
    """One limit."""

    parameter: str
    comparator: Comparator
    value: str
    """Exact decimal; empty where it is a formula or words."""

    unit: str
    condition: str


@dataclass(frozen=True, slots=True)
class Remark:
    """One note on a paragraph, with the items of the note."""

    kind: NoteKind
    effect: NoteEffect
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """One paragraph of the tree."""

    notation: str
    parent: str
    """Notation of what stands above; empty at the top."""

    kind: ParagraphKind
    connective: Connective
    at_least: int | None
    label: str
    words: str
    """Own words; empty where the wording is not held."""

    below: tuple[str, ...] = ()
    remarks: tuple[Remark, ...] = ()
    bounds: tuple[Bound, ...] = ()
    mentions: frozenset[str] = frozenset()
    """What it mentions, as ``LIST:NOTATION``."""

    @property
    def is_thing(self) -> bool:
        """Say whether it can be the result of a classification."""
        return self.kind in THINGS

    @property
    def said(self) -> str:
        """Its words, else its label."""
        return self.words or self.label


@dataclass(frozen=True, eq=False)
class Sheet:
    """One state of one list."""

    key: str
    version: str
    """The state, such as ``us-ccl@on-2026-06-24``."""

    language: str
    nodes: Mapping[str, Node] = field(repr=False)
    """By notation, in the order of the document."""

    @cached_property
    def things(self) -> tuple[Node, ...]:
        """Everything that is mapped, in the order of the document."""
        return tuple(node for node in self.nodes.values() if node.is_thing)

    @cached_property
    def index(self) -> Mapping[str, int]:
        """Notation of a thing to its place among the things."""
        return {node.notation: n for n, node in enumerate(self.things)}

    @cached_property
    def has_words(self) -> bool:
        """Say whether wording is held."""
        return any(node.words for node in self.things)

    def above(self, node: Node) -> Iterator[Node]:
        """Yield what stands above, the nearest first."""
        while node.parent and node.parent in self.nodes:
            node = self.nodes[node.parent]
            yield node

    def lifted(self, node: Node) -> Iterator[Node]:
        """Yield a thing and the conditions that are lifted to it, in the order of the document."""
        yield node
        for notation in node.below:
            below = self.nodes[notation]
            if below.kind is ParagraphKind.CONDITION:
                yield from self.lifted(below)

    def within(self, node: Node) -> Iterator[Node]:
        """Yield everything below a thing, in the order of the document."""
        for notation in node.below:
            below = self.nodes[notation]
            yield below
            yield from self.within(below)

    def thing_above(self, node: Node) -> Node | None:
        """Return the nearest thing above."""
        return next((above for above in self.above(node) if above.is_thing), None)

    def things_below(self, node: Node) -> tuple[Node, ...]:
        """Return the nearest things below."""
        found: list[Node] = []
        for notation in node.below:
            below = self.nodes[notation]
            found += [below] if below.is_thing else self.things_below(below)
        return tuple(found)
