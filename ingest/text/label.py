"""Labels: the noun phrase at the start of a paragraph that names the thing."""

from __future__ import annotations

import re

from ingest.text.language import Labels
from ingest.text.languages import LANGUAGES

_MOST_WORDS = 12


def label_of(text: str, language: str = "en") -> str | None:
    """Return the noun phrase at the start of a text; ``None`` for a sentence or a condition.

    >>> label_of("Centrifugal pumps, having any of the following:")
    'Centrifugal pumps'
    >>> label_of("A flow of 8 litres or more") is None
    True
    """
    labels = LANGUAGES[language].labels
    text = text.strip()
    if labels is None or not labels.start.match(text) or labels.condition.match(text):
        return None
    masked = labels.whole.sub(lambda found: "#" * len(found[0]), text)
    found = (labels.stop.search(masked), labels.qualifier.search(masked))
    cuts = [cut.start() for cut in found if cut]
    phrase = text[: min(cuts, default=len(text))]
    if _words(phrase, labels) > _MOST_WORDS and (later := labels.later.search(masked)):
        phrase = text[: later.start()]
    phrase = _trimmed(phrase, labels)
    if not 0 < _words(phrase, labels) <= _MOST_WORDS or (cuts and labels.quantity.search(phrase)):
        return None
    opening, closing = map(phrase.count, labels.quotes)
    broken = labels.broken.search(phrase) or opening != closing
    return None if broken else phrase


def _words(phrase: str, labels: Labels) -> int:
    """Count runs of letters and digits: ``2005/94/EC`` is three words."""
    return len(labels.word.findall(phrase))


def _trimmed(phrase: str, labels: Labels) -> str:
    return re.sub(r",([”\"'’])$", r"\1", labels.loose.sub("", phrase))
