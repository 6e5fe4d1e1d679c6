"""Reading the blocks of one amending regulation: its parts, the instructions in them, the words that they put in."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml import etree

from graph.errors import UnknownValue, UnreadableDocument
from graph.model.document import Issue, Omission
from graph.model.paragraph import ParagraphKind
from graph.model.passage import Passage
from ingest.law.draft import Draft, free_path
from ingest.sources.no_lovtidend.page import Run
from ingest.text.canonical import Canonical

GONE = re.compile(r"\W*opphevet\W*", re.IGNORECASE)
_OMITTED = {"title": "title", "h1": "title", "dt": "front-matter", "dd": "front-matter"}
"""Blocks whose words say what the document is, to the class in which they are left out."""

_CLASSES = ("defaultP", "legalP", "numberedLegalP", "futuretitle")
_NUMBERED = re.compile(r"\((?P<number>\d+[a-z]?)\)\s*")
_ELSEWHERE = re.compile(r"pdf-fil$")


class Reader:
    """Collects the provisions of one document; every word is in one of them or left out by class."""

    def __init__(self, text: Canonical, name: str) -> None:
        self._text, self._name = text, name
        self.drafts: dict[str, Draft] = {}
        self.omissions: list[Omission] = []
        self.issues: list[Issue] = []
        self._part = self._instruction = ""
        self._places: dict[etree._Element, str] = {}
        """Blocks and items of lists, and the provision that each is."""

    def read(self, runs: Sequence[Run]) -> None:
        """Read every run."""
        for run in runs:
            kind = _OMITTED.get(str(run.block.tag))
            if kind:
                self.omissions.append(Omission(kind=kind, passage=self._cut(run)))
            elif run.block.tag == "h2":
                self._open_part(run)
            elif not self._part:
                raise UnreadableDocument(self._name, self._said(run)[:20], "words below no part")
            elif run.block in self._places:
                self.drafts[self._places[run.block]].text.append(self._cut(run))
            else:
                self._place(run)

    def _open_part(self, run: Run) -> None:
        name = self._part = self._free(self._said(run))
        self.drafts[name] = Draft(
            name, self._said(run), ParagraphKind.ENTRY, None, marker=self._cut(run)
        )
        self._instruction = ""

    def _place(self, run: Run) -> None:
        """Find the provision that a block is, or is part of, and keep its words there."""
        kind, item = run.block.get("class", ""), _item_of(run.block)
        if kind not in _CLASSES:
            raise UnknownValue("no.class", kind, _CLASSES)
        start = run.start
        if item is not None:
            name = self._places.get(item) or self._open_item(item)
        elif kind == "numberedLegalP" and (found := _NUMBERED.match(self._said(run))):
            start = run.start + found.end()
            marker = self._text.cut(run.start, start)
            name = self._open(f"{self._instruction or self._part}/{found['number']}", found[0].strip(), marker)  # fmt: skip
        elif kind == "defaultP" and run.block.get("margin-top"):
            self._instruction = ""
            name = self._instruction = self._counted()
        elif kind == "legalP":
            name = self._counted()
        else:
            name = self._instruction or self._part
        self._places[run.block] = name
        self.drafts[name].text.append(self._text.cut(start, run.end))
        if _ELSEWHERE.search(self._said(run)):
            self.issues.append(Issue(where=name, kind="annex-not-held", value="pdf-fil"))

    def _open_item(self, item: etree._Element) -> str:
        """Open the item of a list below the block that the list stands in."""
        above = next((self._places[one] for one in item.iterancestors() if one in self._places), "")
        label = item.get("data-name", "").strip(" .")
        if not above or not label:
            raise UnreadableDocument(self._name, label or "list", "an item below nothing")
        name = self._places[item] = self._open(f"{above}/{label}", item.get("data-name", ""))
        return name

    def _counted(self) -> str:
        """Open the next provision of the instruction, or of the part, that has no number of its own."""
        above = self._instruction or self._part
        number = 1 + sum(draft.parent == above for draft in self.drafts.values())
        return self._open(f"{above}/{number}", f"{number}")

    def _open(self, name: str, official: str, marker: Passage | None = None) -> str:
        name = self._free(name)
        above = name.rpartition("/")[0]
        self.drafts[name] = Draft(name, official, ParagraphKind.ITEM, above, marker)
        return name

    def _said(self, run: Run) -> str:
        return self._text.text[run.start : run.end].strip()

    def _cut(self, run: Run) -> Passage:
        return self._text.cut(run.start, run.end)

    def _free(self, name: str) -> str:
        free = free_path(name, self.drafts)
        if free != name:
            value = name.rpartition("/")[2]
            self.issues.append(Issue(where=free, kind="repeated-label", value=value))
        return free


def _item_of(block: etree._Element) -> etree._Element | None:
    """Return the item of a list that a block stands in."""
    return next((one for one in block.iterancestors() if one.tag == "li"), None)
