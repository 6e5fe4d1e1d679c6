"""Parse a Japanese list from the Markdown that legalize-jp makes of the e-Gov text."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from graph.errors import UnknownValue, UnreadableDocument
from graph.model.document import ListDocument
from graph.model.paragraph import Paragraph
from ingest.source import Source
from ingest.sources.jp_egov.annexes import read_annex
from ingest.sources.jp_egov.articles import Outline
from ingest.sources.jp_egov.gathered import LANGUAGE, Gathered
from ingest.sources.jp_egov.lines import Line, identifier_of, read_parts
from ingest.sources.jp_egov.mentions import find_references, find_relations, find_terms
from ingest.sources.jp_egov.numbering import BRANCHES, branched
from ingest.sources.jp_egov.tables import read_table
from ingest.text.canonical import Canonical
from ingest.text.kanji import NUMERAL
from ingest.text.tree import build_paragraphs

_OPENING = re.compile(r"\d[\d_]*(?:-[\d_]+)?")


def parse(document: bytes, source: Source) -> ListDocument:
    """Return everything that one state of a list says, as records.

    Args:
        document: The Markdown of a whole order or ordinance.
        source: What ``source-*.yml`` says of it; its key names the list.

    Raises:
        UnreadableDocument: not the Markdown we know, or a part that fits nowhere.
        UnknownValue: a list, a law, columns or a destination scope that no table covers.
        DuplicateNotation: two rows, articles or items of one number.
    """
    if source.key not in _READERS:
        raise UnknownValue("list", source.key, _READERS)
    law, read = _READERS[source.key]
    parts = read_parts(document, source.document)
    identifier = identifier_of(parts, source.document)
    if identifier != law:
        raise UnknownValue("identifier", identifier, [law])
    gathered = Gathered(source.document, parts)
    gathered.leave_out("metadata", parts.front[0].start, parts.front[-1].end)
    if parts.supplement:
        start, end = parts.supplement[0].start, parts.supplement[-1].end
        gathered.leave_out("supplementary-provisions", start, end)
    read(gathered)
    return _assembled(gathered, source)


def canonical(document: bytes) -> Canonical:
    """Return the canonical text that the passages of ``parse`` are cut from."""
    return read_parts(document, "e-Gov").canonical


def _assembled(gathered: Gathered, source: Source) -> ListDocument:
    paragraphs = build_paragraphs(gathered.drafts, document=source.document, language=LANGUAGE)
    openings = _openings(paragraphs) if source.key == "jp-goods" else ()
    relations, unnamed = find_relations(openings)
    terms, uses, twice = find_terms(paragraphs)
    return ListDocument(
        version=source.version,
        paragraphs=paragraphs,
        statements=tuple(gathered.statements),
        tables=tuple(gathered.tables),
        terms=terms,
        term_uses=uses,
        references=find_references(paragraphs, source.key, relations),
        relations=relations,
        issues=(*gathered.issues, *unnamed, *twice),
        omissions=tuple(gathered.omissions),
    )


def _openings(paragraphs: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    """Return the articles and their paragraphs: each says which row of an order it details."""
    return tuple(one for one in paragraphs if _OPENING.fullmatch(one.notation))


def _read_order(gathered: Gathered) -> None:
    """Read annexed table 1; the articles and the other tables are no part of the list."""
    _leave_articles(gathered)
    held = False
    for lines in gathered.parts.annexes:
        number = _table_number(lines[0], gathered.name)
        if number == "1":
            read_table(gathered, lines, "1-")
            held = True
        else:
            kind = f"annexed-table-{number.replace('_', '-')}"
            gathered.leave_out(kind, lines[0].start, lines[-1].end)
    _expect(held, gathered, "別表第一")


def _read_technology(gathered: Gathered) -> None:
    """Read the one annexed table of the Foreign Exchange Order: its rows have no number before them."""
    _leave_articles(gathered)
    tables = gathered.parts.annexes
    _expect(len(tables) == 1 and tables[0][0].text == "**別表**", gathered, "別表")
    read_table(gathered, tables[0], "")


def _read_goods(gathered: Gathered) -> None:
    Outline(gathered).read(gathered.parts.main)
    for lines in gathered.parts.annexes:
        read_annex(gathered, lines)


_READERS: Mapping[str, tuple[str, Callable[[Gathered], None]]] = MappingProxyType(
    {
        "jp-etco-1": ("324CO0000000378", _read_order),
        "jp-feto": ("355CO0000000260", _read_technology),
        "jp-goods": ("403M50000400049", _read_goods),
    }
)
"""List to the e-Gov number of its law, and how it is read."""


def _leave_articles(gathered: Gathered) -> None:
    main = gathered.parts.main
    gathered.leave_out("articles", main[0].start, main[-1].end)


def _table_number(line: Line, name: str) -> str:
    found = re.fullmatch(rf"\*\*別表第({NUMERAL}{BRANCHES})( 削除)?\*\*", line.text)
    number = branched(found[1]) if found else None
    if number is None:
        raise UnreadableDocument(name, f"line {line.number}", "an annexed table without a number")
    return number


def _expect(held: bool, gathered: Gathered, table: str) -> None:
    if not held:
        raise UnreadableDocument(gathered.name, "annexed tables", f"no {table}")
