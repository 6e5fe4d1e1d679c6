"""One position of a list as an answer shows it, each text with its pinpoint."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from graph.ids import CODE, Item
from graph.model.note import NoteEffect, NoteKind
from graph.model.paragraph import Connective, ParagraphKind
from graph.store import Row


@dataclass(frozen=True, slots=True)
class Pinpoint:
    """Where words stand, which words they are, and the words where the document is at hand."""

    digest: str
    """First 12 hex digits of the sha256 of the wording; empty where the position has no words of its own."""

    spans: str
    """``start-end`` in the document's canonical text, several parted by blanks."""

    quote: str | None
    """The words; ``None`` in a release that was built from the snapshot."""


@dataclass(frozen=True, slots=True)
class Position:
    """One paragraph at one state of its list."""

    item: Item
    version: str
    parent: str | None
    """Notation of the position above."""

    kind: ParagraphKind
    index: int
    depth: int
    connective: Connective
    at_least: int | None
    stated: bool
    ends_with: str | None
    official: str
    label: str | None
    words: Pinpoint


@dataclass(frozen=True, slots=True)
class NoteText:
    """One note with its numbered items."""

    notation: str
    kind: NoteKind
    effect: NoteEffect
    on_requirement: bool
    official: str
    index: int
    words: Pinpoint
    items: tuple[NoteText, ...] = ()


def position(row: Row, version: str) -> Position:
    """Read one row of the questions that give paragraphs."""
    return Position(
        item=Item.of(row["entry"]),
        version=version,
        parent=Item.of(row["parent"]).notation if row["parent"] else None,
        kind=ParagraphKind(code_of(row["kind"])),
        index=int(row["index"]),
        depth=int(row["depth"]),
        connective=Connective.of(code_of(row["connective"])),
        at_least=int(row["connective_count"]) if row["connective_count"] else None,
        stated=row["connective_stated"] == "true",
        ends_with=row["ends_with"] or None,
        official=row["official"],
        label=row["label"] or None,
        words=pinpoint(row),
    )


def pinpoint(row: Row) -> Pinpoint:
    """Read where the words of a row stand; questions without wording give no quote."""
    return Pinpoint(row["digest"], row["span"], row.get("verbatim") or None)


def notes(rows: Iterable[Row]) -> tuple[NoteText, ...]:
    """Read the notes of one paragraph, items below the note that they belong to."""
    found = list(rows)
    return tuple(_note(row, found) for row in _ordered(found, ""))


def code_of(iri: str) -> str:
    """Return a code's own name: ``code:NoteKind-nota-bene`` is ``nota bene``."""
    return iri.removeprefix(CODE).partition("-")[2].replace("-", " ")


def _ordered(rows: list[Row], whole: str) -> list[Row]:
    below = (row for row in rows if row["whole"] == whole)
    return sorted(
        below, key=lambda row: (int(row["span"].partition("-")[0] or 0), int(row["index"]))
    )


def _note(row: Row, rows: list[Row]) -> NoteText:
    return NoteText(
        notation=row["notation"],
        kind=NoteKind(code_of(row["kind"])),
        effect=NoteEffect(code_of(row["effect"])),
        on_requirement=row["on_requirement"] == "true",
        official=row["official"],
        index=int(row["index"]),
        words=pinpoint(row),
        items=tuple(_note(below, rows) for below in _ordered(rows, row["note"])),
    )
