"""Identifiers: what a user types, and the IRI that it stands for. The only module that builds an IRI."""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import sha256
from typing import Self
from urllib.parse import quote, unquote

from graph.errors import UnreadableItem
from graph.iroha import from_romaji, to_romaji

BASE = "https://w3id.org/comity/"
"""Not registered: until then an opaque name. The one place where it is written."""

ONT = f"{BASE}ont#"
CODE = f"{BASE}code/"
ID = f"{BASE}id/"
GRAPH = f"{BASE}graph/"
META = f"{GRAPH}meta"

_LIST = re.compile(r"[a-z]{2}(-[a-z0-9]+)+")  # jurisdiction or regime, then kebab-case
_ACT = re.compile(r"[a-z]{2}(/[\w.-]+)+")
#: Segments of an act's key, by jurisdiction (DOMAIN.md 1.5): what follows in an IRI is the path of a provision.
_ACT_DEPTH = {
    "us": 4, "eu": 4, "gb": 4, "ch": 4, "au": 4, "ca": 3, "no": 3, "fi": 3, "de": 2, "jp": 2, "tw": 2, "kr": 2,
}  # fmt: skip
_NOTE = re.compile(r"(?:^|\.)(?=(?:note|techn|nb)\.)")
_SAFE = "()._-~@"
_IN_KANA = frozenset({"jp-goods"})
"""Lists that number paragraphs by the iroha."""


@dataclass(frozen=True, slots=True, order=True)
class Item:
    """One position of one list, written ``us-ccl:3A001.a``: a notation is no key without its list.

    >>> Item.parse("us-ccl:3A001.a").iri
    'https://w3id.org/comity/id/list/us-ccl/3A001.a'
    >>> Item("us-ccl", "3A001.a.note.1.b").iri
    'https://w3id.org/comity/id/list/us-ccl/3A001.a/note/1/b'
    >>> Item.of(Item("us-ccl", "3A001.a.note.1.b").iri).notation
    '3A001.a.note.1.b'
    >>> Item("jp-goods", "6(17)カ(2).1").iri
    'https://w3id.org/comity/id/list/jp-goods/6(17)ka(2).1'

    A provision of an act is written alike, with the path below the act:

    >>> Item.parse("us/cfr/15/744:3/a/1").iri
    'https://w3id.org/comity/id/law/us/cfr/15/744/3/a/1'
    >>> str(Item.of("https://w3id.org/comity/id/law/us/cfr/15/744/3/a/1/@on-2026-07-23"))
    'us/cfr/15/744:3/a/1'
    """

    list: str
    notation: str

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read ``LIST:NOTATION``.

        Raises:
            UnreadableItem: no list, no notation, or a list key that is not kebab-case.
        """
        key, _, notation = text.partition(":")
        if not (is_list_key(key) or is_act_key(key)) or not notation:
            raise UnreadableItem(text, "LIST:NOTATION, such as us-ccl:3A001.a.5")
        return cls(key, notation)

    @classmethod
    def of(cls, iri: str) -> Self:
        """Read the item back from its IRI, or from the IRI of one of its versions."""
        if iri.startswith(f"{ID}law/"):
            return cls(*act_and_path(iri.removeprefix(f"{ID}law/")))
        key, _, path = iri.removeprefix(f"{ID}list/").partition("/")
        base, slash, below = path.partition("/@")[0].partition("/")
        if key in _IN_KANA and base[:1].isdigit():
            base = from_romaji(base)
        return cls(key, unquote(f"{base}{slash}{below}".replace("/", ".")))

    @property
    def is_note(self) -> bool:
        """Say whether the notation is a note's, or an item's of a note."""
        return bool(_NOTE.search(self.notation)) and not is_act_key(self.list)

    @property
    def iri(self) -> str:
        """Abiding identity of the position; versions hang below it (``.../@2025-11-15``)."""
        if is_act_key(self.list):
            path = self.notation.split("/") if self.notation else []
            return "/".join([list_iri(self.list), *(quote(part, safe=_SAFE) for part in path)])
        base, *note = _NOTE.split(self.notation, maxsplit=1)
        if self.list in _IN_KANA:
            base = to_romaji(base)
        path = [base] if base else []
        path += note[0].split(".") if note else []
        return "/".join([list_iri(self.list), *(quote(part, safe=_SAFE) for part in path)])

    def version(self, day: str) -> str:
        """Return the IRI of the version that a list version names by ``day`` (``@2025-11-15``)."""
        return f"{self.iri}/{day}"

    def __str__(self) -> str:
        return f"{self.list}:{self.notation}"


def part_iri(whole: str, *path: str | int) -> str:
    """Return the IRI of a part of a version, such as its third requirement row.

    >>> part_iri("urn:v", "requirement", 3)
    'urn:v/requirement/3'
    """
    return "/".join([whole, *(quote(str(part), safe=_SAFE) for part in path)])


def is_list_key(text: str) -> bool:
    """Say whether a text has the form of a list key, such as ``us-ccl``."""
    return bool(_LIST.fullmatch(text))


def is_act_key(text: str) -> bool:
    """Say whether a text has the form of an act's key, such as ``us/cfr/15/744``."""
    return bool(_ACT.fullmatch(text))


def list_iri(key: str) -> str:
    """Return the IRI of a control list, or of an act.

    >>> list_iri("jp/324CO0000000378")
    'https://w3id.org/comity/id/law/jp/324CO0000000378'
    """
    return f"{ID}law/{key}" if is_act_key(key) else f"{ID}list/{key}"


def act_and_path(path: str) -> tuple[str, str]:
    """Part what follows ``law/`` in an IRI into the act's key and the path of a provision; versions are left out.

    >>> act_and_path("us/cfr/15/744/3/a/@on-2026-07-23")
    ('us/cfr/15/744', '3/a')
    """
    parts = path.partition("/@")[0].strip("/").split("/")
    depth = _ACT_DEPTH.get(parts[0], len(parts))
    return "/".join(parts[:depth]), unquote("/".join(parts[depth:]))


def jurisdiction_iri(key: str) -> str:
    """Return the IRI of a jurisdiction: lower-case ISO 3166-1 alpha-2, ``eu`` for the Union."""
    return f"{ID}j/{key}"


def destination_iri(code: str) -> str:
    """Return the IRI of a destination: ISO 3166-1 alpha-2 in capitals, ``XK`` for Kosovo, ISO 3166-2 for a region."""
    return f"{ID}dest/{code}"


def group_iri(key: str) -> str:
    """Return the IRI of a destination group.

    >>> group_iri("us/A5")
    'https://w3id.org/comity/id/group/us/A5'
    """
    return f"{ID}group/{key}"


def reason_iri(jurisdiction: str, key: str) -> str:
    """Return the IRI of a reason for control, such as NS in the United States."""
    return f"{ID}reason/{jurisdiction}/{key}"


def column_iri(jurisdiction: str, name: str) -> str:
    """Return the IRI of a chart column; ``NS 2`` is a narrower reason below NS.

    >>> column_iri("us", "NS 2")
    'https://w3id.org/comity/id/reason/us/NS-2'
    """
    return reason_iri(jurisdiction, name.replace(" ", "-"))


def reason_of(iri: str) -> str:
    """Return the reason or the chart column that an IRI names.

    >>> reason_of(column_iri("us", "NS 2"))
    'NS 2'
    """
    return iri.rpartition("/")[2].replace("-", " ")


def licence_iri(jurisdiction: str, key: str) -> str:
    """Return the IRI of a licence, licence exception or general authorisation.

    >>> licence_key(licence_iri("us", "NAC/ACA"))
    'NAC/ACA'
    """
    return f"{ID}licence/{jurisdiction}/{quote(key, safe=_SAFE)}"


def licence_key(iri: str) -> str:
    """Return the official key of a licence from its IRI."""
    return unquote(iri.rpartition("/")[2])


def term_iri(key: str, slug: str) -> str:
    """Return the IRI of a term that a list defines for all of itself."""
    return f"{list_iri(key)}/term/{slug}"


def evidence_iri(kind: str, source: str) -> str:
    """Return the IRI of a piece of evidence: the same kind and source are the same evidence."""
    return f"{ID}ev/{key_of(f'{CODE}EvidenceKind-{kind}', source)}"


def graph_iri(kind: str, name: str, digest: str) -> str:
    """Return the IRI of a named graph, keyed by its content.

    >>> graph_iri("source", "us-ccl", "0123456789ab")
    'https://w3id.org/comity/graph/source/us-ccl/0123456789ab'
    """
    return f"{GRAPH}{kind}/{name}/{digest}"


def release_iri(key: str) -> str:
    """Return the IRI of a release."""
    return f"{ID}release/{key}"


def mapping_iri(subject: Item, predicate: str, object_: Item) -> str:
    """Return the IRI of a mapping: the same claim has the same IRI in every build."""
    name = f"{subject.list}--{object_.list}"
    return f"{ID}mapping/{name}/{key_of(subject.iri, predicate, object_.iri)}"


def set_iri(one: str, other: str) -> str:
    """Return the IRI of the mapping set of two lists, whichever is named first.

    >>> set_iri("us-ccl", "eu-annex-i")
    'https://w3id.org/comity/id/mapping/eu-annex-i--us-ccl'
    """
    return f"{ID}mapping/{'--'.join(sorted((one, other)))}"


def finding_iri(kind: str, key: str) -> str:
    """Return the IRI of a finding: the same inputs are the same finding in every build."""
    return f"{ID}finding/{kind}/{key}"


def key_of(*parts: str) -> str:
    """Return the first 12 hex digits of the sha256 of parts joined by TAB."""
    return sha256("\t".join(parts).encode()).hexdigest()[:12]


def slug(text: str) -> str:
    """Return a name as the end of an IRI: lower case, ASCII letters and digits, single hyphens.

    >>> slug('"Adjusted Peak Performance"')
    'adjusted-peak-performance'
    """
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")
