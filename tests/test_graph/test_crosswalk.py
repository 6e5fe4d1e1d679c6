"""The crosswalk over small lists of ours: complete, the same from both sides, never surer by a detour, and the same again."""

from collections.abc import Iterable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.derive.crosswalk.lineage import Numbering, NumberingRule, PointerRule
from graph.derive.crosswalk.links import NOTHING, Crosswalk, Predicate, Review, rows, turned
from graph.derive.crosswalk.mapping import Compare
from graph.derive.crosswalk.mapping import crosswalk as linked
from graph.derive.crosswalk.model import Model
from graph.derive.crosswalk.setrelation import Comparison, SetRelation, combined
from graph.derive.crosswalk.sheet import Bound, Node, Remark, Sheet
from graph.derive.crosswalk.signals import side
from graph.derive.crosswalk.spelling import MASK, tokens
from graph.derive.crosswalk.sssom import COLUMNS, lines
from graph.model.limit import Comparator
from graph.model.note import NoteEffect, NoteKind
from graph.model.paragraph import Connective, ParagraphKind

MODEL = Model(
    words={"bias": -5.0, "words": 4.0, "letters": 3.0, "path": 1.0, "limits": 2.0, "lead": 3.0, "lead_back": 3.0},
    structure={"bias": -3.0, "first": 0.8, "above": 2.0, "children": 2.0, "rivals": 1.0, "rivals_back": 1.0},
    numbered=2.0, referring=1.0, close=0.5, related=0.2,
)  # fmt: skip
RULES = Numbering(
    (
        NumberingRule("aa", "aa-list", r"(\d)([A-E])0(\d\d)((?:\..*)?)", r"\1\2\3\4", "regime", 0.6),
        NumberingRule("bb", "bb-list", r"(\d)\.([A-E])\.(\d+)((?:\..*)?)", r"\1\2\3\4", "regime", 0.6),
    ),
    (PointerRule("p", "bb-list", "subject to the ZZ act", "bb-other"),),
)  # fmt: skip
WORDS = {
    "": "Electronic widgets, as follows:",
    ".a": "Travelling fibre analysers designed for optical inspection of semiconductor wafers",
    ".b": "Hydraulic presses exceeding 5 mm of stroke",
    ".c": "Cryogenic refrigeration compressors for superconducting magnets having all of the following:",
    ".c.1": "Rated below 4,5 K; and",
    ".d": "Rocket nozzles made of carbon composites",
}


def crosswalk(
    one: Sheet, other: Sheet, rules: Numbering, model: Model, compare: Compare | None = None
) -> Crosswalk:
    return linked(side(one), side(other), rules, model, compare)


ANY, ALL = Connective.ANY, Connective.ALL


def sheet(key: str, entry: str, words: dict[str, str], *, limit: str = "5", language: str = "en") -> Sheet:  # fmt: skip
    nodes = {}
    for path, said in words.items():
        parent = f"{entry}{path.rpartition('.')[0]}" if path else ""
        kind = ParagraphKind.CONDITION if path.count(".") == 2 else ParagraphKind.ITEM
        below = tuple(f"{entry}{p}" for p in words if p and p.rpartition(".")[0] == path and p != path)  # fmt: skip
        bound = Bound("stroke", Comparator.MORE, limit, "mm", "")
        nodes[f"{entry}{path}"] = Node(
            notation=f"{entry}{path}", parent=parent, kind=kind if path else ParagraphKind.ENTRY,
            connective=ALL if path == ".c" else Connective.LIST if below else Connective.NONE, at_least=None, label="",
            words=said, below=below, bounds=(bound,) if path == ".b" else (),
        )  # fmt: skip
    return Sheet(key, f"{key}@2026-01-01", language, nodes)


@pytest.fixture(scope="module")
def sides() -> tuple[Sheet, Sheet]:
    american = {
        path: said.replace("Travelling fibre analysers", "Traveling fiber analyzers").replace(
            "4,5", "4.5"
        )
        for path, said in WORDS.items()
    }
    del american[".d"]
    american[".b"] = american[".b"].replace("5 mm", "3 mm")
    return sheet("aa-list", "3A001", WORDS), sheet("bb-list", "3.A.1", american, limit="3")


@pytest.fixture(scope="module")
def found(sides: tuple[Sheet, Sheet]) -> Crosswalk:
    return crosswalk(*sides, RULES, MODEL)


def test_every_thing_has_a_row_and_conditions_have_none(found: Crosswalk) -> None:
    told = list(rows(found))
    assert {m.subject for m in told} == {"3A001", "3A001.a", "3A001.b", "3A001.c", "3A001.d"}
    alone = next(m for m in told if m.subject == "3A001.d")
    assert (alone.predicate, alone.set_relation, alone.object) == (Predicate.NONE, SetRelation.NONE, NOTHING)  # fmt: skip
    assert any("searched 4 paragraphs" in reason for reason in alone.reasons)
    assert all(m.rank >= 1 for m in told)


def test_the_same_text_in_two_spellings_is_the_same_set_and_a_lower_limit_lets_more_in(
    found: Crosswalk,
) -> None:
    best = {m.subject: m for m in rows(found) if m.rank == 1}
    assert (best["3A001.a"].object, best["3A001.a"].set_relation) == ("3.A.1.a", SetRelation.EQUAL)
    assert best["3A001.a"].review is Review.BY_RULE
    assert any("rule identical-text/regime" in reason for reason in best["3A001.a"].reasons)
    assert (best["3A001.b"].predicate, best["3A001.b"].set_relation) == (Predicate.BROAD, SetRelation.SUBSET)  # fmt: skip
    assert best["3A001.b"].review is Review.PROPOSED
    assert best["3A001.c"].set_relation is SetRelation.EQUAL


def test_the_other_way_round_says_the_same(sides: tuple[Sheet, Sheet], found: Crosswalk) -> None:
    back = crosswalk(sides[1], sides[0], RULES, MODEL)
    assert back.links == turned(found).links
    assert {(m.object, m.subject, m.confidence, m.set_relation.turned) for m in back.links} == {
        (m.subject, m.object, m.confidence, m.set_relation) for m in found.links
    }


def test_the_same_input_gives_the_same_bytes(sides: tuple[Sheet, Sheet], found: Crosswalk) -> None:
    again = crosswalk(*sides, RULES, MODEL)
    assert list(rows(again)) == list(rows(found))
    assert list(lines(rows(again), *sides)) == list(lines(rows(found), *sides))


def test_a_number_alone_is_never_worth_more_than_its_rule(sides: tuple[Sheet, Sheet]) -> None:
    foreign = {path: "別" * 9 + path for path in WORDS}
    other = sheet("bb-list", "3.A.1", foreign, language="ja")
    told = [m for m in rows(crosswalk(sides[0], other, RULES, MODEL)) if m.object != NOTHING]
    assert told
    assert all(m.confidence <= 0.6 and m.review is Review.PROPOSED for m in told)
    assert all(m.set_relation is SetRelation.UNKNOWN for m in told)


def test_without_a_common_language_nothing_is_said_to_be_missing(
    sides: tuple[Sheet, Sheet],
) -> None:
    other = sheet("bb-list", "9.Z.9", {path: "別" * 9 + path for path in WORDS}, language="ja")
    told = list(rows(crosswalk(sides[0], other, Numbering(()), MODEL)))
    assert len(told) == len(sides[0].things)
    assert {(m.set_relation, m.confidence) for m in told} == {(SetRelation.UNKNOWN, 0.0)}


def test_names_and_limits_work_where_wording_is_not_held(sides: tuple[Sheet, Sheet]) -> None:
    bare = [
        Sheet(
            one.key, one.version, one.language,
            {n: replace(node, words="", label=node.words[:40]) for n, node in one.nodes.items()},
        )
        for one in sides
    ]  # fmt: skip
    told = {m.subject: m for m in rows(crosswalk(bare[0], bare[1], RULES, MODEL)) if m.rank == 1}
    assert told["3A001.a"].object == "3.A.1.a"
    assert all(m.set_relation is SetRelation.UNKNOWN for m in told.values())
    assert all(m.review is Review.PROPOSED for m in told.values())


def test_what_compares_regions_decides_what_words_leave_open(sides: tuple[Sheet, Sheet]) -> None:
    words = {path: said.replace("optical inspection", "inspection") for path, said in WORDS.items()}
    other = sheet("bb-list", "3.A.1", words)

    def compare(one: str, another: str) -> SetRelation:
        return (
            SetRelation.SUBSET if (one, another) == ("3A001.a", "3.A.1.a") else SetRelation.UNKNOWN
        )

    told = {m.subject: m for m in rows(crosswalk(sides[0], other, RULES, MODEL, compare))}
    assert (told["3A001.a"].set_relation, told["3A001.a"].predicate) == (SetRelation.SUBSET, Predicate.BROAD)  # fmt: skip
    assert told["3A001.a"].review is Review.PROPOSED


def test_a_note_that_frees_goods_makes_the_set_smaller_and_one_that_defines_is_named() -> None:
    freed = Remark(NoteKind.DECONTROL, NoteEffect.NARROWS, "3A001.a does not control toys.")
    defined = Remark(NoteKind.TECHNICAL, NoteEffect.DEFINES, "A wafer is a disc.")
    plain = sheet("aa-list", "3A001", WORDS)

    def noted(remark: Remark) -> Sheet:
        nodes = {
            n: replace(v, remarks=(remark,)) if n.endswith(".a") else v
            for n, v in plain.nodes.items()
        }
        return Sheet("bb-list", "bb-list@x", "en", nodes)

    for remark, relation, modulo in (
        (freed, SetRelation.SUPERSET, frozenset[str]()),
        (defined, SetRelation.EQUAL, frozenset({"technical notes"})),
    ):
        other = noted(remark)
        told = Comparison(plain, other).of(plain.nodes["3A001.a"], other.nodes["3A001.a"])
        assert (told.relation, told.modulo) == (relation, modulo)


def test_a_limit_in_a_negated_sentence_is_not_compared() -> None:
    words = {"": "Presses", ".b": "Hydraulic presses, other than those exceeding 5 mm of stroke"}
    other = {**words, ".b": words[".b"].replace("5 mm", "3 mm")}
    one, two = sheet("aa-list", "3A001", words), sheet("bb-list", "3A001", other, limit="3")
    told = Comparison(one, two).of(one.nodes["3A001.b"], two.nodes["3A001.b"])
    assert told.relation is SetRelation.UNKNOWN


def test_a_pointer_is_known_as_one() -> None:
    assert RULES.points_to("bb-list", "Rockets (subject to the ZZ act)") == "bb-other"
    assert RULES.points_to("aa-list", "Rockets (subject to the ZZ act)") == ""


def test_a_place_is_the_same_however_zeros_are_written() -> None:
    one, other = RULES.place("aa-list", "3A001.b.1"), RULES.place("bb-list", "3.A.1.b.1")
    assert one is not None
    assert other is not None
    assert (one.family, one.place) == (other.family, other.place)
    assert RULES.place("aa-list", "3A501.b.1") is None


RELATIONS = st.sampled_from(list(SetRelation))


@given(st.lists(RELATIONS))
def test_parts_combine_the_same_turned_around(parts: list[SetRelation]) -> None:
    assert combined(p.turned for p in parts) is combined(parts).turned


@given(st.lists(RELATIONS), RELATIONS)
def test_one_more_part_never_makes_a_relation_surer(
    parts: list[SetRelation], more: SetRelation
) -> None:
    before, after = combined(parts), combined([*parts, more])
    if before is SetRelation.UNKNOWN:
        assert after is SetRelation.UNKNOWN
    if after is SetRelation.EQUAL:
        assert before is SetRelation.EQUAL


@pytest.mark.parametrize(
    "text",
    ["3A001.a.5.a", "3A001a5a1", "ML10.e.1", "3.A.1.a", "XI(a)(4)", "b.4.a", "0009.a.2", "1-5.A.2", "Category 3", "15 CFR 744.3(a)"],
)  # fmt: skip
def test_no_code_is_left_in_what_is_matched(text: str) -> None:
    said = tokens(f"Lasers specified in {text} for welding")
    assert said[:1] == ("laser",)
    assert not any(any(c.isdigit() for c in word) for word in said)
    assert MASK in said


def test_sssom_has_a_line_each_row_and_says_when_nothing_was_found(
    sides: tuple[Sheet, Sheet], found: Crosswalk
) -> None:
    made = list(lines(rows(found), *sides))
    head, *body = [line for line in made if not line.startswith("#")]
    assert head.split("\t") == list(COLUMNS)
    assert len(body) == len(list(rows(found)))
    assert any("sssom:NoTermFound" in line for line in body)


def spread(values: Iterable[float]) -> set[float]:
    return {value for value in values if not 0.0 <= value <= 0.99}


def test_no_confidence_is_certain(found: Crosswalk) -> None:
    assert not spread(m.confidence for m in rows(found))
