"""Parse one act that is kept as Markdown."""

from __future__ import annotations

from graph.errors import UnreadableDocument
from graph.model.document import ListDocument
from ingest.law.assemble import Beside, law_document
from ingest.source import Source
from ingest.sources.md_law.citations import read_citations
from ingest.sources.md_law.reading import GONE, Line, Reader
from ingest.sources.md_law.styles import STYLES
from ingest.text.canonical import Builder, Canonical


def parse(document: bytes, source: Source) -> ListDocument:
    """Return everything that one state of an act says, as records.

    Args:
        document: UTF-8 text: front matter between lines of hyphens, headings, paragraphs, lists.
        source: What ``source.yml`` says of it; the first segment of its key names the style.

    Shape:   provisions in document order; passages and omissions tile the text, signs of markup included.

    Raises:
        UnreadableDocument: not UTF-8, or no section in it.
        DuplicateNotation: two provisions have one path.
    """
    style = STYLES[source.key.partition("/")[0]]
    text, lines = _lines(document, source.document, wraps=style.wraps)
    reader = Reader(text, style)
    reader.read(lines)
    if not any(draft.is_section for draft in reader.drafts.values()):
        raise UnreadableDocument(source.document, "document", "holds no section")
    units = [draft.unit(GONE) for draft in reader.drafts.values()]
    beside = Beside(
        citations=read_citations(units, source.key),
        definitions=reader.definitions,
        issues=reader.issues,
        omissions=reader.omissions,
    )
    return law_document(source, text, units, beside)


def canonical(document: bytes) -> Canonical:
    """Return the canonical text that the passages of ``parse`` are cut from."""
    return _lines(document, "act")[0]


def _lines(document: bytes, name: str, *, wraps: bool = False) -> tuple[Canonical, list[Line]]:
    """Return the canonical text and indentation and span of each line that has words, with those that go on with it."""
    try:
        told = document.decode("utf-8-sig")
    except UnicodeDecodeError as exc:
        raise UnreadableDocument(name, f"byte {exc.start}", "not UTF-8") from exc
    words = Builder()
    spans: list[Line] = []
    for line in told.splitlines():
        words.gap()
        start = len(words)
        words.add(line.strip())
        if len(words) == start:
            continue
        if wraps and spans and line[0].isspace():
            start = spans.pop()[1]
        spans.append((len(line) - len(line.lstrip()), start, len(words)))
    return words.done(), spans
