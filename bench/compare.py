"""How much of two lists can be compared, and how fast: `python -P -m bench.compare` over the release in COMITY_HOME.

Takes every thing that has the same number in the CCL and in Annex I. That is no labelled set: it says how often an answer is given, not how often it is right.
"""

from __future__ import annotations

import time
from collections import Counter
from datetime import UTC, datetime
from statistics import quantiles

from api.cli.options import store
from graph.answers.asof import AsOf, state_of
from graph.answers.compare import known
from graph.answers.crosswalk import sheet
from graph.answers.sides import sides
from graph.logic.contrast import Contrast, contrast

LISTS = ("us-ccl", "eu-annex-i")
FEW = 3
"""Named things on which a conditional answer may rest to count as one."""


def main() -> None:
    """Print one line a figure, with its bar, then relations and why nothing is told."""
    held, today = store(), datetime.now(UTC).date()
    states = [state_of(held, key, AsOf(today, today)) for key in LISTS]
    one, other = (sides(held, state) for state in states)
    left, right = (sheet(held, state) for state in states)
    same = [n.notation for n in left.things if n.notation in right.index]
    words, found, times = known(held), list[Contrast](), list[float]()
    for notation in same:
        began = time.perf_counter()
        found.append(contrast(one.side(notation), other.side(notation), words))
        times.append(time.perf_counter() - began)
    told = sum(map(_is_told, found)) / len(found)
    print(f"{len(same)} things of the same number, all (s){sum(times):>24.2f}   bar    20")
    print(f"one comparison, p95 (ms){1000 * quantiles(times, n=20)[-1]:>44.2f}   bar    20")
    print(f"determined, or conditional on {FEW} named things at the most{told:>12.2f}   bar  0.60 of labelled pairs")  # fmt: skip
    for (relation, sure), n in Counter((c.relation, c.determinacy) for c in found).most_common():
        print(f"  {relation:<20}{sure:<14}{n:>5}")
    why = Counter(c.reason.partition(":")[0] for c in found if c.determinacy == "unknown")
    for reason, n in why.most_common(8):
        print(f"  unknown: {reason:<60}{n:>5}")


def _is_told(one: Contrast) -> bool:
    return one.determinacy == "determined" or (
        one.determinacy == "conditional" and len(one.modulo) <= FEW
    )


if __name__ == "__main__":
    main()
