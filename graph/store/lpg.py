"""Statements as a labelled property graph and back, without loss (DOMAIN.md 1.7)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256

from graph.ids import ONT
from graph.model.quad import XSD, Quad, read_term
from graph.vocabulary import TYPE

#: Properties that are lists on every node, because queries unwind them.
MANY = {"pointsTo", "codeValue", "claimCategory"}

_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
_EDGE = re.compile(r"[A-Z][A-Z0-9_]*")

Scalar = str | int | bool | date
Property = Scalar | list[Scalar]


@dataclass(slots=True)
class Node:
    """One resource: labels and properties that queries use, and every literal statement exactly."""

    uri: str
    labels: set[str] = field(default_factory=set)
    values: dict[str, set[Scalar]] = field(default_factory=dict)
    literals: set[str] = field(default_factory=set)
    """``predicate TAB literal TAB graph``."""

    def properties(self, release: str) -> dict[str, Property]:
        """Return what is written on the node: one value as itself, several as a sorted list."""
        told: dict[str, Property] = {"uri": self.uri, "release": release}
        for name, values in self.values.items():
            several = name in MANY or len(values) > 1
            told[name] = sorted(values, key=str) if several else next(iter(values))
        return told | {"_lit": list[Scalar](sorted(self.literals))}


@dataclass(slots=True)
class Edge:
    """One relationship for each subject, predicate and object, with the graphs that state it."""

    subject: str
    predicate: str
    object: str
    graphs: set[str] = field(default_factory=set)

    @property
    def key(self) -> str:
        """Identity of the statement, whichever graphs state it."""
        said = "\t".join((self.subject, self.predicate, self.object))
        return sha256(said.encode()).hexdigest()

    @property
    def type(self) -> str:
        """Type of the relationship: ``versionOf`` is ``VERSION_OF``."""
        return edge_type(self.predicate)


def project(quads: Iterable[Quad]) -> tuple[list[Node], list[Edge]]:
    """Return the nodes and relationships of some statements, in the order of their IRIs."""
    nodes: dict[str, Node] = {}
    edges: dict[tuple[str, str, str], Edge] = {}
    for quad in quads:
        node = nodes.setdefault(quad.subject, Node(quad.subject))
        if quad.datatype is not None:
            node.literals.add(f"{quad.predicate}\t{quad.term}\t{quad.graph}")
            node.values.setdefault(local_name(quad.predicate), set()).add(_native(quad))
            continue
        nodes.setdefault(quad.object, Node(quad.object))
        link = quad.subject, quad.predicate, quad.object
        edges.setdefault(link, Edge(*link)).graphs.add(quad.graph)
        if quad.predicate == TYPE and quad.object.startswith(ONT):
            node.labels.add(local_name(quad.object))
    return [nodes[uri] for uri in sorted(nodes)], [edges[link] for link in sorted(edges)]


def restore_literals(uri: str, literals: Iterable[str]) -> Iterator[Quad]:
    """Yield the literal statements of one node."""
    for told in literals:
        predicate, rest = told.split("\t", 1)
        term, graph = rest.rsplit("\t", 1)
        object_, datatype, language = read_term(term)
        yield Quad(uri, predicate, object_, graph, datatype, language)


def local_name(iri: str) -> str:
    """Return the end of an IRI as a property key or label.

    Raises:
        ValueError: it cannot be one; what becomes part of a query is letters, digits and low lines only.
    """
    name = re.split(r"[/#]", iri)[-1]
    if not _NAME.fullmatch(name):
        raise ValueError(iri)
    return name


def edge_type(predicate: str) -> str:
    """Return the type of a relationship.

    >>> edge_type("https://w3id.org/comity/ont#inListVersion")
    'IN_LIST_VERSION'
    """
    name = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", local_name(predicate)).upper()
    if not _EDGE.fullmatch(name):
        raise ValueError(predicate)
    return name


def _native(quad: Quad) -> Scalar:
    kind = (quad.datatype or "").removeprefix(XSD)
    if kind == "date":
        return date.fromisoformat(quad.object)
    if kind == "boolean":
        return quad.object == "true"
    if kind == "integer":
        return int(quad.object)
    return quad.object  # a decimal stays as written: a float would round it
