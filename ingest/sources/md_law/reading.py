"""Reading the lines of one act in order: front matter, headings, paragraphs, lists."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import count

from graph.ids import slug
from graph.model.document import Issue, Omission
from graph.model.paragraph import ParagraphKind
from ingest.law.draft import Draft, free_path
from ingest.sources.md_law.styles import Style
from ingest.text.canonical import Canonical

_HEADING = re.compile(r"(?P<signs>#{1,6}) ")
GONE = re.compile(r"\W*(?:…|\.\.\.|repealed|aufgehoben|omitted|deleted)\W*", re.IGNORECASE)
_TERM = re.compile(
    r"^(?:- )?(?:<sup>\d+</sup> )?(?:\(\w+\) |\w+\. |\d+\. )?[‘“\"«]\*?(?P<term>[^’”\"»*]{2,80})\*?[’”\"»]"
)
_NOTES = {"fussnoten": "footnotes", "footnotes": "footnotes", "endnote": "endnotes"}
"""What headings of notes begin with, to the class in which their words are left out."""

_BESIDE = re.compile(r"\* (?P<mark>(?P<kind>Note|Example)(?: \d+)?):")
_PENALTY = re.compile(r"\* Penalty\b")
_SUBHEADING = re.compile(r"\* [A-Z][^.;:]{2,90}")
_GROUPS = {"Part": "pt", "Division": "div"}
_ROMAN = re.compile(r"[ivx]+")


Line = tuple[int, int, int]
"""Indentation, start and end in the canonical text."""


class Reader:
    """Collects the provisions of one act; every word is in one of them or left out by class."""

    def __init__(self, text: Canonical, style: Style) -> None:
        self._text, self._style = text, style
        self.drafts: dict[str, Draft] = {}
        self.omissions: list[Omission] = []
        self.issues: list[Issue] = []
        self.definitions: dict[str, str] = {}
        self._headings: list[tuple[int, str]] = []
        self._section = ""
        self._notes = ""
        self._indent = 0
        self._subheading: tuple[int, int] | None = None
        self._open: list[tuple[int, str, str]] = []
        """Level, step and path of each enumerator that is open."""

    def read(self, lines: Sequence[Line]) -> None:
        """Read every line."""
        front = self._front([self._said(line[1:]) for line in lines])
        for number, (indent, *span) in enumerate(lines):
            self._indent = indent
            start, end = span
            if number >= front:
                self._line((start, end))
            elif self._style.begins and self._said((start, end)).startswith("# "):
                self._omit("title", (start, end))
            else:
                self._omit("front-matter", (start, end))
        self._close_subheading()
        if self._style.gap:
            self._gaps(self._style.gap)

    def _gaps(self, gap: re.Pattern[str]) -> None:
        """Say where words of the act are missing from the document."""
        for draft in self.drafts.values():
            if found := gap.search(draft.words):
                issue = Issue(where=draft.notation, kind="words-missing", value=found[0])
                self.issues.append(issue)

    def _front(self, lines: Sequence[str]) -> int:
        """Return how many lines stand before the act."""
        if self._style.begins:
            return next((n for n, text in enumerate(lines) if self._style.begins.match(text)), 0)
        fences = [n for n, text in enumerate(lines) if text == "---"][:2]
        return fences[1] + 1 if len(fences) == 2 and fences[0] == 0 else 0

    def _line(self, span: tuple[int, int]) -> None:
        text = self._said(span)
        found = _HEADING.match(text)
        if found:
            words = text[found.end() :].strip(" *").casefold()
            self._notes = next(
                (kind for head, kind in _NOTES.items() if words.startswith(head)), ""
            )
        if self._notes:
            self._omit(self._notes, span)
        elif found:
            self._heading(span, text, found)
        elif not self._section:
            self._omit("preamble", span)
        elif not self._enumerated(span, text):
            self._plain(span)

    def _heading(self, span: tuple[int, int], text: str, found: re.Match[str]) -> None:
        self._close_subheading()
        level, words = len(found["signs"]), text[found.end() :]
        plain = words.replace("*", "")
        section, schedule = self._style.section.match(words), self._style.schedule.match(words)
        if section:
            inside = self._section.partition("/")[0] in {"sch", "anx"} and self._style.path == "s"
            base = "sch/" if inside else f"{self._style.path}/"
            self._begin(f"{base}{_step(section['name'])}", span, found.end() + section.end(), words)
        elif schedule:
            number = f"/{_step(schedule['name'])}" if schedule["name"] else ""
            self._headings.clear()
            stem = "sch" if self._style.path == "s" else "anx"
            self._begin(f"{stem}{number}", span, found.end() + schedule.end(), words)
        elif level == 1 and not self._section:
            self._omit("title", span)
        elif self._style.begins and self._style.begins.match(text):
            self._omit("preamble", span)
        else:
            chapter = self._style.chapter.match(words)
            number = (
                _step(chapter["name"]) if chapter else slug(plain)[:60] or f"{len(self.drafts)}"
            )
            kind = chapter.groupdict().get("kind") if chapter else None
            self._division(level, f"{_GROUPS[kind] if kind else 'ch'}/{number}", span, plain)

    def _division(self, level: int, name: str, span: tuple[int, int], plain: str) -> None:
        while self._headings and self._headings[-1][0] >= level:
            self._headings.pop()
        above = self._headings[-1][1] if self._headings else None
        name = self._free(f"{above}/{name}" if above else name)
        self.drafts[name] = Draft(
            name, plain.strip(), ParagraphKind.HEADING, above, heading=self._text.cut(*span), title=plain.strip()
        )  # fmt: skip
        self._headings.append((level, name))
        self._section, self._open = name, []

    def _begin(self, name: str, span: tuple[int, int], end: int, words: str) -> None:
        name = self._free(name)
        above = self._headings[-1][1] if self._headings else None
        text = self._said(span)
        title = text[end:].strip(" *") or None
        is_inner = name.startswith("sch/") and name.partition("/")[0] in self.drafts
        self.drafts[name] = Draft(
            name,
            text[:end].strip(" #*") or words,
            ParagraphKind.ITEM if is_inner else ParagraphKind.ENTRY,
            name.partition("/")[0] if is_inner else above,
            marker=self._text.cut(span[0], span[0] + end),
            heading=self._text.cut(span[0] + end, span[1]) if text[end:].strip() else None,
            title=title,
        )
        self._section, self._open = name, []

    def _enumerated(self, span: tuple[int, int], text: str) -> bool:
        """Read a line that begins with an enumerator, or a definition in a list of its own."""
        for level in self._candidates(text):
            found = self._style.levels[level].match(text)
            if found is None:
                continue
            while self._open and self._open[-1][0] >= level:
                self._open.pop()
            parent = self._open[-1][2] if self._open else self._section
            label = found.groupdict().get("term")
            step = slug(label)[:60] if label else _step(found["step"])
            name = self._free(f"{parent}/{step}")
            official = f"term {label.strip()}" if label else found["mark"]
            self._item(name, official, parent, span, found.end())
            if label:
                self.definitions.setdefault(label.strip(), name)
            self._open.append((level, step, name))
            return True
        term = _TERM.match(text)
        if term and text.startswith("- "):
            holder = self._holder()
            parent = (
                holder.parent or self._section
                if holder.official.startswith("term")
                else holder.notation
            )
            name = self._free(f"{parent}/{slug(term['term'])[:60] or 'term'}")
            self._item(name, f"term {term['term']}", parent, span, 2)
            self._open.append((len(self._style.levels), "", name))
            return True
        return False

    def _plain(self, span: tuple[int, int]) -> None:
        """Keep a paragraph without an enumerator: of the provision that is open, or one of its own by its place."""
        if self._style.counts_paragraphs and self._section.startswith(f"{self._style.path}/"):
            number = 1 + sum(draft.parent == self._section for draft in self.drafts.values())
            name = f"{self._section}/{number}"
            self.drafts[name] = Draft(name, f"{number}", ParagraphKind.ITEM, self._section)
            self._open = [(0, f"{number}", name)]
        if self._style.levels_of:
            if self._set_in(span, self._style.levels_of):
                return
            span = self._without_sign(span)
        self._holder().text.append(self._text.cut(*span))

    def _set_in(self, span: tuple[int, int], levels: Mapping[int, int]) -> bool:
        """Go back to the level that a paragraph is set in to; say whether it is kept as a note or a subheading."""
        text = self._said(span)
        beside = _BESIDE.match(text)
        last = 0 if _PENALTY.match(text) else 1 if beside else levels.get(self._indent)
        while last is not None and self._open and self._open[-1][0] > last:
            self._open.pop()
        if beside:
            parent = self._holder().notation
            stem = f"{parent}/{beside['kind'].lower()}"
            name = next(f"{stem}/{n}" for n in count(1) if f"{stem}/{n}" not in self.drafts)
            self._item(name, beside["mark"], parent, span, beside.end())
            self._open.append((len(self._style.levels), "", name))
            return True
        if self._indent == min(levels) and _SUBHEADING.fullmatch(text):
            self._close_subheading()
            self._subheading = self._without_sign(span)
            return True
        self._close_subheading()
        return False

    def _without_sign(self, span: tuple[int, int]) -> tuple[int, int]:
        """Return the span of a line without the sign of a list before it, which is left out."""
        if not self._said(span).startswith("* "):
            return span
        self._omit("list-sign", (span[0], span[0] + 1))
        return span[0] + 2, span[1]

    def _close_subheading(self) -> None:
        """Keep a subheading with the words of its section where no provision follows it."""
        if self._subheading:
            self.drafts[self._section].text.append(self._text.cut(*self._subheading))
        self._subheading = None

    def _candidates(self, text: str) -> list[int]:
        """Return the levels to try: ``(i)`` behind an open ``(h)`` is a letter, below another letter it is roman."""
        levels = list(range(len(self._style.levels)))
        roman = self._style.levels[-1].match(text)
        if roman is None or not _ROMAN.fullmatch(roman["step"]):
            return levels
        letters = [step for level, step, _ in self._open if level == len(levels) - 2]
        goes_on = (
            bool(letters)
            and len(roman["step"]) == 1
            and ord(roman["step"]) == ord(letters[-1][0]) + 1
        )
        return levels if not letters or goes_on else levels[::-1]

    def _item(self, name: str, official: str, parent: str, span: tuple[int, int], end: int) -> None:
        draft = Draft(
            name, official, ParagraphKind.ITEM, parent, self._text.cut(span[0], span[0] + end)
        )
        if self._subheading:
            draft.heading, draft.title = (
                self._text.cut(*self._subheading),
                self._said(self._subheading),
            )
            self._subheading = None
        text = self._said(span)
        if text[end:].strip():
            draft.text.append(self._text.cut(span[0] + end, span[1]))
        self.drafts[name] = draft
        if term := _TERM.match(text):
            self.definitions.setdefault(term["term"].strip(), name)

    def _holder(self) -> Draft:
        return self.drafts[self._open[-1][2] if self._open else self._section]

    def _said(self, span: tuple[int, int]) -> str:
        return self._text.text[slice(*span)]

    def _omit(self, kind: str, span: tuple[int, int]) -> None:
        self.omissions.append(Omission(kind=kind, passage=self._text.cut(*span)))

    def _free(self, name: str) -> str:
        free = free_path(name, self.drafts)
        if free != name:
            self.issues.append(
                Issue(where=free, kind="repeated-label", value=name.rpartition("/")[2])
            )
        return free


def _step(name: str) -> str:
    return "".join(name.split())
