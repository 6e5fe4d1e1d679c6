"""The Kriegswaffenliste: small invented annexes in the XML of gesetze-im-internet.de."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import DuplicateNotation, SourceError, UnreadableDocument
from graph.model.document import ListDocument
from graph.model.note import NoteKind
from graph.model.paragraph import Connective, ParagraphKind
from ingest.checks.conservation import check_conservation
from ingest.source import SOURCES, read_source
from ingest.sources.de_kwkg.parse import canonical, parse

SOURCE = read_source(SOURCES / "de_kwkg" / "source.yml")


def listed(*points: str) -> str:
    return f'<DL Font="normal" Type="arabic">{"".join(points)}</DL>'


def point(mark: str, *parts: str) -> str:
    inner = "".join(f'<LA Size="normal">{part}</LA>' for part in parts)
    return f'<DT>{mark}</DT><DD Font="normal">{inner}</DD>'


def indented(text: str) -> str:
    return point("", listed(point("", text)))


def row(*cells: str) -> str:
    return f"<row>{''.join(f'<entry>{cell}</entry>' for cell in cells)}</row>"


TABLE = f"""<table frame="none"><tgroup cols="5"><tbody>
{row("2.", "A.", "Farben")}
{row(" ", " ", "a)", "Rote Farben, zum Beispiel:", " ")}
{row(" ", " ", " ", "Zinnober:", " ")}
{row(" ", " ", " ", "Quecksilbersulfid C(tief)2", "(1-2-3),")}
{row(" ", "B.", "Pinsel")}
{row(" ", " ", "a)", "Borsten", " ")}
</tbody></tgroup></table>"""
ONE = point("1.", "Ballone, wenn sie eines der folgenden Merkmale besitzen:" + listed(
    point("a)", "rot oder"), point("b)", "Farben, zum Beispiel:" + listed(
        point("3.1", "Blau" + listed(point("a)", "Himmelblau")))))))  # fmt: skip
FOOTNOTE = listed(indented("-----"), point(
    "1)", "Für die unter Nummer 1 Buchstabe b genannten Farben gilt" + listed(
        point("<small>-</small>", "<small>die Malordnung</small>")), "weiter."))  # fmt: skip
PART_A = (
    f"<P>{listed(indented('Teil A'), point('', 'Spielzeug'))}Ausgenommen sind Globen.{FOOTNOTE}</P>"
    f"<P>{listed(indented('<B>I. Ballone</B>'), ONE)}Begriffsbestimmung: <BR/>Als Ballon gilt eine Hülle.</P>"
    f"<P>{listed(indented('II. Malen'))}{TABLE}</P>"
)
THREE = point("3.", "Körbe für die Dinge der Nummern 1 bis 2 und 3.1 Buchstabe a")
PART_B = f"<P>{listed(indented('Teil B'), point('', 'Zubehör'), point('I.', 'Körbe'), THREE)}</P>"


def law(body: str = PART_A + PART_B) -> bytes:
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<dokumente><norm><metadaten><enbez>Anlage</enbez><titel format="XML">(zu § 1)<BR/>Liste</titel></metadaten>
<textdaten><text format="XML"><Content><P><kommentar typ="Fundstelle">Blatt 1</kommentar></P>{body}</Content></text>
</textdaten></norm></dokumente>""".encode()


def read(document: bytes) -> ListDocument:
    found = parse(document, SOURCE)
    check_conservation(found, canonical(document).text, document, SOURCE)
    return found


def test_numbers_stand_in_groups_and_parts() -> None:
    found = {paragraph.notation: paragraph for paragraph in read(law()).paragraphs}
    assert list(found) == [
        "A", "A.I", "1", "1.a", "1.b", "3.1", "3.1.a", "A.II", "2", "2.A", "2.A.a", "2.B", "2.B.a",
        "B", "B.I", "3",
    ]  # fmt: skip
    assert [found[name].depth for name in ("A", "A.I", "1", "1.b", "3.1", "3.1.a")] == [
        -2,
        -1,
        0,
        1,
        2,
        3,
    ]
    assert found["3.1"].parent == "1.b"
    assert (found["A.I"].label, found["B.I"].label) == ("Ballone", "Körbe")
    assert found["1"].connective is Connective.ANY
    assert found["1.a"].kind is ParagraphKind.CONDITION


def test_examples_of_chemicals_are_rows_of_a_table() -> None:
    found = read(law())
    rows = [(r.about, [cell and cell.wording for cell in r.cells]) for r in found.tables]
    assert rows == [
        ("2.A.a", ["Zinnober:", None]),
        ("2.A.a", ["Quecksilbersulfid C(tief)2", "(1-2-3),"]),
    ]


def test_notes_stand_at_the_heading_or_at_their_subject() -> None:
    found = read(law())
    notes = {note.notation: note for note in found.notes}
    assert notes["A.note.1"].kind is NoteKind.DECONTROL
    assert notes["A.I.note.1"].kind is NoteKind.DEFINITION
    assert [term.label for term in found.terms] == ["Ballon"]
    assert notes["1.b.note.1"].official == "1)"
    assert notes["1.b.note.1.1"].parent == "1.b.note.1"
    assert [issue.kind for issue in found.issues] == ["footnote-without-mark"]


def test_ranges_and_letters_are_counted_out() -> None:
    targets = [ref.target for ref in read(law()).references if ref.where == "3"]
    assert targets == ["1", "2", "3.1.a"]


@pytest.mark.parametrize(
    ("document", "error"),
    [
        (law(PART_A + PART_A), DuplicateNotation),
        (law(PART_A.replace("1.</DT>", "2.</DT>") + PART_B), DuplicateNotation),
        (law(PART_B.replace("Teil B", "Etwas")), UnreadableDocument),
        (law(f"<P>{listed(THREE)}</P>"), UnreadableDocument),
        (law(PART_A.replace("<DT>a)</DT>", "<DT>§</DT>")), UnreadableDocument),
        (law(PART_A.replace("<DT>1)</DT>", "<DT>*</DT>")), UnreadableDocument),
        (law(PART_A.replace("<entry>a)</entry>", "<entry>rot</entry>")), UnreadableDocument),
        (law(PART_A + '<Title Align="auto">Titel</Title>'), UnreadableDocument),
        (law(""), UnreadableDocument),
    ],
)
def test_what_the_format_does_not_have_is_refused(
    document: bytes, error: type[SourceError]
) -> None:
    with pytest.raises(error):
        parse(document, SOURCE)


@settings(derandomize=True, max_examples=60)
@given(st.data())
def test_a_damaged_document_is_refused_or_read_whole(data: st.DataObject) -> None:
    raw = law()
    start = data.draw(st.integers(0, len(raw)))
    end = data.draw(st.integers(start, min(len(raw), start + 80)))
    bad = raw[:start] + raw[start:end] * data.draw(st.integers(0, 2)) + raw[end:]
    try:
        found = parse(bad, SOURCE)
    except SourceError:
        return
    check_conservation(found, canonical(bad).text, bad, SOURCE)
