"""What is the same text to a lawyer: letters, digits and signs that carry meaning, without their typography."""

from __future__ import annotations

import re
import unicodedata

_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−﹣－"), "-")
_QUOTES = re.compile(r"[\"'“”„‟‘’‚‛«»‹›`´″′]")
# punctuation tells nothing, save between digits, where it is part of a number, and a dash beside one
_LOOSE = re.compile(r"(?<!\d)[.,;:]|[.,;:](?!\d)|[()\[\]{}…·•]|(?<!\d)-(?!\d)")
# Appendix or appendix: a capital tells nothing in a word, much in a unit (mW, MW)
_CAPITAL = re.compile(r"\b[A-Z](?=[a-z]{3})")
_BLANKS = re.compile(r"\s*-\s*")
_SIGNS = str.maketrans({"×": "x", "µ": "μ", "º": "°", "˚": "°"})


def typographic(text: str) -> str:
    """Return a text without white space, quotation marks, brackets, capitals of words and punctuation that no number needs.

    Shape:   two texts with one result differ in print only; a sign before a number and a decimal point count.

    >>> typographic("“Pumps”, of 5 mm–10 mm (EAR.)") == typographic('"Pumps" of 5 mm - 10 mm (EAR)')
    True
    >>> typographic("1.5 mm") == typographic("15 mm"), typographic("10-4") == typographic("104")
    (False, False)
    """
    plain = unicodedata.normalize("NFKC", text).translate(_DASHES).translate(_SIGNS)
    plain = _CAPITAL.sub(lambda found: found[0].lower(), plain)
    plain = _BLANKS.sub("-", _QUOTES.sub("", plain))
    return "".join(_LOOSE.sub("", plain).split())
