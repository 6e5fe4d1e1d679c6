"""How alike two phrases are, and in which words they differ: similarity proposes, it never decides."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from graph.logic.grammar import Tokens, grammar

ENOUGH = 0.5
"""Share of common words from which two phrases may mean the same: what follows from it is conditional and says so."""

SHOWN = 12
"""Words that are shown of a difference."""


@dataclass(frozen=True, slots=True)
class Difference:
    """What one phrase has and the other has not."""

    left: Tokens
    right: Tokens

    def __str__(self) -> str:
        return f"'{_shown(self.left)}' ~ '{_shown(self.right)}'"


def likeness(left: Tokens, right: Tokens) -> float:
    """Return the share of common words, 0 to 1; 0 where numbers or negations differ, which no likeness outweighs.

    >>> likeness(("laser", "of", "glass"), ("laser", "of", "crystal"))
    0.5
    >>> likeness(("test", "at", "1", "khz"), ("test", "at", "2", "khz"))
    0.0
    """
    ours, theirs = _content(left), _content(right)
    if not ours or not theirs or _fixed(left) != _fixed(right):
        return 0.0
    return 2 * sum((ours & theirs).values()) / (ours.total() + theirs.total())


def differences(left: Tokens, right: Tokens) -> tuple[Difference, ...]:
    """Return where two phrases differ, in order; where one is written together and the other apart they do not.

    >>> list(map(str, differences(("solid", "state", "laser"), ("solidstate", "lasers"))))
    ["'laser' ~ 'lasers'"]
    """
    codes = SequenceMatcher(None, left, right, autojunk=False).get_opcodes()
    found = (Difference(left[a:b], right[c:d]) for kind, a, b, c, d in codes if kind != "equal")
    return tuple(part for one in found for part in _parted(one))


def letters(phrase: Tokens) -> str:
    """Return a phrase as if it were written together; a word with a digit stays a word of its own.

    >>> letters(("crank", "shaft")) == letters(("crankshaft",)), letters(("1", "23")) == letters(("12", "3"))
    (True, False)
    """
    return "".join(f" {word} " if any(sign.isdigit() for sign in word) else word for word in phrase)  # fmt: skip


def _parted(one: Difference) -> Iterator[Difference]:
    """Yield a difference without the words at its beginning that are the same letters."""
    for a in range(len(one.left), 0, -1):
        for b in range(len(one.right), 0, -1):
            if letters(one.left[:a]) == letters(one.right[:b]):
                if one.left[a:] or one.right[b:]:
                    yield Difference(one.left[a:], one.right[b:])
                return
    yield one


def within(small: Tokens, large: Tokens) -> bool:
    """Say whether every word of one phrase stands in another too."""
    return not _content(small) - _content(large)


def addition(difference: Difference) -> bool | None:
    """Return whether words that one side adds narrow what is meant (true) or widen it (false); ``None`` where unsure."""
    added = difference.left or difference.right
    if not added or (difference.left and difference.right):
        return None
    if added[0] in grammar()["widening"]:
        return False
    return True if added[0] in grammar()["narrowing"] else None


def _content(phrase: Tokens) -> Counter[str]:
    glue = grammar()["glue"]
    return Counter(word for word in phrase if word not in glue)


def _fixed(phrase: Tokens) -> Counter[str]:
    negations = grammar()["negations"]
    return Counter(word for word in phrase if word[0].isdigit() or word in negations)


def _shown(phrase: Tokens) -> str:
    return " ".join(phrase[:SHOWN]) + (" …" if len(phrase) > SHOWN else "")
