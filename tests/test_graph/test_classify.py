"""Stated facts held against what a position controls: three-valued, and never a verdict on what is missing."""

from __future__ import annotations

import pytest

from graph.answers.classify import state_facts
from graph.errors import UnreadableFact
from graph.logic.alignment import Known
from graph.logic.interval import Interval
from graph.logic.side import Node, Side
from graph.logic.stated import Verdict, classify, is_about
from graph.logic.units import exact
from graph.logic.words import Bound, said
from graph.model.limit import Comparator
from graph.model.paragraph import Connective

KNOWN = Known()


def text(words: str, limit: str = "", *, parameter: str = "", releasing: bool = False) -> Node:
    """Take a text apart that ends with one limit, such as ``>= 5 mm``."""
    bounds = []
    if limit:
        sign, number, code = limit.split()
        unit = exact(code)
        assert unit is not None
        allowed = Interval.of(Comparator(sign), int(number) * unit.factor + unit.offset)
        start, words = len(words), f"{words}{number} {code}"
        bounds = [Bound(start, len(words), allowed, unit.kind, code, unit.factor, unit.offset, parameter, "", alternative=False)]  # fmt: skip
    where = "9A999.note.1" if releasing else "9A999"
    return Node(said(where, words, bounds, "9A999", releasing=releasing))


def widgets(*, joins: Connective = Connective.ALL, released: tuple[Node, ...] = (), unsure: tuple[str, ...] = ()) -> Side:  # fmt: skip
    """Return blue widgets of a width of 5 mm or more and a mass below 1 kg, or one of both."""
    below = (
        text("A width of ", ">= 5 mm", parameter="width"),
        text("A mass below ", "< 1 kg", parameter="mass"),
    )
    own = text("Blue widgets")
    return Side("zz", (), Node(own.said, joins=joins, below=below, released=released, unsure=unsure))  # fmt: skip


@pytest.mark.parametrize(
    ("facts", "description", "verdict"),
    [
        (["width=5 mm", "mass=0.5 kg"], "a blue widget", Verdict.CONTROLLED),
        (["width=0.5 cm", "mass=500 g"], "blue widgets for the garden", Verdict.CONTROLLED),
        (["width=4 mm"], "a blue widget", Verdict.NOT_CONTROLLED),
        (["mass=1 kg"], "", Verdict.NOT_CONTROLLED),
        (["mass<1 kg", "width>5 mm"], "a blue widget", Verdict.CONTROLLED),
        (["width=1..9 mm", "mass=0.5 kg"], "a blue widget", Verdict.DEPENDS),
        (["width=5 mm", "mass=0.5 kg"], "a widget", Verdict.DEPENDS),
        (["width=5 mm", "mass=0.5 kg", "blue widgets=no"], "", Verdict.NOT_CONTROLLED),
        (["width=5 mm", "mass=0.5 kg", "blue widget=yes"], "", Verdict.CONTROLLED),
        (["width=5 mm"], "a blue widget", Verdict.DEPENDS),
        (["height=1 mm"], "", Verdict.DEPENDS),
        (["width=5 kg"], "", Verdict.DEPENDS),
        (["width=5 mm", "mass=0.5 kg"], "a kite, not a blue widget", Verdict.DEPENDS),
        (["width=5 mm", "mass=0.5 kg"], "a widget in a blue box", Verdict.DEPENDS),
    ],
)
def test_a_verdict_stands_only_on_what_is_stated(
    facts: list[str], description: str, verdict: Verdict
) -> None:
    assert classify(widgets(), state_facts(facts, description, {}), KNOWN).verdict is verdict


def test_one_of_two_conditions_is_enough_where_the_law_says_any() -> None:
    stated = state_facts(["width=5 mm"], "a blue widget", {})
    assert classify(widgets(joins=Connective.ANY), stated, KNOWN).verdict is Verdict.CONTROLLED


def test_the_question_is_the_one_that_decides() -> None:
    found = classify(widgets(), state_facts(["width=5 mm"], "a blue widget", {}), KNOWN)
    assert found.question == "What is its mass, in kg?"
    assert (found.met, found.asked) == (2, 3)
    assert found.used == ("text: blue widget", "width=5 mm")


def test_a_contradiction_names_its_fact() -> None:
    found = classify(widgets(), state_facts(["width=4 mm"], "", {}), KNOWN)
    assert found.reason == "contradicted by width=4 mm"


def test_a_release_that_is_met_frees_and_one_that_is_open_leaves_it_open() -> None:
    toys = text("9A999 does not control toys", releasing=True)
    facts = ["width=5 mm", "mass=0.5 kg"]
    verdicts = [
        classify(widgets(released=(toys,)), state_facts([*facts, *more], "blue widget", {}), KNOWN).verdict
        for more in (["toys=yes"], [], ["toys=no"])
    ]  # fmt: skip
    assert verdicts == [Verdict.NOT_CONTROLLED, Verdict.DEPENDS, Verdict.CONTROLLED]


def test_a_description_never_releases() -> None:
    toys = text("9A999 does not control toys", releasing=True)
    stated = state_facts(["width=5 mm", "mass=0.5 kg"], "blue widget, for toys", {})
    found = classify(widgets(released=(toys,)), stated, KNOWN)
    assert found.verdict is Verdict.DEPENDS
    assert "toy" in found.question


def test_a_note_that_is_not_understood_is_asked_for() -> None:
    stated = state_facts(["width=5 mm", "mass=0.5 kg"], "a blue widget", {})
    found = classify(widgets(unsure=("9A999.note.1",)), stated, KNOWN)
    assert found.verdict is Verdict.DEPENDS
    assert "9A999.note.1" in found.question


def test_what_is_stated_of_other_things_is_not_about_the_position() -> None:
    assert not is_about(widgets(), state_facts(["height=1 mm"], "a kite", {}), KNOWN)
    assert is_about(widgets(), state_facts(["mass=1 kg"], "", {}), KNOWN)


@pytest.mark.parametrize(
    "fact", ["width", "width=", "width=5 parsnips", "width=wide", "=5 mm", "mass=2..1 kg", "mass>1..2 kg"]
)  # fmt: skip
def test_what_is_no_fact_is_refused_by_name(fact: str) -> None:
    with pytest.raises(UnreadableFact, match=fact.split("=")[0] or "="):
        state_facts([fact], "", {})


@pytest.mark.parametrize(
    "facts", [["mass=1 kg", "mass=2 kg"], ["mass=1 kg", "mass=500 g"], ["toys=yes", "toys=no"]]
)
def test_a_thing_is_stated_once(facts: list[str]) -> None:
    with pytest.raises(UnreadableFact, match=r"one answer|each quantity once"):
        state_facts(facts, "", {})


def test_nothing_stated_is_refused() -> None:
    with pytest.raises(UnreadableFact):
        state_facts([], " ", {})
