"""Where the provisions of a part are: what a path, a category, a number of an appendix or a range of them stands for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.model.paragraph import ParagraphKind
from ingest.law.assemble import Unit

_CATEGORY = re.compile(r"Category (?P<roman>[IVXL]+)\b")
_NUMBERED = re.compile(r"(?P<number>\d+\.\d+)\.? ")
_SPAN = re.compile(r"(?P<first>[a-z]+|\d+)-(?P<last>[a-z]+|\d+)")
_HEADED = re.compile(r"/h\d+(?=/|$)")
_OWN_LEVELS = frozenset(["supp", "app", "subpt", "grp"])
#: Parts that are cited without their title, with the title: those of the EAR and of the ITAR.
_TITLES = ((range(730, 775), "15"), (range(120, 131), "22"))


@dataclass(frozen=True, slots=True)
class Places:
    """The provisions of one part, by what their words call them."""

    key: str
    known: Mapping[str, str | None]
    """Path to the path above it, in document order."""

    spans: Mapping[str, Sequence[tuple[str, str, str]]]
    """Path to the places below it that are kept free as one: first step, last step, path."""

    categories: Mapping[str, str]
    """``XI`` to the path of the category, in the US Munitions List."""

    numbers: Mapping[tuple[str, str], str]
    """Appendix and ``1.2`` to the path of the heading that begins with the number."""

    sections: Sequence[str]
    """Sections, supplements and appendices in document order, those kept free too."""

    @property
    def part(self) -> str:
        """Return the number of the part."""
        return self.key.rpartition("/")[2]

    def act(self, part: str, title: str | None = None) -> str:
        """Return the key of a part that is named with or without its title."""
        if part == self.part and title is None:
            return self.key
        told = (t for numbers, t in _TITLES if int(part) in numbers)
        own = self.key.split("/")[2]
        return f"us/cfr/{title or next(told, own)}/{part}"

    def below(self, base: str, steps: Sequence[str]) -> str | None:
        """Return the provision at the end of steps; the range that keeps its place free, where there is one."""
        path = "/".join([base, *steps])
        if path in self.known:
            return path
        above, _, step = path.rpartition("/")
        inside = (
            name
            for first, last, name in self.spans.get(above, ())
            if _rank(first) <= _rank(step) <= _rank(last)
        )
        return next(inside, None)

    def nearest(self, where: str, steps: Sequence[str]) -> str:
        """Return the provision below what has one at these steps: the own heading, the section, the nearest above."""
        section = section_of(where)
        inner = _HEADED.match(where.removeprefix(section))
        bases = [section + inner[0], section] if inner else [section]
        above = where
        while above != section:
            above = above.rpartition("/")[0]
            bases.append(above)
        found = (self.below(base, steps) for base in bases)
        return next(filter(None, found), "/".join([bases[0], *steps]))

    def between(self, first: str, last: str) -> Iterator[str]:
        """Yield what stands between two provisions of one level; nothing where they are of two."""
        if first in self.sections and last in self.sections:
            level: Sequence[str] = self.sections
        else:
            above = self.known.get(first)
            level = [name for name, parent in self.known.items() if parent == above]
        if first in level and last in level:
            yield from level[level.index(first) + 1 : level.index(last)]


def places_of(units: Sequence[Unit], key: str) -> Places:
    """Return the places of a part."""
    spans: dict[str, list[tuple[str, str, str]]] = {}
    for unit in units:
        above, _, step = unit.notation.rpartition("/")
        if unit.kind is ParagraphKind.RESERVED and (found := _SPAN.fullmatch(step)):
            spans.setdefault(above, []).append((found["first"], found["last"], unit.notation))
    headed = [(unit, unit.heading.wording or "") for unit in units if unit.heading]
    return Places(
        key=key,
        known={unit.notation: unit.parent for unit in units},
        spans=spans,
        categories={
            found["roman"]: unit.notation
            for unit, text in headed
            if (found := _CATEGORY.match(text))
        },
        numbers={
            (section_of(unit.notation), found["number"]): unit.notation
            for unit, text in headed
            if (found := _NUMBERED.match(text))
        },
        sections=[unit.notation for unit in units if section_of(unit.notation) == unit.notation],
    )


def section_of(notation: str) -> str:
    """Return the section, supplement or appendix that a provision is of.

    >>> section_of("3/a/1"), section_of("supp/4/note/1")
    ('3', 'supp/4')
    """
    parts = notation.split("/")
    return "/".join(parts[:2]) if parts[0] in _OWN_LEVELS else parts[0]


def _rank(step: str) -> tuple[int, str]:
    return len(step), step
