"""`comity serve`: HTTP API and pages."""

from __future__ import annotations

from typing import Annotated

import typer
import uvicorn

from api.app import create_app
from api.cli.options import settings
from api.library import Library
from graph.release import Shelf


def run(
    host: Annotated[str, typer.Option(help="address to listen on")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="port to listen on")] = 8000,
) -> None:
    """Answer over HTTP, with pages for people; a release that is built meanwhile is served from then on."""
    shelf = Shelf(settings().home)
    shelf.current()  # says what to do where nothing is built
    uvicorn.run(create_app(Library(shelf)), host=host, port=port, log_level="warning")
