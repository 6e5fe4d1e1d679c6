"""USML, NRC and DOE as they are: counts taken another way, hard places, what changed between dates."""

import re
from pathlib import Path

import pytest

from graph.model.document import ListDocument
from graph.model.requirement import StatementKind
from ingest.read import ListReading

pytestmark = pytest.mark.real


def states(readings: dict[str, ListReading], key: str) -> list[ListDocument]:
    return [edition.document for edition in readings[key].history.editions]


def test_the_munitions_list_is_whole(readings: dict[str, ListReading], documents: Path) -> None:
    (document,) = states(readings, "us-usml")
    raw = (documents / "us/ecfr_xml/22cfr121_retrieved-2026-03-25.xml").read_text(encoding="utf-8")
    listed = raw[raw.index("<EXTRACT>") : raw.index("</EXTRACT>")]
    assert sum(p.parent is None for p in document.paragraphs) == listed.count("<HD1>") == 21
    outside = re.sub(r"<NOTE>.*?</NOTE>", "", listed, flags=re.DOTALL)
    printed = re.findall(r"<P>\s*(?:\* ?)?\([a-zA-Z0-9]{1,5}\)", outside)
    assert len(document.paragraphs) - 21 == len(printed)
    stars = re.findall(r"<P>\s*\* ?\(", listed)
    marked = [s for s in document.statements if s.kind is StatementKind.SIGNIFICANT]
    assert len(marked) == len(stars) == 106
    assert sum(p.kind.value == "reserved" for p in document.paragraphs) == 53


def test_deep_and_late_paragraphs_stand_where_lawyers_cite_them(
    readings: dict[str, ListReading],
) -> None:
    (document,) = states(readings, "us-usml")
    known = {p.notation for p in document.paragraphs}
    assert {
        "XI(a)(4)(i)",
        "VIII(h)(4)(ii)(F)",
        "XII(c)(6)(viii)(A)",
        "XIV(g)(4)(xxi)",
        "VIII(x)",
        "XXI(b)",
    } <= known
    validity = [n for n in document.notes if n.kind.value == "validity"]
    assert [n.annotates for n in validity] == ["VIII(h)(1)"]


def test_an_attribute_or_a_capital_that_comes_and_goes_is_no_amendment(
    readings: dict[str, ListReading],
) -> None:
    first, second, third = readings["us-nrc-110"].history.editions
    assert not second.fresh().paragraphs
    assert not third.fresh().paragraphs
    assert {notation[:5] for notation in third.reprinted} == {
        "110.8"
    }  # appendix without its capital
    known = {p.notation for p in first.document.paragraphs}
    assert {"110.9(d)", "110.9a(a)", "App.H(3)", "App.B 1.2(c)", "App.P"} <= known
    assert {f"App.{letter}" for letter in "ABCDEFGHIJKLMNOP"} <= known


def test_thailand_is_added_to_the_generally_authorised_destinations(
    readings: dict[str, ListReading],
) -> None:
    before, after = readings["us-doe-810"].history.editions
    names = [{p.notation for p in edition.document.paragraphs} for edition in (before, after)]
    assert names[1] - names[0] == {"App.A.thailand"}
    assert not names[0] - names[1]
    assert [p.notation for p in after.fresh().paragraphs] == ["App.A.thailand"]
