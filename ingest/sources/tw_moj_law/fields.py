"""The fields of one act in JSON, in document order, as lines of the canonical text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from graph.errors import UnknownValue, UnreadableDocument
from ingest.law.objects import read_object
from ingest.text.canonical import Builder, Canonical

CONTENT = "法規內容"
CHAPTER, NUMBER, WORDS = "編章節", "條號", "條文內容"
FIELDS = {
    "法規性質": "front-matter", "法規名稱": "title", "英文法規名稱": "title", "中文法規名稱": "title", "法規網址": "front-matter",
    "法規類別": "front-matter", "最新異動日期": "front-matter", "最新英文異動日期": "front-matter", "生效日期": "front-matter",
    "生效內容": "front-matter", "是否英譯註記": "front-matter", "沿革內容": "history",
}  # fmt: skip
"""Fields beside the articles, to the class in which their words are left out."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a field."""

    field: str
    start: int
    end: int


def read_lines(document: bytes, name: str) -> tuple[Canonical, list[Line]]:
    """Return the canonical text, and the lines of all fields.

    Raises:
        UnreadableDocument: not JSON of this form.
        UnknownValue: a field that no row of the table covers.
    """
    words, lines = Builder(), []
    for field, said in _fields(read_object(document, name), name):
        for line in said.splitlines():
            words.gap()
            start, end = words.add(line.strip())
            if end > start:
                lines.append(Line(field, start, end))
    return words.done(), lines


def _fields(told: dict[str, Any], name: str) -> Iterator[tuple[str, str]]:
    for field, value in told.items():
        if field == CONTENT:
            yield from _content(value, name)
        elif field not in FIELDS:
            raise UnknownValue("tw.field", field, [CONTENT, *FIELDS])
        elif isinstance(value, str):
            yield field, value
        else:
            raise UnreadableDocument(name, field, "not a text")


def _content(value: object, name: str) -> Iterator[tuple[str, str]]:
    if not isinstance(value, list):
        raise UnreadableDocument(name, CONTENT, "not a list")
    for number, record in enumerate(value):
        fields = list(record) if isinstance(record, dict) else []
        if fields not in ([CHAPTER], [NUMBER, WORDS]):
            raise UnreadableDocument(
                name, f"{CONTENT} {number}", "neither a chapter nor an article"
            )
        for field, said in record.items():
            if not isinstance(said, str):
                raise UnreadableDocument(name, f"{CONTENT} {number}", f"{field} is not a text")
            yield field, said
