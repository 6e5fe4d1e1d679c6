"""Limits as threshold atoms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from graph.ids import Item, part_iri
from graph.model.control_list import ControlListVersion
from graph.model.limit import Limit
from graph.model.quad import Quad
from graph.vocabulary import code, cty
from ingest.emit.statements import Pen
from ingest.text.limits.units import ucum

_QUDT = "http://qudt.org/schema/qudt/"


def emit_limits(limits: Iterable[Limit], version: ControlListVersion, graph: str) -> Iterator[Quad]:
    """Yield each limit below the paragraph or note that states it."""
    for limit in limits:
        holder = Item(version.key, limit.where).version(version.day)
        pen = Pen(part_iri(holder, "limit", limit.index), graph)
        yield from Pen(holder, graph).link(cty("hasThreshold"), pen.subject)
        yield from pen.a("ThresholdAtom")
        yield from pen.value(cty("index"), limit.index)
        yield from pen.value(cty("parameterPhrase"), limit.parameter or None)
        yield from pen.link(cty("comparator"), code("Comparator", limit.comparator.code))
        yield from pen.value(f"{_QUDT}numericValue", limit.value)
        yield from pen.value(cty("unitWritten"), limit.unit or None)
        yield from pen.value(cty("ucumCode"), ucum(limit.unit, limit.parameter) or None)
        yield from pen.value(cty("conditionPhrase"), limit.condition or None)
        yield from pen.value(cty("inSecondUnit"), limit.alternative)
        yield from pen.value(cty("textSpan"), f"{limit.start}-{limit.end}")
