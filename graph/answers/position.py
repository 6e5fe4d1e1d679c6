"""One position of a list as an answer shows it, each text with its pinpoint."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph.ids import CODE, Item
from graph.model.note import NoteEffect, NoteKind
from graph.model.paragraph import Connective, ParagraphKind
from graph.store import Row
from graph.vocabulary import term_name

_DAY = re.compile(r"(?<=/)@[^/]+")

Parts = Mapping[str, str]
"""Local name of a property to its value; the version itself as ``version``."""


@dataclass(frozen=True, slots=True)
class Pinpoint:
    """Where words stand, which words they are, and the words where the document is at hand."""

    digest: str
    """First 12 hex digits of the sha256 of the wording; empty where the position has no words of its own."""

    spans: str
    """``start-end`` in the document's canonical text, several parted by blanks."""

    quote: str | None
    """The words; ``None`` in a release that was built from the snapshot."""

    printed_in: str
    """The state whose document is meant, as IRIs name it: the first that has these words."""


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


def described(rows: Iterable[Row]) -> tuple[Parts, ...]:
    """Put the rows of one resource each, one row a property, together."""
    found: dict[str, dict[str, str]] = {}
    for row in rows:
        version = row["version"]
        found.setdefault(version, {"version": version})[term_name(row["part"])] = row["value"]
    return tuple(found.values())


def position(parts: Parts) -> Position:
    """Read one paragraph."""
    return Position(
        item=Item.of(parts["version"]),
        version=parts["version"],
        parent=Item.of(parts["parent"]).notation if "parent" in parts else None,
        kind=ParagraphKind(code_of(parts["paragraphKind"])),
        index=int(parts["index"]),
        depth=int(parts["depth"]),
        connective=Connective.of(code_of(parts["childConnective"])),
        at_least=int(parts["connectiveCount"]) if "connectiveCount" in parts else None,
        stated=parts["connectiveStated"] == "true",
        ends_with=parts.get("endsWith"),
        official=parts["officialNotation"],
        label=parts.get("label"),
        words=words(parts),
    )


def pinpoint(row: Row, resource: str) -> Pinpoint:
    """Read where the words of a row about a resource stand; questions without wording give no quote."""
    return Pinpoint(row["digest"], row["span"], row.get("verbatim") or None, _day(resource))


def notes(rows: Iterable[Row]) -> tuple[NoteText, ...]:
    """Read the notes of one paragraph or list, items below the note that they belong to."""
    found = described(rows)
    return tuple(_note(parts, found) for parts in _ordered(found, None))


def code_of(iri: str) -> str:
    """Return a code's own name: ``code:NoteKind-nota-bene`` is ``nota bene``."""
    return iri.removeprefix(CODE).partition("-")[2].replace("-", " ")


def words(parts: Parts) -> Pinpoint:
    """Read where the words of one resource stand."""
    return Pinpoint(
        parts.get("wordingHash", ""),
        parts.get("textSpan", ""),
        parts.get("verbatim") or None,
        _day(parts.get("version", "")),
    )


def _day(iri: str) -> str:
    found = _DAY.search(iri)
    return found[0] if found else ""


def _ordered(found: Iterable[Parts], whole: str | None) -> list[Parts]:
    below = (parts for parts in found if parts.get("partOfNote") == whole)
    return sorted(below, key=lambda parts: (_start(parts), int(parts["index"])))


def _start(parts: Parts) -> int:
    return int(parts.get("textSpan", "0").partition("-")[0])


def _note(parts: Parts, found: Iterable[Parts]) -> NoteText:
    return NoteText(
        notation=parts["notation"],
        kind=NoteKind(code_of(parts["noteKind"])),
        effect=NoteEffect(code_of(parts["noteEffect"])),
        on_requirement=parts["onRequirement"] == "true",
        official=parts["officialNotation"],
        index=int(parts["index"]),
        words=words(parts),
        items=tuple(_note(below, found) for below in _ordered(found, parts["version"])),
    )
