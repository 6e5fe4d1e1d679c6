"""`comity neo4j`: a local Neo4j server."""

from __future__ import annotations

import os
import sys

import typer

from api.cli.options import settings
from graph.store.server import LocalServer

app = typer.Typer(help="Run a local Neo4j Community server on loopback.", no_args_is_help=True)


@app.command()
def start() -> None:
    """Start the server of this home, and wait until it answers."""
    server = _server()
    server.start(_tell)
    sys.stdout.write("running\n")


@app.command()
def stop() -> None:
    """Stop the server of this home."""
    stopped = _server().stop()
    sys.stdout.write("stopped\n" if stopped else "not running\n")


@app.command()
def status() -> None:
    """Say whether the server of this home answers; exit 1 if it does not."""
    running = _server().is_running()
    sys.stdout.write("running\n" if running else "not running\n")
    if not running:
        raise typer.Exit(1)


@app.command()
def uri() -> None:
    """Print one line that a driver can use, credentials included."""
    sys.stdout.write(f"{_server().uri}\n")


def _server() -> LocalServer:
    return LocalServer(settings().home, os.environ)


def _tell(line: str) -> None:
    sys.stderr.write(f"{line}\n")
