"""Real documents with a part dropped, doubled, swapped or cut off: an error that names the place, or nothing is lost."""

import random
import re
from collections.abc import Callable
from importlib import import_module
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from graph.errors import SourceError
from ingest.checks.conservation import check_conservation
from ingest.documents import read_document, unpacked
from ingest.read import Sited, all_sources

pytestmark = pytest.mark.real

PARSERS = {one.folder: one for one in all_sources()}
"""The last state that each parser reads."""

#: Parts of a document of each format, between which it can be cut.
_PARTS = {
    "xml": re.compile(rb"<(P|FP-1|FP-2|NOTE|DT|DD|Provision|TR|LI|norm)\b.*?</\1>", re.DOTALL),
    "json": re.compile(rb'\{"[^{}]*\}|"[^"\\]{20,}"'),
    "csv": re.compile(rb"[^\n]+\n"),
    "text": re.compile(rb"[^\n]+\n"),
}
TIMES = 6


def dropped(parts: list[Any], at: int, _: int) -> list[Any]:
    return parts[:at] + parts[at + 1 :]


def doubled(parts: list[Any], at: int, _: int) -> list[Any]:
    return parts[: at + 1] + parts[at:]


def swapped(parts: list[Any], at: int, other: int) -> list[Any]:
    changed = list(parts)
    changed[at], changed[other] = parts[other], parts[at]
    return changed


def cut_off(parts: list[Any], at: int, _: int) -> list[Any]:
    return parts[: at + 1]


WAYS: tuple[Callable[[list[Any], int, int], list[Any]], ...] = (dropped, doubled, swapped, cut_off)


def in_parts(raw: bytes, form: str) -> list[bytes]:
    """Cut a document so that its parts, joined, are the document."""
    edges = sorted({0, len(raw), *(edge for m in _PARTS[form].finditer(raw) for edge in m.span())})
    return [raw[a:b] for a, b in pairwise(edges)]


def damaged(raw: bytes, form: str, chance: random.Random, way: Callable[..., list[Any]]) -> bytes:
    if form == "pdf":
        return damaged_pdf(raw, chance, way)
    parts = in_parts(raw, form)
    at, other = chance.randrange(len(parts)), chance.randrange(len(parts))
    return b"".join(way(parts, at, other))


def damaged_pdf(raw: bytes, chance: random.Random, way: Callable[..., list[Any]]) -> bytes:
    """Damage the order of pages: what is inside of them is compressed."""
    source, made, file = pypdfium2.PdfDocument(raw), pypdfium2.PdfDocument.new(), BytesIO()
    at, other = chance.randrange(len(source)), chance.randrange(len(source))
    for page in way(list(range(len(source))), at, other):
        made.import_pages(source, [page])
    made.save(file)
    return file.getvalue()


@pytest.mark.parametrize("folder", sorted(PARSERS))
def test_a_damaged_document_is_refused_or_read_whole(folder: str, documents: Path) -> None:
    one: Sited = PARSERS[folder]
    parser: Any = import_module(f"ingest.sources.{folder}.parse")
    raw = unpacked(one.source, read_document(one.source, documents))
    chance = random.Random(folder)  # noqa: S311  the same damage in every run
    times = TIMES if one.source.format != "pdf" else 2
    for number in range(times):
        bad = damaged(raw, one.source.format, chance, WAYS[number % len(WAYS)])
        try:
            document = parser.parse(bad, one.source)
        except SourceError as exc:
            assert len(str(exc)) > 20, "an error names the place"  # noqa: PT017  either way is right
            continue
        check_conservation(document, parser.canonical(bad).text, bad, one.source)


@pytest.mark.parametrize("folder", sorted(PARSERS))
@pytest.mark.parametrize(
    "raw", [b"", b"\x00\xff\xfe", b"<html/>", b"{}", b"%PDF-1.4", b"\xef\xbb\xbf"]
)
def test_what_is_no_such_document_is_refused(folder: str, raw: bytes) -> None:
    one = PARSERS[folder]
    parser: Any = import_module(f"ingest.sources.{folder}.parse")
    with pytest.raises(SourceError):
        parser.parse(raw, one.source)
