"""One entry or paragraph of a list: what stands there, around it and about it, and where each line comes from."""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph.answers.asof import AsOf, Determinacy, ListState, Vintage, state_of, vintage_of
from graph.answers.licensing import (
    ExceptionText,
    Remark,
    Requirement,
    exceptions,
    remarks,
    requirements,
)
from graph.answers.position import NoteText, Pinpoint, Position, notes, pinpoint, position
from graph.errors import AmbiguousItem, NotFound
from graph.ids import Item
from graph.notation import readings
from graph.store import GraphStore, Question, Row

_NOTE = re.compile(r"\.(?=(?:note|techn|nb)\.)")


@dataclass(frozen=True, slots=True)
class TermText:
    """A defined term that is used, with its definition where the list has one."""

    label: str
    local: bool
    """Defined in the entry (single quotation marks), not for the whole list."""

    words: Pinpoint


@dataclass(frozen=True, slots=True)
class Mention:
    """One reference, outgoing."""

    as_written: str
    target: str
    """``us-ccl:3A101``, or a provision as cited."""

    kind: str
    item: Item | None
    """The position, where it exists at the same state."""


@dataclass(frozen=True, slots=True)
class CitedFrom:
    """One reference, incoming."""

    item: Item
    kind: str


@dataclass(frozen=True, slots=True)
class TableLine:
    """One row of a table."""

    table: int
    row: int
    heading: bool
    words: Pinpoint


@dataclass(frozen=True, slots=True)
class EntryAnswer:
    """What stands at one position, with everything that bears on it."""

    as_of: AsOf
    state: ListState
    vintage: Vintage
    position: Position
    ancestors: tuple[Position, ...]
    """From the category down to the paragraph above."""

    children: tuple[Position, ...]
    notes: tuple[NoteText, ...]
    """Of this position."""

    inherited_notes: tuple[NoteText, ...]
    """Of the positions above, the nearest first."""

    requirements: tuple[Requirement, ...]
    """Of the entry; for a paragraph, the rows of its entry: whether one reaches the paragraph, its scope says."""

    exceptions: tuple[ExceptionText, ...]
    remarks: tuple[Remark, ...]
    tables: tuple[TableLine, ...]
    terms: tuple[TermText, ...]
    mentions: tuple[Mention, ...]
    cited_by: tuple[CitedFrom, ...]

    @property
    def determinacy(self) -> Determinacy:
        """How sure the answer is that this is the text of the day asked for."""
        return self.vintage.determinacy


def entry(store: GraphStore, key: str, notation: str, as_of: AsOf) -> EntryAnswer:
    """Return what stands at one position of a list.

    Raises:
        UnreadableItem: ``notation`` is no spelling of one.
        AmbiguousItem: the spelling may mean several positions.
        NotFound: no such list, or no such position at the state that counts.
        NotInForce: no text of the list at hand counts for these days.
    """
    state = state_of(store, key, as_of)
    found = resolve(store, state, notation)
    above = _around(store, Question.ANCESTORS, "above", found)
    below = _around(store, Question.CHILDREN, "below", found)
    top = next((p for p in above if p.depth == 0), found)  # licence tables hang on the entry
    return EntryAnswer(
        as_of=as_of,
        state=state,
        vintage=vintage_of(store, state, found.item.notation, as_of),
        position=found,
        ancestors=tuple(sorted(above, key=lambda p: p.depth)),
        children=tuple(sorted(below, key=lambda p: (p.index, p.item.notation))),
        notes=_notes(store, found),
        inherited_notes=tuple(
            note for p in sorted(above, key=lambda p: -p.depth) for note in _notes(store, p)
        ),
        requirements=requirements(
            store.find(Question.REQUIREMENTS, version=top.version), top.item.notation
        ),
        exceptions=exceptions(
            store.find(Question.EXCEPTIONS, version=top.version),
            store.find(Question.AMOUNTS, version=top.version),
        ),
        remarks=remarks(store.find(Question.STATEMENTS, version=top.version)),
        tables=_tables(store, found),
        terms=tuple(_term(row) for row in store.find(Question.TERMS, version=found.version)),
        mentions=_mentions(store, found),
        cited_by=_cited_by(store, found),
    )


def resolve(store: GraphStore, state: ListState, text: str) -> Position:
    """Return the position that a spelling means at one state of a list; for a note, the position it annotates.

    Raises:
        UnreadableItem: no notation of the list's kind.
        AmbiguousItem: the spelling may mean several positions.
        NotFound: none of its readings exists.
    """
    tried = tuple(dict.fromkeys(_NOTE.split(notation)[0] for notation in readings(text)))
    found = []
    for notation in tried:
        version = Item(state.key, notation).version(state.day)
        found += [position(row, version) for row in store.find(Question.PARAGRAPH, version=version)]
    if len(found) > 1 and found[0].item.notation != text:
        raise AmbiguousItem(text, [str(p.item) for p in found])
    if not found:
        raise NotFound(f"position of {state.key}{state.day}", tried[0])
    return found[0]


def _around(store: GraphStore, question: Question, name: str, found: Position) -> list[Position]:
    # one row a position, each asked for by itself: a read-only store remembers those that pages share
    versions = [row[name] for row in store.find(question, version=found.version)]
    return [
        position(row, version)
        for version in versions
        for row in store.find(Question.PARAGRAPH, version=version)
    ]


def _notes(store: GraphStore, found: Position) -> tuple[NoteText, ...]:
    return notes(store.find(Question.NOTES, version=found.version))


def _tables(store: GraphStore, found: Position) -> tuple[TableLine, ...]:
    rows = store.find(Question.TABLE_ROWS, version=found.version)
    lines = (
        TableLine(int(r["table"]), int(r["index"]), r["heading"] == "true", pinpoint(r))
        for r in rows
    )
    return tuple(sorted(lines, key=lambda line: (line.table, line.row)))


def _term(row: Row) -> TermText:
    return TermText(row["label"], Item.of(row["scope"]).notation != "", pinpoint(row))


def _mentions(store: GraphStore, found: Position) -> tuple[Mention, ...]:
    rows = store.find(Question.REFERENCES, version=found.version)
    return tuple(
        sorted(
            (
                Mention(
                    row["as_written"],
                    row["target"],
                    row["kind"].rpartition("-")[2],
                    Item.of(row["entry"]) if row["entry"] else None,
                )
                for row in rows
            ),
            key=lambda mention: mention.target,
        )
    )


def _cited_by(store: GraphStore, found: Position) -> tuple[CitedFrom, ...]:
    rows = store.find(Question.CITED_BY, entry=found.item.iri)
    cited = {CitedFrom(Item.of(row["version"]), row["kind"].rpartition("-")[2]) for row in rows}
    return tuple(sorted(cited, key=lambda one: (one.item, one.kind)))
