"""Known later changes of lists whose text is not at hand: what makes a text superseded."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from graph.errors import BadDataFile
from graph.ids import ID, Item, list_iri
from graph.model.event import EventKind
from graph.model.quad import Quad
from graph.vocabulary import cty
from ingest.curated import read_yaml, shipped
from ingest.curated.citation import cited, emit_citation
from ingest.emit.statements import Pen


class Update(BaseModel):
    """One change: when it takes effect, since when it is public, which entries it touches."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    effective: date
    published: date
    entries: tuple[str, ...]
    """Entries that it changes; empty where that was not established."""

    citation: str
    cite: dict[str, str | date]


class ListUpdates(BaseModel):
    """The known later changes of one list."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    list: str
    updates: tuple[Update, ...]


def emit_list_updates(graph: str, folder: Path | None = None) -> Iterator[Quad]:
    """Yield each change as a status event of the entries, or of the list where none is named.

    Raises:
        BadDataFile: a file that is not named by its list, or a citation that lacks what its kind promises.
    """
    for path in sorted((folder or shipped("data") / "list_updates").glob("*.yml")):
        told = read_yaml(path, ListUpdates)
        if told.list != path.stem:
            raise BadDataFile(str(path), "list", f"{told.list!r} is not the name of the file")
        for number, update in enumerate(told.updates):
            yield from _event(update, told.list, f"{path}: updates.{number}", graph)


def _event(update: Update, key: str, where: str, graph: str) -> Iterator[Quad]:
    cite = cited(update.cite, where)
    jurisdiction = key.partition("-")[0]
    pen = Pen(f"{ID}event/{jurisdiction}/{update.id}/1", graph)
    yield from pen.a("StatusEvent")
    yield from pen.code("eventKind", "EventKind", EventKind.AMENDMENT)
    yield from pen.value(cty("eventDate"), update.effective)
    yield from pen.value(cty("publishedOn"), update.published)
    yield from pen.value(cty("citationLabel"), update.citation)
    targets = [Item(key, entry).iri for entry in update.entries] or [list_iri(key)]
    yield from pen.link(cty("affects"), *targets)
    yield from emit_citation(pen.subject, cite, graph)
