"""The Ausfuhrliste in the Markdown of bundestag/gesetze: small invented annexes in the same format."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import DuplicateNotation, SourceError, UnknownValue, UnreadableDocument
from graph.model.document import ListDocument
from graph.model.paragraph import Connective
from graph.model.passage import MarkKind
from ingest.checks.conservation import check_conservation
from ingest.source import SOURCES, read_source
from ingest.sources.de_awv_2021.parse import canonical, parse

SECTION_A, SECTION_B = (
    read_source(SOURCES / "de_awv_2021" / f"source-de-al-{letter}-2021.yml") for letter in "ab"
)
BALLOON = """0001 Ballone mit allen folgenden
    Eigenschaften:

    a)  rot und

    b)  aus CO
        2                  gefüllt;

    Technische Anmerkung:

    Im Sinne von Nummer 0001 gilt:

    1.  ,Ballone‘ sind rund.

    c)  mit einer Hülle von 5 m
        2                   und mehr.

    Anmerkung 1: Unternummer 0001a erfasst
        nicht:

        a)  Globen- und Mond-
            Modelle.
"""
LAW = f"""Title: Spielzeugverordnung

### § 1 Zweck

Spielen.

### Anlage 1 Spielzeugliste

(Fundstelle: Blatt 1)

**Inhaltsübersicht**
##

*    *
    *   Nummer

   Ausfuhrliste
**Anwendung der Ausfuhrliste**
##

**Teil I**
##

1.  Die Liste nennt:

    a)  Kategorien

        *            *   0

            *   = Bälle und
                Würfel

    b)  Sonstiges

        **ALLGEMEINE SPIELZEUG-ANMERKUNG (ASA)**
        (gültig überall)

        Frei ist:

        a)  Luft

**Teil II**
##

1.  Obst.

**TEIL I**
##

**A** **Spielzeug**

{BALLOON}
**B** **Anderes Spielzeug**

9A904 Drachen, wenn das Bestimmungsland
    Nordkorea oder Syrien ist.

**Verzeichnis der verwendeten Abkürzungen**
##

**Kürzel, die erklärt
werden**

*    *   BLN

    *   Ballon
        (balloon)

**Begriffsbestimmungen**
##

Begriffe stehen in Zeichen.

„Ballon“ (0001) (balloon): eine Hülle aus

a)  Gummi

„Band“ (DEF) (ribbon): ein Faden.

**TEIL II**
##

**Waren pflanzlichen Ursprungs**

*    *   0702

    *   Kirschen

### Anlage 2 (weggefallen)

Ende.
"""


def read(text: str = LAW, source: object = SECTION_A) -> ListDocument:
    wanted = SECTION_A if source is SECTION_A else SECTION_B
    found = parse(text.encode(), wanted)
    check_conservation(found, canonical(text.encode()).text, text.encode(), wanted)
    return found


def test_indents_say_what_stands_below_what() -> None:
    found = {paragraph.notation: paragraph for paragraph in read().paragraphs}
    assert list(found) == ["A", "0001", "0001.a", "0001.b", "0001.c"]
    assert found["0001"].connective is Connective.ALL
    assert found["A"].label == "Spielzeug"
    assert found["0001"].label == "Ballone mit allen folgenden Eigenschaften"


def test_points_of_another_kind_than_the_note_has_are_paragraphs() -> None:
    found = {note.notation: note for note in read().notes}
    assert {"0001.techn.1", "0001.techn.1.1", "0001.a.note.1", "0001.a.note.1.a"} <= found.keys()
    assert found["0001.a.note.1.a"].text[0].wording == "Globen- und Mond-Modelle."


def test_lines_of_their_own_are_superscripts_and_subscripts_again() -> None:
    marks = [mark.kind for _, passage in read().passages() for mark in passage.marks]
    assert marks == [MarkKind.SUB, MarkKind.SUP]


def test_tables_bold_print_and_named_notes() -> None:
    found = read()
    assert [(row.about, [cell and cell.wording for cell in row.cells]) for row in found.tables] == [
        ("note.1.a", ["0", "= Bälle und Würfel"]),
        ("note.abbreviations", ["BLN", "Ballon (balloon)"]),
    ]
    named = {note.notation: note for note in found.notes}
    assert named["note.asa"].official == "ALLGEMEINE SPIELZEUG-ANMERKUNG (ASA)"
    assert "note.asa.a" in named
    assert {omission.kind for omission in found.omissions} >= {"markup", "articles", "metadata"}


def test_definitions_and_the_other_section() -> None:
    found = read(source=SECTION_B)
    assert [term.slug for term in found.terms] == ["ballon", "band"]
    assert [(s.about, s.values) for s in found.statements] == [("9A904", ("KP", "SY"))]


@pytest.mark.parametrize(
    ("old", "new", "error"),
    [
        ("### Anlage 1", "### Anlage 7", UnreadableDocument),
        ("### Anlage 2", "### Anlage 1", UnreadableDocument),
        ("**TEIL II**\n##", "##", UnreadableDocument),
        ("**TEIL II**", "**TEIL III**", UnknownValue),
        ("**Teil II**", "**Teil I**", DuplicateNotation),
        ("    b)  aus", "    a)  aus", DuplicateNotation),
        ("**A** **Spielzeug**", "Spielzeug", UnreadableDocument),
        ("*    *   BLN\n", "    *   BLN\n", UnreadableDocument),
    ],
)
def test_what_the_format_does_not_have_is_refused(
    old: str, new: str, error: type[SourceError]
) -> None:
    assert old in LAW
    with pytest.raises(error):
        parse(LAW.replace(old, new).encode(), SECTION_A)


def test_other_bytes_are_refused() -> None:
    with pytest.raises(UnreadableDocument, match="line 3"):
        parse(b"one\ntwo\n\xff", SECTION_A)


@settings(derandomize=True, max_examples=80)
@given(st.data())
def test_a_damaged_document_is_refused_or_read_whole(data: st.DataObject) -> None:
    lines = LAW.splitlines(keepends=True)
    at, other = (data.draw(st.integers(0, len(lines) - 1)) for _ in range(2))
    ways = [
        lines[:at] + lines[at + 1 :],
        lines[: at + 1] + lines[at:],
        [lines[other] if n == at else lines[at] if n == other else x for n, x in enumerate(lines)],
        lines[: at + 1],
    ]
    bad = "".join(data.draw(st.sampled_from(ways))).encode()
    try:
        found = parse(bad, SECTION_A)
    except SourceError:
        return
    check_conservation(found, canonical(bad).text, bad, SECTION_A)
