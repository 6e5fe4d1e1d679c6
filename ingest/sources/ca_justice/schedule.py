"""The schedule of a regulation: headings, items and what stands below them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from graph.errors import UnknownValue
from graph.model.paragraph import ParagraphKind
from ingest.sources.ca_justice.gathered import Gathered, NoteDraft, Position
from ingest.sources.ca_justice.labels import Form, above, below, coded, read_group, read_label
from ingest.sources.ca_justice.lims import Node
from ingest.sources.ca_justice.noted import NoteBlock, read_note
from ingest.text.lead_in import read_lead_in

_SMALL = "8"
"""Size of print of notes, in points."""

_OWN = (Form.ENTRY, Form.DOTTED)
"""Labels that name a position without those above it."""

_INTRODUCTION = "note.introduction"
"""Words of the schedule above its first heading."""


def read_schedule(schedule: Node, gathered: Gathered) -> None:
    """Read the schedule of a regulation, the part of it that is the list.

    Raises:
        UnknownValue: an element or a label that no table covers.
        UnreadableDocument: a heading above nothing, an item below another one.
        DuplicateNotation: two positions of one number.
    """
    reader = _Reader(gathered)
    rest = list(schedule.children)
    while rest:
        node = rest.pop(0)
        if node.tag == "Heading":
            reader.heading(node, rest)
        elif node.tag == "Provision":
            row = [node, *takewhile(lambda one: one.tag == "Provision", rest)]
            del rest[: len(row) - 1]
            reader.under_heading(row)
        elif node.tag == "ScheduleFormHeading":
            gathered.omit("schedule-heading", node)
        elif node.tag == "HistoricalNote":
            gathered.omit("amendment-history", node)
        else:
            where = f"{gathered.page.name}: {node.at}: in the schedule"
            raise UnknownValue(where, node.tag, ("Heading", "Provision"))


class _Reader:
    def __init__(self, gathered: Gathered) -> None:
        self._gathered = gathered
        self._page = gathered.page
        self._headings: list[tuple[int, Position]] = []

    def heading(self, node: Node, rest: Sequence[Node]) -> None:
        """Read a heading; one below which no item has a number of its own is itself an entry."""
        self._page.check(node, "Label", "TitleText")
        level = self._level(node)
        self._headings = [(n, heading) for n, heading in self._headings if n < level]
        parent = self._headings[-1][1].notation if self._headings else None
        marker, words = node.first("Label"), node.first("TitleText")
        first = self._first(level, rest)
        cut = coded(self._page.text(words)) if marker is None else None
        if marker is not None:
            notation = read_group(self._page.text(marker), node.at)
        elif cut is not None:
            notation = cut[0]
        elif first and parent:
            notation = f"{parent.partition('.')[0]}.h{level}.{first}"
        else:
            raise self._page.unreadable(node, "a heading above nothing")
        position = Position(notation, notation, parent, None, notation, self._page.passage(marker))
        position.kind = ParagraphKind.HEADING if first else ParagraphKind.ENTRY
        position.is_titled = True
        if words is not None and cut is not None:
            position.marker = self._page.cut(words.start, words.start + cut[1])
            words = Node("Text", words.start + cut[1], words.end, words.at, (), words.children)
        self._gathered.say(position, words)
        is_repealed = words is not None and any(words.inside("Repealed"))
        position.title = None if is_repealed else position.lead or None
        self._headings.append((level, self._gathered.add(position)))

    def under_heading(self, row: Sequence[Node]) -> None:
        """Read the provisions between two headings; words before the first are about the whole list."""
        if self._headings:
            self._below(row, self._headings[-1][1])
            return
        note = NoteDraft("", "", None, notation=_INTRODUCTION)
        self._gathered.notes.append(note)
        for node in row:
            read_note(node, note, self._gathered)

    def _level(self, node: Node) -> int:
        level = node.get("level")
        if not level.isdecimal():
            raise self._page.unreadable(node, f"a heading of level {level!r}")
        return int(level)

    def _first(self, level: int, rest: Sequence[Node]) -> str:
        """Return the number of the first item below a heading; empty where there is none."""
        for node in rest:
            if node.tag == "Heading" and self._level(node) <= level:
                return ""
            if node.tag == "Provision" and (label := self._page.text(node.first("Label"))):
                form, number = read_label(label, node.at)
                if form in _OWN:
                    return number
        return ""

    def _below(self, row: Sequence[Node], holder: Position) -> None:
        """Read the provisions of one level."""
        block: NoteBlock | None = None
        named: list[Position] = []
        for number, node in enumerate(row):
            if self._page.text(node.first("Label")):
                block = None
                if (made := self._position(node, holder, named)) is not None:
                    named.append(made)
            elif self._is_note_head(node):
                later = any(self._page.text(one.first("Label")) for one in row[number + 1 :])
                place = named[-1] if named and later else holder
                block = NoteBlock(node, place.notation, self._gathered)
            elif block is not None and node.get("pointsize") == _SMALL:
                self._gathered.issue(block.place, "lost-structure", "note beside its heading")
                block.part(node)
            else:
                self._words(node, holder)
                self._below(node.all("Provision"), holder)

    def _position(self, node: Node, holder: Position, named: list[Position]) -> Position | None:
        form, number = read_label(self._page.text(node.first("Label")), node.at)
        holder = self._holder(node, form, number, holder, named)
        notation = number if form in _OWN else below(holder.notation, number)
        printed = self._page.text(node.first("Label"))
        marker = self._page.passage(node.first("Label"))
        text = self._page.text(node.first("Text"))
        is_item = holder.form is Form.ENTRY and form is Form.BRACKET and number.isdecimal()
        excepts = self._gathered.speech.excepts.search(holder.lead)
        if excepts or (is_item and self._gathered.speech.about.match(text)):
            note = NoteDraft(holder.notation, printed, marker, notation=notation)
            note.narrows = bool(excepts)
            self._gathered.notes.append(note)
            read_note(node, note, self._gathered)
            return None
        position = self._gathered.add(
            Position(notation, printed, holder.notation, form, number, marker)
        )
        self._words(node, position)
        position.kind = position.kind or self._kind(node, position, holder)
        holder.has_below = True
        self._below(node.all("Provision"), position)
        return position

    def _holder(
        self, node: Node, form: Form, number: str, holder: Position, named: list[Position]
    ) -> Position:
        """Return the position that another belongs to, whatever the nesting of the elements says."""
        meant = holder
        if form is Form.NUMBER:
            raise self._page.unreadable(node, f"{number} outside a note")
        if form is Form.ENTRY and holder.form is not None:
            raise self._page.unreadable(node, f"{number} below {holder.notation}")
        if form is Form.DOTTED:
            if above(number) not in self._gathered.positions:
                raise self._page.unreadable(node, f"no {above(number)} stands before {number}")
            meant = self._gathered.positions[above(number)]
        elif form is Form.BRACKET and named and not number.isdecimal():
            # a letter beside figures goes on below the last of them
            numbered = [one for one in named if one.form is form and one.number.isdecimal()]
            meant = numbered[-1] if numbered else holder
        if meant is not holder:
            where = number if form is Form.DOTTED else below(meant.notation, number)
            self._gathered.issue(where, "path-repaired", f"stands below {holder.notation}")
        return meant

    def _words(self, node: Node, position: Position) -> None:
        """Keep the words that stand directly in a provision."""
        self._page.check(node, "Label", "Text", "Provision", "FormulaGroup")
        words = node.first("Text")
        if words is not None:
            is_first = not position.text
            position.is_titled = is_first and _is_whole(words, self._page.text(words))
            if position.is_titled:
                position.title = self._page.text(words)
        if words is not None and any(words.inside("Repealed")):
            position.kind = ParagraphKind.RESERVED
        self._gathered.say(position, words)
        for formula in node.all("FormulaGroup"):
            self._gathered.say(position, formula)

    def _is_note_head(self, node: Node) -> bool:
        return bool(self._gathered.speech.note_head.fullmatch(self._page.text(node.first("Text"))))

    def _kind(self, node: Node, position: Position, holder: Position) -> ParagraphKind | None:
        """Return what a position is where its place says it; ``None`` where its words do."""
        language = self._gathered.language
        if position.form in _OWN and holder.kind is ParagraphKind.HEADING:
            orders = any(
                read_label(label, node.at)[0] is Form.DOTTED
                for one in node.all("Provision")
                if (label := self._page.text(one.first("Label")))
            )
            leads = position.lead.endswith(":") or read_lead_in(position.lead, language)
            if orders and not leads:
                return ParagraphKind.HEADING
            return ParagraphKind.ENTRY
        goes_on = self._gathered.speech.continues.search(holder.lead)
        is_sentence = not holder.is_titled or holder.lead.endswith(":")
        if position.form is Form.BRACKET and goes_on and is_sentence:
            firmly = goes_on.groupdict().get("properties")
            if firmly or not read_lead_in(holder.lead, language):
                return ParagraphKind.CONDITION
        return None


def _is_whole(node: Node, words: str) -> bool:
    """Say whether all words of an element are in italics."""
    emphasis = node.all("Emphasis")
    return bool(words) and sum(one.end - one.start for one in emphasis) >= len(words)
