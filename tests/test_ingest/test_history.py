"""States side by side: what says the same is one version, however it is printed."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from graph.model import passage
from graph.model.document import ListDocument
from graph.model.paragraph import Connective, Paragraph, ParagraphKind
from graph.typographic import typographic
from ingest.history import History, history_of
from ingest.lines import REPRINTED
from ingest.snapshot import read_snapshot, write_snapshot


def changed(document: ListDocument, notation: str, words: str) -> ListDocument:
    paragraphs = tuple(
        replace(p, text=(passage.of(words, 0),)) if p.notation == notation else p
        for p in document.paragraphs
    )
    return replace(document, paragraphs=paragraphs)


def later(document: ListDocument, day: date) -> ListDocument:
    version = replace(document.version, valid_on=day, published_on=day, sha256=str(day) * 6)
    return replace(document, version=version)


@pytest.fixture
def history(invented: ListDocument) -> History:
    second = later(changed(invented, "3A001.a.1", "A width of 7 mm or more; and"), date(2026, 7, 1))
    second = changed(second, "9A012", "“Kites”")
    gone = tuple(p for p in second.paragraphs if p.notation != "3A001.b")
    third = later(replace(second, paragraphs=gone), date(2026, 8, 1))
    return history_of([invented, second, third], [])


FIRST, SECOND, THIRD = "@on-2026-06-24", "@on-2026-07-01", "@on-2026-08-01"


def test_what_says_the_same_keeps_its_version(history: History) -> None:
    second, third = history.editions[1:]
    assert second.since["3A001.a"] == FIRST
    assert second.since["3A001.a.1"] == SECOND
    assert third.since["3A001.a.1"] == SECOND
    assert third.since["9A012"] == FIRST
    assert second.versions()["3A001.a.note.1"].endswith(FIRST)


def test_what_differs_in_print_only_is_no_new_version(history: History) -> None:
    assert history.editions[1].reprinted == ("9A012",)
    assert history.editions[2].reprinted == ()


def test_only_what_is_new_is_written_again(history: History) -> None:
    fresh = history.editions[1].fresh()
    assert [p.notation for p in fresh.paragraphs] == ["3A001.a.1"]
    assert [*fresh.notes, *fresh.requirements, *fresh.terms] == []
    carried = list(history.editions[2].carried())
    assert len(carried) == len(set(carried))
    assert any(iri.endswith(f"3A001.a.1/{SECOND}") for iri in carried)
    assert not any("/3A001.b/" in iri for iri in carried)


def test_a_note_that_changes_changes_its_paragraph(invented: ListDocument) -> None:
    notes = tuple(
        replace(n, text=(passage.of("Iron toys.", 9),)) if n.notation.endswith(".a") else n
        for n in invented.notes
    )
    second = later(replace(invented, notes=notes), date(2026, 7, 1))
    since = history_of([invented, second], []).editions[1].since
    assert since["3A001.a"] == SECOND
    assert since["3A001"] == FIRST


def test_the_order_of_siblings_is_one_for_all_states(invented: ListDocument) -> None:
    new = Paragraph(
        notation="3A000", official="3A000", parent="3A", kind=ParagraphKind.ENTRY, index=1, depth=0,
        connective=Connective.NONE, text=(passage.of("Spoons.", 0),),
    )  # fmt: skip
    at = next(n for n, p in enumerate(invented.paragraphs) if p.notation == "3A001")
    paragraphs = (*invented.paragraphs[:at], new, *invented.paragraphs[at:])
    second = later(replace(invented, paragraphs=paragraphs), date(2026, 7, 1))
    for edition in history_of([invented, second], []).editions:
        index = {p.notation: p.index for p in edition.document.paragraphs}
        assert index["3A001"] == 2
        assert edition.since["3A001"] == FIRST


def test_the_snapshot_gives_every_state_back(history: History, tmp_path: Path) -> None:
    write_snapshot(history, tmp_path)
    text = "".join(p.read_text(encoding="utf-8") for p in (tmp_path / "zz-list").iterdir())
    assert text.count(f'"is":"{REPRINTED}"') == 1
    assert text.count('"at":"3A001.a.1","is":"paragraphs"') == 2
    assert text.count('"at":"3A001.a","is":"paragraphs"') == 1
    back = read_snapshot(tmp_path, "zz-list")
    for old, new in zip(history.editions, back.editions, strict=True):
        assert (new.since, new.reprinted) == (old.since, old.reprinted)
        assert {p.notation for p in new.document.paragraphs} == {
            p.notation for p in old.document.paragraphs
        }


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("(see § 1 of the EAR.)", "(see § 1 of the EAR)", True),
        ("a “gas” , dry", 'a "gas", dry', True),
        ("20%", "20 %", True),
        ("from 5–10 mm", "from 5-10 mm", True),
        ("12.7 mm", "127 mm", False),
        ("1,5 mm", "15 mm", False),
        ("mW", "MW", False),
        ("See Appendix A", "See appendix A", True),
        ("-196 °C", "196 °C", False),
        ("exceeding", "not exceeding", False),
    ],
)
def test_typography_is_no_change_of_law(one: str, other: str, same: bool) -> None:
    assert (typographic(one) == typographic(other)) is same
