"""A paragraph of a part while it is read."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from graph.model.paragraph import ParagraphKind
from graph.model.passage import Passage
from ingest.text.tree import Draft

_RESERVED = re.compile(r"\W*reserved\W*", re.IGNORECASE)


@dataclass(slots=True)
class Entry:
    """A paragraph before its place among the others is known."""

    notation: str
    parent: str | None
    official: str
    marker: Passage | None
    text: list[Passage] = field(default_factory=list)
    kind: ParagraphKind | None = None
    title: str | None = None
    starred: bool = False

    def draft(self) -> Draft:
        """Return it as the tree builder takes it."""
        return Draft(
            notation=self.notation,
            official=self.official,
            marker=self.marker,
            text=tuple(self.text),
            kind=None if _RESERVED.fullmatch(self.words) else self.kind,
            parent=self.parent,
            title=self.title,
        )

    @property
    def words(self) -> str:
        """Its own words so far."""
        return " ".join(part.wording or "" for part in self.text)
