"""The order inside one line: a note, its own items and the notes in it all stand in one run of words."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ingest.outline.line import Line
from ingest.text.codes import CODE
from ingest.text.lead_in import read_lead_in

_NOTA_BENE = r"N\.B\.(?: ?\d{1,2}\.?(?=\s))?"
_AT_START = re.compile(
    rf"(?:(?:Technical )?Notes?\b(?: \d{{1,2}}(?=:))?(?: ?:|(?= ))|{_NOTA_BENE})(?=\s|$)"
)
_WITHIN = re.compile(
    rf"(?P<heading>(?:Technical )?Notes?(?: \d{{1,2}})?:|Note to [^:.]{{1,40}}:|Note(?= {CODE.pattern})|{_NOTA_BENE})(?=\s)"
    r"|(?P<step>(?<![^\s:])(?:\d{1,2}|[a-z])[.)](?=\s)|(?<=: )1(?= [A-Z]))"
)
_OF_A_NOTE = re.compile(rf"\b[Pp]urposes? (?:of )?{CODE.pattern}\.? (?:Technical )?Notes?")
_CLOSED = re.compile(r"(?:[.;,:)][”\"'’]?|[;,.] (?:and|or))$")
_ENDED = re.compile(r"(?:[.;:][”\"'’]?|[;,.] (?:and|or))$")
_ITS_OWN = re.compile(
    rf"\W*(?:\d\. )?(?:For (?:the )?purposes? of |In )?(?>{CODE.pattern}\.?)(?! (?:Technical )?Notes?\b)"
)


@dataclass(slots=True)
class Piece:
    """A note or an item in a line: what marks it, its own words, what it stands in."""

    step: str
    """Enumerator without its stop; empty for a note."""

    marker: Line
    """Heading of a note or enumerator of an item, as printed."""

    text: Line
    parent: Piece | None
    """``None`` for a note of its own."""


@dataclass(slots=True)
class _Open:
    """A level that the next enumerator may continue."""

    style: str
    """``1.``, ``a.``, ``1)``; empty for the heading of a note."""

    last: str
    piece: int


@dataclass(slots=True)
class _Found:
    step: str
    start: int
    end: int
    parent: int | None
    enclosed: bool = False
    """A list goes on behind this note: the note stands inside the list."""


def note_heading(text: str) -> int:
    """Return how many characters the heading of a note takes at the start of a line; 0 where none stands.

    >>> note_heading("Technical Note 2: In 9A801"), note_heading("N.B.1. See"), note_heading("Notebooks")
    (17, 6, 0)
    """
    found = _AT_START.match(text)
    return found.end() if found else 0


def next_step(step: str) -> str:
    """Return the enumerator after one.

    >>> next_step("a"), next_step("9")
    ('b', '10')
    """
    return str(int(step) + 1) if step.isdigit() else chr(ord(step) + 1)


def read_note(line: Line) -> list[Piece]:
    """Return the notes and items of a line that begins with the heading of a note, in order.

    Shape:   the markers and texts of the pieces are the line, without gaps.
    """
    return _Reader(line, note_heading(line.text)).pieces()


def read_items(line: Line) -> tuple[Line, list[Piece]]:
    """Return a line's own words, and the items printed in it.

    >>> own, pieces = read_items(Line("Pumps: a. Small; or b. Large;", 0, ""))
    >>> own.text, [(piece.step, piece.text.text) for piece in pieces]
    ('Pumps:', [('a', 'Small; or'), ('b', 'Large;')])
    """
    pieces = _Reader(line, None).pieces()
    first = pieces[0].marker.start - line.start if pieces else len(line.text)
    return line.part(0, first), pieces


@dataclass(slots=True)
class _Reader:
    line: Line
    heading: int | None
    """Characters of the heading; ``None`` for the words of a paragraph, which have no notes in them."""

    found: list[_Found] = field(default_factory=list)
    stack: list[_Open] = field(default_factory=list)

    def pieces(self) -> list[Piece]:
        if self.heading is not None:
            self._open(0, self.heading, parent=None)
        masked = [found.span() for found in _OF_A_NOTE.finditer(self.line.text)]
        for match in _WITHIN.finditer(self.line.text, self.heading or 0):
            start, end = match.span()
            if any(begin <= start < stop for begin, stop in masked):
                continue
            if match["heading"]:
                if self.heading is not None and _ENDED.search(self._before(start)):
                    self._open(start, end, parent=self._around())
            else:
                self._item(start, end)
        self._settle()
        return self._built()

    def _before(self, at: int) -> str:
        """Return the words of the piece that is open, up to a place."""
        begin = self.found[-1].end if self.found else 0
        return self.line.text[begin:at].strip()

    def _open(self, start: int, end: int, parent: int | None) -> None:
        self.found.append(_Found("", start, end, parent))
        self.stack.append(_Open("", "", len(self.found) - 1))

    def _around(self) -> int:
        """Return the piece that a note inside the line stands in: notes on end stand in the same one."""
        inside = [level.piece for level in self.stack[1:] if level.style]
        return inside[-1] if inside else 0

    def _item(self, start: int, end: int) -> None:
        printed = self.line.text[start:end]
        step = printed.rstrip(".)")
        style = ("1" if step.isdigit() else "a") + (printed[len(step) :] or ".")
        before = self._before(start)
        depth = self._continued(style, step) if self._goes_on(before, end) else None
        if depth is None:
            if not self._begins(style, step, before, end):
                return
            depth = len(self.stack)
        for level in self.stack[depth + 1 :]:
            if not level.style:
                self.found[level.piece].enclosed = True
        parent = self.stack[depth - 1].piece if depth else None
        self.found.append(_Found(step, start, end, parent))
        self.stack[depth:] = [_Open(style, step, len(self.found) - 1)]

    def _continued(self, style: str, step: str) -> int | None:
        """Return the innermost level of which an enumerator is the next one."""
        for depth in range(len(self.stack) - 1, -1, -1):
            level = self.stack[depth]
            if level.style == style and next_step(level.last) == step:
                return depth
        return None

    def _goes_on(self, before: str, end: int) -> bool:
        return bool(_CLOSED.search(before)) or self.line.text[end : end + 2].strip()[:1].isupper()

    def _begins(self, style: str, step: str, before: str, end: int) -> bool:
        """Say whether an enumerator is the first of a list: the words before announce it, or the second one follows."""
        if step not in {"1", "a"} or (self.stack and self.stack[-1].style == style):
            return False
        if not before or before.endswith(":") or read_lead_in(before) is not None:
            return True
        second = f" {next_step(step)}{style[-1]} "
        return before.endswith(".") and second in self.line.text[end:]

    def _settle(self) -> None:
        """Give each note inside the line its place: in a list that goes on, in the note, or of its own."""
        root = 0
        for number, piece in enumerate(self.found):
            if piece.step or piece.parent is None or piece.enclosed:
                continue
            piece.parent = None if self._is_own(root, piece) else root
            root = number if piece.parent is None else root

    def _is_own(self, root: int, piece: _Found) -> bool:
        text = self.line.text
        if not text[self.found[root].start :].startswith("Note"):
            return True  # nothing is said of a technical note or N.B.: what follows one is no part of it
        return bool(_ITS_OWN.match(text, piece.end))

    def _built(self) -> list[Piece]:
        ends = [piece.start for piece in self.found[1:]] + [len(self.line.text)] * bool(self.found)
        built: list[Piece] = []
        for piece, end in zip(self.found, ends, strict=True):
            marker = self.line.part(piece.start, piece.end)
            parent = built[piece.parent] if piece.parent is not None else None
            built.append(Piece(piece.step, marker, self.line.part(piece.end, end), parent))
        return built
