"""Records as lines of JSON, without wording, and back."""

from __future__ import annotations

import json
import types
from collections.abc import Iterator
from dataclasses import MISSING, Field, dataclass, fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import Any, get_args, get_origin, get_type_hints

from graph.errors import BadDataFile
from graph.model.control_list import ControlListVersion
from graph.model.document import ListDocument
from graph.model.passage import Mark, MarkKind, Passage

VERSION = "version"
REPRINTED = "reprinted"
"""Kinds of lines beside the fields of a document: the state itself, a paragraph that it prints otherwise."""

KINDS = {
    field.name: get_args(get_type_hints(ListDocument)[field.name])[0]
    for field in fields(ListDocument)
    if field.name not in {"version", "omissions"}
}

_USUAL = {"index": 1, "resolved": True, "parent": None, "annotates": None, "effect": "none"}
"""What most records have in a field without default: left out like a default."""


@dataclass(frozen=True, slots=True)
class Line:
    """One record of a list, and the states that it stands in."""

    kind: str
    record: Any
    """A record of the model; the notation itself where ``kind`` is ``reprinted``."""

    first: int | None = None
    last: int | None = None
    """Numbers of the first and last state; ``None`` where it stands in all of them."""

    @property
    def place(self) -> str:
        """Where the record stands in its list; empty for what belongs to none."""
        if isinstance(self.record, str):
            return self.record
        return getattr(self.record, _place_field(type(self.record))) or ""

    def holds(self, number: int) -> bool:
        """Say whether the record stands in a state."""
        return self.first is None or self.last is None or self.first <= number <= self.last

    def text(self) -> str:
        """Return the line, without its line feed: fields with their default or `_USUAL` value are left out."""
        told: dict[str, Any] = {"at": self.place, "is": self.kind}
        if self.first is not None:
            told["in"] = [self.first, self.last]
        if not isinstance(self.record, str):
            told |= _told(self.record)
            told.pop(_place_field(type(self.record)), None)
        return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


def read_line(text: str, file: str, where: str) -> Line:
    """Read one line back; its passages are without wording.

    Raises:
        BadDataFile: it is not as ``Line.text`` writes it.
    """
    try:
        told = json.loads(text)
        kind, place = told.pop("is"), told.pop("at")
        first, last = told.pop("in", (None, None))
        if kind == REPRINTED:
            return Line(kind, str(place), first, last)
        wanted = ControlListVersion if kind == VERSION else KINDS[kind]
        told[_place_field(wanted)] = place or None
        return Line(kind, _made(told, wanted), first, last)
    except (ValueError, KeyError, TypeError, AttributeError) as exc:
        raise BadDataFile(file, where, f"{type(exc).__name__}: {exc}") from exc


def _place_field(wanted: Any) -> str:
    """Return the name of the field that says where a record stands; it is written once, as ``at``."""
    names = _types(wanted).keys()
    return next(name for name in ("notation", "entry", "about", "where", "key") if name in names)


def _told(record: Any) -> dict[str, Any]:
    told = ((field, getattr(record, field.name)) for field in fields(record))
    return {field.name: _plain(value) for field, value in told if value != _left_out(field)}


def _left_out(field: Field[Any]) -> Any:
    """Return the value that need not be told."""
    return _USUAL.get(field.name, MISSING) if field.default is MISSING else field.default


def _plain(value: Any) -> Any:
    if isinstance(value, Passage):
        marks = "".join(f" {mark.kind}@{mark.start}-{mark.end}" for mark in value.marks)
        return f"{value.start}-{value.end} {value.digest}{marks}"
    if is_dataclass(value):
        return _told(value)
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    return str(value) if isinstance(value, date | Decimal | StrEnum) else value


@cache
def _types(wanted: type) -> dict[str, Any]:
    return get_type_hints(wanted)


def _made(told: dict[str, Any], wanted: Any) -> Any:
    hints = _types(wanted)
    told = _usual(wanted) | told
    return wanted(**{name: _read(value, hints[name]) for name, value in told.items()})


@cache
def _usual(wanted: Any) -> dict[str, Any]:
    found = ((field.name, _left_out(field)) for field in fields(wanted) if field.default is MISSING)
    return {name: value for name, value in found if value is not MISSING}


def _read(value: Any, wanted: Any) -> Any:
    if value is None:
        return None
    if isinstance(wanted, types.UnionType):
        wanted = next(part for part in get_args(wanted) if part is not types.NoneType)
    if get_origin(wanted) is tuple:
        return tuple(_read(part, get_args(wanted)[0]) for part in value)
    if wanted is Passage:
        return _passage(value)
    if is_dataclass(wanted):
        return _made(value, wanted)
    if wanted is date:
        return date.fromisoformat(value)
    return wanted(value) if issubclass(wanted, StrEnum | Decimal) else value


def _passage(text: str) -> Passage:
    span, digest, *marks = text.split(" ")
    start, _, end = span.partition("-")
    return Passage(int(start), int(end), digest, None, tuple(_marks(marks)))


def _marks(texts: list[str]) -> Iterator[Mark]:
    for text in texts:
        kind, _, span = text.partition("@")
        start, _, end = span.partition("-")
        yield Mark(int(start), int(end), MarkKind(kind))
