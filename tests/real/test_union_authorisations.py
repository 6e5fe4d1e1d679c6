"""Every general authorisation of the Union against the text of Annex II: all entries, all destinations."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from graph.answers.asof import AsOf, state_of
from graph.answers.facts import facts
from graph.answers.licence_rules import Standing, covers
from graph.answers.lists import positions_of
from graph.ids import Item
from graph.release import Release
from graph.store.oxigraph import OxigraphStore

pytestmark = pytest.mark.real

TODAY = date(2026, 11, 23)
DAY = AsOf(date(2026, 1, 1), TODAY)
EU001 = {"AU", "CA", "IS", "JP", "NZ", "NO", "CH", "LI", "GB", "US"}
MEMBERS = "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE"
OVERSEAS = {"BL", "NC", "PF", "PM", "TF", "WF"}
"""What lies outside of the customs territory of what the source calls French overseas territories."""

INSIDE = {"GF", "GP", "MF", "MQ", "RE", "YT"}
"""What lies inside of it."""
UNION = "licences/eu_general_export_authorisations.json"
ITEMS = ("3A001", "1C350.13", "5A001.b.2", "3D001", "5A002.a.2")


@pytest.fixture(scope="module")
def store(release: Release) -> OxigraphStore:
    return OxigraphStore.read_only(release.store)


def reached(store: OxigraphStore, item: str, code: str) -> set[str]:
    """Return the authorisations that are available or open for an item to a destination."""
    found = covers(store, "eu", Item("eu-annex-i", item), code, DAY)
    return {h.instrument for h in found if h.standing in (Standing.AVAILABLE, Standing.CONDITIONAL)}


def test_union_authorisations_reach_every_entry_and_destination_that_annex_ii_names(
    store: OxigraphStore, documents: Path
) -> None:
    """Every entry of Annex I to one destination of each kind, and some items to every destination."""
    told = json.loads((documents / UNION).read_text(encoding="utf-8"))
    section = {code for code in told["section_I_common_exclusions"]["codes"] if " " not in code}
    as_of = AsOf(TODAY, TODAY)
    entries = [p.item.notation for p in positions_of(store, state_of(store, "eu-annex-i", as_of)) if p.depth == 0]  # fmt: skip
    annex_iv = {p.item.notation.partition(".")[0] for p in positions_of(store, state_of(store, "eu-annex-iv", as_of))}  # fmt: skip
    codes = sorted({code for fact in facts(store, "Destination") for code in fact.codes("onDestination")})  # fmt: skip
    inside = {
        *MEMBERS.split(),
        *INSIDE,
        "XK",
    }  # what is no export, and a name that the source has not
    grid = [(e, d) for e in entries if e not in annex_iv for d in ("JP", "KR", "CN", "ID", "UA")]
    grid += [(item, code) for item in ITEMS for code in codes if code not in inside]
    assert len(grid) > 2_500
    for item, code in grid:
        expected = {
            one["id"]
            for one in told["authorisations"]
            if _goes(one, code) and _covered(one["items"], item, section)
        }
        assert reached(store, item, code) == expected, (item, code)  # fmt: skip


def _goes(one: dict[str, Any], code: str) -> bool:
    """Say whether an authorisation is for a destination; Russia left three of them on 2022-05-05."""
    if one["id"] in {"EU003", "EU004", "EU005"} and code == "RU":
        return False
    if one["destination_mode"] == "include":
        return code in one["destinations"] or (code in OVERSEAS and "FR-OT" in one["destinations"])
    return code not in one["destinations"] and code not in EU001


def _covered(items: dict[str, Any], item: str, section: set[str]) -> bool:
    """Say whether an item, or a part of it, is covered."""
    sort = item[1]
    groups = {group[0] for group in items.get("except_groups", ()) if len(group) == 1}
    if items["mode"] == "list":
        return any(_touches(item, code) for code in items["codes"])
    if sort not in items.get("groups", sort):
        return False
    out = section.union(items.get("except_codes", ()), items.get("except_related_to", ()))
    return sort not in groups and not any(item == c or item.startswith(f"{c}.") for c in out)


def _touches(item: str, code: str) -> bool:
    return f"{item}.".startswith(f"{code}.") or f"{code}.".startswith(f"{item}.")
