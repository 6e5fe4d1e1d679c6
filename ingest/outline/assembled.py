"""One printed list as a document: paragraphs, notes, terms and references from what was gathered."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from graph.model.document import Issue, ListDocument
from graph.model.note import Note
from graph.model.paragraph import Paragraph, ParagraphKind
from graph.model.reference import Reference
from graph.model.relation import Relation
from ingest.outline.gathered import Gathered
from ingest.outline.line import Line
from ingest.outline.note_names import NoteNames
from ingest.outline.said import Said, read_references, read_terms
from ingest.source import Source
from ingest.sources.pdf import Pdf
from ingest.text.codes import Form, entry_of
from ingest.text.tree import Draft, build_paragraphs

_RESERVED = re.compile(r"[\[(]Reserved[\])]")


@dataclass(slots=True)
class Order:
    """Headings and entries as they follow each other in print, with what each stands below."""

    parents: dict[str, str | None] = field(default_factory=dict)

    groups_control: bool = False
    """A group without entries is a control itself, not only a heading."""

    below: dict[str, list[Line]] = field(default_factory=lambda: defaultdict(list))
    """Words that stand below a heading and belong to it."""

    def add(self, name: str, parent: str | None) -> None:
        """Keep one heading or entry."""
        self.parents.setdefault(name, parent)

    def drafts(self, gathered: Gathered[Pdf]) -> Iterator[Draft]:
        """Yield them as the tree builder takes them, an entry followed by its paragraphs."""
        for name, parent in self.parents.items():
            if name in gathered.headings:
                yield self._heading(gathered, name, parent)
                yield from map(gathered.draft, gathered.entries.get(name, ()))
            else:
                entry, *below = map(gathered.draft, gathered.entries[name])
                title = entry.title or entry.words.rstrip(".,;: ")
                yield replace(entry, parent=parent, kind=ParagraphKind.ENTRY, title=title)
                yield from below

    def _heading(self, gathered: Gathered[Pdf], name: str, parent: str | None) -> Draft:
        printed = gathered.headings[name]
        words = " ".join(line.text for line in (printed.words, *self.below[name]))
        return Draft(
            notation=name,
            official=name,
            marker=gathered.page.cut(printed.marker) if printed.marker else None,
            text=tuple(
                gathered.page.cut(line) for line in (printed.words, *self.below[name]) if line.text
            ),
            kind=self._kind(name, words),
            parent=parent,
            title=printed.words.text,
        )

    def _kind(self, name: str, words: str) -> ParagraphKind:
        if not self.groups_control or name in self.parents.values() or name.startswith("cat"):
            return ParagraphKind.HEADING
        return ParagraphKind.RESERVED if _RESERVED.search(words) else ParagraphKind.ENTRY


@dataclass(frozen=True, slots=True)
class Findings:
    """What a parser reads in the words once everything has a name."""

    issues: tuple[Issue, ...] = ()
    references: tuple[Reference, ...] = ()
    relations: tuple[Relation, ...] = ()


@dataclass(frozen=True, slots=True)
class Named:
    """Paragraphs and notes with their names."""

    paragraphs: tuple[Paragraph, ...]
    notes: tuple[Note, ...]

    @property
    def known(self) -> dict[str, None]:
        """Every notation."""
        names = [paragraph.notation for paragraph in self.paragraphs]
        return dict.fromkeys([*names, *(note.notation for note in self.notes)])

    def said(self) -> Iterator[Said]:
        """Yield the words of paragraphs and notes."""
        for paragraph in self.paragraphs:
            yield Said(paragraph.notation, entry_of(paragraph.notation), paragraph.text)
        for note in self.notes:
            yield Said(note.notation, entry_of(note.annotates or ""), note.text)


def named(gathered: Gathered[Pdf], drafts: Sequence[Draft]) -> Named:
    """Return the paragraphs and notes of one list.

    Raises:
        DuplicateNotation: a notation stands twice.
        UnreadableDocument: a paragraph or note below nothing.
    """
    paragraphs = build_paragraphs(drafts, document=gathered.page.name)
    names = [paragraph.notation for paragraph in paragraphs]
    return Named(paragraphs, NoteNames(gathered, names).read())


def said_elsewhere(gathered: Gathered[Pdf]) -> Iterator[Said]:
    """Yield the words of definitions and tables."""
    for term in gathered.terms:
        yield Said(term.slug, "", term.text)
    for row in gathered.tables:
        cells = tuple(cell for cell in row.cells if cell is not None)
        yield Said(f"{row.about}, row {row.row}", "", cells)


def assembled(
    gathered: Gathered[Pdf],
    names: Named,
    source: Source,
    findings: Findings,
    *,
    others: Mapping[Form, str] = MappingProxyType({}),
    elsewhere: Collection[str] = (),
) -> ListDocument:
    """Return everything that one state of a printed list says, as records.

    Args:
        gathered: What reading the rows collected.
        names: Its paragraphs and notes.
        source: What ``source.yml`` says of it.
        findings: What else was read in the words.
        others: The list that a code of another form belongs to.
        elsewhere: Notations of the same list beyond ``names``.
    """
    said = list(names.said())
    terms, uses, undefined = read_terms(said, gathered.terms, gathered.aliases)
    known = {*names.known, *elsewhere}
    cited = read_references(said, list_key=source.key, known=known, others=others)
    issues: Iterable[Issue] = (*gathered.issues, *undefined, *findings.issues)
    return ListDocument(
        version=replace(source.version, length=len(gathered.page.canonical.text)),
        paragraphs=names.paragraphs,
        notes=names.notes,
        tables=tuple(gathered.tables),
        terms=(*gathered.terms, *terms),
        term_uses=uses,
        references=tuple(sorted({*cited, *findings.references})),
        relations=tuple(sorted(findings.relations, key=_relation_key)),
        issues=tuple(sorted(issues)),
        omissions=tuple(gathered.omissions),
    )


def _relation_key(relation: Relation) -> tuple[str, str, str]:
    return relation.where, relation.target_list, relation.target
