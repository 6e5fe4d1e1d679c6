"""The rows of the document in order: each page belongs to the part that its running head names."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from graph.errors import DuplicateNotation
from graph.model.relation import Relation, RelationKind
from ingest.outline.assembled import Order
from ingest.outline.gathered import Gathered, Heading, NoteDraft
from ingest.outline.line import Line
from ingest.outline.paths import Path
from ingest.outline.printed import Head, Style
from ingest.sources.pdf import Pdf, Row
from ingest.sources.wassenaar.asides import Asides
from ingest.sources.wassenaar.definitions import Definitions
from ingest.sources.wassenaar.printed import Repeating
from ingest.sources.wassenaar.statements import Statements
from ingest.sources.wassenaar.titles import Part, inside, note_of, part_of

_FOOT = re.compile(
    r"WA-LIST \(25\) 1 Corr\.|(?:\d\d-\d\d-\d{4} )?- ?\d{1,3} ?-(?: \d\d-\d\d-\d{4})?"
)
_RULE = re.compile(r"_{10,}")
_HEAD_Y = 748.0
"""Points: above stand running heads."""

_GROUP = re.compile(r"(?P<category>\d)\. ?(?P<group>[A-E])\. (?:Part \d\.? )?(?=[A-Z\"]{2}|None)")
_PATH = re.compile(
    r"(?P<category>\d)\. ?(?P<group>[A-E])\.(?P<steps>(?: ?(?:\d{1,2}|[a-z])\.(?=\s|$))+)"
)
_MUNITIONS = re.compile(
    r"ML ?(?P<entry>\d{1,2})\.(?P<steps>(?: ?(?:\d{1,2}|[a-z])\.(?=\s|$))*)(?=\s|$)"
)
_STEP = re.compile(r"\d{1,2}|[a-z]")
_CHOSEN = re.compile(
    r"(?P<code>\d\.[A-E]\.\d{1,2}\.(?:(?:[a-z]|\d{1,2})\.)*)(?P<more>(?:(?:,| &| and| to) \d\.[A-E]\.\d{1,2}\.(?:(?:[a-z]|\d{1,2})\.)*)*)"
)
_CODE = re.compile(r"\d\.[A-E]\.\d{1,2}\.(?:(?:[a-z]|\d{1,2})\.)*")
_PART = re.compile(r"(?P<marker>Part (?P<part>\d)) - ")
_NOTE = re.compile(r"Note (?P<number>\d)(?=\s)")
_MARGIN = 130.0
"""Points: codes stand left of it."""

_CONTINUED = re.compile(r"\b(?:cont\.|continued:)$")
_GROUPING = re.compile(r"[A-Z]{4}[A-Z ]+")
_LABEL = re.compile(r"(?:Length|Width|Height):(?=\s)")
_NUMBER = re.compile(r"(?P<number>\d{1,2})\.(?=\s)")
_NUMBERS = (120.0, 130.0)


@dataclass(slots=True)
class Reader:
    """Reads the rows one by one; those of the other list are left out."""

    gathered: Gathered[Pdf]
    wanted: str
    """``du`` or ``ml``."""

    order: Order = field(default_factory=Order)
    relations: list[Relation] = field(default_factory=list)
    _part: Part | None = None
    _heading: str = ""
    _group_part: str = ""
    _printed: Repeating[Pdf] = field(init=False)
    _definitions: Definitions = field(init=False)
    _asides: Asides = field(init=False)
    _statements: Statements = field(init=False)
    groupings: list[tuple[str, Line]] = field(default_factory=list)
    """Product group and a title that orders its entries."""

    _group: str = ""
    _last: int = 0
    """Number of the last entry of the group."""

    _titles: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self._printed = Repeating(self.gathered, Style(self._head, nested=20.0, label=_LABEL))
        self._definitions = Definitions(self.gathered)
        self._asides = Asides(self.gathered)
        self._statements = Statements(self.gathered, self.wanted)

    @property
    def _special(self) -> tuple[Callable[[Row], bool], ...]:
        return self._below, self._asides.table, self._titled, self._general, self._is_heading

    def read(self) -> None:
        """Read the whole document.

        Raises:
            UnreadableDocument: words that stand nowhere, or a part that nobody knows.
            DuplicateNotation: an entry, a heading or a term stands twice.
        """
        for row in self.gathered.page.rows:
            if _FOOT.fullmatch(row.text):
                self.gathered.omit("page-foot", row.line)
            elif _RULE.fullmatch(row.text):
                self.gathered.omit("rule", row.line)
            elif row.y > _HEAD_Y and row.page > 2:
                self._running_head(row)
            else:
                self._row(row)
        self._definitions.end()
        self._asides.end()

    def _below(self, row: Row) -> bool:
        return self._asides.footnote(row)

    def _running_head(self, row: Row) -> None:
        part = part_of(row.text)
        if part is None:
            raise self.gathered.page.unreadable(row.line.where, f"a running head: {row.text[:60]}")
        is_new = part != self._part
        self._part = part
        if part.list not in ("", self.wanted):
            self.gathered.omit("another-list", row.line)
        elif is_new and part.heading:
            self._begin(part.heading, row, part.cut)
        else:
            self.gathered.omit("running-head", row.line)

    def _begin(self, name: str, row: Row, cut: int, parent: str | None = None) -> None:
        """Begin below a heading."""
        if name in self.gathered.headings:
            raise DuplicateNotation(self.gathered.page.name, name, [row.line.where])
        marker = row.line.part(0, cut) if cut else None
        self.gathered.headings[name] = Heading(marker, row.line.part(cut))
        self.order.add(name, parent)
        self._heading = name
        self._printed.at(name, self.order.below[name])

    def _row(self, row: Row) -> None:
        part = self._part
        if part is None or part.reads == "left-out":
            self.gathered.omit("cover", row.line)
        elif part.list not in ("", self.wanted):
            self.gathered.omit("another-list", row.line)
        elif part.reads == "definitions":
            self._definitions.row(row)
        elif part.reads == "acronyms":
            self._asides.acronym(row)
        elif part.reads == "choice":
            self._choice(row)
        elif part.reads == "statements":
            self._statements.row(row)
        elif not any(read(row) for read in self._special):
            self._printed.row(row)

    def _titled(self, row: Row) -> bool:
        """Begin what a title inside a category begins; say whether the row is one."""
        title = inside(row.text)
        if _CONTINUED.search(row.text):
            self.gathered.omit("running-head", row.line)
            return True
        if title is not None:
            if title.about in self._titles or title.reads == "left-out":
                self.gathered.omit("running-head", row.line)
                return True
            self._titles.add(title.about)
            if title.reads == "entry":
                self.order.add(title.place, self._heading)
                self._printed.begin(row, title.place, len(row.text))
            else:
                self._printed.open(NoteDraft(title.place, title.before, row.line, []))
            return True
        if self._group and _GROUPING.fullmatch(row.text):
            self.groupings.append((self._group, row.line))
            return True
        return False

    def _general(self, row: Row) -> bool:
        """Begin a note on the whole list; say whether the row is its heading."""
        name = note_of(row.text) if "Bold" in row.font else None
        found = _NOTE.match(row.text)
        if name is None and found and not self.order.parents:
            name = f"note.{found['number']}"
        elif name is None:
            return False
        end = found.end() if found else len(row.text)
        words = row.line.part(end)
        draft = NoteDraft(
            "", "", row.line.part(0, end), [words] if words.text else [], notation=name
        )
        self._printed.open(draft)
        return True

    def _is_heading(self, row: Row) -> bool:
        if row.x > _MARGIN:
            return False
        part, group = _PART.match(row.text), _GROUP.match(row.text)
        if part is not None and self._part is not None and self._part.heading.startswith("cat5"):
            self._begin(f"cat5p{part['part']}", row, part.end(), "cat5")
            self._group_part = part["part"]
            return True
        if group is None or _PATH.match(row.text):
            return False
        category = f"cat{group['category']}"
        if category == "cat5":
            category += f"p{self._group_part}"
            name = f"5{group['group']}{self._group_part}"
        else:
            name = group["category"] + group["group"]
        self._begin(name, row, group.end(), category)
        self._group, self._last = name, 0
        return True

    def _head(self, row: Row) -> Head | None:
        if row.x > _MARGIN or self._part is None:
            return None
        if self._part.list == "ml":
            found = _MUNITIONS.match(row.text)
            steps = list(_STEP.finditer(row.text, *found.span("steps"))) if found else []
            code = f"ML{found['entry']}" if found else ""
        else:
            found = _PATH.match(row.text)
            steps = list(_STEP.finditer(row.text, *found.span("steps"))) if found else []
            code = f"{found['category']}.{found['group']}.{steps.pop(0)[0]}" if found else ""
        if found is None:
            return self._numbered(row)
        self._count(code)
        self.order.add(code, self._heading or None)
        cuts = tuple(step.start() for step in steps)
        mark = cuts[-1] if cuts else 0
        return Path(code, tuple(step[0] for step in steps), found.end(), mark, cuts)

    def _count(self, code: str) -> None:
        last = code.rpartition(".")[2]
        if last.isdigit():
            self._last = int(last)

    def _numbered(self, row: Row) -> Head | None:
        """Read an entry that is printed by its number alone, below the heading of its group."""
        found = _NUMBER.match(row.text) if _NUMBERS[0] < row.x < _NUMBERS[1] else None
        if found is None or "Italic" in row.font or self._printed.is_wide:
            return None
        if self._heading != self._group:
            return None
        if int(found["number"]) != self._last + 1:
            return None
        code = f"{self._group[0]}.{self._group[1]}.{found['number']}"
        self._count(code)
        self.order.add(code, self._heading)
        return Path(code, end=found.end())

    def _choice(self, row: Row) -> None:
        """Read the Sensitive or the Very Sensitive List: codes of the list with the words that differ."""
        found = _CHOSEN.match(row.text) if row.x < _MARGIN else None
        prefix = self._part.heading if self._part else ""
        if found is None:
            name = re.fullmatch(
                r"Category (?P<category>\d)(?: [-–] Part (?P<part>\d).*)?", row.text
            )
            title = note_of(row.text) if "Bold" in row.font else None
            if name is not None:
                part = f"p{name['part']}" if name["part"] else ""
                self._begin(f"{prefix}.cat{name['category']}{part}", row, len(row.text), prefix)
            elif title or _CONTINUED.search(row.text):
                self.gathered.omit("running-head", row.line)
            else:
                self._printed.row(row)
            return
        codes = [code.rstrip(".") for code in _CODE.findall(found[0])]
        entry = f"{prefix}.{codes[0]}"
        if entry in self.gathered.entries:
            self.gathered.issue(entry, "listed-twice", codes[0])
            entry = f"{entry}-2"
        self.order.add(entry, self._heading)
        self._printed.begin(row, entry, found.end())
        for code in codes:
            self.relations.append(
                Relation(
                    where=entry,
                    kind=RelationKind.SELECTS,
                    target_list="wa-du",
                    target=code,
                    as_written=code,
                )
            )
