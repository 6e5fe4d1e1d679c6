"""What a list says of other lists, as statements: references of a kind of their own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from graph.ids import Item, is_list_key, part_iri
from graph.model.control_list import ControlListVersion
from graph.model.quad import Quad
from graph.model.relation import Relation
from graph.vocabulary import code, cty
from ingest.emit.statements import Pen

_NOT_YET = (False,)


def emit_relations(
    relations: Iterable[Relation], version: ControlListVersion, graph: str
) -> Iterator[Quad]:
    """Yield each relation, from the position that states it, or from the state of the list as a whole."""
    numbers: dict[str, int] = {}
    for relation in sorted(relations, key=lambda one: (one.where, one.target_list, one.target)):
        number = numbers[relation.where] = numbers.get(relation.where, 0) + 1
        holder = version.iri
        if relation.where:
            holder = Item(version.key, relation.where).version(version.day)
        pen = Pen(part_iri(holder, "relation", number), graph)
        label = f"{relation.target_list}:{relation.target}".rstrip(":")
        yield from Pen(holder, graph).link(cty("hasReference"), pen.subject)
        yield from pen.a("Reference")
        yield from pen.link(cty("referenceKind"), code("ReferenceKind", relation.kind.value))
        yield from pen.value(cty("asWritten"), relation.as_written or label)
        yield from pen.value(cty("citationLabel"), label)
        # whether the other list is held, and has that position, is not known where this list is read
        yield from pen.value(cty("resolved"), *_NOT_YET)
        if is_list_key(relation.target_list):
            target = Item(relation.target_list, relation.target)
            yield from pen.link(cty("relatesTo"), target.iri)
