"""What the words of a Finnish act name: its own sections, and acts that are held."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.law.assemble import Citation, Unit
from ingest.sources.md_law.places import act_of

_LINK = r"(?: ja | tai |, |–)"
_LIST = rf"\d+(?:{_LINK}\d+)*"
_HELD = frozenset({"fi/2024/500", "fi/2026/172"})
_UNION = "eu/reg/2021/821"
"""The only act with articles, ``artikla``, that the acts at hand name."""

_MENTION = re.compile(
    rf"\[\([^)]*\)(?: (?P<linked>\d+(?: ?[a-z])?) §:\w+)?[^\]]*\]\(/akn/fi/act/statute-consolidated/(?P<year>\d+)/(?P<number>\d+)[^)]*\)(?: (?P<linkedin>\d+) moment\w+)?"
    rf"|[Mm]ainitun artiklan (?P<same>{_LIST}) (?:ala)?koh(?:da|ta)\w*"
    rf"|(?P<article>\d+) artikla\w*(?: (?P<points>{_LIST}) (?:ala)?koh(?:da|ta)\w*)?"
    rf"|(?P<section>\d+(?: ?[a-z])?) §(?::\w+)?(?: (?P<paragraphs>{_LIST}) moment\w+)?(?: (?P<items>{_LIST}) koh(?:da|ta)\w*)?"
    rf"|(?P<own>{_LIST}) moment\w+|(?P<ownitems>{_LIST}) koh(?:da|ta)\w*|[Tt]ämän lain (?P<chapter>\d+) luvu\w+|[Tt]ämän lain (?P<annex>liittee\w+)"
)
_TARGET = re.compile(r"\]\(/akn/[^)]*\)")
_THIS = re.compile(r"[Tt]ämän (?:lain|asetuksen) $")
_OTHER = re.compile(r"\]\(/akn/[^)]*\)(?!.*\. )")


def read_citations(units: Sequence[Unit], key: str) -> Iterator[Citation]:
    """Yield what each provision names: of this act, of another Finnish one that is held, articles of the Union's."""
    for unit in units:
        article = ""
        for found in _MENTION.finditer(unit.words):
            article = f"art/{found['article']}" if found["article"] else article
            for act, target in _targets(found, unit, key, article):
                if act:
                    said = _TARGET.sub("", found[0]).lstrip("[")
                    yield Citation(where=unit.notation, as_written=said, act=act, target=target)


def _targets(found: re.Match[str], unit: Unit, key: str, article: str) -> Iterator[tuple[str, str]]:
    if found["year"]:
        act = f"fi/{found['year']}/{found['number']}"
        steps = ["s", _step(found["linked"]), found["linkedin"]] if found["linked"] else []
        yield act if act in _HELD else "", "/".join(step for step in steps if step)
    elif found["article"] or found["same"]:
        points = _below(article, found["points"] or found["same"]) if article else ()
        yield from ((act_of(article, _UNION), one) for one in points)
    elif not _of_another(found, unit):
        yield from ((key, path) for path in _own(found, unit))


def _own(found: re.Match[str], unit: Unit) -> Iterator[str]:
    """Yield the paths of this act that a mention means."""
    here = unit.notation.split("/")
    if found["chapter"]:
        yield f"ch/{found['chapter']}"
    elif found["annex"]:
        yield "sch"
    elif found["section"]:
        for path in _below(f"s/{_step(found['section'])}", found["paragraphs"]):
            yield from _below(path, found["items"])
    elif found["own"]:
        yield from _below("/".join(here[:2]), found["own"])
    else:
        yield from _below("/".join(here[:3]), found["ownitems"])


def _below(path: str, numbers: str | None) -> Iterator[str]:
    """Yield a path with each of the numbers below it; a span means what lies in it.

    >>> list(_below("s/13/1", "1–3")), list(_below("s/6", None))
    (['s/13/1/1', 's/13/1/2', 's/13/1/3'], ['s/6'])
    """
    if numbers is None:
        yield path
        return
    for part in re.split(r" ja | tai |, ", numbers):
        first, _, last = part.partition("–")
        for number in range(int(first), int(last or first) + 1):
            yield f"{path}/{number}"


def _of_another(found: re.Match[str], unit: Unit) -> bool:
    """Say whether a mention goes on with another act, one that is linked before it in the same sentence."""
    ahead = unit.words[: found.start()]
    return bool(_OTHER.search(ahead)) and not _THIS.search(ahead)


def _step(name: str) -> str:
    return "".join(name.split())
