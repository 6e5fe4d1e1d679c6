"""The object that a JSON document is, read without trust."""

from __future__ import annotations

import json
from typing import Any

from graph.errors import UnreadableDocument


def read_object(document: bytes, name: str) -> dict[str, Any]:
    """Return the object at the top of a document.

    Raises:
        UnreadableDocument: not UTF-8, not JSON, another type at the top, or a name twice in one object.
    """
    try:
        told = json.loads(document.decode("utf-8"), object_pairs_hook=_object)
    except UnicodeDecodeError as exc:
        raise UnreadableDocument(name, f"byte {exc.start}", "not UTF-8") from exc
    except json.JSONDecodeError as exc:
        raise UnreadableDocument(name, f"line {exc.lineno}", exc.msg) from exc
    except (ValueError, RecursionError) as exc:
        raise UnreadableDocument(name, "document", str(exc)) from exc
    if not isinstance(told, dict):
        raise UnreadableDocument(name, "document", "not an object")
    return told


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    names = [name for name, _ in pairs]
    twice = {name for name in names if names.count(name) > 1}
    if twice:
        raise ValueError(f"{', '.join(sorted(twice))} stands twice in one object")
    return dict(pairs)
