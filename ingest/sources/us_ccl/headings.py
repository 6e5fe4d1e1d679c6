"""Headings and entry heads: code, words, title."""

from __future__ import annotations

import re

from graph.model.paragraph import ParagraphKind
from graph.model.requirement import StatementKind
from ingest.sources.us_ccl.gathered import Gathered, Item, Remark
from ingest.sources.us_ccl.outline import Place, Role

_NUMBER = re.compile(r"(?:Category|Part) \d\W|[A-E]\.|")
_TAIL = re.compile(r",? *\(? ?see,? list of items control(?:led|s) ?\)?", re.IGNORECASE)
_RESIDUAL = "EAR99"


def open_place(gathered: Gathered, place: Place) -> None:
    """Gather the heading of a place."""
    line = place.line
    text = gathered.text(line)
    if place.role is Role.OMITTED:
        gathered.omit(place.omitted, line)
    elif place.role is Role.GROUPING:
        remark = Remark(place.notation, StatementKind.GROUPING, None, None, [line])
        gathered.remarks.append(remark)
    elif place.role is Role.RESIDUAL:
        marker, rest = gathered.split(line, len(_RESIDUAL))
        remark = Remark(place.notation, StatementKind.RESIDUAL, None, marker, [rest])
        gathered.remarks.append(remark)
    elif place.role is Role.HEADING:
        number = _NUMBER.match(text)
        marker, rest = gathered.split(line, number.end() if number else 0)
        item = Item(place.notation, place.parent, marker if gathered.text(marker) else None, [rest])
        item.kind, item.title = ParagraphKind.HEADING, gathered.text(rest)
        gathered.items.append(item)
    else:
        marker, rest = gathered.split(line, place.marker)
        item = Item(place.notation, place.parent, marker, [rest])
        item.kind, item.title = ParagraphKind.ENTRY, title_of(gathered.text(rest))
        gathered.items.append(item)


def title_of(words: str) -> str:
    """Return the words of an entry's head as its name.

    >>> title_of("Firearms as follows (see List of Items controlled).")
    'Firearms as follows'
    >>> title_of("Gyros (see List of Items Controlled), and “parts” therefor.")
    'Gyros, and “parts” therefor'
    """
    return _TAIL.sub("", words).strip().rstrip(".,; ")
