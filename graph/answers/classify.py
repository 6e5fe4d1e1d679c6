"""What stated facts about a thing come to in every list: controlled, not controlled, or the question to ask next."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from functools import partial

from graph.answers.asof import (
    AsOf,
    Currency,
    Determinacy,
    ListState,
    Vintage,
    states_of,
    vintage_of,
)
from graph.answers.compare import known
from graph.answers.limits import limit_lines
from graph.answers.sides import READ, sides
from graph.errors import NotFound, UnreadableFact
from graph.ids import Item
from graph.logic.grammar import Tokens, tokens
from graph.logic.interval import Interval
from graph.logic.side import Side
from graph.logic.stated import Classified, Quantity, Stated, Verdict, classify, is_about, words_of
from graph.logic.units import Unit, exact
from graph.model.control_list import Completeness
from graph.model.limit import Comparator
from graph.model.paragraph import ParagraphKind
from graph.store import GraphStore

EXPECTED = "PARAMETER=VALUE UNIT, such as 'wavelength=1064 nm', 'length>=5 m', 'mass=1..2 kg', or PHRASE=yes|no"
_THINGS = frozenset({ParagraphKind.ENTRY, ParagraphKind.ITEM})
_NUMBER = r"[-+]?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?"
_FACT = re.compile(
    r"(?P<name>[^<>=]+?)\s*(?P<sign><=|>=|=|<|>)\s*"
    rf"(?P<low>{_NUMBER})(?:\s*(?:\.\.|to)\s*(?P<high>{_NUMBER}))?\s*(?P<unit>\S.*)?"
)
_ANSWER = re.compile(r"(?P<name>[^<>=]+?)\s*=\s*(?P<answer>yes|no)", re.IGNORECASE)
_MEASURED = " at "
_ORDER = {Verdict.CONTROLLED: 0, Verdict.DEPENDS: 1, Verdict.NOT_CONTROLLED: 2}


@dataclass(frozen=True, slots=True)
class Classification:
    """One position of one list that stated facts bear on."""

    state: ListState
    notation: str
    """``*`` where the whole list is meant."""

    label: str
    found: Classified
    vintage: Vintage

    @property
    def list(self) -> str:
        """Key of the list."""
        return self.state.key

    @property
    def citation(self) -> str:
        """Where it was read."""
        return self.state.citation if self.notation == "*" else f"{self.state.citation}, {self.notation}"  # fmt: skip

    @property
    def item(self) -> Item:
        """The position."""
        return Item(self.list, self.notation)

    @property
    def determinacy(self) -> Determinacy:
        """As sure as the text where a verdict stands; unknown where nothing that the position demands is stated."""
        if self.found.verdict is not Verdict.DEPENDS:
            return self.vintage.determinacy
        return Determinacy.CONDITIONAL if self.found.met else Determinacy.UNKNOWN

    @property
    def currency(self) -> Currency:
        """How current the text is for the day asked for."""
        return self.vintage.currency

    @property
    def confidence(self) -> str:
        """The share of what the position demands that stated facts decide, two decimals."""
        return f"{self.found.met / self.found.asked if self.found.asked else 1:.2f}"


def classified(
    store: GraphStore, lists: Sequence[str], facts: Sequence[str], text: str, as_of: AsOf
) -> tuple[Classification, ...]:
    """Return the positions that stated facts bear on, by list, verdict, what is met, and notation.

    Args:
        store: The release to ask.
        lists: Keys of lists; empty for all whose words are read.
        facts: Stated quantities and answers, each as `EXPECTED` says.
        text: Words that describe the thing; everything in them is taken to be so.
        as_of: The two days.

    Shape:   a list in a language that is not read has one row that says so. Facts that bear on nothing give no row.

    Raises:
        UnreadableFact: a fact is none, its unit is not known, or nothing is stated.
        NotFound: no such list.
    """
    states = _states(store, lists, as_of)
    stated = state_facts(facts, text, _spellings(store, states))
    found = [row for state in states for row in _of_list(store, state, stated, as_of)]
    return tuple(sorted(found, key=_place))


def state_facts(facts: Iterable[str], text: str, spellings: Mapping[str, str]) -> Stated:
    """Read what is stated.

    Args:
        facts: One fact each, as `EXPECTED` says.
        text: Words that describe the thing.
        spellings: A unit as lists print it to its UCUM code.

    Raises:
        UnreadableFact: a fact cannot be read, or nothing is stated.

    >>> [str(q.allowed) for q in state_facts(["length>5 mm", "mass=1..2 kg"], "", {}).quantities]
    ['(1/200, inf)', '[1, 2]']
    """
    quantities, answers = dict[tuple[Tokens, str, Tokens], Quantity](), dict[Tokens, bool]()
    for fact in facts:
        if answer := _ANSWER.fullmatch(fact.strip()):
            name, told = tokens(answer["name"]), answer["answer"].lower() == "yes"
            if answers.setdefault(name, told) is not told:
                raise UnreadableFact(fact, "one answer to one question")
        else:
            one = _quantity(fact.strip(), spellings)
            if quantities.setdefault((one.parameter, one.kind, one.condition), one) is not one:
                raise UnreadableFact(
                    fact, "each quantity once; a range as PARAMETER=LOW..HIGH UNIT"
                )
    words = words_of(text)
    if not (quantities or answers or words):
        raise UnreadableFact("", f"a fact or a text; a fact is {EXPECTED}")
    return Stated(words, tuple(quantities.values()), answers)


def _states(store: GraphStore, lists: Sequence[str], as_of: AsOf) -> list[ListState]:
    held = {one.key: one for one in states_of(store, as_of)}
    if unknown := [key for key in lists if key not in held]:
        raise NotFound("list", unknown[0])
    whole = (key for key, one in held.items() if one.completeness is not Completeness.NAMED)
    return [held[key] for key in (lists or sorted(key for key in whole if held[key].language in READ))]  # fmt: skip


def _quantity(fact: str, spellings: Mapping[str, str]) -> Quantity:
    match = _FACT.fullmatch(fact)
    if match is None:
        raise UnreadableFact(fact, EXPECTED)
    unit = _unit(fact, match["unit"] or "", spellings)
    low, high = (_base(fact, match[end] or match["low"], unit) for end in ("low", "high"))
    if match["high"]:
        if match["sign"] != "=" or low > high:
            raise UnreadableFact(fact, "a range from the lower to the higher end, after '='")
        allowed = Interval(low, True, high, True)  # noqa: FBT003  ends by position, as everywhere
    else:
        allowed = Interval.of(Comparator(match["sign"]), low)
    name, _, condition = match["name"].partition(_MEASURED)
    return Quantity(fact, tokens(name), unit.kind, allowed, tokens(condition))


def _unit(fact: str, written: str, spellings: Mapping[str, str]) -> Unit:
    written = written.strip()
    for code in (spellings.get(written), written):
        if code is not None and (unit := exact(code)) is not None:
            return unit
    raise UnreadableFact(fact, f"a unit as lists print it or its UCUM code, not {written!r}")


def _base(fact: str, number: str, unit: Unit) -> Fraction:
    try:
        return Fraction(Decimal(number)) * unit.factor + unit.offset
    except InvalidOperation as exc:
        raise UnreadableFact(fact, EXPECTED) from exc


def _spellings(store: GraphStore, states: Iterable[ListState]) -> Mapping[str, str]:
    """Return every unit that the lists print with its code; one that two codes share is left out."""
    told: dict[str, set[str]] = {}
    for state in states:
        held: dict[str, set[str]] = store.kept(
            ("spellings", state.iri), partial(_printed, store, state)
        )
        for written, codes in held.items():
            told.setdefault(written, set()).update(codes)
    return {written: min(codes) for written, codes in told.items() if len(codes) == 1}


def _printed(store: GraphStore, state: ListState) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for line in limit_lines(store, state):
        if line.unit and line.ucum:
            found.setdefault(line.unit, set()).add(line.ucum)
    return found


def _of_list(
    store: GraphStore, state: ListState, stated: Stated, as_of: AsOf
) -> Iterator[Classification]:
    unread = f"words in {state.language} are not read" if state.language not in READ else ""
    if not unread and all(side.unread for _, side in _sides(store, state)):
        unread = "its words are not at hand"
    if unread:
        open_ = Classified(Verdict.DEPENDS, "", (), unread, 0, 1)
        yield Classification(state, "*", "", open_, Vintage(Currency.ASSUMED, ()))
        return
    words, tables = known(store), sides(store, state)
    for notation, side in _sides(store, state):
        if not side.unread and is_about(side, stated, words):
            found = classify(side, stated, words)
            if found.used:
                label = tables.positions[notation].label or ""
                age = vintage_of(store, state, notation, as_of)
                yield Classification(state, notation, label, found, age)


def _sides(store: GraphStore, state: ListState) -> tuple[tuple[str, Side], ...]:
    def made() -> tuple[tuple[str, Side], ...]:
        tables = sides(store, state)
        things = (n for n, p in tables.positions.items() if p.kind in _THINGS)
        return tuple((notation, tables.side(notation)) for notation in things)

    held: tuple[tuple[str, Side], ...] = store.kept(("all sides", state.iri), made)
    return held


def _place(row: Classification) -> tuple[str, int, float, str]:
    return row.list, _ORDER[row.found.verdict], -float(row.confidence), row.notation
