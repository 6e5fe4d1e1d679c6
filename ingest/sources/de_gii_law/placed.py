"""A provision while the words around it are still being laid: places instead of passages."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from graph.model.paragraph import ParagraphKind
from ingest.law.assemble import Unit
from ingest.law.draft import Draft
from ingest.text.canonical import Canonical

Span = tuple[int, int]
GONE = re.compile(r"\W*(?:weggefallen|aufgehoben|-|–)\W*", re.IGNORECASE)
"""What stands where a provision was."""


@dataclass(slots=True)
class Placed:
    """A provision with its places in the canonical text."""

    notation: str
    official: str
    kind: ParagraphKind
    parent: str | None
    marker: Span | None = None
    heading: Span | None = None
    text: list[Span] = field(default_factory=list)

    def unit(self, text: Canonical) -> Unit:
        """Return it with its words."""
        draft = Draft(self.notation, self.official, self.kind, self.parent)
        draft.marker = text.cut(*self.marker) if self.marker else None
        draft.heading = text.cut(*self.heading) if self.heading else None
        draft.text = [text.cut(*span) for span in self.text]
        return draft.unit(GONE)
