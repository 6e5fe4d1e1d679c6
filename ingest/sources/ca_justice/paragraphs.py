"""Paragraphs from positions: how they combine, what they are called, which remarks are about them."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace

from graph.model.paragraph import Connective, Paragraph, ParagraphKind
from graph.model.requirement import Statement
from ingest.sources.ca_justice.gathered import Gathered, Position
from ingest.sources.ca_justice.labelled import name_of
from ingest.text.tree import Draft, build_paragraphs

_CLOSED = {"and": Connective.ALL, "or": Connective.ANY}


def build(gathered: Gathered) -> tuple[Paragraph, ...]:
    """Return the positions as paragraphs; items have their names, and what only lists things is a list.

    Raises:
        UnreadableDocument: a position whose parent does not stand before it.
    """
    drafts = [_draft(position, gathered) for position in gathered.positions.values()]
    built = build_paragraphs(drafts, document=gathered.page.name, language=gathered.language)
    below: dict[str | None, list[Paragraph]] = defaultdict(list)
    for one in built:
        below[one.parent].append(one)
    return tuple(_finished(one, below[one.notation], gathered) for one in built)


def place_statements(
    gathered: Gathered, paragraphs: tuple[Paragraph, ...]
) -> tuple[Statement, ...]:
    """Return the remarks; one that ends a condition is about the thing that has the condition."""
    by_notation = {one.notation: one for one in paragraphs}
    count: Counter[str] = Counter()
    moved: list[Statement] = []
    for statement in gathered.statements:
        about = by_notation[statement.about]
        while about.kind is ParagraphKind.CONDITION and about.parent is not None:
            about = by_notation[about.parent]
        count[about.notation] += 1
        moved.append(replace(statement, about=about.notation, index=count[about.notation]))
    return tuple(moved)


def _finished(one: Paragraph, below: list[Paragraph], gathered: Gathered) -> Paragraph:
    position = gathered.positions[one.notation]
    closing = below[-2].ends_with if len(below) > 1 else None
    bound = one.connective in _CLOSED.values()
    if one.explicit and bound and closing and one.connective is not _CLOSED[closing]:
        gathered.issue(one.notation, "connective-conflict", closing)
    is_item = one.kind is ParagraphKind.ITEM
    return replace(
        one,
        connective=_connective(one, below, gathered),
        label=name_of(position, gathered) if is_item else one.label,
        text=(*one.text, *position.tail),
    )


def _connective(one: Paragraph, below: list[Paragraph], gathered: Gathered) -> Connective:
    """Return how what stands below combines where the lead-in does not say it: things are a list."""
    has_conditions = any(child.kind is ParagraphKind.CONDITION for child in below)
    if not below or (one.explicit and (one.connective, has_conditions) != (Connective.LIST, True)):
        return one.connective
    if not has_conditions:
        return Connective.LIST
    first = next((passage.wording or "" for passage in below[0].text), "")
    said = [how for opening, how in gathered.speech.openings if opening.match(first)]
    closing = below[-2].ends_with if len(below) > 1 else None
    return next(iter(said), _CLOSED.get(closing or "", one.connective))


def _draft(position: Position, gathered: Gathered) -> Draft:
    is_named = position.kind in (ParagraphKind.ENTRY, ParagraphKind.HEADING)
    return Draft(
        notation=position.notation,
        official=position.official or position.notation,
        marker=position.marker,
        text=tuple(position.text),
        kind=position.kind,
        parent=position.parent,
        title=name_of(position, gathered) if is_named else None,
    )
