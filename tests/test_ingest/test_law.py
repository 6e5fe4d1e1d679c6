"""Parsers of acts on small invented acts in the formats of their publishers."""

from datetime import date
from hashlib import sha256
from importlib import import_module

import pytest

from graph.errors import DuplicateNotation, SourceError, UnknownValue, UnreadableDocument
from graph.model.document import ListDocument
from graph.model.paragraph import ParagraphKind
from graph.model.reference import ReferenceKind
from graph.model.sentence import Deontic
from ingest.checks.conservation import check_conservation
from ingest.law.assemble import Beside, Unit, law_document
from ingest.source import Source
from ingest.text.canonical import Builder
from ingest.text.deontic import sentences_of

CFR = """<DIV5 N="999" TYPE="PART"><HEAD>PART 999&#x2014;WIDGETS</HEAD><AUTH><HED>Authority:</HED><PSPACE>1 W.C. 1.</PSPACE></AUTH>
<DIV8 N="999.1" TYPE="SECTION"><HEAD>&#xA7; 999.1 Scope.</HEAD>
<P>(a) <I>General rule.</I> (1) You may not export widgets unless paragraph (b)(2) of this section applies.</P><P>(2) See &#xA7; 999.2(a).</P>
<P>(b) A licence is required for:</P><P>(1) Blue widgets; or</P><P>(2) A 'quiet widget' as described in &#xA7; 999.2(b).</P>
<EFFDNOT><HED>Effective Date Note:</HED><PSPACE>Paragraph (a)(2) was stayed, effective until Nov. 9, 2030.</PSPACE></EFFDNOT>
<CITA TYPE="N">[1 FR 1]</CITA></DIV8>
<DIV8 N="999.2" TYPE="SECTION"><HEAD>&#xA7; 999.2 Words.</HEAD><P>(a) Widgets are small.</P><P>(b) A 'quiet widget' means a widget without sound.</P>
<P>(c)-(e) [Reserved]</P></DIV8>
<DIV8 N="999.3" TYPE="SECTION"><HEAD>&#xA7; 999.3 [Reserved]</HEAD></DIV8>
<DIV9 N="Supplement No. 1 to Part 999" TYPE="APPENDIX"><HEAD>Supplement No. 1 to Part 999&#x2014;Colours</HEAD>
<DIV class="x"><TABLE><THEAD><TR><TH>Colour</TH></TR></THEAD><TBODY><TR><TD>Blue</TD></TR><TR><TD>Red</TD></TR></TBODY></TABLE></DIV></DIV9></DIV5>"""

LIMS = """<Regulation xmlns:lims="http://justice.gc.ca/lims"><Identification><LongTitle>Widget Regulations</LongTitle></Identification>
<Body><Heading level="1"><Label>PART 1</Label><TitleText>Widgets</TitleText></Heading>
<Section><MarginalNote>Meaning</MarginalNote><Label>1</Label><Text>In these Regulations,</Text>
<Definition><Text><DefinedTermEn>widget</DefinedTermEn> means a small thing; (<DefinedTermFr>truc</DefinedTermFr>)</Text></Definition></Section>
<Section><Label>2</Label><Subsection><Label>(1)</Label><Text>No person shall export a widget except under paragraph (b).</Text>
<Paragraph><Label>(a)</Label><Text>blue; and</Text></Paragraph><Paragraph><Label>(b)</Label><Text>red, as in section 1.</Text></Paragraph>
<ContinuedSectionSubsection><Text>Section 9 of the Toy Act does not apply.</Text></ContinuedSectionSubsection></Subsection>
<HistoricalNote><HistoricalNoteSubItem>2020, s. 1</HistoricalNoteSubItem></HistoricalNote></Section>
<Section><Label>3</Label><Text><Repealed>[Repealed, 2021]</Repealed></Text></Section></Body>
<Schedule><ScheduleFormHeading><Label>SCHEDULE 1</Label><TitleText>Places</TitleText></ScheduleFormHeading>
<Provision><Label>1</Label><Text>Atlantis</Text></Provision></Schedule></Regulation>"""

GII = """<dokumente><norm><metadaten><jurabk>WidgV</jurabk></metadaten><textdaten></textdaten></norm>
<norm><metadaten><jurabk>WidgV</jurabk><gliederungseinheit><gliederungskennzahl>010</gliederungskennzahl><gliederungsbez>Kapitel 1</gliederungsbez><gliederungstitel>Dinge</gliederungstitel></gliederungseinheit></metadaten><textdaten></textdaten></norm>
<norm><metadaten><jurabk>WidgV</jurabk><enbez>§ 1</enbez><titel>Ausfuhr</titel></metadaten><textdaten><text><Content>
<P>(1) Die Ausfuhr von Dingen bedarf der Genehmigung: <DL><DT>1.</DT><DD><LA>blaue und</LA></DD><DT>2.</DT><DD><LA>rote nach § 2 Absatz 1.</LA></DD></DL>Satz 1 gilt nicht für Spielzeug.</P>
<P>(2) Absatz 1 Nummer 2 gilt nicht nach § 7 des Spielzeuggesetzes.</P></Content></text><fussnoten></fussnoten></textdaten></norm>
<norm><metadaten><jurabk>WidgV</jurabk><enbez>§ 2</enbez><titel>Verbot</titel></metadaten><textdaten><text><Content><P>(1) Dinge dürfen nicht verkauft werden.</P></Content></text></textdaten></norm>
<norm><metadaten><jurabk>WidgV</jurabk><enbez>§ 3</enbez><titel>(weggefallen)</titel></metadaten><textdaten><text><Content><P>-</P></Content></text></textdaten></norm></dokumente>"""

MD = """---
title: "Widgets"
---
# Regulation on widgets

Whereas widgets are small:

## CHAPTER I **SCOPE**

#### Article 1

1. An authorisation shall be required for widgets, subject to Article 2(1).

2. Paragraph 1 shall not apply to:

- (a) toys; or

- (b) the items of point (a) that:
   - (i) are blue; or
   - (ii) are red.

#### Article 2

1. Member States may be informed.
"""

EGOV = """---
title: "小物令"
identifier: "999CO0000000001"
---
### 第一章　総則

**第一条（目的）**　この令は、小物について定める。

**２**　「小物」とは、小さい物をいう。

**第二条（許可）**　小物の輸出は、次に掲げる場合には、許可を受けなければならない。

- 一　青い物
- 一の二　前条第二項に規定する物
  - イ　赤い物
  - ロ　白い物

**２**　前項の規定は、別表第一に掲げる物には適用しない。

**第三条**　削除

**第四条の二**　第二条第一項第一号の許可は、玩具法第九条の規定にかかわらず、取り消すことができる。

## 附則

この令は、公布の日から施行する。

**別表第一（第二条関係）**

| 一 | 木馬 |
| --- | --- |
| 二 | こま |
"""

FORMS = {
    "us_ecfr_law": (CFR, "us/cfr/15/999", "xml", "en"),
    "ca_lims_law": (LIMS, "ca/sor/2099-1", "xml", "en"),
    "de_gii_law": (GII, "de/widgv", "xml", "de"),
    "md_law": (MD, "eu/reg/2099/1", "text", "en"),
    "jp_egov_law": (EGOV, "jp/999CO0000000001", "text", "ja"),
}


def source(folder: str, raw: bytes) -> Source:
    _, key, form, language = FORMS[folder]
    told = {
        "key": key, "name": "Widgets", "jurisdiction": key[:2], "citation": "Widget Act", "language": language, "format": form,
        "document": "zz/act", "sha256": sha256(raw).hexdigest(), "valid_on": date(2026, 1, 1), "published_on": date(2026, 1, 1),
        "url": "https://law.example", "licence": "free", "title_is_free": True, "expect": {},
    }  # fmt: skip
    return Source.model_validate(told)


def parsed(folder: str, text: str | None = None) -> ListDocument:
    raw = (text if text is not None else FORMS[folder][0]).encode()
    parser = import_module(f"ingest.sources.{folder}.parse")
    told = source(folder, raw)
    document = parser.parse(raw, told)
    check_conservation(document, parser.canonical(raw).text, raw, told)
    assert isinstance(document, ListDocument)
    return document


def paths(document: ListDocument) -> dict[str, ParagraphKind]:
    return {p.notation: p.kind for p in document.paragraphs}


def own(document: ListDocument) -> set[tuple[str, str, bool]]:
    return {
        (r.where, r.target, r.resolved)
        for r in document.references
        if r.target_list == document.version.key and r.kind is ReferenceKind.CITES
    }


def test_a_part_of_the_code_of_federal_regulations() -> None:
    document = parsed("us_ecfr_law")
    found = paths(document)
    assert list(found) == [
        "1", "1/a", "1/a/1", "1/a/2", "1/b", "1/b/1", "1/b/2", "1/effd/1", "2", "2/a", "2/b", "2/c-e", "3", "supp/1",
    ]  # fmt: skip
    assert found["2/c-e"] is found["3"] is ParagraphKind.RESERVED
    assert own(document) == {
        ("1/a/1", "1/b/2", True),
        ("1/a/2", "2/a", True),
        ("1/b/2", "2/b", True),
        ("1/effd/1", "1/a/2", True),
    }
    assert [i.value for i in document.issues] == ["2030-11-09"]
    defined = [r for r in document.references if r.kind is ReferenceKind.DEFINED_IN]
    assert [(r.where, r.target) for r in defined] == [("1/b/2", "2/b")]
    assert [row.about for row in document.tables] == ["supp/1"] * 3
    kinds = {sentence.where: sentence.kind for sentence in document.sentences}
    assert kinds["1/a/1"] is Deontic.PROHIBITION
    assert kinds["2/b"] is Deontic.DEFINITION


def test_a_canadian_regulation() -> None:
    document = parsed("ca_lims_law")
    found = paths(document)
    assert list(found) == [
        "h/part-1", "s/1", "s/1/widget", "s/2", "s/2/1", "s/2/1/a", "s/2/1/b", "s/3", "sch/1", "sch/1/1",
    ]  # fmt: skip
    assert found["s/3"] is ParagraphKind.RESERVED
    assert own(document) == {("s/2/1", "s/2/1/b", True), ("s/2/1/b", "s/1", True)}
    parents = {p.notation: p.parent for p in document.paragraphs}
    assert (parents["s/1"], parents["s/2/1/a"], parents["sch/1"]) == ("h/part-1", "s/2/1", None)


def test_a_german_ordinance() -> None:
    document = parsed("de_gii_law")
    assert list(paths(document)) == [
        "gl/010", "1", "1/1", "1/1/1", "1/1/2", "1/2", "2", "2/1", "3",
    ]  # fmt: skip
    assert paths(document)["3"] is ParagraphKind.RESERVED
    assert own(document) == {("1/1/2", "2/1", True), ("1/2", "1/1/2", True)}
    first = next(p for p in document.paragraphs if p.notation == "1/1")
    assert len(first.text) == 2
    kinds = [s.kind for s in document.sentences if s.where == "1/1"]
    assert kinds == [Deontic.OBLIGATION, Deontic.EXEMPTION]


def test_a_regulation_in_markdown() -> None:
    document = parsed("md_law")
    assert list(paths(document)) == [
        "ch/I", "art/1", "art/1/1", "art/1/2", "art/1/2/a", "art/1/2/b", "art/1/2/b/i", "art/1/2/b/ii", "art/2", "art/2/1",
    ]  # fmt: skip
    assert own(document) == {
        ("art/1/1", "art/2/1", True),
        ("art/1/2", "art/1/1", True),
        ("art/1/2/b", "art/1/2/a", True),
    }
    assert {o.kind for o in document.omissions} == {"front-matter", "title", "preamble"}


def test_a_japanese_order() -> None:
    document = parsed("jp_egov_law")
    found = paths(document)
    assert list(found) == [
        "ch/1", "art/1", "art/1/1", "art/1/2", "art/2", "art/2/1", "art/2/1/1", "art/2/1/1_2", "art/2/1/1_2/i",
        "art/2/1/1_2/ro", "art/2/2", "art/3", "art/4_2", "art/4_2/1", "suppl/1", "suppl/1/text", "table/1",
    ]  # fmt: skip
    assert found["art/3"] is ParagraphKind.RESERVED
    assert own(document) == {
        ("art/2/1/1_2", "art/1/2", True),
        ("art/2/2", "art/2/1", True),
        ("art/2/2", "table/1", True),
        ("art/4_2/1", "art/2/1/1", True),
    }
    assert [row.about for row in document.tables] == ["table/1", "table/1"]
    kinds = {sentence.where: sentence.kind for sentence in document.sentences}
    assert kinds["art/1/2"] is Deontic.DEFINITION
    assert kinds["art/2/1"] is Deontic.OBLIGATION
    assert kinds["art/2/2"] is Deontic.EXEMPTION
    assert kinds["art/4_2/1"] is Deontic.PERMISSION


@pytest.mark.parametrize(
    ("folder", "old", "new", "said"),
    [
        ("us_ecfr_law", "<P>(a) Widgets are small.</P>", "<BLINK>(a) Widgets are small.</BLINK>", "element"),
        ("us_ecfr_law", "</DIV5>", "", "line"),
        ("us_ecfr_law", "<DIV8 N=\"999.1\" TYPE=\"SECTION\"><HEAD>&#xA7; 999.1 Scope.</HEAD>", "<DIV8>", "below no section"),
        ("ca_lims_law", "<Text>red,", "<Shout>red,", "line"),
        ("ca_lims_law", "<Body>", "<Body>words", "words directly"),
        ("ca_lims_law", "HistoricalNoteSubItem>2020", "Nonsense>2020", "line"),
        ("de_gii_law", "<LA>blaue", "<LA><video/>blaue", "video"),
        ("de_gii_law", "</dokumente>", "", "line"),
        ("de_gii_law", "<norm><metadaten><jurabk>WidgV</jurabk></metadaten>", "<regel></regel><norm><metadaten></metadaten>", "regel"),
    ],
)  # fmt: skip
def test_what_no_table_covers_is_refused_with_its_place(
    folder: str, old: str, new: str, said: str
) -> None:
    text = FORMS[folder][0]
    assert old in text
    with pytest.raises(SourceError, match=said):
        parsed(folder, text.replace(old, new, 1))


@pytest.mark.parametrize("folder", FORMS)
def test_an_act_that_holds_nothing_is_refused(folder: str) -> None:
    empty = {
        "us_ecfr_law": "<DIV5/>",
        "ca_lims_law": "<Regulation><Body/></Regulation>",
        "de_gii_law": "<dokumente/>",
        "md_law": "# Title\n",
        "jp_egov_law": "---\n---\n",
    }
    with pytest.raises((UnreadableDocument, UnknownValue)):
        parsed(folder, empty[folder])


def test_units_that_do_not_fit_are_refused() -> None:
    words = Builder()
    words.add("words")
    told = source("md_law", b"")
    one = Unit(notation="art/1", official="Article 1", kind=ParagraphKind.ENTRY)
    with pytest.raises(DuplicateNotation):
        law_document(told, words.done(), [one, one], Beside())
    below = Unit(notation="art/2/1", official="1.", kind=ParagraphKind.ITEM, parent="art/2")
    with pytest.raises(UnreadableDocument, match="art/2"):
        law_document(told, words.done(), [one, below], Beside())


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("en", "You must keep records for five years.", Deontic.OBLIGATION),
        ("en", "A licence is required for blue widgets.", Deontic.OBLIGATION),
        ("en", "No person shall export a widget.", Deontic.PROHIBITION),
        ("en", "You may not export a widget.", Deontic.PROHIBITION),
        ("en", "The Minister may issue a permit.", Deontic.PERMISSION),
        ("en", "This section does not apply to toys.", Deontic.EXEMPTION),
        ("en", "No licence is required for toys.", Deontic.EXEMPTION),
        ("en", "“Widget” means a small thing.", Deontic.DEFINITION),
        ("en", "This Act comes into force on 1 May.", Deontic.INSTRUCTION),
        ("en", "Widgets of three colours.", None),
        ("de", "Die Ausfuhr bedarf der Genehmigung.", Deontic.OBLIGATION),
        ("de", "Der Verkauf ist verboten.", Deontic.PROHIBITION),
        ("de", "Absatz 1 gilt nicht für Spielzeug.", Deontic.EXEMPTION),
        ("de", "Die Behörde kann eine Genehmigung erteilen.", Deontic.PERMISSION),
        ("de", "Diese Verordnung tritt am Tag danach in Kraft.", Deontic.INSTRUCTION),
        ("ko", "규칙이 없는 언어", None),
    ],
)
def test_the_kind_of_a_sentence_is_read_from_its_words(
    language: str, text: str, kind: Deontic | None
) -> None:
    words = Builder()
    span = words.add(text)
    found = [s.kind for s in sentences_of("x", [words.done().cut(*span)], language)]
    assert found == ([kind] if kind else [])


def test_an_abbreviation_ends_no_sentence() -> None:
    words = Builder()
    span = words.add("Supp. No. 1 must be read. Items of Art. 3 may be sold.")
    found = list(sentences_of("x", [words.done().cut(*span)], "en"))
    assert [(s.index, s.kind) for s in found] == [(1, Deontic.OBLIGATION), (2, Deontic.PERMISSION)]
