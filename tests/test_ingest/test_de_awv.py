"""The Ausfuhrliste in the XML of gesetze-im-internet.de: small invented annexes in the official format."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import (
    DuplicateNotation,
    SourceError,
    UnknownValue,
    UnreadableDocument,
    UnreadFields,
)
from graph.model.document import ListDocument
from graph.model.note import Note, NoteKind
from graph.model.paragraph import Connective, Paragraph, ParagraphKind
from graph.model.passage import MarkKind
from graph.model.reference import ReferenceKind
from graph.model.relation import RelationKind
from graph.model.requirement import StatementKind
from graph.model.term import TermScope
from ingest.checks.conservation import check_conservation
from ingest.source import SOURCES, read_source
from ingest.sources.de_awv.parse import canonical, parse

SECTION_A, SECTION_B = (
    read_source(SOURCES / "de_awv" / f"source-de-al-{letter}.yml") for letter in "ab"
)


def listed(*points: str) -> str:
    return f'<DL Font="normal" Type="alpha">{"".join(points)}</DL>'


def point(mark: str, text: str, below: str = "", *, italic: bool = False) -> str:
    font = "italic" if italic else "normal"
    inner = f"<I>{text}</I>" if italic else text
    return f'<DT>{mark}</DT><DD Font="{font}"><LA Size="normal">{inner}{below}</LA></DD>'


def head(name: str) -> str:
    return f"<I><U>{name}</U></I>"


def note(name: str, text: str, below: str = "") -> str:
    return (
        f'<DT>{head(name)}</DT><DD Font="normal"><LA Size="normal"><I>{text}</I>{below}</LA></DD>'
    )


def line(text: str) -> str:
    return f'<LA Size="normal">{text}</LA>'


def entry(code: str, *inside: str) -> str:
    return f'<DT>{code}</DT><DD Font="normal">{"".join(inside)}</DD>'


A = point("<B>A</B>", "<B>Spielzeug</B>")
B = point("<B>B</B>", "<B>Anderes Spielzeug</B>")
BALLOON = entry(
    "0001", line("Ballone wie folgt:" + listed(point("a)", "rote"), point("b)", "blaue")))
)
KITE = entry("9A904", line("Drachen, wenn das Bestimmungsland Iran ist."))
TERM = "<P>„Ballon“ (0001 9A904) (balloon): eine Hülle mit Gas.</P>"
APPLICATION = listed(point("1.", "Die Liste nennt Spielzeug."))


def law(
    a: str = A + BALLOON, b: str = B + KITE, terms: str = TERM, application: str = APPLICATION
) -> bytes:
    titles = [
        ("Inhaltsübersicht", "<P>Spielzeug</P>"),
        ("Ausfuhrliste<BR/> Anwendung der Ausfuhrliste", ""),
        ("Teil I", f"<P>{application}</P>"),
        ("Teil II", "<P>Obst</P>"),
        ("TEIL I", f"<P>{listed(a)}</P><P>{listed(b)}</P>"),
        ("Verzeichnis der verwendeten Abkürzungen", "<P>Kurz</P>"),
        ("Begriffsbestimmungen", f"<P>Begriffe stehen in Zeichen.</P>{terms}"),
        ("TEIL II", "<P>Kirschen</P>"),
    ]
    blocks = "".join(f'<Title Align="auto"><B>{name}</B></Title>{rest}' for name, rest in titles)
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<dokumente builddate="1"><norm><metadaten><enbez>§ 1</enbez></metadaten><textdaten>Erstens.</textdaten></norm>
<norm builddate="1"><metadaten><jurabk>SpV</jurabk><enbez>Anlage 1</enbez></metadaten><textdaten><text format="XML">
<Content>{blocks}</Content></text><fussnoten/></textdaten></norm></dokumente>""".encode()


def read(document: bytes, source: object = SECTION_A) -> ListDocument:
    assert source in (SECTION_A, SECTION_B)
    wanted = SECTION_A if source is SECTION_A else SECTION_B
    found = parse(document, wanted)
    check_conservation(found, canonical(document).text, document, wanted)
    return found


def paragraphs(document: ListDocument) -> dict[str, Paragraph]:
    return {paragraph.notation: paragraph for paragraph in document.paragraphs}


def notes(document: ListDocument) -> dict[str, Note]:
    return {found.notation: found for found in document.notes}


def in_a(*points: str) -> ListDocument:
    return read(law(a=A + "".join(points)))


def in_b(*points: str) -> ListDocument:
    return read(law(b=B + "".join(points)), SECTION_B)


def test_each_list_takes_its_section_of_one_document() -> None:
    first, second = read(law()), read(law(), SECTION_B)
    assert list(paragraphs(first)) == ["A", "0001", "0001.a", "0001.b"]
    assert list(paragraphs(second)) == ["B", "9A904"]
    assert paragraphs(first)["0001"].parent == "A"
    assert paragraphs(first)["0001.a"].official == "a)"
    assert {omission.kind for omission in first.omissions} == {
        "another-list", "articles", "contents", "metadata", "part-ii", "section-title",
    }  # fmt: skip


def test_connectives_kinds_and_closings_are_read_in_german() -> None:
    below = listed(point("a)", "rot <U>und</U>"), point("b)", "rund"))
    found = paragraphs(
        in_a(entry("0001", line(f"Ballone mit allen folgenden Eigenschaften: {below}")))
    )
    assert (found["0001"].connective, found["0001"].explicit) == (Connective.ALL, True)
    assert found["0001.a"].kind is ParagraphKind.CONDITION
    assert found["0001.a"].ends_with == "and"


def test_a_placeholder_is_reserved() -> None:
    found = paragraphs(
        in_a(entry("0001", line("Bälle wie folgt:" + listed(point("a)", "nicht belegt.")))))
    )
    assert found["0001.a"].kind is ParagraphKind.RESERVED


def test_a_glued_code_is_one_entry_with_a_dotted_notation() -> None:
    found = paragraphs(
        in_b(entry("3A1901a15", line("Kreisel wie folgt:" + listed(point("a)", "rote")))))
    )
    assert list(found) == ["B", "3A1901.a.15", "3A1901.a.15.a"]
    assert found["3A1901.a.15"].official == "3A1901a15"
    assert (found["3A1901.a.15"].kind, found["3A1901.a.15"].depth) == (ParagraphKind.ENTRY, 0)


def test_words_behind_a_list_go_on_with_the_paragraph() -> None:
    found = paragraphs(
        in_a(entry("0001", line("Bälle, die" + listed(point("a)", "rollen")) + "sollen")))
    )
    assert [passage.wording for passage in found["0001"].text] == ["Bälle, die", "sollen"]


def test_notes_in_lists_and_in_lines_are_told_from_paragraphs() -> None:
    found = in_a(
        entry(
            "0001",
            line("Ballone wie folgt:" + listed(
                point("a)", "rote Ballone", listed(note("Anmerkung:", "Unternummer 0001a erfasst nicht:",
                    listed(point("1.", "Globen <U>oder</U>", italic=True), point("2.", "Monde", italic=True))))),
                point("b)", "blaue Ballone"))),
            line(head("Technische Anmerkung:")),
            line("<I>Im Sinne von Nummer 0001 sind ‚Ballone‘ rund:</I>" + listed(point("1.", "stets", italic=True))),
            line(head("Ergänzende Anmerkung:")),
            line("<I>Zu Bällen siehe Nummer 0002.</I>" + listed(point("c)", "grüne Ballone"))),
        ),
    )  # fmt: skip
    assert list(paragraphs(found))[2:] == ["0001.a", "0001.b", "0001.c"]
    named = notes(found)
    assert named["0001.a.note.1"].kind is NoteKind.DECONTROL
    assert named["0001.a.note.1.2"].parent == "0001.a.note.1"
    assert named["0001.techn.1.1"].annotates == "0001"
    assert named["0001.nb.1"].kind is NoteKind.NOTA_BENE
    assert TermScope.ENTRY in {term.scope for term in found.terms if term.label == "Ballone"}


def test_a_note_is_named_after_its_subject_and_by_its_printed_number() -> None:
    below = listed(point("a)", "rote"), point("b)", "blaue"))
    after = listed(
        note("Anmerkung:", "Jeder Ballon zählt."),
        note("Anmerkung 1:", "Unternummern 0001a und 0001b erfassen nicht Globen."),
        note("Anmerkung 2:", "Unternummer 0001b erfasst nicht Monde."),
        note("Anmerkung 3:", "Unternummer 0002a erfasst nicht Sterne."),
    )
    found = notes(in_a(entry("0001", line(f"Ballone wie folgt: {below}{after}"))))
    assert found["0001.note.1"].official == "Anmerkung 1:"
    assert found["0001.note.2"].official == "Anmerkung:"
    assert found["0001.b.note.2"].annotates == "0001.b"
    assert found["0001.note.3"].annotates == "0001", "another number's note stands here"


def test_a_note_inside_a_note_stands_in_what_that_one_annotates() -> None:
    inner = line(head("Ergänzende Anmerkung:")) + line("<I>Siehe Nummer 0002.</I>")
    outer = (
        f"<DT>{head('Anmerkung 1:')}</DT><DD Font='normal'>"
        f"{line('<I>Unternummer 0001a erfasst nicht Globen.</I>')}{inner}</DD>"
    )
    found = notes(
        in_a(entry("0001", line("Ballone:" + listed(point("a)", "rote")) + listed(outer))))
    )
    assert found["0001.a.nb.1"].parent == "0001.a.note.1"


@pytest.mark.parametrize(
    ("scope", "values"),
    [
        ("wenn das Bestimmungsland Iran ist", ("IR",)),
        ("wenn das Bestimmungsland Sudan oder Südsudan ist", ("SD", "SS")),
        (
            "wenn das Bestimmungsland Kuba, Libyen oder die Demokratische Volksrepublik Korea ist",
            ("CU", "LY", "KP"),
        ),
        (
            "wenn das Bestimmungsziel außerhalb des Zollgebiets der Europäischen Union liegt",
            ("not:EU",),
        ),
    ],
)
def test_destinations_are_read_as_codes(scope: str, values: tuple[str, ...]) -> None:
    found = in_b(entry("9A904", line(f"Drachen, {scope}.")))
    (statement,) = found.statements
    assert (statement.about, statement.kind) == ("9A904", StatementKind.DESTINATION)
    assert statement.values == values
    assert found.issues == ()
    assert paragraphs(found)["9A904"].label == "Drachen"


@pytest.mark.parametrize(
    "scope",
    [
        "wenn das Bestimmungsland Absurdistan ist",
        "wenn das Bestimmungsziel außerhalb des Zollgebiets der Europäischen Union und der Schweiz liegt",
    ],
)
def test_a_destination_that_no_table_knows_gives_no_code(scope: str) -> None:
    found = in_b(entry("9A904", line(f"Drachen, {scope}.")))
    assert [statement.values for statement in found.statements] == [()]
    assert [issue.kind for issue in found.issues] == ["destination-unread"]


def test_terms_have_their_numbers_their_english_name_and_their_definition() -> None:
    terms = (
        "<P>„Ballon“ (kurz) (ATA 0001 9A904) (balloon (toy), „BLN“): Hülle aus"
        + listed(point("a)", "Gummi oder"), point("b)", "Papier."))
        + "</P><P>„Band“ (DEF): ein Faden.</P>"
    )
    bodies = A + entry("0001", line("„Ballone“ an „BLN“-Bändern und „Körben“"))
    found = read(law(a=bodies, terms=terms))
    ballon, band = found.terms
    assert (ballon.slug, ballon.categories) == ("ballon", ("ATA", "0001", "9A904"))
    assert [passage.wording for passage in ballon.text] == [
        "(balloon (toy), „BLN“):", "Hülle aus a) Gummi oder b) Papier.",
    ]  # fmt: skip
    assert [passage.wording for passage in band.text] == [":", "ein Faden."]
    assert [use.slug for use in found.term_uses] == ["ballon"]
    assert [(issue.kind, issue.value) for issue in found.issues] == [
        ("term-without-definition", "Körben")
    ]


def test_mentions_know_the_list_of_a_code() -> None:
    text = (
        "Bälle, die nicht von Nummer 3A001a2 des Anhangs I erfasst werden, siehe Unternummer 9A904a, "
        "Nummer 0002 und Teil I A"
    )
    found = in_a(entry("0001", line(text)), entry("0002", line("Würfel")))
    assert [(r.target_list, r.target, r.kind, r.resolved) for r in found.references if r.where == "0001"] == [
        ("de-al-a", "0002", ReferenceKind.SEE_ALSO, True),
        ("eu-annex-i", "3A001.a.2", ReferenceKind.CITES, False),
        ("de-al-b", "9A904.a", ReferenceKind.SEE_ALSO, False),
        ("de-al-a", "A", ReferenceKind.SEE_ALSO, True),
    ]  # fmt: skip


def test_a_range_gives_its_members() -> None:
    below = listed(
        *(point(f"{mark})", "Ding") for mark in "abc"), point("d)", "wie 0001a bis 0001c")
    )
    found = in_a(entry("0001", line(f"Dinge: {below}")))
    assert [ref.target for ref in found.references] == ["0001.a", "0001.b", "0001.c"]
    elsewhere = in_a(entry("0001", line("Dinge wie 1C351 bis 1C354")))
    assert [ref.target for ref in elsewhere.references] == ["1C351", "1C354"]
    assert [issue.kind for issue in elsewhere.issues] == ["range-of-another-list"]


def test_section_b_takes_the_numbering_of_annex_i() -> None:
    words = "Das Nummerierungssystem (Anhang I der Verordnung (EU) 2021/821) anlehnt sich"
    said = law(application=listed(point("1.", words)))
    (relation,) = read(said, SECTION_B).relations
    assert (relation.kind, relation.target_list) == (RelationKind.NUMBERED_LIKE, "eu-annex-i")
    assert read(said).relations == ()


def test_notes_with_a_name_and_tables_of_the_whole_list() -> None:
    table = (
        '<table frame="none"><tgroup cols="2"><colspec colname="a"/><tbody><row><entry>0</entry>'
        "<entry>Kern</entry></row></tbody></tgroup></table>"
    )
    named = line("<B>ALLGEMEINE SPIELZEUG-ANMERKUNG (ASA)</B>") + line(
        "Frei ist" + listed(point("a)", "Luft"))
    )
    application = listed(
        point("1.", "Einteilung:", listed(point("a)", "Kategorien", table))),
        f'<DT>2.</DT><DD Font="normal">{line("Ferner")}{named}</DD>',
    )
    found = read(law(application=application))
    assert {"note.1", "note.1.a", "note.2", "note.asa", "note.asa.a"} <= notes(found).keys()
    assert notes(found)["note.asa"].annotates is None
    assert [(row.about, len(row.cells)) for row in found.tables] == [("note.1.a", 2)]


def test_exponents_keep_their_mark() -> None:
    found = paragraphs(in_a(entry("0001", line("Hülle von 5 m<SUP>2</SUP> aus CO<SUB>2</SUB>"))))
    marks = [mark.kind for passage in found["0001"].text for mark in passage.marks]
    assert marks == [MarkKind.SUP, MarkKind.SUB]


@pytest.mark.parametrize(
    ("document", "error"),
    [
        (law(a=A + BALLOON + BALLOON), DuplicateNotation),
        (law(a=A + BALLOON.replace("b)", "a)")), DuplicateNotation),
        (law(terms=TERM + TERM), DuplicateNotation),
        (law(a=A + B + BALLOON), DuplicateNotation),
        (law(b=B + KITE + A), DuplicateNotation),
        (law(a=A), UnreadableDocument),
        (law(terms=""), UnreadableDocument),
        (law(terms="<P>„Ballon“ (0001) (balloon):</P>"), UnreadableDocument),
        (law(a=A + point("0001", "")), UnreadableDocument),
        (law(a=A + entry("4711", line("Bälle"))), UnreadableDocument),
        (law(a=A + entry("0001", line("Bälle" + listed(point("§", "rot"))))), UnreadableDocument),
        (law().replace(b"<DT>b)</DT>", b""), UnreadableDocument),
        (law().replace("Inhaltsübersicht".encode(), b"Vorwort"), UnknownValue),
        (law().replace(b"<P>Obst</P>", b"<Q>Obst</Q>"), UnknownValue),
        (law().replace(b"<P>Obst</P>", b'<P colour="red">Obst</P>'), UnreadFields),
        (law().replace(b"<P>Obst</P>", b"Obst"), UnreadableDocument),
        (law().replace(b"<P>Obst</P>", b"<P>Obst<!-- reif --></P>"), UnreadableDocument),
        (law().replace(b"Anlage 1<", b"Anlage 3<"), UnreadableDocument),
        (law().replace(b"Erstens.", b"Erstens.\xff"), UnreadableDocument),
        (law()[:-40], UnreadableDocument),
        (b"<!DOCTYPE x [<!ENTITY a 'b'>]><dokumente/>", UnreadableDocument),
        (b"", UnreadableDocument),
    ],
)  # fmt: skip
def test_what_the_format_does_not_have_is_refused(
    document: bytes, error: type[SourceError]
) -> None:
    with pytest.raises(error) as caught:
        parse(document, SECTION_A)
    assert len(str(caught.value)) > 20


@settings(derandomize=True, max_examples=60)
@given(st.data())
def test_a_damaged_document_is_refused_or_read_whole(data: st.DataObject) -> None:
    raw = law()
    start = data.draw(st.integers(0, len(raw)))
    end = data.draw(st.integers(start, min(len(raw), start + 60)))
    bad = raw[:start] + raw[end:] * data.draw(st.integers(0, 1)) + raw[start:end] * 2
    try:
        found = parse(bad, SECTION_A)
    except SourceError:
        return
    check_conservation(found, canonical(bad).text, bad, SECTION_A)
