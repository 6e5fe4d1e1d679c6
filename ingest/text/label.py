"""Labels: the noun phrase at the start of a paragraph that names the thing."""

from __future__ import annotations

import re

_MOST_WORDS = 12

# what follows is about the thing, no longer its name
_QUALIFIERS = (
    r"as follows|[\"“]?specially|[\"“]?peculiarly|[\"“]?required|designed|modified|prepared|"
    r"configured|rated|made|manufactured|according|in accordance|having|which|that|whose|"
    r"where|when|whether|either|if|by|using|containing|incorporating|including|includes?|"
    r"consisting|composed|comprising|performing|providing|meeting|employing|utili[sz]ing|"
    r"supporting|operating|being|exceeding|capable|able|usable|used|suitable|intended|"
    r"specified|described|controlled|enumerated|classified|not|other than|except|excluding|"
    r"n\.e\.s|with|without|greater|less|more|equal|at least|of \d|of (?:less|more)|from \d|"
    r"in any of|in the following|the following|any of|all of|are|is|was|were|to be"
)
_QUALIFIER = re.compile(
    rf"[\s,]+(?:and |or )?(?:primarily |solely )?(?:{_QUALIFIERS})(?![\w-])", re.IGNORECASE
)
_STOP = re.compile(r"[;:]|\.(?=\s|$)|\s\[|\s\((?:e\.g|i\.e|see)\b", re.IGNORECASE)
# brackets and quoted terms belong to the name, whatever words are in them
_WHOLE = re.compile(
    r"\((?!e\.g|i\.e|see)[^()]*\)|[\"“](?!specially|peculiarly|required)[^\"“”]*[\"”]",
    re.IGNORECASE,
)
_LATER = re.compile(r", | for ")
_LOOSE = re.compile(
    r"(?:[\s,]+(?:and|or|of|for|the|an?|in|on|to|at|therefor|thereof"
    r"|for (?:frequencies|pressures|temperatures)))*[\s,.]*$"
)

# a capital, after the numbers of a chemical name
_START = re.compile(r"[^\w\s]*(?:\d+(?:,\d+)*-)?[^\w\s]*[A-Z]")
# a text that begins so is a condition or a sentence
_CONDITION = re.compile(
    r"(?:an?|any|all|each|either|both|no|not|the|other|more|less|greater|at|in|on|for|to|from|"
    r"by|with|without|when|where|if|it|its|their|this|these|those|maximum|minimum|average|one|"
    r"two|three|see|equal|having|using|being|capable|able|usable|suitable|intended|specially|"
    r"designed|modified|specified|rated|configured|required|limited|equipped|developed|"
    r"described|controlled|enumerated|elsewhere|manufactured|constructed|made|used|ha(?:ve|s)|"
    r"is|are|contain(?:ing|s)?|provides?|protects?|incorporat(?:ing|es?)|exceeding|operating|"
    r"providing|performing|employing|utili[sz]ing|meeting|meets?|consist(?:ing|s)?|could|can)"
    r"(?![\w-])",
    re.IGNORECASE,
)
# a phrase that ends so names a quantity: what follows is its limit
_QUANTITY = re.compile(
    r"\b(?:accuracy|angle|aperture|area|bandwidth|capacity|current|density|depth|diameter|"
    r"duration|energy|frequency|gain|height|length|linearity|loss|mass|output|power|precision|"
    r"pressure|range|rate|ratio|resolution|sensitivity|size|speed|stability|strength|"
    r"temperature|thickness|time|uncertainty|velocity|voltage|volume|wavelength|weight|"
    r"width)(?:\s*\([^()]*\))?$",
    re.IGNORECASE,
)
# cut in the middle: an adverb without its verb, a bracket without a name
_BROKEN = re.compile(r"ly$|^\[")


def label_of(text: str) -> str | None:
    """Return the noun phrase at the start of a text; ``None`` for a sentence or a condition.

    >>> label_of("Centrifugal pumps, having any of the following:")
    'Centrifugal pumps'
    >>> label_of("A flow of 8 litres or more") is None
    True
    """
    text = text.strip()
    if not _START.match(text) or _CONDITION.match(text):
        return None
    masked = _WHOLE.sub(lambda found: "#" * len(found[0]), text)
    cuts = [found.start() for cut in (_STOP, _QUALIFIER) if (found := cut.search(masked))]
    phrase = text[: min(cuts, default=len(text))]
    if _words(phrase) > _MOST_WORDS and (later := _LATER.search(masked)):
        phrase = text[: later.start()]
    phrase = _trimmed(phrase)
    if not 0 < _words(phrase) <= _MOST_WORDS or (cuts and _QUANTITY.search(phrase)):
        return None
    return None if _BROKEN.search(phrase) or phrase.count("“") != phrase.count("”") else phrase


def _words(phrase: str) -> int:
    """Count runs of letters and digits: ``2005/94/EC`` is three words."""
    return len(re.findall(r"[^\W_]+", phrase))


def _trimmed(phrase: str) -> str:
    return re.sub(r",([”\"'’])$", r"\1", _LOOSE.sub("", phrase))
