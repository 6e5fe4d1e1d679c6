"""Rules of licences over the real release, against the documents that they were taken from."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from xml.etree import ElementTree  # our own copy of a reviewed document

import pytest

from graph.answers.asof import AsOf, state_of
from graph.answers.facts import facts
from graph.answers.licence_rules import LicenceHit, Standing, covers
from graph.answers.lists import positions_of
from graph.ids import Item
from graph.release import Release
from graph.store.oxigraph import OxigraphStore
from ingest.curated import shipped
from ingest.curated.open_licences import Names, expectation, read_open_licences, rows_of
from ingest.curated.rows import read_cells
from ingest.text.codes import notation_of

pytestmark = pytest.mark.real

TODAY = date(2026, 11, 23)
SPIRE = "uk/spire_ogel_types_OGL0-OGL4_2016.xml"
PLACES = {
    "France": "FR",
    "Russia": "RU",
    "China": "CN",
    "Japan": "JP",
    "Turkey": "TR",
    "Ukraine": "UA",
}


@pytest.fixture(scope="module")
def store(release: Release) -> OxigraphStore:
    return OxigraphStore.read_only(release.store)


def hits(
    store: OxigraphStore, jurisdiction: str, item: str, destination: str, day: str
) -> dict[str, LicenceHit]:
    as_of = AsOf(date.fromisoformat(day), TODAY)
    found = covers(store, jurisdiction, Item.parse(item), destination, as_of)
    return {hit.instrument: hit for hit in found}


def reached(found: dict[str, LicenceHit]) -> set[str]:
    return {
        name
        for name, hit in found.items()
        if hit.standing in (Standing.AVAILABLE, Standing.CONDITIONAL)
    }


@pytest.mark.parametrize(
    ("item", "destination", "day", "instruments"),
    [
        ("eu-annex-i:3A001.a.3", "KR", "2026-01-01", {"EU002", "EU003", "EU004"}),
        ("eu-annex-i:5A001.b.2", "RU", "2022-05-04", {"EU003", "EU004", "EU005"}),
        ("eu-annex-i:5A001.b.2", "RU", "2022-05-05", set()),
        ("eu-annex-i:1C351.d.4", "JP", "2026-01-01", set()),
        ("eu-annex-i:2B001.a", "JP", "2026-01-01", {"EU001"}),
        ("eu-annex-i:1C350.13", "KR", "2026-01-01", {"EU006"}),
        ("eu-annex-i:3D001", "IN", "2026-01-01", {"EU004", "EU007"}),
    ],
)
def test_union_general_authorisations_reach_what_annex_ii_says(
    store: OxigraphStore, item: str, destination: str, day: str, instruments: set[str]
) -> None:
    assert reached(hits(store, "eu", item, destination, day)) == instruments


def test_nothing_is_available_while_a_question_is_open(store: OxigraphStore) -> None:
    for item, jurisdiction in (("eu-annex-i:2B001.a", "eu"), ("us-ccl:3A001", "us")):
        for hit in hits(store, jurisdiction, item, "JP", "2026-07-23").values():
            assert hit.standing is not Standing.AVAILABLE or not hit.questions
            if hit.standing is Standing.CONDITIONAL:
                assert hit.questions or not hit.whole


def test_an_annex_iv_item_is_never_wholly_under_a_union_authorisation(store: OxigraphStore) -> None:
    assert not any(
        hit.whole for hit in hits(store, "eu", "eu-annex-i:1A007", "JP", "2026-01-01").values()
    )


def test_the_uae_under_sta_asks_for_the_approved_entity(store: OxigraphStore) -> None:
    sta = hits(store, "us", "us-ccl:3A001", "AE", "2026-07-23")["STA"]
    assert (sta.standing, sta.whole) == (Standing.CONDITIONAL, False)
    assert "us/approved" in sta.questions


def test_an_exception_that_the_entry_does_not_flag_is_out_of_scope(store: OxigraphStore) -> None:
    found = hits(store, "us", "us-ccl:3A001", "JP", "2026-07-23")
    assert found["TSR"].standing is Standing.OUT_OF_SCOPE
    assert found["LVS"].standing is Standing.CONDITIONAL


@pytest.mark.parametrize(
    ("destination", "exception", "standing", "asked"),
    [
        ("IR", "RPL", Standing.FORECLOSED, ""),
        ("IR", "GOV", Standing.FORECLOSED, ""),
        ("KP", "RPL", Standing.FORECLOSED, ""),
        ("KP", "GOV", Standing.CONDITIONAL, "us/section"),
        ("IR", "LVS", Standing.OUT_OF_SCOPE, ""),
        ("CU", "TMP", Standing.CONDITIONAL, "us/section"),
        ("RU", "RPL", Standing.CONDITIONAL, "us/746.8"),
        ("UA", "RPL", Standing.CONDITIONAL, "us/region"),
        ("DE", "RPL", Standing.CONDITIONAL, "us/parties"),
    ],
)
def test_part_746_leaves_only_the_exceptions_that_it_names(
    store: OxigraphStore, destination: str, exception: str, standing: Standing, asked: str
) -> None:
    hit = hits(store, "us", "us-ccl:3A001", destination, "2026-07-23")[exception]
    assert hit.standing is standing
    assert not asked or asked in hit.questions


def test_a_restriction_for_a_reason_asks_only_where_the_entry_has_it(store: OxigraphStore) -> None:
    with_mt, without = (
        hits(store, "us", item, "DE", "2026-07-23")["RPL"].questions
        for item in ("us-ccl:9A101", "us-ccl:3B001")
    )
    assert "us/short-list" in with_mt
    assert "us/short-list" not in without


@pytest.mark.parametrize(
    ("item", "destination", "instruments"),
    [
        ("ca-ecl:3", "JP", {"GEP-43"}),
        ("ca-ecl:4", "JP", {"GEP-44"}),
        ("ca-ecl:4", "CN", set()),
        ("ca-ecl:9", "US", {"GEP-47"}),
        ("ca-ecl:9", "FR", set()),
        ("ca-ecl:1", "FR", {"GEP-41", "GEP-45", "GEP-46"}),
        ("ca-ecl:1", "IN", {"GEP-45", "GEP-46"}),
        ("ca-ecl:1", "BY", set()),
        ("ca-ecl:2", "FR", {"GBP-1"}),
        ("ca-ecl:2", "SA", {"GBP-1"}),
    ],
)
def test_canadian_permits_reach_what_their_sections_say(
    store: OxigraphStore, item: str, destination: str, instruments: set[str]
) -> None:
    found = hits(store, "ca", item, destination, "2026-07-23")
    assert reached(found) == instruments
    assert all(found[name].questions for name in instruments)


def test_every_item_of_a_set_stands_in_its_list(store: OxigraphStore) -> None:
    as_of = AsOf(TODAY, TODAY)
    known = {
        key: {p.item.notation for p in positions_of(store, state_of(store, key, as_of))}
        for key in ("eu-annex-i", "uk-ml")
    }
    named = [fact.text("memberItem").partition(":") for fact in facts(store, "ItemSetMember")]
    missing = {notation for key, _, notation in named if notation not in known[key]}
    # ratings of 2016 that the list of 2018 does not have
    assert missing == {
        "ML10.b", "ML17.a.3", "ML8.a.34", "ML8.b.2", "ML8.g.4", "ML9.a.2.d.1", "ML9.a.2.d.2", "ML9.a.2.d.3",
        "ML9.a.2.d.4", "PL5017", "PL5020",
    }  # fmt: skip


def test_rows_of_open_licences_are_what_the_document_gives(documents: Path) -> None:
    told, base = expectation(), shipped("data")
    rows = rows_of(read_open_licences(documents), Names.read(base, told.no_code))
    assert {name: len(made) for name, made in rows.items()} == {
        "rules": 5,
        "item_sets": 762,
        "questions": 87,
    }
    for name, made in rows.items():
        held = [cells for _, cells in read_cells(base / f"licences/{name}.csv")]
        ours = [cells for cells in held if told.document in cells["evidence"]]
        assert ours == [{**dict.fromkeys(ours[0], ""), **row} for row in made], name


def published(documents: Path) -> Iterator[tuple[str, dict[str, bool], set[str], set[str]]]:
    """Yield each condition as printed: licence, ratings with whether they are conditional, countries in, countries out."""
    for licence in ElementTree.parse(documents / SPIRE).iter(  # noqa: S314  as above
        "OGL_TYPE"
    ):
        for condition in licence.iter("CONDITION"):
            ratings = {
                rating.findtext("RATING_NAME", ""): rating.findtext("CONDITIONAL_RATING") == "true"
                for rating in condition.iterfind("RATINGS_LIST/RATING")
            }
            inside, outside = (
                {c.findtext("COUNTRY_NAME", "") for c in condition.iterfind(f"{tag}/COUNTRY")}
                for tag in ("DEST_COUNTRY_INCLUDE_LIST", "DEST_COUNTRY_EXCLUDE_LIST")
            )
            yield licence.findtext("OGEL_TYPE_REF", ""), ratings, inside, outside


def test_open_licences_of_2016_cover_what_their_document_says(
    store: OxigraphStore, documents: Path
) -> None:
    """Every rating to some countries, and some ratings to every country: each condition is a product of both."""
    conditions = list(published(documents))
    as_of = AsOf(TODAY, TODAY)
    known = {p.item.notation for p in positions_of(store, state_of(store, "uk-ml", as_of))}
    ratings = {
        r: notation_of(r, known) for _, held, *_ in conditions for r in held if r.startswith("ML")
    }
    held = {n: r for r, n in sorted(ratings.items()) if n in known}
    told = expectation()
    codes = Names.read(shipped("data"), told.no_code).destinations
    named = {name for *_, inside, outside in conditions for name in inside | outside}
    everywhere = {name: codes[name] for name in sorted(named - told.no_code)}
    grid = [(n, name, code) for n in held for name, code in PLACES.items()]
    grid += [(n, name, code) for n in sorted(held)[::40] for name, code in everywhere.items()]
    assert len(grid) > 2_500
    for notation, name, code in grid:
        found = hits(store, "gb", f"uk-ml:{notation}", code, "2017-06-01")
        ours = {
            key: hit.whole for key, hit in found.items() if hit.standing is Standing.CONDITIONAL
        }
        assert ours == as_printed(conditions, ratings, notation, name), (held[notation], name)


def as_printed(
    conditions: list[tuple[str, dict[str, bool], set[str], set[str]]],
    ratings: dict[str, str],
    notation: str,
    country: str,
) -> dict[str, bool]:
    """Return the licences that cover a rating to a country, with whether they cover it as a whole."""
    expected: dict[str, bool] = {}
    for licence, held, inside, outside in conditions:
        if country not in inside and (inside or country in outside):
            continue
        for other, conditional in held.items():
            above = ratings.get(other, "")
            if above and (f"{notation}.").startswith(f"{above}."):
                expected[licence] = expected.get(licence, False) or not conditional
            elif above.startswith(f"{notation}."):
                expected.setdefault(licence, False)
    return expected
