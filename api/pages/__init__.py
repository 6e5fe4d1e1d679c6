"""Pages for people: HTML from templates, no script, one style sheet."""

from __future__ import annotations

import re
from functools import cache
from http import HTTPStatus
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from graph.ids import Item

_NOTE = re.compile(r"\.(?:note|techn|nb)\.")

TEMPLATES = Path(__file__).resolve().parent / "templates"


@cache
def _environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["marked"] = marked
    return made


def render(
    request: Request, name: str, told: dict[str, Any], *, status: HTTPStatus = HTTPStatus.OK
) -> HTMLResponse:
    """Return a page; links keep the days that were asked for."""
    links = Links(request)
    template = _environment().get_template(name)
    page = template.render(links=links, query=request.query_params.get("q", ""), **told)
    return HTMLResponse(page, status_code=status)


def marked(snippet: str) -> Markup:
    """Return a snippet whose ``[`` and ``]`` become a highlight.

    >>> marked("a [b] <c>")
    Markup('a <mark>b</mark> &lt;c&gt;')
    """
    return Markup(str(escape(snippet)).replace("[", "<mark>").replace("]", "</mark>"))  # noqa: S704  escaped first


class Links:
    """Addresses of pages that keep the days of the page they stand on."""

    def __init__(self, request: Request) -> None:
        self.days = {
            name: value
            for name in ("valid", "known")
            if (value := request.query_params.get(name, ""))
        }

    def entry(self, item: Item) -> str:
        """Address of a position; of a note, its place on the page of what it annotates."""
        if item.notation.startswith("note."):
            return f"{self.list(item.list)}#{quote(item.notation)}"
        place = f"#{quote(item.notation)}" if _NOTE.search(item.notation) else ""
        return self._at(f"/entries/{item.list}/{quote(item.notation)}") + place

    def list(self, key: str, **more: str) -> str:
        """Address of a list, or of one category of it."""
        return self._at(f"/lists/{key}", **more)

    def issues(self, key: str) -> str:
        """Address of what is irregular in the source of a list."""
        return self._at(f"/lists/{key}/issues")

    def compare(self, left: Item, right: Item) -> str:
        """Address of two positions side by side."""
        return self._at("/compare", left=str(left), right=str(right))

    def search(self, words: str, key: str = "") -> str:
        """Address of a search."""
        return self._at("/search", q=words, **({"list": key} if key else {}))

    def home(self) -> str:
        """Address of the first page."""
        return self._at("/")

    def json(self, item: Item) -> str:
        """Address of a position as JSON."""
        return self._at(f"/v1/entries/{item.list}/{quote(item.notation)}")

    def _at(self, path: str, **query: str) -> str:
        told = query | self.days
        return f"{path}?{urlencode(told)}" if told else path
