"""A pen that writes statements about one resource into one graph."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from enum import StrEnum

from graph.model.quad import LANG_STRING, STRING, XSD, Quad
from graph.vocabulary import TYPE, code, cty

Value = str | int | bool | date | Decimal

_DATATYPES: dict[type, str] = {
    bool: f"{XSD}boolean",
    int: f"{XSD}integer",
    date: f"{XSD}date",
    Decimal: f"{XSD}decimal",
    str: STRING,
}


class Pen:
    """Write statements about ``subject`` in ``graph``; ``None`` and ``()`` write nothing."""

    __slots__ = ("graph", "subject")

    def __init__(self, subject: str, graph: str) -> None:
        self.subject, self.graph = subject, graph

    def a(self, *classes: str) -> Iterator[Quad]:
        """Say what the subject is: local names of our ontology."""
        for name in classes:
            yield Quad(self.subject, TYPE, cty(name), self.graph)

    def link(self, predicate: str, *targets: str | None) -> Iterator[Quad]:
        """Point to other resources."""
        for target in targets:
            if target is not None:
                yield Quad(self.subject, predicate, target, self.graph)

    def code(self, name: str, scheme: str, value: StrEnum | None) -> Iterator[Quad]:
        """Point to a code of one of our code lists, by a property of our ontology."""
        if value is not None:
            yield Quad(self.subject, cty(name), code(scheme, value.value), self.graph)

    def value(self, predicate: str, *values: Value | None) -> Iterator[Quad]:
        """Write literals with the datatype of their Python type; days are ISO 8601."""
        for value in values:
            if value is not None:
                yield Quad(
                    self.subject, predicate, _lexical(value), self.graph, _DATATYPES[type(value)]
                )

    def text(self, predicate: str, words: str | None, language: str) -> Iterator[Quad]:
        """Write words in a language."""
        if words:
            yield Quad(self.subject, predicate, words, self.graph, LANG_STRING, language)


def _lexical(value: Value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return format(value, "f") if isinstance(value, Decimal) else str(value)
