"""Reading the blocks of one part in order: headings, paragraphs, notes, tables, what is left out."""

from __future__ import annotations

import re
from dataclasses import replace

from graph.errors import UnreadableDocument
from graph.ids import slug
from graph.model.document import Issue, Omission
from graph.model.paragraph import ParagraphKind
from graph.model.passage import Passage
from graph.model.requirement import TableRow
from graph.model.term import Term, TermScope
from ingest.sources.ecfr import Block, Box, Grid, Line, Page, Picture
from ingest.sources.us_cfr.entry import Entry
from ingest.sources.us_cfr.ladder import NUMBER, RANGE, Ladder, announces, enumerators
from ingest.sources.us_cfr.notes import NoteReader
from ingest.sources.us_cfr.places import Places
from ingest.text.lead_in import read_lead_in

_PART = re.compile(r"PART (?P<name>\d+)\s*[-–—]\s*")
_SECTION = re.compile(r"§ (?P<name>\d+\.\d+[a-z]?)\s+")
_APPENDIX = re.compile(r"(?P<marker>Appendix (?P<name>[A-Z]) to Part \d+)\W+")
_CATEGORY = re.compile(r"(?P<marker>Category (?P<name>[IVX]+))\s*[-–—]\s*")
_MEANS = re.compile(r"\s(?:means|is|are|includes?|shall|as well as|refers?)\b|[.,(]")
_INLINE = re.compile(r": 1\. (?=[A-Z])")
_FOOTNOTE = re.compile(r"Footnotes?\W*$", re.IGNORECASE)
_OMITTED = {
    "CITA": "citation", "AUTH": "authority", "SECAUTH": "authority", "SOURCE": "source-note", "EDNOTE": "editorial-note",
}  # fmt: skip


class PartReader:
    """Collects what one part says; its words are in the records or left out by class."""

    def __init__(self, page: Page, places: Places) -> None:
        self._page, self._places = page, places
        self.entries: dict[str, Entry] = {}
        self.notes = NoteReader(page)
        self.tables: list[TableRow] = []
        self.omissions: list[Omission] = []
        self.issues: list[Issue] = []
        self._ladder: Ladder | None = None
        self._appendix = False
        self.terms: list[Term] = []
        self._defining = False
        self._part: str | None = None
        self._inside = False
        self._footnote: list[Line] = []

    def read(self) -> None:
        """Read every block.

        Raises:
            UnreadableDocument: a paragraph below nothing.
            DuplicateNotation: raised by the tree, where a notation stands twice.
        """
        for block in self._page.blocks:
            if not self._goes_on(block):
                self._block(block)
        self._end_footnote()

    def _goes_on(self, block: Block) -> bool:
        """Collect a footnote that is set as a heading with paragraphs below it."""
        heads = isinstance(block, Line) and block.tag in {"HEAD", "HD1", "HD2", "HD3", "CITA"}
        if self._footnote and (heads or not isinstance(block, Line)):
            self._end_footnote()
        if (
            self._ladder
            and isinstance(block, Line)
            and block.tag == "HD3"
            and _FOOTNOTE.match(self._page.text(block))
        ):
            self._footnote = [block]
            return True
        if self._footnote and isinstance(block, Line):
            self._footnote.append(block)
            return True
        return False

    def _end_footnote(self) -> None:
        if self._footnote:
            lines, self._footnote = tuple(self._footnote), []
            self._box(Box("NOTE", lines[0].at, lines))

    def _block(self, block: Block) -> None:
        if isinstance(block, Picture):
            if self._ladder:
                self.issues.append(
                    Issue(where=self._ladder.innermost, kind="formula-image", value=block.file)
                )
        elif isinstance(block, Grid):
            self._grid(block)
        elif isinstance(block, Box):
            self._box(block)
        elif block.tag == "HEAD":
            self._heading(block)
        elif block.tag in _OMITTED:
            self._omit(_OMITTED[block.tag], block)
        elif self._category(block):
            return
        elif self._ladder is None:
            self._omit("other-provisions", block)
        else:
            self._paragraph(block)

    def _heading(self, line: Line) -> None:
        text = self._page.text(line)
        part = _PART.match(text)
        if part and not self._places.categories:
            self._part = f"part{part['name']}"
            self._open(self._part, line, part.end(), None)
            self._ladder = None
            return
        section, appendix = _SECTION.match(text), _APPENDIX.match(text)
        self._ladder, self._appendix = None, appendix is not None
        if section and self._places.has_section(section["name"]) and not self._places.categories:
            self._open(section["name"], line, section.end(), self._part)
        elif appendix and self._places.has_appendix(appendix["name"]):
            self._open(f"App.{appendix['name']}", line, appendix.end(), self._part)
        else:
            self._omit("heading", line)
        self._inside = bool(section and self._places.has_section(section["name"]))

    def _category(self, line: Line) -> bool:
        found = _CATEGORY.match(self._page.text(line)) if line.tag == "HD1" else None
        if found is None or not self._places.categories or not self._inside:
            return False
        self._open(found["name"], line, found.end(), None)
        return True

    def _open(self, name: str, line: Line, end: int, parent: str | None) -> None:
        """Begin below a heading: its number is the marker, the rest its title."""
        text = self._page.text(line)
        if name in self.entries:
            raise self._unreadable(line, f"{name} stands twice")
        title = text[end:].strip()
        self.entries[name] = Entry(
            name,
            parent,
            text[:end].strip(" —–-"),
            self._cut(line, 0, end),
            [self._cut(line, end, len(text))] if title else [],
            ParagraphKind.HEADING,
            title.rstrip("."),
        )
        self._ladder = Ladder(name)
        self._defining = title.startswith("Definitions")

    def _paragraph(self, line: Line) -> None:
        text = self._page.text(line)
        ladder = self._ladder
        if not text or ladder is None:
            return
        if line.tag == "LI":
            self._listed(line, text)
            return
        if self._defining and self._term(line):
            return
        number = NUMBER.match(text) if self._appendix else None
        if number:
            notation, parent = self._numbered(ladder, number["number"])
            self._add(notation, parent, line, (0, number.end()))
            self._rest(line, number.end(), notation)
        elif not self._rest(line, 0, ""):
            holder = self.entries[ladder.innermost]
            holder.text.append(self._cut(line, 0, len(text)))

    def _numbered(self, ladder: Ladder, number: str) -> tuple[str, str]:
        words = self.entries[ladder.innermost].words
        announced = (number == "1" and announces(words)) or _INLINE.search(words) is not None
        inner = ladder.inner(number, announced=announced) if number.isdigit() else None
        return inner or ladder.number(number)

    def _term(self, line: Line) -> bool:
        """Read a definition: a term in italics and its meaning, with the paragraphs that go on with it."""
        passage = self._cut(line, 0, len(self._page.text(line)))
        if line.lead == "I":
            label = _MEANS.split(passage.wording or "", maxsplit=1)[0].strip(" .,")
            self.terms.append(
                Term(slug=slug(label), label=label, scope=TermScope.LIST, text=(passage,))
            )
        elif self.terms:
            last = self.terms[-1]
            self.terms[-1] = replace(last, text=(*last.text, passage))
        return line.lead == "I" or bool(self.terms)

    def _rest(self, line: Line, at: int, holder: str) -> bool:
        """Read the enumerators that words begin with; say whether there is one. The words go to the last of them."""
        text, ladder = self._page.text(line), self._ladder
        if ladder is None:
            return False
        spanned = RANGE.match(text, at)
        found = [] if spanned else list(enumerators(text[at:]))
        last = holder
        for match in found:
            announced = self._announced(ladder.innermost)
            notation, parent = ladder.open(match["step"], announced=announced)
            self._add(
                notation,
                parent,
                line,
                (at + match.start(), at + match.end()),
                star=bool(match["star"]),
            )
            last = notation
        end = at + (found[-1].end() if found else 0)
        if spanned:
            last, end = self._range(line, spanned), spanned.end()
        if not last:
            return False
        if text[end:].strip():
            self.entries[last].text.append(self._cut(line, end, len(text)))
        return True

    def _range(self, line: Line, spanned: re.Match[str]) -> str:
        """Keep reserved places that are printed as one."""
        ladder = self._ladder
        if ladder is None:
            raise self._unreadable(line, "a range below nothing")
        notation, parent = ladder.open(spanned["step"], announced=False)
        self._add(notation, parent, line, spanned.span())
        last = spanned[0].rstrip().rpartition("(")[2].rstrip(") ")
        level = ladder.levels[-1]
        ladder.levels[-1] = type(level)(level.style, last, level.notation)
        self.issues.append(Issue(where=notation, kind="reserved-range", value=spanned[0].strip()))
        return notation

    def _add(
        self, notation: str, parent: str, line: Line, span: tuple[int, int], *, star: bool = False
    ) -> None:
        if notation in self.entries:
            raise self._unreadable(line, f"{notation} stands twice")
        marker = self._cut(line, *span)
        top = self.entries[parent].kind is ParagraphKind.HEADING
        self.entries[notation] = Entry(
            notation, parent, (marker.wording or "").lstrip("* "), marker,
            kind=ParagraphKind.ENTRY if top else None, starred=star,
        )  # fmt: skip

    def _listed(self, line: Line, text: str) -> None:
        """Keep one member of a list of names."""
        if self._ladder is None:
            raise self._unreadable(line, "a name below nothing")
        parent = self._ladder.innermost
        names = [f"{parent}.{slug(words)}" for words in (text.partition("(")[0], text)]
        name = next((name for name in names if name not in self.entries), names[-1])
        if name in self.entries:
            raise self._unreadable(line, f"{text} stands twice")
        top = self.entries[parent].kind is ParagraphKind.HEADING
        kind = ParagraphKind.ENTRY if top else ParagraphKind.ITEM
        entry = Entry(name, parent, text, None, [self._cut(line, 0, len(text))], kind)
        entry.title = text if len(text.split()) <= 12 else None
        self.entries[name] = entry

    def _grid(self, grid: Grid) -> None:
        rows = [(row, True) for row in grid.head] + [(row, False) for row in grid.body]
        about = self._ladder.innermost if self._ladder else ""
        table = 1 + max((row.table for row in self.tables if row.about == about), default=0)
        for number, (row, heading) in enumerate(rows, start=1):
            cells = tuple(self._whole(cell) for cell in row)
            if not about:
                for cell in row:
                    self._omit("other-provisions", cell)
            elif any(cells):
                self.tables.append(
                    TableRow(about=about, table=table, row=number, cells=cells, heading=heading)
                )

    def _box(self, box: Box) -> None:
        if self._ladder is None or box.tag in _OMITTED:
            for line in box.lines:
                self._omit(_OMITTED.get(box.tag, "other-provisions"), line)
        else:
            self.notes.read(box, self._ladder, self.entries)

    def _announced(self, notation: str) -> bool:
        words = self.entries[notation].words
        return announces(words) or read_lead_in(words) is not None

    def _whole(self, line: Line) -> Passage | None:
        text = self._page.text(line)
        return self._cut(line, 0, len(text)) if text.strip() else None

    def _cut(self, line: Line, start: int, end: int) -> Passage:
        return self._page.canonical.cut(line.start + start, line.start + end)

    def _omit(self, kind: str, line: Line) -> None:
        if passage := self._whole(line):
            self.omissions.append(Omission(kind=kind, passage=passage))

    def _unreadable(self, line: Line, problem: str) -> UnreadableDocument:
        return UnreadableDocument(self._page.name, f"line {line.at}", problem)
