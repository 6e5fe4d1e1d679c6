"""Sections of Anlage 1 by their titles: what each gives to the list that is wanted."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from graph.errors import DuplicateNotation, UnknownValue
from graph.model.paragraph import ParagraphKind
from ingest.outline.gathered import Gathered, Heading, Item, NoteDraft
from ingest.outline.parts import Aside, Leaves, Part, Point, Title, Words, lines_of
from ingest.sources.de_awv.codes import CODE, SECTION_A, SECTION_B, notation_of
from ingest.sources.de_awv.definitions import read_definitions
from ingest.sources.de_awv.walk import Walk

ANOTHER_LIST = "another-list"
CONTENTS = "contents"
PART_II = "part-ii"
SECTION_TITLE = "section-title"

_OPTIONAL = frozenset(["Waren pflanzlichen Ursprungs"])
"""Titles that not every format sets apart."""

SECTIONS = {SECTION_A: "A", SECTION_B: "B"}
_BEFORE_NUMBER = ", wenn das Bestimmungs"
"""Where an entry turns from what it names to where it may not go."""


def read_sections(gathered: Gathered[Leaves], key: str) -> None:
    """Gather one list from the blocks of a document.

    Args:
        gathered: Has the blocks; gets what they give.
        key: ``de-al-a`` or ``de-al-b``.

    Raises:
        UnknownValue: a title that no row of the table covers, or no such list.
        UnreadableDocument: a section or the list is missing, a block that its section cannot have.
        DuplicateNotation: a number stands twice.
    """
    if key not in SECTIONS:
        raise UnknownValue("key", key, SECTIONS)
    _Sections(gathered, SECTIONS[key]).read()


class _Sections:
    def __init__(self, gathered: Gathered[Leaves], wanted: str) -> None:
        self._gathered = gathered
        self._wanted = wanted
        self._title: Title | None = None
        self._parts: list[Part] = []
        self._seen: set[str] = set()
        self._readers: Mapping[str, Callable[[Title, tuple[Part, ...]], None]] = {
            "Inhaltsübersicht": self._contents,
            "Ausfuhrliste Anwendung der Ausfuhrliste": self._contents,
            "Teil I": self._application,
            "Teil II": self._part_ii,
            "TEIL I": self._lists,
            "Verzeichnis der verwendeten Abkürzungen": self._abbreviations,
            "Begriffsbestimmungen": self._definitions,
            "TEIL II": self._part_ii,
            "Waren pflanzlichen Ursprungs": self._part_ii,
        }

    def read(self) -> None:
        for block in self._gathered.page.blocks:
            if isinstance(block, Aside):
                self._gathered.omit(block.kind, block.line)
            elif isinstance(block, Title):
                self._close()
                self._open(block)
            elif self._title is None:
                where = next((line.where for line in lines_of(block.parts)), "a block")
                raise self._gathered.page.unreadable(where, "words before the first title")
            else:
                self._parts += block.parts
        self._close()
        missing = sorted(self._readers.keys() - self._seen - _OPTIONAL)
        if missing or not self._gathered.entries:
            problem = f"no {', '.join(missing) or f'list {self._wanted}'}"
            raise self._gathered.page.unreadable("the annex", problem)

    def _open(self, title: Title) -> None:
        name = _name(title)
        if name not in self._readers:
            where = f"{self._gathered.page.name}: {title.line.where}: title"
            raise UnknownValue(where, name[:60], self._readers)
        if name in self._seen:
            raise DuplicateNotation(self._gathered.page.name, name, [title.line.where])
        self._seen.add(name)
        self._title = title

    def _close(self) -> None:
        if self._title is not None:
            self._readers[_name(self._title)](self._title, tuple(self._parts))
        self._title, self._parts = None, []

    def _contents(self, title: Title, parts: tuple[Part, ...]) -> None:
        self._gathered.omit(CONTENTS, title.line, *lines_of(parts))

    def _part_ii(self, title: Title, parts: tuple[Part, ...]) -> None:
        self._gathered.omit(PART_II, title.line, *lines_of(parts))

    def _application(self, title: Title, parts: tuple[Part, ...]) -> None:
        self._gathered.omit(SECTION_TITLE, title.line)
        for part in parts:
            if not isinstance(part, Point):
                where = next((line.where for line in lines_of((part,))), "Teil I")
                raise self._gathered.page.unreadable(where, "words outside the points")
            notation = f"note.{part.marker.text.rstrip('.')}"
            note = NoteDraft("", "", part.marker, [], notation=notation)
            Walk(self._gathered).note(note, part.parts)

    def _abbreviations(self, title: Title, parts: tuple[Part, ...]) -> None:
        note = NoteDraft("", "", title.line, [], notation="note.abbreviations")
        Walk(self._gathered).note(note, parts)

    def _definitions(self, title: Title, parts: tuple[Part, ...]) -> None:
        before = read_definitions(self._gathered, parts)
        note = NoteDraft("", "", title.line, [], notation="note.definitions")
        Walk(self._gathered).note(note, before)

    def _lists(self, title: Title, parts: tuple[Part, ...]) -> None:
        self._gathered.omit(SECTION_TITLE, title.line)
        section, seen = "", set[str]()
        for part in parts:
            if not isinstance(part, Point):
                where = next((line.where for line in lines_of((part,))), title.line.where)
                raise self._gathered.page.unreadable(where, "words outside the numbers")
            if part.marker.text in SECTIONS.values():
                section = part.marker.text
                if section in seen:
                    raise DuplicateNotation(self._gathered.page.name, section, [part.marker.where])
                seen.add(section)
            if section != self._wanted:
                self._gathered.omit(ANOTHER_LIST, *lines_of((part,)))
            elif part.marker.text == section:
                self._heading(section, part)
            else:
                self._entry(section, part)

    def _heading(self, section: str, part: Point) -> None:
        lines = list(lines_of(part.parts))
        if len(lines) != 1:
            raise self._gathered.page.unreadable(part.marker.where, "a section without one title")
        self._gathered.headings[section] = Heading(part.marker, lines[0])

    def _entry(self, section: str, part: Point) -> None:
        page, marker = self._gathered.page, part.marker
        if not CODE.fullmatch(marker.text):
            raise page.unreadable(marker.where, f"no number: {marker.text[:20]}")
        code = notation_of(marker.text)
        if code in self._gathered.entries:
            raise DuplicateNotation(page.name, code, [marker.where])
        if not part.parts or not isinstance(part.parts[0], Words):
            raise page.unreadable(marker.where, f"{code} has no words")
        item = Item(code, section, marker, [], ParagraphKind.ENTRY)
        item.title = part.parts[0].line.text.partition(_BEFORE_NUMBER)[0].rstrip(".,;: ")
        self._gathered.entries[code] = Walk(self._gathered).entry(item, part.parts)


def _name(title: Title) -> str:
    """Return the words of a title without marks of bold print between its lines."""
    return title.line.text.replace("**", "")
