"""Rows of our own tables: what each says, for which days, and what it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from graph.answers.asof import AsOf, Currency, Determinacy
from graph.errors import UnreadableDate
from graph.provenance import CARRIES, CitationKind
from graph.store import GraphStore, Question
from graph.vocabulary import cty


@dataclass(frozen=True, slots=True, order=True)
class Ground:
    """One piece of evidence."""

    kind: CitationKind
    label: str
    """Document, excerpt or ``memory``, with the pinpoint."""

    day: date
    """Day of the text; of an excerpt or a memory, the day on which it was written down."""

    sha256: str


@dataclass(frozen=True, slots=True)
class Fact:
    """One row."""

    iri: str
    parts: Mapping[str, tuple[str, ...]]
    """Local name of a property to its values, sorted."""

    grounds: tuple[Ground, ...]

    def text(self, name: str) -> str:
        """Return a value that may stand once; empty where it is not there."""
        return next(iter(self.parts.get(name, ())), "")

    def codes(self, name: str) -> tuple[str, ...]:
        """Return the codes of the resources that a property points to: ``KR``, ``jp``."""
        return tuple(iri.rpartition("/")[2] for iri in self.parts.get(name, ()))

    @property
    def jurisdictions(self) -> tuple[str, ...]:
        """The legal orders in which it has effect."""
        return self.codes("appliesIn")

    @property
    def key(self) -> str:
        """Key of the row in its table."""
        return self.text("factId")

    @property
    def citation(self) -> str:
        """The provision, as a lawyer would cite it, and else the first ground."""
        return self.text("citationLabel") or self.grounds[0].label

    @property
    def first(self) -> date | None:
        """First day, where it is known."""
        return _day(self.text("validFrom"))

    @property
    def end(self) -> date | None:
        """The day after the last, where it is known."""
        return _day(self.text("validTo"))

    @property
    def read(self) -> date:
        """Day of the text that says so."""
        return _day(self.text("textDay")) or min(ground.day for ground in self.grounds)

    @property
    def determinacy(self) -> Determinacy:
        """Determined where a document says so; an excerpt or a memory only adds caution."""
        sure = any(ground.kind is CitationKind.DOCUMENT for ground in self.grounds)
        return Determinacy.DETERMINED if sure else Determinacy.CONDITIONAL

    def holds(self, as_of: AsOf) -> bool:
        """Say whether nothing known speaks against it on the day asked for."""
        begun = self.first is None or self.first <= as_of.valid
        public = self.first is None or self.first <= as_of.known
        return begun and public and (self.end is None or as_of.valid < self.end)

    def currency(self, as_of: AsOf) -> Currency:
        """Return how the day asked for lies to the days that are known."""
        whole = self.first is not None and self.end is not None
        if whole or self.text("textDay") == as_of.valid.isoformat():
            return Currency.EXACT
        return Currency.ASSUMED


def facts(store: GraphStore, class_name: str) -> tuple[Fact, ...]:
    """Return every row of one class of our own tables, by IRI."""
    found: tuple[Fact, ...] = store.kept(("facts", class_name), lambda: _facts(store, class_name))
    return found


def _facts(store: GraphStore, class_name: str) -> tuple[Fact, ...]:
    given = {"class": cty(class_name)}
    parts: dict[str, dict[str, list[str]]] = {}
    for row in store.find(Question.FACTS, **given):
        parts.setdefault(row["resource"], {}).setdefault(row["part"], []).append(row["value"])
    grounds: dict[str, set[Ground]] = {}
    for row in store.find(Question.EVIDENCE_OF_FACTS, **given):
        kind = CitationKind(row["kind"].rpartition("-")[2])
        ground = Ground(kind, row["label"], date.fromisoformat(row["day"]), row["sha256"])
        grounds.setdefault(row["resource"], set()).add(ground)
    return tuple(
        Fact(iri, {name: tuple(sorted(v)) for name, v in told.items()}, _ranked(grounds[iri]))
        for iri, told in sorted(parts.items())
    )


def of(store: GraphStore, class_name: str, jurisdiction: str, as_of: AsOf) -> Iterator[Fact]:
    """Yield the rows of one class that hold on the day asked for, in one jurisdiction or in all (empty)."""
    for fact in facts(store, class_name):
        if fact.holds(as_of) and (not jurisdiction or jurisdiction in fact.jurisdictions):
            yield fact


def instruments(store: GraphStore, jurisdiction: str, as_of: AsOf) -> Iterator[Fact]:
    """Yield the licences, exceptions and permits that are known, in one jurisdiction or in all (empty)."""
    for name in ("AuthorisationInstrument", "NationalGeneralLicence"):
        yield from of(store, name, jurisdiction, as_of)


def _ranked(grounds: set[Ground]) -> tuple[Ground, ...]:
    """Return the better kinds first."""
    kinds = list(CARRIES)
    return tuple(sorted(grounds, key=lambda ground: (kinds.index(ground.kind), ground)))


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as exc:
        raise UnreadableDate(text) from exc
