"""Legal orders: one file each in ``data/jurisdictions``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from graph.errors import BadDataFile
from graph.ids import jurisdiction_iri
from graph.model.quad import Quad
from graph.vocabulary import NOTATION, PREF_LABEL
from ingest.curated import read_yaml, shipped
from ingest.emit.statements import Pen


class Jurisdiction(BaseModel):
    """A state, or a union with law of its own."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    notation: str
    name: dict[str, str]


def emit_jurisdictions(graph: str, folder: Path | None = None) -> Iterator[Quad]:
    """Yield every jurisdiction of the folder.

    Raises:
        BadDataFile: a file that is not named by its id.
    """
    for path in sorted((folder or shipped("data") / "jurisdictions").glob("*.yml")):
        told = read_yaml(path, Jurisdiction)
        if told.id != path.stem:
            raise BadDataFile(str(path), "id", f"{told.id!r} is not the name of the file")
        pen = Pen(jurisdiction_iri(told.id), graph)
        yield from pen.a("Jurisdiction")
        yield from pen.value(NOTATION, told.notation)
        for language, name in told.name.items():
            yield from pen.text(PREF_LABEL, name, language)
