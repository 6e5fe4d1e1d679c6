"""What a limit measures, and where it is measured: short phrases from the words around it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

import yaml

from ingest.text.limits.find import Found
from ingest.text.limits.forms import HERE

WORDS = 8
"""Words that a phrase may have at most: a name, never a sentence."""


@dataclass(frozen=True, slots=True)
class _Cuts:
    left: re.Pattern[str]
    """What a noun phrase before a number cannot reach across."""

    leading: re.Pattern[str]
    trailing: re.Pattern[str]
    right: re.Pattern[str]
    condition: re.Pattern[str]


@cache
def _cuts(language: str) -> _Cuts:
    told = yaml.safe_load((HERE / f"{language}.yml").read_text(encoding="utf-8"))["phrases"]
    return _Cuts(*(re.compile(told[name], re.IGNORECASE) for name in ("left", "leading", "trailing", "right", "condition")))  # fmt: skip


def parameter_of(text: str, found: Found, language: str) -> str:
    """Return the noun phrase that a limit is about, at most eight words; empty where its words name none.

    >>> parameter_of("A tensile strength of 345 MPa or more", Found(22, 29, ">=", None, "MPa", opening=22), "en")
    'tensile strength'
    """
    cuts = _cuts(language)
    left = cuts.left.split(text[: found.opening])[-1] if found.opening else ""
    phrase = _trimmed(left, cuts)
    if not phrase:
        right = cuts.right.match(text, found.end)
        phrase = _trimmed(right["phrase"], cuts) if right else ""
    return " ".join(phrase.split()[-WORDS:])


def condition_of(text: str, found: Found, language: str) -> str:
    """Return at which point or in which band a limit is measured; empty where its words do not say."""
    if found.condition:
        return " ".join(found.condition.split()[:WORDS])
    match = _cuts(language).condition.match(text, found.end)
    return " ".join(match["phrase"].strip(" ,;.").split()[:WORDS]) if match else ""


def _trimmed(phrase: str, cuts: _Cuts) -> str:
    before = None
    while before != phrase:
        before = phrase
        phrase = cuts.leading.sub("", phrase.strip(" ,;:.\"“”'‘’¤-"))
        phrase = cuts.trailing.sub("", phrase.strip(" ,;:.\"“”'‘’¤-"))
    return re.sub(r"[\"“”¤]", "", phrase) if re.search(r"[^\W\d]{2}|^[A-Z]$", phrase) else ""
