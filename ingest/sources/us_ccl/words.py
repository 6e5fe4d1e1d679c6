"""Terms that paragraphs and notes put in quotation marks, and what they mention."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from graph.ids import slug
from graph.model.note import Note
from graph.model.paragraph import Paragraph, ParagraphKind
from graph.model.passage import Passage
from graph.model.reference import Reference
from graph.model.term import Term, TermScope, TermUse
from ingest.text.mentions import find_mentions
from ingest.text.quotes import find_terms


def read_references(
    said: Iterable[tuple[str, str]], *, list_key: str, known: Collection[str]
) -> tuple[Reference, ...]:
    """Return what the words mention, each mention once for each place, sorted."""
    found: set[Reference] = set()
    for where, words in said:
        found.update(find_mentions(words, where=where, list_key=list_key, known=known))
    return tuple(sorted(found))


def read_terms(
    paragraphs: Sequence[Paragraph], notes: Sequence[Note]
) -> tuple[tuple[Term, ...], tuple[TermUse, ...]]:
    """Return the terms in quotation marks, and where they are used.

    Shape:   a term in double marks once for the list (its definition is in 15 CFR 772.1), one in single marks
             once for each entry that uses it; the definition of neither stands here as text of its own.
    """
    terms: dict[tuple[str, str | None], Term] = {}
    uses: dict[TermUse, None] = {}
    for where, entry, text in _places(paragraphs, notes):
        for label, scope in find_terms(" ".join(passage.wording or "" for passage in text)):
            name = slug(label)
            if not name:
                continue
            local = entry if scope is TermScope.ENTRY else None
            term = Term(slug=name, label=label, scope=scope, entry=local)
            terms.setdefault((name, local), term)
            uses.setdefault(TermUse(where=where, slug=name, scope=scope))
    return tuple(terms.values()), tuple(uses)


def _places(
    paragraphs: Sequence[Paragraph], notes: Sequence[Note]
) -> Iterable[tuple[str, str, tuple[Passage, ...]]]:
    entries: dict[str, str] = {}
    for paragraph in paragraphs:
        inherits = paragraph.kind not in {ParagraphKind.ENTRY, ParagraphKind.HEADING}
        entry = entries[paragraph.parent] if inherits and paragraph.parent else paragraph.notation
        entries[paragraph.notation] = entry
        yield paragraph.notation, entry, paragraph.text
    for note in notes:
        yield note.notation, entries[note.annotates or ""], note.text
