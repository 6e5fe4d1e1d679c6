"""The Japanese lists: small invented orders in the Markdown of legalize-jp."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import DuplicateNotation, SourceError, UnknownValue, UnreadableDocument
from graph.model.document import ListDocument
from graph.model.paragraph import Connective, Paragraph, ParagraphKind
from graph.model.relation import RelationKind
from graph.model.requirement import StatementKind
from ingest.checks.conservation import check_conservation
from ingest.checks.inventory import count_omissions
from ingest.source import SOURCES, read_source
from ingest.sources.jp_egov.lines import read_parts
from ingest.sources.jp_egov.parse import canonical, parse

FOLDER = SOURCES / "jp_egov"
DAYS = {"jp-etco-1": "2026-06-05", "jp-feto": "2026-06-05", "jp-goods": "2026-02-14"}
LAWS = {
    "jp-etco-1": "324CO0000000378",
    "jp-feto": "355CO0000000260",
    "jp-goods": "403M50000400049",
}
FROM = {key: read_source(FOLDER / f"source-{key}-{day}.yml") for key, day in DAYS.items()}


def front(key: str) -> str:
    return f'---\ntitle: "風船令"\nidentifier: "{LAWS[key]}"\n---\n\n'


def supplement() -> str:
    return "## 附則\n\nこの令は、明日から施行する。\n\n## 附則\n\n**１**　同じ。\n\n"


def table(
    key: str, *rows: str, title: str = "**別表第一**", heads: str = "|  | 貨物 | 地域 |"
) -> str:
    lines = "\n".join((heads, "| --- | --- | --- |", *rows))
    return f"{front(key)}**第一条（目的）**　風船を定める。\n\n{supplement()}{title}\n\n{lines}\n\n"


def order(*cells: str, rest: str = "") -> ListDocument:
    rows = (
        f"| {mark} | {cell} | 全地域 |" for mark, cell in zip("一二三四五", cells, strict=False)
    )
    return read("jp-etco-1", table("jp-etco-1", *rows) + rest)


def goods(*lines: str, annexes: str = "") -> ListDocument:
    return read("jp-goods", front("jp-goods") + "\n\n".join(lines) + f"\n\n{supplement()}{annexes}")


def read(key: str, text: str) -> ListDocument:
    raw = text.encode()
    found = parse(raw, FROM[key])
    check_conservation(found, canonical(raw).text, raw, FROM[key])
    return found


def at(found: ListDocument, notation: str) -> Paragraph:
    return next(one for one in found.paragraphs if one.notation == notation)


def notations(found: ListDocument) -> list[str]:
    return [paragraph.notation for paragraph in found.paragraphs]


def issues(found: ListDocument) -> set[tuple[str, str]]:
    return {(issue.where, issue.kind) for issue in found.issues}


def targets(found: ListDocument, where: str) -> set[str]:
    return {one.target for one in found.references if one.where == where}


OPENING = "**第一条**　輸出令別表第一の二の項の経済産業省令で定める風船は、次のいずれかに該当するものとする。"
FEW = ("- 一　赤い風船であって、次のいずれかに該当するもの", "  - イ　気球", "  - ロ　丸いもの")


class TestTables:
    def test_sentences_of_a_cell_are_parted_where_the_next_number_stands(self) -> None:
        found = order(
            "次に掲げる貨物（一）　風船（（二）に掲げるものを除く。）（一の二）　凧（二）　糸であつて、次に掲げるもの１　赤２　青"
        )
        assert notations(found) == ["1-1", "1-1(1)", "1-1(1_2)", "1-1(2)", "1-1(2).1", "1-1(2).2"]
        assert at(found, "1-1").kind is ParagraphKind.HEADING
        assert at(found, "1-1(1)").kind is ParagraphKind.ENTRY
        assert at(found, "1-1(2).2").kind is ParagraphKind.ITEM
        assert at(found, "1-1(2)").connective is Connective.LIST

    def test_a_row_without_sub_items_is_an_entry(self) -> None:
        found = order("風船又はその部分品")
        assert [(p.notation, p.kind, p.label) for p in found.paragraphs] == [
            ("1-1", ParagraphKind.ENTRY, "風船")
        ]

    def test_a_number_that_is_not_the_next_stays_text_and_is_told(self) -> None:
        found = order("（一）　風船（三）　凧")
        assert notations(found) == ["1-1", "1-1(1)"]
        assert ("1-1", "unexpected-enumerator") in issues(found)

    def test_both_kanji_number_systems_give_one_notation(self) -> None:
        rows = (f"| {mark} | 風船 | 全地域 |" for mark in ("九", "一〇", "一〇の二"))
        found = read("jp-etco-1", table("jp-etco-1", *rows))
        assert notations(found) == ["1-9", "1-10", "1-10_2"]
        assert issues(found) == {("1-9", "gap-in-numbering")}
        items = (
            "".join(f"（{mark}）　風船" for mark in "一二三四五六七八九")
            + "（十）　凧（十の二）　糸"
        )
        assert notations(order(items))[-2:] == ["1-1(10)", "1-1(10_2)"]

    def test_a_deleted_sub_item_is_reserved(self) -> None:
        assert at(order("（一）　風船（二）　削除"), "1-1(2)").kind is ParagraphKind.RESERVED

    def test_the_third_column_is_a_statement_on_destinations(self) -> None:
        scope = "全地域（別表第三に掲げる地域を除く。）"
        found = read("jp-etco-1", table("jp-etco-1", f"| 一 | 風船 | {scope} |"))
        assert [(s.about, s.kind, s.values) for s in found.statements] == [
            ("1-1", StatementKind.DESTINATION, ("all", "not:jp-etco-3"))
        ]

    def test_other_tables_articles_and_supplements_are_left_out_by_name(self) -> None:
        found = order("風船", rest="**別表第二の三**\n\n- 一　糸\n\n")
        assert count_omissions(found) == {
            "annexed-table-2-3": 1, "articles": 1, "column-heads": 2, "markup": 17, "metadata": 1,
            "supplementary-provisions": 1, "title": 1,
        }  # fmt: skip

    def test_rows_of_technology_have_no_table_number(self) -> None:
        text = table(
            "jp-feto", "| 一 | （一）　輸出貿易管理令別表第一の三の二の項（二）の風船の技術 | 全地域 |",
            title="**別表**", heads="|  | 技術 | 外国 |",
        )  # fmt: skip
        found = read("jp-feto", text)
        assert notations(found) == ["1", "1(1)"]
        assert [(r.target_list, r.target) for r in found.references] == [("jp-etco-1", "1-3_2(2)")]


class TestArticles:
    def test_levels_and_branches(self) -> None:
        lines = (
            "**第六条の二**　輸出令別表第一の九の項（一）の経済産業省令で定める風船は、次に掲げるものとする。",
            "- 一　削除", "- 一の二　風船", "  - イ　赤", "    - （一）　大", "      - １　丸", "        - 一　糸",
            "**２**　輸出令別表第一の九の項（二）の経済産業省令で定める風船は、次に掲げるものとする。",
            "- 一　凧",
        )  # fmt: skip
        assert notations(goods(*lines)) == [
            "6_2", "6_2(1)", "6_2(1_2)", "6_2(1_2)イ", "6_2(1_2)イ(1)", "6_2(1_2)イ(1).1",
            "6_2(1_2)イ(1).1(1)", "6_2-2", "6_2-2(1)",
        ]  # fmt: skip

    def test_an_article_orders_its_items_and_one_that_names_a_thing_is_an_entry(self) -> None:
        found = goods(
            OPENING, *FEW, "**２**　風船であって、次の各号の全てに該当するもの", "- 一　赤いもの"
        )
        kinds = {p.notation: p.kind for p in found.paragraphs}
        assert (kinds["1"], kinds["1(1)"]) == (ParagraphKind.HEADING, ParagraphKind.ENTRY)
        assert (kinds["1-2"], kinds["1-2(1)"]) == (ParagraphKind.ENTRY, ParagraphKind.CONDITION)

    def test_below_any_a_thing_is_an_item_and_a_property_a_condition(self) -> None:
        found = goods(OPENING, *FEW)
        assert at(found, "1(1)").connective is Connective.ANY
        assert at(found, "1(1)イ").kind is ParagraphKind.ITEM
        assert at(found, "1(1)ロ").kind is ParagraphKind.CONDITION

    def test_a_range_of_deleted_items_gives_each(self) -> None:
        found = goods(OPENING, "- 一　風船", "- 二から四まで　削除", "- 五及び六　削除", "- 七　凧")
        assert notations(found) == ["1", *(f"1({number})" for number in range(1, 8))]
        kinds = [p.kind for p in found.paragraphs[2:7]]
        assert set(kinds) == {ParagraphKind.RESERVED}
        assert {kind for _, kind in issues(found)} == {"reserved-range"}

    def test_a_formula_that_is_printed_twice_is_left_out_once(self) -> None:
        found = goods(
            OPENING, "- 一　次の式により算出した値未満の風船１０ｌｏｇ（風）", "１０ｌｏｇ（風）"
        )
        assert count_omissions(found)["formula-twice"] == 1
        lone = goods(OPENING, "- 一　風船", "１０ｌｏｇ（風）")
        assert len(at(lone, "1(1)").text) == 2
        assert ("1(1)", "loose-line") in issues(lone)

    def test_an_article_details_the_row_that_its_opening_names(self) -> None:
        found = goods(
            OPENING,
            *FEW,
            "**２**　外為令別表の十三の項（九）の経済産業省令で定める凧は、糸とする。",
        )
        assert [(r.where, r.kind, r.target_list, r.target) for r in found.relations] == [
            ("1", RelationKind.SPECIFIES, "jp-etco-1", "1-2"),
            ("1-2", RelationKind.SPECIFIES, "jp-feto", "13(9)"),
        ]

    def test_a_paragraph_that_names_no_row_is_told(self) -> None:
        found = goods(OPENING, *FEW, "**２**　凧とする。")
        assert ("1-2", "names-no-row") in issues(found)

    def test_names_are_terms(self) -> None:
        found = goods(
            "**第一条**　風船令（以下「輸出令」という。）の風船",
            "**２**　糸（以下この条において「絹」という。）",
        )
        assert [(t.label, t.scope.value, t.entry) for t in found.terms] == [
            ("輸出令", "list", None), ("絹", "entry", "1"),
        ]  # fmt: skip

    def test_annexes_are_headings_and_rows(self) -> None:
        rows = "|  | 方法 | 色 |\n| --- | --- | --- |\n| 一 | 塗る | 赤 |\n| 青 |  |  |\n"
        found = goods(
            OPENING,
            annexes=f"**別表第一　削除**\n\n**別表第二**\n\n- 甲、乙\n\n**別表第三**\n\n{rows}",
        )
        assert notations(found)[1:] == ["table1", "table2", "table3"]
        assert [row.heading for row in found.tables] == [True, False, False]
        assert found.tables[2].cells[1:] == (None, None)
        assert ("table3", "lost-row-span") in issues(found)


class TestMentions:
    BODY = (
        OPENING, "- 一　風船（次号に該当するものを除く。）", "- 二　凧（第三条第二号の三ロ又は前号に該当するもの）",
        "  - イ　赤（ロに該当するものを除く。）", "  - ロ　青であって、次の（一）及び（二）に該当するもの",
        "    - （一）　大（（二）１に該当するもの）", "    - （二）　小", "      - １　丸",
        "- 三　糸のうち、第一号から前号までに該当しないもの（風船法（昭和二年法律第五号）第四条第三号の糸）",
        "- 四　第二号イ又はロに該当するもの及び別表第二に掲げる糸",
    )  # fmt: skip

    @pytest.mark.parametrize(
        ("where", "wanted"),
        [
            ("1(1)", {"1(2)"}),
            ("1(2)", {"3(2_3)ロ", "1(1)"}),
            ("1(2)イ", {"1(2)ロ"}),
            ("1(2)ロ", set()),
            ("1(2)ロ(1)", {"1(2)ロ(2).1"}),
            ("1(3)", {"1(1)", "1(2)", "風船法第四条第三号"}),
            ("1(4)", {"1(2)イ", "1(2)ロ", "table2"}),
        ],
    )
    def test_mentions_are_read_from_where_they_stand(self, where: str, wanted: set[str]) -> None:
        assert targets(goods(*self.BODY), where) == wanted

    def test_a_target_that_does_not_exist_is_kept(self) -> None:
        found = {one.target: one.resolved for one in goods(*self.BODY).references}
        assert (found["3(2_3)ロ"], found["1(1)"]) == (False, True)

    def test_rows_and_ranges_of_the_table(self) -> None:
        found = order(
            "（一）　風船（（二）から（四）までに掲げるものを除く。）（二）　凧（三）　糸（三の二）　絹（四）　紙",
            "凧（一及び三の項の中欄に掲げるものを除く。）", "糸（一の項（三の二）に掲げるものを除く。）",
        )  # fmt: skip
        assert targets(found, "1-1(1)") == {"1-1(2)", "1-1(3)", "1-1(3_2)", "1-1(4)"}
        assert targets(found, "1-2") == {"1-1", "1-3"}
        assert targets(found, "1-3") == {"1-1(3_2)"}


class TestRefusals:
    @pytest.mark.parametrize(
        ("raw", "error"),
        [
            (table("jp-etco-1", "| 一 | 風船 | 全地域 |").encode("shift_jis"), UnreadableDocument),
            (b"", UnreadableDocument),
            (front("jp-etco-1").encode(), UnreadableDocument),
            (table("jp-goods", "| 一 | 風船 | 全地域 |").encode(), UnknownValue),
            (table("jp-etco-1", "| 一 | 風船 | 月 |").encode(), UnknownValue),
            (table("jp-etco-1", "| 一 | 風船 |").encode(), UnreadableDocument),
            (table("jp-etco-1", "| 風 | 風船 | 全地域 |").encode(), UnreadableDocument),
            (table("jp-etco-1", "風船").encode(), UnreadableDocument),
            (table("jp-etco-1", heads="|  | 凧 | 地域 |").encode(), UnknownValue),
            (table("jp-etco-1", title="**別表第九**").encode(), UnreadableDocument),
            (table("jp-etco-1", *["| 一 | 風船 | 全地域 |"] * 2).encode(), DuplicateNotation),
        ],
    )
    def test_an_order_that_we_do_not_know(self, raw: bytes, error: type[SourceError]) -> None:
        with pytest.raises(error):
            parse(raw, FROM["jp-etco-1"])

    @pytest.mark.parametrize(
        "lines",
        [
            ("- 一　風船",), (OPENING, "  - イ　赤"), (OPENING, "### 章"), (OPENING, "- 風船"),
            (OPENING, "- 三から一まで　削除"), (OPENING, "- 一及び二　風船"), (OPENING, " - 一　赤"),
        ],
    )  # fmt: skip
    def test_a_line_that_is_no_part_of_an_article(self, lines: tuple[str, ...]) -> None:
        with pytest.raises(UnreadableDocument, match="line"):
            goods(*lines)

    def test_an_item_that_stands_twice(self) -> None:
        with pytest.raises(DuplicateNotation):
            goods(OPENING, "- 一　風船", "- 一　風船")

    def test_supplements_stand_above_the_tables(self) -> None:
        with pytest.raises(UnreadableDocument, match="below an annexed table"):
            order("風船", rest="## 附則\n")


MARKS = st.sampled_from(["- 一　風船", "- 二　凧", "  - イ　赤", "    - （一）　大", "**２**　糸", "**第二条**　紙", "風", "- 三及び四　削除", "| 一 |"])  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(MARKS, max_size=8))
def test_articles_in_any_order_lose_nothing_or_are_refused(lines: list[str]) -> None:
    try:
        found = goods(OPENING, *lines)
    except SourceError:
        return
    assert len(set(notations(found))) == len(found.paragraphs)


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="（一二）　１２の項風船、又は", max_size=40))
def test_whatever_a_cell_holds_is_kept(cell: str) -> None:
    found = order(cell)
    assert [p.notation for p in found.paragraphs if p.parent is None] == ["1-1"]


def test_the_parts_of_a_document_tile_it() -> None:
    parts = read_parts(table("jp-etco-1", "| 一 | 風船 | 全地域 |").encode(), "small")
    lines = (
        *parts.front,
        *parts.main,
        *parts.supplement,
        *(one for a in parts.annexes for one in a),
    )
    assert "".join(line.text for line in lines).replace(" ", "") == parts.canonical.text.replace(
        " ", ""
    )
