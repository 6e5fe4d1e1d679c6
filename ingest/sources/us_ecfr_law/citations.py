"""What the words of a part name: its own provisions, other parts, positions of the Commerce Control List."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from ingest.law.assemble import Citation, Unit
from ingest.sources.us_ecfr_law.places import Places, places_of, section_of
from ingest.text.codes import Form
from ingest.text.mentions import find_mentions

_STEP = r"\((?:[a-z]{1,5}|[A-Z]{1,2}|\d{1,3})\)"
_PATH = rf"(?:{_STEP})+"
_JOINT = r"(?:,? (?:and|or|through|to|and/or) |, |-|–)"
_THROUGH = frozenset(["through", "to", "-", "–"])
_SECTION = r"\d{3}\.\d+[a-z]?"
_PARAGRAPHS = re.compile(rf"\b[Pp]aragraphs? ?(?P<paths>{_PATH}(?:{_JOINT}{_PATH})*)")
_RUN = re.compile(rf"(?P<joint>{_JOINT})?(?P<path>{_PATH})")
#: What a paragraph is of, where that is said behind it; nothing is caught of what cannot be named.
_HOLDER = re.compile(
    rf" (?:of|to|in) (?:(?:§ ?|section )(?P<section>{_SECTION})|[Aa]ppendix (?P<letter>[A-Z])|[Ss]upplement [Nn]o\. ?(?P<number>\d+)"
    r"|(?:this|that) (?P<own>section|part|supplement|appendix|category|paragraph)\b|(?:USML )?Category (?P<category>[IVXL]+)\b"
    r"|the|part|that|such)(?: (?:to|of) (?:part (?P<part>\d{3})|this part))?"
    r"| USML Category (?P<plain>[IVXL]+)\b"
)
#: The same where it is said before it.
_LEAD = re.compile(
    rf"(?:\bCategory (?P<category>[IVXL]+)|(?:§ ?|[Ss]ection )(?P<section>{_SECTION})(?: under)?) $"
)
_AMENDED = re.compile(r", under Category (?P<category>[IVXL]+),")
_SECTIONS = re.compile(
    rf"(?:(?P<title>\d+) CFR (?:§ ?)?|§§? ?|\b[Ss]ections? )(?P<run>{_SECTION}(?: \([a-z]\))?(?:{_PATH})?(?:{_JOINT}(?:§ ?)?(?:{_SECTION}(?:{_PATH})?|{_PATH}))*)"
)
_NAME = re.compile(
    rf"(?P<joint>{_JOINT})?(?:§ ?)?(?:(?P<part>\d{{3}})\.(?P<number>\d+[a-z]?)(?: ?(?P<path>{_PATH}))?|(?P<bare>{_PATH}))"
)
_NUMBERS = re.compile(
    rf"§ ?(?P<number>\d(?:\.\d+)?)(?P<paths>{_PATH}(?:{_JOINT}{_PATH})*)? of this appendix"
)
_CATEGORIES = re.compile(
    rf"(?<!Regime )(?<!MTCR )\bCategor(?:y|ies) (?P<run>[IVXL]+\b(?:{_PATH})?(?:{_JOINT}(?:[IVXL]+\b(?:{_PATH})?|{_PATH}))*)"
)
_CATEGORY = re.compile(
    rf"(?P<joint>{_JOINT})?(?:(?P<roman>[IVXL]+)\b(?P<path>{_PATH})?|(?P<bare>{_PATH}))"
)
_WHOLE = r"(?:,? (?:to|of|under)?\s?(?:(?P<title>\d+) CFR )?(?:[Pp]art (?P<part>\d+)|this part))?"
_SUPPLEMENTS = re.compile(
    rf"\b[Ss]upplements? (?:[Nn]os?\. ?)?(?P<names>\d+(?:{_JOINT}(?:[Ss]upplement [Nn]o\. ?)?\d+)*){_WHOLE}"
)
_APPENDICES = re.compile(
    rf"(?:(?P<before>\d+) CFR part (?P<ahead>\d+), )?\b[Aa]ppendi(?:x|ces) (?P<names>[A-Z]\b(?:{_JOINT}[A-Z]\b)*)(?! to \d+ CFR chapter){_WHOLE}"
)
_LISTED = re.compile(
    rf"(?P<joint>{_JOINT})?(?:[Ss]upplement [Nn]o\. ?)?(?P<name>\d+|[A-Z])(?![a-z])"
)
_PARTS = re.compile(r"(?:\b(?P<title>\d+) CFR (?:[Pp]art )?|\b[Pp]art )(?P<part>\d{3})\b(?!\.\d)")
_THIS = re.compile(
    r"\b[Tt]his (?P<own>section|part|subpart|supplement|appendix|category)\b|(?<!\d, )\b[Ss]ubpart (?P<subpart>[A-Z])\b(?! of part)"
)
_HELD = frozenset(["us/cfr/15/744", "us/cfr/10/110", "us/cfr/10/810", "us/cfr/22/121"])
_OTHERS = {Form.CODE: "us-ccl"}
_STEPS = re.compile(r"\((\w+)\)")


def read_citations(units: Sequence[Unit], key: str) -> Iterator[Citation]:
    """Yield what each provision names; of a range, all that stands in it.

    Args:
        units: The provisions of the part, in document order.
        key: The part's own.
    """
    places = places_of(units, key)
    for unit in units:
        yield from _Words(unit, places).read()
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


class _Words:
    """The words of one provision; what one reader has taken, the next ones leave."""

    def __init__(self, unit: Unit, places: Places) -> None:
        self._where, self._text, self._places = unit.notation, unit.words, places
        self._section = section_of(unit.notation)
        self._taken: list[tuple[int, int]] = []

    def read(self) -> Iterator[Citation]:
        """Yield what the words name; readers of longer phrases come first."""
        readers: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Iterator[Citation]]], ...]
        readers = (
            (_PARAGRAPHS, self._paragraphs),
            (_SECTIONS, self._sections),
            (_NUMBERS, self._numbers),
            (_CATEGORIES, self._categories),
            (_SUPPLEMENTS, self._annexes),
            (_APPENDICES, self._annexes),
            (_PARTS, self._parts),
            (_THIS, self._this),
        )
        for pattern, reader in readers:
            for found in pattern.finditer(self._text):
                if not any(start <= found.start() < end for start, end in self._taken):
                    self._taken.append(found.span())
                    yield from reader(found)

    def _paragraphs(self, found: re.Match[str]) -> Iterator[Citation]:
        holder = _HOLDER.match(self._text, found.end()) or _LEAD.search(self._text[: found.start()])
        named = {name: text for name, text in holder.groupdict().items() if text} if holder else {}
        if holder and not named:
            return
        if holder and holder.start() == found.end():
            self._taken.append(holder.span())
        if "/effd/" in self._where and (amended := _AMENDED.search(self._text)):
            named.setdefault("category", amended["category"])
        act, base = self._holder(named)
        yield from self._run(found["paths"], act, base)

    def _holder(self, named: dict[str, str]) -> tuple[str, str | None]:
        """Return the act and the path that steps count from; no path where they are the provision's own."""
        part = named.get("part")
        act = self._places.act(part) if part else self._places.key
        if section := named.get("section"):
            part, _, base = section.partition(".")
            return self._places.act(part), base
        if "letter" in named or "number" in named:
            return act, f"app/{named['letter']}" if "letter" in named else f"supp/{named['number']}"
        category = named.get("category") or named.get("plain")
        return act, self._places.categories.get(category) if category else None

    def _run(self, text: str, act: str, base: str | None) -> Iterator[Citation]:
        """Yield the provisions of one run of paths: "(a)(1), (2) or (b)"."""
        before: list[str] = []
        last = ""
        for one in _RUN.finditer(text):
            before = _following(before, _STEPS.findall(one["path"]))
            if base is None:
                target = self._places.nearest(self._where, before)
            elif act == self._places.key:
                target = self._places.below(base, before) or "/".join([base, *before])
            else:
                target = "/".join([base, *before])
            yield from self._cited(one["path"], act, target, last, one["joint"])
            last = target

    def _cited(
        self, written: str, act: str, target: str, last: str, joint: str | None
    ) -> Iterator[Citation]:
        """Yield one provision, and before it those of the range that it closes."""
        if act == self._places.key and last and joint and joint.strip(" ,") in _THROUGH:
            for name in self._places.between(last, target):
                yield self._to(f"{joint}{written}".strip(" ,"), act, name)
        yield self._to(written, act, target)

    def _to(self, written: str, act: str, target: str) -> Citation:
        return Citation(where=self._where, as_written=written, act=act, target=target)

    def _sections(self, found: re.Match[str]) -> Iterator[Citation]:
        part, own, last = "", "", ""
        before: list[str] = []
        for name in _NAME.finditer(found["run"]):
            steps = _STEPS.findall(name["path"] or name["bare"] or "")
            before = _following(before, steps) if name["bare"] else steps
            part, own = name["part"] or part, name["number"] or own
            act = self._places.act(part, found["title"])
            if act == self._places.key and before:
                target = self._places.below(own, before) or "/".join([own, *before])
            else:
                target = "/".join([own, *before])
            written = name[0].removeprefix(name["joint"] or "").strip("§ ")
            yield from self._cited(written, act, target, last, name["joint"])
            last = target

    def _numbers(self, found: re.Match[str]) -> Iterator[Citation]:
        whole = f"{self._section}/{found['number']}"
        base = self._places.numbers.get((self._section, found["number"]), whole)
        if base not in self._places.known:
            return
        if found["paths"]:
            yield from self._run(found["paths"], self._places.key, base)
        else:
            yield self._to(found["number"], self._places.key, base)

    def _categories(self, found: re.Match[str]) -> Iterator[Citation]:
        base, last = "", ""
        before: list[str] = []
        for name in _CATEGORY.finditer(found["run"]) if self._places.categories else ():
            if name["roman"] and name["roman"] not in self._places.categories:
                return
            base = self._places.categories[name["roman"]] if name["roman"] else base
            steps = _STEPS.findall(name["path"] or name["bare"] or "")
            before = _following(before, steps) if name["bare"] else steps
            target = self._places.below(base, before) if before else base
            target = target or "/".join([base, *before])
            written = name[0].removeprefix(name["joint"] or "")
            yield from self._cited(written, self._places.key, target, last, name["joint"])
            last = target

    def _annexes(self, found: re.Match[str]) -> Iterator[Citation]:
        told = found.groupdict()
        part, title = told.get("ahead") or found["part"], told.get("before") or found["title"]
        act = self._places.act(part, title) if part else self._places.key
        last = ""
        for name in _LISTED.finditer(found["names"]):
            segment = "supp" if name["name"].isdigit() else "app"
            through = bool(name["joint"]) and name["joint"].strip(" ,") in _THROUGH
            for step in _steps(last, name["name"]) if through else [name["name"]]:
                target = f"{segment}/{step}"
                if act != self._places.key or target in self._places.known:
                    yield self._to(found[0].strip(), act, target)
            last = name["name"]

    def _parts(self, found: re.Match[str]) -> Iterator[Citation]:
        act = self._places.act(found["part"], found["title"])
        if act in _HELD:
            yield self._to(found[0], act, "")

    def _this(self, found: re.Match[str]) -> Iterator[Citation]:
        own = found["own"]
        if own == "part":
            yield self._to(found[0], self._places.key, "")
            return
        if own == "subpart":
            target = self._places.known.get(self._section) or ""
        elif own == "category":
            above = "/".join(self._where.split("/")[:2])
            target = above if above in self._places.categories.values() else ""
        elif own:
            segment = {"supplement": "supp/", "appendix": "app/"}.get(own, "")
            stands = self._section.startswith(segment) if segment else "/" not in self._section
            target = self._section if stands else ""
        else:
            target = f"subpt/{found['subpart']}"
        if target in self._places.known:
            yield self._to(found[0], self._places.key, target)


def _steps(first: str, last: str) -> list[str]:
    """Return the names behind the first one up to the last one."""
    if first.isdigit():
        return [str(number) for number in range(int(first) + 1, int(last) + 1)]
    return [chr(code) for code in range(ord(first) + 1, ord(last) + 1)]


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
