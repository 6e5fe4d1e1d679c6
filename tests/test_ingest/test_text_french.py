"""French patterns on invented sentences."""

from __future__ import annotations

import pytest

from graph.model.note import NoteEffect, NoteKind
from graph.model.paragraph import Connective
from ingest.text.label import label_of
from ingest.text.lead_in import closing, read_lead_in
from ingest.text.note_kind import note_kind
from ingest.text.note_target import printed_number


@pytest.mark.parametrize(
    ("text", "connective", "conditions"),
    [
        ("Pompes présentant toutes les caractéristiques suivantes :", Connective.ALL, True),
        ("Pompes ayant les deux caractéristiques suivantes :", Connective.ALL, True),
        ("Pompes qui répondent aux critères ci-après, et leurs vannes :", Connective.ALL, True),
        ("Pompes qui, à la fois :", Connective.ALL, True),
        ("Pompes ayant l’une ou l’autre des caractéristiques suivantes :", Connective.ANY, True),
        ("Pompes faites d’au moins un des métaux suivants :", Connective.ANY, True),
        ("Pompes et vannes, comme suit :", Connective.LIST, False),
        ("les pompes ci-après, autres que celles du groupe 1 :", Connective.LIST, False),
        ("Usines de pompage, notamment :", Connective.LIST, False),
    ],
)
def test_lead_ins_say_how_what_is_below_combines(
    text: str, connective: Connective, conditions: bool
) -> None:
    found = read_lead_in(text, "fr")
    assert found is not None
    assert (found.connective, found.conditions) == (connective, conditions)


def test_a_number_of_characteristics_is_read() -> None:
    found = read_lead_in("Pompes ayant deux ou plus des caractéristiques suivantes :", "fr")
    assert found is not None
    assert (found.connective, found.at_least) == (Connective.AT_LEAST_K, 2)


def test_a_sentence_without_lead_in_has_none() -> None:
    assert read_lead_in("Pompes à eau.", "fr") is None


@pytest.mark.parametrize(
    ("text", "word"), [("une pompe; et", "and"), ("une pompe, ou", "or"), ("une pompe;", None)]
)
def test_closings_are_read(text: str, word: str | None) -> None:
    assert closing(text, "fr") == word


@pytest.mark.parametrize(
    ("text", "kind", "effect"),
    [
        ("Le paragraphe a) ne vise pas les jouets.", NoteKind.DECONTROL, NoteEffect.NARROWS),
        ("Les jouets ne sont pas visés.", NoteKind.DECONTROL, NoteEffect.NARROWS),
        ("L’alinéa a) s’applique également aux jouets.", NoteKind.INCLUSION, NoteEffect.WIDENS),
        ("L’alinéa a) vise notamment les jouets.", NoteKind.INCLUSION, NoteEffect.NONE),
        ("À l’alinéa a), jouet s’entend d’un objet.", NoteKind.DEFINITION, NoteEffect.DEFINES),
        ("Un jouet flotte.", NoteKind.GENERAL, NoteEffect.NONE),
    ],
)
def test_notes_say_what_they_do(text: str, kind: NoteKind, effect: NoteEffect) -> None:
    assert note_kind("NOTA :", text, "fr") == (kind, effect)


def test_the_number_of_a_note_is_read_from_its_heading() -> None:
    assert printed_number("NOTA : 2", "fr") == 2
    assert printed_number("NOTA :", "fr") is None


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Pompes centrifuges ayant un débit de 8 litres", "Pompes centrifuges"),
        ("Équipements d’essai ci-après", "Équipements d’essai"),
        ("Systèmes de refroidissement conçus pour les pompes", "Systèmes de refroidissement"),
        ("ayant un débit de 8 litres", None),
        ("À une température de 8 °C", None),
    ],
)
def test_names_are_the_noun_phrases_at_the_start(text: str, label: str | None) -> None:
    assert label_of(text, "fr") == label
