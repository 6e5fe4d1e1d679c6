"""What the words of a Canadian act name: its own sections and paragraphs, and other acts that are held."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.law.assemble import Citation, Unit

_STEP = r"\((?:[a-z]{1,4}(?:\.\d+)?|[A-Z]{1,2}|\d{1,3}(?:\.\d+)?)\)"
_ONE = rf"(?:\d+(?:\.\d+)*)?(?:{_STEP})*"
_MENTION = re.compile(
    rf"\b(?P<kind>[Ss]ections?|[Ss]ubsections?|[Pp]aragraphs?|[Ss]ubparagraphs?|[Cc]lauses?) (?P<list>(?:\d+(?:\.\d+)*|{_STEP})(?:{_STEP})*(?:(?:,? (?:and|or|to) |, )(?:\d+(?:\.\d+)*(?:{_STEP})*|(?:{_STEP})+))*)(?P<of>,? (?:of|to) (?:(?!Canada)[^,;.]){{1,60}})?"
)
_ITEM = re.compile(rf"(?P<number>\d+(?:\.\d+)*)?(?P<path>(?:{_STEP})*)")
_STEPS = re.compile(r"\(([\w.]+)\)")
_LINK = re.compile(r",? ?(?:(?:and|or) )?(?:under |in |to |of |with )?")
_SCHEDULE = re.compile(
    r"\b(?:[Ss]chedule|SCHEDULE) (?P<number>\d+|[IVX]+)\b|\bthe (?P<only>schedule)\b"
)
_OWN = re.compile(r"of this (?:Act|Order|Permit|Regulations?|Part|section|Schedule)|of these Regulations|of the schedule", re.IGNORECASE)  # fmt: skip


def read_citations(units: Sequence[Unit], key: str) -> Iterator[Citation]:
    """Yield what each provision names of its own act; what it names of another act is left to the one that holds it."""
    known = {unit.notation for unit in units}
    for unit in units:
        for found in _own(unit):
            yield from _mentioned(found, unit, key, known)
        for found in _SCHEDULE.finditer(unit.words):
            path = f"sch/{found['number'].lower()}" if found["number"] else "sch"
            behind = unit.words[found.end() : found.end() + 20]
            if (path in known or found["only"] is None) and not re.match(
                r" (?:to|of) (?:the|that)\b", behind
            ):
                yield Citation(where=unit.notation, as_written=found[0], act=key, target=path)


def _own(unit: Unit) -> Iterator[re.Match[str]]:
    """Yield the mentions that are not of another act: "section 60 or subsection 63(1) of the Customs Tariff" are both."""
    amends = unit.notation.startswith("nif") or "/q" in unit.notation
    group: list[re.Match[str]] = []
    for found in (*_MENTION.finditer(unit.words), None):
        between = unit.words[group[-1].end() : found.start()] if group and found else ""
        if group and (found is None or not _LINK.fullmatch(between)):
            last = group[-1]["of"]
            own = last is not None and bool(_OWN.search(last))
            if own or (not last and not amends):
                yield from group
            group = []
        if found is not None:
            group.append(found)


def _mentioned(found: re.Match[str], unit: Unit, key: str, known: set[str]) -> Iterator[Citation]:
    before: list[str] = []
    number = ""
    for part in re.split(r",? (?:and|or|to) |, ", found["list"]):
        item = _ITEM.fullmatch(part)
        if item is None:
            continue
        steps = _STEPS.findall(item["path"])
        if item["number"]:
            number, before = item["number"], steps
        else:
            before = _following(before, steps)
        path = f"s/{number}" if number else ""
        target = "/".join([path, *before]) if path else _relative(unit.notation, before, known)
        yield Citation(
            where=unit.notation,
            as_written=part,
            act=key,
            target=_within(unit.notation, target, known),
        )


def _within(where: str, target: str, known: set[str]) -> str:
    """Return the path in the same schedule or quoted text where it is there, else in the body."""
    base, _, _ = where.partition("/s/")
    inside = f"{base}/{target}" if base != where and not target.startswith(base) else target
    return inside if inside in known else target


def _relative(where: str, steps: list[str], known: set[str]) -> str:
    """Return the path below the nearest provision above that has such a step."""
    above = where
    while above:
        path = "/".join([above, *steps])
        if path in known and path != where:
            return path
        above = above.rpartition("/")[0]
    return "/".join([where.partition("/")[0], *where.split("/")[1:2], *steps])


def _following(before: list[str], steps: list[str]) -> list[str]:
    """Return the steps of a path that goes on from the one before: "4(a) or (b)" means 4(a) and 4(b)."""
    if not before or not steps:
        return steps
    styles = [_style(step, before[:depth]) for depth, step in enumerate(before)]
    wanted = _style(steps[0], before)
    if wanted == "i" and "i" not in styles and "a" in styles and steps[0] == "i":
        return [*before, *steps]
    for depth in range(len(before) - 1, -1, -1):
        if styles[depth] == wanted:
            return [*before[:depth], *steps]
    return steps


def _style(step: str, above: Sequence[str]) -> str:
    """Return the level of a step: subsection, paragraph, subparagraph or clause; ``i`` below a paragraph is roman."""
    if step[0].isdigit():
        return "1"
    if step.isupper():
        return "A"
    is_roman = set(step) <= set("ivx") and any(_style(one, ()) == "a" for one in above)
    return "i" if is_roman else "a"
