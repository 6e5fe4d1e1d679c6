"""Names, codes and remarks that are kept without the document: facts, no sentences (ARCHITECTURE.md)."""

from __future__ import annotations

import re
from dataclasses import replace

from graph.ids import key_of
from graph.model.document import ListDocument
from graph.model.paragraph import Paragraph, ParagraphKind
from ingest.source import Source
from ingest.text.label import label_of

_WORD = re.compile(r"[^\W_]+")
_TITLED = {ParagraphKind.HEADING, ParagraphKind.ENTRY}
MOST_WORDS = 12
"""A noun phrase that names a thing may have so many; what is cut shows it by an ellipsis."""


def brief(document: ListDocument, source: Source) -> ListDocument:
    """Return a document whose labels, mentions and issues are no longer than what may be kept of them.

    Shape:   headings of entries stay whole where the terms of reuse let them; every passage stays as it is.
    """
    return replace(
        document,
        paragraphs=tuple(_named(p, source) for p in document.paragraphs),
        notes=tuple(replace(note, official=shortened(note.official)) for note in document.notes),
        terms=tuple(
            replace(t, label=shortened(t.label), slug=_key(t.slug)) for t in document.terms
        ),
        term_uses=tuple(replace(use, slug=_key(use.slug)) for use in document.term_uses),
        references=tuple(
            replace(r, as_written=shortened(r.as_written)) for r in document.references
        ),
        relations=tuple(replace(r, as_written=shortened(r.as_written)) for r in document.relations),
        issues=tuple(replace(issue, value=shortened(issue.value)) for issue in document.issues),
    )


def shortened(text: str) -> str:
    """Return a text, cut behind its twelfth word.

    >>> shortened("a b c"), shortened("a b c d e f g h i j k l m")
    ('a b c', 'a b c d e f g h i j k l …')
    """
    words = list(_WORD.finditer(text))
    return text if len(words) <= MOST_WORDS else f"{text[: words[MOST_WORDS - 1].end()]} …"


def _key(slug: str) -> str:
    """Return a slug that is no longer than a name may be; what is cut is told apart by its hash."""
    parts = slug.split("-")
    return slug if len(parts) <= MOST_WORDS else "-".join([*parts[: MOST_WORDS - 2], key_of(slug)])


def _named(paragraph: Paragraph, source: Source) -> Paragraph:
    label = paragraph.label
    free = source.title_is_free and paragraph.kind in _TITLED
    if free or label is None or len(_WORD.findall(label)) <= MOST_WORDS:
        return paragraph
    words = " ".join(part.wording or "" for part in paragraph.text)
    return replace(paragraph, label=shortened(label_of(words, source.language) or label))
