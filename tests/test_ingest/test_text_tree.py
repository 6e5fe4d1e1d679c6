import pytest

from graph.errors import DuplicateNotation, UnreadableDocument
from graph.model.paragraph import Connective, Paragraph, ParagraphKind
from graph.model.passage import of
from ingest.text.tree import Draft, build_paragraphs

ENTRY, HEADING, ITEM, CONDITION, RESERVED = (
    ParagraphKind.ENTRY,
    ParagraphKind.HEADING,
    ParagraphKind.ITEM,
    ParagraphKind.CONDITION,
    ParagraphKind.RESERVED,
)


def draft(
    notation: str,
    text: str = "",
    *,
    kind: ParagraphKind | None = None,
    parent: str | None = None,
    title: str | None = None,
) -> Draft:
    return Draft(
        notation=notation,
        official=notation,
        marker=of(notation, 0),
        text=(of(text, len(notation) + 1),) if text else (),
        kind=kind,
        parent=parent,
        title=title,
    )


def entry(text: str) -> Draft:
    return draft("3A801", text, kind=ENTRY, title=text)


def build(*drafts: Draft) -> dict[str, Paragraph]:
    return {found.notation: found for found in build_paragraphs(drafts, document="zz.xml")}


def test_order_depth_and_parent_follow_the_notation() -> None:
    built = build(
        draft("cat3", "Category 3", kind=HEADING, title="Category 3"),
        draft("3A", "A. Systems", kind=HEADING, parent="cat3", title="A. Systems"),
        draft("3A801", "Pumps, as follows:", kind=ENTRY, parent="3A", title="Pumps, as follows"),
        draft("3A801.a", "Rotary pumps as follows:"),
        draft("3A801.a.1", "Cold pumps;"),
        draft("3A801.b", "Seals."),
    )
    assert [(found.parent, found.index, found.depth) for found in built.values()] == [
        (None, 1, -2),
        ("cat3", 1, -1),
        ("3A", 1, 0),
        ("3A801", 1, 1),
        ("3A801.a", 1, 2),
        ("3A801", 2, 1),
    ]
    assert built["3A801"].label == "Pumps, as follows"
    assert built["3A801.a"].label == "Rotary pumps"


def test_a_part_of_a_category_is_as_high_as_the_category() -> None:
    built = build(
        draft("cat5", kind=HEADING, title="Category 5"),
        draft("cat5p1", kind=HEADING, parent="cat5", title="Part 1"),
        draft("5A1", kind=HEADING, parent="cat5p1", title="A. Systems"),
    )
    assert [found.depth for found in built.values()] == [-2, -2, -1]


def test_what_stands_below_a_condition_is_a_condition() -> None:
    built = build(
        entry("Pumps as follows:"),
        draft("3A801.a", "Rotary pumps having all of the following:"),
        draft("3A801.a.1", "A flow exceeding 5 l/s; and"),
        draft("3A801.a.2", "Seals as follows:"),
        draft("3A801.a.2.a", "Cold seals;"),
        draft("3A801.b", "Valves."),
    )
    kinds = [found.kind for found in built.values()]
    assert kinds == [ENTRY, ITEM, CONDITION, CONDITION, CONDITION, ITEM]
    labels = [found.label for found in built.values() if found.kind is CONDITION]
    assert labels == [None, None, None]
    assert built["3A801.a.1"].ends_with == "and"


@pytest.mark.parametrize(
    "text",
    ["[Reserved]", "[RESERVED].", "Not used", "Not used;", "reserved", "Not used since 2019."],
)
def test_a_placeholder_is_kept_as_reserved(text: str) -> None:
    assert build(entry("Pumps:"), draft("3A801.a", text))["3A801.a"].kind is RESERVED


CONNECTIVES = [
    ("Pumps having any of the following:", "A;", (Connective.ANY, None, True)),
    ("Pumps meeting two or more of the following:", "A;", (Connective.AT_LEAST_K, 2, True)),
    ("Pumps, as follows:", "A; or", (Connective.LIST, None, True)),
    ("Pumps with:", "A; or", (Connective.ANY, None, False)),
    ("Pumps with:", "A; and", (Connective.ALL, None, False)),
    ("Pumps:", "A;", (Connective.LIST, None, False)),
    ("", "A; or", (Connective.LIST, None, False)),
]


@pytest.mark.parametrize(("text", "first", "expected"), CONNECTIVES)
def test_the_lead_in_says_how_children_combine_else_the_last_but_one_of_them(
    text: str, first: str, expected: tuple[Connective, int | None, bool]
) -> None:
    built = build(
        entry("Pumps:"),
        *(
            draft(f"3A801.{name}", words)
            for name, words in (("a", text), ("a.1", first), ("a.2", "B."))
        ),
    )
    parent = built["3A801.a"]
    assert (parent.connective, parent.at_least, parent.explicit) == expected
    assert built["3A801.a.2"].connective is Connective.NONE


def test_the_closing_word_of_a_group_stands_at_its_last_line() -> None:
    built = build(
        entry("Pumps with:"),
        draft("3A801.a", "Seals having all of the following:"),
        draft("3A801.a.1", "A width of 5 mm; and"),
        draft("3A801.a.2", "A length of 5 mm; or"),
        draft("3A801.b", "Valves."),
    )
    assert built["3A801"].connective is Connective.ANY
    assert built["3A801.b"].kind is ITEM


def test_a_closing_word_makes_no_conditions() -> None:
    built = build(entry("Pumps with:"), draft("3A801.a", "Seals; and"), draft("3A801.b", "Valves."))
    assert built["3A801"].connective is Connective.ALL
    assert built["3A801.a"].kind is ITEM


def test_a_paragraph_without_its_parent_is_an_error_that_names_it() -> None:
    with pytest.raises(UnreadableDocument, match=r"3A801\.b\.1"):
        build(entry("Pumps:"), draft("3A801.b.1", "Seals."))
    with pytest.raises(UnreadableDocument, match="3A802"):
        build(entry("Pumps:"), draft("3A802", "Seals."))


def test_a_notation_that_stands_twice_is_an_error_that_names_it() -> None:
    with pytest.raises(DuplicateNotation, match=r"3A801\.a"):
        build(entry("Pumps:"), draft("3A801.a", "Seals."), draft("3A801.a", "Valves."))
