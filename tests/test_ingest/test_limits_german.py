"""Limits in German: comparators with a solidus, a decimal comma, thousands parted by blanks."""

import pytest

from graph.model.passage import of
from ingest.text.limits.flat import flat
from ingest.text.limits.languages import LANGUAGES, read_limits


def said(text: str) -> list[tuple[str, str, str, str]]:
    read = read_limits(flat([of(text, 0, [])]), "de", decimal_comma=True)
    return [(f.comparator.value, str(f.value), f.unit, about) for f, about, _ in read]


@pytest.mark.parametrize(
    ("text", "limits"),
    [
        ("mit einer Leistung größer/gleich 1,5 W", [(">=", "1.5", "W", "Leistung")]),
        ("mit einer Last größer als 25 000 kg und kleiner als 70 000 kg", [(">", "25000", "kg", "Last"), ("<", "70000", "kg", "Last")]),
        ("eine Länge von 1,2 m oder mehr", [(">=", "1.2", "m", "Länge")]),
        ("mit einer Zahl kleiner (besser) als 0,015 dB", [("<", "0.015", "dB", "Zahl")]),
        ("eine Frequenz größer als 2 GHz bis einschließlich 15 GHz", [(">", "2", "GHz", "Frequenz"), ("<=", "15", "GHz", "Frequenz")]),
        ("mindestens 99 % Reinheit", [(">=", "99", "%", "Reinheit")]),
        ("enthält höchstens 80 Masse-% Salz", [("<=", "80", "Masse-%", "Salz")]),
        ("eine Masse von nicht mehr als 4 500 kg", [("<=", "4500", "kg", "Masse")]),
        ("ein Druck über 5.000 Pa", [(">", "None", "Pa", "Druck")]),
        ("eine Menge von mehr als 6 Millionen Metern", [(">", "6000000", "Metern", "Menge")]),
        ("ohne Ausfall bei einer Dosis von mehr als 5 x 10³ Gy", [(">", "5000", "Gy", "Dosis")]),
        ("erfasst von Nummer 3A001 oder Unternummer 0009a2", []),
        ("nach § 8 Absatz 3 und Artikel 12 über Waren", []),
    ],
)  # fmt: skip
def test_german_limits_are_read(text: str, limits: list[tuple[str, str, str, str]]) -> None:
    assert "de" in LANGUAGES
    assert said(text) == limits


def test_a_second_unit_stands_in_a_bracket() -> None:
    text = "bei einer Temperatur kleiner/gleich 4,5 K (-268,65 °C)"
    assert [(value, unit) for _, value, unit, _ in said(text)] == [("4.5", "K"), ("-268.65", "°C")]
