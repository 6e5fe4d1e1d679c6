"""A document of an act from the provisions that its parser found."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from graph.errors import DuplicateNotation, UnreadableDocument
from graph.model.document import Issue, ListDocument, Omission
from graph.model.paragraph import Connective, Paragraph, ParagraphKind
from graph.model.passage import Passage
from graph.model.reference import Reference, ReferenceKind
from graph.model.requirement import TableRow
from ingest.source import Source
from ingest.text.canonical import Canonical
from ingest.text.deontic import sentences_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """One provision as a parser finds it, in document order, what stands above it before it."""

    notation: str
    """Path below the act, levels parted by ``/``: ``3/a/1`` of 15 CFR 744, ``art/4/1/a`` of a regulation."""

    official: str
    """As printed: ``§ 744.3``, ``(a)``, ``Art. 4``, ``第二条``."""

    kind: ParagraphKind
    """A part, chapter or division is a heading; an article or section an entry; what stands below it an item."""

    parent: str | None = None
    """``None`` for what stands directly below the act."""

    marker: Passage | None = None
    """Its number as printed, where it is a run of its own."""

    heading: Passage | None = None
    title: str | None = None
    """The heading's words where its passage has signs of markup in it."""

    text: tuple[Passage, ...] = ()
    """Own words, without those of the provisions below."""

    @property
    def words(self) -> str:
        """Its own words."""
        return " ".join(part.wording or "" for part in self.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A provision that the words of another one name."""

    where: str
    as_written: str
    act: str
    """Key of the act, such as ``eu/reg/2021/821``; the key of a list where a position of a list is named."""

    target: str
    """Path below the act; empty for the act as a whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What a parser found beside the provisions themselves."""

    citations: Iterable[Citation] = ()
    """What their words name."""

    definitions: Mapping[str, str] = field(default_factory=dict)
    """Defined term, without quotation marks, to the path of the provision that defines it."""

    tables: Iterable[TableRow] = ()
    """Rows of tables; each belongs to a provision."""

    issues: Iterable[Issue] = ()
    omissions: Iterable[Omission] = ()
    """Words that are in no record."""


def law_document(
    source: Source, canonical: Canonical, units: Sequence[Unit], beside: Beside
) -> ListDocument:
    """Return everything that one state of an act says, as records.

    Args:
        source: What ``source.yml`` says of the document.
        canonical: The text that all passages are cut from.
        units: The provisions in document order.
        beside: What was found beside them.

    Raises:
        DuplicateNotation: two provisions have one path.
        UnreadableDocument: a provision below one that does not stand before it.
    """
    paragraphs = tuple(_paragraphs(units, source))
    known = {paragraph.notation for paragraph in paragraphs}
    return ListDocument(
        version=replace(source.version, length=len(canonical.text)),
        paragraphs=paragraphs,
        tables=tuple(beside.tables),
        references=_references(beside, units, known, source.key),
        sentences=tuple(
            sentence
            for unit in units
            for sentence in sentences_of(unit.notation, unit.text, source.language)
        ),
        issues=tuple(sorted(set(beside.issues))),
        omissions=tuple(beside.omissions),
    )


def _paragraphs(units: Sequence[Unit], source: Source) -> Iterator[Paragraph]:
    holders = {unit.parent for unit in units}
    depths: dict[str, int] = {}
    numbers: dict[str | None, int] = {}
    for unit in units:
        if unit.notation in depths:
            raise DuplicateNotation(source.document, unit.notation, (unit.official,))
        if unit.parent is not None and unit.parent not in depths:
            raise UnreadableDocument(source.document, unit.notation, f"no {unit.parent} before it")
        roots = (ParagraphKind.HEADING, ParagraphKind.ENTRY)
        at = 0 if unit.parent is None or unit.kind in roots else depths[unit.parent] + 1
        depths[unit.notation] = -1 if unit.kind is ParagraphKind.HEADING else at
        numbers[unit.parent] = numbers.get(unit.parent, 0) + 1
        yield Paragraph(
            notation=unit.notation,
            official=unit.official,
            parent=unit.parent,
            kind=unit.kind,
            index=numbers[unit.parent],
            depth=depths[unit.notation],
            connective=Connective.LIST if unit.notation in holders else Connective.NONE,
            label=unit.title or (unit.heading.wording if unit.heading else None),
            marker=unit.marker,
            heading=unit.heading,
            text=unit.text,
        )


def _references(
    beside: Beside, units: Iterable[Unit], known: Collection[str], key: str
) -> tuple[Reference, ...]:
    found = {
        Reference(
            where=one.where,
            as_written=one.as_written,
            target_list=one.act,
            target=one.target,
            kind=ReferenceKind.CITES,
            # whether another act is held, and has the provision, is not known where this one is read
            resolved=one.act == key and (one.target in known or not one.target),
        )
        for one in beside.citations
        if (one.act, one.target) != (key, one.where)
    }
    defined = _definitions(beside, units)
    for unit in units:
        for quoted in {
            match["term"].strip(_LOOSE).casefold() for match in _QUOTED.finditer(unit.words)
        }:
            path = _nearest(unit.notation, defined.get(quoted, ()))
            if path and path != unit.notation:
                found.add(
                    Reference(
                        where=unit.notation,
                        as_written=quoted,
                        target_list=key,
                        target=path,
                        kind=ReferenceKind.DEFINED_IN,
                        resolved=path in known,
                    )
                )
    return tuple(sorted(found))


_QUOTED = re.compile(r"[“‘'`\"„«「](?P<term>[^”’'\"»」“]{2,60})[”’'\"»」“]")
_MEANS = re.compile(
    r"[“‘'`\"](?P<term>[^”’'\"]{2,60})[”’'\"],? (?:means\b|includes\b|has the (?:same )?meaning|is defined)"
)


_LOOSE = " *,."


def _definitions(beside: Beside, units: Iterable[Unit]) -> dict[str, list[str]]:
    """Return where each term is defined: as the parser found, and by a sentence in which a quoted term "means"."""
    found: dict[str, list[str]] = {}
    for label, path in beside.definitions.items():
        found.setdefault(label.casefold(), []).append(path)
    for unit in units:
        for match in _MEANS.finditer(unit.words):
            places = found.setdefault(match["term"].strip(_LOOSE).casefold(), [])
            if unit.notation not in places:
                places.append(unit.notation)
    return found


def _nearest(where: str, places: Sequence[str]) -> str:
    """Return the definition that holds at a place: the one of its section, else the only one; empty where it is open."""
    section = _section(where)
    near = [path for path in places if _section(path) == section]
    if near:
        return near[0]
    return places[0] if len(places) == 1 else ""


def _section(path: str) -> str:
    parts = path.split("/")
    return "/".join(parts[:1] if parts[0][:1].isdigit() else parts[:2])
