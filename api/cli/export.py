"""`comity export`: every statement of a release, sorted."""

from __future__ import annotations

import sys
from contextlib import closing
from enum import StrEnum
from typing import Annotated

import typer

from api.cli.options import ReleaseKey, store
from graph.store import GraphStore
from graph.store.neo4j import Neo4jStore


class Syntax(StrEnum):
    """Standard formats that statements are written in."""

    NQUADS = "nquads"


def run(
    start: Annotated[
        str, typer.Option("--from", help="URI of a Neo4j server; default the embedded store")
    ] = "",
    syntax: Annotated[
        Syntax, typer.Option("--format", help="syntax of the statements")
    ] = Syntax.NQUADS,
    release: ReleaseKey = "",
) -> None:
    """Write every statement of the release, one N-Quads line each, sorted: same release, same bytes."""
    if start:
        with closing(Neo4jStore.at(start)) as server:
            lines = _lines(server)
    else:
        lines = _lines(store(release))
    sys.stdout.writelines(f"{line}\n" for line in lines)


def _lines(graph: GraphStore) -> list[str]:
    return sorted(quad.line for quad in graph.quads())
