"""Lists as wholes: what is held, how it is built up, what surprised us in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from graph.answers.asof import AsOf, ListState, state_of, states
from graph.answers.licensing import Requirement, requirements_of
from graph.answers.position import (
    NoteText,
    Parts,
    Position,
    code_of,
    described,
    notes,
    position,
    words,
)
from graph.errors import NotFound
from graph.ids import Item, list_iri
from graph.model.paragraph import Connective, ParagraphKind
from graph.store import GraphStore, Question


@dataclass(frozen=True, slots=True)
class SourceIssue:
    """Something irregular in a source."""

    place: str
    kind: str
    value: str


@dataclass(frozen=True, slots=True)
class NoteLine:
    """One note of a list, without its words."""

    notation: str
    annotates: str
    """Notation; empty for the whole list."""

    kind: str
    effect: str
    official: str
    parent: str
    """Notation of the note that an item belongs to; empty for a note."""

    digest: str
    printed_in: str
    """The first state that has these words, as IRIs name it."""

    connective: Connective
    """How its items combine, where its words say so."""

    at_least: int | None
    spans: str
    """Where its words stand in the document: ``start-end``, several parted by blanks."""


def held(store: GraphStore) -> tuple[tuple[ListState, dict[str, int]], ...]:
    """Return every list state that the release holds, with its number of entries by category."""
    return tuple((state, entries_of(store, state)) for state in states(store))


def entries_of(store: GraphStore, state: ListState) -> dict[str, int]:
    """Return the number of entries of one state, by category."""
    found: dict[str, int] = store.kept(("entries", state.text), lambda: _entries_of(store, state))
    return found


def _entries_of(store: GraphStore, state: ListState) -> dict[str, int]:
    rows = store.find(Question.OUTLINE_OF_STATE, state=state.text)
    above = {row["entry"]: row["parent"] for row in rows}
    found: Counter[str] = Counter()
    for row in rows:
        root = row["entry"]
        while above.get(root):
            root = above[root]
        found[root] += row["kind"].endswith("-entry")
    order = {row["entry"]: (int(row["index"]), row["entry"]) for row in rows if not row["parent"]}
    return {
        Item.of(root).notation: found[root]
        for root in sorted(order, key=order.__getitem__)
        if found[root]
    }


def positions_of(store: GraphStore, state: ListState) -> tuple[Position, ...]:
    """Return every position of one state, in the order of the document."""
    return _positions(store, state, depth=None)


def tree(
    store: GraphStore, key: str, as_of: AsOf, *, depth: int | None = None, category: str = ""
) -> tuple[ListState, tuple[Position, ...]]:
    """Return the state of a list that counts, and its positions in the order of the document.

    Args:
        store: The release to ask.
        key: List key.
        as_of: The two days.
        depth: Levels below an entry at the most; ``None`` for all.
        category: One category or other topmost position, such as ``3``; empty for all.

    Raises:
        NotFound: no such list, or no such category in it.
        NotInForce: no text at hand counts for these days.
    """
    state = state_of(store, key, as_of)
    positions = _positions(store, state, depth=depth)
    if category:
        positions = _of_category(positions, category.casefold().removeprefix("cat"))
        if not positions:
            raise NotFound(f"category of {key}", category)
    return state, positions


def counts(positions: tuple[Position, ...]) -> dict[str, int]:
    """Return the number of entries below each position that has none above it, such as ``cat0``; in their order."""
    roots = _roots(positions)
    return dict(Counter(roots[p.item.notation] for p in positions if p.kind is ParagraphKind.ENTRY))


def note_lines(store: GraphStore, state: ListState) -> tuple[NoteLine, ...]:
    """Return every note and item of a note of one state, by notation."""
    found = described(store.find(Question.NOTES_OF_STATE, state=state.text))
    return tuple(sorted(map(_note_line, found), key=lambda note: note.notation))


def translated(store: GraphStore, state: ListState, language: str) -> dict[str, tuple[str, str]]:
    """Return label and digest of each position and note in another language, by notation.

    Raises:
        NotFound: the state is not held in that language.
    """
    rows = store.find(Question.TRANSLATIONS_OF_STATE, state=state.text)
    found = {
        Item.of(row["version"]).notation: (row["label"], row["digest"])
        for row in rows
        if row["language"] == language
    }
    if not found:
        raise NotFound(f"language of {state.key}{state.day}", language)
    return found


def list_notes(store: GraphStore, state: ListState) -> tuple[NoteText, ...]:
    """Return the notes on the whole list, with their words."""
    return notes(store.find(Question.LIST_NOTES, list=list_iri(state.text_key), state=state.text))


def requirement_lines(store: GraphStore, state: ListState) -> tuple[Requirement, ...]:
    """Return every row of the licence tables of one state, by entry and row."""
    return requirements_of(store.find(Question.REQUIREMENTS_OF_STATE, state=state.text))


def issues(store: GraphStore, state: ListState) -> tuple[SourceIssue, ...]:
    """Return what is irregular in the document of one state."""
    rows = store.find(Question.ISSUES_OF_STATE, state=state.text)
    found = (SourceIssue(row["place"], row["kind"], row["value"]) for row in rows)
    return tuple(sorted(found, key=lambda issue: (issue.kind, issue.place, issue.value)))


def _positions(store: GraphStore, state: ListState, *, depth: int | None) -> tuple[Position, ...]:
    shallow = depth is not None and depth <= 0
    question = Question.HEADS_OF_STATE if shallow else Question.PARAGRAPHS_OF_STATE
    below: dict[str | None, list[Position]] = {}
    for parts in described(store.find(question, state=state.text)):
        p = position(parts)
        if depth is None or p.depth <= depth:
            below.setdefault(p.parent, []).append(p)
    return tuple(_walk(below, None))


def _of_category(positions: tuple[Position, ...], name: str) -> tuple[Position, ...]:
    """Return what stands below the topmost position of a name, else below those that begin with it."""
    roots = {
        p: root.casefold().removeprefix("cat")
        for p, root in zip(positions, _roots(positions).values(), strict=True)
    }
    named = tuple(p for p, root in roots.items() if root == name)
    return named or tuple(p for p, root in roots.items() if name and root.startswith(name))


def _roots(positions: Iterable[Position]) -> dict[str, str]:
    """Return the topmost position above each; parents stand before their children."""
    roots: dict[str, str] = {}
    for p in positions:
        roots[p.item.notation] = roots.get(p.parent or "", p.item.notation)
    return roots


def _walk(below: dict[str | None, list[Position]], parent: str | None) -> list[Position]:
    found: list[Position] = []
    for p in sorted(below.get(parent, ()), key=lambda p: (p.index, p.item.notation)):
        found.append(p)
        found += _walk(below, p.item.notation)
    return found


def _note_line(parts: Parts) -> NoteLine:
    return NoteLine(
        parts["notation"],
        Item.of(parts["noteAppliesTo"]).notation,
        code_of(parts["noteKind"]),
        code_of(parts["noteEffect"]),
        parts["officialNotation"],
        Item.of(parts["partOfNote"]).notation if "partOfNote" in parts else "",
        parts.get("wordingHash", ""),
        words(parts).printed_in,
        Connective.of(code_of(parts["childConnective"]))
        if "childConnective" in parts
        else Connective.NONE,
        int(parts["connectiveCount"]) if "connectiveCount" in parts else None,
        words(parts).spans,
    )
