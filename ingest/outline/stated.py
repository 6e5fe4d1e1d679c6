"""What a table of slips names in the words of a list: oddities, and what the list says of other lists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pydantic import BaseModel, ConfigDict

from graph.model.document import Issue
from graph.model.reference import Reference, ReferenceKind
from graph.model.relation import Relation, RelationKind
from ingest.outline.assembled import Findings, Named
from ingest.outline.powers import unmarked_powers
from ingest.outline.said import Said


class Slip(BaseModel):
    """Words that stand in a document, and why they are listed."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    stands: str
    why: str


class Oddity(Slip):
    """Words that are kept as they are, and reported."""

    kind: str
    target: str | None = None
    """What a broken code points to."""


class Stated(Slip):
    """What the list says of another list or document."""

    note: str
    """Notation of the note or paragraph that says it."""

    kind: RelationKind
    target_list: str


def find_oddities(
    said: Iterable[Said], oddities: Iterable[Oddity], names: Named, list_key: str
) -> Findings:
    """Return what is odd in the words, and what a broken code points to."""
    listed = tuple(oddities)
    issues: list[Issue] = []
    references: list[Reference] = []
    for part in said:
        for value in unmarked_powers(part.passages):
            issues.append(Issue(where=part.where, kind="lost-exponent", value=value))
        for slip in listed:
            if slip.stands in part.words:
                issues.append(Issue(where=part.where, kind=slip.kind, value=slip.stands))
                if slip.target:
                    references.append(_pointed(part.where, slip, names, list_key))
    return Findings(tuple(issues), tuple(references))


def find_stated(names: Named, stated: Iterable[Stated]) -> Iterator[Relation]:
    """Yield what the words say of other lists; a row whose words do not stand there gives nothing."""
    words = {part.where: part.words for part in names.said()}
    for row in stated:
        if row.stands in words.get(row.note, ""):
            yield Relation(
                where=row.note,
                kind=row.kind,
                target_list=row.target_list,
                target="",
                as_written=row.stands,
            )


def _pointed(where: str, slip: Oddity, names: Named, list_key: str) -> Reference:
    target = slip.target or ""
    return Reference(
        where=where,
        as_written=slip.stands,
        target_list=list_key,
        target=target,
        kind=ReferenceKind.CITES,
        resolved=target in names.known,
    )
