"""Requirements that an entry of the Commerce Control List states: chart columns, destinations, pointers (15 CFR 738.4)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from graph.answers.asof import Determinacy, ListState
from graph.answers.facts import Fact, facts
from graph.answers.licence_terms import Match, terms, within
from graph.answers.licensing import Requirement, requirements_of
from graph.answers.position import described, position
from graph.model.determination import Cause, Level
from graph.model.paragraph import ParagraphKind
from graph.store import GraphStore, Question

LIST = "us-ccl"
POINTER = "POINTER"

Marks = Mapping[str, tuple[frozenset[str], Fact]]
"""Destination to the columns that are marked for it; a row that only points holds `POINTER`."""


def rows_by_entry(store: GraphStore, state: ListState) -> Mapping[str, list[Requirement]]:
    """Return the requirement rows of every entry of a state."""

    def made() -> Mapping[str, list[Requirement]]:
        found: dict[str, list[Requirement]] = defaultdict(list)
        for row in requirements_of(store.find(Question.REQUIREMENTS_OF_STATE, state=state.text)):
            found[row.entry].append(row)
        return found

    held: Mapping[str, list[Requirement]] = store.kept(("requirements", state.text), made)
    return held


def entries(store: GraphStore, state: ListState) -> tuple[str, ...]:
    """Return the notation of every entry of a state."""
    heads = (position(parts) for parts in described(store.find(Question.HEADS_OF_STATE, state=state.text)))  # fmt: skip
    return tuple(sorted(p.item.notation for p in heads if p.kind is ParagraphKind.ENTRY))


def chart(store: GraphStore) -> Marks:
    """Return the country chart."""

    def made() -> Marks:
        return {
            code: (frozenset(fact.text("markedColumns").split(";")), fact)
            for fact in facts(store, "ChartRow")
            for code in fact.codes("onDestination")
        }

    held: Marks = store.kept("country chart", made)
    return held


def pointed(store: GraphStore) -> frozenset[str]:
    """Return the citations of rules at hand: a row that points to one of them is read by the rule itself."""
    return frozenset(
        fact.citation for fact in facts(store, "DeterminationRule") if "us" in fact.jurisdictions
    )


def scope(row: Requirement, notation: str) -> Match:
    """Return whether a row is about a paragraph: open where it is about a part of it, or narrowed by words."""
    inside = max((within(notation, one) for one in row.included), default=Match.YES)
    outside = max((within(notation, one) for one in row.excluded), default=Match.NO)
    if inside is Match.NO or (outside is Match.YES and not row.qualified):
        return Match.NO
    narrowed = row.qualified or outside is not Match.NO
    return min(inside, Match.OPEN) if narrowed else inside


def causes(
    rows: Sequence[Requirement],
    notation: str,
    marked: tuple[frozenset[str], Fact] | None,
    place: Callable[[str], Match],
    modelled: Collection[str],
) -> Iterator[Cause]:
    """Yield what each row of an entry asks for one destination; a destination without a row of the chart leaves all open.

    Shape:   ``fires`` is open where the row is about a part of the item, names what is not at hand, or only points to
        a provision that is not at hand; rows that rules at hand read are left to them;
        false where the row is about the item and does not mean the destination.
    """
    for row in rows:
        reach = scope(row, notation)
        if reach is Match.NO:
            continue
        if not row.columns and not row.destinations:
            if not _is_modelled(row, modelled):
                yield _cause(row, None, (), f"points to {', '.join(row.pointers) or 'nothing'}")
            continue
        fires, columns = _fires(row, marked, place)
        if fires is Match.NO:
            yield _not_here(row, f"{_says(row, row.columns, reach)}: not for the destination")
            continue
        sure = fires is Match.YES and reach is Match.YES
        yield _cause(
            row, True if sure else None, columns if sure else (), _says(row, columns, reach)
        )


def _fires(row: Requirement, marked: tuple[frozenset[str], Fact] | None, place: Callable[[str], Match]) -> tuple[Match, tuple[str, ...]]:  # fmt: skip
    found, columns = Match.NO, tuple[str, ...]()
    if row.columns:
        if marked is None:
            found = Match.OPEN
        elif POINTER in marked[0]:
            found = Match.YES
        else:
            columns = tuple(c for c in row.columns if c in marked[0])
            sure = marked[1].determinacy is Determinacy.DETERMINED
            found = (Match.YES if sure else Match.OPEN) if columns else Match.NO
    if row.destinations:
        found = max(found, terms(" ".join(row.destinations), place))
    return found, columns


def _is_modelled(row: Requirement, modelled: Collection[str]) -> bool:
    return bool(row.pointers) and all(
        any(cited.startswith(one) or one.startswith(cited) for cited in modelled)
        for one in row.pointers
    )


def _says(row: Requirement, columns: Sequence[str], reach: Match) -> str:
    what = ", ".join(columns) or " ".join(row.destinations) or ", ".join(row.pointers)
    part = "" if reach is Match.YES else " for part of it"
    return f"{' '.join(row.reasons)} {what}{part}".strip()


def _cause(row: Requirement, fires: bool | None, columns: tuple[str, ...], says: str) -> Cause:
    return Cause(
        rule=f"{LIST}:{row.entry}#{row.row}",
        says=says,
        level=Level.INDIVIDUAL,
        fires=fires,
        citation=f"15 CFR 774 Supp. 1, {row.entry}",
        columns=columns,
    )


def _not_here(row: Requirement, says: str) -> Cause:
    return replace(_cause(row, None, (), says), fires=False)


def nothing_stated(notation: str) -> Cause:
    """Return the open cause of an entry that has no row: it says elsewhere, or in prose, what it asks."""
    entry = notation.partition(".")[0]
    return Cause(
        rule=f"{LIST}:{entry}",
        says="points to what it says in prose",
        level=Level.INDIVIDUAL,
        fires=None,
        citation=f"15 CFR 774 Supp. 1, {entry}",
    )
