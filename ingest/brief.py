"""Names, codes and remarks that are kept without the document: facts, no sentences (ARCHITECTURE.md)."""

from __future__ import annotations

from dataclasses import replace

from graph.model.document import ListDocument
from graph.model.paragraph import Paragraph
from ingest.source import Source
from ingest.text.label import label_of

MOST_WORDS = 12
"""A noun phrase that names a thing may have so many; what is cut shows it by an ellipsis."""


def brief(document: ListDocument, source: Source) -> ListDocument:
    """Return a document whose labels, mentions and issues are no longer than what may be kept of them.

    Shape:   headings of entries stay whole where the terms of reuse let them; every passage stays as it is.
    """
    return replace(
        document,
        paragraphs=tuple(_named(p, source) for p in document.paragraphs),
        terms=tuple(replace(term, label=shortened(term.label)) for term in document.terms),
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
    words = text.split()
    return text if len(words) <= MOST_WORDS else " ".join([*words[:MOST_WORDS], "…"])


def _named(paragraph: Paragraph, source: Source) -> Paragraph:
    if (
        source.title_is_free
        or paragraph.label is None
        or len(paragraph.label.split()) <= MOST_WORDS
    ):
        return paragraph
    words = " ".join(part.wording or "" for part in paragraph.text)
    return replace(paragraph, label=label_of(words, source.language))
