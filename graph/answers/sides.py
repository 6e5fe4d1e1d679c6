"""Positions of a list with all that bears on what they control, made ready to be compared."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from itertools import accumulate

from graph.answers.asof import ListState
from graph.answers.limits import LimitLine, limit_lines
from graph.answers.lists import NoteLine, note_lines, positions_of
from graph.answers.position import Position
from graph.ids import Item
from graph.logic.grammar import Tokens, tokens
from graph.logic.interval import Interval
from graph.logic.side import Node, Side
from graph.logic.units import exact
from graph.logic.words import Bound, Said, said
from graph.model.note import NoteKind
from graph.model.paragraph import Connective, ParagraphKind
from graph.store import GraphStore, Question

_NUMBER = re.compile(r"[-−]?\d(?:[\d.,]|\s(?=\d{3}))*(?:\s?[×x·]\s?10[⁻⁰¹²³⁴-⁹]+)?")
#: A number that goes on in a way that was not read, such as the slip "5 × 104⁻⁴".
_GOES_ON = re.compile(r"\s?[×^]\s?\d")
READ = frozenset({"en"})
"""Languages whose words are made comparable (`graph/logic/english.yml`)."""

_DECIMAL_COMMA = frozenset({"eu", "de", "no"})
_DEFINING = frozenset({NoteKind.TECHNICAL, NoteKind.DEFINITION})


@dataclass(frozen=True, slots=True)
class _Text:
    """Words of one paragraph or note, with the pieces of the document that they are made of."""

    words: str
    spans: str
    label: str
    is_read: bool


class Sides:
    """One state of a list, from which sides are made; texts are taken apart once."""

    def __init__(self, store: GraphStore, state: ListState) -> None:
        self.state = state
        self.positions = {p.item.notation: p for p in positions_of(store, state)}
        self._below: dict[str, list[Position]] = defaultdict(list)
        for p in self.positions.values():
            self._below[p.parent or ""].append(p)
        self._notes: dict[str, list[NoteLine]] = defaultdict(list)
        self._items: dict[str, list[NoteLine]] = defaultdict(list)
        for note in note_lines(store, state):
            (self._items if note.parent else self._notes)[note.parent or note.annotates].append(
                note
            )
        self._limits: dict[str, list[LimitLine]] = defaultdict(list)
        for limit in limit_lines(store, state):
            self._limits[limit.where].append(limit)
        self._texts = _texts(store, state)
        self._said: dict[str, Said] = {}
        self._definitions: dict[str, Mapping[Tokens, Tokens]] = {}

    def side(self, notation: str, *, children: bool = True) -> Side:
        """Return the side of a position; ``children`` are the things below it, conditions always count."""
        p = self.positions[notation]
        heads = tuple(self._node(q, below=False) for q in reversed(tuple(self._above(p))))
        own = self._node(p, things=children)
        side = Side(self.state.text_key, heads, own)
        unread = tuple(one.where for one in side.texts() if not self._is_read(one.where))
        return replace(side, unread=unread, definitions=self._defined(notation.partition(".")[0]))

    def said(self, notation: str, *, releasing: bool = False) -> Said:
        """Return the words of a paragraph or note, taken apart; of a releasing note, only what it releases."""
        held = self._said.get(notation)
        if held is None:
            text = self._texts.get(notation, _Text("", "", "", is_read=True))
            bounds = _bounds(text, self._limits.get(notation, ()))
            own = notation.partition(".")[0].partition("(")[0]
            comma = self.state.jurisdiction in _DECIMAL_COMMA
            words = text.words or text.label
            held = said(notation, words, bounds, own, decimal_comma=comma, releasing=releasing)
            self._said[notation] = held
        return held

    def _above(self, p: Position) -> Iterator[Position]:
        while p.depth > 0 and p.parent in self.positions:
            p = self.positions[p.parent or ""]
            yield p

    def _is_read(self, notation: str) -> bool:
        text = self._texts.get(notation)
        return text is None or (text.is_read and self.state.language in READ)

    def _node(self, p: Position, *, below: bool = True, things: bool = True) -> Node:
        kinds = {ParagraphKind.CONDITION} | ({ParagraphKind.ITEM} if things else set())
        parts = [c for c in self._below.get(p.item.notation, ()) if below and c.kind in kinds]
        about = self._notes.get(p.item.notation, ())
        return Node(
            said=self.said(p.item.notation),
            closed=p.kind is ParagraphKind.RESERVED,
            joins=p.connective,
            at_least=p.at_least,
            below=tuple(self._node(c, things=things) for c in parts),
            released=self._told(n for n in about if n.kind == NoteKind.DECONTROL),
            only=self._told(n for n in about if n.kind == NoteKind.VALIDITY),
            unsure=tuple(n.notation for n in about if self._is_unsure(n)),
        )

    def _told(self, notes: Iterable[NoteLine]) -> tuple[Node, ...]:
        return tuple(self._note(note) for note in notes if not self._is_unsure(note))

    def _is_unsure(self, note: NoteLine) -> bool:
        """Say whether a note that should narrow has no sentence that says of what."""
        narrows = note.kind in (NoteKind.DECONTROL, NoteKind.VALIDITY)
        return narrows and not self.said(note.notation, releasing=True).releases

    def _note(self, note: NoteLine) -> Node:
        items = self._items.get(note.notation, ())
        joins = Connective.ANY if note.connective is Connective.NONE else note.connective
        below = tuple(map(self._note, items))
        return Node(self.said(note.notation), joins=joins, at_least=note.at_least, below=below)

    def _defined(self, entry: str) -> Mapping[Tokens, Tokens]:
        """Return the terms that notes of an entry define, with all the words of those notes."""
        if entry not in self._definitions:
            found: dict[Tokens, Tokens] = {}
            for note in self._about(entry):
                one = self.said(note.notation)
                for term in one.local_terms:
                    found.setdefault(term, tokens(self._texts[note.notation].words))
            self._definitions[entry] = found
        return self._definitions[entry]

    def _about(self, entry: str) -> Iterator[NoteLine]:
        for annotates, notes in self._notes.items():
            if annotates == entry or annotates.startswith(f"{entry}."):
                for note in notes:
                    if note.kind in _DEFINING:
                        yield note
                        yield from self._items.get(note.notation, ())


def sides(store: GraphStore, state: ListState) -> Sides:
    """Return one state of a list, ready to be compared."""
    held: Sides = store.kept(("sides", state.text), lambda: Sides(store, state))
    return held


def _texts(store: GraphStore, state: ListState) -> dict[str, _Text]:
    places = {p.item.notation: (p.words.spans, p.words.digest) for p in positions_of(store, state)}
    places |= {n.notation: (n.spans, n.digest) for n in note_lines(store, state)}
    found = {}
    for row in store.find(Question.WORDING_OF_STATE, state=state.text):
        where = Item.of(row["version"]).notation
        spans, digest = places.get(where, ("", ""))
        is_read = bool(row["verbatim"]) or not digest
        found[where] = _Text(row["verbatim"], spans, row["label"], is_read)
    return found


def _bounds(text: _Text, limits: Iterable[LimitLine]) -> tuple[Bound, ...]:
    """Return the limits that can be computed, with their place in the words."""
    found = []
    for limit in limits:
        place, unit = (
            _place(text, limit),
            exact(limit.ucum) if limit.ucum or not limit.unit else None,
        )
        if place is None or unit is None or not limit.value or _GOES_ON.match(text.words, place[1]):
            continue
        base = Fraction(Decimal(limit.value)) * unit.factor + unit.offset
        found.append(
            Bound(
                *place,
                allowed=Interval.of(limit.comparator, base),
                kind=unit.kind,
                unit=limit.unit,
                factor=unit.factor,
                offset=unit.offset,
                parameter=limit.parameter,
                condition=limit.condition,
                alternative=limit.alternative,
            )
        )
    return tuple(sorted(found, key=lambda one: one.start))


def _place(text: _Text, limit: LimitLine) -> tuple[int, int] | None:
    """Return where a limit stands in the words of its paragraph; ``None`` where it is not found.

    Shape:   words show raised signs as such, a blank before them is gone: then the number is looked for near its place.
    """
    start, end = map(int, limit.span.split("-"))
    pieces = [tuple(map(int, piece.split("-"))) for piece in text.spans.split()]
    at = accumulate((b - a + 1 for a, b in pieces), initial=0)
    inside = (before + start - a for before, (a, b) in zip(at, pieces, strict=False) if a <= start and end <= b)  # fmt: skip
    place = next(inside, None)
    if place is None:
        return None
    moved = len(text.words) - sum(b - a for a, b in pieces) - max(len(pieces) - 1, 0)
    if not moved:
        return place, place + end - start
    shifts = range(min(0, moved), max(0, moved) + 1)
    starts = (n for shift in shifts if _NUMBER.match(text.words, n := place + shift))
    found = next((n for n in starts if n == 0 or text.words[n - 1] not in "0123456789.,"), None)
    number = _NUMBER.match(text.words, found) if found is not None else None
    return (number.start(), _end(text.words, number.end(), limit.unit)) if number else None


def _end(words: str, at: int, unit: str) -> int:
    """Return where the unit ends that stands right after a number, blanks and raised signs aside."""
    for end in range(at + 1, min(at + len(unit) + 3, len(words) + 1)):
        if unit and _bare(words[at:end]) == _bare(unit):
            return end
    return at


def _bare(text: str) -> str:
    return unicodedata.normalize("NFKC", text).replace(" ", "")
