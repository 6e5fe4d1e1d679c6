"""What no table of the parser covers stops it: never silently text."""

from __future__ import annotations

import pytest

from graph.errors import DuplicateNotation, UnexpectedCount, UnknownValue, UnreadableDocument
from graph.model.document import ListDocument
from ingest.checks.inventory import check_inventory, count, count_omissions
from ingest.source import SOURCES, read_source
from ingest.sources.us_ccl.parse import parse

SOURCE = read_source(SOURCES / "us_ccl" / "source.yml")
HEAD = "<FP-2><B>3A801 Toy robots.</B>\n</FP-2>"
REASON = "<FP-1><I>Reason for Control:</I> NS\n</FP-1>"
SECTIONS = '<FP-1><E T="04">License Requirements</E>\n</FP-1>' + REASON
ROW = (
    "<DIV><DIV><TABLE><THEAD><TR><TH>Control(s)</TH><TH>Country chart</TH></TR></THEAD><TBODY><TR>"
    "<TD>XX applies to entire entry</TD><TD>XX Column 1</TD></TR></TBODY></TABLE></DIV></DIV>"
)
NOTE = "<NOTE><HED><I>Note:</I></HED><P><I>Not:</I></P><P><I>c. Dolls.</I></P></NOTE>"


def read(blocks: str) -> ListDocument:
    head = f"<HD1>Category 3—Toys\n</HD1><HD1>A. “Systems”\n</HD1>{HEAD}"
    return parse(f"<DIV9><HEAD>Toys\n</HEAD>{head}{blocks}</DIV9>".encode(), SOURCE)


def items(*texts: str) -> str:
    return "<FP><I>Items:</I>\n</FP>" + "".join(f"<P>{text}</P>" for text in texts)


@pytest.mark.parametrize(
    ("blocks", "error"),
    [
        ("<HD1>F. Balloons\n</HD1>", UnknownValue),
        ("<FP-2><B>Something bold</B>\n</FP-2>", UnknownValue),
        (SECTIONS + '<FP-1><E T="04">License Fees</E>\n</FP-1>', UnknownValue),
        (SECTIONS + "<FP-1><I>Colour of Control:</I> red\n</FP-1>", UnknownValue),
        (SECTIONS + "<FP-1><I>CIV:</I> Yes\n</FP-1>", UnknownValue),
        (SECTIONS + ROW, UnknownValue),
        (REASON.replace("NS", "QQ"), UnknownValue),
        (items("a. Robots.", "d. Dolls."), UnreadableDocument),
        (items("a. Robots.", "a. Robots again."), UnreadableDocument),
        (items("a. Robots;") + NOTE, UnreadableDocument),
        ("<FP-2><B>4A801 Kites.</B>\n</FP-2>", UnreadableDocument),
        (HEAD, DuplicateNotation),
        ("<FP-3>Unknown</FP-3>", UnknownValue),
        ('<P>With <E T="77">an unknown face</E></P>', UnknownValue),
    ],
)
def test_what_no_table_covers_is_an_error(blocks: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        read(blocks)


def test_a_document_without_a_category_is_unreadable() -> None:
    with pytest.raises(UnreadableDocument, match="no category"):
        parse(b"<DIV9/>", SOURCE)


def test_the_inventory_counts_and_compares() -> None:
    found = read(SECTIONS + items("a. Robots."))
    assert count(found)["entries-cat3"] == 1
    assert count_omissions(found) == {"document-title": 1, "section-label": 2}
    expected = {"omissions": count_omissions(found), "expect": count(found)}
    check_inventory(found, SOURCE.model_copy(update=expected))
    with pytest.raises(UnexpectedCount, match="omissions-citation: expected 1, found 0"):
        check_inventory(found, SOURCE)
    wrong = {**expected, "expect": {"entries": 2}}
    with pytest.raises(UnexpectedCount, match="entries: expected 2, found 1"):
        check_inventory(found, SOURCE.model_copy(update=wrong))
