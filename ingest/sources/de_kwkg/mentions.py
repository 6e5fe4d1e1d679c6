"""Mentions: numbers of the list, and provisions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from graph.model.reference import Reference, ReferenceKind
from ingest.outline.said import Said
from ingest.text.german_provisions import find_provisions

_LETTERS = r"(?: Buchstabe [a-z](?!\w)(?:(?:, | und | oder )[a-z](?!\w))*)?"
_NUMBER = rf"\d{{1,2}}(?:\.\d)?(?!\w){_LETTERS}"
_WORD = r"(?:Unternummer|Nummer)n?"
_SERIES = rf"{_NUMBER}(?:(?:, | und | oder | bis | und {_WORD} | oder {_WORD} ){_NUMBER})*"
_MENTION = re.compile(
    rf"(?<!Absatz \d )\b{_WORD} (?P<series>{_SERIES})(?! (?:des|der) \w+gesetzes)"
    # a series may go on behind an exception
    rf"|(?<= sind, )(?P<later>{_SERIES})$"
)
_ONE = re.compile(rf"(?P<bis> bis )?(?P<number>\d{{1,2}}(?:\.\d)?)(?P<letters>{_LETTERS})")
_LETTER = re.compile(r"\b[a-z]\b")


def read_mentions(
    said: Iterable[Said], *, list_key: str, known: Mapping[str, None]
) -> tuple[Reference, ...]:
    """Return what the words mention, each mention once for each place, sorted."""
    found: set[Reference] = set()
    for part in said:
        for match in _MENTION.finditer(part.words):
            series = match["series"] or match["later"]
            for target in targets(series):
                if target != part.where:
                    found.add(_reference(part.where, match[0], list_key, target, known))
        for written, target in find_provisions(part.words):
            found.add(_reference(part.where, written, "", target, known))
    return tuple(sorted(found))


def targets(series: str) -> Iterator[str]:
    """Yield the notations that a series of numbers names, each number of a range.

    >>> list(targets("7 bis 9 und 40")), list(targets("3.1 Buchstabe a, b oder c"))
    (['7', '8', '9', '40'], ['3.1.a', '3.1.b', '3.1.c'])
    """
    last = ""
    for one in _ONE.finditer(series):
        if one["bis"] and last.isdigit() and one["number"].isdigit():
            yield from map(str, range(int(last) + 1, int(one["number"])))
        last = one["number"]
        letters = _LETTER.findall(one["letters"].removeprefix(" Buchstabe"))
        yield from (f"{last}.{letter}" for letter in letters) if letters else (last,)


def _reference(
    where: str, written: str, list_key: str, target: str, known: Mapping[str, None]
) -> Reference:
    return Reference(
        where=where,
        as_written=written,
        target_list=list_key,
        target=target,
        kind=ReferenceKind.CITES if list_key else ReferenceKind.PROVISION,
        resolved=bool(list_key) and target in known,
    )
