"""SHACL: do the statements have the shapes that every query relies on? A thin port over one engine."""

from __future__ import annotations

from functools import cache

import shacl

from graph.errors import ShapeViolation
from ingest.curated import shipped


@cache
def shapes() -> str:
    """Return all shapes as one Turtle text."""
    files = sorted((shipped("ontologies") / "shapes").glob("*.ttl"))
    return "\n".join(path.read_text(encoding="utf-8") for path in files)


def check_shapes(triples: str, *, name: str) -> int:
    """Validate N-Triples; return how many there are.

    Raises:
        ShapeViolation: with the number of violations and the first of them.
    """
    report = shacl.Shapes.from_turtle(shapes()).validate_text(triples, format="ntriples")
    if not report.conforms:
        first = min(report.results, key=lambda result: (result.focus_node, result.path or ""))
        said = f"{first.focus_node} {first.path or ''} {first.value or ''}: {first.message or first.component}"
        raise ShapeViolation(name, len(report.results), said)
    return triples.count("\n")
