"""One entry or paragraph of a list: what stands there, around it and about it, and where each line comes from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from graph.answers.asof import (
    AsOf,
    Determinacy,
    ListState,
    Vintage,
    acts,
    state_of,
    states,
    vintage_of,
)
from graph.answers.licensing import (
    ExceptionText,
    Remark,
    Requirement,
    TableLine,
    attached,
    exceptions,
    remarks,
    requirements,
    tables,
)
from graph.answers.position import (
    NoteText,
    Pinpoint,
    Position,
    described,
    notes,
    pinpoint,
    position,
    words,
)
from graph.answers.resolve import at, resolve
from graph.ids import Item, is_act_key
from graph.store import GraphStore, Question
from graph.vocabulary import term_name


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
class Translated:
    """The words of a position in another language."""

    language: str
    label: str | None
    words: Pinpoint


@dataclass(frozen=True, slots=True)
class EntryAnswer:
    """What stands at one position, with everything that bears on it."""

    as_of: AsOf
    state: ListState
    vintage: Vintage
    printed: ListState
    """The first state that has these words: pinpoint and quotation are of its document."""

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
    translations: tuple[Translated, ...]
    """The words of the position in other languages, as the list's own documents give them."""

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
    above = _above(store, state, found)
    below = store.find(Question.CHILDREN, entry=found.item.iri, state=state.text)
    top = next((p for p in above if p.depth == 0), found)  # licence tables hang on the entry
    licensing = attached(store, top.version)
    return EntryAnswer(
        as_of=as_of,
        state=state,
        vintage=vintage_of(store, state, found.item.notation, as_of),
        printed=_printed(store, state, found),
        position=found,
        ancestors=above[::-1],
        children=tuple(
            sorted(map(position, described(below)), key=lambda p: (p.index, p.item.notation))
        ),
        notes=_notes(store, state, found),
        inherited_notes=tuple(note for p in above for note in _notes(store, state, p)),
        requirements=requirements(licensing, top.item.notation),
        exceptions=exceptions(store, licensing, top.version),
        remarks=remarks(licensing),
        tables=tables(licensing if top is found else attached(store, found.version)),
        terms=_terms(store, state, found),
        translations=_translations(store, found),
        mentions=_mentions(store, found),
        cited_by=_cited_by(store, found),
    )


def _printed(store: GraphStore, state: ListState, found: Position) -> ListState:
    day = found.words.printed_in
    held = acts(store) if is_act_key(state.key) else states(store)
    return next((s for s in held if s.key == state.text_key and s.day == day), state)


def _above(store: GraphStore, state: ListState, found: Position) -> tuple[Position, ...]:
    """Return the positions above one, the nearest first; a read-only store remembers those that pages share."""
    above: list[Position] = []
    while found.parent is not None:
        found = at(store, state, Item(found.item.list, found.parent))[0]
        above.append(found)
    return tuple(above)


def _notes(store: GraphStore, state: ListState, found: Position) -> tuple[NoteText, ...]:
    return notes(store.find(Question.NOTES, entry=found.item.iri, state=state.text))


def _terms(store: GraphStore, state: ListState, found: Position) -> tuple[TermText, ...]:
    """Return the terms that a position uses, each with the definition that the state has."""
    told: dict[str, dict[str, set[str]]] = {}
    held: dict[str, str] = {}
    for row in store.find(Question.TERMS, version=found.version):
        parts = told.setdefault(row["resource"], {"version": {row["resource"]}})
        parts.setdefault(term_name(row["part"]), set()).add(row["value"])
        if row["resource"] != row["term"] and row["value"] == state.text:
            held[row["term"]] = row["resource"]
    terms = (
        parts | told.get(held.get(iri, ""), {})
        for iri, parts in told.items()
        if "termScope" in parts
    )
    return tuple(map(_term, terms))


def _term(parts: Mapping[str, set[str]]) -> TermText:
    one = {name: min(values) for name, values in parts.items()}
    local = Item.of(one["termScope"]).notation != ""
    return TermText(one["prefLabel"], local, words(one))


def _translations(store: GraphStore, found: Position) -> tuple[Translated, ...]:
    rows = store.find(Question.TRANSLATIONS, version=found.version)
    return tuple(
        Translated(row["language"], row["label"] or None, pinpoint(row, row["translation"]))
        for row in sorted(rows, key=lambda row: row["language"])
    )


def _mentions(store: GraphStore, found: Position) -> tuple[Mention, ...]:
    rows = store.find(Question.REFERENCES, version=found.version)
    return tuple(
        sorted(
            (
                Mention(
                    row["as_written"],
                    row["target"],
                    row["kind"].rpartition("-")[2],
                    _item(row["entry"] or row["related"]),
                )
                for row in rows
            ),
            key=lambda mention: mention.target,
        )
    )


def _item(iri: str) -> Item | None:
    item = Item.of(iri) if iri else None
    return item if item is not None and item.notation else None


def _cited_by(store: GraphStore, found: Position) -> tuple[CitedFrom, ...]:
    rows = store.find(Question.CITED_BY, entry=found.item.iri)
    cited = {CitedFrom(Item.of(row["version"]), row["kind"].rpartition("-")[2]) for row in rows}
    return tuple(sorted(cited, key=lambda one: (one.item, one.kind)))
