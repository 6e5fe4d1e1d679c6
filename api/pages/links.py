"""Addresses of pages."""

from __future__ import annotations

from urllib.parse import quote, urlencode

from fastapi import Request

from graph.answers.asof import day
from graph.errors import UnreadableDate
from graph.ids import Item, is_act_key

_MARKS = (".note.", ".techn.", ".nb.")


class Links:
    """Addresses of pages that keep the days of the page they stand on."""

    def __init__(self, request: Request) -> None:
        given = {name: request.query_params.get(name, "") for name in ("valid", "known")}
        self.days = {name: text for name, text in given.items() if _is_day(text)}
        self.here = quote(request.url.path)

    def entry(self, item: Item) -> str:
        """Address of a position; of a note, its place on the page of what it annotates."""
        if is_act_key(item.list):
            return self._position(item)
        first, _, rest = item.notation.partition(".")
        place = f"#{quote(item.notation)}"
        if first != "note":
            is_note = any(mark in item.notation for mark in _MARKS)
            return self._position(item) + (place if is_note else "")
        heading = rest.partition(".")[0]  # note.cat5p2.3 stands with its category
        if heading.startswith("cat"):
            return self._position(Item(item.list, heading)) + place
        return self.list(item.list) + place

    def list(self, key: str, **more: str) -> str:
        """Address of a list, or of one category of it; of an act."""
        if is_act_key(key):
            return self._at(f"/law/{quote(key)}", **more)
        return self._at(f"/lists/{key}", **more)

    def logic(self, item: Item) -> str:
        """Address of what a position controls, drawn."""
        return self._at(f"/logic/{item.list}/{quote(item.notation)}")

    def issues(self, key: str) -> str:
        """Address of what is irregular in the source of a list."""
        return self._at(f"/lists/{key}/issues")

    def destination(self, code: str) -> str:
        """Address of a destination."""
        return self._at(f"/destinations/{code}")

    def group(self, key: str) -> str:
        """Address of a destination group."""
        return self._at(f"/groups/{quote(key)}")

    def licence(self, jurisdiction: str, key: str) -> str:
        """Address of a licence, exception or permit."""
        return self._at(f"/licences/{jurisdiction}/{quote(key)}")

    def page(self, name: str) -> str:
        """Address of a page that needs nothing more."""
        return self._at(f"/{name}")

    def memo(self, jurisdiction: str, item: str, destination: str, end_use: str, form: str) -> str:
        """Address of a determination as a memo."""
        told = {
            "jurisdiction": jurisdiction,
            "item": item,
            "destination": destination,
            "end_use": end_use,
        }
        return self._at("/determine/memo", format=form, **{k: v for k, v in told.items() if v})

    def compare(self, left: Item, right: Item) -> str:
        """Address of two positions side by side."""
        return self._at("/compare", left=str(left), right=str(right))

    def search(self, words: str, key: str = "") -> str:
        """Address of a search."""
        return self._at("/search", q=words, **({"list": key} if key else {}))

    def home(self) -> str:
        """Address of the first page."""
        return self._at("/")

    def json_of(self, item: Item) -> str:
        """Address of a position, or of a provision, as JSON."""
        if is_act_key(item.list):
            return self.json(f"law/{item.list}/{item.notation}")
        return self.json(f"entries/{item.list}/{item.notation}")

    def json(self, path: str, **query: str) -> str:
        """Address of an answer as JSON."""
        return self._at(f"/v1/{quote(path)}", **query)

    def _position(self, item: Item) -> str:
        if is_act_key(item.list):
            return self._at(f"/law/{quote(item.list)}/{quote(item.notation)}")
        return self._at(f"/entries/{item.list}/{quote(item.notation)}")

    def _at(self, path: str, **query: str) -> str:
        told = query | self.days
        return f"{path}?{urlencode(told)}" if told else path


def _is_day(text: str) -> bool:
    try:
        day(text)
    except UnreadableDate:
        return False
    return True
