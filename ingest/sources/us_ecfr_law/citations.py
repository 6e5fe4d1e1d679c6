"""What the words of a part name: its own paragraphs and sections, other parts, positions of the Commerce Control List."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.law.assemble import Citation, Unit
from ingest.text.codes import Form
from ingest.text.mentions import find_mentions

_STEP = r"\((?:[a-z]{1,5}|[A-Z]{1,2}|\d{1,3})\)"
_PATH = rf"(?:{_STEP})+"
_JOINT = r"(?:,? (?:and|or|through|and/or) |, |-|–)"
_PARAGRAPHS = re.compile(
    rf"\b[Pp]aragraphs? (?P<paths>{_PATH}(?:{_JOINT}{_PATH})*)(?P<this> of this (?:section|supplement|appendix))?(?! of §)"
)
_SECTIONS = re.compile(
    rf"(?:(?P<title>\d+) CFR |§§? ?|\b[Ss]ections? )(?P<first>\d{{3}}\.\d+[a-z]?(?:{_PATH})?)(?P<more>(?:{_JOINT}(?:§ ?)?(?:\d{{3}}\.\d+[a-z]?)?(?:{_PATH})?)*)"
)
#: What a paragraph is of, where that is said and is not the own section; nothing is caught of what cannot be named.
_HOLDER = re.compile(
    r" (?:of|to|in) (?:(?:§ ?|section )(?P<section>\d{3}\.\d+[a-z]?)|[Aa]ppendix (?P<letter>[A-Z])|[Ss]upplement [Nn]o\. ?(?P<number>\d+)"
    r"|this part|the|part|that|section|such)(?: to (?:part (?P<part>\d{3})|this part))?"
)
_NAME = re.compile(rf"(?P<part>\d{{3}})\.(?P<number>\d+[a-z]?)(?P<path>{_PATH})?|(?P<bare>{_PATH})")
_SUPPLEMENT = re.compile(
    r"\b[Ss]upplement [Nn]o\. ?(?P<number>\d+) to (?:part (?P<part>\d{3})|(?P<this>this part))"
)
_APPENDIX = re.compile(
    r"\b[Aa]ppendix (?P<letter>[A-Z]) (?:to|of) (?:part (?P<part>\d{3})|(?P<this>this part))"
)
_STEPS = re.compile(r"\((\w+)\)")
_OTHERS = {Form.CODE: "us-ccl"}
#: Title that a part stands in, for sections that are named without one.
_TITLES = {"110": "10", "810": "10", "121": "22"}


def read_citations(units: Sequence[Unit], key: str) -> Iterator[Citation]:
    """Yield what each provision names; an own paragraph with its path, another part with its key."""
    known = {unit.notation for unit in units}
    for unit in units:
        yield from _own(unit, key, known)
        yield from _sections(unit, key)
        yield from _supplements(unit, key)
        mentions = find_mentions(
            unit.words, where=unit.notation, list_key=key, known=(), others=_OTHERS
        )
        for mention in mentions:
            if mention.target_list == "us-ccl":
                yield Citation(
                    where=unit.notation,
                    as_written=mention.as_written,
                    act="us-ccl",
                    target=mention.target,
                )


def _own(unit: Unit, key: str, known: set[str]) -> Iterator[Citation]:
    section = _section_of(unit.notation)
    for found in _PARAGRAPHS.finditer(unit.words):
        holder = _HOLDER.match(unit.words, found.end())
        if holder and not any(holder.groupdict().values()):
            continue
        before: list[str] = []
        for text in re.findall(_PATH, found["paths"]):
            before = _following(before, _STEPS.findall(text))
            if holder:
                yield _of_holder(holder, unit, text, before, key)
                continue
            path = _nearest(unit.notation, section, "/".join(before), known)
            yield Citation(where=unit.notation, as_written=text, act=key, target=path)


def _of_holder(
    holder: re.Match[str], unit: Unit, text: str, steps: list[str], key: str
) -> Citation:
    act, base = key, ""
    if holder["section"]:
        part, _, base = holder["section"].partition(".")
        act = key if key.endswith(f"/{part}") else f"us/cfr/{_TITLES.get(part, '15')}/{part}"
    else:
        base = f"app/{holder['letter']}" if holder["letter"] else f"supp/{holder['number']}"
        part = holder["part"]
        if part and not key.endswith(f"/{part}"):
            act = f"us/cfr/{_TITLES.get(part, '15')}/{part}"
    return Citation(where=unit.notation, as_written=text, act=act, target="/".join([base, *steps]))


def _nearest(where: str, section: str, steps: str, known: set[str]) -> str:
    """Return the path below the nearest provision above that has it; else below the section."""
    above = where
    while above.startswith(section) and above != section:
        above = above.rpartition("/")[0]
        if f"{above}/{steps}" in known and above != section:
            break
    plain = f"{section}/{steps}"
    return plain if plain in known or f"{above}/{steps}" not in known else f"{above}/{steps}"


def _following(before: list[str], steps: list[str]) -> list[str]:
    """Return the steps of a path that goes on from the one before: "(b)(8) or (9)" means (b)(8) and (b)(9)."""
    if not before or not steps or _style(steps[0]) == {"a"}:
        return steps
    for depth in range(len(before) - 1, 0, -1):
        if _style(before[depth]) & _style(steps[0]):
            return [*before[:depth], *steps]
    return steps


def _style(step: str) -> set[str]:
    if step.isdigit():
        return {"1"}
    if step.isupper():
        return {"A"}
    return {"a", "i"} if set(step) <= set("ivx") else {"a"}


def _sections(unit: Unit, key: str) -> Iterator[Citation]:
    part = key.rpartition("/")[2]
    for found in _SECTIONS.finditer(unit.words):
        last, before = "", list[str]()
        for name in _NAME.finditer(found["first"] + found["more"]):
            if name["bare"] and not last:
                continue
            section = f"{name['part']}.{name['number']}" if name["part"] else last
            steps = _STEPS.findall(name["path"] or name["bare"] or "")
            if name["bare"]:
                steps = _following(before, steps)
            last, before = section, steps
            number, _, own = section.partition(".")
            title = found["title"] or _TITLES.get(number, "15")
            act = key if number == part else f"us/cfr/{title}/{number}"
            yield Citation(
                where=unit.notation, as_written=name[0], act=act, target="/".join([own, *steps])
            )


def _supplements(unit: Unit, key: str) -> Iterator[Citation]:
    for pattern, segment, name in ((_SUPPLEMENT, "supp", "number"), (_APPENDIX, "app", "letter")):
        for found in pattern.finditer(unit.words):
            part = found["part"]
            act = (
                key
                if found["this"] or key.endswith(f"/{part}")
                else f"us/cfr/{_TITLES.get(part, '15')}/{part}"
            )
            yield Citation(
                where=unit.notation, as_written=found[0], act=act, target=f"{segment}/{found[name]}"
            )


def _section_of(notation: str) -> str:
    parts = notation.split("/")
    return "/".join(parts[:2]) if parts[0] in {"supp", "app", "subpt", "grp"} else parts[0]
