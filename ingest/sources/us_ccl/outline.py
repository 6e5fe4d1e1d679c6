"""The outline: categories, product groups and entries, each with the blocks that stand below it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum

from graph.errors import DuplicateNotation, UnknownValue, UnreadableDocument
from ingest.sources.ecfr import Block, Box, Line, Page
from ingest.sources.us_ccl.labels import section_of

_CODE = re.compile(r"\d[A-E]\d{3}(?=\s)")
_CATEGORY = re.compile(r"Category (\d)(?=\W)")
_PART = re.compile(r"Part (\d)(?=\W)")
_GROUP = re.compile(r"([A-E])\. ")
_SUBHEAD = re.compile(r"[IVX]+\. ")
_ANNEX = re.compile(r"Annex to Category (\d)$")
_RESIDUAL = "EAR99 "
_OMITTED = {"HEAD": "document-title", "CITA": "citation"}


class Role(StrEnum):
    """What a place of the outline is."""

    HEADING = "heading"
    ENTRY = "entry"
    RESIDUAL = "residual"
    """After the line that closes a category."""

    GROUPING = "grouping"
    """A heading inside a product group."""

    OMITTED = "omitted"


@dataclass(slots=True)
class Place:
    """A category, a product group or an entry, and what stands below it."""

    notation: str
    role: Role
    line: Line
    """Its heading."""

    marker: int = 0
    """Characters of the heading that are its code."""

    parent: str | None = None
    omitted: str = ""
    """Class of a line that is no record."""

    blocks: list[Block] = field(default_factory=list)


class Outline:
    """Cuts the blocks of a page into places, in document order."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._places: list[Place] = []
        self._category = self._part = self._group = ""
        self._seen: dict[str, int] = {}

    def read(self) -> list[Place]:
        """Return the places.

        Raises:
            UnknownValue: a heading of no known kind.
            UnreadableDocument: words before the first category, an entry outside its group.
            DuplicateNotation: two entries with one code.
        """
        for block in self._page.blocks:
            place = self._place(block)
            if place is not None:
                self._places.append(place)
            elif not self._places or self._places[-1].role is Role.OMITTED:
                where = f"line {block.at}"
                raise UnreadableDocument(self._page.name, where, "words outside a category")
            else:
                self._places[-1].blocks.append(block)
        if not self._seen:
            raise UnreadableDocument(self._page.name, "line 1", "no category")
        return self._places

    def _place(self, block: Block) -> Place | None:
        if isinstance(block, Box) and block.tag == "EDNOTE":
            first, last = block.lines[0], block.lines[-1]
            whole = Line(block.tag, first.start, last.end, block.at, "")
            return Place("", Role.OMITTED, whole, omitted="editorial-note")
        if not isinstance(block, Line):
            return None
        if block.tag in _OMITTED:
            return Place("", Role.OMITTED, block, omitted=_OMITTED[block.tag])
        text = self._page.text(block).strip()
        if block.tag == "HD1" and section_of(text) is None:
            return self._heading(block, text)
        if block.tag.startswith("FP") and block.lead == "B":
            return self._entry(block, text)
        return None

    def _heading(self, line: Line, text: str) -> Place:
        if found := _CATEGORY.match(text):
            self._category, self._part, self._group = f"cat{found[1]}", "", ""
            return self._open(self._category, None, line)
        if found := _ANNEX.match(text):
            return self._open(f"cat{found[1]}.annex", f"cat{found[1]}", line)
        if not self._category:
            raise UnreadableDocument(self._page.name, f"line {line.at}", "heading of no category")
        if found := _PART.match(text):
            self._part, self._group = found[1], ""
            return self._open(f"{self._category}p{found[1]}", self._category, line)
        if found := _GROUP.match(text):
            above = f"{self._category}p{self._part}" if self._part else self._category
            self._group = f"{self._category[3:]}{found[1]}{self._part}"
            return self._open(self._group, above, line)
        if _SUBHEAD.match(text) and self._group:
            return Place(self._group, Role.GROUPING, line)
        known = ("Category N", "Part N", "A. to E.", "Annex to Category N", "I., II. ..")
        raise UnknownValue(f"{self._page.name}: line {line.at}: heading", text[:60], known)

    def _entry(self, line: Line, text: str) -> Place:
        if text.startswith(_RESIDUAL) and self._category:
            return Place(self._category, Role.RESIDUAL, line)
        found = _CODE.match(text)
        if not found:
            known = ("an ECCN", "EAR99")
            raise UnknownValue(f"{self._page.name}: line {line.at}: entry head", text[:40], known)
        code = found[0]
        if not self._group or not code.startswith(self._group[:2]):
            where = f"{code}, line {line.at}"
            raise UnreadableDocument(self._page.name, where, f"entry in group {self._group!r}")
        place = self._open(code, self._group, line)
        place.role, place.marker = Role.ENTRY, len(code)
        return place

    def _open(self, notation: str, parent: str | None, line: Line) -> Place:
        if notation in self._seen:
            places = (f"line {self._seen[notation]}", f"line {line.at}")
            raise DuplicateNotation(self._page.name, notation, places)
        self._seen[notation] = line.at
        return Place(notation, Role.HEADING, line, parent=parent)
