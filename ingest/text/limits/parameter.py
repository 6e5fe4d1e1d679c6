"""What a limit measures, and where it is measured: short phrases from the words around it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import yaml

from graph.logic.units import exact
from ingest.text.limits.find import Found
from ingest.text.limits.forms import HERE
from ingest.text.limits.units import ucum

WORDS = 8
"""Words that a phrase may have at most: a name, never a sentence."""

_QUOTES = re.compile(r"[\"“”¤]|(?<!\w)['‘’]|['‘’](?!\w)")
_AMOUNT = re.compile(r"[\d.,×⁰¹²³⁴⁵⁶⁷⁸⁹⁻ -]*\d\s?(.*)")


@dataclass(frozen=True, slots=True)
class _Cuts:
    left: re.Pattern[str]
    """What a noun phrase before a number cannot reach across."""

    leading: re.Pattern[str]
    trailing: re.Pattern[str]
    right: re.Pattern[str]
    condition: re.Pattern[str]
    bracket: re.Pattern[str]
    """What may stand between a noun phrase and its number: brackets and points."""

    closing: re.Pattern[str]
    """Prepositions too, where nothing better is told."""

    aside: re.Pattern[str]
    """A part between commas that says no more than where or how."""

    joint: re.Pattern[str]
    """What stands between two limits of one parameter."""

    lead: re.Pattern[str]
    """The end of a lead-in whose last noun phrase is the parameter of what follows."""

    quantities: Mapping[str, str]
    """Kind of unit to the quantity that it can only be."""


@cache
def _cuts(language: str) -> _Cuts:
    told = yaml.safe_load((HERE / f"{language}.yml").read_text(encoding="utf-8"))["phrases"]
    quantities = told.pop("quantities")
    return _Cuts(**{name: re.compile(text, re.IGNORECASE) for name, text in told.items()}, quantities=quantities)  # fmt: skip


def parameters_of(
    text: str, found: Sequence[Found], language: str, above: str = ""
) -> tuple[str, ...]:
    """Return what each limit of a paragraph is about: its own phrase, else that of the limit it is joined to, of the lead-in, of its unit.

    >>> text = "Operating frequencies exceeding 5 GHz but not exceeding 20 GHz"
    >>> parameters_of(text, [Found(32, 37, ">", None, "GHz", opening=22), Found(56, 62, "<=", None, "GHz", opening=42)], "en")
    ('frequencies', 'frequencies')
    """
    cuts = _cuts(language)
    told = [_before(text[: one.opening], cuts, cuts.bracket) for one in found]
    for i, one in enumerate(found):
        lead = cuts.lead.search(above) if not told[i] and _is_bare(text[: one.opening]) else None
        told[i] = told[i] or (_before(above[: lead.start()], cuts, cuts.bracket) if lead else "")
    _share(told, text, found, cuts)
    told = [phrase or _after(text, one, cuts) for phrase, one in zip(told, found, strict=True)]
    _share(told, text, found, cuts, back=True)
    told = [phrase or _before(text[: one.opening], cuts, cuts.closing) for phrase, one in zip(told, found, strict=True)]  # fmt: skip
    _share(told, text, found, cuts)
    return tuple(
        " ".join((phrase or _quantity(one, cuts)).split()[-WORDS:])
        for phrase, one in zip(told, found, strict=True)
    )


def _share(
    told: list[str], text: str, found: Sequence[Found], cuts: _Cuts, *, back: bool = False
) -> None:
    """Give a limit without a phrase that of the one before it, or after it, where they are of one parameter."""
    places = range(len(found) - 1, 0, -1) if back else range(1, len(found))
    for i in places:
        mine, theirs = (i - 1, i) if back else (i, i - 1)
        if not told[mine] and _joined(text, found[i - 1], found[i], cuts):
            told[mine] = told[theirs]


def parameter_of(text: str, found: Found, language: str) -> str:
    """Return the noun phrase that a limit is about, at most eight words; empty where its words name none.

    >>> parameter_of("A tensile strength of 345 MPa or more", Found(22, 29, ">=", None, "MPa", opening=22), "en")
    'tensile strength'
    """
    return parameters_of(text, (found,), language)[0]


def _before(left: str, cuts: _Cuts, closing: re.Pattern[str]) -> str:
    """Return the noun phrase that ends some words, with what may part it from a number taken away."""
    phrase = _trimmed(cuts.left.split(left)[-1], cuts)
    while not phrase and (shorter := closing.sub("", left)) != left:
        left = shorter
        *before, last = left.rpartition(",")
        if cuts.aside.match(last):
            left = before[0]
        phrase = _trimmed(cuts.left.split(left)[-1], cuts)
    return phrase


def _after(text: str, found: Found, cuts: _Cuts) -> str:
    right = cuts.right.match(text, found.end)
    return _trimmed(right["phrase"], cuts) if right else ""


def _joined(text: str, one: Found, other: Found, cuts: _Cuts) -> bool:
    """Say whether two limits are of one parameter: the same in a second unit, or the other end of a range."""
    if other.alternative or (other.opening == one.opening and one.start > other.opening):
        return True
    between = text[one.end : max(one.end, other.opening)]
    return cuts.joint.fullmatch(between) is not None and _kind(one) == _kind(other)


def _kind(found: Found) -> str:
    unit = exact(ucum(found.unit))
    return unit.kind if unit and (ucum(found.unit) or not found.unit) else found.unit


def _quantity(found: Found, cuts: _Cuts) -> str:
    return cuts.quantities.get(_kind(found), "") if found.unit else ""


def _is_bare(left: str) -> bool:
    return re.search(r"\w{2}", left) is None


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
    phrase = _QUOTES.sub("", phrase)
    amount = _AMOUNT.fullmatch(phrase)
    is_amount = amount is not None and (not amount[1] or bool(ucum(amount[1])))
    named = re.search(r"[^\W\d]{2}|^[A-Z]$", cuts.left.sub("", phrase))
    return phrase if named and not is_amount else ""
