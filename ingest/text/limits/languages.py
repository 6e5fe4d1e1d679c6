"""Limits in the words of one paragraph, whatever its language: each with what it is about and where it is measured."""

from __future__ import annotations

from collections.abc import Iterable

from ingest.text.limits.find import Found, find_limits
from ingest.text.limits.flat import Flat
from ingest.text.limits.forms import LANGUAGES as WITH_FORMS
from ingest.text.limits.japanese import read_japanese
from ingest.text.limits.parameter import condition_of, parameters_of

LANGUAGES = frozenset({*WITH_FORMS, "ja"})
"""Languages whose limits are read."""

_OF_LISTS = frozenset({"de"})
"""Those whose forms were checked on control lists only: acts count terms, fines and money in words of their own."""


def are_read(language: str, *, in_act: bool) -> bool:
    """Say whether the limits of a text in a language are read."""
    return language in LANGUAGES and not (in_act and language in _OF_LISTS)


def read_limits(
    words: Flat,
    language: str,
    *,
    above: str = "",
    decimal_comma: bool = False,
    defines: bool = False,
) -> Iterable[tuple[Found, str, str]]:
    """Return the limits of a paragraph, in order, with parameter and condition.

    Args:
        words: Of the paragraph.
        language: One of `LANGUAGES`.
        above: Words of the paragraph above.
        decimal_comma: The source writes 0,005.
        defines: The text explains how things are measured.
    """
    if language == "ja":
        return read_japanese(words.text)
    found = find_limits(
        words.text,
        language,
        doubtful=words.doubtful,
        above=above,
        decimal_comma=decimal_comma,
        defines=defines,
    )
    about = parameters_of(words.text, found, language, above)
    conditions = (condition_of(words.text, one, language) for one in found)
    return zip(found, about, conditions, strict=True)
