"""PDF documents as lines of glyphs with their places: what a line begins with, and which glyphs are raised or lowered."""

from __future__ import annotations

import ctypes
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

import pypdfium2
from pypdfium2 import raw

from graph.errors import UnreadableDocument
from graph.model.passage import MarkKind, Passage
from ingest.outline.line import Line
from ingest.text.canonical import Builder, Canonical

HYPHEN = "\x02"
"""What PDFium gives for a hyphen at the end of a line."""

_SMALLER = 0.93
_RAISED, _HIGH = 0.1, 0.24
"""Parts of the line's size: from there a smaller glyph, or one of the same size, is raised or lowered."""

_SMALL, _LOWERED = 0.75, 0.08
"""Parts of the line's size: a glyph so much smaller is an index from there, such as the 6 of UF6."""

_REACH = ((_SMALL, _LOWERED), (_SMALLER, _RAISED))

_SAME_ROW, _RAISED_ROW = 0.62, 0.8
"""Parts of the line's size: two runs whose baselines are less apart are one row of print; the second for a smaller run."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """One character at its place on a page; points from the lower left corner."""

    char: str
    x: float
    y: float
    """Baseline."""

    size: float
    """Height of its font as printed."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of print."""

    page: int
    """From 1."""

    line: Line
    """Its words, white space collapsed, with their place in the canonical text."""

    xs: tuple[float, ...]
    """Left edge of each character of ``line.text``, in points."""

    y: float
    """Baseline of most of its glyphs, in points from the foot of the page."""

    size: float
    font: str
    """Name of the font of its first glyph: tells bold and italic."""

    @property
    def text(self) -> str:
        """Its words."""
        return self.line.text

    @property
    def x(self) -> float:
        """Left edge of its first glyph."""
        return self.xs[0]


@dataclass(frozen=True, slots=True)
class Pdf:
    """A document: its canonical text, and its lines in the order in which the document holds them."""

    name: str
    canonical: Canonical
    rows: tuple[Row, ...]
    """Rows without visible glyphs are left out."""

    def cut(self, line: Line) -> Passage:
        """Return the passage of a line."""
        return self.canonical.cut(line.start, line.start + len(line.text))

    def unreadable(self, where: str, problem: str) -> UnreadableDocument:
        """Return the error of something that is not as the format has it."""
        return UnreadableDocument(self.name, where, problem)


def read_pdf(document: bytes, name: str) -> Pdf:
    """Read the text layer of a PDF.

    Shape:   one row a line of print; the rows are the canonical text. Raised and lowered glyphs are marked SUP and SUB.

    Raises:
        UnreadableDocument: not a PDF, cut off, or without a page.
    """
    try:
        canonical, rows = _content(document)
    except UnreadableDocument as exc:
        raise UnreadableDocument(name, exc.where, exc.problem) from exc
    return Pdf(name, canonical, rows)


@lru_cache(maxsize=1)  # a parser asks for records, then for the canonical text they were cut from
def _content(document: bytes) -> tuple[Canonical, tuple[Row, ...]]:
    try:
        pdf = pypdfium2.PdfDocument(document)
    except pypdfium2.PdfiumError as exc:
        raise UnreadableDocument("", "document", f"not a PDF: {exc}") from exc
    try:
        return _read(pdf)
    finally:
        pdf.close()


def _read(pdf: pypdfium2.PdfDocument) -> tuple[Canonical, tuple[Row, ...]]:
    builder = Builder()
    rows: list[Row] = []
    if not len(pdf):
        raise UnreadableDocument("", "document", "holds no page")
    for number in range(len(pdf)):
        try:
            page = pdf[number]
            text = page.get_textpage()
        except pypdfium2.PdfiumError as exc:
            raise UnreadableDocument("", f"page {number + 1}", str(exc)) from exc
        for glyphs, font in _rows(_lines(text)):
            row = _row(number + 1, glyphs, font, builder)
            if row is not None:
                rows.append(row)
        text.close()
        page.close()
    return builder.done(), tuple(rows)


def _lines(page: pypdfium2.PdfTextPage) -> Iterator[tuple[list[Glyph], str]]:
    """Yield the glyphs of each line as PDFium breaks them, with the font of the first."""
    x, y, matrix = ctypes.c_double(), ctypes.c_double(), raw.FS_MATRIX()
    line: list[Glyph] = []
    font, high = "", ""
    last: Glyph | None = None
    for at in range(page.count_chars()):
        char = high + chr(raw.FPDFText_GetUnicode(page, at))
        if "\ud800" <= char <= "\udbff":
            high = char  # the first half of a pair
            continue
        char, high = char.encode("utf-16", "surrogatepass").decode("utf-16", "replace"), ""
        if char in "\r\n":
            if line:
                yield line, font
            line = []
            continue
        raw.FPDFText_GetCharOrigin(page, at, x, y)
        raw.FPDFText_GetMatrix(page, at, matrix)
        size = abs(matrix.d or matrix.b) * raw.FPDFText_GetFontSize(page, at)
        glyph = Glyph("-" if char == HYPHEN else char, x.value, y.value, size)
        if last is not None and line and _goes_back(last, glyph):
            yield line, font
            line = []
        if not line or not font:
            font = _font(page, at)
        line.append(glyph)
        last = last if char.isspace() else glyph
    if line:
        yield line, font


def _goes_back(last: Glyph, glyph: Glyph) -> bool:
    """Say whether a glyph begins a new line: PDFium runs on behind a hyphen."""
    lower = last.y - glyph.y > _SAME_ROW * last.size
    return lower and glyph.x < last.x and not glyph.char.isspace()


def _font(page: pypdfium2.PdfTextPage, at: int) -> str:
    buffer = ctypes.create_string_buffer(128)
    raw.FPDFText_GetFontInfo(page, at, buffer, 128, ctypes.c_int())
    return buffer.value.decode("utf-8", "replace")


def _rows(lines: Iterable[tuple[list[Glyph], str]]) -> Iterator[tuple[list[Glyph], str]]:
    """Join lines that stand on one row of print: an exponent of a fraction is a line of its own to PDFium."""
    last: tuple[list[Glyph], str] | None = None
    for glyphs, font in lines:
        seen = [glyph for glyph in glyphs if not glyph.char.isspace()]
        if last is not None and seen and _on_row(last[0], seen):
            last[0].extend(glyphs)
        else:
            if last is not None:
                yield last
            last = (list(glyphs), font)
    if last is not None:
        yield last


def _on_row(row: list[Glyph], line: list[Glyph]) -> bool:
    right = max(glyph.x for glyph in row)
    if line[0].x < right - max(glyph.size for glyph in row):
        return False
    baseline, size = _common(row)
    reach = _SAME_ROW if line[0].size > _SMALLER * size else _RAISED_ROW
    return abs(line[0].y - baseline) < reach * size and line[0].x >= right - size


def _common(glyphs: list[Glyph]) -> tuple[float, float]:
    """Return the baseline and the size that most visible glyphs have."""
    seen = [glyph for glyph in glyphs if not glyph.char.isspace()] or glyphs
    size = Counter(round(glyph.size, 1) for glyph in seen).most_common(1)[0][0]
    of_size = [round(glyph.y, 1) for glyph in seen if round(glyph.size, 1) == size]
    return Counter(of_size).most_common(1)[0][0], size or 1.0


def _row(page: int, glyphs: list[Glyph], font: str, builder: Builder) -> Row | None:
    pieces = [piece for piece in _clusters(glyphs) if piece[0]]
    while pieces and pieces[-1][0] == " ":
        pieces.pop()
    if not pieces:
        return None
    baseline, size = _common(glyphs)
    if not builder.ends_hyphenated():
        builder.gap()
    start = len(builder)
    for kind, run in groupby(pieces, key=lambda piece: _mark(piece[1], baseline, size)):
        builder.add("".join(text for text, _ in run), kind)
    text = "".join(text for text, _ in pieces)
    xs = tuple(glyph.x for chars, glyph in pieces for _ in chars)
    return Row(page, Line(text, start, f"page {page}"), xs, baseline, size, font)


def _clusters(glyphs: list[Glyph]) -> Iterator[tuple[str, Glyph]]:
    """Yield characters with their combining marks, NFC; white space once, none at the start."""
    blank = True
    for glyph, marks in _with_marks(glyphs):
        text = unicodedata.normalize("NFC", glyph.char + marks)
        if text.isspace():
            if not blank:
                yield " ", glyph
            blank = True
        else:
            yield text, glyph
            blank = False


def _with_marks(glyphs: list[Glyph]) -> Iterator[tuple[Glyph, str]]:
    base: Glyph | None = None
    marks = ""
    for glyph in glyphs:
        if base is not None and unicodedata.combining(glyph.char[0]):
            marks += glyph.char
            continue
        if base is not None:
            yield base, marks
        base, marks = glyph, ""
    if base is not None:
        yield base, marks


def _mark(glyph: Glyph, baseline: float, size: float) -> MarkKind | None:
    shift = glyph.y - baseline
    reach = next((reach for part, reach in _REACH if glyph.size < part * size), _HIGH)
    if glyph.char.isspace() or abs(shift) < reach * size:
        return None
    return MarkKind.SUP if shift > 0 else MarkKind.SUB
