"""What reading the blocks gathers, before paragraphs are built and notes are named."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Generic, TypeVar

from graph.model.document import Issue, Omission
from graph.model.paragraph import ParagraphKind
from graph.model.requirement import TableRow
from graph.model.term import Term
from ingest.outline.inline import Piece
from ingest.outline.line import Line, Paper
from ingest.text.tree import Draft

P = TypeVar("P", bound=Paper)

DUPLICATE = "duplicate"
METADATA = "metadata"
ARTICLES = "articles"
AUTHORISATIONS = "general-authorisations"
SEPARATOR = "cell-separator"
STRAY = "stray-line"

_COLUMN = re.compile(r"\d\. ")


@dataclass(slots=True)
class Item:
    """A paragraph as it stands, before what stands below it is known."""

    notation: str
    parent: str
    marker: Line
    lines: list[Line]
    kind: ParagraphKind | None = None
    title: str | None = None

    @property
    def words(self) -> str:
        """Its own words so far."""
        return " ".join(line.text for line in self.lines)


@dataclass(slots=True)
class NoteDraft:
    """A note, or an item of one, before it has a name."""

    place: str
    """The entry or heading that it stands in; empty for the whole list."""

    before: str
    """The paragraph that it stands below; empty for the whole list."""

    marker: Line | None
    lines: list[Line]
    parent: NoteDraft | None = None
    step: str = ""
    """Enumerator of an item; empty for a note."""

    notation: str = ""
    """Given for a note of the whole list; else found when all notes are there."""

    reads_as: str = ""
    """Heading that tells what the note is, where the printed one does not."""

    is_placed: bool = False
    """What it annotates is ``before``, whatever its words name."""

    @property
    def words(self) -> str:
        """Its own words."""
        return " ".join(line.text for line in self.lines)


@dataclass(slots=True)
class Heading:
    """The words that the document prints for a category, part or product group."""

    marker: Line | None
    words: Line


@dataclass(slots=True)
class Gathered(Generic[P]):
    """Collects the pieces of one document while its blocks are read in order."""

    page: P
    entries: dict[str, list[Item]] = field(default_factory=dict)
    headings: dict[str, Heading] = field(default_factory=dict)
    """By notation, as far as the document prints them."""

    notes: list[NoteDraft] = field(default_factory=list)
    tables: list[TableRow] = field(default_factory=list)
    terms: list[Term] = field(default_factory=list)
    aliases: dict[str, list[str]] = field(default_factory=dict)
    """Slug of a name that is no term's own, such as an abbreviation, to the terms that it may stand for."""

    omissions: list[Omission] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)

    def omit(self, kind: str, *lines: Line) -> None:
        """Leave lines out of the records, in a named class."""
        for line in lines:
            if line.text:
                self.omissions.append(Omission(kind=kind, passage=self.page.cut(line)))

    def issue(self, where: str, kind: str, value: str) -> None:
        """Keep something odd as data."""
        self.issues.append(Issue(where=where, kind=kind, value=value))

    def draft(self, item: Item) -> Draft:
        """Return a paragraph as the tree builder takes it."""
        return Draft(
            notation=item.notation,
            official=item.marker.text or item.notation,
            marker=self.page.cut(item.marker) if item.marker.text else None,
            text=tuple(self.page.cut(line) for line in item.lines if line.text),
            kind=item.kind,
            parent=item.parent,
            title=item.title,
        )

    def add_notes(self, pieces: Iterable[Piece], within: NoteDraft) -> list[NoteDraft]:
        """Keep the notes and items of one line; return them.

        Args:
            pieces: As they stand in the line.
            within: Says their place; a note that has words or a name of its own is their parent.
        """
        made: dict[int, NoteDraft] = {}
        for piece in pieces:
            above = made[id(piece.parent)] if piece.parent else None
            if above is None and within.marker is not None:
                above = within
            draft = NoteDraft(within.place, within.before, piece.marker, [], above, piece.step)
            draft.lines += [piece.text] if piece.text.text else []
            made[id(piece)] = draft
        self.notes += made.values()
        return list(made.values())

    def add_row(self, about: str, table: int, line: Line) -> None:
        """Keep one row of a table; a heading numbers its columns."""
        cells = list(self.cells(line))
        heading = all(_COLUMN.match(cell.text) for cell in cells)
        self.add_cells(about, table, cells, heading=heading)

    def add_cells(
        self, about: str, table: int, cells: Iterable[Line | None], *, heading: bool
    ) -> None:
        """Keep one row of a table, of which the cells are known."""
        row = 1 + sum((row.about, row.table) == (about, table) for row in self.tables)
        passages = tuple(self.page.cut(cell) if cell and cell.text else None for cell in cells)
        self.tables.append(
            TableRow(about=about, table=table, row=row, cells=passages, heading=heading)
        )

    def cells(self, line: Line) -> Iterator[Line]:
        """Yield the cells of a row, empty ones too; what parts them is left out."""
        bars = [at for at, char in enumerate(line.text) if char == "|"]
        for at in bars:
            self.omit(SEPARATOR, line.part(at, at + 1))
        for left, right in pairwise([-1, *bars, len(line.text)]):
            yield line.part(left + 1, right)
