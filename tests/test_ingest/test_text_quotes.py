import pytest

from graph.model.term import TermScope
from ingest.text.quotes import find_terms

LIST, ENTRY = TermScope.LIST, TermScope.ENTRY


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ('"Lasers" and "laser"', [("Lasers", LIST), ("laser", LIST)]),
        ("“parts,” “components”", [("parts", LIST), ("components", LIST)]),
        ("a 'beam path'.", [("beam path", ENTRY)]),
        ("a ‘beam path’ of a ‘beam path’", [("beam path", ENTRY)]),
        ("'memories,' and \"chips\"", [("memories", ENTRY), ("chips", LIST)]),
        ('"Peak Rate" ("PR") of \'x\'', [("Peak Rate", LIST), ("PR", LIST), ("x", ENTRY)]),
        ("the equipment's users' guide and the maker’s own", []),
        ("'maker's rating' of a pump", [("maker's rating", ENTRY)]),
        ("'UAV's specified for 'missiles'", [("UAV", ENTRY), ("missiles", ENTRY)]),
        (
            "a 'stated “peak rate”' of 3",
            [("stated peak rate", ENTRY), ("peak rate", LIST)],
        ),
        ("an aperture of 3' or 12 inches", []),
        ("\"\" and ''", []),
    ],
)
def test_the_marks_say_where_a_definition_holds(
    text: str, terms: list[tuple[str, TermScope]]
) -> None:
    assert find_terms(text) == tuple(terms)
