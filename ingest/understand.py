"""What the words of a list mean, added to what its parser read: one reader for all lists of a language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from graph.ids import is_act_key
from graph.model.document import ListDocument
from graph.model.limit import Limit
from graph.model.note import Note, NoteKind
from graph.model.paragraph import Paragraph
from graph.model.reference import ReferenceKind
from ingest.text.cas import cas_numbers
from ingest.text.lead_in import read_lead_in
from ingest.text.limits.flat import flat
from ingest.text.limits.languages import are_read, read_limits

#: Sources that write 0,005: there a comma before three digits is a decimal one.
_DECIMAL_COMMA = frozenset({"eu", "de", "no"})


def understood(document: ListDocument) -> ListDocument:
    """Return the same document with the limits that its paragraphs and notes state, the substances they name, references to its notes resolved.

    Shape:   limits of a document without wording, or in a language whose forms are not described, are left out.
    """
    notes = {note.notation for note in document.notes}
    references = tuple(
        replace(r, resolved=True)
        if r.kind is ReferenceKind.INCORPORATES and r.target in notes
        else r
        for r in document.references
    )
    paragraphs = tuple(_with_substances(p) for p in document.paragraphs)
    version = document.version
    is_read = are_read(version.language, in_act=is_act_key(version.key))
    limits = _limits(document) if is_read else ()
    lead_ins = tuple(_with_lead_ins(document))
    return replace(
        document, paragraphs=paragraphs, references=references, limits=tuple(limits), notes=lead_ins
    )


def _with_substances(paragraph: Paragraph) -> Paragraph:
    found = cas_numbers(" ".join(passage.wording or "" for passage in paragraph.text))
    return replace(paragraph, cas=found) if found else paragraph


def _with_lead_ins(document: ListDocument) -> Iterator[Note]:
    """Yield each note with what its words say of how its items combine."""
    above = {note.parent for note in document.notes}
    for note in document.notes:
        words = flat(note.text).text if note.notation in above else ""
        said = read_lead_in(words, document.version.language) if words else None
        if said is not None:
            yield replace(note, connective=said.connective, at_least=said.at_least)
        else:
            yield note


def _limits(document: ListDocument) -> Iterator[Limit]:
    paragraphs = {p.notation: p for p in document.paragraphs}
    notes = {n.notation: n for n in document.notes}
    for paragraph in document.paragraphs:
        above = paragraphs.get(paragraph.parent or "")
        yield from _of(paragraph, above, document)
    for note in document.notes:
        yield from _of(note, notes.get(note.parent or ""), document)


def _of(
    record: Paragraph | Note, above: Paragraph | Note | None, document: ListDocument
) -> Iterator[Limit]:
    words = flat(record.text)
    lead = flat(above.text).text if above else ""
    defines = isinstance(record, Note) and record.kind in (NoteKind.TECHNICAL, NoteKind.DEFINITION)
    comma = document.version.jurisdiction in _DECIMAL_COMMA
    read = read_limits(
        words, document.version.language, above=lead, decimal_comma=comma, defines=defines
    )
    for index, (one, parameter, condition) in enumerate(read, start=1):
        yield Limit(
            where=record.notation,
            index=index,
            parameter=parameter,
            comparator=one.comparator,
            value=one.value,
            unit=one.unit,
            condition=condition,
            alternative=one.alternative,
            start=words.place(one.start),
            end=words.place(one.end - 1) + 1,
        )
