"""What was derived of two lists, as statements: the set, its mappings, the gaps that rest on them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import partial

from graph.answers.asof import AsOf, ListState
from graph.answers.crosswalk import derived, region
from graph.answers.gaps.lists import best, pair_gaps
from graph.answers.pairs import PARTED
from graph.derive.crosswalk.judged import SetRow, judged
from graph.derive.crosswalk.links import Crosswalk, Mapping, Review
from graph.ids import Item, finding_iri, key_of, set_iri
from graph.logic.relation import Relation
from graph.model.gap import Direction, Gap
from graph.model.quad import Quad
from graph.store import GraphStore, Question
from graph.vocabulary import DERIVED_FROM, OWL, SEMAPV, SKOS, SSSOM, TYPE, cty
from ingest.emit.statements import Pen

_CLASSES = {"coverage": "CoverageGap", "threshold": "ThresholdGap"}
_JUSTIFICATION = {
    Review.REVIEWED: "ManualMappingCuration",
    Review.REFUSED: "ManualMappingCuration",
}


def emit_pair(
    store: GraphStore,
    first: ListState,
    second: ListState,
    *,
    graph: str,
    said: Iterable[SetRow] = (),
) -> Iterator[Quad]:
    """Yield all that is kept of two states, the key that sorts first in front; ``said`` are the rows of their set.

    Shape:   deterministic; what can be looked up (states, citations, ranks) is left out.
    """
    versions = _versions(store, first), _versions(store, second)
    judge = partial(_with_words_of_persons, tuple(said), versions)
    found = derived(store, first, second, judge)
    name = set_iri(first.key, second.key)
    yield from _set(found, first, second, Pen(name, graph))
    regions = _regions(store, first, second)
    names = {}
    for link in found.links:
        sides = versions[0][link.subject], versions[1][link.object]
        iri = f"{name}/{key_of(sides[0], link.predicate.value, sides[1])}"
        names[link.subject, link.object] = iri
        yield from _mapping(link, sides, name, Pen(iri, graph))
        told = regions.get((link.subject, link.object))
        yield from Pen(iri, graph).value(cty("regionRelation"), told)
    if first.text == second.text:
        return
    as_of = AsOf(max(first.of, second.of), max(first.published_on, second.published_on))
    for gap in pair_gaps(store, first, second, as_of, beside=False):
        mapping = names.get((gap.a_notation, gap.b_notation))
        if mapping is not None:
            sides = versions[0][gap.a_notation], versions[1][gap.b_notation]
            yield from _gap(gap, sides, (name, mapping), as_of, graph)


def _with_words_of_persons(
    said: tuple[SetRow, ...], versions: tuple[dict[str, str], dict[str, str]], found: Crosswalk
) -> Crosswalk:
    days = tuple({n: f"@{iri.rpartition('/@')[2]}" for n, iri in held.items()} for held in versions)
    return judged(found, said, (days[0], days[1])).crosswalk


def _set(found: Crosswalk, first: ListState, second: ListState, pen: Pen) -> Iterator[Quad]:
    yield from pen.a("MappingSet")
    yield from pen.link(cty("setSubject"), first.iri)
    yield from pen.link(cty("setObject"), second.iri)
    yield from pen.value(cty("hasSubjectWords"), found.left.has_words)
    yield from pen.value(cty("hasObjectWords"), found.right.has_words)
    for part, side in (("searchedSubject", found.left), ("searchedObject", found.right)):
        lines = (_line(found, side.key, thing.notation) for thing in side.things)
        yield from pen.value(cty(part), "\n".join(lines))
    pointing = sorted(f"{key}\t{place}\t{to}" for (key, place), to in found.pointers.items())
    yield from pen.value(cty("pointsElsewhere"), "\n".join(pointing) or None)


def _line(found: Crosswalk, key: str, notation: str) -> str:
    other, sure = found.refused.get((key, notation), ("", 0.0))
    return f"{notation}\t{other}\t{sure:.3f}" if other else notation


def _versions(store: GraphStore, state: ListState) -> dict[str, str]:
    """Return notation to version of each paragraph of a state."""

    def made() -> dict[str, str]:
        rows = store.find(Question.NODES_OF_STATE, state=state.text)
        return {Item.of(row["version"]).notation: row["version"] for row in rows}

    found: dict[str, str] = store.kept(("versions", state.text), made)
    return found


def _regions(store: GraphStore, first: ListState, second: ListState) -> dict[tuple[str, str], str]:
    """Return how the regions of the best counterparts lie, where that is told."""
    told = {
        (m.subject, m.object): region(store, (first, m.subject), (second, m.object)).relation
        for m in best(store, first, second)
        if m.set_relation.value not in ("equal", "none")
    }
    return {pair: one.value for pair, one in told.items() if one is not Relation.UNKNOWN}


def _mapping(link: Mapping, sides: tuple[str, str], name: str, pen: Pen) -> Iterator[Quad]:
    yield Quad(pen.subject, TYPE, f"{OWL}Axiom", pen.graph)
    yield from pen.a("EntryMapping")
    yield from pen.link(f"{OWL}annotatedSource", sides[0])
    yield from pen.link(f"{OWL}annotatedProperty", f"{SKOS}{link.predicate.value}")
    yield from pen.link(f"{OWL}annotatedTarget", sides[1])
    justified = _JUSTIFICATION.get(link.review, "CompositeMatching")
    yield from pen.link(f"{SSSOM}mapping_justification", f"{SEMAPV}{justified}")
    yield from pen.value(f"{SSSOM}confidence", Decimal(f"{link.confidence:.3f}").normalize())
    yield from pen.link(cty("inMappingSet"), name)
    yield from pen.value(cty("setRelation"), link.set_relation.value)
    yield from pen.value(cty("reviewState"), link.review.value)
    yield from pen.value(cty("because"), PARTED.join(link.reasons) or None)
    yield from pen.value(cty("modulo"), PARTED.join(link.modulo) or None)


def _gap(
    gap: Gap, sides: tuple[str, str], because: tuple[str, str], as_of: AsOf, graph: str
) -> Iterator[Quad]:
    pen = Pen(finding_iri(gap.kind, gap.finding), graph)
    left, right = _witnesses(gap)
    yield from pen.a(_CLASSES[gap.kind])
    yield from pen.link(cty("ofMappingSet"), because[0])
    yield from pen.link(DERIVED_FROM, because[1])
    yield from pen.link(cty("leftSide"), sides[0])
    yield from pen.link(cty("rightSide"), sides[1])
    for name, value in (
        ("gapDirection", gap.direction.value), ("gapStatus", str(gap.status)), ("gapSeverity", gap.severity.value),
        ("determinacy", gap.determinacy.value), ("currency", gap.currency.value), ("because", gap.reason),
        ("modulo", gap.modulo or None), ("isBoundaryOnly", gap.boundary_only),
        ("witnessLeft", left or None), ("witnessRight", right or None),
        ("asOfValid", as_of.valid), ("asOfKnown", as_of.known),
    ):  # fmt: skip
        yield from pen.value(cty(name), value)


def _witnesses(gap: Gap) -> tuple[str, str]:
    """Return what only the left side controls, and what only the right side does."""
    first, _, second = gap.witness.partition(PARTED)
    return ("", first) if gap.direction is Direction.B_NOT_A else (first, second)
