"""One mechanism for every language: tables of patterns, found by the language's tag."""

from __future__ import annotations

import pytest

from graph.model.note import NoteEffect, NoteKind
from graph.model.paragraph import Connective, ParagraphKind
from graph.model.passage import of
from graph.model.term import TermScope
from ingest.text.german_provisions import find_provisions
from ingest.text.german_terms import find_german_terms, german_slug, same_term, term_of
from ingest.text.label import label_of
from ingest.text.languages import LANGUAGES
from ingest.text.lead_in import LeadIn, closing, read_lead_in
from ingest.text.note_kind import note_kind
from ingest.text.note_target import note_prefix, printed_number
from ingest.text.tree import Draft, build_paragraphs

LIST, ANY, ALL = Connective.LIST, Connective.ANY, Connective.ALL


def test_each_language_closes_with_and_or_or() -> None:
    assert {"en", "de"} <= LANGUAGES.keys()
    for language in LANGUAGES.values():
        assert set(language.closings.values()) <= {"and", "or"}


def test_english_is_what_is_read_where_no_language_is_given() -> None:
    text = "Pumps having any of the following:"
    assert read_lead_in(text) == read_lead_in(text, "en")
    assert read_lead_in(text, "de") is None
    assert closing("heavy; or") == "or"
    assert closing("schwer; oder") is None


@pytest.mark.parametrize(
    ("text", "connective", "conditions"),
    [
        ("Pumpen wie folgt sowie Schläuche hierfür:", LIST, False),
        ("Ballone, wie:", LIST, False),
        ("Ballone einschließlich:", LIST, False),
        ("Pumpen mit einer der folgenden Eigenschaften:", ANY, True),
        ("Pumpen, konstruiert für eines der Folgenden und Schläuche hierfür:", ANY, True),
        ("Pumpen, wenn sie mindestens eines der folgenden Merkmale besitzen:", ANY, True),
        ("Pumpen aus einem oder mehreren der folgenden Stoffe:", ANY, True),
        (
            "Pumpen mit allen folgenden Eigenschaften, wenn das Bestimmungsland Absurdistan ist:",
            ALL,
            True,
        ),
        ("Pumpen mit einer Förderhöhe von mehr als", ANY, True),
        ("Pumpen, sofern", ALL, True),
        ("Brennstoffe mit allen folgenden Eigenschaften (z. B. Torf):", ALL, True),
    ],
)
def test_german_lead_ins(text: str, connective: Connective, conditions: bool) -> None:
    expected = LeadIn(connective, None, explicit=True, conditions=conditions)
    assert read_lead_in(text, "de") == expected


def test_german_numbers_count() -> None:
    found = read_lead_in("Pumpen mit zwei oder mehr der folgenden Eigenschaften:", "de")
    assert found is not None
    found = read_lead_in("Pumpen mit mindestens zwei der folgenden Eigenschaften:", "de")
    assert found is not None
    assert (found.connective, found.at_least) == (Connective.AT_LEAST_K, 2)


@pytest.mark.parametrize(
    "text", ["Pumpen für Wasser.", "Pumpen wie folgt: Kolbenpumpen. Sie sind rot."]
)
def test_german_texts_without_a_lead_in(text: str) -> None:
    assert read_lead_in(text, "de") is None


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("rund und", "and"),
        ("rund oder", "or"),
        ("rund, ODER", "or"),
        ("rund;", None),
        ("Mund", None),
    ],
)
def test_german_closings(text: str, word: str | None) -> None:
    assert closing(text, "de") == word


@pytest.mark.parametrize(
    ("heading", "text", "kind", "effect"),
    [
        (
            "Anmerkung:",
            "Nummer 0099 erfasst nicht Spielzeug.",
            NoteKind.DECONTROL,
            NoteEffect.NARROWS,
        ),
        (
            "Anmerkung:",
            "Nummer 0099 gilt nicht für Spielzeug.",
            NoteKind.DECONTROL,
            NoteEffect.NARROWS,
        ),
        ("Anmerkung:", "Nummer 0099 erfasst nur Ballone.", NoteKind.GENERAL, NoteEffect.NARROWS),
        ("Anmerkung:", "Nummer 0099 umfasst auch Ballone.", NoteKind.INCLUSION, NoteEffect.WIDENS),
        ("Anmerkung:", "Nummer 0099 schließt Ballone ein.", NoteKind.INCLUSION, NoteEffect.NONE),
        ("Anmerkung:", "‚Ballonʻ ist eine Hülle.", NoteKind.DEFINITION, NoteEffect.DEFINES),
        ("Anmerkung:", "Siehe die Liste.", NoteKind.GENERAL, NoteEffect.NONE),
        ("Technische Anmerkungen:", "", NoteKind.TECHNICAL, NoteEffect.DEFINES),
        ("Ergänzende Anmerkung 2:", "Siehe 0098.", NoteKind.NOTA_BENE, NoteEffect.NONE),
    ],
)
def test_german_notes(heading: str, text: str, kind: NoteKind, effect: NoteEffect) -> None:
    assert note_kind(heading, text, "de") == (kind, effect)


def test_german_note_headings() -> None:
    assert printed_number("Ergänzende Anmerkung 2:", "de") == 2
    assert printed_number("Anmerkung:", "de") is None
    assert note_prefix(NoteKind.TECHNICAL, "Technische Anmerkung:", "de") == "techn"
    assert note_prefix(NoteKind.DECONTROL, "Anmerkung 1:", "de") == "note"


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Ballone mit rotem Band, besonders konstruiert für Kinder", "Ballone mit rotem Band"),
        ("„Ballone“ wie folgt:", "„Ballone“"),
        ("Ballon (Heißluft) für die von Nummer 0099 erfassten Körbe", "Ballon (Heißluft)"),
        ("besonders konstruiert für Kinder", None),
        ("Leistung größer als 5 kW", None),
    ],
)
def test_german_names(text: str, label: str | None) -> None:
    assert label_of(text, "de") == label


def test_german_paragraphs() -> None:
    drafts = [
        Draft(notation="0099", official="0099", marker=of("0099", 0), kind=ParagraphKind.ENTRY,
              text=(of("Ballone mit einer der folgenden Eigenschaften:", 5),)),
        Draft(notation="0099.a", official="a)", marker=of("a)", 60), text=(of("rot oder", 63),)),
        Draft(notation="0099.b", official="b)", marker=of("b)", 80), text=(of("nicht belegt,", 83),)),
    ]  # fmt: skip
    entry, first, second = build_paragraphs(drafts, document="zz.xml", language="de")
    assert (entry.connective, entry.explicit) == (ANY, True)
    assert (first.kind, first.ends_with) == (ParagraphKind.CONDITION, "or")
    assert second.kind is ParagraphKind.RESERVED


def test_german_quotation_marks() -> None:
    text = "„Laser“strahlen, ‚Probenʻ und ,Bänder‘ nach 1,5‘ sowie Zoll"
    assert find_german_terms(text) == (
        ("Laser", TermScope.LIST),
        ("Proben", TermScope.ENTRY),
        ("Bänder", TermScope.ENTRY),
    )


def test_inflected_forms_are_one_term() -> None:
    assert german_slug("Größe der Übung") == "groesse-der-uebung"
    assert same_term("luftballons", "luftballon")
    assert not same_term("luftballon", "luftschiff")
    assert term_of("rotem-band", ["rotes-band", "band"]) == "rotes-band"
    assert term_of("kugel", ["band"]) is None


def test_provisions_of_german_law() -> None:
    text = "§§ 8, 11 und 46 AWV, § 8a des Beschussgesetzes und § 9 der Hausordnung"
    found = [target for _, target in find_provisions(text)]
    assert found == ["AWV § 8", "AWV § 11", "AWV § 46", "BeschG § 8a"]
    assert [
        target for _, target in find_provisions("Artikel 9 Abs. 1 der Verordnung (EU) 2021/821")
    ] == ["Regulation (EU) 2021/821, Article 9(1)"]
