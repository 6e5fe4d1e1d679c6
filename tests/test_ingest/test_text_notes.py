import pytest

from graph.model.note import NoteEffect, NoteKind
from ingest.text.note_kind import note_kind
from ingest.text.note_target import annotated, note_notation, note_prefix, printed_number

NARROWS, WIDENS, DEFINES, NONE = (
    NoteEffect.NARROWS,
    NoteEffect.WIDENS,
    NoteEffect.DEFINES,
    NoteEffect.NONE,
)

KINDS = [
    ("Note:", "3A801.a. does not control toys.", NoteKind.DECONTROL, NARROWS),
    ("Note 2:", "3A801.a and 3A801.b do not apply to toys.", NoteKind.DECONTROL, NARROWS),
    ("Note: 3A801 does not control:", "Toys.", NoteKind.DECONTROL, NARROWS),
    ("Note:", "Toys are not controlled by this entry.", NoteKind.DECONTROL, NARROWS),
    ("Note:", "Toys are released from control.", NoteKind.DECONTROL, NARROWS),
    ("Note:", "3A801 includes toys and does not include games.", NoteKind.DECONTROL, NARROWS),
    ("Note:", "3A801.a. includes toys.", NoteKind.INCLUSION, NONE),
    ("Note:", "For the purposes of 3A801.a., toys include dolls.", NoteKind.INCLUSION, NONE),
    ("Note:", "3A801.a controls toys, whether or not they float.", NoteKind.INCLUSION, NONE),
    ("Note:", "3A801.a also controls toys.", NoteKind.INCLUSION, WIDENS),
    ("N.B.:", "See 3A802.", NoteKind.NOTA_BENE, NONE),
    ("N.B. 2:", "3A801 does not control toys.", NoteKind.NOTA_BENE, NONE),
    ("Technical Note:", "'Toy' means a small thing.", NoteKind.TECHNICAL, DEFINES),
    ("Technical Notes", "", NoteKind.TECHNICAL, DEFINES),
    ("Note:", "The term 'toy' includes dolls.", NoteKind.DEFINITION, DEFINES),
    ("Note:", "For purposes of 3A801, a 'toy' is a small thing.", NoteKind.DEFINITION, DEFINES),
    ("Note:", "“Batch types” refers to large ovens.", NoteKind.DEFINITION, DEFINES),
    ("Note:", "This applies until 1 June 2031.", NoteKind.VALIDITY, NONE),
    ("Note:", "3A801 applies from June 1, 2031.", NoteKind.VALIDITY, NONE),
    ("Note:", "3A801.a only controls wooden toys.", NoteKind.VALIDITY, NARROWS),
    ("Note:", "The only toys specified in 3A801 are wooden.", NoteKind.VALIDITY, NARROWS),
    ("Note:", "Toys remain controlled when wrapped.", NoteKind.INCLUSION, NONE),
    ("Note:", 'Toys with a "laser" are specified in 3A802.', NoteKind.GENERAL, NONE),
    ("Note:", "Nothing in Note 1 releases toys.", NoteKind.GENERAL, NONE),
    ("", "", NoteKind.GENERAL, NONE),
]


@pytest.mark.parametrize(("heading", "text", "kind", "effect"), KINDS)
def test_a_note_is_what_its_heading_and_words_say(
    heading: str, text: str, kind: NoteKind, effect: NoteEffect
) -> None:
    assert note_kind(heading, text) == (kind, effect)


KNOWN = {
    *("3A", "3A801", "3A801.a", "3A801.a.1", "3A801.a.2", "3A801.b", "3A801.b.2", "3A801.b.3"),
    *("3A801.w", "3A801.w.1", "3A802"),
}
TARGETS = [
    ("Note 1 to paragraph 3A801.a:", "", "3A801.a"),
    ("Technical Note to 3A801.b.2 and b.3", "", "3A801.b.2"),
    ("Notes to ECCN 3A801", "", "3A801"),
    ("Note to paragraph .w.1:", "", "3A801.w.1"),
    ("Note 2 to paragraph b:", "", "3A801.b"),
    ("Note 1 to Cat 3 Product Group A:", "", "3A"),
    ("Note to 3A801.a.7:", "", "3A801.a"),
    ("Technical Note to paragraph a.1 of Note 2:", "", "3A801.b.3"),
    ("Note:", "3A801.a.1. does not control toys.", "3A801.a.1"),
    ("Note:", "ECCN 3A801.a.2 does not apply to toys.", "3A801.a.2"),
    ("Note:", "3A801.a.1 and 3A801.a.2 do not apply to toys.", "3A801.a.1"),
    ("Technical Note:", "For the purposes of 3A801.a.1.: 'toy' means a thing.", "3A801.a.1"),
    ("Note:", "In 3A801.b. 'toy' means a thing.", "3A801.b"),
    ("Note:", "For exports by sea, 3A801 does not control toys.", "3A801"),
    (
        "Technical Notes:",
        "1. For the purposes of 3A801.a.1, 'x' is y. 2. For the purposes of 3A801.a.2, 'z' is y.",
        "3A801.a",
    ),
    ("Note:", "Toys specified in 3A801.a are wooden.", "3A801.a"),
    ("Note:", "Wooden toys are specified in 3A801.a.", "3A801.b.3"),
    ("Note:", "3A802 does not control toys.", "3A801.b.3"),
    ("Note:", "3A801.q.1 does not control toys.", "3A801.b.3"),
    ("Note to mixtures:", "", "3A801.b.3"),
]


@pytest.mark.parametrize(("heading", "text", "target"), TARGETS)
def test_a_note_annotates_what_it_names_else_what_stands_before(
    heading: str, text: str, target: str
) -> None:
    assert annotated(heading, text, before="3A801.b.3", known=KNOWN) == target


@pytest.mark.parametrize(
    ("heading", "number"),
    [
        ("Technical Note 2 to 3A801:", 2),
        ("Note 1:", 1),
        ("Note1:", 1),
        ("N.B.2", 2),
        ("N.B. 12:", 12),
        ("Note:", None),
        ("Note to 3A801.b.2:", None),
        ("Note to paragraph 4:", None),
        ("Notes: 1.", None),
        ("", None),
    ],
)
def test_the_printed_number_is_that_of_the_note_itself(heading: str, number: int | None) -> None:
    assert printed_number(heading) == number


@pytest.mark.parametrize(
    ("kind", "heading", "prefix"),
    [
        (NoteKind.TECHNICAL, "Technical Note:", "techn"),
        (NoteKind.NOTA_BENE, "N.B.", "nb"),
        (NoteKind.DECONTROL, "Note 1:", "note"),
        (NoteKind.GENERAL, "Technical Note:", "techn"),
    ],
)
def test_the_prefix_follows_kind_and_heading(kind: NoteKind, heading: str, prefix: str) -> None:
    assert note_prefix(kind, heading) == prefix


def test_a_note_keeps_its_printed_number_where_it_is_free() -> None:
    assert note_notation("3A801", "note", 3, set()) == "3A801.note.3"
    assert note_notation("3A801", "note", None, set()) == "3A801.note.1"
    assert note_notation("3A801", "nb", None, {"3A801.nb.1", "3A801.nb.2"}) == "3A801.nb.3"
