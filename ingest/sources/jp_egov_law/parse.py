"""Parse one Japanese act."""

from __future__ import annotations

import re

from graph.errors import UnreadableDocument
from graph.model.document import ListDocument
from ingest.law.assemble import Beside, law_document
from ingest.source import Source
from ingest.sources.jp_egov_law.citations import read_citations
from ingest.sources.jp_egov_law.reading import Reader
from ingest.text.canonical import Builder, Canonical

GONE = re.compile(r"\W*削除\W*")
"""What stands where a provision was."""

_FRONT = 2_000
"""Characters in which the front matter names the act."""


def parse(document: bytes, source: Source) -> ListDocument:
    """Return everything that one state of an act says, as records.

    Args:
        document: UTF-8 Markdown: front matter, chapters, articles in bold, items as lists, tables.
        source: What ``source.yml`` says of it; its key is ``jp/`` and the number of the act.

    Shape:   provisions in document order; passages, cells and omissions tile the text, signs of markup included. A
        table that is a control list is one provision, and its words are read as a list by another parser.

    Raises:
        UnreadableDocument: not UTF-8, another act, or no article in it.
        DuplicateNotation: two provisions have one path.
    """
    text, lines = _lines(document, source.document)
    number = source.key.rpartition("/")[2]
    if f'identifier: "{number}"' not in text.text[:_FRONT]:
        raise UnreadableDocument(source.document, "front matter", f"is not that of {number}")
    reader = Reader(text, source.key)
    reader.read(lines)
    if not any(draft.is_section for draft in reader.drafts.values()):
        raise UnreadableDocument(source.document, "document", "holds no article")
    units = [draft.unit(GONE) for draft in reader.drafts.values()]
    beside = Beside(
        citations=read_citations(units, source.key),
        tables=reader.tables,
        issues=reader.issues,
        omissions=reader.omissions,
    )
    return law_document(source, text, units, beside)


def canonical(document: bytes) -> Canonical:
    """Return the canonical text that the passages of ``parse`` are cut from."""
    return _lines(document, "act")[0]


def _lines(document: bytes, name: str) -> tuple[Canonical, list[tuple[int, int, int]]]:
    """Return the canonical text, and indentation and span of each line that has words."""
    try:
        told = document.decode("utf-8-sig")
    except UnicodeDecodeError as exc:
        raise UnreadableDocument(name, f"byte {exc.start}", "not UTF-8") from exc
    words, spans = Builder(), []
    for line in told.splitlines():
        words.gap()
        start = len(words)
        words.add(line.strip())
        if len(words) > start:
            spans.append((len(line) - len(line.lstrip(" ")), start, len(words)))
    return words.done(), spans
