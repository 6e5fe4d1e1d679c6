"""Sentences of acts as statements: what each does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from graph.ids import Item, part_iri
from graph.model.control_list import ControlListVersion
from graph.model.quad import Quad
from graph.model.sentence import Sentence
from graph.vocabulary import cty
from ingest.emit.statements import Pen


def emit_sentences(
    sentences: Iterable[Sentence], version: ControlListVersion, graph: str
) -> Iterator[Quad]:
    """Yield each sentence that has a kind, below its provision."""
    for sentence in sentences:
        holder = Item(version.key, sentence.where).version(version.day)
        pen = Pen(part_iri(holder, "sentence", sentence.index), graph)
        yield from Pen(holder, graph).link(cty("hasSentence"), pen.subject)
        yield from pen.a("Sentence")
        yield from pen.code("deonticKind", "DeonticKind", sentence.kind)
        yield from pen.value(cty("index"), sentence.index)
        yield from pen.value(cty("textSpan"), f"{sentence.start}-{sentence.end}")
