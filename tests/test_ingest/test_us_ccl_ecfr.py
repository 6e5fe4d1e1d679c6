"""Reading the XML of the eCFR: safe, in order, with marks."""

from __future__ import annotations

import pytest

from graph.errors import UnknownValue, UnreadableDocument
from graph.model.passage import MarkKind
from ingest.sources.ecfr import Box, Grid, Line, Picture, read_page

BOMB = b"""<?xml version="1.0"?><!DOCTYPE DIV9 [<!ENTITY a "toys"><!ENTITY b "&a;&a;&a;&a;">]>
<DIV9><P>&b;</P></DIV9>"""


@pytest.mark.parametrize(
    "document",
    [
        BOMB,
        b'<!DOCTYPE DIV9 [<!ENTITY x SYSTEM "file:///etc/hostname">]><DIV9><P>&x;</P></DIV9>',
        b'<!DOCTYPE DIV9 SYSTEM "toys.dtd"><DIV9/>',
        b"<DIV9><P>&nbsp;</P></DIV9>",
        b"<DIV9><P>cut off",
        b"",
        b"<DIV9><P>\xe9</P></DIV9>",
        "<DIV9><P>toys</P></DIV9>".encode("utf-16"),
        b'<?xml version="1.0" encoding="ISO-8859-1"?><DIV9/>',
        b"<DIV9>toys outside a block</DIV9>",
        b"<HTML/>",
    ],
)
def test_what_is_not_the_format_is_unreadable_and_named(document: bytes) -> None:
    with pytest.raises(UnreadableDocument, match=r"^toys\.xml: line 1: "):
        read_page(document, "toys.xml")


def test_the_line_of_bytes_that_are_no_utf_8_is_named() -> None:
    with pytest.raises(UnreadableDocument, match="line 3"):
        read_page(b"<DIV9>\n<P>a</P>\n<P>\xff</P></DIV9>", "toys.xml")


def test_blocks_come_in_order_with_their_words() -> None:
    page = read_page(
        b"<DIV9><HEAD>Toys\n</HEAD><NOTE><HED><I>Note:</I></HED><P>one</P></NOTE>"
        b'<img src="/graphics/er1.gif"/><DIV><TABLE><CAPTION><P>Cap</P></CAPTION><THEAD><TR><TH>a'
        b"</TH></TR></THEAD><TBODY><TR><TD>b<br/>c</TD><TD/></TR></TBODY></TABLE></DIV></DIV9>",
        "toys.xml",
    )
    head, box, picture, grid = page.blocks
    assert isinstance(head, Line)
    assert isinstance(box, Box)
    assert isinstance(grid, Grid)
    assert picture == Picture(2, "er1.gif")
    assert page.canonical.text.strip() == "Toys Note: one Cap a b c"
    assert [page.text(line) for line in box.lines] == ["Note:", "one"]
    assert [[page.text(cell) for cell in row] for row in grid.head] == [["Cap"], ["a"]]
    assert [[page.text(cell) for cell in row] for row in grid.body] == [["b c", ""]]


def test_superiors_and_inferiors_are_marks() -> None:
    text = '<P>10\n<SU>5</SU> W, 10<E T="51">−3</E>, x<E T="52">1</E>, <E T="03">see</E></P>'
    canonical = read_page(f"<DIV9>{text}</DIV9>".encode(), "toys.xml").canonical
    assert canonical.text.strip() == "10 5 W, 10−3, x1, see"
    marked = [(canonical.text[mark.start : mark.end], mark.kind) for mark in canonical.marks]
    assert marked == [("5", MarkKind.SUP), ("−3", MarkKind.SUP), ("1", MarkKind.SUB)]


def test_the_emphasis_of_the_first_words_is_kept() -> None:
    page = read_page(b"<DIV9><P><I>a</I> b</P><P>a <I>b</I></P><P><SU>1</SU></P></DIV9>", "x")
    assert [line.lead for line in page.blocks if isinstance(line, Line)] == ["I", "", ""]


@pytest.mark.parametrize(
    "block", ["<P><U>a</U></P>", "<NOTE><DIV/></NOTE>", '<P><E T="9">a</E></P>']
)
def test_an_unknown_element_is_an_error(block: str) -> None:
    with pytest.raises(UnknownValue):
        read_page(f"<DIV9>{block}</DIV9>".encode(), "toys.xml")
