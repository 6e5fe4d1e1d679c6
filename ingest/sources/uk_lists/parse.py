"""Parse the UK Military List or the dual-use list from the sheet that holds both."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from graph.errors import UnreadableDocument, UnreadableItem
from graph.model.document import Issue, ListDocument, Omission
from graph.model.note import Note
from graph.model.paragraph import ParagraphKind
from graph.model.passage import Passage
from ingest.outline.line import Line
from ingest.outline.said import Said, holder_of, read_references, read_terms
from ingest.source import Source
from ingest.sources.uk_lists.sheet import COLUMNS, Sheet, SheetRow, read_sheet
from ingest.text.canonical import Canonical
from ingest.text.codes import Form, notation_of
from ingest.text.note_kind import note_kind
from ingest.text.note_target import note_notation, note_prefix
from ingest.text.tree import Draft, build_paragraphs

_SHEETS = {"uk-ml": "uk-military-list", "uk-dual-use": "eu-annex-i-2018"}
_OTHERS = {
    "uk-ml": {Form.CODE: "uk-dual-use", Form.WASSENAAR: "wa-du"},
    "uk-dual-use": {Form.MUNITIONS: "uk-ml", Form.WASSENAAR: "wa-du"},
}
_ENTRY = re.compile(r"(?:ML|PL)\d{1,4}|\d[A-E]\d{3}")
_CODE = re.compile(r"(?:ML|PL)\d{1,4}[a-z0-9]*(?=\s)")
_HEADING = re.compile(r"(?P<category>\d)(?:\.0)?(?P<group>[A-E])?")
_FRONT = re.compile(r"\S{1,12}[.)]?(?=\s)")
_COLUMN_CLASSES = {"list": "column-list", "row": "row-number", "depth": "depth"}
_NOTES = {
    "decontrol_note": "Note", "note": "Note", "nota_bene": "N.B.", "see_also": "N.B.", "technical_note": "Technical Note",
}  # fmt: skip


def parse(document: bytes, source: Source) -> ListDocument:
    """Return everything that one of the two lists says, as records.

    Args:
        document: The sheet, UTF-8.
        source: What ``source.yml`` says of it; its key tells which list is wanted.

    Shape:   paragraphs in the order of the sheet, which is a user interface's, not the law's; a row without a number of
        its own is ``X.row.N`` below what it stands under.

    Raises:
        UnreadableDocument: not the sheet we know, or a depth or rating that cannot be read.
        DuplicateNotation: raised by the tree.
    """
    sheet = read_sheet(document, source.document)
    reader = _Reader(sheet, source.key)
    reader.read()
    paragraphs = build_paragraphs(reader.drafts, document=sheet.name)
    named = {p.notation for p in paragraphs}
    said = [Said(p.notation, holder_of(p.notation, named), p.text) for p in paragraphs]
    said += [Said(n.notation, holder_of(n.annotates or "", named), n.text) for n in reader.notes]
    known = {one.where for one in said}
    terms, uses, undefined = read_terms(said, (), {})
    return ListDocument(
        version=replace(source.version, length=len(sheet.canonical.text)),
        paragraphs=paragraphs,
        notes=tuple(reader.notes),
        terms=terms,
        term_uses=uses,
        references=read_references(
            said, list_key=source.key, known=known, others=_OTHERS[source.key]
        ),
        issues=tuple(sorted({*reader.issues, *undefined})),
        omissions=tuple(reader.omissions),
    )


def canonical(document: bytes) -> Canonical:
    """Return the canonical text that the passages of ``parse`` are cut from."""
    return read_sheet(document, "uk-lists").canonical


@dataclass(slots=True)
class _Reader:
    sheet: Sheet
    key: str
    drafts: list[Draft] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    omissions: list[Omission] = field(default_factory=list)
    _open: list[tuple[int, str]] = field(default_factory=list)
    """Depth and notation of the rows that are open."""

    _known: set[str] = field(default_factory=set)
    _taken: set[str] = field(default_factory=set)

    def read(self) -> None:
        """Read every row; those of the other list are left out."""
        header, *rows = self.sheet.rows
        for line in header.cells.values():
            self._omit("header", line)
        wanted = _SHEETS[self.key]
        for row in rows:
            if row.text("list") == wanted:
                self._row(row)
            elif row.text("list") in _SHEETS.values():
                for column in COLUMNS:
                    self._omit("another-list", row.cells[column])
            else:
                raise self._unreadable(row, f"a list {row.text('list')!r}")
        if not self.drafts:
            raise UnreadableDocument(self.sheet.name, "document", f"no row of {wanted}")

    def _row(self, row: SheetRow) -> None:
        for column, left_out in _COLUMN_CLASSES.items():
            self._omit(left_out, row.cells[column])
        if not row.text("depth").isdigit():
            raise self._unreadable(row, f"depth {row.text('depth')!r}")
        depth = int(row.text("depth"))
        del self._open[
            next((n for n, (d, _) in enumerate(self._open) if d >= depth), len(self._open)) :
        ]
        above = self._open[-1][1] if self._open else None
        notation, kind = self._notation(row, above)
        parent = self._parent(notation, kind, above)
        marker = self._cut(row.cells["rating"])
        text = self._words(row, notation)
        title = self._title(row) if kind in {ParagraphKind.HEADING, ParagraphKind.ENTRY} else None
        self.drafts.append(
            Draft(
                notation=notation,
                official=row.text("rating") or notation,
                marker=marker,
                text=(text,) if text else (),
                kind=kind,
                parent=parent,
                title=title,
            )
        )
        self._known.add(notation)
        self._open.append((depth, notation))
        for column, heading in _NOTES.items():
            if row.text(column):
                self._note(row.cells[column], heading, notation)

    def _notation(self, row: SheetRow, above: str | None) -> tuple[str, ParagraphKind | None]:
        """Return a row's notation; one without a number of its own is named by its place in the sheet."""
        rating = row.text("rating")
        printed = _CODE.match(row.text("text"))
        if not rating and printed:
            rating = printed[0]
            self.issues.append(Issue(where=rating, kind="rating-only-in-the-words", value=rating))
        heading = _HEADING.fullmatch(rating)
        if heading:
            group = heading["group"]
            name = f"{heading['category']}{group}" if group else f"cat{heading['category']}"
            if name not in self._known:
                return name, ParagraphKind.HEADING
        try:
            notation = notation_of(rating, ()) if rating else ""
        except UnreadableItem as exc:
            raise self._unreadable(row, f"rating {rating!r}") from exc
        if notation and notation not in self._known:
            return notation, ParagraphKind.ENTRY if _ENTRY.fullmatch(notation) else None
        base = notation or above
        if base is None:
            raise self._unreadable(row, "no rating, and nothing above")
        name = f"{base}.row.{row.text('row')}-{row.number}"
        self.issues.append(Issue(where=name, kind="row-without-number", value=rating or "blank"))
        return name, None

    def _parent(self, notation: str, kind: ParagraphKind | None, above: str | None) -> str | None:
        if kind is ParagraphKind.HEADING:
            category = f"cat{notation[0]}"
            return category if notation != category and category in self._known else None
        if kind is ParagraphKind.ENTRY:
            return notation[:2] if notation[:2] in self._known else None
        base = (
            notation.partition(".row.")[0] if ".row." in notation else notation.rpartition(".")[0]
        )
        while base and base not in self._known:
            base = base.rpartition(".")[0]
        if ".row." not in notation and base != notation.rpartition(".")[0]:
            self.issues.append(Issue(where=notation, kind="missing-parent", value=base or "none"))
        return base or above

    def _words(self, row: SheetRow, notation: str) -> Passage | None:
        """Return the words of a row; its number in front is left out."""
        line, rating = row.cells["text"], row.text("rating")
        front = _FRONT.match(line.text)
        step = notation.rpartition(".")[2]
        if front and front[0].rstrip(".)") in {rating, step, notation} and line.text != front[0]:
            self._omit("number-in-front", line.part(0, front.end()))
            line = line.part(front.end())
        return self._cut(line)

    def _title(self, row: SheetRow) -> str:
        return row.text("text").removeprefix(row.text("rating")).rstrip(".,;: ").strip()

    def _note(self, line: Line, heading: str, target: str) -> None:
        kind, effect = note_kind(heading, line.text)
        notation = note_notation(target, note_prefix(kind, heading), None, self._taken)
        self._taken.add(notation)
        passage = self._cut(line)
        self.notes.append(
            Note(
                notation=notation,
                annotates=target,
                parent=None,
                kind=kind,
                effect=effect,
                index=1 + sum(n.annotates == target for n in self.notes),
                official=heading,
                text=(passage,) if passage else (),
            )
        )

    def _cut(self, line: Line) -> Passage | None:
        if not line.text:
            return None
        return self.sheet.canonical.cut(line.start, line.start + len(line.text))

    def _omit(self, kind: str, line: Line) -> None:
        if passage := self._cut(line):
            self.omissions.append(Omission(kind=kind, passage=passage))

    def _unreadable(self, row: SheetRow, problem: str) -> UnreadableDocument:
        return UnreadableDocument(self.sheet.name, f"row {row.number}", problem)
