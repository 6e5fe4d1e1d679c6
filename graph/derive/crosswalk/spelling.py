"""Words in one spelling, so that two lists that say the same are seen to; every code is masked."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

MASK = "\N{SECTION SIGN}"
"""What stands for a code: a matcher that reads codes finds numbers, not things."""

_ROMAN = r"(?:X{0,2}(?:IX|IV|V?I{0,3}))"
_CODES = re.compile(
    r"""
    \b\d[A-E]\d{3,4}[a-z0-9]*(?:\.[a-z0-9]{1,3}\b)*(?:\.(?=\W|$))?  # 3A001.a.5.a, 9E003a2
    | \b\d\.?\s?[A-E]\.?\s?\d{1,2}(?:\.\s?[a-z0-9]{1,3}\b)*\.?  # 3.A.1.a, 5A1
    | \b(?:ML|PL)\s?\d{1,4}(?:\.?[a-z0-9]{1,2}\b)*              # ML10.e.1
    | \b\d{4}(?:\.[a-z]\b)(?:\.[a-z0-9]{1,2}\b)*                # 0009.a.2
    | \b1-\d\.[A-E]\.\d+(?:\.[a-z0-9]{1,2}\b)*\.?               # 1-5.A.2
    | \bcategor(?:y|ies)\s+(?:\d{1,2}|[IVX]{1,5})\b             # category XI
    | (?:§§?|\bparts?|(?:\b\d+\s+)?\bCFR|\bgroups?)\s*\d+[\d.\-]*(?:\([a-z0-9]{1,4}\))*
    | (?<![\w.])(?:[a-z]|\d{1,2})(?:\.(?:[a-z]|\d{1,2}))+\.?(?![\w%])(?=.?)  # b.4.a
    | (?<=\s)\.[a-z](?:\.[a-z0-9]{1,2})*\b                      # .b.3
    | (?:\b[IVX]{1,5}|(?<=\s))(?:\([a-z0-9]{1,4}\))+            # XI(a)(4)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_DECIMAL = re.compile(r"^\d+(?:\.\d+)+$")
_ASIDES = re.compile(r"\(\s*see\s+(?:also\s+)?(?:the\s+)?list\s+of\s+items\s+controlled\s*\)|\bas\s+follows\b", re.IGNORECASE)  # fmt: skip
_THOUSANDS = re.compile(r"(?<=\d)[ \u00a0\u2009\u202f'](?=\d{3}(?!\d))")
_GROUPED = re.compile(r"(?<=[1-9]),(?=\d{3}(?!\d))|(?<=[1-9]\d),(?=\d{3}(?!\d))|(?<=[1-9]\d\d),(?=\d{3}(?!\d))")  # fmt: skip
_COMMA = re.compile(r"(?<=\d),(?=\d)")
_MINUS = re.compile(r"(?<=\d)[-\u2010-\u2013\u2212](?=\d)")
_HYPHENS = re.compile(r"(?<=\w)[-\u2010\u2011](?=\w)")
_CAS = re.compile(r"\b\d{2,7}-\d{2}-\d\b")
_TOKEN = re.compile(r"cas\d+x\d+x\d|\d+(?:\.\d+)?|[^\W\d_]+|[%§<>=]")
#: British and American spelling, and other ways to write one word; the second is used.
_ENDINGS = (
    ("isation", "ization"), ("ising", "izing"), ("ised", "ized"), ("iser", "izer"), ("ise", "ize"),
    ("ysing", "yzing"), ("ysed", "yzed"), ("yser", "yzer"), ("yse", "yze"), ("metres", "meter"), ("metre", "meter"),
    ("litres", "liter"), ("litre", "liter"), ("fibres", "fiber"), ("fibre", "fiber"), ("colour", "color"),
    ("vapour", "vapor"), ("armour", "armor"), ("centre", "center"), ("aluminium", "aluminum"), ("sulphur", "sulfur"),
    ("sulph", "sulf"), ("gauge", "gage"), ("modelling", "modeling"), ("labelled", "labeled"), ("programme", "program"),
    ("haem", "hem"), ("foetus", "fetus"), ("analogue", "analog"), ("axes", "axis"), ("antennae", "antenna"),
    ("travelled", "traveled"), ("travelling", "traveling"), ("channelled", "channeled"), ("signalling", "signaling"),
    ("mould", "mold"), ("licence", "license"), ("defence", "defense"), ("isoelectric", "isoelectric"), ("tyre", "tire"),
)  # fmt: skip
#: Other ways to say one thing in control lists, code for nothing else; the second is used. Longer ones first.
_PHRASES = (
    (r"do(?:es)? not (?:control|apply to)", "does not control"), (r"(?:also )?appl(?:ies|y) to", "controls"),
    (r"(?:controlled|specified|described|enumerated|classified|listed|identified) (?:in|by|under)(?: (?:entry|entries|eccns?|items?|paragraphs?))?(?= \u00a7)", "specified in"),
    (r"\u00a7(?:(?: to| or| and| through|,|,? ?and|,? ?or)* (?:entry |eccn )?\u00a7)+", "\u00a7"),
    (r"\u00a7 of this entry", "\u00a7"), (r"for (?:the )?purposes? of \u00a7", "in \u00a7"),
    (r"(?:having|with|that have|which have|and having) (?:all|both|each) of the following(?: characteristics| properties| features)?", "having all of the following"),
    (r"(?:having|with|that have|which have|and having) (?:any|either|one or more|at least one) of the following(?: characteristics| properties| features)?", "having any of the following"),
    (r"analog to digital converters? \(adcs?\)", "adc"), (r"micro ?metres?|micrometers?|\u03bcm|\u00b5m", "\u03bcm"),
    (r"unmanned aerial vehicles", "uav"),
    (r"\bu\.s\.", "us"),
)  # fmt: skip
_SAYING = tuple((re.compile(pattern), word) for pattern, word in _PHRASES)
_YIELDING = re.compile(r" ?\b(?:(?:other than|excluding|except|except for) (?:(?:those|that|item|the one) )?|not )specified in \u00a7")  # fmt: skip
_QUOTES = re.compile(r"[\"'\u2018\u2019\u201c\u201d\u201e`]")
_BLANKS = re.compile(r"\s+")
_ARTICLES = frozenset({"the", "a", "an"})
_EMPTY = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "for",
        "in",
        "to",
        "or",
        "and",
        "by",
        "with",
        "any",
        "all",
        "following",
        "as",
        "is",
        "are",
        "be",
        "that",
        "which",
        "from",
        "on",
        "at",
        "other",
        "than",
        "specified",
        "controlled",
        "having",
        "used",
        "thereof",
        "therefor",
        "s",
        "one",
        "more",
    ]
)


@lru_cache(maxsize=200_000)
def tokens(text: str) -> tuple[str, ...]:
    """Return words and numbers in one spelling, codes masked.

    >>> tokens('Fibre analysers, as follows, specified in 3A001.b.4. or ML10.a, exceeding 2,7 GHz or 1,200 W')
    ('fiber', 'analyzer', 'specified', 'in', '§', 'exceeding', '2.7', 'ghz', 'or', '1200', 'w')
    """
    plain = unicodedata.normalize("NFKC", text)
    plain = _CAS.sub(lambda found: f" cas{found[0].replace('-', 'x')} ", plain)
    plain = _ASIDES.sub(" ", _CODES.sub(_masked, plain)).casefold()
    plain = _MINUS.sub(" minus ", plain)
    plain = _COMMA.sub(".", _GROUPED.sub("", _THOUSANDS.sub("", plain)))
    plain = _BLANKS.sub(" ", _QUOTES.sub("", plain))
    for pattern, word in _SAYING:
        plain = pattern.sub(word, plain)
    return tuple(map(_word, _TOKEN.findall(_HYPHENS.sub("", plain))))


@lru_cache(maxsize=200_000)
def content(text: str) -> tuple[str, ...]:
    """Return the tokens that say something, numbers among them.

    >>> content("Lasers having any of the following")
    ('laser',)
    """
    return tuple(word for word in tokens(text) if word not in _EMPTY and word != MASK)


def skeleton(text: str) -> tuple[str, ...]:
    """Return the tokens with every number as ``0``: what is left when only limits differ."""
    return tuple("0" if word[0].isdigit() else word for word in tokens(text))


def sense(words: tuple[str, ...]) -> str:
    """Return tokens as one string in which only numbers are set apart: compounds are written in many ways.

    >>> sense(tokens("the two-dimensional 3 mm")) == sense(tokens("Two dimensional 3mm"))
    True
    """
    said = _YIELDING.sub("", " ".join(words)).split()
    held = (f"|{word}|" if word[0].isdigit() else word for word in said if word not in _ARTICLES)
    return "".join(held)


def yields(text: str) -> bool:
    """Say whether a text leaves to other paragraphs what they control: a clause of precedence.

    >>> yields("Valves, other than those specified in 2A226"), yields("Valves")
    (True, False)
    """
    return bool(_YIELDING.search(" ".join(tokens(text))))


def chemical_numbers(text: str) -> frozenset[str]:
    """Return the CAS numbers in a text.

    >>> sorted(chemical_numbers("Thiodiglycol (111-48-8)"))
    ['111-48-8']
    """
    return frozenset(_CAS.findall(text))


def _masked(found: re.Match[str]) -> str:
    return found[0] if _DECIMAL.match(found[0].strip()) else f" {MASK} "


@lru_cache(maxsize=100_000)
def _word(word: str) -> str:
    for british, american in _ENDINGS:
        if british in word:
            word = word.replace(british, american)
    plural = len(word) > 4 and word.endswith("s") and word[-2] not in "sui"
    return word[:-1] if plural else word
