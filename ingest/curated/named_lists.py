"""Lists without a text of their own at hand: copies of another list, and lists that are only known to exist."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict

from graph.errors import BadDataFile
from graph.ids import list_iri
from graph.model.control_list import Completeness, ControlListVersion
from graph.model.quad import Quad
from graph.model.relation import Relation, RelationKind
from graph.vocabulary import cty
from ingest.curated import read_yaml, shipped
from ingest.curated.citation import cited, emit_citation
from ingest.emit.control_list import emit_list
from ingest.emit.relations import emit_relations
from ingest.emit.statements import Pen

_RELATION_OF = {
    Completeness.ADOPTED: RelationKind.ADOPTS,
    Completeness.NAMED: RelationKind.NUMBERED_LIKE,
}


class ListRelation(BaseModel):
    """What the list has of another one."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    kind: RelationKind
    list: str
    state: str = ""
    """State whose text it is, as IRIs name it (``@2021-09-09``); empty where only the numbering is known."""


class NamedList(BaseModel):
    """One state of such a list, and the document that says so."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    list: str
    jurisdiction: str
    name: str
    language: str
    citation: str
    document: str
    """Path below the folder of documents: the copy itself, or the law that names the list."""

    sha256: str
    valid_on: date
    published_on: date
    url: str
    licence: str
    completeness: Completeness
    remark: str
    relation: ListRelation
    cite: dict[str, Any]
    """Where the relation is read."""

    @property
    def version(self) -> ControlListVersion:
        """The state of the list."""
        told = self.model_dump(exclude={"list", "relation", "cite"})
        return ControlListVersion(key=self.list, title_is_free=False, **told)


def named_lists(folder: Path | None = None) -> Iterator[tuple[NamedList, str]]:
    """Yield each list of the folder, and the name of its file.

    Raises:
        BadDataFile: a file that is not named by its list, or whose relation does not fit its completeness.
    """
    for path in sorted((folder or shipped("data") / "lists").glob("*.yml")):
        told = read_yaml(path, NamedList)
        if told.list != path.stem:
            raise BadDataFile(str(path), "list", f"{told.list!r} is not the name of the file")
        if _RELATION_OF.get(told.completeness) is not told.relation.kind:
            said = ", ".join(f"{c}: {kind}" for c, kind in _RELATION_OF.items())
            raise BadDataFile(str(path), "relation.kind", f"does not fit completeness ({said})")
        if bool(told.relation.state) is not (told.completeness is Completeness.ADOPTED):
            raise BadDataFile(str(path), "relation.state", "a state is named where the text is its")
        yield told, str(path)


def emit_named_lists(graph: str, folder: Path | None = None) -> Iterator[Quad]:
    """Yield each list, its state, what it has of another list, and where that is read.

    Raises:
        BadDataFile: see `named_lists`; or a citation that lacks what its kind promises.
    """
    for told, path in named_lists(folder):
        version, relation = told.version, told.relation
        cite = cited(told.cite, path)
        yield from emit_list(version, graph)
        said = Relation(
            where="", kind=relation.kind, target_list=relation.list, target="", as_written=""
        )
        yield from emit_relations([said], version, graph)
        yield from emit_citation(version.iri, cite, graph)
        if relation.state:
            text = f"{list_iri(relation.list)}/{relation.state}"
            yield from Pen(version.iri, graph).link(cty("textOf"), text)
