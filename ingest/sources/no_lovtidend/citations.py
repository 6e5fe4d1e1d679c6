"""What the words of an amending regulation name: the regulation that it amends, with its sections and annexes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.law.assemble import Citation, Unit

_MONTHS = (
    "januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober", "november", "desember",
)  # fmt: skip
_ORDINALS = ("første", "andre", "tredje", "fjerde", "femte", "sjette")
_ACT = re.compile(
    rf"\bforskrift (?P<day>\d+)\. (?P<month>{'|'.join(_MONTHS)}) (?P<year>\d{{4}}) nr\. (?P<number>\d+)"
)
_SECTION = re.compile(
    rf"§§? (?P<first>\d+[a-z]?)(?: (?:til|og) (?P<last>\d+[a-z]?))?(?:[^.§:]{{0,60}}?\b(?P<paragraph>{'|'.join(_ORDINALS)}) (?:ledd|avsnitt))?"
)
_ANNEX = re.compile(r"\b[Vv]edlegg (?P<names>[IVX]+\b(?:(?:, | og |, eller | eller )[IVX]+\b)*)")


def read_citations(units: Sequence[Unit]) -> Iterator[Citation]:
    """Yield what each provision names of the regulation that the first one says is amended.

    Shape:   sections are ``8``, their paragraphs ``8/2``, annexes ``annex/I``, in the words put in as in instructions.
    """
    amended = next((found for unit in units if (found := _ACT.search(unit.words))), None)
    if amended is None:
        return
    month = _MONTHS.index(amended["month"]) + 1
    key = f"no/forskrift/{amended['year']}-{month:02}-{int(amended['day']):02}-{amended['number']}"
    for unit in units:
        for said, target in _targets(unit):
            yield Citation(where=unit.notation, as_written=said, act=key, target=target)


def _targets(unit: Unit) -> Iterator[tuple[str, str]]:
    if found := _ACT.search(unit.words):
        yield found[0], ""
    for found in _SECTION.finditer(unit.words):
        below = f"/{_ORDINALS.index(found['paragraph']) + 1}" if found["paragraph"] else ""
        yield found[0], f"{found['first']}{below}"
        if found["last"]:
            yield found[0], found["last"]
    for found in _ANNEX.finditer(unit.words):
        for name in re.findall(r"[IVX]+", found["names"]):
            yield found[0], f"annex/{name}"
