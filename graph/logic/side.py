"""One side of a comparison: a position with all that bears on what it controls, taken apart but not yet aligned."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from graph.logic.grammar import Tokens
from graph.logic.region import FALSE, Of, Tree, every, negated, some
from graph.logic.words import Said
from graph.model.paragraph import Connective


@dataclass(frozen=True, slots=True)
class Node:
    """One paragraph, or one note, with what stands below it."""

    said: Said
    closed: bool = False
    """Reserved: it controls nothing."""

    joins: Connective = Connective.NONE
    at_least: int | None = None
    below: tuple[Node, ...] = ()
    released: tuple[Node, ...] = ()
    """Notes that say what it does not control."""

    only: tuple[Node, ...] = ()
    """Notes that say where alone it applies."""

    unsure: tuple[str, ...] = ()
    """Notes that seem to narrow it, in words that are not understood: left out, and said so."""


@dataclass(frozen=True, slots=True)
class Side:
    """A position, what stands above it, and what its terms mean."""

    list: str
    heads: tuple[Node, ...]
    """Above the position, topmost first; their ``below`` is empty."""

    own: Node
    unread: tuple[str, ...] = ()
    """Notations whose words are not at hand, or in a language that is not read."""

    definitions: Mapping[Tokens, Tokens] | None = None
    """Terms that notes of the list define beside the text, with the words of the definition."""

    def texts(self) -> Iterator[Said]:
        """Yield every text, topmost first, notes after what they are about."""
        for node in (*self.heads, self.own):
            yield from _texts(node)

    def unsure(self) -> Iterator[str]:
        """Yield the notes that are left out."""
        for node in (*self.heads, self.own):
            yield from _unsure(node)

    def releasing(self) -> Iterator[str]:
        """Yield what says what is not controlled: notes and their items, by notation."""
        for node in (*self.heads, self.own):
            yield from _releasing(node)

    def tree(self, leaves: Callable[[Said], Tree]) -> Tree:
        """Return the region of the position; ``leaves`` says what a text demands."""
        above = [_tree(head, leaves) for head in self.heads]
        return every([*above, _tree(self.own, leaves)])


def _texts(node: Node) -> Iterator[Said]:
    yield node.said
    for part in (*node.below, *node.released, *node.only):
        yield from _texts(part)


def _releasing(node: Node) -> Iterator[str]:
    for note in node.released:
        yield from (said.where for said in _texts(note))
    for part in (*node.below, *node.only):
        yield from _releasing(part)


def _unsure(node: Node) -> Iterator[str]:
    yield from node.unsure
    for part in node.below:
        yield from _unsure(part)


def _tree(node: Node, leaves: Callable[[Said], Tree]) -> Tree:
    if node.closed:
        return FALSE
    parts = [leaves(node.said)]
    below = [_tree(part, leaves) for part in node.below]
    if below:
        parts.append(_joined(node, below))
    if node.released:
        parts.append(negated(some(_tree(note, leaves) for note in node.released)))
    parts += [_tree(note, leaves) for note in node.only]
    return every(parts)


def _joined(node: Node, below: list[Tree]) -> Of:
    if node.joins is Connective.ALL:
        return every(below)
    if node.joins is Connective.AT_LEAST_K and node.at_least is not None:
        return Of(node.at_least, tuple(below))
    return some(below)
