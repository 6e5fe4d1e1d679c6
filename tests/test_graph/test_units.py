"""Exact units: equal quantities are equal numbers, and what must not be compared never meets."""

from decimal import Decimal
from fractions import Fraction

import pytest

from graph.logic.units import convert, exact
from ingest.text.limits.units import atoms, ucum


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("4.5", "K"), ("-268.65", "Cel")),
        (("40", "Ci"), ("1.48e3", "GBq")),
        (("98.6", "[degF]"), ("37", "Cel")),
        (("1", "bar"), ("100", "kPa")),
        (("1", "[psi]"), ("1", "[lbf_av]/[in_i]2")),
        (("760", "[torr]"), ("101325", "Pa")),
        (("1", "mm[Hg]"), ("133.322387415", "Pa")),
        (("1", "[in_i]"), ("1000", "[mil_i]")),
        (("25.4", "mm"), ("1", "[in_i]")),
        (("1", "[lb_av]"), ("453.59237", "g")),
        (("600", "uW"), ("0.6", "mW")),
        (("100", "[ppm]"), ("0.01", "%")),
        (("0.5", "1"), ("50", "%")),
        (("60", "deg/h0.5"), ("1", "deg/s0.5")),
        (("1", "RAD{Si}"), ("0.01", "Gy{silicon}")),
        (("1", "kg/(kW.h)"), ("1", "kg/kW/h")),
        (("1", "deg"), ("3600", "''")),
        (("9.80665", "m/s2"), ("1", "[g]")),
        (("1000", "mGal"), ("1", "Gal")),
        (("1", "By/s"), ("8", "bit/s")),
        (("0", "dB[W]"), ("30", "dB[mW]")),
        (("3", "M{sample}/s"), ("3", "10*6.{sample}/s")),
        (("12", "%/a"), ("1", "%/mo")),
        (("1", "nT{rms}/Hz0.5"), ("1", "nT.{rms}/Hz0.5")),
        (("1", "W/m2/K"), ("1", "W/(m2.Cel)")),
    ],
)
def test_the_same_quantity_is_the_same_number(one: tuple[str, str], other: tuple[str, str]) -> None:
    left, right = (convert(Decimal(value), code) for value, code in (one, other))
    assert left is not None
    assert left == right


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hz", "Bq"), ("Hz", "{flop}/s"), ("Hz", "/s"), ("Bq", "{flop}/s"), ("{flop}/s", "{wflop}/s"), ("Gy", "Gy{Si}"), ("Gy", "Sv"),
        ("dB", "1"), ("dB", "%"), ("dB", "dB[mW]"), ("dB[mW]", "mW"), ("rad", "deg"), ("J", "J/{pulse}"), ("nT", "nT{rms}"),
        ("Hz", "{rev}/min"), ("a", "d"), ("[mesh_i]", "um"), ("mm", "mm{TIR}"), ("dB{reference_1_µPa_at_1_m}", "dB"), ("bit", "1"),
        ("N.m", "J"), ("kV.A", "kW"), ("[HP]", "W"), ("[Btu]", "J"),
    ],
)  # fmt: skip
def test_what_must_not_be_compared_is_of_another_kind(one: str, other: str) -> None:
    left, right = exact(one), exact(other)
    assert left is not None
    assert right is not None
    assert left.kind != right.kind


def test_case_tells_prefixes_apart() -> None:
    milli, mega = exact("mW"), exact("MW")
    assert milli is not None
    assert mega is not None
    assert mega.factor == milli.factor * 10**9


def test_a_level_within_a_product_is_a_kind_of_its_own() -> None:
    assert exact("dB[mW]/MHz") != exact("dB[mW]/Hz")
    attenuation = exact("dB/km")
    assert attenuation is not None
    assert (attenuation.kind, attenuation.factor) == ("dB.m-1", Fraction(1, 1000))


@pytest.mark.parametrize(
    "code", ["foo", "kdeg", "kmin", "kHz0.5", "deg/min0.5", "[psi", "dam", "m foo"]
)
def test_an_unknown_unit_is_no_unit(code: str) -> None:
    assert exact(code) is None


def test_every_spelling_that_we_read_is_known_exactly() -> None:
    codes = set(atoms().values())
    assert len(codes) > 350
    assert {code for code in codes if exact(code) is None} == set()


@pytest.mark.parametrize(
    ("written", "about", "code"),
    [
        ("g", "linear acceleration levels", "[g]"),
        ("µg", "bias repeatability", "u[g]"),
        ("g", "accelerating masses", "g"),
        ("g rms", "", "[g].{rms}"),
        ("rad (silicon)", "", "RAD{Si}"),
        ("deg sec", "", "deg{sec_lat}"),
        ("kg/kWh", "", "kg/(kW.h)"),
        ("tons", "weight", "{ton}"),
        ("metric tons", "", "t"),
        ("psig", "", "[psi]{gauge}"),
        ("kW/cm2", "", "kW/cm2"),
    ],
)
def test_spellings_that_mislead_have_the_code_that_they_mean(
    written: str, about: str, code: str
) -> None:
    assert ucum(written, about) == code
    assert exact(code) is not None
