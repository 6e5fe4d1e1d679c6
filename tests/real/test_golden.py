"""Golden files of whole parses: one line an entry, facts only. `COMITY_WRITE_GOLDEN=1 pytest tests/real/test_golden.py` writes them; read the diff."""

import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.model.document import ListDocument
from graph.model.paragraph import ParagraphKind
from ingest.emit.dated import joined_digest
from ingest.read import all_sources, read_from_document
from ingest.source import Source

pytestmark = pytest.mark.real

GOLDEN = Path(__file__).resolve().parents[1] / "golden"
COLUMNS = (
    "entry", "paragraphs", "items", "conditions", "reserved", "notes", "decontrol", "rows", "columns",
    "exceptions", "statements", "references", "deepest", "digest",
)  # fmt: skip


def summary(document: ListDocument) -> Iterator[str]:
    """One line an entry: counts of what hangs on it, its deepest notation and the digest of all its words."""

    def of(notation: str) -> str:
        return notation.split(".")[0]

    kinds = Counter((of(p.notation), p.kind) for p in document.paragraphs)
    notes = Counter(of(n.notation) for n in document.notes)
    decontrol = Counter(of(n.notation) for n in document.notes if n.kind.value == "decontrol")
    rows = Counter(r.entry for r in document.requirements)
    columns = {
        e: [c for r in document.requirements if r.entry == e for c in r.columns] for e in rows
    }
    exceptions = Counter(f.entry for f in document.exceptions)
    statements = Counter(of(s.about) for s in document.statements)
    references = Counter(of(r.where) for r in document.references)
    for entry in (p for p in document.paragraphs if p.kind is ParagraphKind.ENTRY):
        key = entry.notation
        below = [p for p in document.paragraphs if of(p.notation) == key]
        words = [part for p in below for part in p.text]
        deepest = max(below, key=lambda p: (p.depth, p.notation)).notation
        numbers = (
            len(below), kinds[key, ParagraphKind.ITEM], kinds[key, ParagraphKind.CONDITION],
            kinds[key, ParagraphKind.RESERVED], notes[key], decontrol[key], rows[key],
        )  # fmt: skip
        yield "\t".join([
            key, *map(str, numbers), ";".join(sorted(columns.get(key, []))), str(exceptions[key]), str(statements[key]),
            str(references[key]), deepest, joined_digest(words) if words else "",
        ])  # fmt: skip


@pytest.mark.parametrize(
    ("name", "source"), all_sources(), ids=lambda value: getattr(value, "key", "")
)
def test_the_whole_parse_is_as_it_was_reviewed(name: str, source: Source, documents: Path) -> None:
    lines = ["\t".join(COLUMNS), *summary(read_from_document(name, source, documents).document)]
    path = GOLDEN / f"{source.key}.tsv"
    text = "".join(f"{line}\n" for line in lines)
    if os.environ.get("COMITY_WRITE_GOLDEN"):
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")
    assert len(lines) > 380
