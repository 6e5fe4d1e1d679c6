"""Sets of mappings in ``data/mappings``: SSSOM tables, one a pair of lists, written and read with ``sssom_pydantic``.

The file is ``{a}--{b}.sssom.tsv``, the key that sorts first in front; a line reads from ``a`` to ``b``. Its head names the set and, as
``mapping_set_version``, both states (``eu-annex-i@2025-11-15--us-ccl@on-2026-06-24``). Columns, empty ones left out:

- ``subject_id``, ``object_id``: list, path and version of a paragraph, ``us-ccl:3A001.a/@on-2026-06-24``: the version says which text was
  looked at, so that a row is stale when it is no longer that of the state. ``sssom:NoTermFound`` on one side: the other has no counterpart.
- ``predicate_id``: ``skos:exactMatch``, ``broadMatch`` (the object is broader), ``narrowMatch``, ``closeMatch``, ``relatedMatch``.
- ``predicate_modifier``: ``Not`` on a row that a person refused: these two do not correspond.
- ``mapping_justification``: ``semapv:ManualMappingCuration`` where a person has judged (the row is ``reviewed``, or ``refused`` with ``Not``),
  ``semapv:CompositeMatching`` where we derived it (``verified-by-rule`` with a ``curation_rule``, else ``proposed``).
- ``confidence``; ``other``: ``set_relation=equal``; ``curation_rule``: ``rule:identical-text``.
- ``reviewer_id``: ``person:NAME`` for each pair of eyes, by ``|``; ``review_date``; ``comment``: why, in our own words.

Rows of persons are kept when a set is written again (`write_set`), whatever is derived.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from urllib.parse import quote, unquote

import sssom_pydantic
from curies import Converter, NamableReference, Reference
from sssom_pydantic import MappingSet, SemanticMapping

from graph.derive.crosswalk.judged import OF_PERSONS, SetRow
from graph.derive.crosswalk.links import NOTHING, Predicate, Review
from graph.derive.crosswalk.setrelation import SetRelation
from graph.errors import BadDataFile
from graph.ids import ID, Item, list_iri
from ingest.curated import shipped

_FIXED = {
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "semapv": "https://w3id.org/semapv/vocab/",
    "sssom": "https://w3id.org/sssom/",
    "person": f"{ID}person/",
    "rule": f"{ID}rule/",
}
_MANUAL, _DERIVED = "ManualMappingCuration", "CompositeMatching"
_LICENCE = "https://w3id.org/sssom/license/unspecified"


def set_file(one: str, other: str, folder: Path | None = None) -> Path:
    """Return where the set of two lists lies."""
    first, second = sorted((one, other))
    return (folder or shipped("data/mappings")) / f"{first}--{second}.sssom.tsv"


def read_set(one: str, other: str, folder: Path | None = None) -> tuple[SetRow, ...]:
    """Return the rows of the set of two lists, by subject and object; none where there is no set.

    Raises:
        BadDataFile: not a table as it is described above.
    """
    file = set_file(one, other, folder)
    if not file.is_file():
        return ()
    first, second = sorted((one, other))
    try:
        pack = sssom_pydantic.read(file, return_errors=False)
        rows = [_row(mapping, first, second) for mapping in pack.mappings]
    except (ValueError, KeyError) as exc:
        raise BadDataFile(str(file), "mapping", str(exc).splitlines()[0]) from exc
    return tuple(sorted(rows, key=_order))


def write_set(
    states: tuple[str, str], rows: Iterable[SetRow], folder: Path | None = None
) -> Path | None:
    """Write the set of two lists; rows of persons that stand in the file stay.

    Args:
        states: Both states, ``eu-annex-i@2025-11-15``, the key that sorts first in front.
        rows: What to write; a row of a person takes the place of one on the same two paragraphs.
        folder: Where sets lie, else ``data/mappings``.

    Shape:   sorted: the same rows give the same bytes; a set without rows is no file, and ``None``.
    """
    one, other = (state.partition("@")[0] for state in states)
    held = {row.pair: row for row in rows}
    for row in read_set(one, other, folder):
        if row.review in OF_PERSONS and held.get(row.pair, row).review not in OF_PERSONS:
            held[row.pair] = row
    return _write(states, sorted({r.pair: r for r in held.values()}.values(), key=_order), folder)


def _write(states: tuple[str, str], rows: list[SetRow], folder: Path | None) -> Path | None:
    one, other = (state.partition("@")[0] for state in states)
    file = set_file(one, other, folder)
    if not rows:
        file.unlink(missing_ok=True)
        return None
    told = {"id": f"{ID}mapping/{one}--{other}", "version": "--".join(states), "license": _LICENCE}
    about = MappingSet.model_validate(told)
    known = Converter.from_prefix_map(_FIXED | {key: f"{list_iri(key)}/" for key in (one, other)})
    fresh = file.with_name(f"{file.name}.new")
    made = [_mapping(row, one, other) for row in rows]
    sssom_pydantic.write(made, fresh, metadata=about, converter=known)
    fresh.replace(file)
    return file


def _mapping(row: SetRow, one: str, other: str) -> SemanticMapping:
    by_person = row.review in OF_PERSONS
    return SemanticMapping(
        subject=_side(one, row.subject, row.subject_version),
        predicate=_of("skos", row.predicate.value),
        predicate_modifier="Not" if row.review is Review.REFUSED else None,
        object=_side(other, row.object, row.object_version),
        justification=_of("semapv", _MANUAL if by_person else _DERIVED),
        confidence=row.confidence,
        curation_rule=[_of("rule", row.rule)] if row.rule else None,
        reviewers=[_of("person", quote(name)) for name in row.reviewers] or None,
        review_date=row.reviewed_on,
        comment=" ".join(row.why.split()) or None,
        other={"set_relation": row.set_relation.value},
    )  # fmt: skip


def _side(key: str, notation: str, version: str) -> NamableReference:
    if notation == NOTHING:
        return _of("sssom", "NoTermFound")
    path = Item(key, notation).version(version).removeprefix(f"{list_iri(key)}/")
    return _of(key, path)


def _of(prefix: str, name: str) -> NamableReference:
    return NamableReference.model_validate({"prefix": prefix, "identifier": name})


def _row(mapping: SemanticMapping, one: str, other: str) -> SetRow:
    manual = mapping.justification.identifier == _MANUAL
    derived = Review.BY_RULE if mapping.curation_rule else Review.PROPOSED
    said = Review.REFUSED if mapping.predicate_modifier else Review.REVIEWED
    subject, object_ = _place(mapping.subject, one), _place(mapping.object, other)
    return SetRow(
        subject=subject[0],
        subject_version=subject[1],
        predicate=Predicate(mapping.predicate.identifier),
        set_relation=SetRelation((mapping.other or {})["set_relation"]),
        object=object_[0],
        object_version=object_[1],
        confidence=mapping.confidence or 0.0,
        review=said if manual else derived,
        rule=mapping.curation_rule[0].identifier if mapping.curation_rule else "",
        reviewers=tuple(unquote(one.identifier) for one in mapping.reviewers or ()),
        reviewed_on=mapping.review_date,
        why=mapping.comment or "",
    )


def _place(side: Reference, key: str) -> tuple[str, str]:
    """Return notation and version of one side."""
    if side.prefix == "sssom":
        return NOTHING, ""
    if side.prefix != key:
        raise ValueError(f"{side.curie}: not of {key}")
    path, _, version = side.identifier.rpartition("/@")
    return Item.of(f"{list_iri(key)}/{path}").notation, f"@{version}"


def _order(row: SetRow) -> tuple[str, str]:
    return row.pair
