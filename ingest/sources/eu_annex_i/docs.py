"""What stands before and behind the entries: general notes, notes of categories and groups, tables, terms."""

from __future__ import annotations

import re

from graph.errors import UnknownValue
from ingest.outline.gathered import (
    ARTICLES,
    DUPLICATE,
    METADATA,
    Gathered,
    Heading,
    NoteDraft,
)
from ingest.outline.inline import note_heading, read_note
from ingest.outline.line import Line
from ingest.sources.eu_annex_i.blocks import Node, Page
from ingest.sources.eu_annex_i.definitions import read_definitions
from ingest.sources.eu_annex_i.places import behind

_DEFINITIONS = "definitions_annex"
_FILED = frozenset({"section_note", "category_note"})
"""Filed under the heading that they stand below."""

_LIST_WIDE = {
    "acronyms": "note.acronyms",
    "editorial_practices": "note.editorial",
    "general_notes": "note.general",
    "general_software_note": "note.gsn",
    "general_technology_note": "note.gtn",
    "information_security_note": "note.gisn",
    "nuclear_software_note": "note.nsn",
    "nuclear_technology_note": "note.ntn",
    _DEFINITIONS: "note.definitions",
}
_LEFT_OUT = frozenset({"article_4", "article_5", "definitions"})
_KNOWN = (*_LIST_WIDE, *_FILED, *_LEFT_OUT)

_TITLE = re.compile(r"Category (?P<category>\d) — (?P<words>.+?)(?: — notes)?")
_HEADING = re.compile(
    r"(?P<group>\d[A-E]\d?) (?=[A-Z])|CATEGORY (?P<category>\d) - |Part (?P<part>\d) - "
)
_PATH = re.compile(r"(?P<path>(?:\d{1,2}|[a-z])(?:\.(?:\d{1,2}|[a-z]))*)(?=\s)")


def read_doc(gathered: Gathered[Page], node: Node, where: str) -> None:
    """Read one of the texts that are no entries.

    Raises:
        UnknownValue: a kind of text that we do not know.
        UnreadableDocument: a title or line that fits nowhere.
    """
    page = gathered.page
    fields = page.record(node, where, ("doc_type", "title", "verbatim_text"))
    kind, title, text = (page.value(fields[name], where) for name in fields)
    if kind.text not in _KNOWN:
        raise UnknownValue(f"{page.name}: {where}.doc_type", kind.text, _KNOWN)
    gathered.omit(METADATA, *kind.lines)
    if kind.text in _LEFT_OUT:
        gathered.omit(ARTICLES, *title.lines, *text.lines)
        return
    if len(title.lines) != 1:
        raise page.unreadable(where, "a title of one line should stand here")
    if kind.text in _FILED:
        within = _filed(gathered, title.lines[0])
    else:
        within = NoteDraft("", "", title.lines[0], [], notation=_LIST_WIDE[kind.text])
    if within.marker is not None:
        gathered.notes.append(within)
    lines = text.lines
    if kind.text == _DEFINITIONS:
        lines = read_definitions(gathered, lines)
    reader = _LineReader(gathered, within)
    for line in lines:
        reader.read(line)


def _filed(gathered: Gathered[Page], title: Line) -> NoteDraft:
    """Return what the notes below a title belong to; keep the title as what it is."""
    found = _TITLE.fullmatch(title.text)
    if found is None:
        raise gathered.page.unreadable(title.where, "no category and heading")
    start, end = found.span("words")
    gathered.omit(METADATA, title.part(0, start), title.part(end))
    words = title.part(start, end)
    known = behind(words.text)
    heading = _HEADING.match(words.text)
    if heading is None:
        if known is None:
            raise gathered.page.unreadable(title.where, f"unknown title {words.text}")
        place = known.about.partition(".")[0]
        return NoteDraft(place, known.about, words, [], reads_as=known.reads_as)
    name = _name(heading, found["category"])
    _keep_heading(gathered, name, words, heading.end())
    about = known.about if known else name
    return NoteDraft(about.partition(".")[0], about, None, [])


def _name(heading: re.Match[str], category: str) -> str:
    if heading["group"]:
        return heading["group"]
    return f"cat{category}p{heading['part']}" if heading["part"] else f"cat{heading['category']}"


def _keep_heading(gathered: Gathered[Page], name: str, words: Line, length: int) -> None:
    if name in gathered.headings:
        gathered.omit(DUPLICATE, words)
    else:
        gathered.headings[name] = Heading(words.part(0, length), words.part(length))


class _LineReader:
    """Reads the lines below one title."""

    def __init__(self, gathered: Gathered[Page], within: NoteDraft) -> None:
        self._gathered = gathered
        self._within = within
        self._items: dict[str, NoteDraft] = {}
        self._last: NoteDraft | None = None

    def read(self, line: Line) -> None:
        path = _PATH.match(line.text) if self._within.marker else None
        if "|" in line.text:
            about = self._within.notation or self._within.before
            self._gathered.add_row(about, 1, line)
        elif path is not None:
            self._numbered(line.part(0, path.end()), line.part(path.end()))
        elif note_heading(line.text):
            self._last = self._gathered.add_notes(read_note(line), self._within)[-1]
        elif self._within.marker:
            self._within.lines.append(line)
        elif self._last is not None:
            self._last.lines.append(line)
        else:
            self._last = NoteDraft(self._within.place, self._within.before, None, [line])
            self._gathered.notes.append(self._last)

    def _numbered(self, path: Line, rest: Line) -> None:
        """Read a line with its path in the note: an item, more words of one, or a note to it."""
        item = self._items.get(path.text)
        if item is not None:
            self._gathered.omit(DUPLICATE, path)
            if note_heading(rest.text):
                self._gathered.add_notes(read_note(rest), item)
            else:
                item.lines.append(rest)
            return
        before, _, step = path.text.rpartition(".")
        above = self._items.get(before) if before else self._within
        if above is None:
            raise self._gathered.page.unreadable(path.where, f"no {before} above {path.text}")
        item = NoteDraft(above.place, above.before, path, [rest], above, step)
        self._items[path.text] = item
        self._gathered.notes.append(item)
