"""Two texts compared: what is the same in other words, what differs, and what nobody can tell."""

from __future__ import annotations

import re
from fractions import Fraction

import pytest

from graph.logic.alignment import Known
from graph.logic.contrast import Contrast, contrast
from graph.logic.interval import Interval
from graph.logic.side import Node, Side
from graph.logic.units import exact
from graph.logic.words import Bound, Said, said
from graph.model.limit import Comparator
from graph.model.paragraph import Connective

_LIMIT = re.compile(r"\{(<=|>=|<|>|=) (-?[\d./]+) ?([^}|]*)(?:\|([^}]*))?\}")


def text(words: str, *, own: str = "9A999", releasing: bool = False) -> Said:
    """Take a text apart in which limits are written ``{>= 5 kg|mass}``."""
    bounds, plain = [], ""
    at = 0
    for match in _LIMIT.finditer(words):
        plain += words[at : match.start()]
        unit = exact(match[3])
        assert unit is not None
        base = Fraction(match[2]) * unit.factor + unit.offset
        start, shown = len(plain), f"{match[2]} {match[3]}".strip()
        plain, at = plain + shown, match.end()
        allowed = Interval.of(Comparator(match[1]), base)
        bounds.append(
            Bound(
                start, len(plain), allowed, unit.kind, match[3], unit.factor, unit.offset,
                match[4] or "", "", alternative=False,
            )
        )  # fmt: skip
    return said("9A999", plain + words[at:], bounds, own, releasing=releasing)


def compared(
    left: str | Node, right: str | Node, **known: dict[tuple[str, ...], tuple[str, ...]]
) -> Contrast:
    """Compare two texts of two lists."""
    sides = [
        Side(name, (), Node(text(one)) if isinstance(one, str) else one)
        for name, one in (("zz-a", left), ("zz-b", right))
    ]
    return contrast(sides[0], sides[1], Known(**known))


@pytest.mark.parametrize(
    ("left", "right", "relation", "determinacy"),
    [
        ("Blue widgets", "The blue widget", "equal", "determined"),
        ("Fibre of aluminium", "Fiber of aluminum", "equal", "determined"),
        ("Crank shaft grinders", "Crankshaft grinders", "equal", "determined"),
        ("Coolers for a temperature below {< 4.5 K|temperature}", "Coolers for a temperature below {< -268.65 Cel|temperature}", "equal", "determined"),
        ("Sources of {>= 40 Ci|activity} or more", "Sources of {>= 1480 GBq|activity} or more", "equal", "determined"),
        ("Widgets having a mass of {>= 5 kg|mass} or more", "Widgets having a mass of {>= 6 kg|mass} or more", "stricter", "determined"),
        ("Widgets having a mass of {> 5 kg|mass}", "Widgets having a mass of {>= 5 kg|mass}", "looser", "determined"),
        ("Widgets exceeding {> 5 W|power}", "Widgets exceeding {> 5 kW|power}", "stricter", "determined"),
        ("Widgets specified in 1A001", "Widgets controlled by ECCN 1A001", "equal", "determined"),
        ("Blue widgets for boats", "Blue widgets for ships", "equal", "conditional"),
        ("“Widgets” for boats", "Widgets for boats", "equal", "conditional"),
        ("Widgets", "Widgets having gold plating", "stricter_or_equal", "conditional"),
        ("Vaccines against measles", "Machine tools for turning", "unknown", "unknown"),
        ("Widgets tested at 1 kHz", "Widgets tested at 2 kHz", "unknown", "unknown"),
        ("Widgets not having teeth of {> 5 mm|teeth}", "Widgets having teeth of {> 5 mm|teeth}", "unknown", "unknown"),
    ],
)  # fmt: skip
def test_what_two_texts_control(left: str, right: str, relation: str, determinacy: str) -> None:
    found = compared(left, right)
    assert (found.relation, found.determinacy) == (relation, determinacy), found


def test_a_witness_is_told_in_the_words_and_units_of_the_list() -> None:
    found = compared(
        "Widgets having a speed of {>= 4800 |speed}", "Widgets having a speed of {>= 6000 |speed}"
    )
    assert found.witness_a == "speed = 4800"
    assert not found.witness_b


def test_a_boundary_is_a_difference_and_said_to_be_one() -> None:
    assert compared("Widgets of {> 5 kg|mass}", "Widgets of {>= 5 kg|mass}").boundary_only
    assert not compared("Widgets of {> 5 kg|mass}", "Widgets of {>= 6 kg|mass}").boundary_only


def test_any_and_all_differ() -> None:
    def widgets(joins: Connective) -> Node:
        parts = tuple(
            Node(text(t)) for t in ("A mass of {> 5 kg|mass}", "A power of {> 5 W|power}")
        )
        return Node(text("Widgets having the following"), joins=joins, below=parts)

    found = compared(widgets(Connective.ANY), widgets(Connective.ALL))
    assert (found.relation, found.determinacy) == ("stricter", "determined")


def test_a_note_takes_out_what_it_says() -> None:
    def widgets(*notes: str) -> Node:
        released = tuple(Node(text(note, releasing=True)) for note in notes)
        return Node(text("Widgets of {> 5 kg|mass}"), released=released)

    assert released_phrase("9A999 does not control toys. See 9A998.") == ("toy",)
    found = compared(widgets(), widgets("9A999 does not control widgets of {> 9 kg|mass}"))
    assert found.relation in ("stricter", "stricter_or_equal")
    same = compared(
        widgets("9A999 does not control toys"), widgets("This entry does not apply to toys")
    )
    assert (same.relation, same.determinacy) == ("equal", "determined")


def released_phrase(note: str) -> tuple[str, ...]:
    """Return what a releasing note takes out."""
    return text(note, releasing=True).phrase


def test_tables_decide_where_likeness_only_proposes() -> None:
    known: dict[tuple[str, ...], tuple[str, ...]] = {
        ("tpp",): ("total", "processing", "performance")
    }
    left = "Chips having a TPP of {>= 5 |TPP}"
    right = "Chips having a total processing performance of {>= 5 |total processing performance}"
    assert compared(left, right, phrases=known).determinacy == "determined"


def test_a_number_behind_a_negation_stays_words() -> None:
    turned = "Widgets not capable of carrying masses of {> 5 kg|masses}"
    assert compared(turned, turned).determinacy == "determined"
    assert compared(turned, turned.replace("5", "6")).relation == "unknown"


def test_numbers_that_are_written_apart_are_other_numbers() -> None:
    found = compared("Grades 1 23 of steel", "Grades 12 3 of steel")
    assert (found.relation, found.determinacy) == ("unknown", "unknown")
