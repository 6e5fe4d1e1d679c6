"""Small documents that we write ourselves in the format of the eCFR."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from graph.model.document import ListDocument
from graph.model.note import Note, NoteKind
from graph.model.paragraph import Connective, Paragraph, ParagraphKind
from graph.model.requirement import Availability, StatementKind
from ingest.source import SOURCES, read_source
from ingest.sources.us_ccl.parse import canonical, parse

SOURCE = read_source(SOURCES / "us_ccl" / "source.yml")
HEAD = "<FP-2><B>3A801 Toy robots, as follows (see List of Items Controlled).</B>\n</FP-2>"
SECTIONS = (
    '<FP-1><E T="04">License Requirements</E>\n</FP-1>'
    "<FP-1><I>Reason for Control:</I> NS and AT\n</FP-1>"
)
ITEMS = "<FP><I>Items:</I>\n</FP>"


def document(*blocks: str, head: str = HEAD) -> bytes:
    """Return a list of one category and one group around some blocks."""
    return (
        '<?xml version="1.0" encoding="UTF-8"?><DIV9 N="Supplement No. 1" TYPE="APPENDIX">'
        "<HEAD>Supplement No. 1—The Toy List\n</HEAD><HD1>Category 3—Toys\n</HD1>"
        f"<HD1>A. “Systems”\n</HD1>{head}{''.join(blocks)}"
        '<CITA TYPE="N">[1 FR 1]\n</CITA></DIV9>'
    ).encode()


def read(*blocks: str) -> ListDocument:
    return parse(document(*blocks), SOURCE)


def items(*texts: str) -> str:
    return ITEMS + "".join(f"<P>{text}</P>" for text in texts)


def note(heading: str, *lines: str) -> str:
    body = "".join(f"<P><I>{line}</I></P>" for line in lines)
    return f"<NOTE>\n<HED><I>{heading}</I></HED>\n{body}</NOTE>"


def table(*rows: tuple[str, ...], first: str = "Control(s)") -> str:
    body = "".join(f"<TR>{''.join(f'<TD>{cell}</TD>' for cell in row)}</TR>" for row in rows)
    return (
        '<DIV width="100%"><DIV><TABLE><THEAD><TR><TH>'
        f"{first}</TH><TH>Country chart\n<br></br>(see Supp.)</TH></TR></THEAD>"
        f"<TBODY>{body}</TBODY></TABLE></DIV></DIV>"
    )


def paragraphs(found: ListDocument) -> dict[str, Paragraph]:
    return {paragraph.notation: paragraph for paragraph in found.paragraphs}


def notes(found: ListDocument) -> dict[str, Note]:
    return {note.notation: note for note in found.notes}


def below(names: Iterable[str]) -> list[str]:
    return [name.removeprefix("3A801.") for name in names if name.startswith("3A801.")]


def issues(found: ListDocument) -> set[tuple[str, str]]:
    return {(issue.where, issue.kind) for issue in found.issues}


def test_every_character_is_in_exactly_one_passage() -> None:
    blocks = (
        SECTIONS,
        table(("NS applies to entire entry", "NS Column 1."), ("AT applies to 3A801.a", "")),
        note("Note:", "3A801 does not control dolls:", "a. Of cloth; or", "b. Of wood."),
        '<FP-1><E T="05">List Based License Exceptions (See Part 740)</E>\n</FP-1>',
        "<FP-1><I>LVS:</I> $500\n</FP-1>",
        items("a. Robots weighing 5 × 10\n<SU>3</SU> kg;", "b. through d. [Reserved]"),
        "<FP-2><B>EAR99 Other toys.</B>\n</FP-2>",
    )
    found = read(*blocks)
    text = canonical(document(*blocks)).text
    end = 0
    for passage in sorted((passage for _, passage in found.passages()), key=lambda p: p.start):
        assert passage.start >= end
        assert not text[end : passage.start].strip()
        assert passage.wording == text[passage.start : passage.end]
        end = passage.end
    assert not text[end:].strip()
    assert found.version.length == len(text)


def test_an_entry_has_a_title_without_its_code_and_the_pointer_to_the_items() -> None:
    entry = paragraphs(read(items("a. Robots.")))["3A801"]
    assert (entry.kind, entry.depth, entry.parent) == (ParagraphKind.ENTRY, 0, "3A")
    assert entry.label == "Toy robots, as follows"
    assert entry.marker is not None
    assert entry.marker.wording == "3A801"
    assert entry.text[0].wording == "Toy robots, as follows (see List of Items Controlled)."


def test_enumerators_give_the_hierarchy_whatever_their_last_stop() -> None:
    texts = (
        "a. Robots having any of the following:",
        "a.1 Legs; <I>or</I>",
        "a.2. Arms;",
        "b. Dolls.",
    )
    found = paragraphs(read(items(*texts)))
    assert below(found) == ["a", "a.1", "a.2", "b"]
    assert found["3A801.a"].connective is Connective.ANY
    assert found["3A801.a.1"].kind is ParagraphKind.CONDITION
    assert found["3A801.a.1"].ends_with == "or"
    assert found["3A801.a.1"].official == "a.1"


def test_each_member_of_a_reserved_range_is_a_paragraph_and_the_first_holds_the_words() -> None:
    found = paragraphs(read(items("a. Robots.", "b. through e. [Reserved]", "f. Dolls.")))
    reserved = [name for name, item in found.items() if item.kind is ParagraphKind.RESERVED]
    assert below(reserved) == ["b", "c", "d", "e"]
    assert [len(found[name].text) for name in reserved] == [1, 0, 0, 0]


def test_a_parent_that_the_source_leaves_out_is_implied_and_said() -> None:
    found = read(items("a. Robots.", "b. Others:", "b.1.a. Small ones;", "b.1.b Large ones."))
    assert below(paragraphs(found)) == ["a", "b", "b.1", "b.1.a", "b.1.b"]
    assert paragraphs(found)["3A801.b.1"].text == ()
    assert ("3A801.b.1", "implied-paragraph") in issues(found)


def test_enumerators_that_restart_below_an_item_get_the_whole_path() -> None:
    found = read(items("a. Robots having both:", "1. Legs; and", "2. Arms.", "b. Dolls."))
    assert below(paragraphs(found)) == ["a", "a.1", "a.2", "b"]
    assert ("3A801.a.1", "relative-enumerator") in issues(found)


def test_an_item_that_a_note_hides_is_an_item() -> None:
    hidden = "<NOTE><HED><I>Note:</I></HED><P><I>Toys only.</I></P><P>b. Dolls.</P></NOTE>"
    found = read(items("a. Robots."), hidden, "<P>c. Kites.</P>")
    assert below(paragraphs(found)) == ["a", "b", "c"]
    assert ("3A801.b", "hidden-item") in issues(found)


def test_items_begin_without_their_label() -> None:
    label = '<FP-1><E T="04">List of Items Controlled</E>\n</FP-1>'
    related = "<FP-1><I>Related Controls:</I> See 3A802.\n</FP-1>"
    found = read(label, related, "<P>a. Robots.</P><P>b. Dolls.</P>")
    assert below(paragraphs(found)) == ["a", "b"]


def test_a_list_inside_a_remark_is_no_item() -> None:
    label = '<FP-1><E T="04">List of Items Controlled</E>\n</FP-1>'
    related = "<FP-1><I>Related Controls:</I> Elsewhere:\n</FP-1><P>a. Kites;</P><P>b. Balls.</P>"
    found = read(label, related, items("a. Robots."))
    assert below(paragraphs(found)) == ["a"]
    remark = next(s for s in found.statements if s.kind is StatementKind.RELATED_CONTROLS)
    assert len(remark.text) == 3


def test_reserved_groups_parts_and_the_annex_are_headings() -> None:
    more = (
        "<HD1>B. “Test” [Reserved]\n</HD1><HD1>Annex to Category 3\n</HD1><HD2>List\n</HD2>"
        "<P>1. Kites, as follows:</P><P>a. Red;</P><P>b. Blue;</P><P>2. Balls.</P>"
        "<HD1>Category 5—Games\n</HD1><HD1>Part 2—Cards\n</HD1><HD1>A. “Systems”\n</HD1>"
    )
    found = paragraphs(read(items("a. Robots."), more))
    headings = [name for name, item in found.items() if item.kind is ParagraphKind.HEADING]
    assert headings == ["cat3", "3A", "3B", "cat3.annex", "cat5", "cat5p2", "5A2"]
    annex = [name for name in found if name.startswith("cat3.annex.")]
    assert annex == ["cat3.annex.1", "cat3.annex.1.a", "cat3.annex.1.b", "cat3.annex.2"]


def test_a_section_label_set_as_a_heading_does_not_end_the_entry() -> None:
    label = "<HD1>List of Items Controlled\n</HD1>"
    assert below(paragraphs(read(SECTIONS, label, items("a. Robots.")))) == ["a"]


def test_a_note_is_named_after_the_paragraph_and_its_items_restart() -> None:
    lines = (
        "3A801.a does not control:",
        "a. Dolls having:",
        "1. Hair; or",
        "2. Shoes;",
        "b. Kites.",
    )
    found = notes(read(items("a. Robots;"), note("Note 2:", *lines)))
    assert list(found) == [
        "3A801.a.note.2",
        "3A801.a.note.2.a",
        "3A801.a.note.2.a.1",
        "3A801.a.note.2.a.2",
        "3A801.a.note.2.b",
    ]
    assert found["3A801.a.note.2"].kind is NoteKind.DECONTROL
    assert found["3A801.a.note.2.a.2"].parent == "3A801.a.note.2.a"


def test_a_note_broken_by_another_goes_on_in_it() -> None:
    first = note("Note 1:", "3A801.a does not control:", "a. Dolls having:", "1. Hair; and")
    second = note("Technical Note:", "For the purposes of 3A801.a, hair is wool.", "2. Shoes;")
    found = notes(read(items("a. Robots;"), first, second))
    assert "3A801.a.note.1.a.2" in found
    assert found["3A801.a.techn.1"].kind is NoteKind.TECHNICAL


def test_a_note_in_italics_without_a_box_is_a_note() -> None:
    lines = "<P><I>Note:</I> <I>3A801.a does not apply to:</I></P><P><I>a. Dolls.</I></P>"
    found = read(items("a. Robots;"), lines, "<P>b. Kites.</P>")
    assert list(notes(found)) == ["3A801.a.note.1", "3A801.a.note.1.a"]
    assert below(paragraphs(found)) == ["a", "b"]


def test_a_note_below_requirements_speaks_of_requirements() -> None:
    (found,) = read(SECTIONS, note("License Requirement Note:", "Ask first.")).notes
    assert (found.annotates, found.requirement) == ("3A801", True)


def test_a_row_has_reasons_scope_columns_and_pointers() -> None:
    rows = table(
        ("NS applies to entire entry, except 3A801.b", "NS Column 2."),
        ("RS applies to 3A801.a.1 to a.3 and .c", "China (see § 742.6(a)(7))."),
        ("MT applies to robots controlled by 2A801 for MT reasons", "MT Column 1"),
    )
    texts = ("a. Robots:", "a.1. Small;", "a.2. Large;", "a.3. Red;", "b. Dolls;", "c. Kites.")
    first, second, third = read(SECTIONS, rows, items(*texts)).requirements
    assert (first.reasons, first.columns, first.qualified) == (("NS",), ("NS 2",), False)
    assert (first.included, first.excluded) == ((), ("3A801.b",))
    assert below(second.included) == ["a.1", "a.2", "a.3", "c"]
    assert second.pointers == ("15 CFR 742.6(a)(7)",)
    assert (third.included, third.qualified, third.row) == ((), True, 3)


def test_broken_rows_are_read_and_said() -> None:
    rows = table(
        ("CB applies to entire entry CB Column 2.",),
        ("MT applies to entire entry AT applies to entire entry", "MT Column 1 AT Column 1"),
        ("AT applies to entire entry", "Column 1."),
        ("CW applies to entire entry", ""),
    )
    found = read(SECTIONS, rows, items("a. Robots."))
    columns = [(row.reasons, row.columns) for row in found.requirements]
    assert columns == [
        (("CB",), ("CB 2",)),
        (("MT", "AT"), ("MT 1", "AT 1")),
        (("AT",), ("AT 1",)),
        (("CW",), ()),
    ]
    assert [row.wording is None for row in found.requirements] == [True, False, False, True]
    kinds = {kind for _, kind in issues(found)}
    assert kinds == {"glued-cell", "column-without-reason", "blank-cell"}


def test_a_table_that_is_none_of_requirements_is_kept_row_by_row() -> None:
    found = read(items("a. Robots."), table(("Paint", "", "Red"), first="1. Coating"))
    assert [row.heading for row in found.tables] == [True, False]
    assert [cell and cell.wording for cell in found.tables[1].cells] == ["Paint", None, "Red"]
    assert found.requirements == ()


def test_exceptions_have_availability_amounts_and_further_lines() -> None:
    lines = (
        "<FP-1><I>LVS:</I> $3000 for 3A801.a; $500 for .b\n</FP-1><FP-1>$1,500 for others.\n</FP-1>"
        "<FP-1><I>GBS:</I> N/A\n</FP-1><FP-1>NAC/ACA: Yes\n</FP-1>"
    )
    label = '<FP-1><E T="05">List based license exceptions (see part 740)</E>\n</FP-1>'
    flags = read(label, lines, items("a. Robots.", "b. Dolls.")).exceptions
    assert [(flag.exception, flag.availability) for flag in flags] == [
        ("LVS", Availability.CONDITIONAL),
        ("GBS", Availability.NO),
        ("NAC/ACA", Availability.YES),
    ]
    amounts = [(amount.value, below(amount.paragraphs)) for amount in flags[0].amounts]
    assert amounts == [(Decimal(3000), ["a"]), (Decimal(500), ["b"]), (Decimal(1500), [])]
    assert len(flags[0].text) == 2


def test_statements_keep_what_labels_say() -> None:
    label = '<FP-1><E T="04">Special Conditions for STA</E>\n</FP-1><FP-1>Not for dolls.\n</FP-1>'
    pointer = (
        "<FP><I>Items:</I> The list of items controlled is contained in the ECCN heading.\n</FP>"
    )
    residual = "<FP-2><B>EAR99 Other toys.</B>\n</FP-2>"
    found = {s.kind: s for s in read(SECTIONS, label, pointer, residual).statements}
    assert found[StatementKind.REASONS].values == ("NS", "AT")
    assert found[StatementKind.STA_CONDITION].marker is not None
    assert found[StatementKind.ITEMS_POINTER].about == "3A801"
    residual_class = found[StatementKind.RESIDUAL]
    assert (residual_class.about, residual_class.values) == ("cat3", ("EAR99",))


def test_terms_in_quotation_marks_are_used_and_scoped() -> None:
    found = read(items("a. “Robots” with 'soft limbs'."))
    scopes = {term.slug: (term.scope.value, term.entry) for term in found.terms}
    assert scopes["robots"] == ("list", None)
    assert scopes["soft-limbs"] == ("entry", "3A801")
