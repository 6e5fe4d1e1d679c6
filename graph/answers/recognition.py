"""Who recognises whom (DOMAIN.md 2.9): acts and favours between two jurisdictions, each way, and over all pairs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from graph.answers.asof import AsOf, Currency, Determinacy, state_of
from graph.answers.daily import daily
from graph.answers.facts import Fact, facts
from graph.answers.licence_terms import Match, Things, terms
from graph.answers.parties import Party, parties, party
from graph.errors import UnreadableItem
from graph.ids import Item, key_of
from graph.store import GraphStore, Question

#: The kinds of recognition of DOMAIN.md 2.9; a kind that no act has gives no row.
KINDS = (
    "licenceValidity", "licencePrecondition", "dutyToGrant", "favouredDestination", "conditionalReciprocity", "trustedParty",
    "endUseAssurance", "controlList", "denial", "classification", "freeMovement",
)  # fmt: skip
_RECIPROCAL = "conditionalReciprocity"
_MATRIX = "matrix"
_NO_GRANT = "none"


class Standing(StrEnum):
    """Whether the two sides of a pair recognise each other."""

    MUTUAL = "mutual"
    A_TO_B = "a_to_b"
    B_TO_A = "b_to_a"
    NONE = "none"
    CONDITIONAL = "conditional"
    """One side at least is open: in part, on a condition, or not read in a document."""


class Symmetry(StrEnum):
    """How the two directions of one kind answer to each other."""

    SYMMETRIC = "symmetric"
    PARTIAL = "partial"
    ASYMMETRIC = "asymmetric"


@dataclass(frozen=True, slots=True)
class Recognition:
    """One act in one direction on one day."""

    kind: str
    direction: Standing
    """``a_to_b`` or ``b_to_a``."""

    symmetry: Symmetry
    act: Fact
    open: tuple[str, ...]
    """Why it is conditional; empty where the law itself says so without more."""

    finding: str
    """Identity of the finding that a mirror has lapsed; empty where none has."""

    determinacy: Determinacy
    currency: Currency

    @property
    def interval(self) -> str:
        """First day and the day after the last, as far as known."""
        if self.act.first is None and self.act.end is None:
            return f"text of {self.act.read}"
        return f"{self.act.text('validFrom')}/{self.act.text('validTo')}"


@dataclass(frozen=True, slots=True)
class Pair:
    """One cell of the matrix."""

    a: str
    b: str
    status: Standing
    a_by: tuple[str, ...]
    b_by: tuple[str, ...]
    overlap: str
    """Share of items that both directions reach, where both name items of one list; else empty."""

    acts: tuple[Fact, ...]

    @property
    def citations(self) -> tuple[str, ...]:
        """What either direction rests on."""
        return tuple(dict.fromkeys(act.citation for act in self.acts))


@dataclass(frozen=True, slots=True)
class _Held:
    act: Fact
    lapsed: tuple[str, ...]
    """Keys of its mirrors that are not in force."""


@dataclass(frozen=True, slots=True)
class _Given:
    act: Fact
    open: tuple[str, ...]
    lapsed: tuple[str, ...]


def recognition(
    store: GraphStore, a: str, b: str, as_of: AsOf, *, item: Item | None = None, kind: str = ""
) -> tuple[Recognition, ...]:
    """Return what each of two jurisdictions recognises of the other, by kind, direction and act.

    Shape:   one row an act and direction; where an item is given, only what reaches it or may reach it.

    Raises:
        NotFound: a jurisdiction that is none.
        UnreadableItem: a kind that is none, or the same jurisdiction twice.
    """
    if kind and kind not in KINDS:
        raise UnreadableItem(kind, f"one of {', '.join(KINDS)}")
    left, right = party(store, a, as_of), party(store, b, as_of)
    if left == right:
        raise UnreadableItem(f"{a} {b}", "two jurisdictions")
    acts = _acts(store, as_of)
    things = Things(store, item, as_of) if item else None
    ways = {
        Standing.A_TO_B: tuple(_given(acts, left, right, things)),
        Standing.B_TO_A: tuple(_given(acts, right, left, things)),
    }
    rows = [
        _row(given, way, _symmetry(_kind(given.act), ways), as_of)
        for way, found in ways.items()
        for given in found
        if not kind or _kind(given.act) == kind
    ]
    return tuple(sorted(rows, key=lambda row: (row.kind, row.direction, row.act.iri)))


def matrix(store: GraphStore, as_of: AsOf) -> tuple[Pair, ...]:
    """Return each unordered pair of the jurisdictions of the matrix once, by their codes."""

    def made() -> tuple[Pair, ...]:
        acts = [one for one in _acts(store, as_of) if one.act.text("countsFor") == _MATRIX]
        shares = _Shares(store, as_of)
        pairs = combinations(parties(store, as_of), 2)
        return tuple(_pair(acts, a, b, shares) for a, b in pairs)

    return daily(store, "recognition", "matrix", as_of, made)


def lapses(store: GraphStore, as_of: AsOf) -> Iterator[tuple[Fact, str, str]]:
    """Yield each act in force of which a mirror is not, with the mirror's key and the identity of the finding."""
    for held in _acts(store, as_of):
        for mirror in held.lapsed:
            yield held.act, mirror, _finding(held.act, mirror)


def _acts(store: GraphStore, as_of: AsOf) -> list[_Held]:
    running = [act for act in facts(store, "RecognitionAct") if act.holds(as_of)]
    keys = {act.key for act in running}
    return [
        _Held(act, tuple(key for key in act.text("mirrorActs").split() if key not in keys))
        for act in running
        if act.text("countsFor") != _NO_GRANT
    ]


def _given(
    acts: Iterable[_Held], giver: Party, taker: Party, things: Things | None = None
) -> Iterator[_Given]:
    for act, lapsed in ((held.act, held.lapsed) for held in acts):
        met = min(
            giver.within(act.text("grantorTerms")), taker.within(act.text("destinationTerms"))
        )
        reach = terms(act.text("itemTerms"), things.match) if things else Match.YES
        if Match.NO in (met, reach):
            continue
        said = (
            (act.determinacy is not Determinacy.DETERMINED, "no document"),
            (met is Match.OPEN, "for some only, or the list is not at hand"),
            (reach is Match.OPEN, "item in part, or its scope is not at hand"),
            (_kind(act) == _RECIPROCAL, "only while the other side has an equivalent"),
            (bool(lapsed), f"mirror {', '.join(lapsed)} not in force"),
        )
        yield _Given(act, tuple(words for holds, words in said if holds), lapsed)


def _finding(act: Fact, mirror: str) -> str:
    return key_of("RecognitionFinding", act.iri, mirror)


def _kind(act: Fact) -> str:
    return act.text("recognitionKind")


def _symmetry(kind: str, ways: dict[Standing, tuple[_Given, ...]]) -> Symmetry:
    there, back = (
        {(g.act.text("itemTerms"), g.act.text("underCondition"), g.open) for g in found if _kind(g.act) == kind}
        for found in ways.values()
    )  # fmt: skip
    if not there or not back:
        return Symmetry.ASYMMETRIC
    return Symmetry.SYMMETRIC if there == back else Symmetry.PARTIAL


def _row(given: _Given, way: Standing, symmetry: Symmetry, as_of: AsOf) -> Recognition:
    sure = Determinacy.CONDITIONAL if given.open else Determinacy.DETERMINED
    return Recognition(
        kind=_kind(given.act),
        direction=way,
        symmetry=symmetry,
        act=given.act,
        open=given.open,
        finding=" ".join(_finding(given.act, mirror) for mirror in given.lapsed),
        determinacy=sure,
        currency=given.act.currency(as_of),
    )


def _pair(acts: list[_Held], a: Party, b: Party, shares: _Shares) -> Pair:
    there, back = list(_given(acts, a, b)), list(_given(acts, b, a))
    status = _STATUS.get((_level(there), _level(back)), Standing.CONDITIONAL)
    rests_on = tuple(given.act for given in (*there, *back))
    share = shares.of(there, back)
    return Pair(a.key, b.key, status, _names(there), _names(back), share, rests_on)


def _level(given: list[_Given]) -> Match:
    """Return the best that one direction has: nothing, something open, something sure."""
    return max((Match.OPEN if one.open else Match.YES for one in given), default=Match.NO)


#: What each direction has at best, to the status of the pair; anything open leaves it conditional.
_STATUS = {
    (Match.YES, Match.YES): Standing.MUTUAL,
    (Match.YES, Match.NO): Standing.A_TO_B,
    (Match.NO, Match.YES): Standing.B_TO_A,
    (Match.NO, Match.NO): Standing.NONE,
}


def _names(given: list[_Given]) -> tuple[str, ...]:
    return tuple(f"{g.act.text('arrangement')}{' (conditional)' if g.open else ''}" for g in given)


class _Shares:
    """How much of what either direction reaches both reach, counted in paragraphs."""

    def __init__(self, store: GraphStore, as_of: AsOf) -> None:
        self._store, self._as_of = store, as_of
        self._held: dict[tuple[str, str], str] = {}

    def of(self, there: list[_Given], back: list[_Given]) -> str:
        """Return the share with three decimals; empty where the two scopes are not of one list, or open."""
        scopes = tuple(
            " ".join(sorted({g.act.text("itemTerms") for g in found if not g.open}))
            for found in (there, back)
        )
        key = scopes[0], scopes[1]
        if key not in self._held:
            self._held[key] = self._share(*key)
        return self._held[key]

    def _share(self, one: str, other: str) -> str:
        named = {term.lstrip("-").partition(":")[0] for term in f"{one} {other}".split()} - {"set"}
        if not one or not other or len(named) != 1 or {"~", "?"} & set(f"{one} {other}"):
            return ""
        if one == other:
            return "1.000"
        left, right = self._reached(named, one), self._reached(named, other)
        whole = len(left | right)
        return f"{len(left & right) / whole:.3f}" if whole else ""

    def _reached(self, named: set[str], scope: str) -> frozenset[str]:
        (key,) = named
        state = state_of(self._store, key, self._as_of)
        rows = self._store.find(Question.ENTRIES_OF_STATE, state=state.iri)
        items = (Item.of(row["entry"]) for row in rows)
        return frozenset(
            item.notation
            for item in items
            if terms(scope, Things(self._store, item, self._as_of).match) is Match.YES
        )
