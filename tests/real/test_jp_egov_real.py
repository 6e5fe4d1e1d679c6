"""The Japanese lists of 2017 to 2026: counts and facts, no wording."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from lxml import etree

from graph.model.document import ListDocument
from graph.model.paragraph import Connective, Paragraph, ParagraphKind
from ingest.checks.inventory import count, count_omissions
from ingest.read import Sited, read_from_document
from ingest.source import SOURCES, read_source

pytestmark = pytest.mark.real

FOLDER = SOURCES / "jp_egov"
STATES = {
    path.stem.removeprefix("source-"): Sited("jp_egov", read_source(path))
    for path in sorted(FOLDER.glob("source*.yml"))
}
ORDERS = sorted(name for name in STATES if name.startswith("jp-etco-1"))
ORDINANCES = sorted(name for name in STATES if name.startswith("jp-goods"))
TODAY = {
    "order": "jp-etco-1-2026-06-05",
    "goods": "jp-goods-2026-02-14",
    "technology": "jp-feto-2026-06-05",
}
NUMBER = "[一二三四五六七八九十〇百]+"
BRANCHED = rf"{NUMBER}(?:の{NUMBER})*"


@cache
def read(name: str, documents: Path) -> ListDocument:
    return read_from_document(STATES[name], documents).document


@cache
def raw(name: str, documents: Path) -> str:
    return (documents / STATES[name].source.document).read_text(encoding="utf-8")


def main(name: str, documents: Path) -> str:
    """Return the articles, cut out without the parser."""
    return raw(name, documents).split("\n## 附則")[0]


def annexed(name: str, title: str, documents: Path) -> str:
    """Return one annexed table, cut out without the parser."""
    return raw(name, documents).split(f"\n**{title}**\n")[1].split("\n**別表")[0]


def at(name: str, notation: str, documents: Path) -> Paragraph:
    return next(p for p in read(name, documents).paragraphs if p.notation == notation)


def test_all_states_are_sources() -> None:
    assert (len(ORDERS), len(ORDINANCES), len(STATES)) == (9, 6, 16)


@pytest.mark.parametrize("name", sorted(STATES))
def test_each_state_is_read_whole(name: str, documents: Path) -> None:
    found, source = read(name, documents), STATES[name].source
    assert dict(source.expect) == count(found)
    assert dict(source.omissions) == count_omissions(found)
    names = [paragraph.notation for paragraph in found.paragraphs]
    assert len(set(names)) == len(names)
    day = re.search(r'enforced_at: "(\S+)"', raw(name, documents))
    assert day is not None
    assert source.valid_from is not None
    assert day[1] == source.valid_from.isoformat()


@pytest.mark.parametrize("name", [*ORDERS, TODAY["technology"]])
def test_every_number_in_the_cells_is_a_paragraph(name: str, documents: Path) -> None:
    title = "別表" if name == TODAY["technology"] else "別表第一"
    cells = annexed(name, title, documents)
    notations = [p.notation for p in read(name, documents).paragraphs]
    assert len(re.findall(rf"^\| {BRANCHED} \|", cells, re.MULTILINE)) == 17
    assert sum("(" not in notation for notation in notations) == 17
    # a reference in brackets has no ideographic space after it
    sub_items = len(re.findall(rf"（{BRANCHED}）\u3000", cells))
    assert sum(notation.endswith(")") for notation in notations) == sub_items
    nested = len(re.findall("[０-９]\u3000", cells))
    assert sum(bool(re.search(r"\.[\d_]+$", notation)) for notation in notations) == nested


def test_table_1_of_today(documents: Path) -> None:
    found = read(TODAY["order"], documents)
    rows = Counter(
        re.split(r"[(.]", p.notation)[0] for p in found.paragraphs if p.notation.endswith(")")
    )
    assert rows == {
        "1-1": 18, "1-2": 54, "1-3": 3, "1-3_2": 2, "1-4": 30, "1-5": 20, "1-6": 10, "1-7": 32, "1-9": 15,
        "1-10": 18, "1-11": 6, "1-12": 10, "1-13": 6, "1-14": 11, "1-15": 11, "1-16": 2,
    }  # fmt: skip

    assert sum(rows.values()) == 248
    kinds = {p.notation: p.kind for p in found.paragraphs}
    assert kinds["1-8"] is ParagraphKind.ENTRY
    assert kinds["1-7"] is ParagraphKind.HEADING
    assert kinds["1-2(12)"] is ParagraphKind.ENTRY
    assert kinds["1-2(12).1"] is ParagraphKind.ITEM
    assert {n for n, kind in kinds.items() if kind is ParagraphKind.RESERVED} == {
        "1-5(2)", "1-5(9)", "1-9(4)", "1-9(9)", "1-14(4)", "1-14(8)",
    }  # fmt: skip
    assert {"1-3_2(2).5_2", "1-7(15_3)", "1-7(8_4)", "1-10(11_2)", "1-16(1).12"} <= kinds.keys()


def test_row_16_goes_to_all_destinations_but_those_of_table_3(documents: Path) -> None:
    scopes = {s.about: s.values for s in read(TODAY["order"], documents).statements}
    assert len(scopes) == 17
    assert {about for about, values in scopes.items() if values != ("all",)} == {"1-16"}


def test_row_16_has_two_parts_since_october_2025(documents: Path) -> None:
    kinds = {name: at(name, "1-16", documents).kind for name in ORDERS}
    assert [name[-10:] for name, kind in kinds.items() if kind is ParagraphKind.HEADING] == [
        "2025-10-09", "2026-06-05",
    ]  # fmt: skip


@pytest.mark.parametrize("name", ORDINANCES)
def test_every_mark_of_the_ordinance_is_a_paragraph(name: str, documents: Path) -> None:
    text = main(name, documents)
    found = [
        p.notation for p in read(name, documents).paragraphs if not p.notation.startswith("table")
    ]
    articles = re.findall(rf"^\*\*第{NUMBER}条", text, re.MULTILINE)
    assert sum(bool(re.fullmatch(r"\d+", n)) for n in found) + sum(
        bool(re.fullmatch(r"\d+_[\d_]+", n)) for n in found
    ) == len(articles)
    paragraphs = re.findall("^\\*\\*[０-９]+\\*\\*\u3000", text, re.MULTILINE)
    assert sum(bool(re.fullmatch(r"[\d_]+-\d+", n)) for n in found) == len(paragraphs)
    marks = re.findall("^ *- \\S+\u3000", text, re.MULTILINE)
    spanned = sum(
        {"十二及び十三": 1, "十五及び十六": 1, "七から十まで": 3}.get(mark.strip(" -\u3000"), 0)
        for mark in marks
    )
    assert sum("(" in notation for notation in found) == len(marks) + spanned


def test_depths_of_the_ordinance_of_today(documents: Path) -> None:
    text = main(TODAY["goods"], documents)
    levels = Counter(len(indent) // 2 for indent in re.findall(r"^( *)- ", text, re.MULTILINE))
    # SOURCES.md: 538 / 1101 / 863 / 480 / 154 at depth 1-5; there are two more depths
    assert levels == {0: 538, 1: 1101, 2: 863, 3: 480, 4: 154, 5: 62, 6: 3}


@pytest.mark.parametrize(
    ("notation", "parent", "kind"),
    [
        ("6(17)カ(2).1", "6(17)カ(2)", None),
        ("13-2(2)フ", "13-2(2)", ParagraphKind.ITEM),
        ("2_2-2(6)イ", "2_2-2(6)", None),
        ("2-2(4)", "2-2", ParagraphKind.ENTRY),
        ("2_2(4)", "2_2", ParagraphKind.ENTRY),
        ("2(3)", "2", ParagraphKind.ENTRY),
        ("6(17)", "6", ParagraphKind.ENTRY),
        ("9(1)イ(1).1(4)ロ", "9(1)イ(1).1(4)", ParagraphKind.CONDITION),
        ("19-3(9)(1)", "19-3(9)", None),
        ("18-6(1)", "18-6", ParagraphKind.CONDITION),
        ("1(13)", "1", ParagraphKind.RESERVED),
    ],
)
def test_hard_places(
    notation: str, parent: str, kind: ParagraphKind | None, documents: Path
) -> None:
    found = at(TODAY["goods"], notation, documents)
    assert found.parent == parent
    assert kind in (None, found.kind)


def test_pairs_of_kana_follow_on_single_ones(documents: Path) -> None:
    found = {p.notation for p in read(TODAY["goods"], documents).paragraphs}
    pairs = [n for n in found if re.search("[ア-ンヰヱ]{2}", n)]
    printed = re.findall("^ *- [ア-ンヰヱ]{2}\u3000", main(TODAY["goods"], documents), re.MULTILINE)
    assert len({n for n in pairs if re.search("[ア-ンヰヱ]{2}$", n)}) == len(printed) == 2


def test_lead_ins_are_read_but_one(documents: Path) -> None:
    found = read(TODAY["goods"], documents)
    leads = [p for p in found.paragraphs if p.connective is not Connective.NONE]
    assert [p.notation for p in leads if not p.explicit] == ["17-3(1)ロ"]
    said = Counter(p.connective for p in leads)
    assert said[Connective.AT_LEAST_K] == 1
    assert said[Connective.ANY] > 590
    assert said[Connective.ALL] > 220


def test_each_article_details_the_row_that_it_names(documents: Path) -> None:
    relations = read(TODAY["goods"], documents).relations
    rows = {relation.where: (relation.target_list, relation.target) for relation in relations}
    assert len(rows) == len(relations) == 83
    assert rows["1"] == ("jp-etco-1", "1-2")
    assert rows["2_2"] == ("jp-etco-1", "1-3_2(1)")
    assert rows["14_2"] == ("jp-etco-1", "1-16(1)")
    assert rows["15"] == ("jp-feto", "2(1)")
    assert rows["24-3"] == ("jp-feto", "12(3)")  # printed 十二の項, elsewhere 一二の項
    named = len(
        re.findall(
            r"^\*\*[^*]+\*\*\u3000(?:輸出|外)", main(TODAY["goods"], documents), re.MULTILINE
        )
    )
    assert named == len(rows)
    for target_list, name in (("jp-etco-1", TODAY["order"]), ("jp-feto", TODAY["technology"])):
        held = {paragraph.notation for paragraph in read(name, documents).paragraphs}
        assert {target for key, target in rows.values() if key == target_list} <= held


@pytest.mark.parametrize("name", ORDINANCES)
def test_the_rows_that_articles_name_were_in_the_order_of_their_day(
    name: str, documents: Path
) -> None:
    day = name[-10:]
    order = max(one for one in ORDERS if one[-10:] <= max(day, "2017-02-22"))
    held = {paragraph.notation for paragraph in read(order, documents).paragraphs}
    targets = {r.target for r in read(name, documents).relations if r.target_list == "jp-etco-1"}
    assert len(targets) > 20
    assert targets <= held


def test_every_numbered_reference_is_read(documents: Path) -> None:
    found = read(TODAY["goods"], documents)
    written = {(one.where, one.as_written) for one in found.references}
    whole, missing = 0, []
    for paragraph in found.paragraphs:
        text = " ".join(part.wording or "" for part in paragraph.text)
        for mention in re.finditer(rf"第{NUMBER}号|前[条項号]", text):
            whole += 1
            if not any(
                mention[0] in said for where, said in written if where == paragraph.notation
            ):
                missing.append((paragraph.notation, mention[0]))
    assert whole > 500
    # numbers of acts: standards, post, tariff
    assert [place for place, _ in missing] == ["1(20)イ", "8(9)ヘ(1).1", "14_2(1)"]
    assert not [r for r in found.references if r.target_list == "jp-goods" and not r.resolved]


def test_coatings_are_rows(documents: Path) -> None:
    found = read(TODAY["goods"], documents)
    lines = annexed(TODAY["goods"], "別表第三", documents).strip().split("\n")
    assert len(found.tables) == len(lines) - 1 == 54
    assert {row.about for row in found.tables} == {"table3"}
    numbered = [
        row
        for row in found.tables
        if row.cells[0] and re.fullmatch(NUMBER, row.cells[0].wording or "")
    ]
    assert len(numbered) == 10


def sentence(node: etree._Element | None) -> str:
    """Return the words of an element without blanks."""
    assert node is not None
    return "".join("".join(str(part) for part in node.itertext()).split())


def squeezed(paragraphs: list[Paragraph]) -> list[str]:
    """Return each paragraph as it stands, its mark before its words, without blanks."""
    parts = ((p.marker, *p.text) for p in paragraphs)
    words = ("".join(part.wording or "" for part in leaf if part) for leaf in parts)
    return ["".join(text.split()) for text in words]


def test_sub_items_are_the_sentences_of_the_official_xml(documents: Path) -> None:
    path = documents / "jp" / "fixtures" / "324CO0000000378_20260605.EXCERPT-TRANSCRIBED.xml"
    table = next(etree.parse(path).iter("AppdxTable"))
    rows = [
        [[sentence(one) for one in cell.iter("Sentence")] for cell in row] for row in table.iter("TableRow")
    ]  # fmt: skip
    checked = 0
    for (label,), sentences, _ in rows:
        number = {"一四": "1-14", "一五": "1-15", "一六": "1-16"}[label]
        found = [
            p
            for p in read(TODAY["order"], documents).paragraphs
            if re.match(rf"{number}(?!\d)", p.notation)
        ]
        got = squeezed(found)
        got[0] = got[0].removeprefix(label)
        assert [text for text in got if text] == sentences
        checked += len(sentences)
    assert checked > 30


def test_items_are_those_of_the_official_xml(documents: Path) -> None:
    path = documents / "jp" / "fixtures" / "403M50000400049_20260214.EXCERPT-TRANSCRIBED.xml"
    article = next(etree.parse(path).iter("Article"))
    levels = ("Item", "Subitem1", "Subitem2", "Subitem3")
    official = [
        sentence(node.find(f"{node.tag}{part}"))
        for node in article.iter(*levels)
        for part in ("Title", "Sentence")
    ]
    whole = [mark + words for mark, words in zip(official[::2], official[1::2], strict=True)]
    ours = squeezed(
        [p for p in read(TODAY["goods"], documents).paragraphs if p.notation.startswith("1(")]
    )
    assert len(whole) > 20
    assert [text for text in whole if text not in ours] == []
