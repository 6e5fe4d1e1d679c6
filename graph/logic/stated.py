"""What is stated about a thing held against what a position controls: true, false, or open with the question that decides most."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from graph.logic.alignment import Known, Named, dimension, is_literal, literal, opaque
from graph.logic.grammar import Tokens, grammar, tokens
from graph.logic.interval import Interval
from graph.logic.region import Allowed, Box, Leaf, Tree, every, leaves, phrase, reduce
from graph.logic.side import Side
from graph.logic.words import Bound, Said

SHOWN = 12
"""Words of a phrase that a question shows."""

ASKED = 40
"""Open leaves that are tried for the question that decides most."""

_PART = re.compile(r"[.,;:()]\s|[;()]|\n|\bbut\b", re.IGNORECASE)
_COMES_FIRST = "comes first: "
_NOTE = "note: "


class Verdict(StrEnum):
    """What stated facts come to."""

    CONTROLLED = "controlled"
    NOT_CONTROLLED = "not_controlled"
    DEPENDS = "depends"


@dataclass(frozen=True, slots=True)
class Quantity:
    """One stated quantity of a thing."""

    text: str
    """As it was stated."""

    parameter: Tokens
    kind: str
    """What kind of quantity it is: only equal kinds can be compared."""

    allowed: Interval
    """Where its value lies, in base units."""

    condition: Tokens = ()


@dataclass(frozen=True, slots=True)
class Stated:
    """Everything that is stated of one thing."""

    words: tuple[Tokens, ...] = ()
    """Parts of its description that affirm something, each as its words in their normal form."""

    quantities: tuple[Quantity, ...] = ()
    answers: Mapping[Tokens, bool] | None = None
    """Phrase to whether it holds."""


@dataclass(frozen=True, slots=True)
class Classified:
    """One position, as far as stated facts decide it."""

    verdict: Verdict
    question: str
    """The open point that decides most; empty where the verdict stands."""

    used: tuple[str, ...]
    """Stated facts that bear on the position."""

    reason: str
    met: int
    """Conditions of the position that stated facts decide."""

    asked: int
    """Conditions of the position in all."""


def classify(side: Side, stated: Stated, known: Known) -> Classified:
    """Hold stated facts against a position.

    Shape:   ``controlled`` where stated facts meet everything that the position demands, ``not_controlled`` where one of
        them keeps it from being met whatever else holds; a note that is not understood, or a position that comes first,
        leaves it open. A parameter counts only under the same name, or one that a table holds to be the same. What a note
        releases is never taken from a description: it must be answered.
    """
    held = _Held(stated, known, frozenset(side.releasing()))
    tree = every([side.tree(held.demanded), *_open_notes(side), *_first(side)])
    rest = reduce(tree, held.box)
    named = {one.dimension for one in leaves(tree)}
    met = sum(name in held.box for name in named)
    used = tuple(dict.fromkeys(held.used[name] for name in sorted(named & held.used.keys())))
    if isinstance(rest, bool):
        verdict = Verdict.CONTROLLED if rest else Verdict.NOT_CONTROLLED
        reason = _deciding(side, held, tree) if not rest else "everything that it demands is stated"
        return Classified(verdict, "", used, reason, met, len(named))
    question = held.asked(_deciding_leaf(rest, held.box))
    return Classified(Verdict.DEPENDS, question, used, "not everything is stated", met, len(named))


def is_about(side: Side, stated: Stated, known: Known) -> bool:
    """Say whether the own words of a position, or words above it, are stated of the thing, or its limits are about what is stated."""
    for said in (*(head.said for head in side.heads), side.own.said):
        words = known.phrases.get(said.phrase, said.phrase)
        if words and _is_said(words, stated):
            return True
    names = {(one.parameter, one.kind) for one in stated.quantities}
    return any(
        (known.phrases.get(c.parameter, c.parameter), c.bound.kind) in names
        for said in side.texts()
        for c in said.clauses
    )


class _Held:
    """Facts as values of dimensions, found while a tree is made."""

    def __init__(self, stated: Stated, known: Known, releasing: frozenset[str]) -> None:
        self._stated, self._known, self._releasing = stated, known, releasing
        self.box: dict[str, Allowed] = {}
        self.used: dict[str, str] = {}
        self._questions: dict[str, str] = {}

    def demanded(self, said: Said) -> Tree:
        """Return what a text demands."""
        words = self._meaning(literal(said))
        described = said.where not in self._releasing
        parts = [self._phrase(words, described=described)] if words else []
        if not is_literal(said):
            for clause in said.clauses:
                named = (self._meaning(clause.parameter), clause.bound.kind, clause.condition)
                parts.append(self._limit(named, clause.bound))
        return every(parts)

    def asked(self, leaf: Leaf) -> str:
        """Return the question that a leaf leaves open."""
        told = self._questions.get(leaf.dimension)
        return told or leaf.dimension

    def _meaning(self, words: Tokens) -> Tokens:
        return self._known.phrases.get(words, words)

    def _phrase(self, words: Tokens, *, described: bool) -> Tree:
        name = opaque(words)
        shown = " ".join(words[:SHOWN]) + (" …" if len(words) > SHOWN else "")
        self._questions[name] = f"Is it, or has it: '{shown}'?"
        answer = (self._stated.answers or {}).get(words)
        if answer is not None:
            self.box[name], self.used[name] = frozenset({answer}), f"{shown}={'yes' if answer else 'no'}"  # fmt: skip
        elif described and _is_said(words, self._stated):
            self.box[name], self.used[name] = frozenset({True}), f"text: {shown}"
        return phrase(name)

    def _limit(self, named: Named, bound: Bound) -> Tree:
        name = dimension(named)
        parameter, kind, condition = named[0], named[1], measured(named[2])
        what = " ".join(parameter) or f"the quantity in {bound.unit or 'plain numbers'}"
        where = f" at {' '.join(condition)}" if condition else ""
        self._questions.setdefault(name, f"What is its {what}{where}, in {bound.unit or 'plain numbers'}?")  # fmt: skip
        for one in self._stated.quantities:
            if parameter and (one.parameter, one.kind, one.condition) == (parameter, kind, condition):  # fmt: skip
                self.box[name], self.used[name] = one.allowed, one.text
        return Leaf(name, bound.allowed)


def _is_said(words: Tokens, stated: Stated) -> bool:
    """Say whether a phrase stands in the description, word after word; what carries no meaning does not count."""
    spoken = grammar()
    content = _content(words)
    if not content or any(word in spoken["negations"] for word in words):
        return False
    size = len(content)
    return any(
        told[at : at + size] == content
        for told in map(_content, stated.words)
        for at in range(len(told) - size + 1)
    )


def _content(words: Tokens) -> Tokens:
    glue = grammar()["glue"]
    return tuple(word for word in words if word not in glue)


def _open_notes(side: Side) -> Iterator[Tree]:
    """Yield what notes leave open that seem to narrow a position in words that are not understood."""
    for where in side.unsure():
        yield phrase(f"{_NOTE}{where}: does it release the item?")


def _first(side: Side) -> Iterator[Tree]:
    """Yield what positions leave open that come before this one."""
    for word in sorted({one for said in side.texts() for one in said.precedence}):
        yield phrase(f"{_COMES_FIRST}{word.lstrip('@')}: is it free of that?")


def _deciding(side: Side, held: _Held, tree: Tree) -> str:
    """Name the stated fact that alone keeps a position from being met, else say that several do."""
    for name in sorted(held.box):
        if reduce(tree, {name: held.box[name]}) is False:
            return f"contradicted by {held.used[name]}"
    return "contradicted by stated facts together" if held.box else f"{side.list}: controls nothing"


def _deciding_leaf(rest: Tree, box: Box) -> Leaf:
    """Return the open leaf of which the answers decide most: first those that decide either way."""
    open_ = list(dict.fromkeys(leaves(rest)))[:ASKED]
    return max(open_, key=lambda one: (_decided(rest, box, one), isinstance(one.allowed, Interval)))


def _decided(rest: Tree, box: Box, leaf: Leaf) -> int:
    others: Iterable[Allowed]
    if isinstance(leaf.allowed, Interval):
        others = Interval().without(leaf.allowed)
    else:
        others = [frozenset({True, False}) - leaf.allowed]
    answers = [leaf.allowed, *others]
    return sum(isinstance(reduce(rest, {**box, leaf.dimension: one}), bool) for one in answers)


def measured(condition: Tokens) -> Tokens:
    """Return where something is measured without the word that says that it is."""
    return condition[1:] if condition[:1] == ("at",) else condition


def words_of(text: str) -> tuple[Tokens, ...]:
    """Return the parts of a description that affirm something; a part that negates says nothing.

    >>> words_of("Integrated circuits for computing; not for military use")
    (('integrated', 'circuit', 'for', 'computing'),)
    """
    negations = grammar()["negations"]
    parts = (tokens(part) for part in _PART.split(text))
    return tuple(part for part in parts if part and not any(word in negations for word in part))
