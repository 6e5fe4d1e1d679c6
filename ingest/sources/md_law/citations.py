"""What the words of an act name of the same act: articles, paragraphs, points; sections; Artikel, Absätze."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.law.assemble import Citation, Unit
from ingest.sources.md_law import australian, finnish
from ingest.sources.md_law.places import act_of, nearest

_LINK = r"(?:, | and | or | to | und | oder | bis | sowie )"
_POINT = r"(?:\([a-z]{1,3}\)|\(\d+\))"
_EU_ARTICLE = re.compile(
    rf"\bArticles? (?P<list>\d+[a-z]?(?:{_POINT})*(?:{_LINK}\d+[a-z]?(?:{_POINT})*)*)(?P<of>(?:,? (?:of|to) (?:(?!this Regulation)[A-Z][^,;.]*|the (?:Treaty|Financial|Charter|Union Customs|Customs)[^,;.]*|that [^,;.]*|Council [^,;.]*|[Rr]egulation \([^,;.]*)| TFEU| TEU)?)"
)
_EU_PARAGRAPH = re.compile(
    rf"\b[Pp]aragraphs? (?P<list>\d+(?:{_POINT})*(?:{_LINK}\d+)*)(?P<of> of (?:Article|that Article|Annex))?"
)
_EU_POINT = re.compile(
    rf"\bpoints? (?P<list>\([a-z]\)(?:{_LINK}\([a-z]\))*)(?P<of> of (?:Article|paragraph|the (?:first|second|third) |this|Annex|point|Section))?"
)
_GB_SECTION = re.compile(
    rf"\bsections? (?P<list>\d+[A-Z]?(?:\(\w+\))*(?:{_LINK}\d+[A-Z]?(?:\(\w+\))*)*)(?P<of> of the [A-Z][^,;.]*)?"
)
_GB_SUBSECTION = re.compile(
    rf"\b(?P<kind>subsections?|paragraphs?|sub-paragraphs?) (?P<list>\(\w+\)(?:\(\w+\))*(?:{_LINK}\(\w+\)(?:\(\w+\))*)*)(?P<of> of (?:section|paragraph|that|the))?"
)
_SUP = r"(?:<sup>)?"
_CH_ARTICLE = re.compile(
    rf"\bArt(?:ikeln?|\.) (?P<article>\d+(?: ?[a-z](?![a-zäöü]))?)(?: Abs(?:atz|ätze|ätzen|\.) {_SUP}(?P<paragraph>\d+(?:bis|ter)?))?(?:</sup>)?(?: (?:Buchstaben?|Bst\.) (?P<letter>[a-z])\b)?(?P<of>(?:[^.;]{{0,50}}? (?:des |der |GKG|BV|KMG|EmbG|WG|MG|KEG|VStrR|GKV|USG|ZG|KMV|ChKV))?)"
)
_CH_PARAGRAPH = re.compile(
    rf"(?<!\d )\b(?P<kind>Absatz|Absätze|Absätzen|Absatzes) {_SUP}(?P<step>\d+(?:bis|ter)?)(?:</sup>)?(?: Buchstaben? (?P<letter>[a-z])\b)?"
)
_STEPS = re.compile(r"\((\w+)\)")
#: Jurisdictions whose citations a module of their own reads.
_OWN = {"au": australian.read_citations, "fi": finnish.read_citations}


def read_citations(units: Sequence[Unit], key: str) -> Iterator[Citation]:
    """Yield what each provision names of its own act; what it names of another act is left to the one that holds it."""
    jurisdiction = key.partition("/")[0]
    if jurisdiction in _OWN:
        yield from _OWN[jurisdiction](units, key)
        return
    known = {unit.notation for unit in units}
    reader = {"eu": _eu, "gb": _gb, "ch": _ch}[jurisdiction]
    for unit in units:
        for said, target in reader(unit, known):
            if act := act_of(target, key):
                yield Citation(where=unit.notation, as_written=said, act=act, target=target)


def _eu(unit: Unit, known: set[str]) -> Iterator[tuple[str, str]]:
    for found in _EU_ARTICLE.finditer(unit.words):
        for part in re.split(_LINK, found["list"]) if not found["of"] else ():
            number = re.match(r"\d+[a-z]?", part)
            if number:
                yield f"Article {part}", "/".join(["art", number[0], *_STEPS.findall(part)])
    article = "/".join(unit.notation.split("/")[:2])
    if article.startswith("art"):
        yield from _eu_inside(unit, known, article)


def _eu_inside(unit: Unit, known: set[str], article: str) -> Iterator[tuple[str, str]]:
    """Yield the paragraphs and points of the same article."""
    for found in _EU_PARAGRAPH.finditer(unit.words):
        for part in re.split(_LINK, found["list"]) if found["of"] is None else ():
            steps = [part.partition("(")[0], *_STEPS.findall(part)]
            yield f"paragraph {part}", "/".join([article, *steps])
    for found in _EU_POINT.finditer(unit.words):
        for step in _STEPS.findall(found["list"]) if found["of"] is None else ():
            yield f"point ({step})", nearest(unit.notation, [step], known, article)


def _gb(unit: Unit, known: set[str]) -> Iterator[tuple[str, str]]:
    for found in _GB_SECTION.finditer(unit.words):
        if found["of"] is None:
            for part in re.split(_LINK, found["list"]):
                number = re.match(r"\d+[A-Z]?", part)
                if number:
                    yield f"section {part}", "/".join(["s", number[0], *_STEPS.findall(part)])
    section = "/".join(unit.notation.split("/")[:2])
    for found in _GB_SUBSECTION.finditer(unit.words):
        if found["of"] is None:
            for part in re.findall(r"(?:\(\w+\))+", found["list"]):
                yield (
                    f"{found['kind']} {part}",
                    nearest(unit.notation, _STEPS.findall(part), known, section),
                )
    for found in re.finditer(r"\bthe Schedule\b", unit.words):
        yield found[0], "sch"


def _ch(unit: Unit, known: set[str]) -> Iterator[tuple[str, str]]:
    spans = []
    for found in _CH_ARTICLE.finditer(unit.words):
        spans.append(found.span())
        if not found["of"]:
            steps = [found[name] for name in ("paragraph", "letter") if found[name]]
            yield found[0].strip(), "/".join(["art", "".join(found["article"].split()), *steps])
    article = "/".join(unit.notation.split("/")[:2])
    for found in _CH_PARAGRAPH.finditer(unit.words):
        inside = any(start <= found.start() < end for start, end in spans)
        foreign = re.search(r"Art(?:ikeln?|\.)[^.;]{0,60}$", unit.words[: found.start()])
        if not inside and not foreign and article.startswith("art"):
            steps = [text for text in (found["step"], found["letter"]) if text]
            yield found[0], "/".join([article, *steps])
