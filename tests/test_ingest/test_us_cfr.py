"""Lists in parts of the Code of Federal Regulations, on small documents in its format."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import SourceError, UnknownValue, UnreadableDocument
from graph.model.document import ListDocument
from graph.model.paragraph import Connective, ParagraphKind
from graph.model.requirement import StatementKind
from ingest.checks.conservation import check_conservation
from ingest.source import Source
from ingest.sources.us_cfr.ladder import Ladder
from ingest.sources.us_cfr.parse import canonical, parse


def source(key: str) -> Source:
    return Source(
        key=key, name="Zz", jurisdiction="us", citation="99 CFR", language="en", document="us/zz.xml", format="xml",
        sha256="0" * 64, valid_on=date(2026, 3, 25), published_on=date(2026, 3, 25), url="https://law.example",
        licence="free", title_is_free=True, expect={},
    )  # fmt: skip


def usml(body: str) -> bytes:
    return (
        '<DIV5 N="121" TYPE="PART"><HEAD>PART 121—ARTICLES</HEAD><DIV8 N="121.1" TYPE="SECTION">'
        f"<HEAD>§ 121.1 The list.</HEAD><EXTRACT>{body}</EXTRACT></DIV8></DIV5>"
    ).encode()


def part(body: str) -> bytes:
    return f'<DIV5 N="810" TYPE="PART"><HEAD>PART 810—HELP</HEAD>{body}</DIV5>'.encode()


def read(raw: bytes, key: str = "us-usml") -> ListDocument:
    document = parse(raw, source(key))
    check_conservation(document, canonical(raw).text, raw, source(key))
    return document


def notations(document: ListDocument) -> list[str]:
    return [p.notation for p in document.paragraphs]


KITES = """<HD1>Category IV—Kites</HD1>
<P>* (a) Kites, as follows:</P><P>(1) Blue kites having any of the following:</P>
<P>(i) A tail; or</P><P>(ii) Two tails (MT if longer than 5 m);</P><P>(2) Red kites.</P>
<P>(b)-(d) [Reserved]</P><P>(e) Strings.</P>
<NOTE><HED>Note 1 to paragraph (<E T="01">a</E>)(1):</HED><P>This paragraph does not control:</P><P>(a) toys;</P><P>(b) flags.</P></NOTE>
<NOTE><HED>Note to Category IV:</HED><P>See paragraph (a) of this category.</P></NOTE>"""


def test_each_level_is_printed_alone_and_put_below_the_one_before() -> None:
    document = read(usml(KITES))
    assert notations(document) == [
        "IV", "IV(a)", "IV(a)(1)", "IV(a)(1)(i)", "IV(a)(1)(ii)", "IV(a)(2)", "IV(b)", "IV(e)",
    ]  # fmt: skip
    kinds = {p.notation: p.kind for p in document.paragraphs}
    assert kinds["IV"] is ParagraphKind.HEADING
    assert kinds["IV(a)"] is ParagraphKind.ENTRY
    assert kinds["IV(a)(1)(i)"] is ParagraphKind.CONDITION
    assert kinds["IV(b)"] is ParagraphKind.RESERVED
    first = next(p for p in document.paragraphs if p.notation == "IV(a)(1)")
    assert (first.connective, first.parent, first.depth) == (Connective.ANY, "IV(a)", 1)


def test_asterisks_and_marks_are_kept_as_statements() -> None:
    told = {(s.about, s.kind) for s in read(usml(KITES)).statements}
    assert told == {
        ("IV(a)", StatementKind.SIGNIFICANT), ("IV(a)(1)(ii)", StatementKind.MISSILE),
    }  # fmt: skip


def test_notes_are_named_after_what_their_heading_says() -> None:
    document = read(usml(KITES))
    assert [(n.notation, n.annotates) for n in document.notes] == [
        ("IV(a)(1).note.1", "IV(a)(1)"), ("IV(a)(1).note.1.a", "IV(a)(1)"), ("IV(a)(1).note.1.b", "IV(a)(1)"),
        ("IV.note.1", "IV"),
    ]  # fmt: skip
    assert [(r.where, r.target, r.resolved) for r in document.references] == [
        ("IV.note.1", "IV(a)", True)
    ]


def test_sections_appendices_terms_and_members_are_read() -> None:
    document = read(part("""<DIV8 N="810.2"><HEAD>§ 810.2 Scope.</HEAD><P>(a) Help with:</P><P>(1) Kilns; and</P><P>(2) Ovens.</P></DIV8>
<DIV8 N="810.3"><HEAD>§ 810.3 Definitions.</HEAD><P><I>Oven</I> means a kiln that:</P><P>(1) Is hot.</P></DIV8>
<DIV9 N="Appendix A to Part 810"><HEAD>Appendix A to Part 810—Places</HEAD><P>1. Near places.</P><HD3>1.1 Nearer</HD3>
<P>(a) Special ones:</P><P>1. First.</P><P>2. Second.</P><SCOL2><LI>Utopia (in part)</LI><LI>Erewhon</LI></SCOL2></DIV9>"""), "us-doe-810")  # fmt: skip
    assert notations(document) == [
        "part810", "810.2", "810.2(a)", "810.2(a)(1)", "810.2(a)(2)", "810.3", "App.A", "App.A 1", "App.A 1.1",
        "App.A 1.1(a)", "App.A 1.1(a).1", "App.A 1.1(a).2", "App.A 1.1(a).2.utopia", "App.A 1.1(a).2.erewhon",
    ]  # fmt: skip
    assert [(t.slug, len(t.text)) for t in document.terms] == [("oven", 2)]


@pytest.mark.parametrize(
    ("above", "announced", "step", "found"),
    [
        (["h", "4"], True, "i", "X(h)(4)(i)"),
        (["h", "4"], False, "i", "X(i)"),
        (["a", "1", "i"], False, "ii", "X(a)(1)(ii)"),
        (["a", "1", "i", "ix"], False, "x", "X(a)(1)(x)"),
        (["u", "1", "ii"], False, "v", "X(v)"),
        (["a", "1", "i", "A"], False, "2", "X(a)(2)"),
        (["z"], False, "aa", "X(aa)"),
    ],
)
def test_a_letter_may_be_a_number(above: list[str], announced: bool, step: str, found: str) -> None:
    ladder = Ladder("X")
    for one in above:
        ladder.open(one, announced=True)
    assert ladder.open(step, announced=announced)[0] == found


@pytest.mark.parametrize(
    ("raw", "error", "place"),
    [
        (usml("<HD1>Category I—X</HD1><P>(a) One.</P><P>(a) Two.</P>"), UnreadableDocument, "stands twice"),
        (usml("<P>Nothing.</P>"), UnreadableDocument, "no part of us-usml"),
        (usml("<BLOB/>"), UnknownValue, "BLOB"),
        (b"<DIV5>", UnreadableDocument, "line"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_named(raw: bytes, error: type[SourceError], place: str) -> None:
    with pytest.raises(error, match=place):
        parse(raw, source("us-usml"))


BLOCKS = st.sampled_from(
    ["<P>(a) A.</P>", "<P>(1) B:</P>", "<P>(i) C; or</P>", "<P>(A) D.</P>", "<P>* (b) E</P>", "<P>plain</P>",
     "<HD1>Category X—Y</HD1>", "<NOTE><HED>Note:</HED><P>(1) n</P></NOTE>", "<P>(c)-(f) [Reserved]</P>", "<LI>Z</LI>"]
)  # fmt: skip


@given(st.lists(BLOCKS, max_size=12))
def test_any_order_is_read_whole_or_refused(blocks: list[Any]) -> None:
    raw = usml("".join(blocks))
    try:
        parse(raw, source("us-usml"))
    except SourceError:
        return
    read(raw)
