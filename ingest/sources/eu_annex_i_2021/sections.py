"""The parts of the document, told by their titles, and who reads the rows of each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from graph.errors import DuplicateNotation
from ingest.outline.gathered import Gathered, Heading, NoteDraft
from ingest.outline.levels import NEAR
from ingest.outline.line import Line
from ingest.outline.printed import Head, Printed, Style
from ingest.sources.eu_annex_i.places import above
from ingest.sources.eu_annex_i_2021.definitions import DefinitionReader
from ingest.sources.eu_annex_i_2021.footnotes import Footnotes
from ingest.sources.eu_annex_i_2021.tables import AcronymReader, CoatingReader
from ingest.sources.eu_annex_i_2021.titles import Reads, Title, read_titles
from ingest.sources.eu_annex_i_2021.words import read_slips
from ingest.sources.pdf import Pdf, Row

COVER = "norwegian-cover"
CONTENTS = "table-of-contents"
RUNNING_HEAD = "running-head"
PAGE_NUMBER = "page-number"
CONTINUED = "continued-heading"
UPDATE = "summary-of-changes"

_TOP, _FOOT = 790.0, 75.0
"""Points from the foot of the page: above and below there are only running heads and page numbers."""

_LEFT = 72.0
"""Points: entries, product groups and the heads of continued entries begin left of this."""

_NESTED = 20.0
"""Points: the words of a note hang at least so far right of its heading."""

_FORMULA = 1.1
"""A formula is set in print that is larger by this factor."""

_IS_TITLE = re.compile(r"Bold|Light")
_ENTRY = re.compile(r"\d[A-E]\d{3}(?=\s)")
_CONTINUED = re.compile(r"(?:\d[A-E]\d{3}[a-z0-9.]*? ?)?(?:Note \d[a-z0-9.]*? )?continued")
_HEADING = re.compile(
    r"(?P<group>\d[A-E][12]?) (?=[A-Z])"
    r"|CATEGORY (?P<category>\d) [-–] (?=[A-Z])|Part (?P<part>\d) [-–] (?=\W?[A-Z])"
)
_NONE = re.compile(r"None\.?")
_NOTE = re.compile(
    r"(?:Technicals? [Nn]otes?|Notes?)(?: \d{1,2}| to the Cryptography Note)? ?:(?=\s|$)"
    r"|Note(?= \d[A-E]\d{3})|N\.\s?B\.?(?: ?\d{1,2}\b\.?)?:?(?=\s|$)"
)
_LABEL = re.compile(r"(?:Length|Width|Height):")
_LINK = re.compile(r"\d (?=http)")


class SectionReader:
    """Reads the rows of the document in order."""

    def __init__(self, gathered: Gathered[Pdf]) -> None:
        self._gathered = gathered
        self._style = _style()
        self._printed = Printed(gathered, self._style)
        self._category = self._heading = ""
        self._below: dict[str, list[Line]] = {}
        self._footnotes = Footnotes(gathered)
        self._definitions = DefinitionReader(gathered, self._printed)
        self._acronyms = AcronymReader(gathered, self._printed)
        self._coatings = CoatingReader(gathered)
        self._readers: dict[Reads, Callable[[Row], None]] = {
            Reads.NOTES: self._notes,
            Reads.LIST: self._printed.row,
            Reads.CONTENTS: self._contents,
            Reads.ACRONYMS: self._acronyms.row,
            Reads.DEFINITIONS: self._definitions.row,
            Reads.COATINGS: self._coatings.row,
            Reads.UPDATE: lambda row: gathered.omit(UPDATE, row.line),
        }
        self._read: Callable[[Row], None] = lambda row: gathered.omit(COVER, row.line)

    def row(self, row: Row) -> None:
        """Read the next row.

        Raises:
            UnreadableDocument: a row that fits nowhere.
            DuplicateNotation: an entry, a heading or a term stands twice.
        """
        if row.y > _TOP or row.y < _FOOT:
            self._gathered.omit(PAGE_NUMBER if row.text.isdecimal() else RUNNING_HEAD, row.line)
        elif self._read == self._notes and self._footnotes.row(row, _LEFT):
            pass
        elif row.x < _LEFT and _CONTINUED.fullmatch(row.text):
            self._gathered.omit(CONTINUED, row.line)
        elif not (self._glued(row) or (_IS_TITLE.search(row.font) and self._title(row))):
            self._read(row)

    def end(self) -> None:
        """Keep what is open at the end of the document.

        Raises:
            UnreadableDocument: a definition without categories, or words below a heading that are no note.
            DuplicateNotation: a term, or a note that has a name of its own, stands twice.
        """
        self._definitions.end()
        self._acronyms.end()
        self._coatings.end()
        for name, lines in self._below.items():
            stray = [*lines, *(item.marker for item in self._gathered.entries.get(name, ()))]
            if stray:
                raise self._gathered.page.unreadable(
                    stray[0].where, f"no entry or note below {name}"
                )
        named = Counter(draft.notation for draft in self._gathered.notes if draft.notation)
        for name, times in named.items():
            if times > 1:
                raise DuplicateNotation(self._gathered.page.name, name, [f"{times} notes"])

    def _title(self, row: Row) -> bool:
        """Read a title or heading; say whether the row is one. The summary of changes has headings of its own."""
        title = read_titles().get(row.text)
        summary = self._read == self._readers[Reads.UPDATE]
        heading = _HEADING.match(row.text) if row.x < _LEFT and not summary else None
        if title is not None:
            self._begin(row, title)
        elif heading is not None:
            self._head(row, heading)
        return bool(title or heading)

    def _begin(self, row: Row, title: Title) -> None:
        if title.is_note:
            place = title.about.partition(".")[0]
            note = NoteDraft(place, title.about, row.line, [], notation=title.notation)
            note.reads_as = title.reads_as
            self._printed.open(note)
        else:
            self._gathered.omit(title.omission, row.line)
        self._read = self._readers[title.reads]

    def _head(self, row: Row, heading: re.Match[str]) -> None:
        """Keep the heading of a category, part or product group."""
        if heading["category"]:
            self._category = f"cat{heading['category']}"
        name = heading["group"] or self._category + f"p{heading['part']}" * bool(heading["part"])
        if name in self._gathered.headings or above(name) not in {name, *self._gathered.headings}:
            raise self._gathered.page.unreadable(row.line.where, f"unexpected heading {row.text}")
        marker, words = row.line.part(0, heading.end()), row.line.part(heading.end())
        self._gathered.headings[name] = Heading(marker, words)
        self._below[name] = []
        self._printed.at(name, self._below[name])
        self._heading = name
        self._read = self._notes

    def _glued(self, row: Row) -> bool:
        """Read a row that ends a note and begins a product group; say whether it is one."""
        slip = next((slip for slip in read_slips().glued if row.text.startswith(slip.stands)), None)
        if slip is None:
            return False
        at = len(slip.stands)
        below = replace(row, line=row.line.part(at), xs=row.xs[at:])
        heading = _HEADING.match(below.text)
        if heading is None:
            return False
        self._read(replace(row, line=row.line.part(0, at), xs=row.xs[:at]))
        self._head(below, heading)
        self._gathered.issue(heading["group"], "glued-heading", slip.stands)
        return True

    def _notes(self, row: Row) -> None:
        if _NONE.fullmatch(row.text) and self._heading:
            draft = NoteDraft(self._heading, self._heading, None, [row.line])
            self._gathered.notes.append(draft)
            return
        step = self._style.step.match(row.text)
        if step is not None and not step["stop"]:
            self._gathered.issue(row.line.where, "enumerator-without-stop", step["step"])
        elif step is None and not _NOTE.match(row.text):
            self._printed.back(row.x)
        self._printed.row(row)

    def _contents(self, row: Row) -> None:
        """Leave out a row of the table of contents; the footnotes below it explain marks in the words above it."""
        footnote = _LINK.match(row.text)
        if footnote is None or not self._gathered.notes:
            self._gathered.omit(CONTENTS, row.line)
            return
        explained = self._gathered.notes[0]
        marker, words = row.line.part(0, footnote.end()), row.line.part(footnote.end())
        self._gathered.notes.append(NoteDraft("", "", marker, [words], explained, marker.text))


def reading_order(rows: Iterable[Row]) -> Iterator[tuple[Row, bool]]:
    """Yield the rows as they stand on their pages, and whether the file holds the row elsewhere.

    Shape:   a formula is set in larger glyphs over the row that it belongs to; the file holds it behind the page.
    """
    for _, page in groupby(rows, key=lambda row: row.page):
        order: list[tuple[Row, bool]] = []
        for row in page:
            last = order[-1][0] if order else row
            moved = (
                last.y > _FOOT and row.y > last.y + last.size and row.size > _FORMULA * last.size
            )
            before = [n for n, (other, _) in enumerate(order) if row.y - NEAR < other.y < _TOP]
            at = before[-1] + 1 if moved and before else len(order)
            order.insert(at, (row, moved))
        yield from order


def _style() -> Style:
    """Return how the document prints; an enumerator lacks its stop where ``slips.yml`` says so."""
    slips = (slip.stands.partition(" ") for slip in read_slips().marks)
    bare = (rf"(?<=\b{mark})(?= {re.escape(words)})" for mark, _, words in slips)
    stop = "|".join((r"[.)](?=\s|$)", *bare))
    step = re.compile(rf"(?P<step>\d{{1,3}}|[a-z]{{1,2}})(?P<stop>{stop})(?P<inner>)")
    return Style(head=_head, note=_NOTE, step=step, label=_LABEL, nested=_NESTED)


def _head(row: Row) -> Head | None:
    found = _ENTRY.match(row.text) if row.x < _LEFT else None
    return Head(found[0], end=found.end()) if found else None
