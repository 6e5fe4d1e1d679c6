"""Citations as our own data writes them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from graph.errors import BadDataFile
from graph.ids import evidence_iri
from graph.model.quad import Quad
from graph.provenance import Citation, CitationKind
from graph.vocabulary import DCTERMS, cty
from ingest.emit.statements import Pen


def cited(told: Mapping[str, Any], where: str) -> Citation:
    """Read one citation.

    Raises:
        BadDataFile: an unknown kind, or a field that is missing or unknown.
        IncompleteCitation: the citation lacks what its kind promises.
    """
    given = dict(told)
    kind = str(given.pop("kind", ""))
    if kind not in set(CitationKind):
        raise BadDataFile(where, "cite.kind", f"{kind!r} is not {', '.join(CitationKind)}")
    try:
        return Citation(kind=CitationKind(kind), **given)
    except TypeError as exc:
        raise BadDataFile(where, "cite", str(exc)) from exc


def emit_citation(subject: str, cite: Citation, graph: str) -> Iterator[Quad]:
    """Yield the evidence that ``subject`` rests on: a pinpoint in bytes, in an excerpt, or in a memory."""
    where = cite.sha256 or cite.source or cite.act
    pen = Pen(evidence_iri(cite.kind.value, f"{where} {cite.at}"), graph)
    yield from Pen(subject, graph).link(cty("hasEvidence"), pen.subject)
    yield from pen.a("Evidence")
    yield from pen.code("evidenceKind", "EvidenceKind", cite.kind)
    yield from pen.value(cty("citationLabel"), f"{cite.act}, {cite.at}")
    yield from pen.value(cty("contentHash"), cite.sha256)
    yield from pen.value(f"{DCTERMS}source", f"{where} {cite.at}")
