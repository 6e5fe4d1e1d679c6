"""A German ordinance on a small invented document: what lists, ranges and foreign acts its words name."""

from datetime import date
from hashlib import sha256

import pytest

from graph.errors import SourceError
from graph.model.document import ListDocument
from graph.model.reference import ReferenceKind
from ingest.checks.conservation import check_conservation
from ingest.source import Source
from ingest.sources.de_gii_law.parse import canonical, parse

OWN = "de/spielv"
NORM = "<norm><metadaten><jurabk>SpielV</jurabk><enbez>{name}</enbez><titel>Dinge</titel></metadaten><textdaten><text><Content>{body}</Content></text></textdaten></norm>"
SECTIONS = {
    "§ 1": "<P>(1) Spiele:<DL><DT>1.</DT><DD><LA>rote,</LA></DD><DT>2.</DT><DD><LA>blaue oder</LA></DD><DT>3.</DT><DD><LA>bunte,</LA></DD><DT></DT><DD><LA>die klein sind.</LA></DD></DL></P>"
    "<P>(2) Die Absätze 1 und 3 gelten nicht.</P><P>(3) Absatz 1 Nummer 1 bis 3 gilt nicht.</P><P>(4) Absatz 2 Satz 1 und 3 gilt nicht.</P>",
    "§ 2": "<P>(1) Die §§ 1 bis 4 gelten nicht für 2 oder 3 Monate.</P><P>(2) Nach § 4 Absatz 1 Nummer 3, auch in Verbindung mit dessen Absätzen 6 und 7, des Außenwirtschaftsgesetzes.</P>",
    "§ 3": "<P>(1) Nach Abschnitt 1 Nummer 1 und 2 der Anlage 1 zum Spielgesetz und nach Anlage 2 dieser Verordnung.</P>"
    "<P>(2) Nach § 3 Absatz 2 und 3 des Spielgesetzes.</P>",
    "§ 4": "<P>(1) Güter des Teils I Abschnitt A der Ausfuhrliste oder der Nummern 5A902 und 0001.</P>"
    "<P>(2) Waffen nach Teil B V. Nummer 29 bis 31 der Kriegswaffenliste und Güter der Nummer 5A001 des Anhangs I der Verordnung (EU) 2021/821.</P>",
    "Anlage 1": "<P>Eins.</P>",
    "Anlage 2": "<P>Zwei.</P>",
}


def parsed(text: str) -> ListDocument:
    raw = text.encode()
    told = {
        "key": OWN, "name": "Spiele", "jurisdiction": "de", "citation": "SpielV", "language": "de", "format": "xml",
        "document": "zz/spiel", "sha256": sha256(raw).hexdigest(), "valid_on": date(2026, 1, 1), "published_on": date(2026, 1, 1),
        "url": "https://law.example", "licence": "free", "title_is_free": True, "expect": {},
    }  # fmt: skip
    source = Source.model_validate(told)
    document = parse(raw, source)
    check_conservation(document, canonical(raw).text, raw, source)
    return document


def whole() -> str:
    norms = "".join(NORM.format(name=name, body=body) for name, body in SECTIONS.items())
    return f"<dokumente>{norms}</dokumente>"


@pytest.fixture(scope="module")
def games() -> ListDocument:
    return parsed(whole())


@pytest.mark.parametrize(
    ("where", "targets"),
    [
        ("1/2", {(OWN, "1/1"), (OWN, "1/3")}),
        ("1/3", {(OWN, "1/1/1"), (OWN, "1/1/2"), (OWN, "1/1/3")}),
        ("1/4", {(OWN, "1/2")}),
        ("2/1", {(OWN, "1"), (OWN, "2"), (OWN, "3"), (OWN, "4")}),
        ("2/2", {("de/awg", "4/1/3"), ("de/awg", "4/6"), ("de/awg", "4/7")}),
        ("3/1", {(OWN, "anl/2")}),
        ("3/2", set()),
        ("4/1", {("de-al-a", "A"), ("de-al-b", "5A902"), ("de-al-a", "0001")}),
        ("4/2", {("de-kwl", "29"), ("de-kwl", "30"), ("de-kwl", "31"), ("eu-annex-i", "5A001")}),
    ],
)
def test_each_member_of_a_list_or_range_is_named(
    games: ListDocument, where: str, targets: set[tuple[str, str]]
) -> None:
    found = {
        (r.target_list, r.target)
        for r in games.references
        if r.where == where and r.kind is ReferenceKind.CITES
    }
    assert found == targets


def test_words_behind_the_points_are_those_of_the_paragraph(games: ListDocument) -> None:
    found = {p.notation: [part.wording for part in p.text] for p in games.paragraphs}
    assert found["1/1"] == ["Spiele:", "die klein sind."]
    assert [name for name in found if name.startswith("1/1/")] == ["1/1/1", "1/1/2", "1/1/3"]


@pytest.mark.parametrize(
    ("old", "new"), [("<LA>rote,</LA>", "<LA><video/>rote,</LA>"), ("</dokumente>", "")]
)
def test_a_document_of_another_form_is_refused(old: str, new: str) -> None:
    assert old in whole()
    with pytest.raises(SourceError):
        parsed(whole().replace(old, new, 1))
