"""What the readers of one regulation find: positions, notes, remarks, and what is left out."""

from __future__ import annotations

from dataclasses import dataclass, field

from graph.errors import DuplicateNotation
from graph.model.document import Issue, Omission
from graph.model.paragraph import ParagraphKind
from graph.model.passage import Passage
from graph.model.requirement import Statement, StatementKind
from graph.model.term import Term
from ingest.sources.ca_justice.labels import Form
from ingest.sources.ca_justice.lims import Node, Page
from ingest.sources.ca_justice.words import Speech


@dataclass(slots=True)
class Position:
    """A paragraph of the list as its words are found."""

    notation: str
    official: str
    parent: str | None
    form: Form | None
    """``None`` for a heading."""

    number: str
    """Its own level."""

    marker: Passage | None
    kind: ParagraphKind | None = None
    title: str | None = None
    text: list[Passage] = field(default_factory=list)
    tail: list[Passage] = field(default_factory=list)
    """Words that follow the positions below it."""

    is_titled: bool = False
    """Its words are a title, no sentence."""

    has_below: bool = False

    @property
    def lead(self) -> str:
        """Its words before the positions below it."""
        return " ".join(passage.wording or "" for passage in self.text)


@dataclass(slots=True)
class NoteDraft:
    """A note, or an item of one, as it is found."""

    place: str
    """Position that it stands at."""

    official: str
    marker: Passage | None
    notation: str = ""
    """Given where the law numbers it like a paragraph, and for sections of the regulation."""

    number: int | None = None
    step: str = ""
    """Level below its note; empty for a note itself."""

    narrows: bool = False
    """It is an exception that its position names."""

    text: list[Passage] = field(default_factory=list)
    items: list[NoteDraft] = field(default_factory=list)

    @property
    def words(self) -> str:
        """Its own words."""
        return " ".join(passage.wording or "" for passage in self.text)


@dataclass(slots=True)
class Gathered:
    """Everything found so far in one document."""

    page: Page
    language: str
    speech: Speech
    positions: dict[str, Position] = field(default_factory=dict)
    notes: list[NoteDraft] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    terms: list[Term] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    omissions: list[Omission] = field(default_factory=list)

    def add(self, position: Position) -> Position:
        """Keep a position.

        Raises:
            DuplicateNotation: its notation stands twice.
        """
        if position.notation in self.positions:
            places = [f"character {p.marker.start if p.marker else 0}" for p in
                      (self.positions[position.notation], position)]  # fmt: skip
            raise DuplicateNotation(self.page.name, position.notation, places)
        self.positions[position.notation] = position
        return position

    def say(self, position: Position, node: Node | None) -> None:
        """Keep the words of a position; brackets that name destinations are remarks about it."""
        if node is None:
            return
        kept = position.tail if position.has_below else position.text
        words = self.page.canonical.text[node.start : node.end]
        last = 0
        italics = [one.start - node.start for one in node.inside("Emphasis")]
        for found in self.speech.destination.finditer(words):
            # in a sentence such brackets are set in italics; "(United States)" may also be a law's country
            if node.tag == "Text" and not any(found.start() <= at < found.end() for at in italics):
                continue
            self._keep(kept, node.start + last, node.start + found.start())
            last = found.end()
            self._destination(position, found[1], node.start + found.start(), node.start + last)
        self._keep(kept, node.start + last, node.end)

    def issue(self, where: str, kind: str, value: str) -> None:
        """Keep what surprises."""
        self.issues.append(Issue(where=where, kind=kind, value=value))

    def omit(self, kind: str, node: Node) -> None:
        """Keep words that are no part of the list."""
        passage = self.page.passage(node)
        if passage is not None:
            self.omissions.append(Omission(kind=kind, passage=passage))

    def _keep(self, kept: list[Passage], start: int, end: int) -> None:
        passage = self.page.cut(start, end)
        if passage is not None:
            kept.append(passage)

    def _destination(self, position: Position, words: str, start: int, end: int) -> None:
        codes = [codes for said, codes in self.speech.destinations if said.fullmatch(words)]
        if not codes:
            self.issue(position.notation, "unread-destination", words[:40])
        passage = self.page.cut(start, end)
        index = 1 + sum(one.about == position.notation for one in self.statements)
        self.statements.append(
            Statement(
                about=position.notation,
                kind=StatementKind.DESTINATION,
                index=index,
                values=codes[0] if codes else (),
                text=(passage,) if passage else (),
            )
        )
