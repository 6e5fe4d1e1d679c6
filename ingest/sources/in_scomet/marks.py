"""What a row of the list begins with: the code of an entry with its path, or a heading."""

from __future__ import annotations

import re
from collections.abc import Collection

from ingest.outline.paths import Path
from ingest.sources.pdf import Row

_STEP = r"(?:[a-z]|[ivx]{1,4}|\d{1,2})"
_HEAD = re.compile(
    rf"(?P<code>\d[A-H] ?\d{{3}})(?P<path>(?:(?:\s?\.\s*|\s+){_STEP}(?=[.:\s]))*)(?P<stop>[\s.:]*)"
)
_CODE = re.compile(r"\d[A-H]\d{3}")
_PATH_STEP = re.compile(_STEP)
_WORDS = re.compile(r"[A-Z\"“‘'(\[0-9]|α|β")
_SECOND = re.compile(r"(?<=[a-z.;:)])\d[A-H]\d{3}(?=\.? (?:[A-Z][a-zA-Z]+|\"|[a-z]\. [A-Z\"]))")
_MARGIN = 118.0
"""Points: codes that begin a row stand left of it, codes inside words further right."""

_BARE_MARGIN = 90.0


def masked(row: Row, raised: Collection[int]) -> str:
    """Return the words of a row with blanks for raised figures: marks of footnotes are glued to codes."""
    start = row.line.start
    code = _CODE.match(row.text)  # raised as a whole it is no mark
    whole = code.end() if code else 0
    return "".join(
        " " if at >= whole and char.isdigit() and start + at in raised else char
        for at, char in enumerate(row.text)
    )


def read_head(row: Row, text: str) -> Path | None:
    """Return the code and path that a row begins with; ``None`` where a code only goes on with words.

    Args:
        row: Its place on the page counts.
        text: Its words, without the marks of footnotes.
    """
    found = _HEAD.match(text) if row.x < _MARGIN else None
    if found is None:
        return None
    steps = list(_PATH_STEP.finditer(text, found.start("path"), found.end("path")))
    end = found.end()
    if not steps and found["stop"] in {".", ":"} and end < len(text):
        return None  # a code at the end of other words, with a heading behind it
    if end == len(text):
        is_glued = bool(steps) and text[found.end("code")] == "."
        if is_glued or row.x > _BARE_MARGIN or (found["stop"].strip() and not steps):
            return None
    elif not _WORDS.match(text, end):
        return None
    code = found["code"].replace(" ", "")
    named = tuple(step[0] for step in steps)
    mark = steps[-1].start() if steps else 0
    return Path(code, named, end, mark, tuple(step.start() for step in steps))


def second_code(text: str) -> int | None:
    """Return where a second entry begins in one row: its code is glued to the words before.

    >>> second_code("specified by 8A902.b.8A903. PUMPS")
    21
    """
    found = _SECOND.search(text)
    return found.start() if found else None
