"""Notations as people and texts write them: every usual spelling leads to the regular form, or to the candidates."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import islice, product

from graph.errors import UnreadableItem

_CODE = re.compile(
    r"(\d[A-E]\d{3}|\d\.[A-E]\.\d{1,2}(?!\d)|(?:ML|PL)\d{1,4})(.*)", re.DOTALL | re.IGNORECASE
)
"""The head of an entry: CCL and the lists of its family, Wassenaar, munitions."""

_LOOSE = re.compile(r"[\W_]+")
_MARK = re.compile(r"(note|techn|nb)\.?(\d+)", re.IGNORECASE)
_RUN = re.compile(r"\d+|[a-z]+")
_MANY = 64
"""Readings that are tried at the most; no real notation has more."""


def squashed(notation: str) -> str:
    """Return what every spelling of a notation has in common: its letters and digits, in one case and width.

    >>> squashed("３A001(a)(15)") == squashed("3a001.a.1.5") == "3a001a15"
    True
    """
    return _LOOSE.sub("", unicodedata.normalize("NFKC", notation).casefold())


def readings(text: str) -> tuple[str, ...]:
    """Return the regular notations that a spelling may stand for, the plainest first.

    Letters that stand together may be one mark or several (``3A001ab``), digits likewise: whoever knows the list
    decides which of them exist.

    >>> readings("３a001(A)(5)")
    ('3A001.a.5',)
    >>> readings("3A001a15")
    ('3A001.a.15', '3A001.a.1.5')
    >>> readings(" cat5p1 "), readings("3a.note.1")
    (('cat5p1',), ('3A.note.1',))

    Raises:
        UnreadableItem: no code of an entry, heading or note is in it.
    """
    plain = unicodedata.normalize("NFKC", text).strip().rstrip(".").strip()
    if not plain:
        raise UnreadableItem(text, "a notation, such as 3A001.a.5")
    lower = plain.lower()
    if re.fullmatch(r"cat\d(p\d)?(\..*)?|note\..*", lower):
        return (lower,)
    if re.fullmatch(r"\d[a-e]\d?(\.[a-z0-9.]+)?", lower):
        return (lower[0] + lower[1].upper() + lower[2:],)
    code = _CODE.fullmatch(re.sub(r"\s+", "", lower))
    if code is None:
        raise UnreadableItem(text, "a notation, such as 3A001.a.5")
    return tuple(dict.fromkeys(islice(_joined(code[1].upper(), code[2]), _MANY)))


def _joined(code: str, rest: str) -> Iterator[str]:
    """Yield the readings one by one: a long spelling has more of them than anyone could wait for."""
    before, mark, after = _cut_mark(rest)
    ways = [_splits(run) for run in _RUN.findall(before)]
    below = [f".{part}" for part in _RUN.findall(after)]
    for chosen in product(*ways):
        yield ".".join([code, *(part for way in chosen for part in way)]) + mark + "".join(below)


def _cut_mark(rest: str) -> tuple[str, str, str]:
    found = _MARK.search(rest)
    if found is None:
        return rest, "", ""
    mark = f".{found.group(1).lower()}.{found.group(2)}"
    return rest[: found.start()], mark, rest[found.end() :]


def _splits(run: str) -> list[tuple[str, ...]]:
    whole: list[tuple[str, ...]] = [(run,)]
    return whole if len(run) == 1 else [*whole, *((run[:n], run[n:]) for n in range(1, len(run)))]
