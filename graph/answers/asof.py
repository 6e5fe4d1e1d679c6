"""Which state of a list counts for the days asked for, and how current it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import groupby

from graph.errors import NotFound, NotInForce, UnreadableDate
from graph.ids import Item, is_act_key, list_iri
from graph.model.control_list import Completeness
from graph.store import GraphStore, Question, Row


class Currency(StrEnum):
    """How the day asked for lies to the text used (DOMAIN.md 1.6). Said beside determinacy, not the same thing."""

    EXACT = "exact"
    ASSUMED = "assumed"
    SUPERSEDED = "superseded"


class Determinacy(StrEnum):
    """How sure an answer is."""

    DETERMINED = "determined"
    CONDITIONAL = "conditional"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class AsOf:
    """The two clocks of a question."""

    valid: date
    """The day for which the law is asked."""

    known: date
    """The day by which a text must have been published to count."""


@dataclass(frozen=True, slots=True)
class ListState:
    """One state of one list that the release holds."""

    iri: str
    key: str
    name: str
    jurisdiction: str
    valid_on: date | None
    valid_from: date | None
    valid_to: date | None
    published_on: date
    citation: str
    document: str
    sha256: str
    language: str
    url: str
    licence: str
    completeness: Completeness
    remark: str
    """What is missing, or how the document came about."""

    text: str
    """IRI of the state that holds the text: its own, or that of the list that it adopts."""

    @property
    def day(self) -> str:
        """The state as IRIs name it."""
        return self.iri.rpartition("/")[2]

    @property
    def text_key(self) -> str:
        """Key of the list that holds the text: items are named by it."""
        return Item.of(self.text).list

    @property
    def of(self) -> date:
        """The day that the text is known for."""
        known = self.valid_on or self.valid_from or self.valid_to
        assert known is not None  # noqa: S101  the shape ``Window`` holds it
        return known

    def speaks_for(self, day: date) -> bool:
        """Say whether the text is of that day, beyond doubt."""
        if self.valid_from is not None and self.valid_to is not None:
            return self.valid_from <= day < self.valid_to
        return day == self.of


@dataclass(frozen=True, slots=True)
class Vintage:
    """How current a text is for the day asked for, and why."""

    currency: Currency
    remarks: tuple[str, ...]

    @property
    def determinacy(self) -> Determinacy:
        """What stands in a text is certain, unless a later text is known to differ."""
        superseded = self.currency is Currency.SUPERSEDED
        return Determinacy.CONDITIONAL if superseded else Determinacy.DETERMINED


def day(text: str) -> date:
    """Read a day.

    Raises:
        UnreadableDate: not ISO 8601.
    """
    try:
        return date.fromisoformat(text)
    except ValueError as exc:
        raise UnreadableDate(text) from exc


def states(store: GraphStore) -> tuple[ListState, ...]:
    """Return every list state of the release, by list and day."""
    return _held(store, acts=False)


def acts(store: GraphStore) -> tuple[ListState, ...]:
    """Return every state of an act of the release, by act and day."""
    return _held(store, acts=True)


def _held(store: GraphStore, *, acts: bool | None = None) -> tuple[ListState, ...]:
    """Return every state; only those of acts, or only those of lists, where asked."""

    def made() -> tuple[ListState, ...]:
        held = _read_states(store)
        return held if acts is None else tuple(s for s in held if is_act_key(s.key) is acts)

    found: tuple[ListState, ...] = store.kept(("states", acts), made)
    return found


def _read_states(store: GraphStore) -> tuple[ListState, ...]:
    found = (_state(row) for row in store.find(Question.LIST_STATES))
    return tuple(sorted(found, key=lambda state: (state.key, state.of)))


def state_of(store: GraphStore, key: str, as_of: AsOf) -> ListState:
    """Return the state of a list that counts.

    Shape:   of the texts published by ``known``, one in force on ``valid``; where there is none, the snapshot that is
        nearest before it, else the nearest after it: its currency says so.

    Raises:
        NotFound: no such list.
        NotInForce: no text at hand counts for these days.
    """
    held = [state for state in _held(store) if state.key == key]
    if not held:
        raise NotFound("list", key)
    return _counting(held, as_of)


def states_of(store: GraphStore, as_of: AsOf, *, with_acts: bool = False) -> tuple[ListState, ...]:
    """Return the state of each list, and where asked of each act, that counts; one of which none counts is left out."""
    found = []
    for _, held in groupby(_held(store) if with_acts else states(store), key=lambda s: s.key):
        try:
            found.append(_counting(list(held), as_of))
        except NotInForce:
            continue
    return tuple(found)


def _counting(held: list[ListState], as_of: AsOf) -> ListState:
    public = [state for state in held if state.published_on <= as_of.known]
    running = [state for state in public if _is_running(state, as_of.valid)]
    snapshots = [state for state in public if state.valid_on is not None]
    before = [state for state in running + snapshots if state.of <= as_of.valid]
    if before:
        return max(before, key=lambda state: state.of)
    if snapshots:
        return min(snapshots, key=lambda state: state.of)
    said = [f"{state.day} published {state.published_on}" for state in held]
    raise NotInForce(held[0].key, as_of.valid.isoformat(), as_of.known.isoformat(), said)


def vintage_of(store: GraphStore, state: ListState, notation: str, as_of: AsOf) -> Vintage:
    """Return how current the text of one paragraph is for the days asked for."""
    if state.speaks_for(as_of.valid):
        return Vintage(Currency.EXACT, ())
    first, last = sorted((state.of, as_of.valid))
    between = [
        update
        for update in _updates(store, state)
        if first < update[0] <= last and update[1] <= as_of.known
    ]
    named = [row for _, _, entry, row in between if _within(notation, entry)]
    open_ = [row for _, _, entry, row in between if not entry]
    if named:
        said = (f"changed by {row['citation']} with effect of {row['date']}" for row in named)
        return Vintage(Currency.SUPERSEDED, (f"text of {state.of}", *said))
    said = (f"{row['citation']} is later; whether it changes this is not known" for row in open_)
    return Vintage(Currency.ASSUMED, (f"text of {state.of}", *said))


def _updates(store: GraphStore, state: ListState) -> tuple[tuple[date, date, str, Row], ...]:
    """Return every known change of a list: its day, when it was published, of which entry (empty: none is named)."""

    def made() -> tuple[tuple[date, date, str, Row], ...]:
        return tuple(
            (day(row["date"]), day(row["published"]), Item.of(row["entry"]).notation, row)
            for row in store.find(Question.UPDATES_OF_LIST, list=list_iri(state.key))
        )

    found: tuple[tuple[date, date, str, Row], ...] = store.kept(("updates", state.key), made)
    return found


def _within(notation: str, entry: str) -> bool:
    """Say whether a position is an entry or stands below it."""
    below = notation.removeprefix(entry)
    return bool(entry) and notation.startswith(entry) and below[:1] in {"", ".", "(", "-"}


def _is_running(state: ListState, on: date) -> bool:
    if state.valid_on is not None:
        return False
    after = state.valid_from is None or state.valid_from <= on
    return after and (state.valid_to is None or on < state.valid_to)


def _maybe(text: str) -> date | None:
    return day(text) if text else None


def _state(row: Row) -> ListState:
    return ListState(
        row["state"],
        row["key"],
        row["name"],
        row["jurisdiction"].rpartition("/")[2],
        _maybe(row["valid_on"]),
        _maybe(row["valid_from"]),
        _maybe(row["valid_to"]),
        day(row["published"]),
        row["citation"],
        row["document"],
        row["sha256"],
        row["language"],
        row["url"],
        row["licence"],
        Completeness(row["completeness"].rpartition("-")[2]),
        row["remark"],
        row["text"] or row["state"],
    )
