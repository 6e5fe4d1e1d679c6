"""The states of one list side by side: what two of them say alike is one version."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from itertools import chain
from typing import Any

from graph.ids import Item, part_iri, term_iri
from graph.model.document import ListDocument
from graph.model.limit import Limit
from graph.model.note import Note
from graph.model.paragraph import Paragraph
from graph.model.passage import Passage
from graph.model.reference import Reference
from graph.model.requirement import ExceptionFlag, RequirementRow, Statement, TableRow
from graph.model.sentence import Sentence
from graph.model.term import Term, TermScope
from graph.typographic import typographic

RECORDS = (
    "paragraphs", "notes", "requirements", "exceptions", "statements", "tables", "terms", "term_uses", "references",
    "relations", "sentences", "limits",
)  # fmt: skip
"""Fields of a document whose records belong to a place; issues belong to the document as a whole."""

#: Fields that are how a document prints or counts, not what the law says.
_PRINT: Mapping[type, frozenset[str]] = {
    Paragraph: frozenset({"index", "depth", "official", "marker", "label", "explicit", "ends_with"}),
    Note: frozenset({"index", "official", "marker"}),
    RequirementRow: frozenset(),
    ExceptionFlag: frozenset({"marker"}),
    Statement: frozenset({"marker"}),
    TableRow: frozenset(),
    Term: frozenset({"marker"}),
    Sentence: frozenset({"start", "end"}),
    Limit: frozenset({"start", "end"}),
    Reference: frozenset({"resolved", "as_written"}),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Edition:
    """One state of a list among its others."""

    document: ListDocument
    since: Mapping[str, str]
    """Place to the day of the state that first had it as it stands here."""

    reprinted: tuple[str, ...] = ()
    """Paragraphs that an earlier state has too, in other type: quotation marks, blanks, punctuation."""

    def fresh(self) -> ListDocument:
        """Return the document with only those records that no earlier state has."""
        day = self.document.version.day
        kept: dict[str, Any] = {
            name: tuple(r for r, at in placed(self.document, name) if self.since[at] == day)
            for name in RECORDS
        }
        return replace(self.document, **kept)

    def versions(self) -> dict[str, str]:
        """Return the IRI of the version of each paragraph and note that stands here."""
        key = self.document.version.key
        return {
            record.notation: Item(key, record.notation).version(self.since[at])
            for name in ("paragraphs", "notes")
            for record, at in placed(self.document, name)
        }

    def carried(self) -> Iterator[str]:
        """Yield the IRI of each version that an earlier state has too."""
        version = self.document.version
        for iri in self.versions().values():
            if not iri.endswith(f"/{version.day}"):
                yield iri
        for term, at in placed(self.document, "terms"):
            if term.text and self.since[at] != version.day:
                yield part_iri(term_iri(version.key, term.slug), self.since[at])


@dataclass(frozen=True, slots=True)
class History:
    """A list: its states in the order of their days, and what they say in other languages."""

    editions: tuple[Edition, ...]
    translations: tuple[ListDocument, ...] = ()

    @property
    def key(self) -> str:
        """The list's key."""
        return self.editions[0].document.version.key


def history_of(documents: Sequence[ListDocument], translations: Iterable[ListDocument]) -> History:
    """Lay the states of one list side by side.

    Args:
        documents: One for each state, with wording, in the order of their days.
        translations: Documents of the same states in other languages.

    Shape:   a place (a paragraph with all that is said about it, a note on the whole list, a term) whose records say
        the same as in the state before keeps its version.
    """
    editions: list[Edition] = []
    order = _order(documents)
    targets = {p.notation for document in documents for p in document.paragraphs}
    before: dict[str, tuple[Any, str]] = {}
    printed: dict[str, str] = {}
    for document in documents:
        said = _said(document) if len(documents) > 1 else _places(document)
        day = document.version.day
        since = {
            place: before[place][1] if place in before and before[place][0] == content else day
            for place, content in said.items()
        }
        now = _printed(document)
        reprinted = (
            place
            for place, text in now.items()
            if since.get(place, day) != day and text != printed[place]
        )
        editions.append(Edition(_aligned(document, order, targets), since, tuple(reprinted)))
        before, printed = {place: (said[place], since[place]) for place in said}, now
    return History(tuple(editions), tuple(translations))


def placed(document: ListDocument, name: str) -> Iterator[tuple[Any, str]]:
    """Yield the records of one field, each with the place that it belongs to."""
    holders = _holders(document)
    for record in getattr(document, name):
        yield record, _place(record, holders)


def _holders(document: ListDocument) -> dict[str, str]:
    """Return the place of each note: what it annotates, else the outermost note itself."""
    holders: dict[str, str] = {}
    for note in document.notes:
        above = holders.get(note.parent, note.parent) if note.parent else note.notation
        holders[note.notation] = note.annotates or above
    return holders


def _place(record: Any, holders: Mapping[str, str]) -> str:
    if isinstance(record, Term):
        local = record.scope is TermScope.ENTRY
        return record.entry or "" if local else f"term {record.slug}"
    for name in ("notation", "entry", "about", "where"):
        if hasattr(record, name):
            at = getattr(record, name) or ""
            return holders.get(at, at)
    raise TypeError(type(record))


def _said(document: ListDocument) -> dict[str, tuple[Any, ...]]:
    """Return what is said at each place, without typography."""
    found: dict[str, list[Any]] = {}
    for name in RECORDS:
        for record, place in placed(document, name):
            found.setdefault(place, []).append((name, *_content(record)))
    return {place: tuple(sorted(said, key=repr)) for place, said in found.items()}


def _places(document: ListDocument) -> dict[str, tuple[Any, ...]]:
    return {place: () for name in RECORDS for _, place in placed(document, name)}


def _content(record: Any) -> Iterator[Any]:
    skipped = _PRINT.get(type(record), frozenset())
    for field in fields(record):
        if field.name not in skipped:
            yield _plain(getattr(record, field.name))


def _plain(value: Any) -> Any:
    if isinstance(value, Passage):
        return typographic(value.wording or "")
    if isinstance(value, tuple) and value and all(isinstance(part, Passage) for part in value):
        return typographic(" ".join(part.wording or "" for part in value))
    return tuple(map(_plain, value)) if isinstance(value, tuple) else value


def _printed(document: ListDocument) -> dict[str, str]:
    """Return the very characters of each paragraph, white space aside."""
    return {
        p.notation: "".join("".join(part.wording or "" for part in p.text).split())
        for p in document.paragraphs
    }


def _order(documents: Sequence[ListDocument]) -> dict[str, int]:
    """Return the place of each paragraph among its siblings of all states: the last state's order, others between."""
    siblings: dict[str | None, list[str]] = {}
    for document in reversed(documents):
        last: dict[str | None, str] = {}
        for p in document.paragraphs:
            row = siblings.setdefault(p.parent, [])
            if p.notation not in row:
                at = row.index(last[p.parent]) + 1 if p.parent in last else 0
                row.insert(at, p.notation)
            last[p.parent] = p.notation
    numbered = (enumerate(row, start=1) for row in siblings.values())
    return {notation: index for index, notation in chain.from_iterable(numbered)}


def _aligned(document: ListDocument, order: Mapping[str, int], targets: set[str]) -> ListDocument:
    """Number paragraphs alike in all states, and resolve references to what any state has."""
    own = document.version.key
    paragraphs = (replace(p, index=order[p.notation]) for p in document.paragraphs)
    references = (
        replace(r, resolved=True) if r.target_list == own and r.target in targets else r
        for r in document.references
    )
    return replace(document, paragraphs=tuple(paragraphs), references=tuple(references))
