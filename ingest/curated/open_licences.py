"""The rows of our tables that SPIRE's open licences give; `python -m ingest.curated.open_licences DOCUMENTS` writes them."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from graph.errors import ChangedDocument, MissingDocument, UnexpectedCount, UnknownValue
from ingest.curated import read_yaml, shipped
from ingest.curated.evidence import known_documents
from ingest.curated.rows import read_cells
from ingest.source import SOURCES
from ingest.sources.uk_spire.parse import OpenLicence, Rating, Scope, parse
from ingest.text.codes import notation_of

TABLES = ("rules", "item_sets", "questions")
_LISTS = {"ML": "uk-ml", "PL": "uk-ml"}
_ELSE = "uk-dual-use"


class Expectation(BaseModel):
    """What the document must give."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    document: str
    vintage: date
    expect: dict[str, int]
    no_code: frozenset[str]


@dataclass(frozen=True, slots=True)
class Names:
    """What printed names mean."""

    destinations: Mapping[str, str]
    no_code: Collection[str]
    notations: Mapping[str, Collection[str]]
    """List key to its positions."""

    @classmethod
    def read(cls, base: Path, no_code: Collection[str]) -> Names:
        """Read them from our own data."""
        places = {
            cells["name"]: cells["destination"]
            for _, cells in read_cells(base / "destinations/destinations.csv")
        }
        for _, cells in read_cells(base / "destinations/aliases.csv"):
            places[cells["alias"]] = cells["destination"]
        known = {key: frozenset(notations_of(base / "snapshot" / key)) for key in ("uk-ml", _ELSE)}
        return cls(places, no_code, known)

    def codes(self, names: Collection[str], where: str) -> Iterator[str]:
        """Yield the code of each destination that has one.

        Raises:
            UnknownValue: a name that is no alias of a destination and not among those without a code.
        """
        for name in names:
            if name in self.destinations:
                yield self.destinations[name]
            elif name not in self.no_code:
                raise UnknownValue(f"{where}.COUNTRY_NAME", name, self.no_code)

    def item(self, printed: str) -> tuple[str, bool]:
        """Return the position that a rating is, and whether the list at hand has it."""
        key = _LISTS.get(printed[:2], _ELSE)
        notation = notation_of(printed, self.notations[key])
        return f"{key}:{notation}", notation in self.notations[key]


def read_open_licences(documents: Path) -> tuple[OpenLicence, ...]:
    """Read the document that `expect.yml` names, and count.

    Raises:
        MissingDocument: it is not in the folder.
        ChangedDocument: it is not the one that was reviewed.
        UnexpectedCount: it gives other numbers of records.
    """
    told = expectation()
    path = documents / told.document
    if not path.is_file():
        raise MissingDocument(told.document, str(documents))
    raw = path.read_bytes()
    found, pinned = sha256(raw).hexdigest(), known_documents()[told.document].sha256
    if found != pinned:
        raise ChangedDocument(told.document, pinned, found)
    licences = parse(raw, told.document)
    counts = _counts(licences)
    differing = {
        kind: (str(told.expect.get(kind)), number)
        for kind, number in counts.items()
        if told.expect.get(kind) != number
    }
    if differing:
        raise UnexpectedCount(told.document, differing)
    return licences


def expectation() -> Expectation:
    """Return what the document must give."""
    return read_yaml(SOURCES / "uk_spire" / "expect.yml", Expectation)


def rows_of(licences: Collection[OpenLicence], names: Names) -> dict[str, list[dict[str, str]]]:
    """Return the rows of each table, in the order of the document.

    Shape:   one rule a scope, one set a scope with a row a rating, one question a numbered condition.
    """
    told = expectation()
    rows: dict[str, list[dict[str, str]]] = {name: [] for name in TABLES}
    for licence in licences:
        for scope in licence.scopes:
            rows["rules"].append(_rule(licence, scope, names, told))
            rows["item_sets"] += _members(licence, scope, names, told)
            rows["questions"] += _questions(licence, scope, told)
    return rows


def _rule(licence: OpenLicence, scope: Scope, names: Names, told: Expectation) -> dict[str, str]:
    key, where = licence.key, f"{licence.key} condition {scope.number}"
    out = [f"-{code}" for code in names.codes(scope.excluded, where)]
    inside = list(names.codes(scope.included, where)) if scope.included else ["*"]
    nowhere = sum(name in names.no_code for name in scope.excluded)
    note = "as published in 2016"
    items = [f"set:gb/{key}-{scope.number}"]
    items += [f"-{names.item(printed)[0]}" for printed in scope.excluded_ratings]
    return {
        "id": f"{key}-{scope.number}",
        "jurisdiction": "gb",
        "instrument": key,
        "effect": "authorises",
        "item_terms": " ".join(items),
        "destination_terms": " ".join([*inside, *out]),
        "activity": licence.activity,
        "end_users": " ".join(scope.end_users),
        "questions": " ".join(f"gb/{key}-{one.number}" for one in scope.conditions),
        "ranking": "" if licence.ranking is None else str(licence.ranking),
        "citation": f"{licence.name}, condition {scope.number}",
        "valid_on": told.vintage.isoformat(),
        "evidence": f"document:{told.document}#{where}",
        "note": f"{note}; also excludes {nowhere} sea areas and islands without a code" if nowhere else note,
    }  # fmt: skip


def _members(
    licence: OpenLicence, scope: Scope, names: Names, told: Expectation
) -> Iterator[dict[str, str]]:
    where = f"{licence.key} condition {scope.number}"
    for rating in scope.ratings:
        item, resolved = names.item(rating.printed)
        mode = "part" if rating.conditional else "whole"
        key = f"gb/{licence.key}-{scope.number}"
        yield {
            "id": f"{key}/{item}/{mode}",
            "jurisdiction": "gb",
            "item_set": key,
            "item": item,
            "mode": mode,
            **_as_printed(rating, resolved=resolved),
            "citation": where,
            "valid_on": told.vintage.isoformat(),
            "evidence": f"document:{told.document}#{where}",
        }


def _as_printed(rating: Rating, *, resolved: bool) -> dict[str, str]:
    said = "yes" if resolved else "no"
    return {"printed": rating.printed, "resolved": said, "digest": rating.digest}


def _questions(licence: OpenLicence, scope: Scope, told: Expectation) -> Iterator[dict[str, str]]:
    for one in scope.conditions:
        yield {
            "id": f"gb/{licence.key}-{one.number}",
            "jurisdiction": "gb",
            "question": f"Can condition {one.number} of the licence be met?",
            "condition_number": str(one.number),
            "condition_id": str(one.id),
            "meets": one.meets,
            "digest": one.digest,
            "citation": f"{licence.key} condition {one.number}",
            "valid_on": told.vintage.isoformat(),
            "evidence": f"document:{told.document}#{licence.key} licence condition {one.number}",
        }


def _counts(licences: Collection[OpenLicence]) -> dict[str, int]:
    scopes = [scope for licence in licences for scope in licence.scopes]
    ratings = [rating for scope in scopes for rating in scope.ratings]
    return {
        "licences": len(licences),
        "scopes": len(scopes),
        "ratings": len(ratings),
        "conditional_ratings": sum(rating.conditional for rating in ratings),
        "conditions": sum(len(scope.conditions) for scope in scopes),
        "countries": sum(len(scope.included) + len(scope.excluded) for scope in scopes),
    }


def notations_of(folder: Path) -> Iterator[str]:
    """Yield the positions of a list, from its snapshot."""
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            told = json.loads(line) if line else {}
            if told.get("is") == "paragraphs":
                yield told["at"]


def write_rows(documents: Path, base: Path) -> None:
    """Write the rows of all three tables anew; every other row stays as it is."""
    told = expectation()
    made = rows_of(read_open_licences(documents), Names.read(base, told.no_code))
    for name, rows in made.items():
        path = base / "licences" / f"{name}.csv"
        with path.open(encoding="utf-8", newline="") as file:
            header = next(csv.reader(file))
        kept = [cells for _, cells in read_cells(path) if told.document not in cells["evidence"]]
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, header, restval="", lineterminator="\n")
            writer.writeheader()
            writer.writerows([*kept, *rows])


if __name__ == "__main__":
    write_rows(Path(sys.argv[1]), shipped("data"))
