"""Mappings as SSSOM: a table that mapping tools read, with a head of comments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from graph.derive.crosswalk.links import Mapping, Predicate, Review
from graph.derive.crosswalk.sheet import Sheet
from graph.ids import Item, list_iri

COLUMNS = (
    "subject_id", "predicate_id", "object_id", "mapping_justification", "confidence", "subject_source_version",
    "object_source_version", "comment",
)  # fmt: skip
_NO_TERM = "sssom:NoTermFound"
_JUSTIFICATION = {
    Review.PROPOSED: "semapv:CompositeMatching",
    Review.BY_RULE: "semapv:CompositeMatching",
    Review.REVIEWED: "semapv:ManualMappingCuration",
    Review.REFUSED: "semapv:ManualMappingCuration",
}


def lines(mappings: Iterable[Mapping], one: Sheet, other: Sheet) -> Iterator[str]:
    """Yield the lines of an SSSOM file: its head, the names of the columns, a line each mapping."""
    yield "#curie_map:"
    for sheet in sorted((one, other), key=lambda sheet: sheet.key):
        yield f"#  {sheet.key}: {list_iri(sheet.key)}/"
    yield f"#mapping_set_id: {list_iri(one.key)}--{other.key}"
    yield f"#mapping_set_version: {one.version}--{other.version}"
    yield "#license: https://w3id.org/sssom/license/unspecified"
    yield "\t".join(COLUMNS)
    for mapping in mappings:
        yield "\t".join(_cells(mapping, one, other))


def _cells(mapping: Mapping, one: Sheet, other: Sheet) -> tuple[str, ...]:
    is_none = mapping.predicate is Predicate.NONE
    comment = "; ".join((mapping.set_relation, mapping.review, *mapping.reasons))
    return (
        _curie(one.key, mapping.subject),
        "skos:exactMatch" if is_none else f"skos:{mapping.predicate}",
        _NO_TERM if is_none else _curie(other.key, mapping.object),
        _JUSTIFICATION[mapping.review],
        f"{mapping.confidence:.3f}",
        one.version,
        other.version,
        " ".join(comment.split()),
    )


def _curie(key: str, notation: str) -> str:
    return f"{key}:{Item(key, notation).iri.removeprefix(f'{list_iri(key)}/')}"
