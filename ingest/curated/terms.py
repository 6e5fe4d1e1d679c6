"""The ontology's terms for our own tables, as Turtle: what `ontologies/tables.ttl` must be."""

from __future__ import annotations

import re

from ingest.curated import shipped
from ingest.curated.tables import Kind, Tables, read_tables

_HEAD = """@prefix cty: <https://w3id.org/comity/ont#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

# Made from data/tables.yml by `python -m ingest.curated.terms`; a test holds both equal.
"""
_RANGES: dict[Kind, tuple[str, str]] = {
    "words": ("DatatypeProperty", "xsd:string"),
    "code": ("DatatypeProperty", "xsd:string"),
    "number": ("DatatypeProperty", "xsd:integer"),
    "day": ("DatatypeProperty", "xsd:date"),
    "destinations": ("ObjectProperty", "cty:Destination"),
    "destination": ("ObjectProperty", "cty:Destination"),
    "jurisdictions": ("ObjectProperty", "cty:Jurisdiction"),
    "group": ("ObjectProperty", "cty:DestinationGroup"),
}
_ELSEWHERE = frozenset(["appliesIn", "citationLabel", "validFrom", "validTo", "remark"])
"""Shared properties that `core.ttl` has."""


def terms_of(tables: Tables) -> str:
    """Return the classes of all tables and the properties of all columns, sorted."""
    columns = {**tables.shared, **tables.columns}
    properties = {c.property: c for c in columns.values() if c.property not in _ELSEWHERE}
    parts = [_HEAD]
    for table in sorted(tables.tables.values(), key=lambda t: t.class_name):
        parts.append(_term(table.class_name, "Class", table.comment))
    for name, column in sorted(properties.items()):
        kind, target = _RANGES[column.kind]
        parts.append(_term(name, kind, column.comment, target))
    return "\n".join(parts)


def _term(name: str, kind: str, comment: str, target: str = "") -> str:
    label = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).lower()
    ranged = f"  rdfs:range {target} ;\n" if target else ""
    return f'cty:{name} a owl:{kind} ; rdfs:label "{label}"@en ;\n{ranged}  rdfs:comment "{comment}"@en .'


def shapes_of(tables: Tables) -> str:
    """Return the shape of every table's rows: an id, evidence, and nothing twice that may stand once."""
    parts = [_SHAPES]
    columns = {**tables.shared, **tables.columns}
    for table in sorted(tables.tables.values(), key=lambda t: t.class_name):
        lines = [f"xsh:{table.class_name} a sh:NodeShape ; sh:targetClass cty:{table.class_name} ;"]
        lines.append("  sh:property [ sh:path cty:factId ; sh:minCount 1 ; sh:maxCount 1 ] ;")
        for name in table.columns:
            column = columns[name]
            many = column.kind in ("destinations", "jurisdictions")
            limit = "" if many else " ; sh:maxCount 1"
            kind, target = _RANGES[column.kind]
            said = f"sh:class {target}" if kind == "ObjectProperty" else f"sh:datatype {target}"
            lines.append(f"  sh:property [ sh:path cty:{column.property}{limit} ; {said} ] ;")
        lines.append(
            "  sh:property [ sh:path cty:hasEvidence ; sh:minCount 1 ; sh:class cty:Evidence ] ."
        )
        parts.append("\n".join(lines))
    return "\n".join(parts) + "\n"


_SHAPES = """@prefix cty: <https://w3id.org/comity/ont#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix xsh: <https://w3id.org/comity/shape/> .

# Made from data/tables.yml by `python -m ingest.curated.terms`; a test holds both equal.
"""


def write_terms() -> None:
    """Write both files of the ontology anew."""
    tables, folder = read_tables(), shipped("ontologies")
    (folder / "tables.ttl").write_text(terms_of(tables) + "\n", encoding="utf-8")
    (folder / "shapes" / "tables.ttl").write_text(shapes_of(tables), encoding="utf-8")


if __name__ == "__main__":
    write_terms()
