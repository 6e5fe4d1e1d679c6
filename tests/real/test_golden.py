"""Golden files of whole parses: one line an entry, facts only. `COMITY_WRITE_GOLDEN=1 pytest tests/real/test_golden.py` writes them; read the diff."""

import os
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.ids import is_act_key
from graph.model.document import ListDocument
from graph.model.paragraph import Paragraph, ParagraphKind
from ingest.emit.dated import joined_digest
from ingest.read import ListReading, all_lists

pytestmark = pytest.mark.real

GOLDEN = Path(__file__).resolve().parents[1] / "golden"
COLUMNS = (
    "entry", "paragraphs", "items", "conditions", "reserved", "notes", "decontrol", "rows", "columns",
    "exceptions", "statements", "references", "deepest", "digest",
)  # fmt: skip


def summary(document: ListDocument) -> Iterator[str]:
    """One line an entry: counts of what hangs on it, its deepest notation and the digest of all its words."""
    above = {p.notation: p for p in document.paragraphs}
    above |= {n.notation: above.get(n.annotates or "") for n in document.notes}  # type: ignore[misc]  # a note on the list has none

    def of(notation: str) -> str:
        p = above.get(notation)
        while p is not None and p.kind is not ParagraphKind.ENTRY and p.parent:
            p = above[p.parent]
        return p.notation if p is not None else ""

    below: dict[str, list[Paragraph]] = defaultdict(list)
    for p in document.paragraphs:
        below[of(p.notation)].append(p)
    notes = Counter(of(n.notation) for n in document.notes)
    decontrol = Counter(of(n.notation) for n in document.notes if n.kind.value == "decontrol")
    rows = Counter(r.entry for r in document.requirements)
    columns: dict[str, list[str]] = defaultdict(list)
    for row in document.requirements:
        columns[row.entry] += row.columns
    exceptions = Counter(f.entry for f in document.exceptions)
    statements = Counter(of(s.about) for s in document.statements)
    references = Counter(of(r.where) for r in document.references)
    for entry in (p for p in document.paragraphs if p.kind is ParagraphKind.ENTRY):
        key = entry.notation
        kinds = Counter(p.kind for p in below[key])
        words = [part for p in below[key] for part in p.text]
        deepest = max(below[key], key=lambda p: (p.depth, p.notation)).notation
        numbers = (
            len(below[key]), kinds[ParagraphKind.ITEM], kinds[ParagraphKind.CONDITION],
            kinds[ParagraphKind.RESERVED], notes[key], decontrol[key], rows[key],
        )  # fmt: skip
        yield "\t".join([
            key, *map(str, numbers), ";".join(sorted(columns.get(key, []))), str(exceptions[key]), str(statements[key]),
            str(references[key]), deepest, joined_digest(words) if words else "",
        ])  # fmt: skip


@pytest.mark.parametrize("key", sorted(key for key in all_lists() if not is_act_key(key)))
def test_the_whole_parse_is_as_it_was_reviewed(readings: dict[str, ListReading], key: str) -> None:
    for edition in readings[key].history.editions:
        document = edition.document
        lines = ["\t".join(COLUMNS), *summary(document)]
        path = GOLDEN / f"{key}{document.version.day}.tsv"
        text = "".join(f"{line}\n" for line in lines)
        if os.environ.get("COMITY_WRITE_GOLDEN"):
            path.write_text(text, encoding="utf-8")
        assert text == path.read_text(encoding="utf-8")
        assert len(lines) > 1
