"""Acts of Finland on small invented acts in the formats of their publishers."""

from datetime import date
from hashlib import sha256
from importlib import import_module

from graph.model.document import ListDocument
from graph.model.reference import ReferenceKind
from ingest.checks.conservation import check_conservation
from ingest.source import Source

FINNISH = """---
title: "Leluista"
---
# Laki leluista

Säädetään:

### 1 luku. Yleistä

###### 1 § Soveltamisala

Tätä sovelletaan leluihin.

Lelulla tarkoitetaan:

1) palloa, 2 momentin
       1 kohdassa;

2) nukkea.

###### 2 § Lupa

Luvasta säädetään 1 §:n 2 momentin 1–2 kohdassa ja laissa
       [(500/2024) 8 §:n](/akn/fi/act/statute-consolidated/2024/500#s8)
       2 momentissa ja 3 §:ssä.

Tämän lain 1 luvussa ja asetuksen 4 artiklan 1 tai 2 kohdassa tai mainitun artiklan 3 kohdassa.

### Liite

Liite: Lelut
"""


def parsed(folder: str, key: str, text: str, *, form: str, language: str) -> ListDocument:
    raw = text.encode()
    parser = import_module(f"ingest.sources.{folder}.parse")
    told = Source.model_validate({
        "key": key, "name": "Toys", "jurisdiction": key[:2], "citation": "Toy Act", "language": language, "format": form,
        "document": "zz/act", "sha256": sha256(raw).hexdigest(), "valid_on": date(2026, 1, 1), "published_on": date(2026, 1, 1),
        "url": "https://law.example", "licence": "free", "title_is_free": True, "expect": {},
    })  # fmt: skip
    document = parser.parse(raw, told)
    check_conservation(document, parser.canonical(raw).text, raw, told)
    assert isinstance(document, ListDocument)
    return document


def paths(document: ListDocument) -> list[str]:
    return [p.notation for p in document.paragraphs]


def cited(document: ListDocument) -> set[tuple[str, str, bool]]:
    """Where, what and whether it is there; what is of another act has its key in front."""
    own = document.version.key
    return {
        (r.where, r.target if r.target_list == own else f"{r.target_list}:{r.target}", r.resolved)
        for r in document.references
        if r.kind is ReferenceKind.CITES
    }


def test_paragraphs_of_a_finnish_act_are_counted() -> None:
    document = parsed("md_law", "fi/2099/1", FINNISH, form="text", language="fi")
    assert paths(document) == [
        "ch/1", "s/1", "s/1/1", "s/1/2", "s/1/2/1", "s/1/2/2", "s/2", "s/2/1", "s/2/2", "sch",
    ]  # fmt: skip
    assert cited(document) == {
        ("s/1/2/1", "s/1/2", True),
        ("s/2/1", "s/1/2/1", True),
        ("s/2/1", "s/1/2/2", True),
        ("s/2/1", "fi/2024/500:s/8/2", False),
        ("s/2/2", "ch/1", True),
        ("s/2/2", "eu/reg/2021/821:art/4/1", False),
        ("s/2/2", "eu/reg/2021/821:art/4/2", False),
        ("s/2/2", "eu/reg/2021/821:art/4/3", False),
    }
    written = {r.as_written for r in document.references if r.target_list == "fi/2024/500"}
    assert written == {"(500/2024) 8 §:n 2 momentissa"}
