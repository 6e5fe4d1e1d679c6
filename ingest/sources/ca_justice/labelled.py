"""Names of positions that may be kept without the document."""

from __future__ import annotations

import re

from ingest.sources.ca_justice.gathered import Gathered, Position
from ingest.text.label import label_of

_MOST_WORDS = 12
_BRACKET = re.compile(r"\s*\([^()]*\)\.?$")
_LOOSE = re.compile(r"[\s,.:;]+$")


def name_of(position: Position, gathered: Gathered) -> str | None:
    """Return the name of a thing: its title, the noun phrase at its start, else its heading's name.

    Shape:   at most twelve words; an item begins with a small letter in print, its name with a capital.
    """
    if position.title is not None:
        title = gathered.speech.named.split(position.title)[0]
        return label_of(title, gathered.language) or _short(title)
    return _phrase(position, gathered) or _borrowed(position, gathered)


def _phrase(position: Position, gathered: Gathered) -> str | None:
    speech = gathered.speech
    if not position.lead or speech.continues.match(position.lead):
        return None
    text = position.lead
    if found := speech.preamble.match(text):
        text = text[found.end() :]
    text = speech.named.split(text)[0]
    return label_of(text[:1].upper() + text[1:], gathered.language)


def _borrowed(position: Position, gathered: Gathered) -> str | None:
    """Return the name of an entry that has none of its own: its heading's, else that of its first item."""
    above = gathered.positions.get(position.parent or "")
    if above is None or above.form is not None or position.form is None:
        return None
    if above.parent is not None and above.title is not None:
        return _short(above.title)
    below = (one for one in gathered.positions.values() if one.parent == position.notation)
    return next((name for one in below if (name := _phrase(one, gathered))), None)


def _short(title: str) -> str | None:
    title = _LOOSE.sub("", _BRACKET.sub("", title))
    return title if title and len(re.findall(r"[^\W_]+", title)) <= _MOST_WORDS else None
