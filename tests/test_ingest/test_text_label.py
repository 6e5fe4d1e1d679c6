import pytest

from ingest.text.label import label_of

NAMED = [
    ("Signal converter (SC) circuits", "Signal converter (SC) circuits"),
    ("Pumps, valves and seals;", "Pumps, valves and seals"),
    ("Pumps having any of the following:", "Pumps"),
    ("Rotary pumps, as follows:", "Rotary pumps"),
    ("Rotary pumps specially designed for ships.", "Rotary pumps"),
    ("“Rotary pumps,” “specially designed” for ships.", "“Rotary pumps”"),
    ('"Laser" pumps with a flow exceeding 5 l/s', '"Laser" pumps'),
    ("Dry (other than cold) pumps which float", "Dry (other than cold) pumps"),
    ("Pumps (e.g., rotary) usable at sea", "Pumps"),
    ("“Stored program controlled” pumps capable of reversal", "“Stored program controlled” pumps"),
    (
        "Machine tools for cutting stone, having all of the following:",
        "Machine tools for cutting stone",
    ),
    (
        "Grey pumps, green and yellow valves, red seals, blue hoses, black pipes and white meters;",
        "Grey pumps",
    ),
    ("Examplea virus [a remark];", "Examplea virus"),
    ("2-Examplol (CAS 0-00-0);", "2-Examplol (CAS 0-00-0)"),
    ("Pressure gauges for pressures greater than 2 GPa.", "Pressure gauges"),
]


@pytest.mark.parametrize(("text", "label"), NAMED)
def test_a_thing_is_named_by_the_phrase_before_the_first_qualifier(text: str, label: str) -> None:
    assert label_of(text) == label
    assert len(label.split()) <= 12


@pytest.mark.parametrize(
    "text",
    [
        "",
        ";",
        "A resolution of 8 bit or more",
        "Rated for operation at sea",
        "Having any of the following:",
        "Output power exceeding 20 W",
        "48 or more",
        "12-bit or more",
        "or",
        "through w. [Reserved]",
        "Contain a pump;",
        "Grey and green and yellow and red and blue and black and white pumps;",
    ],
)
def test_a_condition_or_a_long_phrase_has_no_label(text: str) -> None:
    assert label_of(text) is None
