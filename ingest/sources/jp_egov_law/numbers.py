"""Numbers of Japanese provisions as the steps of a path."""

from __future__ import annotations

import re
import unicodedata

from graph.iroha import to_romaji
from ingest.text.kanji import NUMERAL, integer_of

BRANCHED = rf"(?:{NUMERAL}|[0-9０-９]+)(?:の(?:{NUMERAL}|[0-9０-９]+))*"
"""Pattern of a number with its branches: 二十五の二."""

_KANA = re.compile(
    r"[イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス]"
)


def branched(text: str) -> str | None:
    """Return a number with its branches as a step; ``None`` where it is none.

    >>> branched("二十五の二"), branched("３"), branched("甲")
    ('25_2', '3', None)
    """
    parts = [integer_of(unicodedata.normalize("NFKC", part)) for part in text.split("の")]
    return None if any(part is None for part in parts) else "_".join(map(str, parts))


def step_of(label: str) -> str | None:
    """Return the mark of an item as a step: kanji numerals, kana, digits, in brackets or not.

    >>> step_of("一の二"), step_of("イ"), step_of("（１）"), step_of("（ｉｖ）"), step_of("甲乙")
    ('1_2', 'i', '(1)', '(iv)', None)
    """
    plain = unicodedata.normalize("NFKC", label).strip()
    inner = plain.strip("()")
    shape = "({})" if inner != plain else "{}"
    if _KANA.fullmatch(inner):
        return shape.format(to_romaji(inner))
    if re.fullmatch(r"[ivxlc]+|[a-z]", inner):
        return shape.format(inner)
    number = branched(inner)
    return None if number is None else shape.format(number)
