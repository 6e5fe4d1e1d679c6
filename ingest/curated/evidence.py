"""What our own data rests on: documents with their digest and day, excerpts with their number, memory."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from graph.errors import BadDataFile
from graph.ids import evidence_iri
from graph.model.quad import Quad
from graph.provenance import CitationKind
from graph.vocabulary import DCTERMS, cty
from ingest.curated import shipped
from ingest.curated.rows import read_rows
from ingest.emit.statements import Pen

_DOCUMENT = re.compile(r"document:(?P<file>[^#]+)#(?P<at>.+)", re.DOTALL)
_EXCERPT = re.compile(r"seen:(?P<id>S\d+)")
#: A pinpoint may have a plus sign of its own; a new piece of evidence begins with its kind.
_NEXT = re.compile(r" \+ (?=document:|seen:|memory)")


class Document(BaseModel):
    """One document that our own data cites."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    document: str
    sha256: str
    day: date
    """Day of the text."""


class Excerpt(BaseModel):
    """One excerpt: a page that was seen in part, or a note about one."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    where: str
    what: str
    note: str
    retrieved: date


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of evidence of one row."""

    kind: CitationKind
    source: str
    """Path of the document, number of the excerpt, or ``memory``."""

    at: str
    day: date
    """Day of the text; of an excerpt or a memory, the day on which it was written down."""

    sha256: str | None = None

    def emit(self, subject: str, graph: str) -> Iterator[Quad]:
        """Yield that ``subject`` rests on this."""
        name = f"{self.sha256 or self.source} {self.at}".strip()
        pen = Pen(evidence_iri(self.kind.value, name), graph)
        yield from Pen(subject, graph).link(cty("hasEvidence"), pen.subject)
        yield from pen.a("Evidence")
        yield from pen.code("evidenceKind", "EvidenceKind", self.kind)
        yield from pen.value(f"{DCTERMS}source", name)
        yield from pen.value(cty("citationLabel"), f"{self.source}, {self.at}".strip(", "))
        yield from pen.value(cty("contentHash"), self.sha256)
        yield from pen.value(cty("evidenceDay"), self.day)


@cache
def known_documents(folder: Path | None = None) -> Mapping[str, Document]:
    """Return the documents of ``data/evidence``, by path."""
    path = (folder or shipped("data")) / "evidence" / "documents.csv"
    return {row.document: row for _, row in read_rows(path, Document)}


@cache
def known_excerpts(folder: Path | None = None) -> Mapping[str, Excerpt]:
    """Return the excerpts of ``data/evidence``, by number."""
    path = (folder or shipped("data")) / "evidence" / "excerpts.csv"
    return {row.id: row for _, row in read_rows(path, Excerpt)}


def read_evidence(text: str, file: str, where: str) -> tuple[Piece, ...]:
    """Read the evidence of one row: pieces parted by a plus sign.

    Raises:
        BadDataFile: none, one of an unknown kind, or one of a document or excerpt that ``data/evidence`` has not.
    """
    pieces = tuple(_piece(part, file, where) for part in _NEXT.split(text) if part)
    if not pieces:
        raise BadDataFile(file, where, "no evidence")
    return pieces


def _piece(text: str, file: str, where: str) -> Piece:
    if text == "memory":
        return Piece(CitationKind.MEMORY, text, "", known_excerpts()[text].retrieved)
    if found := _EXCERPT.fullmatch(text):
        excerpt = known_excerpts().get(found["id"])
        if excerpt is None:
            raise BadDataFile(file, where, f"no excerpt {found['id']}")
        return Piece(CitationKind.EXCERPT, excerpt.id, "", excerpt.retrieved)
    if found := _DOCUMENT.fullmatch(text):
        known = known_documents().get(found["file"])
        if known is None:
            raise BadDataFile(file, where, f"no document {found['file']}")
        return Piece(CitationKind.DOCUMENT, known.document, found["at"], known.day, known.sha256)
    raise BadDataFile(file, where, f"evidence {text!r} is no document, excerpt or memory")
