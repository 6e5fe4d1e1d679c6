"""The values of an extract in document order: what is of which act, and which lines are an article's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from graph.errors import UnreadableDocument, UnreadFields
from ingest.law.objects import read_object
from ingest.text.canonical import Builder, Canonical

TEXT, NOTE = "text", "amendmentNote"
_LAW = {"mst", "lawName", "promulgationDate", "competentMinistry", "articleCount", "articles"}
_ARTICLE = {
    "label", "articleNumber", "subArticleNumber", "title", "effectiveDate", NOTE, TEXT, "paragraphCount",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    """One value, or one line of the words of an article."""

    act: str
    """Name of the act; empty for what the publisher says of the extract."""

    field: str
    value: str
    start: int
    end: int


def read_lines(document: bytes, name: str) -> tuple[Canonical, list[Line]]:
    """Return the canonical text, and its lines.

    Raises:
        UnreadableDocument: not JSON of this form.
        UnreadFields: an act or an article has a field that is not known.
    """
    words, lines = Builder(), []
    for act, field, value in _values(read_object(document, name), name):
        for line in value.splitlines() if field == TEXT else [value]:
            words.gap()
            start, end = words.add(line.strip())
            if end > start:
                lines.append(Line(act, field, line.strip(), start, end))
    return words.done(), lines


def _values(told: dict[str, Any], name: str) -> Iterator[tuple[str, str, str]]:
    for field, value in told.items():
        if field != "laws":
            yield from (("", field, one) for one in _leaves(value, name))
        elif not isinstance(value, dict):
            raise UnreadableDocument(name, field, "not an object")
        else:
            for act, law in value.items():
                yield from _of_act(act, law, name)


def _of_act(act: str, law: object, name: str) -> Iterator[tuple[str, str, str]]:
    if not isinstance(law, dict) or not isinstance(law.get("articles"), list):
        raise UnreadableDocument(name, act, "not an act with a list of articles")
    _check(act, law, _LAW)
    for field, value in law.items():
        if field != "articles":
            yield from ((act, field, one) for one in _leaves(value, name))
            continue
        for number, article in enumerate(value):
            where = f"{act}, article {number}"
            if not isinstance(article, dict) or not isinstance(article.get(TEXT), str):
                raise UnreadableDocument(name, where, "not an article with words")
            _check(where, article, _ARTICLE)
            for part, said in article.items():
                yield from ((act, part, one) for one in _leaves(said, name))


def _check(where: str, record: dict[str, Any], known: set[str]) -> None:
    if record.keys() - known:
        raise UnreadFields(where, record.keys() - known)


def _leaves(value: object, name: str) -> Iterator[str]:
    if isinstance(value, dict):
        for part in value.values():
            yield from _leaves(part, name)
    elif isinstance(value, list):
        raise UnreadableDocument(name, "document", "a list where none is known")
    else:
        yield str(value)
