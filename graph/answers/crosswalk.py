"""Which paragraphs of one list correspond to which of another, from the release."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from graph.answers.asof import ListState
from graph.answers.compare import known
from graph.answers.facts import Fact, facts
from graph.answers.limits import reference_lines
from graph.answers.lists import NoteLine, note_lines
from graph.answers.pairs import UNDECIDED, stored
from graph.answers.position import code_of
from graph.answers.sides import READ, sides
from graph.derive.crosswalk.lineage import Numbering, NumberingRule, PointerRule
from graph.derive.crosswalk.links import Crosswalk, rows, turned
from graph.derive.crosswalk.links import Mapping as Link
from graph.derive.crosswalk.mapping import crosswalk
from graph.derive.crosswalk.model import Model
from graph.derive.crosswalk.setrelation import SetRelation
from graph.derive.crosswalk.sheet import Bound, Node, Remark, Sheet
from graph.derive.crosswalk.signals import Side, side
from graph.errors import NotAtHand, NotFound
from graph.ids import Item
from graph.logic.contrast import Contrast, contrast
from graph.logic.contrast import turned as turned_contrast
from graph.logic.relation import Relation
from graph.model.control_list import Completeness
from graph.model.limit import Comparator
from graph.model.note import NoteEffect, NoteKind
from graph.model.paragraph import Connective, ParagraphKind
from graph.store import GraphStore, Question, Row

_OF_REGIONS = {
    Relation.EQUAL: SetRelation.EQUAL,
    Relation.STRICTER: SetRelation.SUPERSET,
    Relation.STRICTER_OR_EQUAL: SetRelation.SUPERSET,
    Relation.LOOSER: SetRelation.SUBSET,
    Relation.LOOSER_OR_EQUAL: SetRelation.SUBSET,
    Relation.OVERLAP: SetRelation.INTERSECTS,
}
STEPS = 3_000
"""Budget of one comparison among all pairs of all lists; ``comity compare`` takes its time."""

_ABSENT = frozenset({Completeness.NAMED})


def mappings(store: GraphStore, one: ListState, other: ListState) -> tuple[Link, ...]:
    """Return for every thing of a list its counterparts in another one, or that there is none.

    Raises:
        NotFound: a list with itself, or a release without the tables that the model lies in.
        NotAtHand: a list that is only known to exist.
    """
    found: tuple[Link, ...] = store.kept(
        ("mappings", one.iri, other.iri), lambda: tuple(rows(between(store, one, other)))
    )
    return found


def between(store: GraphStore, one: ListState, other: ListState) -> Crosswalk:
    """Return all links between two states, from the first to the second; made once in a release."""
    for state in (one, other):
        if state.completeness in _ABSENT:
            raise NotAtHand(state.key, state.citation, state.remark)
    if one.key == other.key:
        raise NotFound("crosswalk", f"{one.key} with itself")

    first, second = sorted((one, other), key=lambda state: state.key)
    kept = stored(store, first, second)
    found = kept.crosswalk if kept else _derived(store, first, second)
    return found if found.left.key == one.key else turned(found)


def _derived(store: GraphStore, first: ListState, second: ListState) -> Crosswalk:
    return derived(store, first, second, lambda found: found)


def derived(
    store: GraphStore,
    first: ListState,
    second: ListState,
    judge: Callable[[Crosswalk], Crosswalk],
) -> Crosswalk:
    """Return what is derived of two states, the key that sorts first in front, as ``judge`` leaves it; made once."""

    def made() -> Crosswalk:
        both = _side(store, first), _side(store, second)
        told = _contrasts(store, first, second)

        def relation(left: str, right: str) -> SetRelation:
            return _OF_REGIONS.get(told(left, right).relation, SetRelation.UNKNOWN)

        regions = relation if told.is_open else None
        return judge(crosswalk(*both, numbering(store), model(store), regions))

    found: Crosswalk = store.kept(("crosswalk", first.iri, second.iri), made)
    return found


def region(
    store: GraphStore, left: tuple[ListState, str], right: tuple[ListState, str]
) -> Contrast:
    """Return how the regions of two counterparts lie to each other, from the release where it keeps them.

    Shape:   by notations as the lists hold them; what takes more than ``STEPS`` is too complex, and unknown.
    """
    if left[0].key > right[0].key:
        return turned_contrast(region(store, right, left))
    kept = stored(store, left[0], right[0])
    if kept is not None:
        return kept.contrasts.get((left[1], right[1]), UNDECIDED)
    return _contrasts(store, left[0], right[0])(left[1], right[1])


class _Contrasts:
    """Regions of two lists held against each other, each pair once."""

    def __init__(self, store: GraphStore, one: ListState, other: ListState) -> None:
        self.is_open = one.language in READ and other.language in READ
        self._sides = (sides(store, one), sides(store, other)) if self.is_open else None
        self._known = known(store)
        self._held: dict[tuple[str, str], Contrast] = {}

    def __call__(self, left: str, right: str) -> Contrast:
        if self._sides is None:
            return UNDECIDED
        if (left, right) not in self._held:
            both = self._sides[0].side(left), self._sides[1].side(right)
            self._held[left, right] = contrast(*both, self._known, budget=STEPS)
        return self._held[left, right]


def _contrasts(store: GraphStore, one: ListState, other: ListState) -> _Contrasts:
    found: _Contrasts = store.kept(
        ("contrasts", one.iri, other.iri), lambda: _Contrasts(store, one, other)
    )
    return found


def numbering(store: GraphStore) -> Numbering:
    """Return the rules by which lists number what they take from regimes."""
    told = sorted(facts(store, "NumberingRule"), key=lambda fact: fact.key)
    rules = tuple(
        NumberingRule(
            f.key, f.text("ruleOfList"), f.text("rulePattern"), f.text("placeInFamily"), f.text("listFamily"),
            float(f.text("ruleConfidence")),
        )
        for f in told
    )  # fmt: skip
    pointers = tuple(
        PointerRule(f.key, f.text("ruleOfList"), f.text("rulePattern"), f.text("pointsToList"))
        for f in sorted(facts(store, "PointerRule"), key=lambda fact: fact.key)
    )
    return Numbering(rules, pointers)


def model(store: GraphStore) -> Model:
    """Return the model that scores mappings.

    Raises:
        NotFound: the release has none.
    """
    told = facts(store, "MappingWeight")
    if not told:
        raise NotFound("table", "mappings/model")
    use = _weights(told, "use")
    return Model(
        words=_weights(told, "words"),
        structure=_weights(told, "structure"),
        numbered=use["numbered"],
        referring=use["referring"],
        close=use["close"],
        related=use["related"],
    )


def _weights(told: tuple[Fact, ...], stage: str) -> dict[str, float]:
    return {
        fact.text("modelSignal"): float(fact.text("modelWeight"))
        for fact in told
        if fact.text("modelStage") == stage
    }


def _side(store: GraphStore, state: ListState) -> Side:
    found: Side = store.kept(("side", state.iri), lambda: side(sheet(store, state)))
    return found


def sheet(store: GraphStore, state: ListState) -> Sheet:
    """Return one state of a list as the crosswalk sees it."""
    found: Sheet = store.kept(("sheet", state.iri), lambda: _sheet(store, state))
    return found


def _sheet(store: GraphStore, state: ListState) -> Sheet:
    words = {
        Item.of(row["version"]).notation: row["verbatim"]
        for row in store.find(Question.WORDING_OF_STATE, state=state.text)
    }
    remarks = _remarks(note_lines(store, state), words)
    bounds = _bounds(store.find(Question.BOUNDS_OF_STATE, state=state.text))
    mentions: dict[str, set[str]] = {}
    for line in reference_lines(store, state):
        mentions.setdefault(line.where, set()).add(f"{line.target_list}:{line.target}")
    below: dict[str, list[Row]] = {}
    for row in store.find(Question.NODES_OF_STATE, state=state.text):
        parent = Item.of(row["parent"]).notation if row["parent"] else ""
        below.setdefault(parent, []).append(row)
    nodes = {}
    for parent, row in _walk(below, ""):
        notation = Item.of(row["version"]).notation
        nodes[notation] = Node(
            notation=notation,
            parent=parent,
            kind=ParagraphKind(code_of(row["kind"])),
            connective=Connective.of(code_of(row["connective"])),
            at_least=int(row["count"]) if row["count"] else None,
            label=row["label"],
            words=words.get(notation, ""),
            below=tuple(Item.of(r["version"]).notation for r in _ordered(below.get(notation, ()))),
            remarks=tuple(remarks.get(notation, ())),
            bounds=tuple(bounds.get(notation, ())),
            mentions=frozenset(mentions.get(notation, ())),
        )
    return Sheet(state.key, f"{state.key}{state.day}", state.language, nodes)


def _walk(below: Mapping[str, list[Row]], parent: str) -> Iterator[tuple[str, Row]]:
    """Yield rows in the order of the document, each with the notation above it."""
    for row in _ordered(below.get(parent, ())):
        yield parent, row
        yield from _walk(below, Item.of(row["version"]).notation)


def _ordered(rows: Iterable[Row]) -> list[Row]:
    return sorted(rows, key=lambda row: (int(row["index"]), Item.of(row["version"]).notation))


def _bounds(rows: Iterable[Row]) -> dict[str, list[Bound]]:
    """Return the limits of each paragraph in their order; a second unit repeats what is said."""
    found: dict[str, list[Bound]] = {}
    for row in sorted(rows, key=lambda row: (row["version"], int(row["index"]))):
        if row["second"] != "true":
            comparator = Comparator.of(code_of(row["comparator"]))
            told = Bound(row["parameter"], comparator, row["value"], row["unit"], row["condition"])
            found.setdefault(Item.of(row["version"]).notation, []).append(told)
    return found


def _remarks(lines: tuple[NoteLine, ...], words: Mapping[str, str]) -> dict[str, list[Remark]]:
    """Return the notes on each paragraph, each with the words of its items."""
    items: dict[str, list[str]] = {}
    above = {line.notation: line.parent for line in lines}
    for line in lines:
        root = line.notation
        while above.get(root):
            root = above[root]
        items.setdefault(root, []).append(words.get(line.notation, ""))
    found: dict[str, list[Remark]] = {}
    for line in lines:
        if not line.parent:
            said = " ".join(filter(None, items[line.notation]))
            told = Remark(NoteKind(line.kind), NoteEffect(line.effect), said)
            found.setdefault(line.annotates, []).append(told)
    return found
