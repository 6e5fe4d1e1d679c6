"""A part of the Code of Federal Regulations on small invented documents: nesting, ranges, categories, appendices."""

from datetime import date
from hashlib import sha256

import pytest

from graph.errors import SourceError
from graph.ids import META
from graph.model.document import ListDocument
from graph.model.reference import ReferenceKind
from ingest.checks.conservation import check_conservation
from ingest.checks.shapes import check_shapes
from ingest.curated.jurisdictions import emit_jurisdictions
from ingest.emit.control_list import emit_facts
from ingest.source import Source
from ingest.sources.us_ecfr_law.parse import canonical, parse

HEAD = '<DIV5 N="{part}" TYPE="PART"><HEAD>PART {part}&#x2014;TOYS</HEAD>'

LIST = """<DIV8 TYPE="SECTION"><HEAD>&#xA7; 121.1 List of toys.</HEAD><P>(a)-(b) [Reserved]</P>
<HD1>Category I&#x2014;Kites</HD1><P>(a) Big kites.</P><P>(b) Tails of the kites in paragraph (a) of this category, or tops in Category II(b)(2) or (3).</P>
<P>(c)-(d) [Reserved]</P><P>(e) Strings of paragraphs (a) through (c) of this category.</P>
<HD1>Category II&#x2014;Tops</HD1><P>(a) Tops.</P><P>(b) Parts:</P><P>(1) Pegs for kites in paragraph (a) of USML Category I;</P><P>(2) Cords.</P><P>(3) Whips.</P>
<P>(c)-(g) [Reserved]</P><P>(h) Papers, see &#xA7; 120.5(c) of this subchapter and 15 CFR part 744.</P><P>(i)-(w) [Reserved]</P><P>(x) Other things in this part.</P>
<EFFDNOT><HED>Effective Date Note 1:</HED><P>On Jan. 2, 2030, &#xA7; 121.1, under Category II, paragraph (b)(1) was stayed.</P></EFFDNOT></DIV8>"""

PART = """<DIV6 TYPE="SUBPART"><HEAD>Subpart A&#x2014;General</HEAD>
<DIV8 TYPE="SECTION"><HEAD>&#xA7; 110.1 Scope.</HEAD><P>This part covers toys, see &#xA7;&#xA7; 110.2 through 110.4 and &#xA7; 170.3 of this chapter.</P><P>(a) Kites.</P><P>(b) Tops.</P></DIV8>
<DIV8 TYPE="SECTION"><HEAD>&#xA7; 110.2 Papers.</HEAD><P>(a) Parts (1) through (3) are in appendix A to this part; appendices A and B name more under this subpart.</P></DIV8>
<DIV8 TYPE="SECTION"><HEAD>&#xA7; 110.3 [Reserved]</HEAD></DIV8>
<DIV8 TYPE="SECTION"><HEAD>&#xA7; 110.4 Limits.</HEAD><P>(a) The toys of paragraphs (1) and (2) of appendix A to this part, under 15 CFR 744.3(a).</P></DIV8></DIV6>
<DIV9 TYPE="APPENDIX"><HEAD>Appendix A to Part 110&#x2014;Kites</HEAD><P>(1) Red.</P><P>(2) Blue.</P></DIV9>
<DIV9 TYPE="APPENDIX"><HEAD>Appendix B to Part 110&#x2014;Tops</HEAD><P>1. Whole tops.</P>
<HD3>1.1 Pegs</HD3><P>(a) Of wood: 1. Of oak.</P><P>2. Of pine.</P><P>(b) Of tin, see &#xA7; 2 of this appendix.</P>
<P>2. Parts of tops.</P><P>(a) Cords, but not the pegs of &#xA7; 1.1(a) and (b) of this appendix:</P><P>1. Long.</P><P>2. Short.</P><P>(b) Whips.</P></DIV9>"""


def parsed(part: str, title: str, body: str) -> ListDocument:
    raw = f"{HEAD.format(part=part)}{body}</DIV5>".encode()
    told = {
        "key": f"us/cfr/{title}/{part}", "name": "Toys", "jurisdiction": "us", "citation": "Toys", "language": "en", "format": "xml",
        "document": "zz/toys", "sha256": sha256(raw).hexdigest(), "valid_on": date(2026, 1, 1), "published_on": date(2026, 1, 1),
        "url": "https://law.example", "licence": "free", "title_is_free": True, "expect": {},
    }  # fmt: skip
    source = Source.model_validate(told)
    document = parse(raw, source)
    check_conservation(document, canonical(raw).text, raw, source)
    return document


def cited(document: ListDocument, where: str) -> set[tuple[str, str]]:
    return {
        (r.target_list, r.target)
        for r in document.references
        if r.where == where and r.kind is ReferenceKind.CITES
    }


@pytest.fixture(scope="module")
def toys() -> ListDocument:
    return parsed("121", "22", LIST)


@pytest.fixture(scope="module")
def part() -> ListDocument:
    return parsed("110", "10", PART)


OWN = "us/cfr/22/121"


@pytest.mark.parametrize(
    ("where", "targets"),
    [
        ("1/h1/b", {(OWN, "1/h1/a"), (OWN, "1/h2/b/2"), (OWN, "1/h2/b/3")}),
        ("1/h1/e", {(OWN, "1/h1/a"), (OWN, "1/h1/b"), (OWN, "1/h1/c-d")}),
        ("1/h2/b/1", {(OWN, "1/h1/a")}),
        ("1/h2/h", {("us/cfr/22/120", "5/c"), ("us/cfr/15/744", "")}),
        ("1/h2/x", {(OWN, "")}),
        ("1/effd/1", {(OWN, "1"), (OWN, "1/h2"), (OWN, "1/h2/b/1")}),
    ],
)
def test_a_category_is_the_one_that_is_named(
    toys: ListDocument, where: str, targets: set[tuple[str, str]]
) -> None:
    assert cited(toys, where) == targets


def test_a_range_of_letters_is_no_roman_numeral(toys: ListDocument) -> None:
    found = {p.notation: p.parent for p in toys.paragraphs}
    assert found["1/h2/i-w"] == found["1/h2/x"] == "1/h2"


def test_sections_between_two_are_named_too(part: ListDocument) -> None:
    own = "us/cfr/10/110"
    assert cited(part, "1") == {
        (own, ""), (own, "2"), (own, "3"), (own, "4"), ("us/cfr/10/170", "3"),
    }  # fmt: skip
    assert cited(part, "2/a") == {(own, "app/A"), (own, "app/B"), (own, "subpt/A")}
    assert cited(part, "4/a") == {
        (own, "app/A/1"), (own, "app/A/2"), ("us/cfr/15/744", "3/a"),
    }  # fmt: skip


def test_an_appendix_is_of_the_part_and_numbers_its_own_parts(part: ListDocument) -> None:
    found = {p.notation: p.parent for p in part.paragraphs}
    assert found["1"] == "subpt/A"
    assert found["app/A"] is found["app/B"] is None
    assert [name for name in found if name.startswith("app/B")] == [
        "app/B", "app/B/1", "app/B/h1", "app/B/h1/a", "app/B/h1/b", "app/B/2", "app/B/2/a", "app/B/2/a/1", "app/B/2/a/2", "app/B/2/b",
    ]  # fmt: skip
    assert found["app/B/h1"] == "app/B/1"
    words = {p.notation: [t.wording for t in p.text] for p in part.paragraphs}
    assert words["app/B/h1/a"] == ["Of wood: 1. Of oak.", "2. Of pine."]
    own = "us/cfr/10/110"
    assert cited(part, "app/B/h1/b") == {(own, "app/B/2")}
    assert cited(part, "app/B/2/a") == {(own, "app/B/h1/a"), (own, "app/B/h1/b")}


@pytest.mark.parametrize(
    ("old", "new"),
    [("<P>(a) Kites.</P>", "<VIDEO/>"), ("(b) Tops.</P>", "(b) Tops."), ("<HEAD>Subpart", "<P>loose</P><HEAD>Subpart")],
)  # fmt: skip
def test_a_document_of_another_form_is_refused(old: str, new: str) -> None:
    assert old in PART
    with pytest.raises(SourceError):
        parsed("110", "10", PART.replace(old, new, 1))


def test_what_names_the_part_as_a_whole_has_the_shapes(part: ListDocument) -> None:
    quads = [*emit_facts(part, graph=META), *emit_jurisdictions(META)]
    text = "".join(f"{line}\n" for line in sorted({quad.triple for quad in quads}))
    assert check_shapes(text, name="us/cfr/10/110")
    assert any(r.resolved and not r.target for r in part.references)
