"""Our own tables: every row with evidence, and a bad row refused with its file and line."""

import shutil
from hashlib import sha256
from pathlib import Path

import pytest

from graph.errors import BadDataFile
from ingest.curated import shipped
from ingest.curated.evidence import known_documents
from ingest.curated.open_licences import notations_of
from ingest.curated.rows import read_cells
from ingest.curated.tables import emit_tables, facts, read_tables
from ingest.curated.terms import shapes_of, terms_of


@pytest.fixture
def copies(tmp_path: Path) -> Path:
    """A copy of our data that a test may spoil."""
    for name in ("tables.yml", *{table.partition("/")[0] for table in read_tables().tables}):
        source = shipped("data") / name
        if source.is_dir():
            shutil.copytree(source, tmp_path / name)
        else:
            shutil.copy(source, tmp_path / name)
    shutil.copytree(shipped("data") / "jurisdictions", tmp_path / "jurisdictions")
    for name in ("snapshot", "lists"):
        (tmp_path / name).symlink_to(shipped("data") / name)
    return tmp_path


def test_every_row_has_an_identity_of_its_own_and_evidence_with_a_day() -> None:
    rows = list(facts())
    assert len(rows) > 2_000
    assert all(fact.evidence and all(piece.day for piece in fact.evidence) for fact in rows)
    subjects = {quad.subject for quad in emit_tables("urn:g") if quad.predicate.endswith("#factId")}
    assert len(subjects) == len(rows)


def test_the_ontology_has_exactly_the_terms_of_the_tables() -> None:
    tables, folder = read_tables(), shipped("ontologies")
    assert (folder / "tables.ttl").read_text(encoding="utf-8") == terms_of(tables) + "\n"
    assert (folder / "shapes" / "tables.ttl").read_text(encoding="utf-8") == shapes_of(tables)


@pytest.mark.parametrize(
    ("table", "old", "new", "said"),
    [
        ("groups/memberships", "us/A5,AE,include", "us/A5,ZZ,include", "ZZ"),
        ("groups/memberships", "eu/EU003,RU,include", "eu/EU999,RU,include", "EU999"),
        ("groups/memberships", "2021-09-09,2022-05-05", "2022-05-06,2022-05-05", "ends on"),
        ("groups/memberships", "2023-07-21,,", "2019-01-01,,", "overlaps line"),
        ("groups/memberships", "2026-06-05,,,", "2026-06-31,,,", "line"),
        ("obligations/obligations", "document:ca/eng/SOR-2015-200.xml", "document:ca/eng/none.xml", "no document"),
        ("obligations/obligations", "seen:S10", "seen:S999", "S999"),
        ("obligations/obligations", "memory", "hearsay", "hearsay"),
        ("catch_alls/catch_alls", "C02,", "C01,", "stands in line"),
        ("catch_alls/catch_alls", "id,", "key,", "unknown column"),
        ("catch_alls/catch_alls", ",eu,", ",europe,", "europe"),
    ],
)  # fmt: skip
def test_a_bad_row_stops_the_build_with_file_and_line(
    copies: Path, table: str, old: str, new: str, said: str
) -> None:
    path = copies / f"{table}.csv"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(BadDataFile, match=f"(?s){table}.*{said}"):
        list(facts(copies))


def test_a_row_without_evidence_is_refused(copies: Path) -> None:
    path = copies / "recognition" / "schemes.csv"
    head, *rows = path.read_text(encoding="utf-8").splitlines()
    at = head.split(",").index("evidence")
    cells = ["x"] * len(head.split(","))
    cells[at], cells[head.split(",").index("jurisdiction")] = "", "us"
    path.write_text("\n".join([head, *rows, ",".join(cells)]), encoding="utf-8")
    with pytest.raises(BadDataFile, match="no evidence"):
        list(facts(copies))


@pytest.mark.real
def test_every_cited_document_is_there_and_is_the_one_that_was_read(documents: Path) -> None:
    known = known_documents()
    assert len(known) > 40
    for name, told in known.items():
        assert sha256((documents / name).read_bytes()).hexdigest() == told.sha256, name


@pytest.mark.parametrize(
    ("table", "old", "new", "said"),
    [
        ("licences/rules", "eu-annex-i:5A001.c", "eu-annex-z:5A001.c", "eu-annex-z"),
        ("licences/rules", "-set:eu/section-i", "-set:eu/section-z", "section-z"),
        ("licences/rules", "* -jp/4", "* -jp/99", "jp/99"),
        ("licences/rules", "eu/wmd-military", "eu/nobody-asks", "nobody-asks"),
        ("licences/rules", "us,STA,", "us,STB,", "STB"),
        ("licences/rules", ",authorises,", ",allows,", "allows"),
        ("licences/rules", "us,* -TMP", "us,* -TMQ", "TMQ"),
        ("licences/rules", "us,TMP,authorises", "us,TMP GOV,authorises", "of one"),
        ("licences/item_sets", ",uk-ml:ML1.a,", ",uk-mm:ML1.a,", "uk-mm"),
    ],
)
def test_a_rule_that_names_what_does_not_exist_stops_the_build(
    copies: Path, table: str, old: str, new: str, said: str
) -> None:
    path = copies / f"{table}.csv"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(BadDataFile, match=said) as caught:
        list(emit_tables("urn:g", copies))
    assert f"{table}.csv" in str(caught.value)
    assert "line " in str(caught.value)


NO_HEADING = {"eu-annex-i:5D", "eu-annex-i:5E"}
"""Product groups of both parts of category 5, which have no heading in common."""


def test_every_item_that_a_rule_names_stands_in_its_list() -> None:
    base = shipped("data")
    rules = [cells for _, cells in read_cells(base / "licences/rules.csv")]
    named = {term.lstrip("-~") for cells in rules for term in cells["item_terms"].split()}
    sets = [cells for _, cells in read_cells(base / "licences/item_sets.csv")]
    named |= {cells["item"] for cells in sets if cells["resolved"] != "no"}
    split = [term.split(":") for term in named if ":" in term]
    items = [(key, at) for key, at in split if key not in ("set", "listed")]
    # items such as 2-1 stand in the Guide to the Export Control List, which is not at hand
    items = [(key, at) for key, at in items if key != "ca-ecl" or "-" not in at]
    known = {key: set(notations_of(base / "snapshot" / key)) for key in {key for key, _ in items}}
    assert len(items) > 500
    assert {f"{key}:{at}" for key, at in items if at not in known[key]} == NO_HEADING


def test_questions_are_short_and_each_is_asked() -> None:
    base = shipped("data") / "licences"
    questions = {cells["id"]: cells["question"] for _, cells in read_cells(base / "questions.csv")}
    assert not [key for key, said in questions.items() if len(said.split()) > 12]
    asked = {
        key for _, cells in read_cells(base / "rules.csv") for key in cells["questions"].split()
    }
    assert not asked - set(questions)
    assert sorted(set(questions) - asked) == []
