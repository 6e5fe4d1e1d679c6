"""Reading the blocks of one part in order: sections, paragraphs, notes, tables, what is left out."""

from __future__ import annotations

import re

from graph.errors import UnreadableDocument
from graph.ids import slug
from graph.model.document import Issue, Omission
from graph.model.paragraph import ParagraphKind
from graph.model.passage import Passage
from graph.model.requirement import TableRow
from ingest.law.draft import Draft, free_path
from ingest.sources.ecfr import Block, Box, Grid, Line, Page, Picture
from ingest.sources.us_cfr.ladder import RANGE, Ladder, Level, announces, enumerators
from ingest.sources.us_ecfr_law.days import days_in

_PART = re.compile(r"PART \d+\s*[-–—]")
_SECTION = re.compile(r"§+ ?(?P<name>\d+\.\d+[a-z]?(?:[-–]\d+\.\d+)?)\s*")
_SUPPLEMENT = re.compile(r"(?:Supplement No\. ?(?P<number>\d+)|Appendix (?P<letter>[A-Z])) to Part \d+\s*[-–—]?\s*")  # fmt: skip
_SUBPART = re.compile(r"Subpart (?P<name>[A-Z])\s*[-–—]\s*")
RESERVED = re.compile(r"\W*reserved\W*", re.IGNORECASE)
#: A short title behind an enumerator, with the next enumerator right behind it: "(a) General prohibition. (1) ...".
_TITLED = re.compile(r"(?P<title>[A-Z“\"'](?:U\.S\.|[^.]){2,200}?(?:\.”?|—))\s*(?=\((?:1|i|A)\))")
_COUNTED = re.compile(r"(?P<number>\d{1,2})\. (?=\S)")
_POINT = re.compile(r"\d{1,2}\.")
_PARTED = re.compile(r"(?P<part>\d+)\.\d+ ")
_NAMED = re.compile(r"in § \d+\.(?P<name>\d+)")
_MEANS = re.compile(r"\s(?:means|is|are|includes?|shall|as well as|refers?)\b|[.,(]")
_OMITTED = {"CITA": "citation", "AUTH": "authority", "SECAUTH": "authority", "SOURCE": "source-note", "EDNOTE": "editorial-note"}  # fmt: skip
_FIRST = frozenset(["a", "1", "i", "A"])
"""Steps that open a level, whether the words above end in a colon or not; ``(i)`` may also follow ``(h)``."""
_HEADS = frozenset(["HD1", "HD2", "HD3"])
#: Boxes, and the segment below a provision that names them.
_NOTES = {"NOTE": "note", "EFFDNOT": "effd", "FTNT": "fn", "EFTNT": "fn"}


class PartReader:
    """Collects the provisions of one part; every word is in one of them, in a table or left out by class."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self.drafts: dict[str, Draft] = {}
        self.tables: list[TableRow] = []
        self.omissions: list[Omission] = []
        self.issues: list[Issue] = []
        self.definitions: dict[str, str] = {}
        self._subpart: str | None = None
        self._ladder: Ladder | None = None
        self._section = ""
        self._defining = False

    def read(self) -> None:
        """Read every block.

        Raises:
            UnreadableDocument: words that stand below no section.
        """
        for block in self._page.blocks:
            self._block(block)

    def _block(self, block: Block) -> None:
        if isinstance(block, Picture):
            where = self._ladder.innermost if self._ladder else ""
            self.issues.append(Issue(where=where, kind="formula-image", value=block.file))
        elif isinstance(block, Grid):
            self._grid(block)
        elif isinstance(block, Box):
            self._box(block)
        elif block.tag == "HEAD":
            self._heading(block)
        elif block.tag in _OMITTED:
            self._omit(_OMITTED[block.tag], block)
        elif block.tag in _HEADS:
            self._inner_heading(block)
        elif self._page.text(block):
            self._paragraph(block)

    def _heading(self, line: Line) -> None:
        text = self._page.text(line)
        self._ladder = None
        if _PART.match(text):
            self._omit("title", line)
            return
        if found := _SUBPART.match(text):
            self._subpart = f"subpt/{found['name']}"
            self._open(self._subpart, ParagraphKind.HEADING, None, line, found.end())
        elif found := _SECTION.match(text):
            first, _, last = found["name"].replace("–", "-").partition("-")
            name = first.partition(".")[2] + (f"-{last.partition('.')[2]}" if last else "")
            self._begin(name, line, found.end())
        elif found := _SUPPLEMENT.match(text):
            name = f"supp/{found['number']}" if found["number"] else f"app/{found['letter']}"
            self._subpart = None  # it is of the part, behind the last subpart
            self._begin(name, line, found.end())
        else:
            name = self._free(f"grp/{slug(text)[:60]}")
            self._open(name, ParagraphKind.HEADING, self._subpart, line, 0)

    def _begin(self, name: str, line: Line, end: int) -> None:
        name = self._free(name)
        self._open(name, ParagraphKind.ENTRY, self._subpart, line, end)
        self._section, self._ladder = name, Ladder(name, joint="/{}")
        title = self._page.text(line)[end:]
        self._defining = title.startswith("Definition")

    def _inner_heading(self, line: Line) -> None:
        if self._ladder is None:
            raise self._unreadable(line, "a heading below no section")
        name = self._numbered(f"{self._section}/h")
        parted = _PARTED.match(self._page.text(line))
        part = f"{self._section}/{parted['part']}" if parted else ""
        parent = part if part in self.drafts else self._section
        self._open(name, ParagraphKind.ITEM, parent, line, 0)
        self._ladder = Ladder(name, joint="/{}")

    def _open(
        self, name: str, kind: ParagraphKind, parent: str | None, line: Line, end: int
    ) -> None:
        text = self._page.text(line)
        self.drafts[name] = Draft(
            notation=name,
            official=text[:end].strip(" —–-") or " ".join(text.split()[:6]),
            kind=kind,
            parent=parent,
            marker=self._cut(line, 0, end) if end else None,
            heading=self._cut(line, end, len(text)) if text[end:].strip() else None,
        )

    def _paragraph(self, line: Line) -> None:
        if self._ladder is None:
            raise self._unreadable(line, "words below no section")
        text = self._page.text(line)
        spanned = RANGE.match(text)
        if spanned and RESERVED.fullmatch(text[spanned.end() :]):
            self._spanned(self._ladder, line, spanned)
            return
        found = list(enumerators(text)) if line.tag != "LI" else []
        if not found:
            counted = _COUNTED.match(text) if self._section.startswith("app/") else None
            if counted is None or not self._counted(self._ladder, line, counted):
                self._plain(line, text)
            return
        at, name = 0, ""
        while found:
            for match in found:
                name = self._enumerated(self._ladder, line, at + match.start(), at + match.end())
            at += found[-1].end()
            titled = _TITLED.match(text, at)
            if titled is None:
                break
            self.drafts[name].heading = self._cut(line, titled.start(), titled.end())
            at = titled.end()
            found = list(enumerators(text[at:]))
        if text[at:].strip():
            self.drafts[name].text.append(self._cut(line, at, len(text)))

    def _spanned(self, ladder: Ladder, line: Line, spanned: re.Match[str]) -> None:
        """Keep places that are reserved as one: ``(a)(3)-(8) [Reserved]``."""
        steps = re.findall(r"\((\w+)\)", spanned[0])
        # (i)-(w) goes on behind (h): w is no Roman numeral
        opens = steps[0] in _FIRST and not (steps[0] == "i" and set(steps[-1]) - set("ivxl"))
        _, parent = ladder.open(steps[0], announced=opens)
        name = self._free(f"{parent}/{steps[0]}-{steps[-1]}")
        self._item(name, parent, line, spanned)
        level = ladder.levels[-1]
        last = steps[0] if level.style == "i" else steps[-1]
        ladder.levels[-1] = Level(level.style, last, name)

    def _enumerated(self, ladder: Ladder, line: Line, start: int, end: int) -> str:
        text = self._page.text(line)
        step = text[start:end].strip(" *()")
        holder = self.drafts[ladder.innermost]
        goes_on = any(level.step == "h" for level in ladder.levels) if step == "i" else False
        announced = announces(holder.words) or (step in _FIRST and not goes_on)
        notation, parent = ladder.open(step, announced=announced)
        name = self._free(notation)
        if name != notation:
            self.issues.append(Issue(where=notation, kind="repeated-enumerator", value=f"({step})"))
        marker = self._cut(line, start, end)
        self.drafts[name] = Draft(name, f"({step})", ParagraphKind.ITEM, parent, marker)
        return name

    def _counted(self, ladder: Ladder, line: Line, found: re.Match[str]) -> bool:
        """Open a part ``2.`` of an appendix, or a point ``2.`` of a paragraph; say whether it is one."""
        number, above = int(found["number"]), ladder.innermost
        if ladder.levels and _POINT.fullmatch(self.drafts[above].official):
            above = above.rpartition("/")[0]
        if re.search(rf"(?:^|: ){number - 1}\. ", self.drafts[above].words):
            return False
        if ladder.levels and (number == 1 or f"{above}/{number - 1}" in self.drafts):
            level = ladder.levels[-1]
            name, parent = f"{above}/{number}", above
            ladder.levels[-1] = Level(level.style, level.step, name)
        elif number == 1 or f"{self._section}/{number - 1}" in self.drafts:
            name, parent = f"{self._section}/{number}", self._section
            self._ladder = Ladder(name, joint="/{}")
        else:
            return False
        self._item(name, parent, line, found)
        return True

    def _item(self, name: str, parent: str, line: Line, marker: re.Match[str]) -> None:
        """Keep a line as an item: a marker, and the words behind it."""
        end, text = marker.end(), self._page.text(line)
        self.drafts[name] = Draft(
            name,
            marker[0].strip(),
            ParagraphKind.ITEM,
            parent,
            self._cut(line, 0, end),
            text=[self._cut(line, end, len(text))],
        )

    def _plain(self, line: Line, text: str) -> None:
        ladder = self._ladder
        assert ladder is not None  # noqa: S101  the caller has looked
        passage = self._cut(line, 0, len(text))
        if self._defining and line.lead == "I":
            label = _MEANS.split(passage.wording or "", maxsplit=1)[0].strip(" .,")
            name = self._free(f"{self._section}/{slug(label)[:60]}")
            self.drafts[name] = Draft(
                name, label, ParagraphKind.ITEM, self._section, text=[passage]
            )
            self.definitions.setdefault(label, name)
            self._ladder = Ladder(name, joint="/{}")
            return
        self.drafts[ladder.innermost].text.append(passage)

    def _box(self, box: Box) -> None:
        lines = [line for line in box.lines if self._page.text(line)]
        if self._ladder is None and box.tag == "EFFDNOT":
            self._lone(" ".join(self._page.text(line) for line in lines))
        if box.tag in _OMITTED or self._ladder is None:
            for line in lines:
                self._omit(_OMITTED.get(box.tag, "editorial-note"), line)
            return
        above = self._section if box.tag == "EFFDNOT" else self._ladder.innermost
        segment = f"{above}/{_NOTES[box.tag]}"
        name = self._numbered(f"{segment}/")
        heads = [line for line in lines if line.tag in {"HED", "HD1", "HD2", "HD3"}][:1]
        rest = [line for line in lines if line not in heads]
        heading = self._whole(heads[0]) if heads else None
        official = (heading.wording or "").strip(" :.") if heading else _NOTES[box.tag]
        text = [self._whole(line) for line in rest]
        self.drafts[name] = Draft(
            name, official, ParagraphKind.ITEM, above, heading=heading, text=text
        )
        if box.tag == "EFFDNOT":
            self._stayed(name)

    def _lone(self, words: str) -> None:
        """Open the section that a note names whose section is not in the document."""
        if found := _NAMED.search(words):
            name, official = self._free(found["name"]), found[0].removeprefix("in ")
            self.drafts[name] = Draft(name, official, ParagraphKind.ENTRY, None)
            self._section, self._ladder = name, Ladder(name, joint="/{}")
            self.issues.append(Issue(where=name, kind="no-words", value=official))

    def _stayed(self, name: str) -> None:
        """Keep the days that an effective date note names."""
        for day in days_in(self.drafts[name].words):
            self.issues.append(Issue(where=name, kind="effective-date-note", value=day))

    def _grid(self, grid: Grid) -> None:
        if self._ladder is None:
            raise UnreadableDocument(self._page.name, f"line {grid.at}", "a table below no section")
        about = self._ladder.innermost
        table = 1 + max((row.table for row in self.tables if row.about == about), default=0)
        rows = [(True, row) for row in grid.head] + [(False, row) for row in grid.body]
        for number, (heading, cells) in enumerate(rows, start=1):
            passages = tuple(self._whole(cell) if self._page.text(cell) else None for cell in cells)
            if any(passages):
                row = TableRow(
                    about=about, table=table, row=number, cells=passages, heading=heading
                )
                self.tables.append(row)

    def _numbered(self, stem: str) -> str:
        """Return a stem with the first number that is free."""
        return next(
            f"{stem}{n}" for n in range(1, len(self.drafts) + 2) if f"{stem}{n}" not in self.drafts
        )

    def _free(self, name: str) -> str:
        return free_path(name, self.drafts)

    def _omit(self, kind: str, line: Line) -> None:
        if self._page.text(line):
            self.omissions.append(Omission(kind=kind, passage=self._whole(line)))

    def _whole(self, line: Line) -> Passage:
        return self._cut(line, 0, len(self._page.text(line)))

    def _cut(self, line: Line, start: int, end: int) -> Passage:
        return self._page.canonical.cut(line.start + start, line.start + end)

    def _unreadable(self, line: Line, problem: str) -> UnreadableDocument:
        return UnreadableDocument(self._page.name, f"line {line.at}", problem)
