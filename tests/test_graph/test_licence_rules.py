"""How instruments stand to an export, by small rules of invented licences over our own groups."""

import csv
import shutil
from datetime import date
from pathlib import Path

import pytest

from graph.answers.asof import AsOf, Determinacy
from graph.answers.licence_rules import LicenceHit, Standing, covers
from graph.ids import Item
from graph.store.oxigraph import OxigraphStore
from ingest.curated import shipped
from ingest.curated.tables import emit_tables, read_tables

AS_OF = AsOf(date(2026, 7, 23), date(2026, 11, 23))
DOCUMENT = "document:uk/spire_ogel_types_OGL0-OGL4_2016.xml#OGL1"
BASE = {
    "jurisdiction": "gb", "instrument": "OGL1", "effect": "authorises", "item_terms": "uk-ml:ML1", "destination_terms": "*",
    "valid_on": "2016-11-04", "citation": "Zz", "evidence": DOCUMENT,
}  # fmt: skip
NEEDED = ("destinations", "groups", "memberships", "licences", "general_licences_de", "questions")
Row = dict[str, str]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in (*{table.partition("/")[0] for table in read_tables().tables}, "jurisdictions"):
        shutil.copytree(shipped("data") / name, tmp_path / name)
    shutil.copy(shipped("data") / "tables.yml", tmp_path)
    for path in tmp_path.glob("*/*.csv"):
        if path.stem not in NEEDED:
            path.write_text(
                path.read_text(encoding="utf-8").splitlines()[0] + "\n", encoding="utf-8"
            )
    for name in ("snapshot", "lists"):
        (tmp_path / name).symlink_to(shipped("data") / name)
    return tmp_path


def ask(folder: Path, *rules: Row, item: str = "uk-ml:ML1.a", to: str = "JP") -> list[LicenceHit]:
    path = folder / "licences/rules.csv"
    with path.open(encoding="utf-8", newline="") as file:
        header = next(csv.reader(file))
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, header, restval="")
        writer.writeheader()
        writer.writerows({"id": f"r{n}", **BASE, **rule} for n, rule in enumerate(rules))
    store = OxigraphStore.in_memory()
    store.load(emit_tables("urn:zz:tables", folder))
    return list(covers(store, "gb", Item.parse(item), to, AS_OF))


def only(folder: Path, *rules: Row, item: str = "uk-ml:ML1.a", to: str = "JP") -> LicenceHit:
    (hit,) = ask(folder, *rules, item=item, to=to)
    return hit


def test_a_scope_without_anything_open_is_available(folder: Path) -> None:
    hit = only(folder, {})
    assert (hit.standing, hit.whole, hit.questions) == (Standing.AVAILABLE, True, ())
    assert hit.rules[0].citation == "Zz"


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ({"questions": "gb/OGL1-1"}, "1 questions"),
        ({"value": "1000", "unit": "GBP"}, "up to 1000 GBP"),
        ({"reasons": "NS"}, "only for NS"),
        ({"activity": "tech"}, "only tech"),
        ({"end_users": "GOV"}, "only to GOV"),
        ({"item_terms": "~uk-ml:ML1"}, "item in part"),
        ({"item_terms": "?"}, "item in part"),
        ({"destination_terms": "?"}, "destination open"),
        ({"evidence": "seen:S10"}, "no document"),
        ({"evidence": "memory"}, "no document"),
    ],
)
def test_whatever_is_open_is_never_available(folder: Path, rule: Row, said: str) -> None:
    hit = only(folder, rule)
    assert (hit.standing, hit.determinacy) == (Standing.CONDITIONAL, Determinacy.CONDITIONAL)
    assert said in hit.reason


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ({"item_terms": "uk-ml:ML2"}, "item"),
        ({"item_terms": "uk-ml -uk-ml:ML1.a"}, "item"),
        ({"item_terms": "uk-dual-use"}, "item"),
        ({"destination_terms": "* -JP"}, "destination"),
        ({"destination_terms": "FR US"}, "destination"),
        ({"valid_to": "2026-07-23"}, "not in force"),
        ({"valid_from": "2026-07-24"}, "not in force"),
    ],
)
def test_outside_the_scope_is_said_with_its_reason(folder: Path, rule: Row, said: str) -> None:
    hit = only(folder, rule)
    assert (hit.standing, hit.whole) == (Standing.OUT_OF_SCOPE, False)
    assert said in hit.reason


def test_what_stands_above_an_excluded_paragraph_is_open(folder: Path) -> None:
    hit = only(folder, {"item_terms": "uk-ml -uk-ml:ML1.a"}, item="uk-ml:ML1")
    assert (hit.standing, hit.whole) == (Standing.CONDITIONAL, False)


@pytest.mark.parametrize(
    ("restriction", "standing"),
    [
        ({}, Standing.FORECLOSED),
        ({"instrument": "*"}, Standing.FORECLOSED),
        ({"instrument": "* -OGL2"}, Standing.FORECLOSED),
        ({"instrument": "* -OGL1"}, Standing.AVAILABLE),
        ({"instrument": "OGL2"}, Standing.AVAILABLE),
        ({"destination_terms": "CN"}, Standing.AVAILABLE),
        ({"item_terms": "uk-ml:ML2"}, Standing.AVAILABLE),
        ({"valid_to": "2026-01-01"}, Standing.AVAILABLE),
        ({"questions": "gb/OGL1-1"}, Standing.CONDITIONAL),
        ({"reasons": "MT"}, Standing.CONDITIONAL),
        ({"activity": "tech"}, Standing.CONDITIONAL),
        ({"evidence": "memory"}, Standing.CONDITIONAL),
        ({"destination_terms": "~JP"}, Standing.CONDITIONAL),
    ],
)
def test_a_restriction_overrides_where_it_surely_reaches(
    folder: Path, restriction: Row, standing: Standing
) -> None:
    hit = only(folder, {}, {"effect": "restricts", "citation": "Yy", **restriction})
    assert hit.standing is standing
    assert ("restricted by Yy" in hit.reason) is (standing is not Standing.AVAILABLE)


def test_one_restriction_that_closes_outweighs_those_that_ask(folder: Path) -> None:
    asks, closes = ({"effect": "restricts", "questions": q} for q in ("gb/OGL1-1", ""))
    hit = only(folder, {"questions": "gb/OGL1-2"}, asks, closes)
    assert (hit.standing, hit.questions) == (Standing.FORECLOSED, ())


def test_the_best_scope_of_an_instrument_counts(folder: Path) -> None:
    part = {"item_terms": "~uk-ml:ML1", "questions": "gb/OGL1-1"}
    whole = {"questions": "gb/OGL1-1 gb/OGL1-2"}
    hit = only(folder, part, whole, {"destination_terms": "FR"})
    assert (hit.whole, hit.questions) == (True, ("gb/OGL1-1", "gb/OGL1-2"))


def test_instruments_that_apply_together_come_by_their_ranking(folder: Path) -> None:
    rankings = {"OGL0": "", "OGL1": "41", "OGL2": "5"}
    rules = [{"instrument": key, "ranking": rank} for key, rank in rankings.items()]
    assert [hit.instrument for hit in ask(folder, *rules)] == ["OGL2", "OGL1", "OGL0"]


def test_no_rules_no_instruments(folder: Path) -> None:
    assert ask(folder) == []
