"""Acts of Finland, Australia, Taiwan, Korea and Norway, and loose sections of an American part, on small invented acts in the formats of their publishers."""

import json
from datetime import date
from hashlib import sha256
from importlib import import_module

import pytest

from graph.errors import SourceError
from graph.model.document import ListDocument
from graph.model.paragraph import ParagraphKind
from graph.model.reference import ReferenceKind
from ingest.checks.conservation import check_conservation
from ingest.source import Source

FINNISH = """---
title: "Leluista"
---
# Laki leluista

Säädetään:

### 1 luku. Yleistä

###### 1 § Soveltamisala

Tätä sovelletaan leluihin.

Lelulla tarkoitetaan:

1) palloa, 2 momentin
       1 kohdassa;

2) nukkea.

###### 2 § Lupa

Luvasta säädetään 1 §:n 2 momentin 1–2 kohdassa ja laissa
       [(500/2024) 8 §:n](/akn/fi/act/statute-consolidated/2024/500#s8)
       2 momentissa ja 3 §:ssä.

Tämän lain 1 luvussa ja asetuksen 4 artiklan 1 tai 2 kohdassa tai mainitun artiklan 3 kohdassa.

### Liite

Liite: Lelut
"""

AUSTRALIAN = """Note: no authority

# Toys Act 2099

## Contents

       * 1 Words

### An Act to deal with toys

### Part 1--First

##### 1  Words

    * (1) In this Act:

    * **_toy _**means a thing that:

     * (a) is small; and

     * (b) either:

      * (i) rolls; or

      * (ii) rests in or an outer Place;

    * whatever its colour.

       * Note: See section 3.

#### Division 2--Duties

##### 2  Duty

    * (1) A person must not, despite paragraph (2)(a) or (b) or subsection 1(1):

     * (a) sell toys;

      * Penalty: 5 units.

    * Exceptions

    * **_	_**(2)**_	Lawful toy_** and subsection (1) mean, for Part 1 or Division 2:

     * (a) section 4 of the _Games Act_; and

     * (b) section 2.1, 2.2 or 2.3 of the _Code_.

#### Endnotes

##### Endnote 1--About

Words.
"""

CHINESE = {
    "法規名稱": "玩具辦法",
    "法規網址": "https://law.example/?pcode=J9999999",
    "沿革內容": "1.訂定",
    "法規內容": [
        {"編章節": "第 一 章 總則"},
        {"條號": "第 1 條", "條文內容": "依貿易法第十三條第二項定之。"},
        {"條號": "第 2 條", "條文內容": "（刪除）"},
        {
            "條號": "第 2-1 條",
            "條文內容": "玩具如下：\r\n一、依本法第五條之球。\r\n二、木馬。\r\n違反前項第一款至第二款或木馬法第三條者。",
        },
        {"條號": "第 3 條", "條文內容": "前條第一項及第二條之一第二項，或前二條。"},
    ],
}
ENGLISH = {
    "英文法規名稱": "Toys",
    "法規網址": "https://law.example/?pcode=J9999999",
    "法規內容": [
        {"編章節": "Chapter I - General"},
        {"條號": "Article 1", "條文內容": "Made under the Act."},
        {"條號": "Article 2", "條文內容": "(deleted)"},
        {
            "條號": "Article 2-1",
            "條文內容": "Toys are:\r\n1.Balls.\r\n2. Horses.\r\nWhoever breaks it.\r\nArtivle 9-1\r\nOld.",
        },
    ],
}


def korean_article(text: str, note: str | None = None) -> dict[str, object]:
    label = text.split("(", maxsplit=1)[0]
    return {
        "label": label, "articleNumber": 1, "subArticleNumber": 0, "title": None, "effectiveDate": "20990101",
        "amendmentNote": note, "text": text, "paragraphCount": 0,
    }  # fmt: skip


KOREAN = {
    "$comment": "generated",
    "source": {"api": "none"},
    "laws": {
        "완구법": {
            "lawName": "완구법",
            "articles": [
                korean_article(
                    "제1조(뜻) 뜻은 다음과 같다. <개정 2014.1.21>\n  1. 공\n  1의2. 다음 각 목의 것"
                ),
                korean_article("제2조 삭제 <2024.2.20>"),
                korean_article(
                    '제2조의2(허가)\n①제1조제1호ㆍ제1호의2의 완구. 같은 조 제1호.\n② 제1항. 제2호의 자. 「놀이법」 제3조 및 제4조의 자, "제9조".\n  1. 가\n  2. 같은 항',
                    "[본조신설 2014.1.21]",
                ),
                korean_article("제3조"),
            ],
        },
        "놀이법": {"lawName": "놀이법", "articles": [korean_article("제1조(놀이) 놀이")]},
    },
}

NORWEGIAN = """<!DOCTYPE html><html lang="nb"><head><title>Leker</title><base href="x" /></head><body><header><dl>
<dt class="refid">RefID</dt><dd class="refid">forskrift/2099-01-02-3</dd><dt>Endrer</dt><dd><ul><li>noe</li></ul></dd></dl></header>
<main><h1>Leker</h1><section><h2>I</h2><article class="defaultP">I forskrift 5. mai 2090 nr. 6 gjøres endring:</article>
<article class="defaultP" margin-top="true">Til § 2 Ord tas inn som andre ledd:</article>
<article class="numberedLegalP">(10) Med <i>leke</i> menes ball i vedlegg I og II:<ul><li data-name="a."><article class="listArticle"><article class="legalP">blå</article><article class="legalP">eller grønn</article></article></li></ul>eller rød.</article>
<article class="defaultP" margin-top="true">Vedlegg I erstattes:</article><span class="futuretitle">Liste<br />ny</span><article class="defaultP">Se her: pdf-fil</article></section>
<section><h2>II</h2><article class="legalP">Gjelder straks, jf. §§ 4 til 6.</article></section></main></body></html>"""


def parsed(
    folder: str, key: str, text: str, *, form: str, language: str, citation: str = "Toy Act"
) -> ListDocument:
    raw = text.encode()
    parser = import_module(f"ingest.sources.{folder}.parse")
    told = Source.model_validate({
        "key": key, "name": "Toys", "jurisdiction": key[:2], "citation": citation, "language": language, "format": form,
        "document": "zz/act", "sha256": sha256(raw).hexdigest(), "valid_on": date(2026, 1, 1), "published_on": date(2026, 1, 1),
        "url": "https://law.example", "licence": "free", "title_is_free": True, "expect": {},
    })  # fmt: skip
    document = parser.parse(raw, told)
    check_conservation(document, parser.canonical(raw).text, raw, told)
    assert isinstance(document, ListDocument)
    return document


def paths(document: ListDocument) -> list[str]:
    return [p.notation for p in document.paragraphs]


def cited(document: ListDocument) -> set[tuple[str, str, bool]]:
    """Where, what and whether it is there; what is of another act has its key in front."""
    own = document.version.key
    return {
        (r.where, r.target if r.target_list == own else f"{r.target_list}:{r.target}", r.resolved)
        for r in document.references
        if r.kind is ReferenceKind.CITES
    }


def test_paragraphs_of_a_finnish_act_are_counted() -> None:
    document = parsed("md_law", "fi/2099/1", FINNISH, form="text", language="fi")
    assert paths(document) == [
        "ch/1", "s/1", "s/1/1", "s/1/2", "s/1/2/1", "s/1/2/2", "s/2", "s/2/1", "s/2/2", "sch",
    ]  # fmt: skip
    assert cited(document) == {
        ("s/1/2/1", "s/1/2", True),
        ("s/2/1", "s/1/2/1", True),
        ("s/2/1", "s/1/2/2", True),
        ("s/2/1", "fi/2024/500:s/8/2", False),
        ("s/2/2", "ch/1", True),
        ("s/2/2", "eu/reg/2021/821:art/4/1", False),
        ("s/2/2", "eu/reg/2021/821:art/4/2", False),
        ("s/2/2", "eu/reg/2021/821:art/4/3", False),
    }
    written = {r.as_written for r in document.references if r.target_list == "fi/2024/500"}
    assert written == {"(500/2024) 8 §:n 2 momentissa"}


def test_an_australian_act_goes_back_to_the_level_that_a_line_is_set_in_to() -> None:
    document = parsed("md_law", "au/act/2099/1", AUSTRALIAN, form="text", language="en")
    assert paths(document) == [
        "pt/1", "s/1", "s/1/1", "s/1/1/toy", "s/1/1/toy/a", "s/1/1/toy/b", "s/1/1/toy/b/i", "s/1/1/toy/b/ii",
        "s/1/1/toy/note/1", "pt/1/div/2", "s/2", "s/2/1", "s/2/1/a", "s/2/2", "s/2/2/a", "s/2/2/b",
    ]  # fmt: skip
    assert cited(document) == {
        ("s/1/1/toy/note/1", "s/3", False),
        ("s/2/1", "s/2/2/a", True),
        ("s/2/1", "s/2/2/b", True),
        ("s/2/1", "s/1/1", True),
        ("s/2/2", "s/2/1", True),
        ("s/2/2", "pt/1", True),
        ("s/2/2", "pt/1/div/2", True),
    }
    texts = {p.notation: [part.wording for part in p.text] for p in document.paragraphs}
    assert texts["s/1/1/toy"][-1] == "whatever its colour."
    assert texts["s/2/1"][-1] == "Penalty: 5 units."
    labels = {p.notation: p.label for p in document.paragraphs}
    assert labels["s/2/2"] == "Exceptions"
    assert [(i.where, i.kind) for i in document.issues] == [("s/1/1/toy/b/ii", "words-missing")]
    assert {o.kind for o in document.omissions} == {
        "front-matter", "title", "preamble", "list-sign", "endnotes",
    }  # fmt: skip


def taiwanese(told: object, language: str) -> ListDocument:
    text = json.dumps(told, ensure_ascii=False)
    return parsed("tw_moj_law", "tw/J9999999", text, form="json", language=language)


def test_an_act_of_taiwan_and_its_translation_have_the_same_provisions() -> None:
    document, english = taiwanese(CHINESE, "zh-Hant"), taiwanese(ENGLISH, "en")
    same = ["ch/1", "art/1", "art/1/1", "art/2", "art/2-1", "art/2-1/1", "art/2-1/1/1", "art/2-1/1/2", "art/2-1/2"]  # fmt: skip
    assert paths(document) == [*same, "art/3", "art/3/1"]
    assert paths(english) == same
    for one in (document, english):
        reserved = [p.notation for p in one.paragraphs if p.kind is ParagraphKind.RESERVED]
        assert reserved == ["art/2"]
    assert cited(document) == {
        ("art/1/1", "tw/J0090004:art/13/2", False),
        ("art/2-1/1/1", "tw/J0090004:art/5", False),
        ("art/2-1/2", "art/2-1/1/1", True),
        ("art/2-1/2", "art/2-1/1/2", True),
        ("art/3/1", "art/2-1/1", True),
        ("art/3/1", "art/2-1/2", True),
        ("art/3/1", "art/2", True),
        ("art/3/1", "art/2-1", True),
    }
    assert {o.kind for o in document.omissions} == {"front-matter", "title", "history"}
    assert {o.kind for o in english.omissions} == {"front-matter", "title", "older-article"}


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("條號", "條目", "neither"), ("第 1 條", "一", "number of an article"), ("沿革內容", "顏色", "顏色"), ("pcode=J9", "pcode=J8", "J9999999"),
        ("第 一 章", "總", "heading"), ('"1.訂定"', "5", "not a text"), ("{", "[", "line"), ("法規名稱", "法規網址", "twice"),
    ],
)  # fmt: skip
def test_an_act_of_taiwan_in_another_form_is_refused(old: str, new: str, said: str) -> None:
    text = json.dumps(CHINESE, ensure_ascii=False)
    assert old in text
    with pytest.raises(SourceError, match=said):
        parsed("tw_moj_law", "tw/J9999999", text.replace(old, new, 1), form="json", language="zh-Hant")  # fmt: skip


def korean(told: object) -> ListDocument:
    text = json.dumps(told, ensure_ascii=False)
    return parsed("kr_law_json", "kr/toy-act", text, form="json", language="ko", citation="완구법")


def test_a_korean_act_is_read_out_of_an_extract() -> None:
    document = korean(KOREAN)
    assert paths(document) == [
        "art/1", "art/1/1", "art/1/1-2", "art/2", "art/2-2", "art/2-2/1", "art/2-2/2", "art/2-2/2/1", "art/2-2/2/2", "art/3",
    ]  # fmt: skip
    assert cited(document) == {
        ("art/2-2/1", "art/1/1", True),
        ("art/2-2/1", "art/1/1-2", True),
        ("art/2-2/2", "art/2-2/1", True),
        ("art/2-2/2", "art/2-2/2/2", True),
        ("art/2-2/2/2", "art/2-2/2", True),
    }
    labels = {p.notation: p.label for p in document.paragraphs}
    assert (labels["art/1"], labels["art/2-2"], labels["art/3"]) == ("뜻", "허가", None)
    assert [(i.where, i.kind) for i in document.issues] == [
        ("art/1/1-2", "points-not-held"),
        ("art/3", "no-words"),
    ]
    assert {o.kind for o in document.omissions} == {
        "front-matter", "another-act", "article-data", "amendment-note", "amendment-mark",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('"완구법": ', '"가구법": ', "완구법"), ('"text": "제2조 ', '"text": "', "beginning of an article"), ('"text"', '"words"', "with words"),
        ('"paragraphCount"', '"colour"', "colour"), ('"articles"', '"parts"', "list of articles"), ('"none"', "[1]", "a list"),
    ],
)  # fmt: skip
def test_a_korean_extract_in_another_form_is_refused(old: str, new: str, said: str) -> None:
    text = json.dumps(KOREAN, ensure_ascii=False)
    assert old in text
    with pytest.raises(SourceError, match=said):
        korean(json.loads(text.replace(old, new, 1)))


def norwegian(text: str) -> ListDocument:
    return parsed("no_lovtidend", "no/forskrift/2099-01-02-3", text, form="xml", language="nb")


def test_a_norwegian_amendment_says_what_it_puts_in_where() -> None:
    document = norwegian(NORWEGIAN)
    assert paths(document) == ["I", "I/1", "I/1/10", "I/1/10/a", "I/2", "II", "II/1"]
    amended = "no/forskrift/2090-05-05-6"
    assert cited(document) == {
        ("I", f"{amended}:", False),
        ("I/1", f"{amended}:2/2", False),
        ("I/1/10", f"{amended}:annex/I", False),
        ("I/1/10", f"{amended}:annex/II", False),
        ("I/2", f"{amended}:annex/I", False),
        ("II/1", f"{amended}:4", False),
        ("II/1", f"{amended}:6", False),
    }
    texts = {p.notation: [part.wording for part in p.text] for p in document.paragraphs}
    assert texts["I/1/10"] == ["Med leke menes ball i vedlegg I og II:", "eller rød."]
    assert texts["I/1/10/a"] == ["blå", "eller grønn"]
    assert texts["I/2"] == ["Vedlegg I erstattes:", "Liste ny", "Se her: pdf-fil"]
    assert [(i.where, i.kind) for i in document.issues] == [("I/2", "annex-not-held")]
    assert {o.kind for o in document.omissions} == {"front-matter", "title"}


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("2099-01-02-3", "2099-01-02-4", "2099-01-02-3"), ("<h2>I</h2>", "", "below no part"), ("<i>leke</i>", "<b>leke</b>", "element"),
        ('class="defaultP"', 'class="newP"', "class"), ("<!DOCTYPE html>", "<!DOCTYPE html [<!ENTITY a 'b'>]>", "declared"),
        ('data-name="a."', "", "below nothing"), ("</html>", "", "line"), ("<html ", "<htm ", "line"),
    ],
)  # fmt: skip
def test_a_norwegian_amendment_in_another_form_is_refused(old: str, new: str, said: str) -> None:
    assert old in NORWEGIAN
    with pytest.raises(SourceError, match=said):
        norwegian(NORWEGIAN.replace(old, new, 1))


def test_sections_that_stand_side_by_side_are_read_as_a_part() -> None:
    loose = """<DIV8 N="999.1"><HEAD>&#xA7; 999.1 Scope.</HEAD><P>(a) See &#xA7; 999.3.</P></DIV8>

<DIV8 N="999.3"><HEAD>&#xA7; 999.3 Rest.</HEAD><P>Rest.</P></DIV8>"""
    document = parsed("us_ecfr_law", "us/cfr/15/999", loose, form="fragments", language="en")
    assert paths(document) == ["1", "1/a", "3"]
    assert cited(document) == {("1/a", "3", True)}


def test_a_note_without_its_section_says_which_one_it_is_on() -> None:
    lone = """<EFFDNOT><HED>Effective Date Note:</HED><PSPACE>At 1 FR 2, in &#xA7; 999.7, words were stayed, effective until Nov. 9, 2030.</PSPACE></EFFDNOT>"""
    document = parsed("us_ecfr_law", "us/cfr/15/999", lone, form="fragments", language="en")
    assert paths(document) == ["7", "7/effd/1"]
    assert [(i.where, i.kind, i.value) for i in document.issues] == [
        ("7", "no-words", "§ 999.7"),
        ("7/effd/1", "effective-date-note", "2030-11-09"),
    ]
