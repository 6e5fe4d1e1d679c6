"""What stands where in two columns: rows of a side-by-side page, by letter only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from graph.answers.entries import EntryAnswer
from graph.answers.position import NoteText, Pinpoint, Position
from graph.model.paragraph import ParagraphKind


@dataclass(frozen=True, slots=True)
class Row:
    """What two positions have below the same letter; nothing says that the two correspond."""

    letter: str
    left: Position | None
    right: Position | None


def by_letter(left: EntryAnswer, right: EntryAnswer) -> tuple[Row, ...]:
    """Return the paragraphs below two positions, those of one letter in one row, in the order of the lists."""
    sides = [
        {p.item.notation.removeprefix(side.position.item.notation): p for p in side.children}
        for side in (left, right)
    ]
    places = {letter: p.index for side in reversed(sides) for letter, p in side.items()}
    letters = sorted(places, key=lambda letter: (places[letter], letter))
    return tuple(Row(letter, sides[0].get(letter), sides[1].get(letter)) for letter in letters)


def digests(answer: EntryAnswer) -> frozenset[str]:
    """Return the digests of all words that stand in an answer: equal ones mean equal characters."""
    words = [answer.position.words, *(p.words for p in answer.children), *_of(answer.notes)]
    return frozenset(pin.digest for pin in words if pin.digest)


def entries_below(positions: Iterable[Position]) -> Counter[str | None]:
    """Return the number of entries below each heading, by its notation."""
    held = {p.item.notation: p for p in positions}
    found: Counter[str | None] = Counter()
    for p in held.values():
        above = p.parent if p.kind is ParagraphKind.ENTRY else None
        while above is not None:
            found[above] += 1
            above = held[above].parent if above in held else None
    return found


def _of(notes: Iterable[NoteText]) -> list[Pinpoint]:
    return [pin for note in notes for pin in (note.words, *_of(note.items))]
