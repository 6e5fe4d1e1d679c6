"""A provision while its parser reads it."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field

from graph.model.paragraph import ParagraphKind
from graph.model.passage import Passage
from ingest.law.assemble import Unit


@dataclass(slots=True)
class Draft:
    """What is known of a provision so far; the fields are those of `Unit`."""

    notation: str
    official: str
    kind: ParagraphKind
    parent: str | None
    marker: Passage | None = None
    heading: Passage | None = None
    title: str | None = None
    text: list[Passage] = field(default_factory=list)

    @property
    def is_section(self) -> bool:
        """Say whether it is a section, an article or a schedule."""
        return self.kind is ParagraphKind.ENTRY

    @property
    def words(self) -> str:
        """Its own words so far."""
        return " ".join(part.wording or "" for part in self.text)

    def unit(self, placeholder: re.Pattern[str]) -> Unit:
        """Return it as it stands when everything is read.

        Args:
            placeholder: What the words, or the heading where there are none, of a place are that is kept free.
        """
        said = self.words or (self.heading.wording or "" if self.heading else "")
        is_free = self.kind is not ParagraphKind.HEADING and said and placeholder.fullmatch(said)
        return Unit(
            notation=self.notation,
            official=self.official,
            kind=ParagraphKind.RESERVED if is_free else self.kind,
            parent=self.parent,
            marker=self.marker,
            heading=self.heading,
            title=self.title,
            text=tuple(self.text),
        )


def free_path(name: str, taken: Collection[str]) -> str:
    """Return a path that nothing has: the second of a name ends in ``~2``.

    >>> free_path("s/1", {"s/1"}), free_path("s/1", ())
    ('s/1~2', 's/1')
    """
    number, free = 1, name
    while free in taken:
        number += 1
        free = f"{name}~{number}"
    return free
