"""Parse Annex IV from the Markdown that was copied out of the consolidated text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from graph.errors import UnreadableDocument
from graph.model.document import Issue, ListDocument, Omission
from graph.model.note import Note, NoteEffect, NoteKind
from graph.model.paragraph import ParagraphKind
from graph.model.passage import MarkKind, Passage
from graph.model.relation import Relation, RelationKind
from ingest.outline.said import Said, holder_of, read_references, read_terms
from ingest.source import Source
from ingest.text.canonical import Builder, Canonical
from ingest.text.codes import Form, notation_of
from ingest.text.note_kind import note_kind
from ingest.text.tree import Draft, build_paragraphs

_MARKUP = re.compile(r"\*{1,3}|</?su[pb]>|\||^#+|(?<=\| )---(?= \|)")
_RAISED = {"<sup>": MarkKind.SUP, "<sub>": MarkKind.SUB}
_ROW = re.compile(r"(?P<code>\d[A-E]\d{3}(?:\.[a-z0-9]+)*)\.?$")
_PART = re.compile(r"PART (?P<number>I{1,2})$")
_MEMBER = re.compile(r"— (?P<code>\d[A-E]\d{3})\b")
_STEP = re.compile(r"(?:(?P<step>\d)\.|\((?P<inner>[a-z])\)) ")
_OTHERS = {Form.CODE: "eu-annex-i", Form.MUNITIONS: "eu-cml"}


@dataclass(frozen=True, slots=True)
class _Line:
    """One line: its words in pieces, between what marks them."""

    number: int
    pieces: tuple[tuple[int, int], ...]
    markup: tuple[tuple[int, int], ...]
    text: str
    row: tuple[int, ...] = ()
    """Number of pieces in each cell of a table row."""


def parse(document: bytes, source: Source) -> ListDocument:
    """Return everything that the Annex says, as records.

    Args:
        document: The Markdown, UTF-8.
        source: What ``source.yml`` says of it.

    Shape:   one entry a row, named by its code in Annex I; each selects from that list.

    Raises:
        UnreadableDocument: not UTF-8, or a line that fits nowhere.
    """
    text, lines = _read(document, source.document)
    reader = _Reader(source.document, text)
    for line in lines:
        reader.line(line)
    if not reader.drafts:
        raise UnreadableDocument(source.document, "document", "holds no part of Annex IV")
    paragraphs = build_paragraphs(reader.drafts, document=source.document)
    named = {p.notation for p in paragraphs}
    said = [Said(p.notation, holder_of(p.notation, named), p.text) for p in paragraphs]
    said += [Said(n.notation, holder_of(n.annotates or "", named), n.text) for n in reader.notes]
    terms, uses, undefined = read_terms(said, (), {})
    known = {one.where for one in said}
    return ListDocument(
        version=replace(source.version, length=len(text.text)),
        paragraphs=paragraphs,
        notes=tuple(reader.notes),
        terms=terms,
        term_uses=uses,
        references=read_references(said, list_key=source.key, known=known, others=_OTHERS),
        relations=tuple(reader.relations),
        issues=tuple(sorted({*reader.issues, *undefined})),
        omissions=tuple(reader.omissions),
    )


def canonical(document: bytes) -> Canonical:
    """Return the canonical text that the passages of ``parse`` are cut from."""
    return _read(document, "eu-annex-iv")[0]


def _read(document: bytes, name: str) -> tuple[Canonical, list[_Line]]:
    try:
        raw = document.decode("utf-8-sig")
    except UnicodeDecodeError as exc:
        raise UnreadableDocument(name, f"byte {exc.start}", "not UTF-8") from exc
    builder = Builder()
    lines = [
        _line(builder, unicodedata.normalize("NFC", line), number)
        for number, line in enumerate(raw.split("\n"), start=1)
        if line.strip()
    ]
    return builder.done(), lines


def _line(builder: Builder, raw: str, number: int) -> _Line:
    """Add one line to the canonical text, its markup apart from its words."""
    builder.gap()
    pieces, markup, text, row = [], [], [], [0]
    last, mark = 0, None
    for found in [*_MARKUP.finditer(raw), None]:
        end = found.start() if found else len(raw)
        span = builder.add(raw[last:end], mark)
        if raw[last:end].strip():
            pieces.append(span)
            text.append(raw[last:end])
            row[-1] += 1
        if found is None:
            break
        markup.append(builder.add(found[0]))
        mark = _RAISED.get(found[0])
        if found[0] == "|":
            row.append(0)
        last = found.end()
    cells = tuple(row[1:-1]) if raw.startswith("|") else ()
    return _Line(number, tuple(pieces), tuple(markup), " ".join("".join(text).split()), cells)


@dataclass(slots=True)
class _Reader:
    name: str
    canonical: Canonical
    drafts: list[Draft] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    omissions: list[Omission] = field(default_factory=list)
    _part: str = ""
    _note: str = ""
    _member: str = ""
    _known: set[str] = field(default_factory=set)

    def line(self, line: _Line) -> None:
        """Read the next line.

        Raises:
            UnreadableDocument: a line that fits nowhere.
        """
        for span in line.markup:
            self.omissions.append(Omission(kind="markup", passage=self.canonical.cut(*span)))
        if not line.pieces:
            return
        part = _PART.match(line.text)
        if line.row:
            self._row(line)
        elif part:
            self._part = f"part{len(part['number'])}"
            self._add(self._part, None, line, ParagraphKind.HEADING, title=line.text)
        elif not self._part:
            self._whole(line)
        else:
            self._below(line)

    def _row(self, line: _Line) -> None:
        first = line.row[0] if line.row else 0
        code = " ".join(self.canonical.text[a:b] for a, b in line.pieces[:first]).strip()
        found = _ROW.match(code)
        if found is None or first != 1:
            raise UnreadableDocument(self.name, f"line {line.number}", f"no code in {code[:30]!r}")
        notation = target = notation_of(found["code"])
        if notation in self._known:
            notation = f"{target}-2"
            self.issues.append(Issue(where=notation, kind="listed-twice", value=target))
        words = tuple(self.canonical.cut(*span) for span in line.pieces[1:])
        marker = self.canonical.cut(*line.pieces[0])
        title = self.canonical.text[line.pieces[1][0] : line.pieces[1][1]] if words else code
        self._keep(
            Draft(
                notation=notation,
                official=code,
                marker=marker,
                text=words,
                kind=ParagraphKind.ENTRY,
                parent=self._part,
                title=title.strip(" .,;:"),
            )
        )
        self._select(notation, target, code)

    def _whole(self, line: _Line) -> None:
        """Keep words about the whole Annex."""
        number = len(self.notes) + 1
        self.notes.append(self._noted(f"note.{number}", None, None, line))

    def _below(self, line: _Line) -> None:
        member, step = _MEMBER.match(line.text), _STEP.match(line.text)
        if member:
            self._member = f"cat0.{member['code']}"
            self._add(self._member, "cat0", line, None)
            self._select(self._member, member["code"], member["code"])
        elif step and (step["inner"] or self._member):
            self._add(f"{self._member}.{step['inner'] or step['step']}", self._member, line, None)
        elif step and self._note:
            note = self._noted(f"{self._note}.{step['step']}", self._part, self._note, line)
            self.notes.append(note)
        elif "Category 0" in line.text and self._part == "part2":
            self._add("cat0", self._part, line, ParagraphKind.ENTRY, title="Category 0")
            self._select("cat0", "cat0", "All Category 0")
        else:
            number = 1 + sum(n.annotates == self._part and n.parent is None for n in self.notes)
            self._note = f"{self._part}.note.{number}"
            self.notes.append(self._noted(self._note, self._part, None, line))

    def _add(
        self,
        notation: str,
        parent: str | None,
        line: _Line,
        kind: ParagraphKind | None,
        title: str | None = None,
    ) -> None:
        words = tuple(self.canonical.cut(*span) for span in line.pieces)
        self._keep(
            Draft(
                notation=notation,
                official=notation,
                marker=None,
                text=words,
                kind=kind,
                parent=parent,
                title=title,
            )
        )

    def _keep(self, draft: Draft) -> None:
        if draft.parent is not None and draft.parent not in self._known:
            raise UnreadableDocument(self.name, draft.notation, f"no {draft.parent} before it")
        self._known.add(draft.notation)
        self.drafts.append(draft)

    def _noted(self, notation: str, annotates: str | None, parent: str | None, line: _Line) -> Note:
        kind, effect = note_kind("", line.text)
        if "does not control" in line.text:
            kind, effect = NoteKind.DECONTROL, NoteEffect.NARROWS
        return Note(
            notation=notation,
            annotates=annotates,
            parent=parent,
            kind=kind,
            effect=effect,
            index=1 + sum(n.parent == parent for n in self.notes),
            official="",
            text=tuple(self._passages(line)),
        )

    def _passages(self, line: _Line) -> Iterator[Passage]:
        for span in line.pieces:
            yield self.canonical.cut(*span)

    def _select(self, where: str, target: str, written: str) -> None:
        self.relations.append(
            Relation(
                where=where,
                kind=RelationKind.SELECTS,
                target_list="eu-annex-i",
                target=target,
                as_written=written,
            )
        )
