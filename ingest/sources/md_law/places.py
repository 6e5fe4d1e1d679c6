"""Where the provisions lie that a mention means."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

#: Acts whose articles lie in several documents: articles to the key that holds them.
_PARTS = ({range(3, 17): "eu/reg/2021/821", range(17, 33): "eu/reg/2021/821.17-32"},)


def act_of(target: str, key: str) -> str:
    """Return the act that holds an article, where an act is kept in parts; empty where no part is held.

    >>> act_of("art/21/4", "eu/reg/2021/821"), act_of("art/2/20", "eu/reg/2021/821")
    ('eu/reg/2021/821.17-32', '')
    """
    parts = next((parts for parts in _PARTS if key in parts.values()), None)
    number = re.match(r"art/(\d+)", target)
    if parts is None or number is None:
        return key
    return next((act for span, act in parts.items() if int(number[1]) in span), "")


def nearest(where: str, steps: Sequence[str], known: Collection[str], base: str) -> str:
    """Return the path below the nearest provision above that has such a step.

    >>> nearest("s/5/2/b", ["a"], {"s/5/2/a", "s/5/2/b"}, "s/5")
    's/5/2/a'
    """
    above = where
    while above:
        path = "/".join([above, *steps])
        if path in known and path != where:
            return path
        if above == base:
            break
        above = above.rpartition("/")[0]
    return "/".join([base, *steps])
