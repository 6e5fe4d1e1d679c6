"""Sets of mappings as files: what is written is read, and what a person said stays."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from graph.derive.crosswalk.judged import SetRow, judged
from graph.derive.crosswalk.links import Crosswalk, Predicate, Review
from graph.derive.crosswalk.setrelation import SetRelation
from graph.derive.crosswalk.sheet import Sheet
from graph.errors import BadDataFile
from ingest.mapping_sets import read_set, set_file, write_set

STATES = ("aa-list@2025-11-15", "jp-goods@on-2026-06-24")
DERIVED = SetRow(
    subject="3A001.a", subject_version="@2025-11-15", predicate=Predicate.BROAD, set_relation=SetRelation.SUBSET,
    object="6(17)カ(2)", object_version="@on-2026-06-24", confidence=0.734, review=Review.PROPOSED,
)  # fmt: skip
RULED = replace(DERIVED, subject="3A001.b", review=Review.BY_RULE, rule="identical-text", confidence=0.95)  # fmt: skip
SAID = replace(
    DERIVED, review=Review.REVIEWED, set_relation=SetRelation.EQUAL, predicate=Predicate.EXACT,
    reviewers=("A. Person", "second reader"), reviewed_on=date(2026, 12, 1), why="the same thing by its limits",
)  # fmt: skip
ALONE = replace(SAID, subject="9A012", object="NONE", object_version="", confidence=1.0)


def test_rows_come_back_as_they_were_written(tmp_path: Path) -> None:
    rows = (DERIVED, RULED, ALONE, replace(SAID, subject="3A001.c", review=Review.REFUSED))
    file = write_set(STATES, rows, tmp_path)
    assert file is not None
    assert file.name == "aa-list--jp-goods.sssom.tsv"
    assert read_set("jp-goods", "aa-list", tmp_path) == tuple(sorted(rows, key=lambda r: r.pair))
    text = file.read_bytes()
    assert b"mapping_set_version: aa-list@2025-11-15--jp-goods@on-2026-06-24" in text
    write_set(STATES, reversed(rows), tmp_path)
    assert file.read_bytes() == text


def test_the_word_of_a_person_stays_when_a_set_is_written_again(tmp_path: Path) -> None:
    write_set(STATES, [SAID], tmp_path)
    write_set(STATES, [DERIVED, RULED], tmp_path)
    assert read_set("aa-list", "jp-goods", tmp_path) == (SAID, RULED)
    later = replace(SAID, why="looked at again")
    write_set(STATES, [later], tmp_path)
    assert read_set("aa-list", "jp-goods", tmp_path) == (later,)


def test_a_set_without_rows_is_no_file(tmp_path: Path) -> None:
    assert write_set(STATES, [], tmp_path) is None
    assert read_set("aa-list", "jp-goods", tmp_path) == ()


def test_a_table_of_another_form_is_named(tmp_path: Path) -> None:
    write_set(STATES, [SAID], tmp_path)
    file = set_file("aa-list", "jp-goods", tmp_path)
    file.write_text(file.read_text().replace("exactMatch", "sameMatch"), encoding="utf-8")
    with pytest.raises(BadDataFile, match="sameMatch"):
        read_set("aa-list", "jp-goods", tmp_path)


def test_a_person_overrides_what_is_derived_until_a_text_changes() -> None:
    sheets = Sheet("aa-list", "", "en", {}), Sheet("jp-goods", "", "ja", {})
    link = judged(Crosswalk(*sheets, (), {}, {}), [SAID], ({"3A001.a": "@2025-11-15"}, {"6(17)カ(2)": "@on-2026-06-24"})).crosswalk.links[0]  # fmt: skip
    derived = replace(link, review=Review.PROPOSED, confidence=0.5)
    found = Crosswalk(*sheets, (derived, replace(derived, object="x")), {}, {})
    held = {"3A001.a": "@2025-11-15", "9A012": "@2025-11-15"}, {"6(17)カ(2)": "@on-2026-06-24"}
    assert [one.review for one in judged(found, [SAID], held).crosswalk.links] == ["reviewed", "proposed"]  # fmt: skip
    refused = replace(SAID, review=Review.REFUSED)
    assert [one.object for one in judged(found, [refused], held).crosswalk.links] == ["x"]
    nothing = replace(ALONE, subject="3A001.a")
    told = judged(found, [nothing], held)
    assert (told.crosswalk.links, told.accepted) == ((), (nothing,))
    aged = judged(found, [replace(SAID, object_version="@on-2020-01-01")], held)
    assert aged.crosswalk.links == tuple(sorted(found.links, key=lambda one: one.object))
    assert len(aged.stale) == 1
