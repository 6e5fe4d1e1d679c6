"""What reading the blocks gathers, before the paragraphs are built and the notes are named."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from graph.errors import UnreadableDocument
from graph.model.document import Issue, Omission
from graph.model.paragraph import ParagraphKind
from graph.model.passage import Passage
from graph.model.requirement import Statement, StatementKind, TableRow
from ingest.sources.ecfr import Grid, Line, Page
from ingest.sources.us_ccl.enumerators import Ladder
from ingest.sources.us_ccl.slips import Slips


@dataclass(slots=True)
class Item:
    """A paragraph as it stands, before it is known what stands below it."""

    notation: str
    parent: str | None
    marker: Line | None
    lines: list[Line] = field(default_factory=list)
    kind: ParagraphKind | None = None
    title: str | None = None


@dataclass(slots=True)
class NoteItem:
    """One item of a note, with the lines that are its own words."""

    path: tuple[str, ...]
    marker: Line | None
    lines: list[Line]


@dataclass(slots=True)
class NoteDraft:
    """A note as it stands, before it is known what it annotates."""

    before: str
    """Notation of the paragraph that stands before it; the entry or heading where none does."""

    place: str
    """The entry or heading that it stands in."""

    requirement: bool
    heading: Line | None
    within: NoteDraft | None = None
    """The note that it is a part of."""

    lines: list[Line] = field(default_factory=list)
    items: list[NoteItem] = field(default_factory=list)
    ladder: Ladder = field(default_factory=Ladder)


@dataclass(slots=True)
class Remark:
    """A labelled run of lines of an entry: a licence exception, or a statement."""

    about: str
    kind: StatementKind | None
    exception: str | None
    marker: Line | None
    lines: list[Line] = field(default_factory=list)


@dataclass(slots=True)
class Table:
    """A table of an entry."""

    about: str
    grid: Grid


@dataclass(slots=True)
class Gathered:
    """Collects the pieces of one document while its blocks are read in order."""

    page: Page
    slips: Slips
    items: list[Item] = field(default_factory=list)

    notes: list[NoteDraft] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    licence_tables: list[Table] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    tables: list[TableRow] = field(default_factory=list)
    omissions: list[Omission] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)

    def text(self, line: Line) -> str:
        """Return the words of a line."""
        return self.page.text(line).strip()

    def cut(self, line: Line) -> Passage:
        """Return the passage of a line."""
        return self.page.canonical.cut(line.start, line.end)

    def cut_all(self, lines: list[Line]) -> tuple[Passage, ...]:
        """Return the passages of the lines that hold words."""
        return tuple(self.cut(line) for line in lines if self.text(line))

    def split(self, line: Line, length: int) -> tuple[Line, Line]:
        """Part a line after some characters of its words; white space before them is not counted."""
        at = line.start
        while at < line.end and self.page.canonical.text[at].isspace():
            at += 1
        return replace(line, end=at + length), replace(line, start=at + length, lead="")

    def omit(self, kind: str, line: Line) -> None:
        """Leave a line out of the records, in a named class."""
        if self.text(line):
            self.omissions.append(Omission(kind=kind, passage=self.cut(line)))

    def issue(self, where: str, kind: str, value: str) -> None:
        """Keep something odd as data."""
        self.issues.append(Issue(where=where, kind=kind, value=value))

    def unreadable(self, where: str, line: Line, problem: str) -> UnreadableDocument:
        """Return the error of a line that fits nowhere."""
        return UnreadableDocument(self.page.name, f"{where}, line {line.at}", problem)
