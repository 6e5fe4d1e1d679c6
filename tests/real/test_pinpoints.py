"""Pinpoints of our own tables: the numbers that they name stand in the document that they name."""

import gzip
import re
from pathlib import Path

import pytest

from graph.provenance import CitationKind
from ingest.curated.tables import facts

pytestmark = pytest.mark.real

_NUMBER = re.compile(r"\d+(?:[.:]\d+)*")
_MARKUP = re.compile(r"<[^>]*>")
_DIGITS = "〇一二三四五六七八九"


def kanji(number: int) -> str:
    """Write a number below a hundred as Japanese law does.

    >>> kanji(25)
    '二十五'
    """
    tens, units = divmod(number, 10)
    return ("" if tens < 2 else _DIGITS[tens]) + ("十" if tens else "") + (_DIGITS[units] if units or not tens else "")  # fmt: skip


def test_kanji() -> None:
    assert [kanji(n) for n in (3, 10, 17, 20, 69)] == ["三", "十", "十七", "二十", "六十九"]


def text_of(path: Path) -> str:
    raw = path.read_bytes()
    raw = gzip.decompress(raw) if path.suffix == ".gz" else raw
    told = raw.decode("utf-8", errors="replace")
    # attributes count too: Canadian and German provisions have their numbers there
    return " ".join(f"{_MARKUP.sub(' ', told)} {told}".split())


def test_what_a_pinpoint_names_stands_in_its_document(documents: Path) -> None:
    texts: dict[str, str] = {}
    wrong, checked = [], 0
    for fact in facts():
        for piece in fact.evidence:
            if piece.kind is not CitationKind.DOCUMENT:
                continue
            if piece.source not in texts:
                texts[piece.source] = text_of(documents / piece.source)
            text = texts[piece.source]
            for number in _NUMBER.findall(piece.at):
                checked += 1
                japanese = kanji(int(number)) if number.isdigit() and int(number) < 100 else number
                if number not in text and not (piece.source.startswith("jp/") and japanese in text):
                    wrong.append((fact.table, fact.line, piece.source, piece.at, number))
    assert checked > 1_000
    assert not wrong
