"""Powers of ten in print: a glyph that is not raised leaves a number that means something else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from graph.model.passage import MarkKind, Passage

_POWER = re.compile(r"\d ?[x×*·] ?10 ?(?P<exponent>[-–−]?\d{1,2})(?![\d,.]*\d)")


def unmarked_powers(passages: Iterable[Passage]) -> Iterator[str]:
    """Yield numbers that must be powers of ten and have no raised exponent.

    >>> from graph.model.passage import of
    >>> list(unmarked_powers([of("a fluence of 5 x 103 Gy", 0)]))
    ['5 x 103']
    """
    for passage in passages:
        raised = {mark.start for mark in passage.marks if mark.kind is MarkKind.SUP}
        for found in _POWER.finditer(passage.wording or ""):
            start, end = (passage.start + at for at in found.span("exponent"))
            if not raised.intersection(range(start, end)):
                yield found[0]
