"""Small PDF documents of our own: rows of print at their places."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

import pytest

PdfRow: TypeAlias = "tuple[float, float, str, str, float]"
"""Left edge and baseline in points, words, font, size."""

PdfMaker: TypeAlias = Callable[[Sequence[Sequence[PdfRow]]], bytes]

_FONTS = ("Times-Roman", "Times-Italic", "Times-Bold")


@pytest.fixture(scope="session")
def make_pdf() -> PdfMaker:
    """Return what turns pages of rows into a PDF."""
    return _made


def _made(pages: Sequence[Sequence[PdfRow]]) -> bytes:
    fonts = " ".join(f"/F{n} {n + 3} 0 R" for n in range(len(_FONTS)))
    first = 3 + len(_FONTS)
    kids = " ".join(f"{first + 2 * n} 0 R" for n in range(len(pages)))
    bodies = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        *(_font(name) for name in _FONTS),
    ]
    for number, page in enumerate(pages):
        content = b"\n".join(_shown(row) for row in page)
        bodies.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << {fonts} >>"
            f" >> /Contents {first + 2 * number + 1} 0 R >>".encode()
        )
        bodies.append(b"<< /Length %d >>\nstream\n%b\nendstream" % (len(content), content))
    return _file(bodies)


def _font(name: str) -> bytes:
    return (
        f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>".encode()
    )


def _shown(row: PdfRow) -> bytes:
    x, y, words, font, size = row
    escaped = words.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(")
    place = f"BT /F{_FONTS.index(font)} {size} Tf {x} {y} Td (".encode()
    return place + escaped.replace(b")", b"\\)") + b") Tj ET"


def _file(bodies: Sequence[bytes]) -> bytes:
    made, places = b"%PDF-1.4\n", []
    for number, body in enumerate(bodies, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(bodies) + 1
    return made + (
        b"xref\n0 %d\n0000000000 65535 f \n%btrailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
        % (size, table, size, len(made))
    )
