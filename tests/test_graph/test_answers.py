from datetime import date, timedelta

import pytest

from graph.answers.asof import AsOf, Currency, Determinacy, state_of
from graph.answers.candidates import same_code, side_by_side
from graph.answers.entries import entry
from graph.answers.lists import counts, issues, note_lines, requirement_lines, tree
from graph.errors import NotFound, NotInForce
from graph.ids import Item
from graph.model.paragraph import Connective, ParagraphKind
from graph.store.oxigraph import OxigraphStore

DAY = date(2026, 6, 24)
THEN = AsOf(DAY, DAY)
LATER = AsOf(date(2026, 11, 23), date(2026, 11, 23))


def test_a_paragraph_comes_with_all_that_bears_on_it(store: OxigraphStore) -> None:
    answer = entry(store, "zz-list", "3a001(a)", THEN)
    assert answer.position.item == Item("zz-list", "3A001.a")
    assert [p.item.notation for p in answer.ancestors] == ["3A", "3A001"]
    assert [(p.item.notation, p.kind) for p in answer.children] == [
        ("3A001.a.1", ParagraphKind.CONDITION), ("3A001.a.2", ParagraphKind.CONDITION),
    ]  # fmt: skip
    assert answer.position.connective is Connective.ALL
    assert answer.position.words.quote == "Blue widgets having all of the following:"
    assert [note.items[0].notation for note in answer.notes] == ["3A001.a.note.1.a"]
    assert [(row.columns, row.included) for row in answer.requirements] == [
        (("NS 2",), ("3A001.a",))
    ]
    assert [str(amount.value) for flag in answer.exceptions for amount in flag.amounts] == ["500"]
    assert [remark.values for remark in answer.remarks] == [("AT", "NS")]
    assert [term.label for term in answer.terms] == ["widget"]
    assert [mention.item for mention in answer.mentions] == [Item("zz-list", "9A012")]
    assert (answer.state.sha256, answer.state.citation) == ("0" * 64, "Zz Act, Sch. 1")


def test_what_cites_an_entry_is_found_from_the_entry(store: OxigraphStore) -> None:
    cited = entry(store, "zz-list", "9A012", THEN).cited_by
    assert [str(one.item) for one in cited] == ["zz-list:3A001.a"]


@pytest.mark.parametrize(
    ("valid", "known", "notation", "currency"),
    [
        (DAY, DAY, "9A012", Currency.EXACT),
        (DAY + timedelta(days=1), LATER.known, "9A012", Currency.ASSUMED),
        (date(2026, 8, 12), LATER.known, "9A012", Currency.ASSUMED),
        (date(2026, 8, 13), date(2026, 8, 13), "9A012", Currency.ASSUMED),  # not yet published
        (date(2026, 8, 13), date(2026, 8, 14), "9A012", Currency.SUPERSEDED),
        (LATER.valid, LATER.known, "3A001", Currency.ASSUMED),
        (DAY - timedelta(days=1), LATER.known, "3A001", Currency.ASSUMED),
    ],
)
def test_a_snapshot_speaks_for_its_day_and_says_so_on_others(
    store: OxigraphStore, valid: date, known: date, notation: str, currency: Currency
) -> None:
    vintage = entry(store, "zz-list", notation, AsOf(valid, known)).vintage
    assert vintage.currency is currency
    assert bool(vintage.remarks) == (currency is not Currency.EXACT)
    expected = (
        Determinacy.CONDITIONAL if currency is Currency.SUPERSEDED else Determinacy.DETERMINED
    )
    assert vintage.determinacy is expected


def test_a_text_that_nobody_could_read_yet_does_not_count(store: OxigraphStore) -> None:
    with pytest.raises(NotInForce) as caught:
        state_of(store, "zz-list", AsOf(DAY, DAY - timedelta(days=1)))
    assert "2026-06-24" in str(caught.value)


def test_unknown_lists_and_unknown_positions_are_not_found(store: OxigraphStore) -> None:
    with pytest.raises(NotFound, match="zz-nothing"):
        entry(store, "zz-nothing", "3A001", THEN)
    with pytest.raises(NotFound, match=r"3A001\.z"):
        entry(store, "zz-list", "3A001.z", THEN)


def test_a_tree_is_in_the_order_of_the_document_and_counts_entries(store: OxigraphStore) -> None:
    state, positions = tree(store, "zz-list", THEN)
    assert [p.item.notation for p in positions] == [
        "3A", "3A001", "3A001.a", "3A001.a.1", "3A001.a.2", "3A001.b", "9A012",
    ]  # fmt: skip
    assert counts(positions) == {"3A": 1, "9A012": 1}
    assert [(n.notation, n.parent) for n in note_lines(store, state)] == [
        ("3A001.a.note.1", ""), ("3A001.a.note.1.a", "3A001.a.note.1"),
    ]  # fmt: skip
    assert [(r.entry, r.columns) for r in requirement_lines(store, state)] == [("3A001", ("NS 2",))]
    assert [issue.kind for issue in issues(store, state)] == ["odd-spelling"]


def test_same_code_gives_candidates_of_other_lists_only(store: OxigraphStore) -> None:
    assert same_code(store, Item("yy-list", "3A001.a"), THEN)[0].item == Item("zz-list", "3A001.a")
    assert "candidate" in same_code(store, Item("yy-list", "3A001.a"), THEN)[0].reason
    assert same_code(store, Item("zz-list", "3A001.a"), THEN) == ()
    assert same_code(store, Item("yy-list", "7A001"), THEN) == ()


def test_side_by_side_compares_what_both_control(store: OxigraphStore) -> None:
    both = side_by_side(store, Item("zz-list", "3A001.a.1"), Item("zz-list", "3A001.a.2"), THEN)
    assert (both.same_code, both.same_wording) == (False, False)
    assert both.contrast is not None
    assert both.contrast.relation != "equal"
