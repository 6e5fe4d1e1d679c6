"""Every character of a document is in exactly one typed leaf, or in a named class of things left out."""

from __future__ import annotations

import csv
import json
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from io import StringIO
from itertools import chain

import pypdfium2
from lxml import etree

from graph.errors import LostText
from graph.model.document import ListDocument
from ingest.source import Source

CONTEXT = 40
"""Characters shown around a loss."""


def check_conservation(
    document: ListDocument, canonical: str, raw: bytes, source: Source
) -> dict[str, int]:
    """Prove that the records tile the document; return the characters per leaf field and omission class.

    Args:
        document: What the parser made of the bytes, wording included.
        canonical: The text that its passages count in.
        raw: The document's bytes, read here a second time by other code.
        source: Names the format.

    Units:   characters that are not white space.

    Raises:
        LostText: a character is in no passage or in two, a passage says other words than the text at its place, or
            the canonical text has not the characters of the document.
    """
    _check_canonical(canonical, raw, source)
    counts: Counter[str] = Counter()
    last = 0
    for start, end, name, wording in sorted(_spans(document)):
        if start < last:
            raise LostText(source.key, _around(canonical, start), f"in two leaves, one is {name}")
        if canonical[last:start].strip():
            raise LostText(source.key, _around(canonical, last), "in no leaf")
        if canonical[start:end] != wording:
            raise LostText(source.key, _around(canonical, start), f"{name} says something else")
        counts[name] += len("".join(wording.split()))
        last = end
    if canonical[last:].strip():
        raise LostText(source.key, _around(canonical, last), "in no leaf")
    return dict(sorted(counts.items()))


def plain_text(raw: bytes, form: str) -> str:
    """Return all characters of a document but white space, NFC, read without the parser's code."""
    return "".join(unicodedata.normalize("NFC", _READERS[form](raw)).split())


def _xml(raw: bytes) -> str:
    reader = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    return "".join(str(part) for part in etree.fromstring(raw, reader).itertext())


def _fragments(raw: bytes) -> str:
    return _xml(b"<all>" + raw + b"</all>")


def _json(raw: bytes) -> str:
    return "".join(_values(json.loads(raw)))


def _csv(raw: bytes) -> str:
    return "\n".join(chain.from_iterable(csv.reader(StringIO(raw.decode("utf-8-sig")))))


def _text(raw: bytes) -> str:
    return raw.decode("utf-8-sig")


def _pdf(raw: bytes) -> str:
    """Return the text layer as PDFium puts it into words itself; a hyphen at the end of a line is U+0002 there."""
    document = pypdfium2.PdfDocument(raw)
    pages = (document[number].get_textpage() for number in range(len(document)))
    return "\n".join(page.get_text_bounded() for page in pages).replace("\x02", "-")


_READERS: dict[str, Callable[[bytes], str]] = {
    "xml": _xml,
    "fragments": _fragments,
    "json": _json,
    "csv": _csv,
    "text": _text,
    "pdf": _pdf,
}


def _check_canonical(canonical: str, raw: bytes, source: Source) -> None:
    expected = plain_text(raw, source.format)
    found = "".join(canonical.split())
    if found == expected:
        return
    place = next(
        (n for n, (a, b) in enumerate(zip(found, expected, strict=False)) if a != b),
        min(len(found), len(expected)),
    )
    where = expected[max(0, place - CONTEXT) : place + CONTEXT]
    raise LostText(source.key, where, f"canonical text differs at character {place}")


def _values(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for part in value.values():
            yield from _values(part)
    elif isinstance(value, list):
        for part in value:
            yield from _values(part)
    else:
        yield str(value)


def _spans(document: ListDocument) -> Iterator[tuple[int, int, str, str]]:
    for leaf, part in document.passages():
        if leaf != "Omission.passage":
            yield part.start, part.end, leaf, part.wording or ""
    for omission in document.omissions:
        part = omission.passage
        yield part.start, part.end, f"left out: {omission.kind}", part.wording or ""


def _around(text: str, place: int) -> str:
    return f"character {place}: {text[max(0, place - CONTEXT) : place + CONTEXT]!r}"
