"""Numbering: which regime's list a notation repeats, and at which place, as the rules in ``data/mappings`` say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True, slots=True)
class NumberingRule:
    """How one list numbers what it takes from one family of lists."""

    id: str
    list: str
    pattern: str
    """A regular expression for whole notations."""

    place: str
    """Place in the family, as a template of the groups of ``pattern``."""

    family: str
    confidence: float
    """What the same place alone is worth, at the most."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a notation stands in a family."""

    family: str
    place: str
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class PointerRule:
    """Words by which a list says that a paragraph of it controls nothing: another list does."""

    id: str
    list: str
    pattern: str
    target_list: str


@dataclass(frozen=True)
class Numbering:
    """All rules."""

    rules: tuple[NumberingRule, ...]
    pointers: tuple[PointerRule, ...] = ()

    @cached_property
    def _by_list(self) -> Mapping[str, list[tuple[re.Pattern[str], NumberingRule]]]:
        found: dict[str, list[tuple[re.Pattern[str], NumberingRule]]] = {}
        for rule in self.rules:
            found.setdefault(rule.list, []).append((re.compile(rule.pattern), rule))
        return found

    def place(self, key: str, notation: str) -> Place | None:
        """Return where a notation stands, by the first rule of its list that reads it."""
        for pattern, rule in self._by_list.get(key, ()):
            if found := pattern.fullmatch(notation):
                at = found.expand(rule.place)
                at = re.sub(r"(?<![\d.])0+(?=\d)", "", at)
                return Place(rule.family, at, rule.id, rule.confidence)
        return None

    def places(self, key: str, notations: Iterable[str]) -> dict[str, Place]:
        """Return the places of those notations that have one."""
        found = ((notation, self.place(key, notation)) for notation in notations)
        return {notation: place for notation, place in found if place is not None}

    def points_to(self, key: str, words: str) -> str:
        """Return the list that a paragraph points to instead of controlling; empty where it controls."""
        held = (rule for rule in self.pointers if rule.list == key)
        return next((rule.target_list for rule in held if re.search(rule.pattern, words)), "")
