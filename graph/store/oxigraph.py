"""The embedded store: Oxigraph on disk or in memory."""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Self

from pyoxigraph import Literal, NamedNode, QuerySolutions, RdfFormat, Store
from pyoxigraph import Quad as Statement

from graph.errors import UnreadableItem
from graph.model.quad import Quad
from graph.store import Question, Row, sorted_rows

Asked = tuple[Question, tuple[tuple[str, str], ...]]

_IRI = re.compile(r"[a-z]+:[^<>\"{}|\\^`\s]*")

REMEMBERED = 10_000
"""Answers of a read-only store that are kept: positions of one entry share most of theirs."""


class OxigraphStore:
    """Keep statements in Oxigraph; every query sees the union of the named graphs."""

    def __init__(self, store: Store, *, remember: int = 0) -> None:
        self._store = store
        self._remember = remember
        self._answers: OrderedDict[Asked, tuple[Row, ...]] = OrderedDict()
        self._derived: dict[Hashable, Any] = {}

    @classmethod
    def at(cls, folder: Path) -> Self:
        """Open or make a store that can be written."""
        return cls(Store(str(folder)))

    @classmethod
    def read_only(cls, folder: Path) -> Self:
        """Open a store that `comity build` has written; as nothing changes in it, answers are remembered."""
        return cls(Store.read_only(str(folder)), remember=REMEMBERED)

    @classmethod
    def in_memory(cls) -> Self:
        """Make a store that nobody else sees and that goes with the process."""
        return cls(Store())

    def load(self, quads: Iterable[Quad]) -> None:
        """Write statements; the same statement twice is stored once."""
        self._store.bulk_extend(_statement(quad) for quad in quads)
        self._store.flush()

    def load_files(self, graphs: Mapping[str, Path]) -> None:
        """Write files of N-Triples, each into the graph that it is given for, and flush to disk."""
        for graph, path in sorted(graphs.items()):
            self._store.bulk_load(
                path=str(path), format=RdfFormat.N_TRIPLES, to_graph=NamedNode(graph), lenient=True
            )
        self._store.flush()
        self._store.optimize()

    def find(self, question: Question, **given: str) -> tuple[Row, ...]:
        """Return the distinct rows that answer one catalogue question, sorted."""
        asked = question, tuple(sorted(given.items()))
        rows = self._answers.pop(asked, None)
        if rows is None:
            rows = self._find(question, given)
        if self._remember:
            self._answers[asked] = rows
            if len(self._answers) > self._remember:
                self._answers.popitem(last=False)
        return rows

    def kept(self, key: Hashable, make: Callable[[], Any]) -> Any:
        """Return what ``make`` derives from rows: from a read-only store, made once."""
        if not self._remember:
            return make()
        if key not in self._derived:
            self._derived[key] = make()
        return self._derived[key]

    def _find(self, question: Question, given: Mapping[str, str]) -> tuple[Row, ...]:
        text = _asked(question.text("rq"), given)
        solutions = self._store.query(text, use_default_graph_as_union=True)
        assert isinstance(solutions, QuerySolutions)  # noqa: S101  the catalogue holds SELECT only
        names = [variable.value for variable in solutions.variables]
        return sorted_rows(dict(zip(names, map(_text, s), strict=True)) for s in solutions)

    def quads(self) -> Iterator[Quad]:
        """Yield every statement that is held, in no set order."""
        for statement in self._store:
            yield _quad(statement)

    def __len__(self) -> int:
        return len(self._store)


def _asked(text: str, given: Mapping[str, str]) -> str:
    """Write what is given into a query: the optimiser must see it, which it does not with substitutions (150 ms, not 1)."""
    template = _template(text, tuple(given))
    for iri in given.values():
        if not _IRI.fullmatch(iri):
            raise UnreadableItem(iri, "an IRI")
    return template % {name: f"<{iri}>" for name, iri in given.items()}


@cache
def _template(text: str, names: tuple[str, ...]) -> str:
    select, where, rest = text.replace("%", "%%").partition(" WHERE ")
    for name in names:
        variable = re.compile(rf"\?{name}\b")
        select, rest = variable.sub("", select), variable.sub(f"%({name})s", rest)
    return f"{select}{where}{rest}"


def _statement(quad: Quad) -> Statement:
    object_: NamedNode | Literal
    if quad.datatype is None:
        object_ = NamedNode(quad.object)
    elif quad.language:
        object_ = Literal(quad.object, language=quad.language)
    else:
        object_ = Literal(quad.object, datatype=NamedNode(quad.datatype))
    return Statement(
        NamedNode(quad.subject), NamedNode(quad.predicate), object_, NamedNode(quad.graph)
    )


def _quad(statement: Statement) -> Quad:
    # no blank nodes, quoted triples or default graph are ever written: each term has a value
    subject, predicate, object_, graph = statement
    literal = isinstance(object_, Literal)
    return Quad(
        subject.value,
        predicate.value,
        object_.value,
        graph.value,
        object_.datatype.value if literal else None,
        object_.language or "" if literal else "",
    )


def _text(term: object) -> str:
    return term.value if isinstance(term, (NamedNode, Literal)) else ""
