"""The iroha: kana that number paragraphs of Japanese law, their order, and the letters that an IRI has for them."""

from __future__ import annotations

import re

_TABLE = (
    "イ:i ロ:ro ハ:ha ニ:ni ホ:ho ヘ:he ト:to チ:chi リ:ri ヌ:nu ル:ru ヲ:wo ワ:wa カ:ka ヨ:yo タ:ta "
    "レ:re ソ:so ツ:tsu ネ:ne ナ:na ラ:ra ム:mu ウ:u ヰ:wi ノ:no オ:o ク:ku ヤ:ya マ:ma ケ:ke フ:fu "
    "コ:ko エ:e テ:te ア:a サ:sa キ:ki ユ:yu メ:me ミ:mi シ:shi ヱ:we ヒ:hi モ:mo セ:se ス:su ン:nn"
)

ROMAJI = dict(pair.split(":") for pair in _TABLE.split())
"""Kana to letters, in the order of the iroha. No spelling begins another (``nn``), so a run can be read back."""

KANA = "".join(ROMAJI)
"""The 48 kana in order."""

_OF = {letters: kana for kana, letters in ROMAJI.items()}
_SPELLING = re.compile("|".join(_OF))
_RUN = re.compile(rf"(?:{_SPELLING.pattern})+")


def to_romaji(text: str) -> str:
    """Return a text with its kana of the iroha as letters.

    >>> to_romaji("6(17)カ(2).1"), to_romaji("6(17)イイ")
    ('6(17)ka(2).1', '6(17)ii')
    """
    return "".join(ROMAJI.get(char, char) for char in text)


def from_romaji(text: str) -> str:
    """Return a text with its runs of such letters as kana; a run that is none stays.

    >>> from_romaji("6(17)ka(2).1"), from_romaji("6(17)ii"), from_romaji("110.9(d)")
    ('6(17)カ(2).1', '6(17)イイ', '110.9(d)')
    """
    return re.sub(r"[a-z]+", lambda found: _kana(found[0]), text)


def position(kana: str) -> int:
    """Return the 1-based place of an enumerator: pairs follow on the 48.

    >>> position("イ"), position("ン"), position("イイ")
    (1, 48, 49)
    """
    place = 0
    for char in kana:
        place = place * len(KANA) + KANA.index(char) + 1
    return place


def _kana(run: str) -> str:
    if not _RUN.fullmatch(run):
        return run
    return "".join(_OF[letters] for letters in _SPELLING.findall(run))
