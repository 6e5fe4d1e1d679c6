"""The snapshot: what our parsers read from the documents, without wording, in sorted lines of text."""

from __future__ import annotations

import json
import shutil
import types
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

from graph.errors import BadDataFile
from graph.model.control_list import ControlListVersion
from graph.model.document import ListDocument
from graph.model.passage import Mark, MarkKind, Passage

LIMIT = 1_000_000
"""Bytes that one file may have (ARCHITECTURE.md)."""

_KINDS = {
    field.name: get_args(get_type_hints(ListDocument)[field.name])[0]
    for field in fields(ListDocument)
    if field.name not in {"version", "omissions"}
}


def write_snapshot(document: ListDocument, folder: Path) -> None:
    """Replace ``folder/<list>`` by the facts of one document.

    Shape:   one file a category and one for what belongs to none; one JSON object a line, fields with their default
        left out; sorted by place, then kind. Omissions are counts of the document and stay out.
    """
    target = folder / document.version.key
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    for name, lines in sorted(_files(document).items()):
        text = "".join(f"{line}\n" for line in sorted(lines))
        if len(text.encode()) > LIMIT:
            raise BadDataFile(str(target / name), "size", f"over {LIMIT} bytes")
        (target / name).write_text(text, encoding="utf-8")


def read_snapshot(folder: Path, key: str) -> ListDocument:
    """Read the facts of one list back; every passage is without wording.

    Raises:
        BadDataFile: no snapshot of the list, or a line that is not as `write_snapshot` writes it.
    """
    found: dict[str, list[Any]] = defaultdict(list)
    version: ControlListVersion | None = None
    for path in sorted((folder / key).glob("*.jsonl")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            kind, record = _record(line, f"{path}", f"line {number}")
            if kind == "version":
                version = record
            else:
                found[kind].append(record)
    if version is None:
        raise BadDataFile(str(folder / key), "folder", "holds no snapshot of this list")
    return ListDocument(version=version, **{kind: tuple(found[kind]) for kind in _KINDS})


def _files(document: ListDocument) -> dict[str, list[str]]:
    files: dict[str, list[str]] = defaultdict(list)
    files["list.jsonl"].append(_line("version", document.version))
    for kind in _KINDS:
        for record in getattr(document, kind):
            files[f"{_category(record)}.jsonl"].append(_line(kind, record))
    return files


def _place_field(wanted: Any) -> str:
    """Return the name of the field that says where a record stands; it is written once, as ``at``."""
    names = _types(wanted).keys()
    return next(name for name in ("notation", "entry", "about", "where", "key") if name in names)


def _place(record: Any) -> str:
    return getattr(record, _place_field(type(record))) or ""


def _category(record: Any) -> str:
    place = "" if isinstance(record, ControlListVersion) else _place(record).removeprefix("cat")
    return f"cat{place[0]}" if place[:1].isdigit() else "list"


def _line(kind: str, record: Any) -> str:
    told = {"at": _place(record), "is": kind} | _told(record)
    told.pop(_place_field(type(record)), None)
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


def _told(record: Any) -> dict[str, Any]:
    return {
        field.name: _plain(value)
        for field in fields(record)
        if (value := getattr(record, field.name)) != field.default
    }


def _plain(value: Any) -> Any:
    if isinstance(value, Passage):
        marks = "".join(f" {mark.kind}@{mark.start}-{mark.end}" for mark in value.marks)
        return f"{value.start}-{value.end} {value.digest}{marks}"
    if is_dataclass(value):
        return _told(value)
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    return str(value) if isinstance(value, date | Decimal | StrEnum) else value


def _record(line: str, file: str, where: str) -> tuple[str, Any]:
    try:
        told = json.loads(line)
        kind = told.pop("is")
        wanted = ControlListVersion if kind == "version" else _KINDS[kind]
        told[_place_field(wanted)] = told.pop("at") or None
        return kind, _made(told, wanted)
    except (ValueError, KeyError, TypeError, AttributeError) as exc:
        raise BadDataFile(file, where, f"{type(exc).__name__}: {exc}") from exc


@cache
def _types(wanted: type) -> dict[str, Any]:
    return get_type_hints(wanted)


def _made(told: dict[str, Any], wanted: Any) -> Any:
    hints = _types(wanted)
    return wanted(**{name: _read(value, hints[name]) for name, value in told.items()})


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
