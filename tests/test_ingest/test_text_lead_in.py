import pytest

from graph.model.paragraph import Connective
from ingest.text.lead_in import LeadIn, closing, read_lead_in

ANY, ALL, LIST = Connective.ANY, Connective.ALL, Connective.LIST

CONDITIONS = [
    ("Pumps having any of the following:", ANY),
    (
        "Pumps having any of the following characteristics, and specially designed seals therefor:",
        ANY,
    ),
    ("Any of the following:", ANY),
    ("Pumps having either of the following:", ANY),
    ("Seals made from one or more of the following:", ANY),
    ("Pumps modified for one of the following:", ANY),
    ("A housing constructed of either:", ANY),
    ("Pumps having a flow exceeding 5 l/s and any of the following;", ANY),
    ("Pumps having any of the following (see List of Items Controlled).", ANY),
    ("Seals coated with any of the following resins, or combination of the following resins:", ANY),
    ("Pumps having all of the following:", ALL),
    ("Pumps having both of the following features (See List of Items controlled):", ALL),
    ("Pumps having all the following, and seals therefor:", ALL),
    ("Pumps havingall of the following:", ALL),
    ("Pumps having all of following:", ALL),
    ("Pumps having all of the characteristics described in this ECCN.", ALL),
    ("Printers that are both:", ALL),
    ("Pumps with the following characteristics [Note 2]:", ALL),
    ("At least two axes having all of the following:", ALL),
    ("Pumps, as follows, having all of the following:", ALL),
]


@pytest.mark.parametrize(("text", "connective"), CONDITIONS)
def test_a_lead_in_over_properties_makes_conditions(text: str, connective: Connective) -> None:
    assert read_lead_in(text) == LeadIn(connective, None, explicit=True, conditions=True)


LISTS = [
    "Pumps as follows:",
    "Pumps and seals, as follows (see List of Items Controlled).",
    "Pumps as follows (see List of Items Controlled), and specially designed seals therefor.",
    "Pumps, as follows; and specially designed seals therefor:",
    "Pumps having any of the following, as follows:",
    "Cleaning agents, including:",
    "Copper in the following forms:",
    "Any of the following commodities:",
    'Other "technology" for the "production" of the following:',
]


@pytest.mark.parametrize("text", LISTS)
def test_a_list_of_things_makes_no_conditions(text: str) -> None:
    assert read_lead_in(text) == LeadIn(Connective.LIST, None, explicit=True, conditions=False)


COUNTED = [
    ("Pumps meeting two or more of the following:", 2),
    ("Pumps having at least two of the following:", 2),
    ("Pumps combining at least 3 of the following in one housing:", 3),
    ("Pumps having 2 or more of any of the following:", 2),
    ("Pumps having any three of the following features:", 3),
    ("Pumps having more than one of the following:", 2),
]


@pytest.mark.parametrize(("text", "least"), COUNTED)
def test_how_many_must_hold_is_read_from_words_and_digits(text: str, least: int) -> None:
    expected = LeadIn(Connective.AT_LEAST_K, least, explicit=True, conditions=True)
    assert read_lead_in(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Pumps.",
        "Propulsive substances:",
        "Pumps having any of the following: a flow of 5 l/s. See also the next entry.",
        "Chambers simulating the following flight conditions:",
    ],
)
def test_a_text_that_ends_otherwise_has_no_lead_in(text: str) -> None:
    assert read_lead_in(text) is None


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("A flow of 48 or more; or", "or"),
        ("A flow of 48 or more; and", "and"),
        ("A flow of 48, or", "or"),
        ("or", "or"),
        ("A flow of 48;or", "or"),
        ("A flow of 48 or more;", None),
        ("A flow of 48 or more", None),
        ("Motor", None),
        ("", None),
    ],
)
def test_the_closing_word_is_the_last_one_only(text: str, word: str | None) -> None:
    assert closing(text) == word
