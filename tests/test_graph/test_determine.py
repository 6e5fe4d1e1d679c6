"""What many causes come to: the highest that surely fires, and never free while something is open."""

from __future__ import annotations

import pytest

from graph.answers.asof import Determinacy
from graph.answers.determine import us
from graph.answers.determine.fold import fold
from graph.answers.licence_terms import Match
from graph.answers.licensing import Requirement
from graph.answers.position import Pinpoint
from graph.model.determination import Cause, Level


def cause(level: Level, *, fires: bool | None, says: str = "row") -> Cause:
    """Make a cause."""
    return Cause(
        rule="zz:1", says=says, level=level, fires=fires, citation="ZZ 1", columns=("NS 1",)
    )


def row(
    *included: str, excluded: tuple[str, ...] = (), qualified: bool = False, **told: tuple[str, ...]
) -> Requirement:
    """Make one requirement row of entry 3A001."""
    empty: tuple[str, ...] = ()
    return Requirement(
        "3A001", 1, 1, ("NS",), included, excluded, qualified, told.get("columns", empty), told.get("pointers", empty),
        told.get("destinations", empty), None, Pinpoint("", "", None, ""),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("fires", "known", "level", "determinacy"),
    [
        ([True], True, Level.INDIVIDUAL, Determinacy.DETERMINED),
        ([True, None], True, Level.INDIVIDUAL, Determinacy.DETERMINED),
        ([None], True, Level.INDIVIDUAL, Determinacy.CONDITIONAL),
        ([], True, Level.FREE, Determinacy.DETERMINED),
        ([], False, Level.INDIVIDUAL, Determinacy.UNKNOWN),
    ],
)
def test_what_is_open_is_never_free(
    fires: list[bool | None], known: bool, level: Level, determinacy: Determinacy
) -> None:
    causes = tuple(cause(Level.INDIVIDUAL, fires=one) for one in fires)
    folded = fold(causes, (), known=known)
    assert (folded.level, folded.determinacy) == (level, determinacy)


def test_a_row_that_only_points_leaves_the_item_unknown() -> None:
    open_ = cause(Level.INDIVIDUAL, fires=None, says="points to 15 CFR 742.15")
    assert fold((open_,), (), known=True).determinacy is Determinacy.UNKNOWN


def test_levels_have_their_order() -> None:
    assert [level.rank for level in Level] == list(range(8))
    assert max(Level, key=lambda level: level.rank) is Level.PROHIBITED


@pytest.mark.parametrize(
    ("given", "notation", "match"),
    [
        (row("3A001"), "3A001.b.2", Match.YES),
        (row("3A001.b.2"), "3A001.b.2.a", Match.YES),
        (row("3A001.b.2"), "3A001", Match.OPEN),
        (row("3A001.b.2"), "3A001.c", Match.NO),
        (row("3A001", excluded=("3A001.z",)), "3A001.z.1", Match.NO),
        (row("3A001", excluded=("3A001.z",)), "3A001", Match.OPEN),
        (row("3A001", excluded=("3A001.z",), qualified=True), "3A001.z", Match.OPEN),
        (row("3A001", qualified=True), "3A001.a", Match.OPEN),
    ],
)
def test_the_scope_of_a_row(given: Requirement, notation: str, match: Match) -> None:
    assert us.scope(given, notation) is match


def test_a_destination_without_a_row_of_the_chart_leaves_every_column_open() -> None:
    found = list(
        us.causes([row("3A001", columns=("NS 2",))], "3A001", None, lambda _: Match.NO, ())
    )
    assert [one.fires for one in found] == [None]


def test_typed_destinations_fire_for_whom_they_name() -> None:
    rows = [row("3A001", destinations=("us/D5", "-CA"))]
    met = {"us/D5": Match.YES}
    assert [
        c.fires for c in us.causes(rows, "3A001", None, lambda t: met.get(t, Match.NO), ())
    ] == [True]
    told = list(us.causes(rows, "3A001", None, lambda _: Match.NO, ()))
    assert [(c.fires, c.columns) for c in told] == [(False, ())]


def test_a_pointer_is_left_to_the_rule_that_it_points_to() -> None:
    rows = [row("3A001", pointers=("15 CFR 746.1",))]
    assert not list(us.causes(rows, "3A001", None, lambda _: Match.NO, ("15 CFR 746.1(b)",)))
    assert [c.fires for c in us.causes(rows, "3A001", None, lambda _: Match.NO, ())] == [None]
