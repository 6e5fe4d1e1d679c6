"""What is gathered from one document before its paragraphs are built."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from graph.model.document import Issue, Omission
from graph.model.paragraph import Connective, ParagraphKind
from graph.model.passage import Passage
from graph.model.requirement import Statement, TableRow
from ingest.sources.jp_egov.lines import Parts
from ingest.text.languages import LANGUAGES
from ingest.text.lead_in import read_lead_in
from ingest.text.tree import Draft

LANGUAGE = "ja"


@dataclass(slots=True)
class Gathered:
    """Records of one document, in document order."""

    name: str
    """Of the document, for errors."""

    parts: Parts
    drafts: list[Draft] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    tables: list[TableRow] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    omissions: list[Omission] = field(default_factory=list)

    def cut(self, start: int, end: int) -> Passage | None:
        """Return the passage of a span; ``None`` where only blanks are in it."""
        canonical = self.parts.canonical
        return canonical.cut(start, end) if canonical.text[start:end].strip() else None

    def leave_out(self, kind: str, start: int, end: int) -> None:
        """Keep a span as left out; a blank one is nothing."""
        passage = self.cut(start, end)
        if passage is not None:
            self.omissions.append(Omission(kind=kind, passage=passage))

    def note(self, where: str, kind: str, value: str) -> None:
        """Keep what surprised us."""
        self.issues.append(Issue(where=where, kind=kind, value=value))

    def extend_last(self, passage: Passage) -> None:
        """Add words to the paragraph that was found last."""
        last = self.drafts[-1]
        self.drafts[-1] = replace(last, text=(*last.text, passage))


def kind_below(words: str, above: Draft) -> ParagraphKind:
    """Return what a paragraph is, from its words and the lead-in above.

    "To which any of the following applies" stands before things and before properties alike: what begins with the
    name of a thing is one.
    """
    if LANGUAGES[LANGUAGE].reserved.fullmatch(words):
        return ParagraphKind.RESERVED
    if above.kind is ParagraphKind.CONDITION:
        return ParagraphKind.CONDITION
    lead = read_lead_in(above.words, LANGUAGE)
    if lead is None or not lead.conditions:
        return ParagraphKind.ITEM
    of_things = lead.connective is Connective.ANY and _OF_THINGS.search(above.words)
    return ParagraphKind.ITEM if of_things and _names_a_thing(words) else ParagraphKind.CONDITION


_OF_THINGS = re.compile(r"いずれかに(?:該当|掲げ)")


def _names_a_thing(words: str) -> bool:
    """Say whether words begin with a noun phrase, however long."""
    labels = LANGUAGES[LANGUAGE].labels
    if labels is None or labels.condition.match(words):
        return False
    cuts = [
        found.start() for cut in (labels.stop, labels.qualifier) if (found := cut.search(words))
    ]
    return not labels.broken.search(words[: min(cuts, default=len(words))])
