from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model.limit import Comparator
from graph.model.passage import Mark, MarkKind, of
from ingest.text.limits.figures import read_number
from ingest.text.limits.find import Found, find_limits
from ingest.text.limits.flat import flat
from ingest.text.limits.parameter import condition_of, parameter_of, parameters_of
from ingest.text.limits.units import ucum


def said(text: str, **more: object) -> list[tuple[str, str, str]]:
    found = find_limits(text, "en", **more)  # type: ignore[arg-type]
    return [
        (f.comparator.value, "" if f.value is None else format(f.value.normalize(), "f"), f.unit)
        for f in found
    ]


ONE = [
    ("A mass exceeding 20 kg;", (">", "20", "kg")),
    ("A mass of 1,500 kg or more;", (">=", "1500", "kg")),
    ("A leakage not exceeding 0,05 mm;", ("<=", "0.05", "mm")),
    ("wires which do not contain more than 10 % copper", ("<=", "10", "%")),
    ("in which no single toy constitutes more than 30 % of the box", ("<=", "30", "%")),
    ("a drift less (better) than 2 µGal", ("<", "2", "µGal")),
    ("a resolution better than 5 ppm", ("<", "5", "ppm")),
    ("a purity of 99.5 % or better", (">=", "99.5", "%")),
    ("a resolution of 0.1 µm or better", ("<=", "0.1", "µm")),
    ("an accuracy worse than 3 mm", (">", "3", "mm")),
    ("below or equal to 1.5 nm", ("<=", "1.5", "nm")),
    ("at or below a temperature of 4.5 K", ("<=", "4.5", "K")),
    ("levels which meet or exceed a total dose of 5 × 10³ Gy (Si)", (">=", "5000", "Gy (Si)")),
    ("a ratio exceeding 1 part in 1000", (">", "0.001", "")),
    ("a ratio of 1:5000 or more", (">=", "0.0002", "")),
    ("an expansion less than 3 × 10⁻⁶/K at 25 °C", ("<", "0.000003", "/K")),
    ("a power within ±5 %", ("<=", "5", "%")),
    ("above level 1,024", (">", "1024", "")),
    ("a limit of 4.5 million operations or more", (">=", "4500000", "operations")),
    ("an error less than (1.7 + L/1000) µm", ("<", "", "")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "limit"), ONE[:-1])
def test_a_limit_is_read_with_its_comparator_and_unit(
    text: str, limit: tuple[str, str, str]
) -> None:
    assert said(text) == [limit]


SEVERAL = [
    ("from 2 GHz up to and including 15 GHz", [(">=", "2", "GHz"), ("<=", "15", "GHz")]),
    ("exceeding 5 but not exceeding 20 kHz", [(">", "5", "kHz"), ("<=", "20", "kHz")]),
    ("between 15 K (-258 °C) and 35 K (-238 °C)",
     [(">=", "15", "K"), (">=", "-258", "°C"), ("<=", "35", "K"), ("<=", "-238", "°C")]),
    ("0.1 m³ (100 litres) or less", [("<=", "0.1", "m³"), ("<=", "100", "litres")]),
    ("outside the range 4 V to 9 V", [("<", "4", "V"), (">", "9", "V")]),
    ("blocks of 120 mm × 120 mm × 50 mm or greater",
     [(">=", "120", "mm"), (">=", "120", "mm"), (">=", "50", "mm")]),
    ("exceeding 18 degrees of tilt, 15 degrees of slip, or 90 degrees/second",
     [(">", "18", "degrees"), (">", "15", "degrees"), (">", "90", "degrees/second")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "limits"), SEVERAL)
def test_ranges_series_and_second_units(text: str, limits: list[tuple[str, str, str]]) -> None:
    assert said(text) == limits


NONE = [
    "specified in 3A801.a.5 or Category 5, Part 2, Note 3",
    "measured in accordance with ISO 230-2 (2014) at 20 °C",
    "uranium-235 and polymer 66 made before May 21, 1999",
    "CAS 7440-61-1 (1) toys; (2) kites",
    "gauges measuring at 1 kHz",
]


@pytest.mark.parametrize("text", NONE)
def test_references_standards_dates_isotopes_and_measuring_points_are_no_limits(text: str) -> None:
    assert said(text) == []


def test_a_lead_in_above_gives_the_comparator_to_the_child_that_states_the_number() -> None:
    above = "Toy lenses having an aperture exceeding any of the following:"
    assert said("80 mm for red ones", above=above) == [(">", "80", "mm")]


def test_numbers_in_words_are_atoms_without_value() -> None:
    (found,) = find_limits("toys with three or more wheels", "en")
    assert (found.comparator, found.value, found.condition) == (
        Comparator.AT_LEAST,
        None,
        "three or more",
    )
    assert said("at least one of the toys") == []


def test_a_formula_has_no_value() -> None:
    assert said("a length less than 15 divided by the frequency") == [("<", "", "")]


def test_in_a_definition_equality_is_no_limit() -> None:
    assert said("λ is equal to 633 nm", defines=True) == []


def words(text: str, kind: MarkKind, start: int, end: int) -> tuple[str, frozenset[int]]:
    found = flat([of(text, 100, [Mark(100 + start, 100 + end, kind)])])
    return found.text, found.doubtful


def test_exponents_come_back_where_the_form_proves_them_and_else_give_no_value() -> None:
    text, doubtful = words("exceeding 2 × 108 Hz", MarkKind.LOST_EXPONENT, 16, 17)
    assert (text, doubtful) == ("exceeding 2 × 10⁸ Hz", frozenset())
    text, doubtful = words("exceeding 108 Hz", MarkKind.LOST_EXPONENT, 12, 13)
    assert doubtful
    assert said(text, doubtful=doubtful) == [(">", "", "Hz")]


def test_places_lead_back_to_the_document() -> None:
    found = flat([of("A mass of", 100), of("20 kg or more", 200)])
    (limit,) = find_limits(found.text, "en")
    assert (found.place(limit.start), found.place(limit.end - 1) + 1) == (200, 205)


def test_the_parameter_is_the_noun_phrase_beside_the_number() -> None:
    text = "Pumps having a flow rate exceeding 5 m³/h at 20 °C"
    (found,) = find_limits(text, "en")
    assert parameter_of(text, found, "en") == "flow rate"
    assert condition_of(text, found, "en") == "at 20 °C"
    bare = "Exceeding 100 cm³ in volume"
    assert parameter_of(bare, find_limits(bare, "en")[0], "en") == "volume"


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=0, max_value=10**9, places=3))
def test_a_number_is_read_exactly(value: Decimal) -> None:
    assert read_number(f"{value:,.3f}") == value
    assert read_number(f"{value:.3f}".replace(".", ","), decimal_comma=True) == value


@given(st.integers(1, 999), st.integers(-12, 12))
def test_powers_are_exact(mantissa: int, power: int) -> None:
    raised = str(power).translate(str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻"))
    assert read_number(f"{mantissa} × 10{raised}") == Decimal(mantissa).scaleb(power)


@given(st.text(alphabet="0123456789.,- ()×⁰⁵kmg%°CorlesthanexcdingHz", max_size=60))
def test_no_text_breaks_the_reader(text: str) -> None:
    for found in find_limits(text, "en"):
        assert isinstance(found, Found)
        assert 0 <= found.start <= found.end <= len(text)


def test_units_of_no_known_part_have_no_code() -> None:
    assert ucum("MPa") == "MPa"
    assert ucum("bit/s") == "bit/s"
    assert ucum("furlongs") == ""


@pytest.mark.parametrize(
    ("text", "limit"),
    [
        ("a rate exceeding 1.3 Giga Samples Per Second", (">", "1.3", "Giga Samples Per Second")),
        ("a load greater than 10 kW/cm2", (">", "10", "kW/cm2")),
        ("a ratio of more than 4,5:1", (">", "4.5", "")),
        ("a ratio of more than 1:1.8", (">", "", "")),
        ("less than 1 part tin to 500 parts lead", ("<", "0.002", "")),
        ("more than 5 × 104⁻⁴", (">", "", "")),
        ("at least 90 % degree of cure", (">=", "90", "%")),
        ("a stability of less than 130 micro g", ("<", "130", "micro g")),
    ],
)
def test_a_unit_that_is_printed_is_never_passed_over(
    text: str, limit: tuple[str, str, str]
) -> None:
    assert said(text) == [limit]


def test_a_parameter_is_shared_by_what_is_joined() -> None:
    text = "Boxes having a length (inside) of 5 m (16 ft) or more but less than 9 m and containing more than 4 kg"
    found = find_limits(text, "en")
    assert parameters_of(text, found, "en") == ("length", "length", "length", "mass")
    lead = "A length as specified by any of the following:"
    below = "Less than 3 m;"
    assert parameters_of(below, find_limits(below, "en"), "en", lead) == ("length",)
