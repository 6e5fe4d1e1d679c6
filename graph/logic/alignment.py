"""Phrases, parameters and terms of two sides held against each other: what is the same, and what is only taken to be."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from graph.logic.grammar import Tokens, root
from graph.logic.likeness import ENOUGH, addition, differences, letters, likeness, within
from graph.logic.region import Leaf, Tree, every, phrase, some
from graph.logic.relation import OPAQUE
from graph.logic.side import Side
from graph.logic.words import Clause, Said

Named = tuple[Tokens, str, Tokens]
"""What a limit is about: parameter, kind of quantity, condition."""


@dataclass(frozen=True, slots=True)
class Known:
    """What tables say of words: they decide, where likeness only proposes."""

    phrases: Mapping[Tokens, Tokens] = field(default_factory=dict)
    """A phrase, or a parameter, to the one that it means."""


@dataclass(slots=True)
class Alignment:
    """What the texts of two sides mean in common dimensions."""

    known: Known
    phrases: tuple[dict[Tokens, Tree], dict[Tokens, Tree]] = field(default_factory=lambda: ({}, {}))
    """For the left and the right side: phrase to what stands for it."""

    parameters: dict[Named, Named] = field(default_factory=dict)
    """Parameter of the right side to that of the left that it is held to be."""

    skipped: tuple[set[str], set[str]] = field(default_factory=lambda: (set(), set()))
    """For the left and the right side: notations of heads that are held to say nothing more than those of the other side: ``modulo`` names them."""

    modulo: list[str] = field(default_factory=list)
    """What is taken to be the same, in words."""

    assumed: list[str] = field(default_factory=list)
    """Terms that both lists define for the whole list: taken to be those of the regime, an assumption that is said."""

    unaligned: list[str] = field(default_factory=list)
    """What both sides have and nothing holds together: no relation can be told."""

    def leaves(self, number: int) -> Callable[[Said], Tree]:
        """Return what says of a text of the left (0) or the right side (1) what it demands."""

        def demanded(said: Said) -> Tree:
            if said.where in self.skipped[number]:
                return every(())
            words = self.meaning(literal(said))
            parts = [self.phrases[number].get(words) or phrase(opaque(words))] if words else []
            if not is_literal(said):
                parts += [self._limit(clause) for clause in said.clauses]
            return every(parts)

        return demanded

    def is_shared(self, number: int, said: Said) -> bool:
        """Say whether words of the left (0) or the right side (1) are held to be words of the other side too."""
        if said.where in self.skipped[number]:
            return False
        words = self.meaning(literal(said))
        return not words or words in self.phrases[number]

    def meaning(self, words: Tokens) -> Tokens:
        """Return the phrase that tables hold a phrase to be."""
        return self.known.phrases.get(words, words)

    def named(self, clause: Clause) -> Named:
        """Return what a limit is about, by the tables."""
        return self.meaning(clause.parameter), clause.bound.kind, clause.condition

    def _limit(self, clause: Clause) -> Tree:
        named = self.named(clause)
        return Leaf(dimension(self.parameters.get(named, named)), clause.bound.allowed)


def opaque(words: Tokens) -> str:
    """Return the dimension of a phrase."""
    return f"{OPAQUE}{' '.join(words)}"


def dimension(named: Named) -> str:
    """Return the dimension of a parameter."""
    parameter, kind, condition = named
    return "|".join((" ".join(parameter), kind, " ".join(condition)))


def is_literal(said: Said) -> bool:
    """Say whether limits stay words: behind a negation or in an alternative nobody can tell which way they point."""
    return bool(said.clauses) and (said.turned or said.either)


def literal(said: Said) -> Tokens:
    """Return the phrase of a text, with its limits as words where they cannot be more."""
    if not is_literal(said):
        return said.phrase
    told = (
        f"0{clause.bound.allowed} {clause.bound.kind} {' '.join(clause.parameter)}"
        for clause in said.clauses
    )
    return (*said.phrase, *told)


def align(left: Side, right: Side, known: Known) -> Alignment:
    """Hold two sides against each other.

    Shape:   equal words are the same thing; like words are taken to be, and ``modulo`` says so; what is left on both
        sides of the position's own words is ``unaligned``.
    """
    found = Alignment(known)
    ours, theirs = _Texts(left, 0, found), _Texts(right, 1, found)
    _phrases(ours, theirs, found)
    _parameters(ours, theirs, found)
    _terms(left, right, found)
    return found


class _Texts:
    """The phrases of one side by what they are of."""

    def __init__(self, side: Side, number: int, found: Alignment) -> None:
        self.held = found.phrases[number]
        self.own = found.meaning(literal(side.own.said))
        self.cas = side.own.said.substances
        deeper = [self.own]
        self.heads: dict[Tokens, str] = {}
        for head in reversed(side.heads):
            words = found.meaning(literal(head.said))
            if any(within(words, one) for one in deeper):
                # "Integrated circuits" above "Integrated circuits for ..." says nothing more
                self.held[words] = every(())
            else:
                self.heads[words] = head.said.where
                deeper.append(words)
        above = {node.said.where for node in (*side.heads, side.own)}
        rest = [said for said in side.texts() if said.where not in above]
        self.others = list(dict.fromkeys(w for s in rest if (w := found.meaning(literal(s)))))
        self.texts = texts = tuple(side.texts())
        self.skipped = found.skipped[number]
        self.precedence = sorted({one for said in texts for one in said.precedence})

    def clauses(self) -> Iterator[Clause]:
        """Yield the limits that count: those of texts that are neither literal nor skipped."""
        for said in self.texts:
            if not is_literal(said) and said.where not in self.skipped:
                yield from said.clauses


def _phrases(ours: _Texts, theirs: _Texts, found: Alignment) -> None:
    said = [{letters(w): w for w in (side.own, *side.heads, *side.others)} for side in (ours, theirs)]  # fmt: skip
    same = set[Tokens]()
    for spelled in sorted(said[0].keys() & said[1].keys()):
        mine, other = said[0][spelled], said[1][spelled]
        same |= {mine, other}  # "crank shaft" is "crankshaft"
        ours.held[mine] = theirs.held[other] = phrase(opaque(mine))
    if ours.precedence != theirs.precedence:
        taken = (" ".join(side.precedence) or "nothing" for side in (ours, theirs))
        found.modulo.append(f"precedence: {' ~ '.join(taken)}")
    left = [w for w in (ours.own, *ours.others) if w and w not in same]
    right = [w for w in (theirs.own, *theirs.others) if w and w not in same]
    _own(ours, theirs, left, right, found)
    _paired(left, right, found)
    _heads(ours, theirs, same, found)


def _own(ours: _Texts, theirs: _Texts, left: list[Tokens], right: list[Tokens], found: Alignment) -> None:  # fmt: skip
    """Hold the own words of the positions against each other, or against a head of the other side."""
    if ours.own not in left or theirs.own not in right:
        return
    if ours.cas and ours.cas == theirs.cas:
        ours.held[ours.own] = theirs.held[theirs.own] = phrase(opaque(ours.own))
    elif likeness(ours.own, theirs.own) >= ENOUGH:
        _same(ours.own, theirs.own, found)
    else:
        told = f"'{' '.join(ours.own[:8])}' against '{' '.join(theirs.own[:8])}'"
        found.unaligned.append(f"subject: {told}")
    left.remove(ours.own)
    right.remove(theirs.own)


def _paired(left: list[Tokens], right: list[Tokens], found: Alignment) -> None:
    """Take the likest phrases of conditions and notes to be the same, best first."""
    scored = sorted(
        (-score, a, b) for a in left for b in right if (score := likeness(a, b)) >= ENOUGH
    )
    used = set[Tokens]()
    for _, a, b in scored:
        if a not in used and b not in used:
            used |= {a, b}
            _same(a, b, found)


def _same(left: Tokens, right: Tokens, found: Alignment) -> None:
    """Take two phrases to be the same but for words that one of them adds."""
    common: Tree = phrase(opaque(left))
    told = {0: common, 1: common}
    for one in differences(left, right):
        narrows = addition(one)
        found.modulo.append(f"phrase: {one}")
        if narrows is None:
            continue
        side, words = (0, one.left) if one.left else (1, one.right)
        more = phrase(opaque(words))
        told[side] = every((told[side], more)) if narrows else some((told[side], more))
    found.phrases[0][left], found.phrases[1][right] = told[0], told[1]


def _heads(ours: _Texts, theirs: _Texts, same: set[Tokens], found: Alignment) -> None:
    left, right = ([w for w in s.heads if w and w not in same] for s in (ours, theirs))
    ours.skipped |= {ours.heads[words] for words in left}
    theirs.skipped |= {theirs.heads[words] for words in right}
    if left or right:
        told = ("; ".join(" ".join(w[:8]) for w in reversed(side)) or "-" for side in (left, right))
        found.modulo.append(f"heads: {' ~ '.join(told)}")


def _parameters(ours: _Texts, theirs: _Texts, found: Alignment) -> None:
    left = dict.fromkeys(map(found.named, ours.clauses()))
    right = dict.fromkeys(map(found.named, theirs.clauses()))
    free = [one for one in left if one not in right]
    open_ = [one for one in right if one not in left]
    scored = sorted((-score, a, b) for a in free for b in open_ if (score := _alike(a, b)))
    used = set[Named]()
    for _, a, b in scored:
        if a not in used and b not in used:
            used |= {a, b}
            found.parameters[b] = a
            found.modulo.append(f"parameter: '{_shown(a)}' ~ '{_shown(b)}'")
    kinds = {a[1] for a in free if a not in used} & {b[1] for b in open_ if b not in used}
    found.unaligned += [f"parameters in {kind}" for kind in sorted(kinds)]


def _alike(left: Named, right: Named) -> float:
    if left[1] != right[1]:
        return 0.0
    if left[2] != right[2] and likeness(left[2], right[2]) < ENOUGH:
        return 0.0
    if not left[0] or not right[0]:
        return ENOUGH
    score = likeness(left[0], right[0])
    return score if score >= ENOUGH or within(*sorted((left[0], right[0]), key=len)) else 0.0


def _shown(named: Named) -> str:
    return " ".join((*named[0], *(("at", *named[2]) if named[2] else ())))


def _terms(left: Side, right: Side, found: Alignment) -> None:
    """Say which defined terms are taken to mean the same.

    Shape:   terms of heads that are taken to be the same, and of words that one side alone says, go with those.
    """
    ours, theirs = (
        {t for s in side.texts() if found.is_shared(n, s) for t in s.global_terms}
        for n, side in enumerate((left, right))
    )
    for term in sorted(ours | theirs):
        if term in ours and term in theirs:
            if left.list != right.list:
                found.assumed.append(" ".join(term))
            continue
        of = " and ".join(s.list for s, has in ((left, ours), (right, theirs)) if term in has)
        found.modulo.append(f"term: '{' '.join(term)}' [defined in {of}]")
    ours, theirs = ({t for s in side.texts() for t in s.local_terms} for side in (left, right))
    for term in sorted(ours & theirs):
        meant = [_meaning(side, term) for side in (left, right)]
        if meant[0] != meant[1]:
            found.modulo.append(f"term: '{' '.join(term)}' [definitions differ]")


def _meaning(side: Side, term: Tokens) -> Tokens | None:
    return (side.definitions or {}).get(tuple(map(root, term)))


def constrained(sides: Iterable[Side]) -> Iterator[Clause]:
    """Yield every limit of some sides."""
    for side in sides:
        for said in side.texts():
            yield from said.clauses
