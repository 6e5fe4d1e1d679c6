"""`comity load`: the release into a Neo4j server."""

from __future__ import annotations

import sys
from contextlib import closing
from typing import Annotated

import typer

from api.cli.options import ReleaseKey, release, store
from api.cli.watch import watch
from graph.store.neo4j import Neo4jStore


def run(
    to: Annotated[
        str, typer.Option("--to", help="URI with credentials, as `comity neo4j uri` prints it")
    ],
    key: ReleaseKey = "",
) -> None:
    """Project the release into a Neo4j server; the last one stays current until the new one is whole."""
    found = release(key)
    embedded = store(key)
    total = len(embedded)
    with closing(Neo4jStore.at(to)) as server, watch() as progress:
        server.load(
            embedded.quads(),
            release=found.key,
            progress=lambda done: progress.step("load into Neo4j", done, total),
        )
    sys.stdout.write(f"{found.key}\n")
