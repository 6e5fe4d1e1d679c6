"""Parse Annex I to Regulation (EU) 2021/821 from the JSON of its consolidated text."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from graph.errors import DuplicateNotation
from graph.model.document import ListDocument
from graph.model.note import Note
from graph.model.paragraph import Paragraph
from ingest.outline.gathered import AUTHORISATIONS, DUPLICATE, METADATA, Gathered
from ingest.outline.line import Line
from ingest.outline.note_names import NoteNames
from ingest.outline.said import Said, read_references, read_terms
from ingest.source import Source
from ingest.sources.eu_annex_i.blocks import Node, Page, Value, read_page
from ingest.sources.eu_annex_i.docs import read_doc
from ingest.sources.eu_annex_i.entries import EntryReader
from ingest.sources.eu_annex_i.headings import all_drafts
from ingest.sources.eu_annex_i.words import find_oddities
from ingest.text.canonical import Canonical
from ingest.text.codes import Form
from ingest.text.tree import build_paragraphs

_NAME = "eu-annex-i"
_OTHERS = {Form.WASSENAAR: "wa-du", Form.MUNITIONS: "eu-cml"}
_HEADER = (
    "corpus_version", "celex", "valid_from", "retrieved_at", "sha256", "source_url", "attribution",
)  # fmt: skip
_KEYS = (*_HEADER, "entry_count", "index", "entries", "docs", "geas", "gea_common_list")
_ENTRY = ("entry_code", "category", "verbatim_text", "parameters", "applicable_notes")


def parse(document: bytes, source: Source) -> ListDocument:
    """Return everything that one state of Annex I says, as records.

    Args:
        document: The JSON of the consolidated text, as its publisher offers it.
        source: What ``source.yml`` says of it.

    Shape:   paragraphs in the order of the list, headings before their entries; notes in document order; passages and
        omissions tile the canonical text.

    Raises:
        UnreadableDocument: not the JSON we know, or a line that fits nowhere.
        UnreadFields: a key that we do not know.
        UnknownValue: a kind of text, or an entry of category 5, that no table covers.
        DuplicateNotation: two entries, paragraphs or terms of one name.
    """
    page = read_page(document, source.document)
    gathered = _gather(page)
    paragraphs = build_paragraphs(all_drafts(gathered), document=page.name)
    known = {paragraph.notation: None for paragraph in paragraphs}
    notes = NoteNames(gathered, known).read()
    known |= {note.notation: None for note in notes}
    said = list(_said(paragraphs, notes))
    terms, uses, undefined = read_terms(said, gathered.terms, gathered.aliases)
    everything = [*said, *_said_elsewhere(gathered)]
    return ListDocument(
        version=replace(source.version, length=len(page.canonical.text)),
        paragraphs=paragraphs,
        notes=notes,
        tables=tuple(gathered.tables),
        terms=(*gathered.terms, *terms),
        term_uses=uses,
        references=read_references(said, list_key=source.key, known=known, others=_OTHERS),
        issues=tuple(sorted((*gathered.issues, *undefined, *find_oddities(everything)))),
        omissions=tuple(gathered.omissions),
    )


def canonical(document: bytes) -> Canonical:
    """Return the canonical text that the passages of ``parse`` are cut from."""
    return read_page(document, _NAME).canonical


def _gather(page: Page) -> Gathered[Page]:
    gathered = Gathered(page)
    fields = page.record(page.root, "document", _KEYS)
    for name in _HEADER:
        gathered.omit(METADATA, *page.value(fields[name], name).lines)
    count = page.value(fields["entry_count"], "entry_count")
    gathered.omit(METADATA, *count.lines)
    entries = page.items(fields["entries"], "entries")
    firsts = [_entry(gathered, node, f"entries[{n}]") for n, node in enumerate(entries)]
    if count.text != str(len(gathered.entries)):
        found = f"{len(gathered.entries)} entries where entry_count says {count.text}"
        raise page.unreadable("entries", found)
    _index(gathered, page.items(fields["index"], "index"), firsts)
    for number, node in enumerate(page.items(fields["docs"], "docs")):
        read_doc(gathered, node, f"docs[{number}]")
    for name in ("geas", "gea_common_list"):
        for value in page.values(fields[name], name):
            gathered.omit(AUTHORISATIONS, *value.lines)
    return gathered


def _entry(gathered: Gathered[Page], node: Node, where: str) -> Line:
    """Read one entry, return its first line; what the JSON says a second time must be in it word for word."""
    page = gathered.page
    fields = page.record(node, where, _ENTRY)
    code, category, text = (page.value(fields[name], where) for name in _ENTRY[:3])
    if code.text in gathered.entries:
        raise DuplicateNotation(page.name, code.text, [where])
    if category.text != code.text[:1]:
        raise page.unreadable(where, f"{code.text} in category {category.text}")
    gathered.omit(DUPLICATE, *code.lines, *category.lines)
    gathered.entries[code.text] = EntryReader(gathered, code.text).read(text.lines)
    if not gathered.entries[code.text]:
        raise page.unreadable(where, f"{code.text} has no words")
    lines = [line.text for line in text.lines]
    known = {*lines, *(line.partition(" ")[2] for line in lines)}
    for name in _ENTRY[3:]:
        for value in page.values(fields[name], where):
            _repeated(gathered, value, known)
    return text.lines[0]


def _index(gathered: Gathered[Page], nodes: list[Node], firsts: list[Line]) -> None:
    page = gathered.page
    if len(nodes) != len(firsts):
        raise page.unreadable("index", f"{len(nodes)} rows for {len(firsts)} entries")
    for number, (node, first) in enumerate(zip(nodes, firsts, strict=True)):
        where = f"index[{number}]"
        fields = page.record(node, where, ("code", "first_line"))
        _repeated(gathered, page.value(fields["code"], where), {first.text.partition(" ")[0]})
        _repeated(gathered, page.value(fields["first_line"], where), {first.text})


def _repeated(gathered: Gathered[Page], value: Value, lines: Collection[str]) -> None:
    """Leave out words that stand elsewhere.

    Raises:
        UnreadableDocument: they do not stand there.
    """
    for line in value.lines:
        if line.text not in lines:
            raise gathered.page.unreadable(line.where, "says something else than the entry")
        gathered.omit(DUPLICATE, line)


def _said(paragraphs: Sequence[Paragraph], notes: Sequence[Note]) -> Iterator[Said]:
    """Yield the words of paragraphs and notes."""
    for paragraph in paragraphs:
        yield Said(paragraph.notation, paragraph.notation.partition(".")[0], paragraph.text)
    for note in notes:
        yield Said(note.notation, (note.annotates or "").partition(".")[0], note.text)


def _said_elsewhere(gathered: Gathered[Page]) -> Iterator[Said]:
    """Yield the words of definitions and tables."""
    for term in gathered.terms:
        yield Said(term.slug, "", term.text)
    for row in gathered.tables:
        cells = tuple(cell for cell in row.cells if cell is not None)
        yield Said(f"{row.about}, row {row.row}", "", cells)
