"""Paragraphs from drafts: order, depth, kind and connective, the same for every list."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from graph.errors import DuplicateNotation, UnreadableDocument
from graph.model.paragraph import Connective, Paragraph, ParagraphKind
from graph.model.passage import Passage
from ingest.text.label import label_of
from ingest.text.languages import LANGUAGES
from ingest.text.lead_in import LeadIn, closing, read_lead_in

_CLOSED = {"and": Connective.ALL, "or": Connective.ANY}
_ROOTS = (ParagraphKind.HEADING, ParagraphKind.ENTRY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A paragraph as a parser finds it, before its place among the others is known."""

    notation: str
    official: str
    marker: Passage | None
    text: tuple[Passage, ...]
    kind: ParagraphKind | None = None
    """Given for a heading, an entry and a placeholder that the words do not show."""

    parent: str | None = None
    """Given where it is not the notation cut at its last dot."""

    title: str | None = None
    """Name that may be kept without the document; a heading and an entry have one."""

    @property
    def words(self) -> str:
        """Its own words."""
        return " ".join(passage.wording or "" for passage in self.text)


def build_paragraphs(
    drafts: Sequence[Draft], *, document: str, language: str = "en"
) -> tuple[Paragraph, ...]:
    """Return the paragraphs of drafts that stand in document order, a parent before its children.

    Args:
        drafts: the paragraphs of one list.
        document: name of the document, for errors.
        language: key of `LANGUAGES`: how its words combine, close, reserve and name.

    Raises:
        DuplicateNotation: a notation stands twice.
        UnreadableDocument: a paragraph whose parent does not stand before it.
    """
    tree = _Tree(document, language)
    for draft in drafts:
        tree.add(draft)
    built: dict[str, Paragraph] = {}
    for draft in drafts:
        built[draft.notation] = tree.paragraph(draft, built)
    return tuple(built.values())


class _Tree:
    """The drafts by notation and by parent."""

    def __init__(self, document: str, language: str) -> None:
        self._document = document
        self._language = language
        self._reserved = LANGUAGES[language].reserved
        self._drafts: dict[str, Draft] = {}
        self._parents: dict[str, str | None] = {}
        self._children: dict[str | None, list[Draft]] = defaultdict(list)
        self._index: dict[str, int] = {}
        self._leads: dict[str, LeadIn | None] = {}

    def add(self, draft: Draft) -> None:
        notation = draft.notation
        if notation in self._drafts:
            places = (_place(self._drafts[notation]), _place(draft))
            raise DuplicateNotation(self._document, notation, places)
        parent = draft.parent or notation.rpartition(".")[0] or None
        if parent not in self._drafts and not (parent is None and draft.kind in _ROOTS):
            raise UnreadableDocument(self._document, notation, f"no {parent} stands before it")
        self._drafts[notation] = draft
        self._parents[notation] = parent
        self._children[parent].append(draft)
        self._index[notation] = len(self._children[parent])
        self._leads[notation] = read_lead_in(draft.words, self._language)

    def paragraph(self, draft: Draft, built: dict[str, Paragraph]) -> Paragraph:
        parent = self._parents[draft.notation]
        above = built[parent] if parent is not None else None
        kind = self._kind(draft, above)
        lead = self._lead(draft)
        return Paragraph(
            notation=draft.notation,
            official=draft.official,
            parent=parent,
            kind=kind,
            index=self._index[draft.notation],
            depth=self._depth(draft, kind, above),
            connective=lead.connective,
            at_least=lead.at_least,
            explicit=lead.explicit,
            ends_with=closing(draft.words, self._language),
            label=self._label(draft, kind),
            marker=draft.marker,
            text=draft.text,
        )

    def _kind(self, draft: Draft, above: Paragraph | None) -> ParagraphKind:
        if draft.kind is not None:
            return draft.kind
        if self._reserved.fullmatch(draft.words):
            return ParagraphKind.RESERVED
        if above is not None and above.kind is ParagraphKind.CONDITION:
            return ParagraphKind.CONDITION
        lead = self._leads[above.notation] if above is not None else None
        return ParagraphKind.CONDITION if lead and lead.conditions else ParagraphKind.ITEM

    def _lead(self, draft: Draft) -> LeadIn:
        children = self._children.get(draft.notation)
        if not children:
            return LeadIn(Connective.NONE, None, explicit=False, conditions=False)
        given = self._leads[draft.notation]
        if given is not None:
            return given
        closed = self._closed(children)
        if not draft.words and closed != "and":
            closed = None  # a mere number groups: only "and" binds what it groups
        connective = _CLOSED[closed] if closed else Connective.LIST
        return LeadIn(connective, None, explicit=False, conditions=False)

    def _closed(self, children: list[Draft]) -> str | None:
        """Return how the last but one of some siblings closes, with the last words below it."""
        if len(children) < 2:
            return None
        last = children[-2]
        while below := self._children.get(last.notation):
            last = below[-1]
        return closing(last.words, self._language)

    def _depth(self, draft: Draft, kind: ParagraphKind, above: Paragraph | None) -> int:
        if kind is ParagraphKind.ENTRY:
            return 0
        if kind is not ParagraphKind.HEADING:
            return max(1, above.depth + 1) if above is not None else 1
        below = self._children.get(draft.notation, [])
        heads = any(child.kind is ParagraphKind.HEADING for child in below)
        return -2 if above is None or heads else -1

    def _label(self, draft: Draft, kind: ParagraphKind) -> str | None:
        if draft.title is not None or kind is not ParagraphKind.ITEM:
            return draft.title
        return label_of(draft.words, self._language)


def _place(draft: Draft) -> str:
    first = draft.marker or next(iter(draft.text), None)
    return f"character {first.start}" if first else "no words"
