"""Every error this project raises on purpose.

* ComityError
  x DataError          our own curated data is wrong: stop the build
    + OverlappingDates
    + IncompleteCitation
    + BadDataFile
    + StaleSnapshot
  x SourceError        an outside source is not what we know: stop that source
    + UnknownValue
    + UnreadFields
    + UnreadableDocument
    + ChangedDocument
    + MissingDocument
    + DuplicateNotation
    + UnexpectedCount
    + LostText
    + ShapeViolation
  x QueryError         the caller asked for something that has no answer
    + UnreadableItem
    + AmbiguousItem
    + UnreadableFact
    + UnreadableDate
    + NotFound
    + NotAtHand
    + NotInForce
    + NotBuilt
    + Unreachable
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any


class ComityError(Exception):
    """Base class; a subclass keeps what it knows as attributes and builds its own message."""

    def __reduce__(self) -> tuple[Any, ...]:
        """Cross to another process whole: a reader of documents runs in one of its own."""
        return _restored, (type(self), str(self), dict(vars(self)))


def _restored(kind: type[ComityError], message: str, told: dict[str, Any]) -> ComityError:
    error = kind.__new__(kind)
    Exception.__init__(error, message)
    vars(error).update(told)
    return error


class DataError(ComityError):
    """Our own curated data is wrong."""


class OverlappingDates(DataError):
    """Two values of one history claim the same day."""

    def __init__(self, name: str, day: str) -> None:
        self.name, self.day = name, day
        super().__init__(f"{name}: two values are in force on {day}")


class IncompleteCitation(DataError):
    """A citation has not what its kind promises, or more."""

    def __init__(self, act: str, kind: str, needs: str) -> None:
        self.act, self.kind, self.needs = act, kind, needs
        super().__init__(f"{act}: a citation of kind {kind} has {needs}")


class BadDataFile(DataError):
    """A file of ours cannot be read as what it should be."""

    def __init__(self, file: str, where: str, problem: str) -> None:
        self.file, self.where, self.problem = file, where, problem
        super().__init__(f"{file}: {where}: {problem}")


class StaleSnapshot(DataError):
    """The snapshot in the repository is not what the documents give today."""

    def __init__(self, differing: Collection[str]) -> None:
        self.differing = tuple(sorted(differing))
        super().__init__(f"snapshot is stale ({', '.join(self.differing)}): run `comity snapshot`")


class SourceError(ComityError):
    """An outside source is not what we know."""


class UnknownValue(SourceError):
    """A categorical field holds a value that no lookup row covers."""

    def __init__(self, field: str, value: str, known: Collection[str]) -> None:
        self.field, self.value, self.known = field, value, tuple(sorted(known))
        super().__init__(f"{field}={value!r} is not one of {', '.join(self.known)}")


class UnreadFields(SourceError):
    """A source record holds fields that the parser neither used nor ignored."""

    def __init__(self, where: str, fields: Collection[str]) -> None:
        self.where, self.fields = where, tuple(sorted(fields))
        super().__init__(f"{where}: unread fields {', '.join(self.fields)}")


class UnreadableDocument(SourceError):
    """The bytes are not the format that the source is published in."""

    def __init__(self, document: str, where: str, problem: str) -> None:
        self.document, self.where, self.problem = document, where, problem
        super().__init__(f"{document}: {where}: {problem}")


class ChangedDocument(SourceError):
    """The bytes are not those that the parser was reviewed for."""

    def __init__(self, document: str, expected: str, found: str) -> None:
        self.document, self.expected, self.found = document, expected, found
        super().__init__(f"{document}: sha256 {found} where source.yml pins {expected}")


class MissingDocument(SourceError):
    """A document is not where it should be."""

    def __init__(self, document: str, place: str) -> None:
        self.document, self.place = document, place
        super().__init__(f"{document}: not in {place}")


class DuplicateNotation(SourceError):
    """Two records of one list claim the same notation."""

    def __init__(self, document: str, notation: str, places: Collection[str]) -> None:
        self.document, self.notation, self.places = document, notation, tuple(places)
        super().__init__(f"{document}: {notation} stands twice: {', '.join(self.places)}")


class UnexpectedCount(SourceError):
    """The source holds more or fewer records than ``source.yml`` expects."""

    def __init__(self, source: str, differing: Mapping[str, tuple[str, int]]) -> None:
        self.source, self.differing = source, dict(differing)
        said = "; ".join(
            f"{name}: expected {expected}, found {found}"
            for name, (expected, found) in sorted(self.differing.items())
        )
        super().__init__(f"{source}: {said}")


class LostText(SourceError):
    """Characters of the source are in no record, or in two."""

    def __init__(self, source: str, where: str, problem: str) -> None:
        self.source, self.where, self.problem = source, where, problem
        super().__init__(f"{source}: {where}: {problem}")


class ShapeViolation(SourceError):
    """Emitted statements break a SHACL shape."""

    def __init__(self, graph: str, count: int, first: str) -> None:
        self.graph, self.count, self.first = graph, count, first
        super().__init__(f"{graph}: {count} SHACL violations, the first: {first}")


class QueryError(ComityError):
    """The caller asked for something that has no answer."""


class UnreadableItem(QueryError):
    """A text is no item or notation of the list that it should be of."""

    def __init__(self, text: str, wanted: str) -> None:
        self.text, self.wanted = text, wanted
        super().__init__(f"{text!r} is not {wanted}")


class AmbiguousItem(QueryError):
    """A spelling may mean several notations."""

    def __init__(self, text: str, candidates: Collection[str]) -> None:
        self.text, self.candidates = text, tuple(candidates)
        super().__init__(f"{text!r} is ambiguous: {', '.join(self.candidates)}")


class UnreadableFact(QueryError):
    """What is stated about a transaction cannot be read."""

    def __init__(self, text: str, expected: str) -> None:
        self.text, self.expected = text, expected
        super().__init__(f"{text!r} cannot be read: expected {expected}")


class UnreadableDate(QueryError):
    """A text is no ISO 8601 day."""

    def __init__(self, text: str) -> None:
        self.text = text
        super().__init__(f"{text!r} is not a day such as 2026-06-24")


class NotFound(QueryError):
    """No record carries this identifier."""

    def __init__(self, kind: str, key: str) -> None:
        self.kind, self.key = kind, key
        super().__init__(f"no {kind} {key!r}")


class NotAtHand(QueryError):
    """The list is known to exist, and its items are not at hand."""

    def __init__(self, key: str, citation: str, remark: str) -> None:
        self.key, self.citation, self.remark = key, citation, remark
        super().__init__(f"{key} ({citation}): {remark}")


class NotInForce(QueryError):
    """No state of the list that we hold counts for the days asked for."""

    def __init__(self, key: str, valid: str, known: str, held: Collection[str]) -> None:
        self.key, self.valid, self.known, self.held = key, valid, known, tuple(held)
        super().__init__(
            f"{key}: no state at hand counts for valid {valid}, known {known}; "
            f"held: {', '.join(self.held)}"
        )


class NotBuilt(QueryError):
    """There is no release to ask."""

    def __init__(self, place: str) -> None:
        self.place = place
        super().__init__(f"no release in {place}: run `comity build` first")


class Unreachable(QueryError):
    """A server that was named does not answer, or something that it needs is not installed."""

    def __init__(self, server: str, problem: str) -> None:
        self.server, self.problem = server, problem
        super().__init__(f"{server}: {problem}")
