"""Graphs as files: sorted N-Triples under the hash of their content."""

from __future__ import annotations

import os
from collections.abc import Iterable

from graph.ids import graph_iri
from graph.model.quad import Quad
from graph.release import Shelf, digest_of_lines
from ingest.steps import file_name


def write_graph(kind: str, name: str, quads: Iterable[Quad], shelf: Shelf) -> tuple[str, str]:
    """Write one graph as sorted N-Triples under the hash of its content; return its IRI and its file."""
    lines = sorted({quad.triple for quad in quads})
    digest = digest_of_lines(lines)
    file = f"{kind}-{file_name(name)}-{digest}.nt"
    fresh = shelf.graphs / f"{file}.{os.getpid()}.new"
    fresh.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    fresh.replace(shelf.graphs / file)
    return graph_iri(kind, name, digest), file
