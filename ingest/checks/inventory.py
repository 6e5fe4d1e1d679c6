"""How many records of each kind a document gives, against what `source.yml` expects."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from graph.errors import UnexpectedCount
from graph.model.document import ListDocument
from graph.model.paragraph import Paragraph, ParagraphKind
from ingest.source import Source

_PLURAL = {
    ParagraphKind.ENTRY: "entries",
    ParagraphKind.HEADING: "headings",
    ParagraphKind.ITEM: "items",
    ParagraphKind.CONDITION: "conditions",
    ParagraphKind.RESERVED: "reserved",
}


def count(document: ListDocument) -> dict[str, int]:
    """Return the number of records of each kind, with the names that `source.yml` uses.

    Shape:   names in kebab-case, sorted; a kind that does not occur is left out.
    """
    counts: Counter[str] = Counter(_names(document))
    return dict(sorted(counts.items()))


def count_omissions(document: ListDocument) -> dict[str, int]:
    """Return the number of passages left out, by class."""
    return dict(sorted(Counter(omission.kind for omission in document.omissions).items()))


def check_inventory(document: ListDocument, source: Source, *, with_omissions: bool = True) -> None:
    """Check that a document gives what its source expects.

    Args:
        document: All records; those of a snapshot have no omissions.
        source: Names the counts.
        with_omissions: Whether what was left out is counted too.

    Raises:
        UnexpectedCount: a count that the source names differs, a class of omissions is not named or differs.
    """
    found, left_out = count(document), count_omissions(document)
    pairs = [(name, wanted, found.get(name, 0)) for name, wanted in source.expect.items()]
    for kind in sorted({*left_out, *source.omissions}) if with_omissions else ():
        wanted = source.omissions.get(kind, 0)
        pairs.append((f"omissions-{kind}", wanted, left_out.get(kind, 0)))
    differing = {name: (str(wanted), got) for name, wanted, got in pairs if wanted != got}
    if differing:
        raise UnexpectedCount(source.key, differing)


def _names(document: ListDocument) -> Iterator[str]:
    yield from _paragraph_names(document.paragraphs)
    for note in document.notes:
        yield from ("notes", f"notes-{_kebab(note.kind)}")
    yield from ("requirement-rows" for _ in document.requirements)
    for flag in document.exceptions:
        yield f"exceptions-{flag.exception.replace('/', '-')}"
    for statement in document.statements:
        yield f"statements-{_kebab(statement.kind)}"
    yield from ("table-rows" for _ in document.tables)
    yield from ("terms" for _ in document.terms)
    yield from ("references" for _ in document.references)
    for relation in document.relations:
        yield f"relations-{_kebab(relation.kind)}"
    for issue in document.issues:
        yield from ("issues", f"issues-{_kebab(issue.kind)}")


def _paragraph_names(paragraphs: tuple[Paragraph, ...]) -> Iterator[str]:
    parents = {paragraph.notation: paragraph.parent for paragraph in paragraphs}
    for paragraph in paragraphs:
        yield _PLURAL[paragraph.kind]
        if paragraph.kind is ParagraphKind.ENTRY:
            yield f"entries-{_top(paragraph.notation, parents)}"


def _top(notation: str, parents: dict[str, str | None]) -> str:
    above = parents.get(notation)
    return notation if above is None else _top(above, parents)


def _kebab(text: str) -> str:
    return text.lower().replace(" ", "-").replace("_", "-")
