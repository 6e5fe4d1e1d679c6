"""The graph about graphs: kinds, documents and hashes. It says nothing of the run: no time, no machine."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from graph.ids import META
from graph.model.control_list import ControlListVersion
from graph.model.quad import Quad
from graph.vocabulary import DCTERMS, HAD_MEMBER, cty
from ingest.emit.statements import Pen


@dataclass(frozen=True, slots=True)
class Made:
    """One graph that a build made; flat, because the cache of steps keeps it as JSON."""

    iri: str
    kind: str
    """Class of the graph: ``SourceGraph``, ``WordingGraph``, ``CuratedGraph``."""

    file: str
    """Name in the folder of graphs."""

    describes: str | None = None
    """IRI of the list state that a source or wording graph gives."""

    published_on: str | None = None
    document: str | None = None
    sha256: str | None = None
    licence: str | None = None


def made_from(iri: str, kind: str, file: str, version: ControlListVersion) -> Made:
    """Return what is to be said of a graph that one document gave."""
    published = version.published_on.isoformat()
    return Made(
        iri, kind, file, version.iri, published, version.document, version.sha256, version.licence
    )


def emit_meta(release: str, graphs: Iterable[Made]) -> Iterator[Quad]:
    """Yield what each graph is, and which of them make the release."""
    whole = Pen(release, META)
    yield from whole.a("Release")
    for made in graphs:
        pen = Pen(made.iri, META)
        yield from whole.link(HAD_MEMBER, made.iri)
        yield from pen.a(made.kind)
        yield from pen.link(cty("describes"), made.describes)
        if made.published_on is not None:
            yield from pen.value(cty("publishedOn"), date.fromisoformat(made.published_on))
        yield from pen.value(cty("sourceFile"), made.document)
        yield from pen.value(cty("contentHash"), made.sha256)
        yield from pen.value(f"{DCTERMS}license", made.licence)
