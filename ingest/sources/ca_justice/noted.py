"""Notes below one heading, and parts of the law that are read as notes."""

from __future__ import annotations

from ingest.sources.ca_justice.gathered import Gathered, NoteDraft
from ingest.sources.ca_justice.labels import Form, read_label
from ingest.sources.ca_justice.lims import Node

_PARTS = ("Provision", "Paragraph", "Subsection")


class NoteBlock:
    """What stands below one heading NOTE: one note, or several with numbers."""

    def __init__(self, head: Node, place: str, gathered: Gathered) -> None:
        gathered.page.check(head, "Text", "Provision")
        self.place = place
        self._gathered = gathered
        self._page = gathered.page
        words = head.first("Text")
        self._start = words.start if words else head.start
        official = self._page.text(words)
        self._note = NoteDraft(place, official, self._page.passage(words))
        gathered.notes.append(self._note)
        self._is_fresh = True
        for node in head.all("Provision"):
            self.part(node)

    def part(self, node: Node) -> None:
        """Read one provision of the block."""
        label = node.first("Label")
        form = read_label(self._page.text(label), node.at)[0] if self._page.text(label) else None
        if form is Form.NUMBER and label is not None:
            self._numbered(node, label)
            return
        self._is_fresh = False
        read_part(node, self._note, self._gathered, block=self)

    def _numbered(self, node: Node, label: Node) -> None:
        printed = self._page.text(label)
        if self._is_fresh:
            self._note.number = int(printed)
            self._note.official = f"{self._note.official} {printed}"
            self._note.marker = self._page.cut(self._start, label.end)
        else:
            marker = self._page.passage(label)
            self._note = NoteDraft(self.place, printed, marker, number=int(printed))
            self._gathered.notes.append(self._note)
        self._is_fresh = False
        read_note(node, self._note, self._gathered, block=self)


def read_note(
    node: Node, note: NoteDraft, gathered: Gathered, block: NoteBlock | None = None
) -> None:
    """Keep the words of a provision as those of a note, and what is below it as its items.

    Raises:
        UnknownValue: an element or a label that no table covers.
    """
    gathered.page.check(node, "Label", "Text", "Definition", "HistoricalNote", *_PARTS)
    passage = gathered.page.passage(node.first("Text"))
    if passage is not None:
        note.text.append(passage)
    for child in node.children:
        if child.tag in _PARTS:
            _dispatch(child, note, gathered, block)


def read_part(node: Node, note: NoteDraft, gathered: Gathered, block: NoteBlock | None) -> None:
    """Read a part of a note: one with a label is an item, one without goes on or begins a new part."""
    printed = gathered.page.text(node.first("Label"))
    if printed:
        number = read_label(printed, node.at)[1]
        _item(node, note, gathered, (number, printed), block)
    elif note.items:
        further = sum(not one.official for one in note.items)
        _item(node, note, gathered, (f"p{further + 2}", ""), block)
    else:
        read_note(node, note, gathered, block)


def _dispatch(child: Node, note: NoteDraft, gathered: Gathered, block: NoteBlock | None) -> None:
    label = gathered.page.text(child.first("Label"))
    if block is not None and label and read_label(label, child.at)[0] is Form.NUMBER:
        block.part(child)  # the next note, whatever it stands in
    else:
        read_part(child, note, gathered, block)


def _item(
    node: Node, note: NoteDraft, gathered: Gathered, names: tuple[str, str], block: NoteBlock | None
) -> None:
    step, printed = names
    marker = gathered.page.passage(node.first("Label"))
    item = NoteDraft(note.place, printed, marker, step=step)
    note.items.append(item)
    read_note(node, item, gathered, block)
