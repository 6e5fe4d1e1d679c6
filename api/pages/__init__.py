"""Pages for people: HTML from templates, no script, one style sheet."""

from __future__ import annotations

from functools import cache
from http import HTTPStatus
from pathlib import Path
from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from api.pages.links import Links
from graph.ids import Item

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
    made.filters |= {"marked": marked, "unmarked": unmarked, "item": Item.parse}
    return made


def render(
    request: Request, name: str, told: dict[str, Any], *, status: HTTPStatus = HTTPStatus.OK
) -> HTMLResponse:
    """Return a page; links keep the days that were asked for."""
    given = {"links": Links(request), "query": request.query_params.get("q", ""), "kept": {}}
    return HTMLResponse(filled(name, given | told), status_code=status)


def filled(name: str, told: dict[str, Any]) -> str:
    """Return a template with what it shows filled in."""
    return _environment().get_template(name).render(told)


def marked(snippet: str) -> Markup:
    """Return a snippet whose ``[`` and ``]`` become a highlight.

    >>> marked("a [b] <c>")
    Markup('a <mark>b</mark> &lt;c&gt;')
    """
    return Markup(str(escape(snippet)).replace("[", "<mark>").replace("]", "</mark>"))  # noqa: S704  escaped first


def unmarked(snippet: str) -> str:
    """Return a snippet without the marks of its match.

    >>> unmarked("a [b]")
    'a b'
    """
    return snippet.replace("[", "").replace("]", "")
