"""A memo as PDF: one font for every script that the lists are written in, of which only the used signs are embedded."""

from __future__ import annotations

import tempfile
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer
from fpdf import FPDF
from fpdf.enums import WrapMode

from graph.answers.memo import Memo, Section

_FONT = files("justmytype_intl_cjk") / "fonts" / "ofl" / "notosansjp" / "NotoSansJP[wght].ttf"
_WEIGHTS = {"": 400, "B": 700}
_SIGNS = "".join(map(chr, range(32, 127)))
_EPOCH = datetime(1980, 1, 1, tzinfo=UTC)
"""Time that the file says it was made at: the same memo is the same bytes; the release says when."""


def pdf_of(memo: Memo) -> bytes:
    """Return a memo as a PDF file; the same memo gives the same bytes."""
    page = FPDF(format="A4")
    page.set_creation_date(_EPOCH)
    page.set_producer("Comity")
    page.set_title(memo.title)
    page.set_auto_page_break(auto=True, margin=15)
    with tempfile.TemporaryDirectory() as scratch:
        for style, weight in _WEIGHTS.items():
            font = _cut(memo, weight, Path(scratch) / f"memo-{weight}.ttf")
            page.add_font("memo", style, font)
        page.add_page()
        _head(page, memo)
        for section in memo.sections:
            _section(page, section)
        return bytes(page.output())


def _cut(memo: Memo, weight: int, target: Path) -> Path:
    """Write the font with nothing but the signs of a memo, in one weight."""
    with _FONT.open("rb") as source, TTFont(source, lazy=True, recalcTimestamp=False) as font:
        options = subset.Options(layout_features=[], name_IDs=[1, 2], notdef_outline=True)
        cutter = subset.Subsetter(options)
        cutter.populate(text=_SIGNS + _text(memo))
        cutter.subset(font)
        instancer.instantiateVariableFont(font, {"wght": weight}, inplace=True)
        font.save(target)
    return target


def _text(memo: Memo) -> str:
    lines = [line for section in memo.sections for line in section.lines]
    told = [text for line in lines for text in (line.what, line.says, line.citation)]
    return "".join((memo.title, memo.level, *(s.title for s in memo.sections), *told))


def _head(page: FPDF, memo: Memo) -> None:
    _write(page, memo.title, size=14, style="B")
    said = f"Level: {memo.level}. How sure: {memo.determinacy}. Text: {memo.currency}. Release {memo.release}."
    _write(page, said, size=10)
    _write(page, "Not legal advice. Unknown is an answer, and is never shown as free.", size=9)


def _section(page: FPDF, section: Section) -> None:
    page.ln(2)
    _write(page, section.title, size=11, style="B")
    if not section.lines:
        _write(page, "none", size=9)
    for line in section.lines:
        cited = f"  [{line.citation}]" if line.citation else ""
        _write(page, f"{line.what}: {line.says}{cited}", size=9)


def _write(page: FPDF, text: str, *, size: int, style: str = "") -> None:
    page.set_font("memo", style, size)
    page.multi_cell(0, size * 0.5, text, new_x="LMARGIN", new_y="NEXT", wrapmode=WrapMode.CHAR)
