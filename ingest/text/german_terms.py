"""Terms in German quotation marks, and which term an inflected form is."""

from __future__ import annotations

import re
from collections.abc import Collection
from itertools import takewhile

from graph.ids import slug
from graph.model.term import TermScope

_LETTERS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"}
)
_ENDINGS = frozenset(["", "e", "en", "er", "ern", "es", "em", "n", "s", "ns"])
_LONGEST = max(map(len, _ENDINGS))
_SHORTEST = 3
"""Letters of a stem at the least."""

_DOUBLE = re.compile(r"„(?P<term>[^„“”\"]{1,120})[“”]")
# a comma stands for the opening mark in places: no blank behind it, no digit before it
_SINGLE = re.compile(
    r"‚(?=\w)(?P<term>[^‚ʻ‘’´„“”]{1,100})[ʻ‘’´‚]"
    r"|(?<!\d),(?=[^\W\d])(?P<comma>[^,.;:‚ʻ‘’´„“”]{1,100})[ʻ‘’´]"
)
_MARKS = ((_DOUBLE, TermScope.LIST), (_SINGLE, TermScope.ENTRY))


def german_slug(text: str) -> str:
    """Return a name as the end of an IRI, its umlauts written out.

    >>> german_slug("Allgemein zugänglich")
    'allgemein-zugaenglich'
    """
    return slug(text.translate(_LETTERS))


def find_german_terms(text: str) -> tuple[tuple[str, TermScope], ...]:
    """Return the terms that a text puts in quotation marks: distinct, in order, without the marks.

    >>> find_german_terms("„Laser“strahlen und ‚Rezeptorenʻ, nach ,Proben‘")[1:]
    (('Rezeptoren', <TermScope.ENTRY: 'entry'>), ('Proben', <TermScope.ENTRY: 'entry'>))
    """
    found = []
    for pattern, scope in _MARKS:
        for match in pattern.finditer(text):
            label = match[match.lastgroup or 0].strip(" -,.;:")
            if label:
                found.append((match.start(), label, scope))
    return tuple(dict.fromkeys((label, scope) for _, label, scope in sorted(found)))


def same_term(one: str, other: str) -> bool:
    """Say whether two slugs are forms of one term: word by word, they differ in an ending.

    >>> same_term("isolierter-lebender-kulturen", "isolierte-lebende-kulturen")
    True
    >>> same_term("roboter", "rotor")
    False
    """
    words, others = one.split("-"), other.split("-")
    return len(words) == len(others) and all(map(_same_word, words, others))


def term_of(name: str, known: Collection[str]) -> str | None:
    """Return the known slug that a slug is a form of; ``None`` where there is none."""
    if name in known:
        return name
    return next((slug for slug in known if same_term(name, slug)), None)


def _same_word(one: str, other: str) -> bool:
    pairs = takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))
    stem = sum(1 for _ in pairs)
    shortest = max(_SHORTEST, stem - _LONGEST)
    return one == other or any(
        one[n:] in _ENDINGS and other[n:] in _ENDINGS for n in range(stem, shortest - 1, -1)
    )
